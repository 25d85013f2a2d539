import { resolve } from 'node:path';
import { isoFromDay } from '../src/grid/day.ts';
import type { Options } from './options.ts';
import { plain } from './report/plain.ts';
import { shownSource } from './source-files.ts';

/** The command that checks the same plan as these options, as one types it, but for what of an address may be secret. @param folder where it is typed */
export function checkLine(options: Options, folder: string, more: readonly string[] = []): string {
  const { sources, asOf, data } = options;
  const args = [
    ...sources.map(shownSource),
    ...(asOf === null ? [] : ['--as-of', isoFromDay(asOf)]),
    ...(data === resolve(folder, 'data') ? [] : ['--data', data]),
    ...more,
  ];
  return ['npm run check', ...(args.length === 0 ? [] : ['--']), ...args.map(quoted)].join(' ');
}

function quoted(arg: string): string {
  const shown = plain(arg);
  return /^[\w./:@%+=,~-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
