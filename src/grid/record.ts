import { a1 } from './address.ts';
import type { Cell, Grid, Merge } from './grid.ts';
import type { Header } from './header.ts';
import { isBlank } from './text.ts';

/** A row below the header that knows its cells by field. */
export interface GridRecord {
  readonly row: number;
  /** All cells of the row within the table, known columns or not. */
  readonly all: readonly Cell[];
  /** The row's own cell of a field. */
  own(field: string): Cell | undefined;
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
  const table: Table = {
    columns: new Map([...header.columns].map(([field, { column }]) => [field, column])),
    constants,
    speaker: mergedDownwards(grid, header.bottom),
  };
  const isInside = ({ column }: Cell): boolean => column >= header.left && column <= header.right;
  const records: GridRecord[] = [];
  for (const { row, cells: all } of grid.rows) {
    if (row <= header.bottom) continue;
    const cells = all.every(isInside) ? all : all.filter(isInside);
    if (!isEmpty(cells)) records.push(new TableRecord(row, cells, table));
  }
  return records;
}

/** What all records of a table share. */
interface Table {
  readonly columns: ReadonlyMap<string, number>;
  readonly constants: ReadonlyMap<string, Cell>;
  readonly speaker: ((row: number, column: number) => Cell | undefined) | null;
}

/** A plan may have hundreds of thousands of these: it keeps nothing that can be looked up. */
class TableRecord implements GridRecord {
  readonly row: number;
  readonly all: readonly Cell[];
  readonly #table: Table;
  #spoken: Map<string, Cell> | null = null;

  constructor(row: number, all: readonly Cell[], table: Table) {
    this.row = row;
    this.all = all;
    this.#table = table;
  }

  own(field: string): Cell | undefined {
    const column = this.#table.columns.get(field);
    return column === undefined ? undefined : this.at(column);
  }

  cell(field: string): Cell | undefined {
    return this.#elsewhere(field) ?? this.own(field) ?? this.#table.constants.get(field);
  }

  address(field: string): string | null {
    const column = this.#table.columns.get(field);
    if (column === undefined) return null;
    const cell = this.#elsewhere(field);
    return cell === undefined ? a1(this.row, column) : a1(cell.row, cell.column);
  }

  at(column: number): Cell | undefined {
    const { all } = this;
    // In most rows no cell is missing, so that the first look finds it.
    const first = all[column - (all[0]?.column ?? 0)];
    if (first?.column === column) return first;
    for (const cell of all) if (cell.column === column) return cell;
    return undefined;
  }

  speak(field: string, cell: Cell): void {
    this.#spoken ??= new Map();
    this.#spoken.set(field, cell);
  }

  /** The cell of another row that speaks for a field. */
  #elsewhere(field: string): Cell | undefined {
    const told = this.#spoken?.get(field);
    if (told !== undefined || this.#table.speaker === null) return told;
    const column = this.#table.columns.get(field);
    return column === undefined || !isBlank(this.own(field))
      ? undefined
      : this.#table.speaker(this.row, column);
  }
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
