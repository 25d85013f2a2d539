import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { said } from '../src/grid/said.ts';
import { type KeptPlan, keptText, readKept } from '../src/history/kept.ts';
import type { Line } from '../src/history/line.ts';
import { linesText, readLines } from '../src/history/read-lines.ts';
import { rebuildKept } from '../src/history/rebuild.ts';
import type { Problem } from '../src/plan/problem.ts';
import { flush } from './flush.ts';

export const EVENTS = 'events.jsonl';
export const LAST = 'last.json';
/**
 * What is about to be written. It appears whole, by a rename, and from then on the pull has happened: whoever finds it
 * writes what is still missing. It goes when all is written.
 */
export const PENDING = '.pending.json';

/** The history as it is kept in a folder. */
export interface Archive {
  readonly folder: string;
  readonly lines: readonly Line[];
  /** The last plan seen; null where the history begins. */
  readonly last: KeptPlan | null;
  /** A warning for each line or file that cannot be read. */
  readonly problems: readonly Problem[];
  /** What the files held, to find out whether another pull wrote in the meantime. */
  readonly found: Files;
}

interface Files {
  readonly events: Buffer;
  readonly last: string | null;
  readonly pending: string | null;
}

interface Pending {
  /** The length of the events before, in bytes. */
  readonly at: number;
  readonly events: string;
  readonly last: string;
}

/** Paths of the files that a history is kept in, whether they are there or not. */
export function archiveFiles(folder: string): string[] {
  return [EVENTS, LAST, PENDING].map((name) => join(folder, name));
}

/** Reads a history. A missing one is empty; nothing is written. What an interrupted pull has still to write counts. */
export function openArchive(folder: string): Archive {
  const found = readFiles(folder);
  const pending = pendingIn(found);
  const events =
    pending === null ? found.events : Buffer.concat([found.events, missing(found.events, pending)]);
  const { lines, problems } = readLines(events.toString('utf8'), EVENTS);
  const lastText = pending?.last ?? found.last;
  const last = lastText === null ? null : readKept(lastText);
  if (lines.length === 0) {
    return {
      folder,
      lines,
      last: null,
      problems: lastText === null ? problems : [...problems, lost(EVENTS)],
      found,
    };
  }
  return {
    folder,
    lines,
    last: last ?? rebuildKept(lines),
    problems: last === null ? [...problems, lost(LAST)] : problems,
    found,
  };
}

/**
 * Appends lines and keeps the plan that they lead to: both or neither, at whatever moment the process is killed.
 * Nothing is written where nothing changed. Throws where another pull has written since the archive was opened.
 */
export function writeArchive(archive: Archive, lines: readonly Line[], next: KeptPlan): void {
  const { folder, found } = archive;
  mkdirSync(folder, { recursive: true });
  for (const name of [PENDING, LAST]) rmSync(asideOf(folder, name), { force: true });
  const now = readFiles(folder);
  if (!now.events.equals(found.events) || now.last !== found.last || now.pending !== found.pending) {
    throw new Error(
      `The history in ${folder} was changed by another program while this pull ran. Nothing was added to it; pull again.`,
    );
  }
  finish(folder, now);
  const last = keptText(next);
  const { events, last: before } = readFiles(folder);
  if (lines.length === 0) {
    if (before !== last) replace(folder, LAST, last);
    return;
  }
  // A last line without an end was cut off: it stays as it is, on a line of its own.
  const text = (endsInside(events) ? '\n' : '') + linesText(lines);
  const pending: Pending = { at: events.length, events: text, last };
  replace(folder, PENDING, JSON.stringify(pending));
  finish(folder, { events, last: before, pending: JSON.stringify(pending) });
}

/** Writes what a pull has still to write. */
function finish(folder: string, files: Files): void {
  const pending = pendingIn(files);
  if (pending !== null) {
    const text = missing(files.events, pending);
    if (text.length > 0) appendFileSync(join(folder, EVENTS), text, { flush: true });
    replace(folder, LAST, pending.last);
  }
  rmSync(join(folder, PENDING), { force: true });
}

/** What of the pending events the file lacks: the rest of them, or, where the file was changed since, whole lines. */
function missing(events: Buffer, { at, events: text }: Pending): Buffer {
  const wanted = Buffer.from(text);
  const tail = events.subarray(at);
  if (events.length >= at && wanted.subarray(0, tail.length).equals(tail))
    return wanted.subarray(tail.length);
  const there = new Set(events.toString('utf8').split('\n'));
  const lines = text.split('\n').filter((line) => line !== '' && !there.has(line));
  const start = lines.length > 0 && endsInside(events) ? '\n' : '';
  return Buffer.from(start + lines.map((line) => `${line}\n`).join(''));
}

function endsInside(events: Buffer): boolean {
  return events.length > 0 && events.at(-1) !== 0x0a;
}

function readFiles(folder: string): Files {
  const textOf = (name: string): string | null =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null;
  const path = join(folder, EVENTS);
  return {
    events: existsSync(path) ? readFileSync(path) : Buffer.alloc(0),
    last: textOf(LAST),
    pending: textOf(PENDING),
  };
}

function pendingIn({ pending }: Files): Pending | null {
  if (pending === null) return null;
  try {
    const read: unknown = JSON.parse(pending);
    return isPending(read) ? read : null;
  } catch {
    return null;
  }
}

function isPending(value: unknown): value is Pending {
  return (
    typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    'events' in value &&
    'last' in value &&
    typeof value.at === 'number' &&
    typeof value.events === 'string' &&
    typeof value.last === 'string'
  );
}

function asideOf(folder: string, name: string): string {
  return join(folder, `.tmp-${name}`);
}

/** Writes a file whole or not at all: beside its place first, then renamed. */
function replace(folder: string, name: string, text: string): void {
  writeFileSync(asideOf(folder, name), text, { flush: true });
  renameSync(asideOf(folder, name), join(folder, name));
  flush(folder);
}

const LOST = {
  [EVENTS]: {
    message: said`${LAST} has the last plan seen, but ${EVENTS} has no line that can be read: the history begins anew.`,
    fix: said`Bring ${EVENTS} back from an earlier version, before the next pull, to keep what was first promised.`,
  },
  [LAST]: {
    message: said`${LAST} is missing or not whole. The last plan seen was worked out from ${EVENTS}; cells in error have no last good value unless the history follows them.`,
    fix: said`Nothing needs to be done: the next pull that finds the plan changed writes ${LAST} anew.`,
  },
};

function lost(name: keyof typeof LOST): Problem {
  return {
    severity: 'warning',
    code: 'damaged-history',
    sheet: '',
    cell: null,
    value: null,
    ...LOST[name],
    link: null,
    book: name,
    scope: { team: null, goal: null, milestone: null, leftOut: false },
  };
}
