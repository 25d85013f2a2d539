import type { Cell, Grid } from '../grid/grid.ts';
import type { HeaderColumn } from '../grid/header.ts';
import { type DayContext, readDay } from '../grid/read-day.ts';
import { readAmount } from '../grid/read-number.ts';
import { cellText, isBlank } from '../grid/text.ts';
import { nameKey } from './name.ts';
import { statusOf } from './statuses.ts';

/** Rows that are looked at: enough to tell what a column holds. */
const MOST_ROWS = 300;
const MOST_COLUMNS = 100;
/** One to four words with a capital, and nothing else: `Ann`, `Ann Lee`, `J. van der Berg`. */
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|da|di|la|le)){0,4}$/u;

/** What the cells of a column are, as counts of cells; all but `column` speak of the filled ones. */
export interface ColumnProfile {
  readonly column: HeaderColumn;
  readonly filled: number;
  readonly days: number;
  readonly numbers: number;
  readonly statuses: number;
  readonly people: number;
  /** Different texts. */
  readonly distinct: number;
  /** Mean length of the texts, in characters. */
  readonly length: number;
  /** The day in the middle of those found; null where there is none. */
  readonly medianDay: number | null;
  readonly texts: readonly string[];
}

/** What the columns of a sheet hold below a row. */
export function profileColumns(
  grid: Grid,
  bottom: number,
  columns: readonly HeaderColumn[],
  context: DayContext,
): ColumnProfile[] {
  const byColumn = new Map<number, Cell[]>(columns.slice(0, MOST_COLUMNS).map(({ column }) => [column, []]));
  for (const { cells } of grid.rows.filter(({ row }) => row > bottom).slice(0, MOST_ROWS)) {
    for (const cell of cells) if (!isBlank(cell)) byColumn.get(cell.column)?.push(cell);
  }
  return columns
    .slice(0, MOST_COLUMNS)
    .map((column) => profile(column, byColumn.get(column.column) ?? [], context));
}

function profile(column: HeaderColumn, cells: readonly Cell[], context: DayContext): ColumnProfile {
  const texts = cells.map(cellText);
  const days = cells.flatMap((cell) => {
    const reading = cell.kind === 'boolean' ? null : readDay(cell, context);
    return reading?.ok && reading.value !== null ? [Number(reading.value)] : [];
  });
  const numbers = cells.filter((cell) => {
    const reading = readAmount(cell, context.locale);
    return reading.ok && reading.value !== null;
  }).length;
  const words = texts.map(nameKey);
  return {
    column,
    filled: cells.length,
    days: days.length,
    numbers,
    statuses: texts.filter((text) => statusOf(text) !== null).length,
    people: texts.filter((text) => PERSON.test(text) && statusOf(text) === null).length,
    distinct: new Set(words).size,
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    medianDay: days.sort((one, other) => one - other)[Math.floor(days.length / 2)] ?? null,
    texts: words,
  };
}
