import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../src/grid/day.ts';
import { historyOf } from '../../src/history/history.ts';
import { noHistory } from '../../src/history/promises.ts';
import type { Goal } from '../../src/plan/plan.ts';
import { scorePlan } from '../../src/rollup/score.ts';
import { trends } from '../../src/rollup/trend.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { action, doneAction, goal, inDays, milestone, TODAY } from '../helpers/rows.ts';

/** What the trend says of a plan that was seen a number of days from today, the last time today. */
function trendOf(...seen: readonly (readonly [days: number, goals: readonly Goal[]])[]) {
  const lines = archiveOf(...seen.map(([days, goals]) => [days, planWith(goals)] as const));
  const [, last = []] = seen.at(-1) ?? [];
  const history = historyOf(lines, TODAY);
  return trends(planWith(last), history.changes, TODAY, inDays(seen[0]?.[0] ?? 0));
}

const of = (actions: Parameters<typeof milestone>[0] = {}, more: Parameters<typeof goal>[0] = {}) =>
  goal({ ...more, milestones: [milestone(actions)] });

describe('the trend', () => {
  it('ends with today’s figures, and has the end of each full week since the history began', () => {
    const goals = [of({ actions: [action({ id: 'a' }), doneAction(inDays(-10), { id: 'b' })] })];
    const { teams, goals: byGoal } = trendOf([-24, goals], [0, goals]);
    const [scored] = scorePlan(planWith(goals), noHistory, TODAY).teams;
    const points = teams.get(scored?.team.id ?? '') ?? [];
    // Today is Wednesday, 4 March 2026; the history begins on Sunday, 8 February.
    expect(points.map(({ day }) => isoFromDay(day))).toEqual([
      '2026-02-08',
      '2026-02-15',
      '2026-02-22',
      '2026-03-01',
      '2026-03-04',
    ]);
    expect(points.at(-1)).toEqual({ day: TODAY, progress: scored?.progress, expected: scored?.expected });
    // Done on 22 February: nothing before that Sunday, half of it from then on.
    expect(points.map(({ progress }) => progress)).toEqual([0, 0, 0.5, 0.5, 0.5]);
    expect(byGoal.get('goal')?.map(({ actions, done }) => [actions, done])).toEqual([
      [2, 0],
      [2, 0],
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
  });

  it('takes back due days, outcomes and what was added since', () => {
    const measured = { baseline: 0, target: 10 };
    const before = [of({ due: inDays(10), actions: [action({ id: 'a' })] }, { ...measured, current: 2 })];
    const after = [
      of(
        { due: inDays(60), actions: [action({ id: 'a' }), action({ id: 'b' })] },
        { ...measured, current: 6 },
      ),
    ];
    const points = trendOf([-20, before], [-5, after], [0, after]).goals.get('goal') ?? [];
    expect(points.map(({ progress }) => progress)).toEqual([0.2, 0.2, 0.6, 0.6]);
    expect(points.map(({ actions }) => actions)).toEqual([1, 1, 2, 2]);
  });

  it('takes back a due day, so that the pace is that of then', () => {
    const from = inDays(-40);
    const [before, after] = [inDays(0), inDays(40)].map((due) => [
      of({ start: from, due, actions: [action({ id: 'a', due })] }),
    ]);
    const points = trendOf([-20, before ?? []], [-5, after ?? []], [0, after ?? []]).goals.get('goal') ?? [];
    // 15 February: 23 of 40 days; 22 February: 30 of 40; 1 March: 37 of 80; today: 40 of 80.
    expect(points.map(({ expected }) => expected)).toEqual([23 / 40, 30 / 40, 37 / 80, 0.5]);
  });

  it('knows no row before it came, and none where there is no history', () => {
    const old = of({}, { id: 'old' });
    const young = goal({ id: 'young', title: 'young', milestones: [] });
    const { goals } = trendOf([-20, [old]], [-5, [old, young]], [0, [old, young]]);
    expect(goals.get('young')).toHaveLength(2);
    expect(goals.get('old')).toHaveLength(4);
    expect(trends(planWith([old]), [], TODAY, null).goals.get('old')).toHaveLength(1);
  });
});
