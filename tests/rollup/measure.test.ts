import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampShare, outcomeShare, paceShare, reaches, weightedMean } from '../../src/rollup/measure.ts';
import { inDays } from '../helpers/rows.ts';

const measured = (baseline: number | null, target: number | null, current: number | null) =>
  outcomeShare({ baseline, target, current });

describe('pace', () => {
  test.each([
    ['25 of 100 days', -25, 75, 0.25],
    ['1 of 3 days', -1, 2, 1 / 3],
    ['the start day', 0, 10, 0],
    ['the day before the start', 1, 10, 0],
    ['the due day', -10, 0, 1],
    ['past the due day', -10, -3, 1],
    ['start = due, the day before', 1, 1, 0],
    ['start = due, on it', 0, 0, 1],
    ['start after due, before due', 5, 1, 0],
    ['start after due, on the due day', 5, 0, 1],
  ])('%s', (_, start, due, expected) => {
    expect(paceShare(inDays(start), inDays(due), inDays(0))).toBe(expected);
  });
});

describe('outcome', () => {
  test.each([
    ['(30 − 10) / (50 − 10) = 0.5', 10, 50, 30, 0.5],
    ['downwards: (65 − 80) / (20 − 80) = 0.25', 80, 20, 65, 0.25],
    ['beyond the target is 1', 0, 10, 25, 1],
    ['behind the baseline is 0', 0, 10, -5, 0],
    ['at the baseline is 0', 80, 20, 80, 0],
    ['zeros are numbers: (0 − 4) / (0 − 4) = 1', 4, 0, 0, 1],
    ['no baseline', null, 10, 5, null],
    ['no target', 0, null, 5, null],
    ['no current', 0, 10, null, null],
    ['target = baseline', 5, 5, 5, null],
    ['the largest numbers there are', -Number.MAX_VALUE, Number.MAX_VALUE, 0, 0.5],
  ])('%s', (_, baseline, target, current, expected) => {
    expect(measured(baseline, target, current)).toBe(expected);
  });

  test('is null or a share, never a negative zero', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, number, (baseline, target, current) => {
        const share = measured(baseline, target, current);
        expect(share === null || (share >= 0 && share <= 1 && !Object.is(share, -0))).toBe(true);
      }),
    );
  });
});

describe('weighted mean', () => {
  test('(1 × 1 + 3 × 0.5 + 4 × 0) / 8 = 0.3125', () => {
    expect(
      weightedMean([
        { weight: 1, value: 1 },
        { weight: 3, value: 0.5 },
        { weight: 4, value: 0 },
      ]),
    ).toBe(0.3125);
  });

  test('of nothing is null', () => {
    expect(weightedMean([])).toBeNull();
  });

  test('weights too large to add up', () => {
    const weight = Number.MAX_VALUE;
    expect(
      weightedMean([
        { weight, value: 1 },
        { weight, value: 0 },
      ]),
    ).toBe(0.5);
  });

  const items = fc.array(
    fc.record({
      weight: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  test('lies between the least and the greatest value', () => {
    fc.assert(
      fc.property(items, (list) => {
        const mean = weightedMean(list) ?? Number.NaN;
        const values = list.map(({ value }) => value);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.min(1, Math.max(...values) + 1e-9));
      }),
    );
  });

  test('does not depend on the order, to the last digit', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(weightedMean([...list].reverse())).toBe(weightedMean(list));
      }),
    );
  });
});

describe('limits', () => {
  test('are reached in spite of the dust of fractions: 0.5 − 0.4 < 0.1', () => {
    expect(0.5 - 0.4).toBeLessThan(0.1);
    expect(reaches(0.5 - 0.4, 0.1)).toBe(true);
  });
  test('are not reached from more than 1e-9 below', () => {
    expect(reaches(0.1 - 2e-9, 0.1)).toBe(false);
  });
  test('shares have no negative zero', () => {
    expect(clampShare(-0)).toBe(0);
    expect(Object.is(clampShare(-0), -0)).toBe(false);
  });
});
