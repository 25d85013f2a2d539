import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ownerIn, runs } from './owner.ts';

/** What a machine that cannot be asked has not touched for so long is nobody's any more. */
const FOREIGN_MILLISECONDS = 24 * 3_600_000;

/** The entries of a folder, by full path, that begin like this and whose owner is gone. */
export function leftovers(folder: string, prefix: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix));
  return names.map((name) => join(folder, name)).filter(isNobodys);
}

function isNobodys(path: string): boolean {
  const owner = ownerIn(path);
  if (owner === null) return false;
  const state = runs(owner);
  if (state !== null) return !state;
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > FOREIGN_MILLISECONDS;
}

/** Removes what killed processes left in a folder. Another that does the same at once is in nobody's way. */
export function clearLeftovers(folder: string, prefix: string): void {
  for (const path of leftovers(folder, prefix))
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** Brings back what a process was killed while replacing, and removes what it left beside. */
export function recover(out: string): void {
  const name = basename(out);
  for (const old of leftovers(dirname(out), `${name}.old-`)) {
    if (!existsSync(out)) renameSync(old, out);
  }
  clearLeftovers(dirname(out), `${name}.old-`);
  clearLeftovers(dirname(out), `${name}.new-`);
}
