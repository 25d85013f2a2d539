import type { Grid } from './grid.ts';

/** The columns of a header row, parted where a column between them is empty from the header on down. */
export function columnBlocks<Column extends { readonly column: number }>(
  grid: Grid,
  columns: readonly Column[],
  headerBottom: number,
): Column[][] {
  const [first] = columns;
  if (first === undefined) return [];
  const gaps = new Set<number>();
  columns.forEach(({ column }, index) => {
    const next = columns[index + 1]?.column ?? column;
    for (let between = column + 1; between < next; between++) gaps.add(between);
  });
  if (gaps.size > 0) removeFilled(grid, headerBottom, gaps);
  const blocks: Column[][] = [[first]];
  columns.slice(1).forEach((column, index) => {
    const before = columns[index]?.column ?? 0;
    const isParted = range(before + 1, column.column).some((each) => gaps.has(each));
    if (isParted) blocks.push([column]);
    else blocks.at(-1)?.push(column);
  });
  return blocks;
}

function removeFilled(grid: Grid, headerBottom: number, gaps: Set<number>): void {
  for (const { row, cells } of grid.rows) {
    if (row <= headerBottom) continue;
    for (const { column, kind } of cells) if (kind !== 'blank') gaps.delete(column);
    if (gaps.size === 0) return;
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
