import { parseA1 } from '../grid/address.ts';
import type { Merge } from '../grid/grid.ts';
import { MAX_COLUMN, MAX_ROW } from './limits.ts';

/**
 * A block of cells by its address, such as `A2:C4` or `B7`, as far as it lies on the sheet; null where the text is none,
 * or none of it does.
 */
export function parseRange(text: string): Merge | null {
  const [from = '', to = from, ...more] = text.split(':');
  const [one, other] = [parseA1(from.trim()), parseA1(to.trim())];
  if (one === null || other === null || more.length > 0) return null;
  const [top, left] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  if (top > MAX_ROW || left > MAX_COLUMN) return null;
  return {
    top,
    left,
    bottom: Math.min(Math.max(one.row, other.row), MAX_ROW),
    right: Math.min(Math.max(one.column, other.column), MAX_COLUMN),
  };
}

/** The first leaf of the tree below: a power of two past the last column. */
const LEAVES = 2 ** Math.ceil(Math.log2(MAX_COLUMN + 1));

/**
 * Finds the range that a cell belongs to, for cells that are asked for row by row, downwards: of ranges that overlap, the
 * last to start. Ranges are never expanded to their cells, nor to their columns: a tree of intervals keeps, for each of
 * its blocks of columns, which range was the last to start on all of it.
 */
export function rangeFinder<Range extends Merge>(
  ranges: readonly Range[],
): (row: number, column: number) => Range | null {
  if (ranges.length === 0) return () => null;
  const waiting = [...ranges].sort((one, other) => one.top - other.top);
  /** Node 1 is all columns, nodes 2n and 2n + 1 are the halves of node n; a range is kept as its index + 1. */
  const last = new Uint32Array(2 * LEAVES);
  let next = 0;
  const start = ({ left, right }: Range, mark: number): void => {
    let low = left + LEAVES;
    let high = right + LEAVES + 1;
    for (; low < high; low >>= 1, high >>= 1) {
      if (low & 1) last[low++] = mark;
      if (high & 1) last[--high] = mark;
    }
  };
  return (row, column) => {
    for (let range = waiting[next]; range !== undefined && range.top <= row; range = waiting[++next]) {
      if (range.bottom >= row) start(range, next + 1);
    }
    let latest = 0;
    for (let node = column + LEAVES; node > 0; node >>= 1) latest = Math.max(latest, last[node] ?? 0);
    const range = waiting[latest - 1];
    return range === undefined || range.bottom < row ? null : range;
  };
}
