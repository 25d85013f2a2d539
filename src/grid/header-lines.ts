import type { Cell, Grid, GridRow, Merge } from './grid.ts';
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

/** The top of a sheet, with its merged cells at hand. */
export interface HeaderArea {
  readonly rows: ReadonlyMap<number, GridRow>;
  /** Merges that begin in the rows where a header may stand. */
  readonly merges: readonly Merge[];
}

export function headerArea(grid: Grid, lastRow: number): HeaderArea {
  const rows = new Map<number, GridRow>();
  for (const row of grid.rows) {
    if (row.row > lastRow + 1) break;
    rows.set(row.row, row);
  }
  return { rows, merges: grid.merges.filter(({ top }) => top <= lastRow) };
}

/**
 * The headings of a header whose names stand in one row. A heading that is merged from the row above counts as if it
 * stood here; one that is merged over several columns above heads a group of them.
 */
export function singleLine(area: HeaderArea, row: number): ColumnHeading[] {
  return headings(area, row, (column) => groupAbove(area, row, column));
}

/** The headings of a header of two lines: `row` and the one below it. */
export function twoLines(area: HeaderArea, row: number): ColumnHeading[] {
  const upper = new Map((area.rows.get(row)?.cells ?? []).map((cell) => [cell.column, cell]));
  const found = headings(area, row + 1, (column) => upper.get(column) ?? groupAbove(area, row + 1, column));
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
    const merge = area.merges.find(({ top, left }) => top === cell.row && left === cell.column);
    if (merge !== undefined && merge.bottom <= row + 2 && holdsTexts(area, row + 1, merge.bottom))
      bottom = Math.max(bottom, merge.bottom);
  }
  const texts = (area.rows.get(bottom + 1)?.cells ?? []).map(cellText).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^(?:\(.*\)|\[.*\])$/s.test(text)) ? bottom + 1 : bottom;
}

function holdsTexts(area: HeaderArea, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) {
    const cells = area.rows.get(row)?.cells ?? [];
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
  for (const { top, left, bottom, right } of area.merges) {
    if (top >= row || bottom < row || left !== right) continue;
    const cell = area.rows.get(top)?.cells.find((each) => each.column === left);
    if (cell !== undefined) add(left, cell);
  }
  for (const cell of area.rows.get(row)?.cells ?? []) add(cell.column, cell);
  return [...found.values()].sort((one, other) => one.column - other.column);
}

/** The heading in the row above that is merged over several columns, this one among them. */
function groupAbove(area: HeaderArea, row: number, column: number): Cell | undefined {
  const merge = area.merges.find(
    ({ top, left, bottom, right }) =>
      bottom === row - 1 && top === bottom && left < right && left <= column && column <= right,
  );
  return merge && area.rows.get(merge.top)?.cells.find((cell) => cell.column === merge.left);
}
