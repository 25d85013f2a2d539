import { a1 } from '../../src/grid/address.ts';
import { isoFromDay } from '../../src/grid/day.ts';
import type { Cell, Grid, Workbook } from '../../src/grid/grid.ts';

/** What a cell holds in words: `text Call`, `day 2026-03-31`; with `= ` before, a formula's result; `=? blank` where that is not stored. */
function told(cell: Cell): string {
  const formula = { none: '', cached: '= ', uncached: '=? ' }[cell.formula];
  if (cell.kind === 'blank') return `${formula}blank`;
  return `${formula}${cell.kind} ${cell.kind === 'day' ? isoFromDay(cell.value) : String(cell.value)}`;
}

/** All cells of a sheet in words, by address. */
export function cellsOf(grid: Grid | undefined): Record<string, string> {
  const cells = (grid?.rows ?? []).flatMap((row) => row.cells);
  return Object.fromEntries(cells.map((cell) => [a1(cell.row, cell.column), told(cell)]));
}

/** The cell at an address of a sheet, the first unless another is named. */
export function cellAt(
  workbook: Workbook,
  address: string,
  sheet = workbook.grids[0]?.sheet,
): Cell | undefined {
  const grid = workbook.grids.find((each) => each.sheet === sheet);
  return grid?.rows.flatMap((row) => row.cells).find((cell) => a1(cell.row, cell.column) === address);
}
