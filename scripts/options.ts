import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Day, dayFromIso } from '../src/grid/day.ts';
import { UsageFault } from './fault.ts';
import { SHOWN_PROBLEMS } from './report/listing.ts';

/** What every command takes, from its arguments. */
export interface Options {
  /** As given: a path, an address or a Google Sheet; empty where none was given. */
  readonly sources: readonly string[];
  readonly asOf: Day | null;
  /** Absolute path of the folder of the pulled plan. */
  readonly data: string;
  /** Absolute path of the built site. */
  readonly out: string;
  readonly strict: boolean;
  /** Whether a large part of the plan's rows may be gone. */
  readonly acceptRemovals: boolean;
  readonly debug: boolean;
  readonly port: number;
  /** Print one JSON document. */
  readonly json: boolean;
  /** Print every problem, however many there are. */
  readonly all: boolean;
  /** Absolute path of the copy of the workbook whose cells are to be marked; null for none. */
  readonly annotate: string | null;
  /** Make the site even where nothing changed. */
  readonly force: boolean;
  /** Put compressed files beside those of the site. */
  readonly compress: boolean;
  /** Make the site of the plan that is pulled already. */
  readonly pulled: boolean;
  /** Encrypt the site with the passphrase of the environment. */
  readonly passphrase: boolean;
  readonly help: boolean;
}

/** Where the pulled plan is kept. */
export function planPath({ data }: Pick<Options, 'data'>): string {
  return join(data, 'plan.json');
}

/** Options that one command takes and the others refuse. */
export type OwnOption = 'json' | 'all' | 'annotate' | 'force' | 'compress' | 'pulled' | 'passphrase';

const DEFAULT_PORT = 4321;

export const OPTIONS_HELP = `
Options
  --source SOURCE    a workbook, an address of one, or a Google Sheet; may be given several times
                     (default: what data/milepost.json names)
  --as-of DAY        the day to speak for, YYYY-MM-DD (default: today, in the plan's time zone)
  --data DIR         where the pulled plan lives (default: data)
  --out DIR          where the site goes (default: dist)
  --strict           stop where any row is in error, instead of leaving it out and saying so
  --accept-removals  go on where a large part of the plan's rows is gone
  --port PORT        where to serve the site (default: ${DEFAULT_PORT}, or the next one that is free)
  --debug            show stack traces
  --help             print this
`;

/** What the commands that make the site take besides. */
export const BUILD_OPTIONS: readonly OwnOption[] = ['force', 'compress', 'pulled', 'passphrase'];
export const BUILD_HELP = `
Options of build and start
  --force            make the site even where nothing changed since it was made
  --compress         put .br and .gz files beside those of the site, for servers that send them
  --pulled           make the site of the plan that was pulled last, and pull nothing
  --passphrase       encrypt the site with the passphrase in the environment, MILEPOST_PASSPHRASE
`;

/** What the command `check` takes besides. */
export const CHECK_OPTIONS: readonly OwnOption[] = ['json', 'all', 'annotate'];
export const CHECK_HELP = `
Options of check
  --annotate OUT     write a copy of the workbook too, with each problem marked in its cell; of several
                     workbooks, each with its name behind OUT's
  --all              print every problem (default: the ${SHOWN_PROBLEMS} worst)
  --json             print one JSON document instead: {version, asOf, source, counts, problems}, and where
                     nothing could be read at all, fault: {code, what, why, fix}
`;

/** Who takes what others refuse. */
const OWNERS: readonly (readonly [OwnOption, command: string])[] = [
  ...CHECK_OPTIONS.map((name) => [name, 'check'] as const),
  ...BUILD_OPTIONS.map((name) => [name, 'build'] as const),
];

/**
 * Reads a command's arguments; a bare argument is a source. Throws a UsageFault where one is unknown or cannot be read.
 * @param args the arguments, without the program's name @param folder the folder that paths are relative to
 * @param own the options that the command takes and others do not
 */
export function readOptions(
  args: readonly string[],
  folder: string,
  own: readonly OwnOption[] = [],
): Options {
  const { values, positionals } = parse(args);
  for (const [name, owner] of OWNERS) {
    if (values[name] === undefined || own.includes(name)) continue;
    throw new UsageFault(
      `Only \`npm run ${owner}\` takes --${name}.`,
      `Leave it out here, or run \`npm run ${owner} -- --${name}\`.`,
    );
  }
  const asOf = values['as-of'] === undefined ? null : dayFromIso(values['as-of']);
  if (values['as-of'] !== undefined && asOf === null) {
    throw new UsageFault(`“${values['as-of']}” is no day.`, 'Write it as --as-of 2026-03-31.');
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageFault(`“${values.port}” is no port.`, 'Give a whole number such as --port 8080.');
  }
  return {
    sources: [...(values.source ?? []), ...positionals],
    asOf,
    data: resolve(folder, values.data ?? 'data'),
    out: resolve(folder, values.out ?? 'dist'),
    strict: values.strict ?? false,
    acceptRemovals: values['accept-removals'] ?? false,
    debug: values.debug ?? false,
    port,
    json: values.json ?? false,
    all: values.all ?? false,
    annotate: values.annotate === undefined ? null : resolve(folder, values.annotate),
    force: values.force ?? false,
    compress: values.compress ?? false,
    pulled: values.pulled ?? false,
    passphrase: values.passphrase ?? false,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string', multiple: true },
        'as-of': { type: 'string' },
        data: { type: 'string' },
        out: { type: 'string' },
        strict: { type: 'boolean' },
        'accept-removals': { type: 'boolean' },
        port: { type: 'string' },
        debug: { type: 'boolean' },
        json: { type: 'boolean' },
        all: { type: 'boolean' },
        annotate: { type: 'string' },
        force: { type: 'boolean' },
        compress: { type: 'boolean' },
        pulled: { type: 'boolean' },
        passphrase: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const what = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageFault(`${what}.`, 'Run the command with --help to see what it takes.');
  }
}
