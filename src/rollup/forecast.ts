import { addDays, type Day } from '../grid/day.ts';
import { reaches } from './measure.ts';
import { fullWeeksBefore } from './weeks.ts';

/** Beyond two years a forecast says nothing. */
export const HORIZON_WEEKS = 104;
const LEAST_WEEKS = 4;
const LEAST_DONE = 4;

/** What the coming weeks are drawn from: how many actions were done in each past week. */
export interface Sample {
  readonly weeks: readonly number[];
  readonly done: number;
}

export interface Forecast {
  /** The day by which the work left is done with a chance of 50 %; null beyond the horizon. */
  readonly p50: Day | null;
  /** The same with a chance of 85 %. */
  readonly p85: Day | null;
  readonly sample: Sample;
  /** Actions left to do, each counted once whatever its weight. */
  readonly remaining: number;
  /** The chance that 1, 2, 3 … weeks suffice, up to the week of the 85 % day, or else to the horizon. */
  readonly chances: readonly number[];
}

/**
 * The weeks to draw from: of the last 12 full weeks before the as-of day's own, those that began on or after the goal's
 * start, each with the number of actions done in it. Null where they are too few to speak from.
 */
export function sampleOf(
  doneOn: readonly Day[],
  goalStart: Day,
  asOf: Day,
  weekStartsOn: number,
): Sample | null {
  const starts = fullWeeksBefore(asOf, weekStartsOn).filter((start) => start >= goalStart);
  const weeks = starts.map((start) => doneOn.filter((day) => day >= start && day < addDays(start, 7)).length);
  const done = weeks.reduce((sum, count) => sum + count, 0);
  return weeks.length >= LEAST_WEEKS && done >= LEAST_DONE ? { weeks, done } : null;
}

/**
 * Forecasts for several amounts of work left, from one sample. Each coming week draws one of the sampled weeks, all
 * alike and independent; the chance that k weeks suffice is that of the sum of k draws to reach the work left. It is
 * exact: the distribution of the sum is convolved week by week, with all sums from the largest amount on in one bin.
 * @param remaining amounts of work left, each a whole number above 0
 */
export function forecasts(sample: Sample, remaining: readonly number[], asOf: Day): Forecast[] {
  const chances = new Map<number, number[]>(remaining.map((amount) => [amount, []]));
  const pending = new Set(remaining);
  const most = Math.max(0, ...remaining);
  const draws = chancesOfDraws(sample.weeks);
  let sums = [1];
  for (let week = 1; week <= HORIZON_WEEKS && pending.size > 0; week += 1) {
    sums = convolve(sums, draws, most);
    for (const amount of pending) {
      const chance = chanceToReach(sums, amount);
      chances.get(amount)?.push(chance);
      if (reaches(chance, 0.85)) pending.delete(amount);
    }
  }
  return remaining.map((amount) => {
    const byWeek = chances.get(amount) ?? [];
    const dayOf = (wanted: number): Day | null => {
      const index = byWeek.findIndex((chance) => reaches(chance, wanted));
      return index < 0 ? null : addDays(asOf, 7 * (index + 1));
    };
    return { p50: dayOf(0.5), p85: dayOf(0.85), sample, remaining: amount, chances: byWeek };
  });
}

interface Draw {
  readonly count: number;
  readonly chance: number;
}

/** The chance of each count in one draw. By rising count, so that the order of weeks changes not even the last digit. */
function chancesOfDraws(weeks: readonly number[]): Draw[] {
  const times = new Map<number, number>();
  for (const count of weeks) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times]
    .sort(([one], [other]) => one - other)
    .map(([count, n]) => ({ count, chance: n / weeks.length }));
}

/** The distribution of one draw more; sums of `most` and above share the last bin. */
function convolve(sums: readonly number[], draws: readonly Draw[], most: number): number[] {
  const next = new Array<number>(most + 1).fill(0);
  sums.forEach((chance, sum) => {
    if (chance === 0) return;
    for (const draw of draws) {
      const to = Math.min(sum + draw.count, most);
      next[to] = (next[to] ?? 0) + chance * draw.chance;
    }
  });
  return next;
}

function chanceToReach(sums: readonly number[], amount: number): number {
  let chance = 0;
  for (let sum = amount; sum < sums.length; sum += 1) chance += sums[sum] ?? 0;
  return Math.min(1, chance);
}
