import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnUp } from '../../../src/site/charts/burn-up.ts';
import { type Chart, countTicks, day } from '../../../src/site/charts/chart.ts';
import { draw, FRAME, scalesOf } from '../../../src/site/charts/geometry.ts';
import { keptChart } from '../../../src/site/charts/kept-chart.ts';
import { paceChart } from '../../../src/site/charts/pace-chart.ts';
import { formats } from '../../../src/site/format.ts';
import type { SnapshotGoal } from '../../../src/snapshot/snapshot.ts';
import { de } from '../../../src/words/de.ts';
import { en } from '../../../src/words/en.ts';
import { goal, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

const AS_OF = '2026-03-04';
const british = formats('en-GB', AS_OF);
const WEEK_ENDS = ['2026-02-08', '2026-02-15', '2026-02-22', '2026-03-01', AS_OF];

/** A goal due on 1 May with a trend of five points. */
function goalWith(more: Partial<SnapshotGoal>): SnapshotGoal {
  const [team] = snapshotOf(planOf([goal({ milestones: [milestone()] })])).teams;
  const [only] = team?.goals ?? [];
  if (!only) throw new Error('no goal');
  const done = [0, 1, 1, 2, 4];
  return {
    ...only,
    due: '2026-05-01',
    trend: WEEK_ENDS.map((end, i) => ({
      day: end,
      progress: i / 10,
      expected: 0.5,
      actions: i < 3 ? 8 : 10,
      done: done[i] ?? 0,
    })),
    ...more,
  };
}

describe('the burn-up of a goal', () => {
  it('has all actions and those done by week, and two lines on to when the rest is likely to be done', () => {
    const chart = burnUp(
      goalWith({ forecast: { p50: '2026-04-01', p85: '2026-05-20' } }),
      AS_OF,
      british,
      en.charts,
    );
    const points = new Map(chart?.series.map(({ role, points: of }) => [role, of.map(({ y }) => y)]));
    expect(points.get('scope')).toEqual([8, 8, 8, 10, 10]);
    expect(points.get('done')).toEqual([0, 1, 1, 2, 4]);
    expect(points.get('soon')).toEqual([4, 10]);
    expect(chart?.series.find(({ role }) => role === 'sure')?.points.at(-1)).toEqual({
      x: day('2026-05-20'),
      y: 10,
    });
    expect(chart?.to).toBe(day('2026-05-20'));
    expect(chart?.title).toBe('6 actions left: likely done by 20 May, after the due day, 1 May.');
    expect(chart?.table.rows).toEqual([
      ['8 Feb', '8', '0'],
      ['15 Feb', '8', '1'],
      ['22 Feb', '8', '1'],
      ['1 Mar', '10', '2'],
      ['4 Mar', '10', '4'],
    ]);
  });

  it('says so where there is no forecast, and is none where the history is short', () => {
    const chart = burnUp(goalWith({ forecast: null }), AS_OF, british, en.charts);
    expect(chart?.note).toBe(en.charts.noForecast);
    expect(chart?.series.map(({ role }) => role)).toEqual(['scope', 'done']);
    expect(chart?.to).toBe(day('2026-05-01'));
    expect(burnUp(goalWith({ trend: goalWith({}).trend.slice(-2) }), AS_OF, british, en.charts)).toBeNull();
  });
});

describe('progress against pace', () => {
  const trendOf = (...gaps: number[]) =>
    gaps.map((gap, i) => ({ day: WEEK_ENDS[i] ?? AS_OF, progress: 0.5 - gap, expected: 0.5 }));
  const titleOf = (...gaps: number[]) => paceChart(trendOf(...gaps), british, en.charts)?.title;

  it.each([
    [[0.3, 0.3, 0.25, 0.2, 0.1], '10 points behind, and catching up: 30 four weeks ago.'],
    [[0.1, 0.1, 0.15, 0.2, 0.3], '30 points behind, and falling back: 10 four weeks ago.'],
    [[-0.1, 0, 0, 0.05, 0.1], '10 points behind; four weeks ago it was on pace.'],
    [[0.1, 0.1, 0.1, 0.1, 0.11], '11 points behind, as four weeks ago.'],
    [[0.1, 0.1, 0, 0, 0], 'On pace.'],
    [[0.1, 0, 0, 0, -0.2], '20 points ahead of pace.'],
  ])('of gaps %j says “%s”', (gaps, title) => {
    expect(titleOf(...gaps)).toBe(title);
  });

  it('is none from fewer than three weeks', () => {
    expect(titleOf(0.1, 0.1)).toBeUndefined();
    expect(titleOf()).toBeUndefined();
  });
});

describe('promises by week', () => {
  const week = (start: string, kept: number, late: number, missed: number) => ({ start, kept, late, missed });

  it('stand on one another, and are summed up in words', () => {
    const chart = keptChart([week('2026-02-16', 2, 1, 0), week('2026-02-23', 0, 0, 1)], british, de);
    expect(chart?.title).toBe('2 von 4 Zusagen in 2 Wochen gehalten.');
    const [kept, late] = draw(chart ?? failed());
    const { y } = scalesOf(chart ?? failed());
    expect(kept?.columns[0]?.y).toBe(y(2));
    expect(late?.columns[0]?.y).toBe(y(3));
    expect(late?.columns[0]?.height).toBeCloseTo(y(0) - y(1), 1);
  });

  it('are no chart where none was due', () => {
    expect(keptChart([week('2026-02-16', 0, 0, 0)], british, en)).toBeNull();
    expect(keptChart([], british, en)).toBeNull();
  });
});

function failed(): Chart {
  throw new Error('no chart');
}

describe('ticks of a count', () => {
  it.each([
    [0, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [7, [0, 2, 4, 6, 8]],
    [22, [0, 10, 20, 30]],
  ])('up to %j are %j', (largest, ticks) => {
    expect(countTicks(largest, String).ticks.map(({ y }) => y)).toEqual(ticks);
  });

  it('are few, round, and hold the largest value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e7 }), (largest) => {
        const { top, ticks } = countTicks(largest, String);
        expect(top).toBeGreaterThanOrEqual(largest);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.at(-1)?.y).toBe(top);
      }),
    );
  });
});

describe('what is drawn', () => {
  it('lies within the plot, and the names of lines keep apart', () => {
    const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: 1, max: 400 }), (actions, done, days) => {
        const trend = WEEK_ENDS.map((end, i) => ({
          day: end,
          progress: 0,
          expected: 0,
          actions: (actions[i] ?? 0) + 41,
          done: done[i] ?? 0,
        }));
        const p85 = new Date(Date.parse(AS_OF) + days * 86_400_000).toISOString().slice(0, 10);
        const chart = burnUp(goalWith({ trend, forecast: { p50: AS_OF, p85 } }), AS_OF, british, en.charts);
        const drawn = draw(chart ?? failed());
        for (const { path } of drawn)
          for (const [, x, y] of path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(FRAME.left);
            expect(Number(x)).toBeLessThanOrEqual(FRAME.right);
            expect(Number(y)).toBeGreaterThanOrEqual(FRAME.top);
            expect(Number(y)).toBeLessThanOrEqual(FRAME.bottom);
          }
        const heights = drawn.flatMap(({ label }) => label?.y ?? []).sort((a, b) => a - b);
        for (const [i, height] of heights.entries())
          if (i > 0) expect(height - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(12.9);
      }),
    );
  });
});
