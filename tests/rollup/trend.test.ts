import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../src/grid/day.ts';
import { historyOf } from '../../src/history/history.ts';
import { goneRows } from '../../src/history/plan-at.ts';
import { noHistory } from '../../src/history/promises.ts';
import type { Goal } from '../../src/plan/plan.ts';
import { scorePlan } from '../../src/rollup/score.ts';
import { trends } from '../../src/rollup/trend.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { action, doneAction, goal, inDays, milestone, TODAY } from '../helpers/rows.ts';

type Seen = readonly [days: number, goals: readonly Goal[]];

/** What the trend says of a plan that was seen a number of days from today, the last time today. */
function trendOf(...seen: readonly Seen[]) {
  const lines = archiveOf(...seen.map(([days, goals]) => [days, planWith(goals)] as const));
  const [, last = []] = seen.at(-1) ?? [];
  const history = historyOf(lines, TODAY);
  return trends(planWith(last), history.changes, TODAY, inDays(seen[0]?.[0] ?? 0), goneRows(lines, TODAY));
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

/** The progress and pace of the team North, without the dust of sums. */
const teamPoints = (...seen: readonly Seen[]) =>
  trendOf(...seen)
    .teams.get('north')
    ?.map(({ progress, expected }) => [progress, Number(expected.toFixed(12))]);

describe('what was removed since', () => {
  it('counts in its team up to its last day', () => {
    // From 100 days ago to 100 days ahead: on 15 February 83 of 200 days are over, on 22 February 90, on 1 March 97.
    const kept = goal({ id: 'kept', title: 'Kept', baseline: 0, target: 10, current: 5 });
    // From 60 days ago to 40 days ahead: 43 of 100 days are over on 15 February, and 50 on 22 February.
    const goes = goal({
      id: 'goes',
      title: 'Goes',
      start: inDays(-60),
      due: inDays(40),
      weight: 3,
      baseline: 2,
      target: 4,
      current: 3.5,
    });
    // Removed on Friday, 27 February: (1 × 5/10 + 3 × 1.5/2) / 4 before, and 5/10 after; the pace (1 × 83/200 + 3 ×
    // 43/100) / 4 on 15 February, and (1 × 90/200 + 3 × 50/100) / 4 on 22 February.
    expect(teamPoints([-20, [kept, goes]], [-5, [kept]], [0, [kept]])).toEqual([
      [0.6875, 0.42625],
      [0.6875, 0.4875],
      [0.5, 0.485],
      [0.5, 0.5],
    ]);
  });

  it('is what it was before it changed, too, and a row that came back is what it was in between', () => {
    const withActions = (...actions: Parameters<typeof action>[0][]) => [
      of({ start: null, actions: actions.map((each) => action(each)) }),
    ];
    const [a, b] = [{ id: 'a' }, { id: 'b', weight: 3 }];
    const done = { ...b, state: 'done' as const };
    const points = teamPoints(
      [-20, withActions(a, b)],
      [-14, withActions(a, done)],
      [-8, withActions(a)],
      [-2, withActions(a, { ...b, weight: 1 })],
    );
    // 15 February: none of both is done. 22 February: b, 3 of 4. 1 March: a alone. Today: b is back, and open.
    expect(points?.map(([progress]) => progress)).toEqual([0, 0.75, 0, 0]);
    const { goals } = trendOf([-20, withActions(a, b)], [-14, withActions(a, done)], [-8, withActions(a)]);
    expect(goals.get('goal')?.map(({ actions, done: count }) => [actions, count])).toEqual([
      [2, 0],
      [2, 1],
      [1, 0],
      [1, 0],
    ]);
  });

  it('stays out where the archive does not tell all that counts', () => {
    const kept = goal({ id: 'kept', title: 'Kept' });
    const goes = goal({ id: 'goes', title: 'Goes', baseline: 0, target: 4, current: 4 });
    const seen = [
      [-20, planWith([kept, goes])],
      [-5, planWith([kept])],
    ] as const;
    const old = archiveOf(...seen).map((line) => {
      if (line.kind !== 'removed') return line;
      const { start: _start, measuredFrom: _from, ...rest } = line;
      return rest;
    });
    const { changes } = historyOf(old, TODAY);
    const { teams } = trends(planWith([kept]), changes, TODAY, inDays(-20), goneRows(old, TODAY));
    expect(teams.get('north')?.map(({ progress }) => progress)).toEqual([0, 0, 0, 0]);
    expect(teamPoints([-20, [kept, goes]], [-5, [kept]])?.map(([progress]) => progress)).toEqual([
      0.5, 0.5, 0, 0,
    ]);
  });

  it('makes each week the one that its own plan gave, whatever came and went', () => {
    const row = fc.record({
      there: fc.boolean(),
      done: fc.boolean(),
      number: fc.integer({ min: 1, max: 4 }),
    });
    const week = fc.array(row, { minLength: 14, maxLength: 14 });
    const planOfWeek = (rows: readonly { there: boolean; done: boolean; number: number }[]) => {
      const at = (i: number) => rows[i] ?? { there: false, done: false, number: 1 };
      return [0, 1].flatMap((g) => {
        if (!at(g).there) return [];
        const milestones = [0, 1].flatMap((m) => {
          const place = 2 + 2 * g + m;
          if (!at(place).there) return [];
          const actions = [0, 1].flatMap((n) => {
            const { there, done, number } = at(6 + 4 * g + 2 * m + n);
            const state = done ? ('done' as const) : ('blocked' as const);
            return there
              ? [action({ id: `a${g}${m}${n}`, state, weight: number, due: inDays(10 * n + number) })]
              : [];
          });
          const { number } = at(place);
          // The history does not follow baselines: the first of two has one, always the same.
          const measure = m === 0 ? { baseline: 0, target: 8, current: number } : {};
          return [
            milestone({
              id: `m${g}${m}`,
              weight: number,
              due: inDays(30 + 10 * m + number),
              ...measure,
              actions,
            }),
          ];
        });
        const { number } = at(g);
        return [goal({ id: `g${g}`, weight: number, due: inDays(60 + 10 * g + number), milestones })];
      });
    };
    fc.assert(
      fc.property(week, week, week, week, (...weeks) => {
        // No two rows could be one under a new title, and no plan is another plan, since a goal stays.
        const plans = weeks.map((rows) => [goal({ id: 'stays', title: 'Stays' }), ...planOfWeek(rows)]);
        const days = [-20, -12, -5, 0];
        const seen = plans.map((goals, i) => [days[i] ?? 0, goals] as const);
        const points = trendOf(...seen).teams.get('north') ?? [];
        expect(points).toHaveLength(4);
        for (const [i, { day, progress, expected }] of points.entries()) {
          const own = trends(planWith(plans[i] ?? []), [], day, null)
            .teams.get('north')
            ?.at(-1);
          expect(progress).toBeCloseTo(own?.progress ?? -1, 9);
          expect(expected).toBeCloseTo(own?.expected ?? -1, 9);
        }
      }),
      { numRuns: 200 },
    );
  });
});
