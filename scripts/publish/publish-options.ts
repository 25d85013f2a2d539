import { resolve } from 'node:path';
import { UsageFault } from '../fault.ts';
import { OPTIONS_HELP, type Options, readOptions } from '../options.ts';
import { isReleaseId } from './releases.ts';

const KEEP = 5;

export interface PublishOptions {
  /** Absolute path of the folder that the site is published to. */
  readonly to: string;
  /** How many releases stay. */
  readonly keep: number;
  /** The release to go back to; `before` for the one before the served one, null where a new one is to be made. */
  readonly rollback: string | null;
  /** What every command takes. */
  readonly options: Options;
}

export const PUBLISH_HELP = `${OPTIONS_HELP.replace(/ {2}--out DIR .*\n/, '').replace(/ {2}--port .*\n/, '')}
Options of publish
  --to DIR           the folder to publish to: DIR/current is the site that a server serves
  --keep N           how many releases stay, to go back to (default: ${KEEP})
  --rollback [ID]    serve an earlier release again: the one before, or the one with this ID
  --force            publish even where nothing changed, or where somebody went back from this very site
  --passphrase       encrypt the site with the passphrase in the environment, MILEPOST_PASSPHRASE
`;

/** Reads the arguments of publish. Throws a UsageFault where one is unknown, missing or cannot be read. */
export function readPublishOptions(args: readonly string[], folder: string): PublishOptions {
  const rest = [...args];
  const to = take(rest, '--to');
  const keep = take(rest, '--keep');
  const rollback = takeRollback(rest);
  const options = readOptions(rest, folder, ['force', 'passphrase']);
  if (to === null && !options.help)
    throw new UsageFault('Publish where?', 'Name a folder: npm run publish -- --to /srv/www/plan');
  if (rest.some((arg) => /^--out(=|$)/.test(arg)))
    throw new UsageFault('publish takes no --out.', 'Name the folder to publish to with --to.');
  if (keep !== null && !/^[1-9]\d{0,3}$/.test(keep))
    throw new UsageFault(
      `“${keep}” is no number of releases.`,
      'Give a whole number from 1 on, such as --keep 5.',
    );
  return {
    to: resolve(folder, to ?? ''),
    keep: keep === null ? KEEP : Number(keep),
    rollback,
    options,
  };
}

/** Takes an option and its value out of the arguments; null where it is not among them. */
function take(args: string[], name: string): string | null {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return null;
  const [arg = ''] = args.splice(at, 1);
  const value = arg === name ? args.splice(at, 1)[0] : arg.slice(name.length + 1);
  if (!value || value.startsWith('--'))
    throw new UsageFault(`${name} needs a value.`, 'Run the command with --help to see what it takes.');
  return value;
}

function takeRollback(args: string[]): string | null {
  const at = args.findIndex((arg) => arg === '--rollback' || arg.startsWith('--rollback='));
  if (at < 0) return null;
  const [arg = ''] = args.splice(at, 1);
  const [, given] = arg.split('=');
  const next = args[at];
  if (given === undefined && (next === undefined || next.startsWith('--'))) return 'before';
  const id = given ?? args.splice(at, 1)[0] ?? '';
  if (isReleaseId(id)) return id;
  throw new UsageFault(
    `“${id}” is no release.`,
    'An ID is a folder’s name in DIR/releases, such as 2026-06-17T06-30-00Z.',
  );
}
