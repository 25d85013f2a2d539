import type { Cell, Grid, Merge } from './grid.ts';
import { cellText } from './text.ts';

/** What stands over a column: the header's own text and, where there is one, the heading of the group it is in. */
export interface ColumnHeading {
  readonly column: number;
  /** Empty where only a group's heading stands over the column. */
  readonly text: string;
  readonly group: string;
  /** The cell that holds the text, else that of the group's heading. */
  readonly cell: Cell;
}

/** More columns than a plan with a column for each week of ten years; what stands further right heads nothing. */
export const HEADER_COLUMNS = 1_000;

/** The top of a sheet, with its merged cells at hand. */
export interface HeaderArea {
  /** By number, without the cells beyond the last column that a header may have. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  /** Merges of several rows in one column, by the row in which they begin. */
  readonly downwards: readonly Merge[];
  /** By row and column, the merge whose top left cell stands there. */
  readonly byCorner: ReadonlyMap<string, Merge>;
  /** By row, for each column that is under a merge of several columns in that row alone, its first cell. */
  readonly sideways: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
}

export function headerArea(grid: Grid, lastRow: number): HeaderArea {
  const rows = new Map<number, readonly Cell[]>();
  for (const { row, cells } of grid.rows) {
    if (row > lastRow + 1) break;
    rows.set(row, cells.length > HEADER_COLUMNS ? cells.slice(0, HEADER_COLUMNS) : cells);
  }
  const merges = grid.merges.filter(({ top }) => top <= lastRow);
  const byCorner = new Map(merges.map((merge) => [`${merge.top}/${merge.left}`, merge]));
  const sideways = new Map<number, Map<number, Cell>>();
  for (const { top, left, bottom, right } of merges) {
    const first = top === bottom && left < right ? cellAt(rows, top, left) : undefined;
    if (first === undefined) continue;
    const columns = sideways.get(top) ?? new Map<number, Cell>();
    for (let column = left; column <= Math.min(right, left + HEADER_COLUMNS); column++)
      columns.set(column, first);
    sideways.set(top, columns);
  }
  const downwards = merges.filter(({ top, left, bottom, right }) => left === right && bottom > top);
  return { rows, downwards, byCorner, sideways };
}

function cellAt(rows: HeaderArea['rows'], row: number, column: number): Cell | undefined {
  return rows.get(row)?.find((cell) => cell.column === column);
}

/**
 * The headings of a header whose names stand in one row. A heading that is merged from the row above counts as if it
 * stood here; one that is merged over several columns above heads a group of them.
 */
export function singleLine(area: HeaderArea, row: number): ColumnHeading[] {
  return headings(area, row, (column) => area.sideways.get(row - 1)?.get(column));
}

/** The headings of a header of two lines: `row` and the one below it. */
export function twoLines(area: HeaderArea, row: number): ColumnHeading[] {
  const upper = new Map((area.rows.get(row) ?? []).map((cell) => [cell.column, cell]));
  const found = headings(area, row + 1, (column) => upper.get(column) ?? area.sideways.get(row)?.get(column));
  const known = new Set(found.map(({ column }) => column));
  for (const [column, cell] of upper) {
    const text = cellText(cell);
    if (text !== '' && !known.has(column)) found.push({ column, text, group: '', cell });
  }
  return found.sort((one, other) => one.column - other.column);
}

/** The last row that belongs to a header: cells of it may be merged downwards, and a row of units may follow. */
export function headerBottom(area: HeaderArea, lines: readonly ColumnHeading[], row: number): number {
  let bottom = row;
  for (const { cell } of lines) {
    const merge = area.byCorner.get(`${cell.row}/${cell.column}`);
    if (merge !== undefined && merge.bottom <= row + 2 && holdsTexts(area, row + 1, merge.bottom))
      bottom = Math.max(bottom, merge.bottom);
  }
  const texts = (area.rows.get(bottom + 1) ?? []).map(cellText).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^(?:\(.*\)|\[.*\])$/s.test(text)) ? bottom + 1 : bottom;
}

function holdsTexts(area: HeaderArea, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) {
    const cells = area.rows.get(row) ?? [];
    if (cells.some(({ kind }) => kind !== 'text' && kind !== 'blank')) return false;
  }
  return true;
}

function headings(
  area: HeaderArea,
  row: number,
  groupOf: (column: number) => Cell | undefined,
): ColumnHeading[] {
  const found = new Map<number, ColumnHeading>();
  const add = (column: number, cell: Cell): void => {
    const text = cellText(cell);
    const group = groupOf(column);
    if (text !== '') found.set(column, { column, text, group: group ? cellText(group) : '', cell });
  };
  for (const { top, left, bottom } of area.downwards) {
    const cell = top < row && row <= bottom ? cellAt(area.rows, top, left) : undefined;
    if (cell !== undefined) add(left, cell);
  }
  for (const cell of area.rows.get(row) ?? []) add(cell.column, cell);
  return [...found.values()].sort((one, other) => one.column - other.column);
}
