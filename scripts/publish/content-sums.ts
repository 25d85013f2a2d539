import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, sumOf } from '../sums.ts';

/** The file that names the others with their sums, as `sha256sum --check` reads it. */
export const SUMS_FILE = 'files.sha256';

/** Writes the SHA-256 of every file of a site but itself, a line each, sorted by path: what changed is in other lines. */
export function writeSums(folder: string): void {
  const paths = filesBelow(folder).filter((path) => path !== SUMS_FILE);
  const lines = paths.sort().map((path) => `${sumOf(readFileSync(join(folder, path)))}  ${path}\n`);
  writeFileSync(join(folder, SUMS_FILE), lines.join(''));
}
