import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecasts, HORIZON_WEEKS, sampleOf } from '../../src/rollup/forecast.ts';
import { inDays, TODAY } from '../helpers/rows.ts';
import { one } from '../helpers/scored.ts';

const sample = (...weeks: number[]) => ({ weeks, done: weeks.reduce((sum, count) => sum + count, 0) });
const forecast = (weeks: number[], remaining: number) => one(forecasts(sample(...weeks), [remaining], TODAY));

describe('worked out by hand', () => {
  test('1, 1, 1, 1 with 3 left: 3 weeks for sure', () => {
    expect(forecast([1, 1, 1, 1], 3)).toMatchObject({
      p50: inDays(21),
      p85: inDays(21),
      chances: [0, 0, 1],
    });
  });

  test('2, 0, 2, 0 with 2 left: 1/2, 3/4, 7/8 in 1, 2, 3 weeks', () => {
    expect(forecast([2, 0, 2, 0], 2)).toMatchObject({
      p50: inDays(7),
      p85: inDays(21),
      chances: [0.5, 0.75, 0.875],
    });
  });

  test('0, 1, 1, 2 with 2 left: 1/4, then 1 − (1/16 + 2 × 1/4 × 1/2) = 11/16, then 1 − (1/64 + 3 × 1/16 × 1/2) = 57/64', () => {
    const { p50, p85, chances } = forecast([0, 1, 1, 2], 2);
    expect(chances).toEqual([1 / 4, 11 / 16, 57 / 64]);
    expect([p50, p85]).toEqual([inDays(14), inDays(21)]);
  });

  test('a chance of exactly 85 % is enough: 17 of 20 weeks', () => {
    const weeks = [...Array.from({ length: 17 }, () => 1), 0, 0, 0];
    expect(forecast(weeks, 1).p85).toBe(inDays(7));
    expect(forecast([...weeks, 0], 1).p85).toBe(inDays(14));
  });

  test('it carries its sample and what is left', () => {
    expect(forecast([2, 0, 2, 0], 5)).toMatchObject({
      sample: { weeks: [2, 0, 2, 0], done: 4 },
      remaining: 5,
    });
  });
});

describe('the horizon of 104 weeks', () => {
  test('104 at one a week are reached in the last week', () => {
    expect(forecast([1, 1, 1, 1], 104)).toMatchObject({ p50: inDays(728), p85: inDays(728) });
  });
  test('105 are not', () => {
    const { p50, p85, chances } = forecast([1, 1, 1, 1], 105);
    expect([p50, p85]).toEqual([null, null]);
    expect(chances).toHaveLength(HORIZON_WEEKS);
  });
  test('50 % may lie within it and 85 % beyond', () => {
    const { p50, p85 } = forecast([0, 1, 1, 2], 102);
    expect(p50).not.toBeNull();
    expect(p85).toBeNull();
  });
});

/** The chance that `weeks` weeks suffice, by looking at every possible draw. */
function bruteForce(counts: readonly number[], remaining: number, weeks: number): number {
  if (remaining <= 0) return 1;
  if (weeks === 0) return 0;
  const chances = counts.map((count) => bruteForce(counts, remaining - count, weeks - 1));
  return chances.reduce((sum, chance) => sum + chance, 0) / counts.length;
}

const counts = fc
  .array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 12 })
  .filter((weeks) => weeks.some((count) => count > 0));
const amount = fc.integer({ min: 1, max: 40 });

describe('properties', () => {
  test('equal to looking at every possible draw', () => {
    const few = fc
      .array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 5 })
      .filter((weeks) => weeks.some((count) => count > 0));
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 8 }), (weeks, remaining) => {
        forecast(weeks, remaining)
          .chances.slice(0, 6)
          .forEach((chance, index) => {
            expect(chance).toBeCloseTo(bruteForce(weeks, remaining, index + 1), 12);
          });
      }),
      { numRuns: 60 },
    );
  });

  const late = (day: number | null) => day ?? Number.POSITIVE_INFINITY;

  test('more left never ends earlier, and 85 % is never before 50 %', () => {
    fc.assert(
      fc.property(counts, amount, fc.nat({ max: 20 }), (weeks, remaining, more) => {
        const fewer = forecast(weeks, remaining);
        const longer = forecast(weeks, remaining + more);
        expect(late(longer.p50)).toBeGreaterThanOrEqual(late(fewer.p50));
        expect(late(longer.p85)).toBeGreaterThanOrEqual(late(fewer.p85));
        expect(late(fewer.p85)).toBeGreaterThanOrEqual(late(fewer.p50));
      }),
    );
  });

  test('chances are shares that never fall, and end with the first of 85 % or at the horizon', () => {
    fc.assert(
      fc.property(counts, amount, (weeks, remaining) => {
        const { chances, p85 } = forecast(weeks, remaining);
        chances.forEach((chance, index) => {
          expect(chance).toBeGreaterThanOrEqual((chances[index - 1] ?? 0) - 1e-12);
          expect(chance).toBeLessThanOrEqual(1);
        });
        expect(chances.slice(0, -1).every((chance) => chance < 0.85)).toBe(true);
        expect(chances).toHaveLength(p85 === null ? HORIZON_WEEKS : (p85 - TODAY) / 7);
      }),
    );
  });

  test('several amounts at once are as each alone', () => {
    fc.assert(
      fc.property(counts, fc.array(amount, { minLength: 1, maxLength: 4 }), (weeks, amounts) => {
        const together = forecasts(sample(...weeks), amounts, TODAY);
        together.forEach(({ p50, p85 }, index) => {
          expect({ p50, p85 }).toMatchObject({
            p50: forecast(weeks, amounts[index] ?? 0).p50,
            p85: forecast(weeks, amounts[index] ?? 0).p85,
          });
        });
      }),
    );
  });

  test('the order of weeks changes not even the last digit', () => {
    fc.assert(
      fc.property(counts, amount, (weeks, remaining) => {
        expect(forecast([...weeks].reverse(), remaining).chances).toEqual(forecast(weeks, remaining).chances);
      }),
    );
  });
});

describe('sample', () => {
  // The as-of day is Wednesday, 4 March: the last 12 full weeks begin on Mondays, 84 + 2 to 7 + 2 days ago.
  const since = (start: number, doneOn: number[], weekStartsOn = 1) =>
    sampleOf(
      doneOn.map((days) => inDays(days)),
      inDays(start),
      TODAY,
      weekStartsOn,
    );
  const four = [-30, -23, -16, -9];

  test('12 weeks, oldest first; nothing of the as-of week, nor of before', () => {
    expect(since(-200, [-87, -86, -80, -79, -9, -3, -2, 0])).toEqual({
      weeks: [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      done: 5,
    });
  });
  test('none that began before the goal: it starts on the first day of a week, or on the day after', () => {
    expect(since(-37, four)).toEqual({ weeks: [0, 1, 1, 1, 1], done: 4 });
    expect(since(-36, four)).toEqual({ weeks: [1, 1, 1, 1], done: 4 });
  });
  test('3 weeks are too few', () => {
    expect(since(-30, four)).toEqual({ weeks: [1, 1, 1, 1], done: 4 });
    expect(since(-29, [...four, -10, -10])).toBeNull();
  });
  test('3 done are too few, however many weeks', () => {
    expect(since(-200, four.slice(1))).toBeNull();
  });
  test('weeks begin as the plan says: on Sundays, Saturday is of the week before', () => {
    // 28 February, 4 days ago, is a Saturday; 1 March a Sunday, so of the as-of week.
    expect(since(-200, [-4, -4, -4, -4, -3], 7)?.weeks.at(-1)).toBe(4);
    expect(since(-200, [-4, -4, -4, -4, -3], 1)?.weeks.at(-1)).toBe(5);
  });
});
