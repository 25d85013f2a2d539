import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const CASES = resolve(import.meta.dirname, '../cases/workbooks');
const FILES = ['openpyxl.xlsx', 'openpyxl-1904.xlsx', 'xlsxwriter.xlsx', 'libreoffice.xlsx'].map((file) =>
  join(CASES, file),
);
const SCRIPT = resolve(import.meta.dirname, '../helpers/print-cells.ts');

/** The cells that a process in a time zone reads, and that zone's offset in minutes on 1970-01-01. */
async function readIn(timeZone: string): Promise<{ cells: string; offset: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...FILES], {
    env: { ...process.env, TZ: timeZone },
  });
  const lines = stdout.trimEnd().split('\n');
  return { offset: Number(lines.pop()), cells: lines.join('\n') };
}

it('the time zone of the machine moves no day, and changes nothing that is shown', async () => {
  const [east, west] = await Promise.all([readIn('Pacific/Kiritimati'), readIn('America/Los_Angeles')]);
  // Proves that the zones took effect, on both sides of UTC.
  expect(east.offset).not.toBe(west.offset);
  expect(west.offset).toBe(480);
  expect(east.cells).toContain('"kind":"day"');
  expect(east.cells).toBe(west.cells);
});
