import type { Day } from '../grid/day.ts';
import type { Measured } from '../plan/plan.ts';

/** Shares that differ by less than this are the same: sums of fractions carry dust. */
const TOLERANCE = 1e-9;

/** Whether a value reaches a limit. */
export function reaches(value: number, limit: number): boolean {
  return value >= limit - TOLERANCE;
}

/** A share held within 0 and 1; never a negative zero. */
export function clampShare(value: number): number {
  return Math.min(1, Math.max(0, value)) + 0;
}

/**
 * Σ weight × value / Σ weight of shares; null of nothing. Weights are above 0. They are added up in the order of their
 * size, so that moving rows changes not even the last digit, and against the largest, so that no weight overflows.
 */
export function weightedMean(
  items: readonly { readonly weight: number; readonly value: number }[],
): number | null {
  if (items.length === 0) return null;
  const ordered = [...items].sort((one, other) => one.weight - other.weight || one.value - other.value);
  const largest = ordered.at(-1)?.weight ?? 1;
  let weights = 0;
  let sum = 0;
  for (const { weight, value } of ordered) {
    weights += weight / largest;
    sum += (weight / largest) * value;
  }
  return clampShare(sum / weights);
}

/**
 * The share of the way that should lie behind by a day, at an even pace from start to due:
 * clamp((asOf − start) / (due − start), 0, 1). Where start is not before due, 1 from the due day on and 0 before.
 */
export function paceShare(start: Day, due: Day, asOf: Day): number {
  if (start >= due) return asOf >= due ? 1 : 0;
  return clampShare((asOf - start) / (due - start));
}

/**
 * The share of the way from baseline to target: clamp((current − baseline) / (target − baseline), 0, 1). A target below
 * its baseline counts downwards. Null unless all three are numbers and the target differs from the baseline.
 */
export function outcomeShare({
  baseline,
  target,
  current,
}: Pick<Measured, 'baseline' | 'target' | 'current'>): number | null {
  if (baseline === null || target === null || current === null || target === baseline) return null;
  const [done, way] = [current - baseline, target - baseline];
  if (Number.isFinite(done) && Number.isFinite(way)) return clampShare(done / way);
  return clampShare((current / 2 - baseline / 2) / (target / 2 - baseline / 2));
}
