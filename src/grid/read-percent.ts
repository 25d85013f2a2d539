import type { Cell } from './grid.ts';
import type { LocaleFacts } from './locale.ts';
import { readAmount } from './read-number.ts';
import { type Reading, read } from './reading.ts';
import { cellText } from './text.ts';

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

const PART = /^(\d{1,6})\s*(?:\/|of|out of|von|sur|de)\s*(\d{1,6})$/i;

/** 0.6 for `3/5` and `3 of 5`; null for what is no part of a whole. */
function partOf(cell: Cell | undefined): number | null {
  const [, part, whole] = (cell?.kind === 'text' && PART.exec(cellText(cell))) || [];
  return part === undefined || Number(whole) < Math.max(1, Number(part))
    ? null
    : Number(part) / Number(whole);
}

/** The share in a cell, 0.4 for 40 %, not checked for its range; null where it is blank, a dash or n/a. */
export function readShare(
  cell: Cell | undefined,
  locale: LocaleFacts,
  percentPoints: boolean,
): Reading<number | null> {
  const amount = readAmount(cell, locale);
  const part = amount.ok ? null : partOf(cell);
  if (part !== null) return read(part);
  if (!amount.ok) return amount;
  if (amount.value === null) return read(null);
  const { value, percent } = amount.value;
  return read(percentPoints && !percent ? value / 100 : value);
}
