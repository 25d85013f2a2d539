import type { Day } from '../grid/day.ts';
import type { Cell } from '../grid/grid.ts';
import { type DayContext, readDay, readDayText } from '../grid/read-day.ts';
import { type Reading, read } from '../grid/reading.ts';
import { cellText } from '../grid/text.ts';
import { LANGUAGES } from './languages.ts';
import { nameKey } from './name.ts';
import { statusOf } from './statuses.ts';

/** Whether a row is done by its Done on cell, and on which day where the cell tells. */
export interface Done {
  readonly done: boolean;
  readonly day: Day | null;
}

const NOT_DONE: Done = { done: false, day: null };
const DONE_NO_DAY: Done = { done: true, day: null };
const YES = new Set(['true', 'yes', 'y', 'x', '1', ...LANGUAGES.flatMap(({ yes }) => yes.map(nameKey))]);
const NO = new Set(['false', 'no', 'n', '0', 'not yet', ...LANGUAGES.flatMap(({ no }) => no.map(nameKey))]);

/** What a Done on cell says: the day, or a plain yes or no, or a check box, or a status. */
export function readDone(cell: Cell | undefined, context: DayContext): Reading<Done> {
  if (cell !== undefined && cell.formula !== 'uncached' && cell.kind !== 'error' && cell.kind !== 'day') {
    const word = cell.kind === 'boolean' ? `${cell.value}` : nameKey(cellText(cell).replace(/\ufe0f/g, ''));
    if (YES.has(word)) return read(DONE_NO_DAY);
    if (NO.has(word)) return read(NOT_DONE);
    const status = statusOf(cellText(cell));
    if (status?.state === 'done') return doneOn(cellText(cell), context);
    if (status?.declared === null && status.state !== 'dropped') return read(NOT_DONE);
  }
  const day = readDay(cell, context);
  if (!day.ok) return day;
  return read(day.value === null ? NOT_DONE : { done: true, day: day.value }, day.odd);
}

/** `Done 3 March 2026`, `✅ 2026-03-03`: the day that stands after the word, where one does. */
function doneOn(text: string, context: DayContext): Reading<Done> {
  const [rest = ''] = /\d[^()%]*/.exec(text) ?? [];
  if (!/\d\D+\d|\d \p{L}/u.test(rest)) return read(DONE_NO_DAY);
  const day = readDayText(rest.trim(), context);
  return day.ok ? read({ done: true, day: day.value }, day.odd) : day;
}
