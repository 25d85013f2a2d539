import type { Cell, GridRow, Merge } from '../grid/grid.ts';
import { rangeFinder } from './ranges.ts';

/** A link that a sheet keeps apart from its cells. */
export interface Link extends Merge {
  readonly address: string;
}

/** A row while its cells are still gathered. */
export interface SheetRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: Cell[];
}

/**
 * Brings the rows of a sheet in order, gives cells their links, and drops what is stored behind merged cells: only the
 * top left one shows its value. Of two cells at one address, the later counts.
 */
export function layOut(
  read: readonly SheetRow[],
  merges: readonly Merge[],
  links: readonly Link[],
): { rows: GridRow[]; merges: readonly Merge[] } {
  if (merges.length === 0 && links.length === 0) return { rows: inOrder(read), merges };
  const mergeAt = rangeFinder(merges);
  const linkAt = rangeFinder(links);
  const rows: GridRow[] = [];
  for (const row of inOrder(withBlankLinks(read, links))) {
    const cells: Cell[] = [];
    for (const cell of row.cells) {
      const merge = mergeAt(cell.row, cell.column);
      if (merge !== null && (merge.top !== cell.row || merge.left !== cell.column)) continue;
      const link = linkAt(cell.row, cell.column);
      cells.push(link === null ? cell : { ...cell, link: link.address });
    }
    if (cells.length > 0) rows.push({ ...row, cells });
  }
  return { rows, merges };
}

/** A link on a cell that holds nothing makes it a blank cell with a link; of a whole block, its top left cell. */
function withBlankLinks(rows: readonly SheetRow[], links: readonly Link[]): readonly SheetRow[] {
  if (links.length === 0) return rows;
  const blanks = links.map(
    ({ top: row, left: column, address: link }): SheetRow => ({
      row,
      hidden: false,
      cells: [{ row, column, kind: 'blank', value: null, shown: '', format: null, link, formula: 'none' }],
    }),
  );
  return [...blanks, ...rows];
}

/** Rows by rising number, cells by rising column, the parts of a row that was told in pieces put together. */
function inOrder(read: readonly SheetRow[]): SheetRow[] {
  if (rising(read.map(({ row }) => row))) return read.map(withCellsInOrder);
  const byRow = new Map<number, SheetRow>();
  for (const row of read) {
    const known = byRow.get(row.row);
    byRow.set(row.row, known === undefined ? row : joined(known, row));
  }
  return [...byRow.values()].map(withCellsInOrder).sort((one, other) => one.row - other.row);
}

/** Cells are added in place, as a row may come in very many pieces. */
function joined(known: SheetRow, more: SheetRow): SheetRow {
  for (const cell of more.cells) known.cells.push(cell);
  return known.hidden || !more.hidden ? known : { ...known, hidden: true };
}

function withCellsInOrder(row: SheetRow): SheetRow {
  if (rising(row.cells.map(({ column }) => column))) return row;
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  return { ...row, cells: [...byColumn.values()].sort((one, other) => one.column - other.column) };
}

function rising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}
