import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays, type Day, dayFromIso, isoFromDay } from '../src/grid/day.ts';
import { lastGoodValues } from '../src/history/last-good.ts';
import { noLastGood } from '../src/plan/last-good.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { readSettings } from '../src/plan/read-settings.ts';
import { readWorkbook } from '../src/source/workbook.ts';
import { openArchive } from './archive.ts';
import { historyFolder } from './pipeline.ts';
import { remember } from './remember.ts';
import { sampleWorkbook } from './sample/workbook.ts';

const FIRST_DAY = '2026-03-25';
const AS_OF = '2026-06-17';

/**
 * Writes the plan that comes with Milepost, and the history that it would have if it had been pulled every day for 12
 * weeks. The same plan gives the same bytes.
 */
const data = resolve(import.meta.dirname, '..', 'data');
writeFileSync(join(data, 'plan.xlsx'), await sampleWorkbook());
const history = historyFolder(data, true);
rmSync(history, { recursive: true, force: true });
for (const day of daysBetween(FIRST_DAY, AS_OF)) {
  const iso = isoFromDay(day);
  pullOn(day, await sampleWorkbook(iso === AS_OF ? null : iso));
}
process.stderr.write('Wrote data/plan.xlsx and data/history/sample.\n');

function pullOn(day: Day, bytes: Uint8Array): void {
  const books = [readWorkbook(bytes, 'plan.xlsx')];
  const { settings } = readSettings(books, {});
  const archive = openArchive(history);
  const reading = readPlan(
    books,
    settings,
    day,
    archive.last === null ? noLastGood : lastGoodValues(archive.last),
  );
  if (reading.plan === null) throw new Error(`the sample cannot be read as of ${isoFromDay(day)}`);
  remember(archive, { ...reading, plan: reading.plan }, day).write();
}

function daysBetween(first: string, last: string): Day[] {
  const from = dayFromIso(first);
  const to = dayFromIso(last);
  if (from === null || to === null) throw new RangeError(`${first} or ${last} is no day`);
  return Array.from({ length: to - from + 1 }, (_, i) => addDays(from, i));
}
