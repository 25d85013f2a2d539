import { a1 } from '../grid/address.ts';
import type { Day } from '../grid/day.ts';
import type { HeaderColumn } from '../grid/header.ts';
import { localeFacts } from '../grid/locale.ts';
import { type DayContext, readDay, readDayText } from '../grid/read-day.ts';
import { readNumber } from '../grid/read-number.ts';
import type { Reading } from '../grid/reading.ts';
import { said } from '../grid/said.ts';
import { cellText } from '../grid/text.ts';
import type { Draft } from './draft.ts';
import type { WeeklyMeasure } from './plan.ts';
import type { Problem } from './problem.ts';
import type { PlanSheet } from './read-sheet.ts';
import { problemAt } from './report.ts';
import type { MeasureRow } from './rows.ts';
import { directionOf } from './words.ts';

const WEEK_OF = /^(?:week of|week (?:commencing|beginning|starting|ending)|w\/[ce]|w[ce])\s*:?\s+/i;

/** The day that heads a column of weekly values, as far as one can be read. */
function weekOf({ cell, text }: HeaderColumn, context: DayContext): Reading<Day | null> {
  return cell.kind === 'text' ? readDayText(text.replace(WEEK_OF, ''), context) : readDay(cell, context);
}

/** True for a header that stands for a day, be it one that cannot be told. */
export function isWeekColumn(column: HeaderColumn, locale: string | null, date1904: boolean): boolean {
  const week = weekOf(column, { locale: localeFacts(locale), date1904 });
  return week.ok ? week.value !== null : week.fault.code === 'ambiguous-day';
}

interface Week {
  readonly column: number;
  readonly day: Day;
}

/** The weekly measures that count, in the order of the sheet, and what is wrong with the header of the weeks. */
export function linkMeasures(
  drafts: readonly Draft<MeasureRow>[],
  locale: string | null,
  teamId: (name: string) => string | null,
  personName: (name: string) => string,
): { measures: WeeklyMeasure[]; problems: Problem[] } {
  const measures: WeeklyMeasure[] = [];
  const problems: Problem[] = [];
  const weeksOf = new Map<PlanSheet, Week[]>();
  for (const draft of drafts) {
    let weeks = weeksOf.get(draft.sheet);
    if (weeks === undefined) {
      weeks = readWeeks(draft.sheet, locale, problems);
      weeksOf.set(draft.sheet, weeks);
    }
    const team = teamId(typeof draft.fields.team === 'string' ? draft.fields.team : '');
    draft.scope = { team, goal: null, milestone: null };
    const direction = directionOf(typeof draft.fields.direction === 'string' ? draft.fields.direction : '');
    if (typeof direction !== 'string') draft.findings.push({ ...direction, field: 'direction' });
    const values = readValues(draft, weeks, locale);
    const { row } = draft;
    if (row === null || team === null || values === null || typeof direction !== 'string') continue;
    const owner = row.owner === null ? null : personName(row.owner);
    measures.push({
      measure: row.measure,
      team,
      owner,
      goal: row.goal,
      direction,
      unit: row.unit,
      weeks: values,
      source: draft.source,
    });
  }
  return { measures, problems };
}

function readWeeks(sheet: PlanSheet, locale: string | null, problems: Problem[]): Week[] {
  const context = { locale: localeFacts(locale), date1904: sheet.book.date1904 };
  const byDay = new Map<Day, Week>();
  for (const column of sheet.header.unknown) {
    const week = weekOf(column, context);
    const cell = a1(column.cell.row, column.column);
    const place = { book: sheet.book.name, sheet: sheet.grid.sheet, cell, value: column.text };
    if (!week.ok && week.fault.code === 'ambiguous-day') problems.push(problemAt(place, week.fault));
    if (!week.ok || week.value === null) continue;
    const first = byDay.get(week.value);
    if (first === undefined) {
      byDay.set(week.value, { column: column.column, day: week.value });
      if (week.odd) problems.push(problemAt(place, week.odd));
    } else {
      const message = said`The week of ${{ day: week.value }} has the column at ${a1(sheet.header.row, first.column)} already, which was read.`;
      problems.push(
        problemAt(place, {
          code: 'repeated-column',
          message,
          fix: said`Mend the day, or remove the column.`,
        }),
      );
    }
  }
  return [...byDay.values()].sort((one, other) => one.day - other.day);
}

/** The values of a row by week, blank weeks left out; null where a value is no number. */
function readValues(
  draft: Draft<MeasureRow>,
  weeks: readonly Week[],
  locale: string | null,
): WeeklyMeasure['weeks'] | null {
  const values: { day: Day; value: number }[] = [];
  let isWhole = true;
  for (const { column, day } of weeks) {
    const cell = draft.record.at(column);
    const reading = readNumber(cell, localeFacts(locale));
    if (!reading.ok) {
      isWhole = false;
      const { book, sheet, row } = draft.source;
      const place = { book, sheet, cell: a1(row, column), value: cellText(cell) || null };
      draft.findings.push({ ...reading.fault, field: `week ${day}`, place });
    } else if (reading.value !== null) values.push({ day, value: reading.value });
  }
  return isWhole ? values : null;
}
