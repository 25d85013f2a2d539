import { describe, expect, test } from 'vitest';
import type { Action, Goal, Milestone, Plan } from '../../../src/plan/plan.ts';
import type { LastChanged } from '../../../src/rollup/score.ts';
import {
  action,
  customer,
  doneAction,
  goal,
  inDays,
  milestone,
  type PlanParts,
  person,
  planOf,
  update,
} from '../../helpers/rows.ts';
import { one, score } from '../../helpers/scored.ts';

/** One check of North's: what came out, and `sort id` of the rows that fail it. */
function check(name: string, plan: Plan, lastChanged?: LastChanged) {
  const north = one(score(plan, lastChanged ? { lastChanged } : {}).teams);
  const { result, detail, rows } = one(north.fitness.filter((each) => each.check.startsWith(name)));
  return { result, detail, rows: rows.map(({ sort, id }) => `${sort} ${id}`) };
}

const NOT_MEASURABLE = 'not measurable';
const of = (goals: Goal[], more: PlanParts = {}) => planOf(goals, more);
const withMilestones = (...milestones: Milestone[]) => of([goal({ milestones })]);
const withActions = (...actions: Action[]) => withMilestones(milestone({ actions }));

test('ten, in their order, each with words', () => {
  const { fitness } = one(score(of([goal()])).teams);
  expect(fitness.map(({ check: name }) => name)).toEqual([
    'Goals say what is in them for the customer and for us',
    'Customers have their needs and their customers named',
    'Every goal with a signing milestone has one after it',
    'Line of sight: milestones pace the team up to each goal',
    'Every open, started milestone has an open action due soon',
    'Everyone on the team owns an open milestone or action',
    'Every milestone and action has exactly one owner',
    'At least 80% of commitments are kept',
    'The plan is kept current: a recent update or change',
    "The team's skills cover its customers' needs",
  ]);
  expect(fitness.every(({ detail }) => /^[A-Z0-9].*\.$/.test(detail))).toBe(true);
});

test('an empty team: nothing is measurable', () => {
  const { fitness } = one(score(of([])).teams);
  expect(new Set(fitness.map(({ result }) => result))).toEqual(new Set([NOT_MEASURABLE]));
});

describe('1 what is in it', () => {
  const NAME = 'Goals say';
  const said = goal({ id: 'a', forCustomer: 'Less waiting', forUs: 'A reference' });
  test('pass', () => {
    expect(check(NAME, of([said]))).toEqual({ result: 'pass', detail: 'True of 1 goal.', rows: [] });
  });
  test('fail, with what is not said', () => {
    const goals = [said, { ...said, id: 'b', title: 'B', forUs: null }, goal({ id: 'c', title: 'C' })];
    expect(check(NAME, of(goals))).toEqual({
      result: 'fail',
      detail: 'Not said: “B” (for us) and “C” (for the customer or us).',
      rows: ['goal b', 'goal c'],
    });
  });
  test('dropped goals do not count', () => {
    expect(check(NAME, of([said, goal({ id: 'b', state: 'dropped' })])).result).toBe('pass');
    expect(check(NAME, of([goal({ state: 'dropped' })])).result).toBe(NOT_MEASURABLE);
  });
});

describe('2 customers known', () => {
  const NAME = 'Customers have';
  const known = customer({ needs: ['Validation'], theirCustomers: 'Patients' });
  const forAcme = goal({ customer: 'ACME' });
  test('pass, however the name is written', () => {
    expect(check(NAME, of([forAcme], { customers: [known] })).result).toBe('pass');
  });
  test('fail, with what is not named', () => {
    const customers = [
      { ...known, needs: [] },
      customer({ id: 'borel', name: 'Borel' }),
      { ...known, id: 'cato', name: 'Cato', theirCustomers: null },
    ];
    const goals = ['Cato', 'Acme', 'Borel', 'Acme'].map((name, index) =>
      goal({ id: `${index}`, customer: name }),
    );
    expect(check(NAME, of(goals, { customers }))).toEqual({
      result: 'fail',
      detail: 'Not named: “Acme” (needs), “Borel” (needs and their customers) and “Cato” (their customers).',
      rows: ['customer acme', 'customer borel', 'customer cato'],
    });
  });
  test("other teams' customers, and those of dropped goals, do not count", () => {
    const customers = [known, customer({ id: 'borel', name: 'Borel' })];
    expect(check(NAME, of([forAcme], { customers })).result).toBe('pass');
    const dropped = goal({ id: 'd', customer: 'Borel', state: 'dropped' });
    expect(check(NAME, of([forAcme, dropped], { customers })).result).toBe('pass');
    expect(check(NAME, of([goal(), dropped], { customers })).result).toBe(NOT_MEASURABLE);
  });
});

describe('3 beyond signing', () => {
  const NAME = 'Every goal with a signing';
  const signing = milestone({ id: 's', kind: 'Signing', due: inDays(10) });
  const after = milestone({ id: 'a', kind: 'Go-live', due: inDays(11) });
  test('pass', () => {
    expect(check(NAME, withMilestones(after, signing)).result).toBe('pass');
  });
  test.each([
    ['nothing follows', [signing]],
    ['what follows is due on the same day', [signing, { ...after, due: inDays(10) }]],
    ['only another signing follows', [signing, { ...signing, id: 's2', due: inDays(20) }]],
    [
      'what follows the first is before the last',
      [signing, after, { ...signing, id: 's2', due: inDays(20) }],
    ],
    ['what follows is dropped', [signing, { ...after, state: 'dropped' as const }]],
  ])('fail: %s', (_, milestones) => {
    expect(check(NAME, withMilestones(...milestones))).toEqual({
      result: 'fail',
      detail: 'Nothing is planned after the signing: “Win Acme”.',
      rows: ['goal goal'],
    });
  });
  test.each(['signing', '✍ Contract signed', 'Signature'])('%s is a signing', (kind) => {
    expect(check(NAME, withMilestones({ ...signing, kind })).result).toBe('fail');
  });
  test.each(['Design', 'Assignment', 'Go-live', null])('%s is none', (kind) => {
    expect(check(NAME, withMilestones({ ...signing, kind })).result).toBe(NOT_MEASURABLE);
  });
});

describe('4 line of sight', () => {
  const NAME = 'Line of sight';
  const steps = (due: number, ...stops: number[]) =>
    goal({
      due: inDays(due),
      milestones: stops.map((days) => milestone({ id: `${days}`, due: inDays(days) })),
    });
  test.each([
    ['45, 45 and 45 days apart', steps(135, 45, 90)],
    ['due today, then in 45 days', steps(45, 0)],
    ['the goal itself is near', steps(45)],
    ['stops in any order', steps(100, 80, 40)],
    ['the goal itself is due today', steps(0)],
  ])('pass: %s', (_, only) => {
    expect(check(NAME, of([only]))).toMatchObject({ result: 'pass', rows: [] });
  });
  test.each([
    ['46 days to the first', steps(60, 46), '46 days from 4 Mar 2026 to 19 Apr 2026'],
    ['46 days twice: the first is told', steps(92, 46), '46 days from 4 Mar 2026 to 19 Apr 2026'],
    ['46 days between', steps(70, 10, 56), '46 days from 14 Mar 2026 to 29 Apr 2026'],
    ['46 days up to the goal', steps(56, 10), '46 days from 14 Mar 2026 to 29 Apr 2026'],
    ['overdue milestones are not ahead', steps(46, -1), '46 days from 4 Mar 2026 to 19 Apr 2026'],
    ['milestones past the goal do not pace it', steps(46, 47), '46 days from 4 Mar 2026 to 19 Apr 2026'],
  ])('fail: %s', (_, only, where) => {
    expect(check(NAME, of([only]))).toEqual({
      result: 'fail',
      detail: `More than 45 days without a milestone due: “Win Acme” (${where}).`,
      rows: ['goal goal'],
    });
  });
  test('dropped milestones pace nobody; finishing early opens no gap', () => {
    const state = (to: Milestone['state']) => {
      const whole = steps(80, 40);
      return of([{ ...whole, milestones: whole.milestones.map((each) => ({ ...each, state: to })) }]);
    };
    expect(check(NAME, state('dropped')).result).toBe('fail');
    expect(check(NAME, state('done')).result).toBe('pass');
  });
  test("the plan's own line of sight", () => {
    expect(check(NAME, of([steps(31, 0)], { settings: { lineOfSight: 30 } })).result).toBe('fail');
    expect(check(NAME, of([steps(31, 1)], { settings: { lineOfSight: 30 } })).result).toBe('pass');
  });
  test('not measurable without an open goal ahead', () => {
    expect(check(NAME, of([goal({ due: inDays(-1) }), goal({ id: 'done', state: 'done' })])).result).toBe(
      NOT_MEASURABLE,
    );
  });
});

describe('5 next action', () => {
  const NAME = 'Every open, started';
  test.each([
    ['due today', [action({ due: inDays(0) })]],
    ['due in 14 days', [action({ due: inDays(14) })]],
    ['one of several', [action({ due: inDays(40) }), action({ id: 'b', due: inDays(3) })]],
  ])('pass: %s', (_, actions) => {
    expect(check(NAME, withActions(...actions)).result).toBe('pass');
  });
  test.each([
    ['none', []],
    ['overdue', [action({ due: inDays(-1) })]],
    ['due in 15 days', [action({ due: inDays(15) })]],
    ['done', [doneAction(inDays(0), { due: inDays(3) })]],
    ['dropped', [action({ due: inDays(3), state: 'dropped' })]],
  ])('fail: %s', (_, actions) => {
    expect(check(NAME, withActions(...actions))).toEqual({
      result: 'fail',
      detail: 'No open action due within 14 days: “Pilot agreed”.',
      rows: ['milestone milestone'],
    });
  });
  test.each([
    ['done', { state: 'done' as const }],
    ['dropped', { state: 'dropped' as const }],
    ['not started', { start: inDays(1) }],
  ])('not measurable: the only milestone is %s', (_, more) => {
    expect(check(NAME, withMilestones(milestone(more))).result).toBe(NOT_MEASURABLE);
  });
  test('started today, by itself or with its goal', () => {
    expect(check(NAME, withMilestones(milestone({ start: inDays(0) }))).result).toBe('fail');
    const withGoal = (days: number) =>
      of([goal({ start: inDays(days), milestones: [milestone({ start: null })] })]);
    expect(check(NAME, withGoal(0)).result).toBe('fail');
    expect(check(NAME, withGoal(1)).result).toBe(NOT_MEASURABLE);
  });
  test("the plan's own number of days", () => {
    const plan = of([goal({ milestones: [milestone({ actions: [action({ due: inDays(7) })] })] })], {
      settings: { stalledAfter: 6 },
    });
    expect(check(NAME, plan).result).toBe('fail');
  });
});

describe('6 everyone owns', () => {
  const NAME = 'Everyone on the team';
  const people = [person({ id: 'ann', name: 'Ann', team: 'north' })];
  const owning = (more: Partial<Milestone>) =>
    of([goal({ owners: ['Ann'], milestones: [milestone({ owners: [], ...more })] })], { people });
  test('pass: an open action, or an open milestone', () => {
    expect(check(NAME, owning({ actions: [action({ owners: ['Bo', 'Ann'] })] })).result).toBe('pass');
    expect(check(NAME, owning({ owners: ['Ann'] })).result).toBe('pass');
  });
  test('pass, with how many', () => {
    const both = [...people, person({ id: 'bo', name: 'Bo' })];
    const plan = owning({ owners: ['Ann', 'Bo'] });
    expect(check(NAME, plan).detail).toBe('True of 1 person.');
    expect(check(NAME, { ...plan, people: both }).detail).toBe('True of 2 people.');
  });
  test('fail: only a goal, or only what is done or dropped', () => {
    const closed = [
      doneAction(inDays(0), { owners: ['Ann'] }),
      action({ id: 'b', owners: ['Ann'], state: 'dropped' }),
    ];
    for (const plan of [
      owning({}),
      owning({ actions: closed }),
      owning({ owners: ['Ann'], state: 'done' }),
    ]) {
      expect(check(NAME, plan)).toEqual({
        result: 'fail',
        detail: 'Nothing open is owned by “Ann”.',
        rows: ['person ann'],
      });
    }
  });
  test('people of no team, or of others, do not count', () => {
    const others = [person({ team: null }), person({ id: 'bo', name: 'Bo', team: 'South' })];
    expect(check(NAME, of([goal()], { people: others })).result).toBe(NOT_MEASURABLE);
  });
  test('five are named', () => {
    const many = ['G', 'F', 'E', 'D', 'C', 'B', 'A'].map((name) => person({ id: name, name }));
    const { detail, rows } = check(NAME, of([goal()], { people: many }));
    expect(detail).toBe('Nothing open is owned by “A”, “B”, “C”, “D”, “E” and 2 more.');
    expect(rows).toHaveLength(7);
  });
});

describe('7 one owner', () => {
  const NAME = 'Every milestone and action';
  test('pass', () => {
    expect(check(NAME, withActions(action(), doneAction(inDays(-1), { id: 'b' })))).toMatchObject({
      result: 'pass',
      detail: 'True of 3 rows.',
    });
  });
  test('fail: none, or several', () => {
    const plan = withMilestones(
      milestone({
        id: 'm',
        title: 'M',
        owners: [],
        actions: [action({ id: 'a', title: 'A', owners: ['Ann', 'Bo'] })],
      }),
    );
    expect(check(NAME, plan)).toEqual({
      result: 'fail',
      detail: 'Not exactly one owner: “M” (no owner) and “A” (2 owners).',
      rows: ['milestone m', 'action a'],
    });
  });
  test('dropped rows do not count', () => {
    expect(check(NAME, withActions(action({ state: 'dropped', owners: [] }))).result).toBe('pass');
    expect(check(NAME, withMilestones(milestone({ state: 'dropped', owners: [] }))).result).toBe(
      NOT_MEASURABLE,
    );
  });
});

describe('8 promises kept', () => {
  const NAME = 'At least 80%';
  const promised = (kept: number, missed: number) =>
    withActions(
      ...Array.from({ length: kept }, (_, index) => doneAction(inDays(-2), { id: `kept-${index}` })),
      ...Array.from({ length: missed }, (_, index) => action({ id: `missed-${index}`, due: inDays(-2) })),
    );
  test('pass: 4 of 5', () => {
    expect(check(NAME, promised(4, 1))).toEqual({
      result: 'pass',
      detail: '4 of 5 commitments of the last 28 days kept (80%).',
      rows: [],
    });
  });
  test('fail: 3 of 4', () => {
    expect(check(NAME, promised(3, 1))).toEqual({
      result: 'fail',
      detail: '3 of 4 commitments of the last 28 days kept (75%). Late or missed: “missed-0”.',
      rows: ['action missed-0'],
    });
  });
  test('fail: 1 late and 1 missed of 3', () => {
    const late = doneAction(inDays(-1), { id: 'late', due: inDays(-4) });
    const kept = doneAction(inDays(-4), { id: 'kept' });
    const plan = withActions(kept, late, action({ id: 'missed', due: inDays(-2) }));
    expect(check(NAME, plan)).toEqual({
      result: 'fail',
      detail: '1 of 3 commitments of the last 28 days kept (33%). Late or missed: “late” and “missed”.',
      rows: ['action late', 'action missed'],
    });
  });
  test('not measurable where none fell due', () => {
    expect(check(NAME, withActions(action())).result).toBe(NOT_MEASURABLE);
  });
});

describe('9 plan refined', () => {
  const NAME = 'The plan is kept current';
  const updated = (...days: number[]) =>
    of([goal()], { updates: days.map((day) => update({ day: inDays(day) })) });
  test.each([
    ['today', 0, 'The last update or change is of 4 Mar 2026, today.'],
    ['14 days ago', -14, 'The last update or change is of 18 Feb 2026, 14 days ago.'],
  ])('pass: an update %s, or a change', (_, days, detail) => {
    expect(check(NAME, updated(-60, days))).toEqual({ result: 'pass', detail, rows: [] });
    expect(check(NAME, updated(), () => inDays(days))).toMatchObject({ result: 'pass', detail });
  });
  test('fail: 15 days ago', () => {
    const detail =
      'The last update or change is of 17 Feb 2026, 15 days ago; expected is one in the last 14 days.';
    expect(check(NAME, updated(-15, -20))).toEqual({ result: 'fail', detail, rows: [] });
    expect(check(NAME, updated(-60), () => inDays(-15))).toMatchObject({ result: 'fail', detail });
  });
  test('the later of the two counts', () => {
    expect(check(NAME, updated(-60), () => inDays(-1)).result).toBe('pass');
    expect(check(NAME, updated(-1), () => inDays(-60)).result).toBe('pass');
  });
  test("other teams' updates, and those dated ahead, do not count", () => {
    const others = of([goal()], { updates: [update({ team: 'south' })] });
    expect(check(NAME, others).result).toBe(NOT_MEASURABLE);
    expect(check(NAME, updated(1)).result).toBe(NOT_MEASURABLE);
  });
  test('the change is asked for by team', () => {
    expect(check(NAME, updated(), (id) => (id === 'north' ? inDays(0) : null)).result).toBe('pass');
    expect(check(NAME, updated(), (id) => (id === 'south' ? inDays(0) : null)).result).toBe(NOT_MEASURABLE);
  });
});

describe('10 skills cover needs', () => {
  const NAME = "The team's skills";
  const customers = [customer({ needs: ['Validation', 'Service design'] })];
  const withSkills = (...skills: string[]) =>
    of([goal({ customer: 'Acme' })], {
      customers,
      people: [person({ skills }), person({ id: 'bo', name: 'Bo' })],
    });
  test('pass, however the skills are written', () => {
    expect(check(NAME, withSkills('service-design', 'VALIDATION')).result).toBe('pass');
  });
  test('fail, with what is lacking', () => {
    expect(check(NAME, withSkills('Validation'))).toEqual({
      result: 'fail',
      detail: 'Needs that nobody has the skill for: “Acme” (Service design).',
      rows: ['customer acme'],
    });
  });
  test('skills of other teams do not cover', () => {
    const away = person({ id: 'bo', name: 'Bo', team: 'South', skills: ['Service design'] });
    const plan = withSkills('Validation');
    expect(check(NAME, { ...plan, people: [...plan.people, away] }).result).toBe('fail');
  });
  test('not measurable without needs, or without skills', () => {
    expect(check(NAME, withSkills()).result).toBe(NOT_MEASURABLE);
    const noNeeds = { ...withSkills('Validation'), customers: [customer()] };
    expect(check(NAME, noNeeds).result).toBe(NOT_MEASURABLE);
  });
});
