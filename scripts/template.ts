import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { guard } from './command.ts';
import { UsageFault } from './fault.ts';
import { templateWorkbook } from './template/workbook.ts';
import { today } from './today.ts';

const USAGE = 'Usage: npm run template -- OUT.xlsx [--force]';
const HELP = `Writes an empty workbook to plan in: every sheet with notes, drop-downs and formats, and a page on how to fill it in.

${USAGE}

Options
  --force    write over a file that is there
  --debug    show stack traces
  --help     print this
`;

await guard(async (args) => {
  const { out, force, help } = readArguments(args);
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const path = checkedPath(out, force);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  writeWhole(path, await templateWorkbook(today(timeZone, Date.now())));
  process.stderr.write(
    [
      `Wrote ${out}.`,
      'Open it in Excel, LibreOffice or Google Sheets, and begin on its first page. Then:',
      `  npm run check -- ${shellWord(out)}`,
      '    tells what is wrong with it, cell by cell, and',
      `  npm start -- --source ${shellWord(out)}`,
      '    shows its site on your computer.',
      '',
    ].join('\n'),
  );
});

interface Arguments {
  readonly out: string;
  readonly force: boolean;
  readonly help: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const { force = false, help = false } = values;
  const [out, ...more] = positionals;
  if (help) return { out: '', force, help };
  if (!out) throw new UsageFault('The name of the workbook to write is missing.', USAGE);
  if (more.length > 0) {
    throw new UsageFault(
      `One name is expected, and there are ${positionals.length}: ${positionals.join(', ')}.`,
      `${USAGE}\nA name with blanks goes in quotation marks.`,
    );
  }
  if (extname(out).toLowerCase() !== '.xlsx') {
    throw new UsageFault(`“${out}” does not end in .xlsx, as the name of a workbook does.`, USAGE);
  }
  return { out, force, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        force: { type: 'boolean' },
        debug: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const what = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageFault(`${what}.`, USAGE);
  }
}

/** The absolute path, where a workbook may be written to it. */
function checkedPath(out: string, force: boolean): string {
  const path = resolve(out);
  const folder = dirname(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageFault(`There is no folder ${folder}.`, 'Make it first, or name a folder that exists.');
  }
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) {
    throw new UsageFault(`${out} is a folder.`, `Name a file in it, such as ${join(out, 'plan.xlsx')}.`);
  }
  if (there !== undefined && !force) {
    throw new UsageFault(
      `${out} exists already, and was left as it is.`,
      'Choose another name; or write over it, and lose what it holds, with --force.',
    );
  }
  return path;
}

/** Writes a file whole or not at all: beside its place first, then renamed. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const aside = join(dirname(path), `.tmp-${basename(path)}-${process.pid}`);
  try {
    const file = openSync(aside, 'wx');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageFault(
      `${path} could not be written: ${why}.`,
      'Close it where it is open, and see that you may write to its folder; or choose another place.',
    );
  } finally {
    rmSync(aside, { force: true });
  }
}

/** As a shell takes it for one word. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
