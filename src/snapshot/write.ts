import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Snapshot, snapshot } from './snapshot.ts';

/**
 * Writes the pulled plan whole or not at all: beside its place first, then renamed. The same plan gives the same bytes.
 * Throws where the plan breaks its own schema, which only an error in the program can cause.
 */
export function writeSnapshot(path: string, plan: Snapshot): void {
  const text = `${JSON.stringify(snapshot.parse(plan))}\n`;
  const aside = join(dirname(path), `.tmp-${basename(path)}-${process.pid}`);
  try {
    const file = openSync(aside, 'w');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
