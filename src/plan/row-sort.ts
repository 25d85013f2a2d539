import type { Cell, Grid } from '../grid/grid.ts';
import type { Header } from '../grid/header.ts';
import type { GridRecord } from '../grid/record.ts';
import { cellText, isBlank } from '../grid/text.ts';
import type { SheetSpec } from './columns.ts';
import { LANGUAGES } from './languages.ts';
import { comparable } from './name.ts';

const TOTAL = /^(?:grand |sub ?)?(?:totals?|sum|averages?|avg|mean)$/;
const OTHER_TOTALS: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ totals }) => totals.map(comparable)));
const TOTAL_START = /^(?:grand |sub ?)?(?:totals?|sum|averages?|avg)\b/;
/** Words that head a group of rows: periods, phases and places in a list. */
const HEADING_START =
  /^(?:q[1-4]|[1-4]q|h[12]|20\d\d|fy ?\d\d|phase|stage|sprint|part|section|week|wk|kw|month|quarter|trimestre|quartal|semestre|region)\b/;

/** The fields that name what a row belongs to. People write them once and leave the cells below blank. */
export const PARENT_FIELDS: readonly string[] = ['team', 'goal', 'milestone'];

/**
 * Tells whether a record is a row of the plan, or else a heading, a total or a header again.
 * @param isShared whether the rows of other sheets stand in the table too: then a row need not be whole
 * @returns a function of a record and of the one that comes next
 */
export function rowSorter(
  grid: Grid,
  spec: SheetSpec,
  header: Header,
  isShared: boolean,
): (record: GridRecord, next: GridRecord | undefined) => boolean {
  const needed = spec.columns.filter((column) => column.needed).map((column) => column.field);
  const parents = needed.filter((field) => field !== spec.title && PARENT_FIELDS.includes(field));
  const wide = new Set(
    grid.merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top}/${left}`),
  );
  const isWide = ({ row, column }: Cell): boolean => wide.has(`${row}/${column}`);
  return (record, next) => {
    const only = theOnly(record);
    if (isShared) {
      return only === null && !record.all.some(saysTotal) && !isHeaderAgain(record, spec, header);
    }
    const title = record.cell(spec.title);
    const holdsMore = needed.some((field) => field !== spec.title && !isBlank(record.own(field)));
    if (isBlank(title)) {
      if (!holdsMore || record.all.some(saysTotal)) return false;
      return only === null || !(isWide(only) || parents.some((field) => heads(record, next, field)));
    }
    if (holdsMore) return !isHeaderAgain(record, spec, header);
    const text = cellText(title);
    if (isTotal(comparable(text))) return false;
    return only === null || needed.length === 1 || !(isWide(only) || looksLikeHeading(text));
  };
}

/** True where a lone name of a parent stands over a row that leaves it blank. */
function heads(record: GridRecord, next: GridRecord | undefined, field: string): boolean {
  if (isBlank(record.own(field)) || next?.row !== record.row + 1) return false;
  return isBlank(next.own(field));
}

function theOnly(record: GridRecord): Cell | null {
  const [first, ...more] = record.all.filter((cell) => !isBlank(cell));
  return first !== undefined && more.length === 0 ? first : null;
}

/** `Q1 — EMEA`, `PHASE TWO`, `Later:`, `--- Europe ---`. */
function looksLikeHeading(text: string): boolean {
  const isLoud = text === text.toUpperCase() && text !== text.toLowerCase() && /\p{L}{3}/u.test(text);
  return isLoud || /:$|^[-–—=*#]{2}/.test(text) || HEADING_START.test(comparable(text));
}

/** Long tables repeat their header, for those who print or scroll them. */
function isHeaderAgain(record: GridRecord, spec: SheetSpec, header: Header): boolean {
  const repeats = (field: string): boolean => {
    const cell = record.own(field);
    const name = header.columns.get(field)?.cell;
    // Most titles differ from the header in their length, which is compared a thousand times as fast.
    if (cell?.kind !== 'text' || name?.kind !== 'text' || cell.value.length !== name.value.length)
      return false;
    return comparable(cell.value) === comparable(name.value);
  };
  if (!repeats(spec.title)) return false;
  return spec.columns.every(
    ({ field, needed }) => !needed || !(record.own(field) !== undefined) || repeats(field),
  );
}

function isTotal(text: string): boolean {
  return TOTAL.test(text) || OTHER_TOTALS.has(text);
}

/** A number may follow the word, as in `Total: 12`. */
function saysTotal(cell: Cell): boolean {
  if (cell.kind !== 'text') return false;
  const text = comparable(cell.value);
  return TOTAL_START.test(text) || OTHER_TOTALS.has(text.replace(/ [\d ]+$/, ''));
}
