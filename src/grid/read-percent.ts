import type { Cell } from './grid.ts';
import type { LocaleFacts } from './locale.ts';
import { readAmount } from './read-number.ts';
import { type Reading, read } from './reading.ts';

/**
 * True where the plain numbers of a column are percent points (40 for 40 %), as they are if any of them is above 1;
 * else they are shares. Numbers written as percent have no say.
 */
export function countsInPercentPoints(cells: Iterable<Cell | undefined>, locale: LocaleFacts): boolean {
  for (const cell of cells) {
    const amount = readAmount(cell, locale);
    if (amount.ok && amount.value !== null && !amount.value.percent && amount.value.value > 1) return true;
  }
  return false;
}

/** The share in a cell, 0.4 for 40 %, not checked for its range; null where it is blank, a single dash or n/a. */
export function readShare(
  cell: Cell | undefined,
  locale: LocaleFacts,
  percentPoints: boolean,
): Reading<number | null> {
  const amount = readAmount(cell, locale);
  if (!amount.ok) return amount;
  if (amount.value === null) return read(null);
  const { value, percent } = amount.value;
  return read(percentPoints && !percent ? value / 100 : value);
}
