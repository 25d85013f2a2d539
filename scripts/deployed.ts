import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Snapshot, SnapshotChange } from '../src/snapshot/snapshot.ts';
import { siteFingerprint } from './fingerprint.ts';
import { sumOf } from './sums.ts';

const mark = z.object({
  version: z.literal(1),
  /** The fingerprint of the site that is deployed. */
  fingerprint: z.string(),
  /** The as-of day of the last plan that people were told of. */
  day: z.iso.date(),
  /** Sums of the changes of that day that they were told of. */
  told: z.array(z.string()),
});

/** What was deployed last, and what of it people were told. It holds nothing that can be read of the plan. */
export type Mark = z.infer<typeof mark>;

/** Where the mark is kept, beside the pulled plan. */
export function markPath(data: string): string {
  return join(data, '.deployed.json');
}

/** The fingerprint of the site of a pulled plan, as a mark holds it. @param plan its path */
export function deployedFingerprint(plan: string, env: Readonly<Record<string, string | undefined>>): string {
  return siteFingerprint(readFileSync(plan, 'utf8'), env, ['deployed']);
}

/** The mark that a file holds; null where there is none, or it cannot be read: then everything counts as new. */
export function readMark(path: string): Mark | null {
  try {
    return mark.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes a mark whole or not at all. */
export function writeMark(path: string, next: Mark): void {
  const aside = `${path}.tmp-${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(aside, `${JSON.stringify(next)}\n`);
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The changes that nobody was told of; of a plan that nobody was told of, those of its as-of day. */
export function untold({ changes, asOf }: Pick<Snapshot, 'changes' | 'asOf'>, last: Mark | null) {
  if (last === null) return changes.filter(({ day }) => day === asOf);
  const told = new Set(last.told);
  return changes.filter(
    (change) => change.day > last.day || (change.day === last.day && !told.has(key(change))),
  );
}

/** The mark of a plan of which people are told all. */
export function markOf({ changes, asOf }: Pick<Snapshot, 'changes' | 'asOf'>, fingerprint: string): Mark {
  const told = changes.filter(({ day }) => day === asOf).map(key);
  return { version: 1, fingerprint, day: asOf, told };
}

function key({ day, sort, row, kind, field, from, to }: SnapshotChange): string {
  return sumOf(JSON.stringify([day, sort, row, kind, field, from, to])).slice(0, 16);
}
