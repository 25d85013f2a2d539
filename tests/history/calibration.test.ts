import { describe, expect, it } from 'vitest';
import { calibration, forecastLines } from '../../src/history/calibration.ts';
import { historyOf } from '../../src/history/history.ts';
import type { Line } from '../../src/history/line.ts';
import type { Goal } from '../../src/plan/plan.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { goal, inDays } from '../helpers/rows.ts';

const noted = (id: string, p50: number | null, p85: number | null) => ({
  id,
  title: id,
  team: 'north',
  p50: p50 === null ? null : inDays(p50),
  p85: p85 === null ? null : inDays(p85),
});

/** A goal that is seen done on a day, or is still open, or else. */
const goals = (...states: Goal['state'][]) =>
  planWith(states.map((state, i) => goal({ id: `G${i + 1}`, due: inDays(i), state })));

function cameOut(lines: readonly Line[], asOf: number, ...forecasts: ReturnType<typeof noted>[]) {
  const all = [...lines, ...forecastLines(historyOf(lines), forecasts, inDays(0), 1)];
  return calibration(historyOf(all, inDays(asOf)), inDays(asOf));
}

describe('forecasts', () => {
  const lines = archiveOf([0, goals('in progress', 'in progress')]);

  it('are noted with their days', () => {
    expect(
      forecastLines(historyOf(lines), [noted('G2', 14, null), noted('G1', 7, 21)], inDays(0), 1),
    ).toMatchObject([
      { kind: 'forecast', day: '2026-03-04', row: 'G1', p50: '2026-03-11', p85: '2026-03-25' },
      { kind: 'forecast', day: '2026-03-04', row: 'G2', p50: '2026-03-18', p85: null },
    ]);
  });

  it('are noted once a week a goal', () => {
    // 4 March 2026 is a Wednesday: day 4 is the Sunday of its week, day 5 the Monday after.
    const once = [...lines, ...forecastLines(historyOf(lines), [noted('G1', 7, 21)], inDays(0), 1)];
    const again = (days: number) =>
      forecastLines(historyOf(once), [noted('G1', 7, 21), noted('G2', 7, 21)], inDays(days), 1).map(
        ({ row }) => row,
      );
    expect(again(0)).toEqual(['G2']);
    expect(again(4)).toEqual(['G2']);
    expect(again(5)).toEqual(['G1', 'G2']);
  });

  it('follow a goal through its names', () => {
    const renamed = archiveOf(
      [0, planWith([goal({ id: 'win', title: 'Win' })])],
      [1, planWith([goal({ id: 'keep', title: 'Keep' })])],
    );
    expect(forecastLines(historyOf(renamed), [noted('keep', 7, 21)], inDays(1), 1)).toMatchObject([
      { row: 'keep', key: 'win' },
    ]);
  });

  it('of goals that the history never saw are left alone', () => {
    const [line] = forecastLines(historyOf([]), [noted('G9', 7, 21)], inDays(0), 1);
    expect(historyOf(line ? [line] : []).forecasts).toEqual([]);
  });
});

describe('how forecasts came out', () => {
  it('counts those met by their day among those that are past', () => {
    // G1 was done on day 10: late for its 50 % day 7, in time for its 85 % day 14.
    // G2 was done on day 20: in time for both. G3 is open: day 14 has passed, day 40 has not.
    const lines = archiveOf(
      [0, goals('in progress', 'in progress', 'in progress')],
      [10, goals('done', 'in progress', 'in progress')],
      [20, goals('done', 'done', 'in progress')],
    );
    const found = cameOut(lines, 30, noted('G1', 7, 14), noted('G2', 21, 28), noted('G3', 14, 40));
    expect(found).toEqual({
      p50: { past: 3, met: 1, share: 1 / 3 },
      p85: { past: 2, met: 2, share: 1 },
      goals: 3,
    });
  });

  it('is not known before any is past', () => {
    const open = archiveOf([0, goals('in progress')]);
    expect(cameOut(open, 7, noted('G1', 7, 14))).toEqual({
      p50: { past: 0, met: 0, share: null },
      p85: { past: 0, met: 0, share: null },
      goals: 0,
    });
    expect(cameOut(open, 8, noted('G1', 7, 14)).p50).toEqual({ past: 1, met: 0, share: 0 });
  });

  it('meets a forecast on its very day', () => {
    const lines = archiveOf([0, goals('in progress')], [7, goals('done')]);
    expect(cameOut(lines, 30, noted('G1', 7, 7)).p50).toMatchObject({ past: 1, met: 1 });
    expect(cameOut(lines, 30, noted('G1', 6, 6)).p50).toMatchObject({ past: 1, met: 0 });
  });

  it('leaves out goals dropped or gone, and days beyond the horizon', () => {
    const lines = archiveOf(
      [0, goals('in progress', 'in progress', 'in progress')],
      [5, goals('in progress', 'dropped')],
    );
    const found = cameOut(lines, 60, noted('G1', null, null), noted('G2', 7, 14), noted('G3', 7, 14));
    expect(found.p50.past + found.p85.past).toBe(0);
  });
});
