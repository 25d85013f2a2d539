import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileSums, filesBelow } from '../sums.ts';

/** The file that names the others with their sums, as `sha256sum --check` reads it. */
export const SUMS_FILE = 'files.sha256';

/**
 * Writes the SHA-256 of every file of a site but itself, a line each, sorted by path: what changed is in other lines.
 * @param sums takes them, for who needs them again
 */
export function writeSums(folder: string, sums = new FileSums()): void {
  const paths = filesBelow(folder).filter((path) => path !== SUMS_FILE);
  const lines = paths.sort().map((path) => `${sums.of(join(folder, path)).toString('hex')}  ${path}\n`);
  writeFileSync(join(folder, SUMS_FILE), lines.join(''));
}
