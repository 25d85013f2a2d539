import { parseA1 } from '../grid/address.ts';
import type { Merge } from '../grid/grid.ts';
import { MAX_COLUMN } from './limits.ts';

/** A block of cells by its address, such as `A2:C4` or `B7`; null where the text is none. */
export function parseRange(text: string): Merge | null {
  const [from = '', to = from, ...more] = text.split(':');
  const [one, other] = [parseA1(from.trim()), parseA1(to.trim())];
  if (one === null || other === null || more.length > 0) return null;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/**
 * Finds the range that a cell belongs to, for cells that are asked for row by row, downwards. Ranges are never expanded
 * to their cells: for each column it is kept which range was the last to start, and how far down that goes.
 */
export function rangeFinder<Range extends Merge>(
  ranges: readonly Range[],
): (row: number, column: number) => Range | null {
  if (ranges.length === 0) return () => null;
  const waiting = [...ranges].sort((one, other) => one.top - other.top);
  const bottoms = new Uint32Array(MAX_COLUMN + 1);
  const indexes = new Uint32Array(MAX_COLUMN + 1);
  let next = 0;
  return (row, column) => {
    for (let range = waiting[next]; range !== undefined && range.top <= row; range = waiting[++next]) {
      if (range.bottom < row) continue;
      bottoms.fill(range.bottom, range.left, range.right + 1);
      indexes.fill(next, range.left, range.right + 1);
    }
    return (bottoms[column] ?? 0) < row ? null : (waiting[indexes[column] ?? 0] ?? null);
  };
}
