import { a1, columnLetters } from './address.ts';
import type { Cell, Grid, Merge } from './grid.ts';
import type { Header } from './header.ts';
import { isBlank } from './text.ts';

/** A row below the header that knows its cells by field. */
export interface GridRecord {
  readonly row: number;
  /** All cells of the row within the table, known columns or not. */
  readonly all: readonly Cell[];
  /** The row's own cell of a field. */
  readonly own: ReadonlyMap<string, Cell>;
  /**
   * The cell that speaks for a field: the row's own; or the top one of cells that are merged downwards; or one that was
   * filled down from above; or the value that every row has.
   */
  cell(field: string): Cell | undefined;
  /** A1 address of the cell that speaks for a field, blank or not; null where the sheet has no such column. */
  address(field: string): string | null;
  /** The cell in a column that names no field. */
  at(column: number): Cell | undefined;
  /** Lets a cell of another row speak for a field that has a column. */
  speak(field: string, cell: Cell): void;
}

/**
 * The rows below a header that hold something. A check box that is off, alone in its row, is nothing.
 * @param constants the values of fields that have no column
 */
export function readRecords(
  grid: Grid,
  header: Header,
  constants: ReadonlyMap<string, Cell> = new Map(),
): GridRecord[] {
  const columns = [...header.columns].map(([field, { column }]) => ({
    field,
    column,
    letters: columnLetters(column),
  }));
  const byColumn = new Map(columns.map((entry) => [entry.column, entry]));
  const byField = new Map(columns.map((entry) => [entry.field, entry]));
  const speaker = mergedDownwards(grid, header.bottom);
  const isInside = ({ column }: Cell): boolean => column >= header.left && column <= header.right;
  const records: GridRecord[] = [];
  for (const gridRow of grid.rows) {
    const { row } = gridRow;
    if (row <= header.bottom) continue;
    const cells = gridRow.cells.every(isInside) ? gridRow.cells : gridRow.cells.filter(isInside);
    if (isEmpty(cells)) continue;
    const own = new Map<string, Cell>();
    for (const cell of cells) {
      const entry = byColumn.get(cell.column);
      if (entry !== undefined) own.set(entry.field, cell);
    }
    let spoken: Map<string, Cell> | null = null;
    const speaking = (field: string): Cell | undefined => {
      const entry = byField.get(field);
      if (entry === undefined) return undefined;
      const told = spoken?.get(field);
      if (told !== undefined || !isBlank(own.get(field))) return told;
      return speaker?.(row, entry.column);
    };
    records.push({
      row,
      all: cells,
      own,
      cell: (field) => speaking(field) ?? own.get(field) ?? constants.get(field),
      address(field) {
        const entry = byField.get(field);
        if (entry === undefined) return null;
        const elsewhere = speaking(field);
        return elsewhere === undefined ? `${entry.letters}${row}` : a1(elsewhere.row, elsewhere.column);
      },
      at: (column) => cells.find((cell) => cell.column === column),
      speak(field, cell) {
        spoken ??= new Map();
        spoken.set(field, cell);
      },
    });
  }
  return records;
}

function isEmpty(cells: readonly Cell[]): boolean {
  return cells.every((cell) => isBlank(cell) || (cell.kind === 'boolean' && !cell.value));
}

/**
 * Finds the top cell of the merged cells that a blank cell belongs to, where they go downwards below the header: a team
 * merged over its goals names the team of each. Merged sideways alone, a value stays in its first column.
 */
function mergedDownwards(
  grid: Grid,
  headerBottom: number,
): ((row: number, column: number) => Cell | undefined) | null {
  const byColumn = new Map<number, Merge[]>();
  for (const merge of grid.merges) {
    if (merge.bottom === merge.top || merge.top <= headerBottom) continue;
    const merges = byColumn.get(merge.left);
    if (merges) merges.push(merge);
    else byColumn.set(merge.left, [merge]);
  }
  if (byColumn.size === 0) return null;
  for (const merges of byColumn.values()) merges.sort((one, other) => one.top - other.top);
  const rows = new Map(grid.rows.map((row) => [row.row, row]));
  return (row, column) => {
    const merge = lastStartingAbove(byColumn.get(column) ?? [], row);
    if (merge === undefined || row > merge.bottom) return undefined;
    return rows.get(merge.top)?.cells.find((cell) => cell.column === column);
  };
}

/** Of merges by rising top, the last one that starts above a row. */
function lastStartingAbove(merges: readonly Merge[], row: number): Merge | undefined {
  let low = 0;
  let high = merges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((merges[middle]?.top ?? Number.POSITIVE_INFINITY) < row) low = middle + 1;
    else high = middle;
  }
  return merges[low - 1];
}
