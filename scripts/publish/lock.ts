import {
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageFault } from '../fault.ts';
import { clearLeftovers } from '../leftovers.ts';
import { ownerIn, ownerName, runs, thisProcess } from '../owner.ts';

const ASIDE = '.lock-';
const FREE = 'free';
const LOOK_MILLISECONDS = 200;
const TOUCH_MILLISECONDS = 20_000;
/** A lock of another machine that nobody touched for so long is nobody's. */
const FOREIGN_MILLISECONDS = 10 * 60_000;
/** Longer than any build takes; a run that hangs shall not pile up all later ones. */
const PATIENCE_MILLISECONDS = 10 * 60_000;

/**
 * Runs something while no other process does so in the same folder. Where one is at it, it says so and waits; what a
 * process that is gone left locked is taken over.
 *
 * Locks are numbered, and the highest number counts. Whoever finds that one free, or its owner gone, makes the next: of
 * several at once, the file system lets one. So none takes away a lock that another has just taken over.
 * @param patience how long to wait, in milliseconds; then it throws a UsageFault
 */
export async function locked<T>(
  folder: string,
  say: (line: string) => void,
  run: () => Promise<T>,
  patience = PATIENCE_MILLISECONDS,
): Promise<T> {
  clearLeftovers(folder, ASIDE);
  const path = await acquire(folder, say, Date.now() + patience);
  const timer = setInterval(() => touch(path), TOUCH_MILLISECONDS);
  timer.unref();
  try {
    return await run();
  } finally {
    clearInterval(timer);
    const aside = join(folder, ASIDE + ownerName(thisProcess()));
    writeFileSync(aside, FREE);
    renameSync(aside, path);
  }
}

async function acquire(folder: string, say: (line: string) => void, until: number): Promise<string> {
  let told = '';
  for (;;) {
    const last = highest(folder);
    const owner = last === 0 ? FREE : ownerOf(folder, last);
    if (owner === FREE) {
      const path = take(folder, last + 1);
      if (path !== null) return path;
    } else if (told !== owner) {
      say(`Waiting for another publish in ${folder}, by process ${owner.split('-')[0]}.`);
      told = owner;
    }
    if (Date.now() > until) {
      throw new UsageFault(
        `Another publish in ${folder} has not ended yet, by process ${owner.split('-')[0]}.`,
        `End it if it hangs. If it is gone, remove ${join(folder, `.lock.${last}`)}.`,
      );
    }
    if (owner !== FREE) await sleep(LOOK_MILLISECONDS);
  }
}

/** Makes the lock of this number; null where another was faster. */
function take(folder: string, number: number): string | null {
  const aside = join(folder, ASIDE + ownerName(thisProcess()));
  const path = join(folder, `.lock.${number}`);
  try {
    // A link, since a file that is made in its place is there before it says whose it is.
    writeFileSync(aside, ownerName(thisProcess()));
    linkSync(aside, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  // One that had slept since it looked may have found a number that was used and removed.
  if (highest(folder) !== number) {
    rmSync(path, { force: true });
    return null;
  }
  for (const below of numbers(folder))
    if (below < number) rmSync(join(folder, `.lock.${below}`), { force: true });
  return path;
}

/** Who has a lock, by name; `free` where nobody has it any more. */
function ownerOf(folder: string, number: number): string {
  const path = join(folder, `.lock.${number}`);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return FREE;
  const text = readFileSync(path, 'utf8');
  const owner = ownerIn(text);
  if (owner === null) return FREE;
  const isAlive = runs(owner) ?? Date.now() - found.mtimeMs < FOREIGN_MILLISECONDS;
  return isAlive ? text : FREE;
}

function highest(folder: string): number {
  return Math.max(0, ...numbers(folder));
}

function numbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const [, digits] = /^\.lock\.(\d+)$/.exec(name) ?? [];
    return digits === undefined ? [] : [Number(digits)];
  });
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder is gone: whoever removed it ended what this is for.
  }
}
