import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EVENTS, LAST, PENDING } from '../archive.ts';
import type { Repository } from '../git.ts';

/**
 * Makes the history in a folder that of a commit. Where the folder's own goes on from there, as a run leaves it that was
 * killed or could not push, it stays as it is: what it saw must not be seen a second time, on a later day.
 */
export function takeHistory(repository: Repository, commit: string, folder: string): void {
  const path = (name: string) => relative(repository.top, join(folder, name)).replaceAll('\\', '/');
  const none = Buffer.alloc(0);
  const theirs = repository.read(commit, path(EVENTS));
  const own = contentOf(join(folder, EVENTS)) ?? none;
  const length = theirs?.length ?? 0;
  const isLonger = own.length > length || existsSync(join(folder, PENDING));
  const goesOn = isLonger && own.subarray(0, length).equals(theirs ?? none);
  if (goesOn) return;
  // The events last: until they are there, the folder still goes on from nothing, and is taken anew.
  rmSync(join(folder, PENDING), { force: true });
  put(folder, LAST, repository.read(commit, path(LAST)));
  put(folder, EVENTS, theirs);
}

function contentOf(path: string): Buffer | null {
  return existsSync(path) ? readFileSync(path) : null;
}

function put(folder: string, name: string, content: Buffer | null): void {
  if (content === null) {
    rmSync(join(folder, name), { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  const aside = join(folder, `.tmp-${name}`);
  writeFileSync(aside, content, { flush: true });
  renameSync(aside, join(folder, name));
}
