import { expect, test } from 'vitest';
import { noHistory, type Promises } from '../../src/history/promises.ts';
import type { Plan, WeeklyMeasure } from '../../src/plan/plan.ts';
import type { ToldProblem } from '../../src/plan/problem.ts';
import { scorePlan } from '../../src/rollup/score.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import { action, goal, inDays, milestone, person, plan, planOf, TODAY, team } from '../helpers/rows.ts';
import { one } from '../helpers/scored.ts';

function made(of: Plan, problems: readonly ToldProblem[] = [], promises: Promises = noHistory) {
  const scored = scorePlan(of, promises, TODAY);
  return makeSnapshot({ plan: of, scored, problems, asOf: TODAY, source: 'plan.xlsx', past: NO_PAST });
}

function measure(more: Partial<WeeklyMeasure>): WeeklyMeasure {
  return {
    measure: 'Visits',
    team: 'north',
    owner: 'Ann Lee',
    goal: 5,
    direction: 'up',
    unit: null,
    weeks: [
      { day: inDays(-9), value: 3 },
      { day: inDays(-2), value: 0 },
    ],
    source: { book: 'plan.xlsx', sheet: 'Measures', row: 2, cells: {}, shown: {} },
    ...more,
  };
}

test('each team has its own weekly measures, their days as text', () => {
  const teams = [team(), team({ id: 'south', name: 'South' })];
  const measures = [measure({}), measure({ measure: 'Faults', team: 'south', direction: 'down', weeks: [] })];
  expect(made(plan({ teams, measures })).teams.map((each) => each.measures)).toEqual([
    [
      {
        measure: 'Visits',
        owner: 'Ann Lee',
        goal: 5,
        direction: 'up',
        unit: null,
        weeks: [
          { day: '2026-02-23', value: 3 },
          { day: '2026-03-02', value: 0 },
        ],
      },
    ],
    [{ measure: 'Faults', owner: 'Ann Lee', goal: 5, direction: 'down', unit: null, weeks: [] }],
  ]);
});

test('owners are named for people, and linked by the IDs of those known', () => {
  const owners = ['Ann Lee', 'Somebody Else'];
  const of = planOf([goal({ owners, milestones: [milestone({ owners: [] })] })], { people: [person()] });
  const found = one(one(made(of).teams).goals);
  expect([found.owner, found.owners]).toEqual(['Ann Lee, Somebody Else', ['ann-lee']]);
  const { owner, owners: ids } = one(found.milestones);
  expect([owner, ids]).toEqual([null, []]);
});

test('rows left out are told where they are missed, and those of an unknown team apart', () => {
  const problem: ToldProblem = {
    severity: 'error',
    code: 'bad-day',
    sheet: 'Actions',
    cell: 'D4',
    value: 'soon',
    message: '“soon” is no day.',
    fix: 'Write a day.',
    link: null,
    book: 'plan.xlsx',
    scope: { team: 'north', goal: 'goal', milestone: 'milestone', leftOut: true },
  };
  const nowhere = { ...problem, scope: { team: null, goal: null, milestone: null, leftOut: true } };
  const snapshot = made(planOf([goal({ milestones: [milestone(), milestone({ id: 'other' })] })]), [
    problem,
    nowhere,
  ]);
  const north = one(snapshot.teams);
  const ofNorth = one(north.goals);
  expect([snapshot.leftOut, north.leftOut, ofNorth.leftOut]).toEqual([1, 1, 1]);
  expect(ofNorth.milestones.map(({ leftOut }) => leftOut)).toEqual([1, 0]);
  expect(snapshot.problems.map((each) => 'link' in each)).toEqual([false, false]);
});

test('without a history, what is promised now was promised first', () => {
  const of = planOf([goal({ milestones: [milestone({ actions: [action({ due: inDays(3) })] })] })]);
  const { firstDue, actions } = one(one(one(made(of).teams).goals).milestones);
  expect([firstDue, one(actions).firstDue]).toEqual(['2026-05-03', '2026-03-07']);
});

test('an action and a milestone with one ID have each their own first due day', () => {
  const promises: Promises = {
    firstDue: (id, sort) => (id !== '1' ? null : sort === 'action' ? inDays(-40) : inDays(-1)),
  };
  const rows = [milestone({ id: '1', actions: [action({ id: '1', due: inDays(-1) })] })];
  const of = planOf([goal({ milestones: rows })]);
  const north = one(made(of, [], promises).teams);
  const { firstDue, actions } = one(one(north.goals).milestones);
  expect([firstDue, one(actions).firstDue]).toEqual(['2026-03-03', '2026-01-23']);
  // Promised 40 days ago: beyond the 28 that count.
  expect(north.kept).toEqual({ kept: 0, late: 0, missed: 0, rate: null });
});

test('rows say where they stand in the workbook', () => {
  const source = { book: 'plan.xlsx', sheet: 'Tasks', row: 14, cells: {}, shown: {} };
  const of = planOf([goal({ milestones: [milestone({ actions: [action({ source })] })] })]);
  const { actions } = one(one(one(made(of).teams).goals).milestones);
  expect(one(actions).row).toEqual({ sheet: 'Tasks', row: 14 });
});
