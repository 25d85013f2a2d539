import { expect, test } from 'vitest';
import { scorePlan } from '../../src/rollup/score.ts';
import { publish } from '../../src/snapshot/json-schema.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import { requiredDay as on } from '../helpers/plans.ts';
import {
  action,
  customer,
  doneAction,
  firstPromised,
  goal,
  milestone,
  person,
  plan,
  TODAY,
  team,
  update,
} from '../helpers/rows.ts';
import { one } from '../helpers/scored.ts';

/*
 * One team, worked out by hand as of Wednesday, 4 March 2026. The week began on Monday, 2 March; the full weeks before it
 * on 23, 16, 9 and 2 February, 26, 19, 12 and 5 January, 29, 22, 15 and 8 December.
 */
const ANN = { owners: ['Ann Lee'] };
const BO = { owners: ['Bo Ek'] };
const CY = { owners: ['Cy Roe'] };

const pilot = milestone({
  id: 'pilot',
  start: null,
  due: on('2026-04-14'),
  state: 'done',
  doneOn: on('2026-02-20'),
  actions: [
    doneAction(on('2026-01-28'), { id: 'a1', ...ANN, due: on('2026-01-30') }),
    // First promised for 11 February.
    doneAction(on('2026-02-18'), { id: 'a2', ...BO }),
    doneAction(on('2026-02-19'), { id: 'a3', ...BO }),
  ],
});

const contract = milestone({
  id: 'contract',
  kind: 'Signing',
  weight: 2,
  start: on('2026-02-04'),
  due: on('2026-04-15'),
  actions: [
    doneAction(on('2026-02-25'), { id: 'a4', ...ANN, due: on('2026-02-27'), weight: 3 }),
    doneAction(on('2026-03-03'), { id: 'a5', ...ANN }),
    action({ id: 'a6', ...BO, due: on('2026-03-10'), weight: 2, state: 'in progress' }),
    action({ id: 'a7', ...ANN, due: on('2026-03-20'), weight: 4 }),
  ],
});

const ward = milestone({
  id: 'ward',
  kind: 'Delivery',
  start: on('2026-03-16'),
  due: on('2026-05-29'),
  actions: [
    action({ id: 'a8', ...BO, due: on('2026-04-01') }),
    action({ id: 'a9', ...ANN, due: on('2026-04-20') }),
  ],
});

const training = milestone({
  id: 'training',
  start: on('2026-01-03'),
  due: on('2026-03-03'),
  typedProgress: 0.8,
  actions: [action({ id: 'a10', ...CY, due: on('2026-03-02') })],
});

const audit = milestone({
  id: 'audit',
  weight: 3,
  start: null,
  due: on('2026-05-13'),
  declared: 'on track',
  baseline: 0,
  target: 200,
  current: 100,
  actions: [
    action({ id: 'a11', ...CY, due: on('2026-02-20'), state: 'done' }),
    action({ id: 'a12', owners: ['Ann Lee', 'Bo Ek'], due: on('2026-03-11'), state: 'blocked' }),
    action({ id: 'a13', ...BO, due: on('2026-02-10'), state: 'dropped' }),
  ],
});

const worked = plan({
  teams: [
    team({
      goals: [
        goal({
          id: 'acme',
          weight: 2,
          start: on('2026-01-14'),
          due: on('2026-06-03'),
          customer: 'Acme',
          forCustomer: 'Beds free a day sooner',
          forUs: 'A name to show',
          milestones: [pilot, contract, ward],
        }),
        goal({
          id: 'bolt',
          start: on('2025-11-24'),
          due: on('2026-06-12'),
          customer: 'Bolt',
          forCustomer: 'Fewer faults',
          declared: 'at risk',
          measure: 'Faults a month',
          baseline: 40,
          target: 10,
          current: 31,
          milestones: [training, audit],
        }),
      ],
    }),
  ],
  people: [
    person({ id: 'ann-lee', name: 'Ann Lee', skills: ['Law'] }),
    person({ id: 'bo-ek', name: 'Bo Ek' }),
    person({ id: 'cy-roe', name: 'Cy Roe' }),
  ],
  customers: [
    customer({ id: 'acme', name: 'Acme', needs: ['Law'], theirCustomers: 'Patients' }),
    customer({ id: 'bolt', name: 'Bolt', needs: ['Labs'], theirCustomers: 'Garages' }),
  ],
  updates: [update({ day: on('2026-02-18') })],
});

const snapshot = makeSnapshot({
  plan: worked,
  scored: scorePlan(worked, firstPromised({ a2: on('2026-02-11') }), TODAY),
  problems: [],
  asOf: TODAY,
  source: 'plan.xlsx',
  past: NO_PAST,
});
const published = publish(snapshot);
const north = one(published.teams);

/** A figure, but for the dust of floating point. */
function about(value: number): number {
  // The matcher stands where a number is compared; its type says only that it may be anything.
  return expect.closeTo(value, 12) as number;
}

function figuresOf(row: {
  progress: number | null;
  expected: number | null;
  gap: number | null;
  status: string;
  reasons: readonly { code: string }[];
}) {
  const { progress, expected, gap, status, reasons } = row;
  return { progress, expected, gap, status, reasons: reasons.map(({ code }) => code) };
}

function found(id: string) {
  return one(north.goals.flatMap(({ milestones }) => milestones).filter((each) => each.id === id));
}

function goalFound(id: string) {
  return one(north.goals.filter((each) => each.id === id));
}

test('pilot: done is 1; expected 49 of 90 days from the start of its goal', () => {
  expect(figuresOf(found('pilot'))).toEqual({
    progress: 1,
    expected: about(49 / 90),
    gap: about(-41 / 90),
    status: 'done',
    reasons: ['done'],
  });
  expect(found('pilot').start).toBe('2026-01-14');
});

test('contract: (3 + 1) / (3 + 1 + 2 + 4) done, 28 of 70 days', () => {
  expect(figuresOf(found('contract'))).toEqual({
    progress: about(0.4),
    expected: about(0.4),
    gap: about(0),
    status: 'on track',
    reasons: ['on-pace'],
  });
});

test('ward: starts on 16 March, nothing done', () => {
  expect(figuresOf(found('ward'))).toEqual({
    progress: 0,
    expected: 0,
    gap: 0,
    status: 'not started',
    reasons: ['not-started'],
  });
});

test('training: typed 0.8, due yesterday; its one open action was due two days ago, and none is due soon', () => {
  expect(figuresOf(found('training'))).toEqual({
    progress: 0.8,
    expected: 1,
    gap: about(0.2),
    status: 'off track',
    reasons: ['overdue', 'behind', 'overdue-action', 'stalled'],
  });
});

test('audit: 100 of 200, 100 of 170 days: 0.088 behind; an action is blocked; the owner says on track', () => {
  expect(figuresOf(found('audit'))).toEqual({
    progress: 0.5,
    expected: about(10 / 17),
    gap: about(10 / 17 - 0.5),
    status: 'at risk',
    reasons: ['blocked-action', 'declared-differs'],
  });
});

test('goal Acme: (1 × 1 + 2 × 0.4 + 1 × 0) / 4 = 0.45 done, (49 / 90 + 2 × 0.4 + 0) / 4 = 121 / 360 expected', () => {
  const acme = goalFound('acme');
  expect(figuresOf(acme)).toEqual({
    progress: about(0.45),
    expected: about(121 / 360),
    gap: about(-41 / 360),
    status: 'on track',
    reasons: ['ahead'],
  });
  expect([acme.work, acme.expectedWork, acme.outcome]).toEqual([about(0.45), about(121 / 360), null]);
});

test('goal Bolt: (31 − 40) / (10 − 40) = 0.3 against 100 of 200 days; work (0.8 + 3 × 0.5) / 4 beside it', () => {
  const bolt = goalFound('bolt');
  expect(figuresOf(bolt)).toEqual({
    progress: about(0.3),
    expected: 0.5,
    gap: about(0.2),
    status: 'at risk',
    reasons: ['behind', 'milestone-off-track', 'blocked-action', 'overdue-action'],
  });
  expect([bolt.work, bolt.expectedWork, bolt.outcome]).toEqual([
    about(2.3 / 4),
    about((1 + 30 / 17) / 4),
    about(0.3),
  ]);
});

test('team: (2 × 0.45 + 0.3) / 3 = 0.4 done, (2 × 121 / 360 + 0.5) / 3 = 211 / 540 expected', () => {
  expect(figuresOf(north)).toEqual({
    progress: about(0.4),
    expected: about(211 / 540),
    gap: about(211 / 540 - 0.4),
    status: 'on track',
    reasons: ['on-pace', 'goal-at-risk'],
  });
});

/*
 * Forecast of Acme. Of the last 12 full weeks, six began on or after 14 January: those of 19 and 26 January and of 2, 9,
 * 16 and 23 February, with 0, 1, 0, 0, 2 and 1 actions done; what was done on 3 March is of this week. So a week does 0
 * with a chance of 3/6, 1 with 2/6, 2 with 1/6.
 *
 * Contract: 2 to do (a6, a7). That k weeks do not suffice: (1/2)^k + k (1/2)^(k − 1) (1/3):
 * k = 2: 1/4 + 1/3 = 7/12; k = 3: 1/8 + 1/4 = 3/8 (so 5/8: the 50 % day); k = 4: 1/16 + 1/6 = 11/48;
 * k = 5: 1/32 + 5/48 = 13/96 (so 83/96 = 86.5 %: the 85 % day).
 *
 * Ward and the goal: 4 to do (and a8, a9). (3 + 2x + x²)^k up to x³, over 6^k, is the chance that k weeks do not suffice:
 * k = 5: (243 + 810 + 1,485 + 1,800) / 7,776 = 55.8 %; k = 6: (729 + 2,916 + 6,318 + 9,180) / 46,656 = 41.0 %;
 * k = 8: (6,561 + 34,992 + 99,144 + 190,512) / 1,679,616 = 19.7 %;
 * k = 9: (19,683 + 118,098 + 373,977 + 804,816) / 10,077,696 = 13.1 %.
 */
test('forecasts: contract in 3 and 5 weeks, ward and goal in 6 and 9', () => {
  expect(found('contract').forecast).toEqual({ p50: '2026-03-25', p85: '2026-04-08' });
  expect(found('ward').forecast).toEqual({ p50: '2026-04-15', p85: '2026-05-06' });
  expect(goalFound('acme').forecast).toEqual({ p50: '2026-04-15', p85: '2026-05-06' });
});

test('no forecast of what is done, nor of Bolt, where nothing was done on a known day', () => {
  const others = [found('pilot'), goalFound('bolt'), found('training'), found('audit')];
  expect(others.map(({ forecast }) => forecast)).toEqual([null, null, null, null]);
});

test("what Acme's forecast stands on: 6 weeks, 4 done, 4 left, and the chance after each week", () => {
  const basis = one(one(snapshot.teams).goals.filter(({ id }) => id === 'acme')).forecastBasis;
  expect(basis).toMatchObject({ weeks: 6, done: 4, remaining: 4 });
  // 4 to do take two weeks at least: 2 and 2, with 1/6 × 1/6.
  expect(basis?.chances.slice(0, 2)).toEqual([0, about(1 / 36)]);
  expect(basis?.chances[4]).toBeCloseTo(1 - 4_338 / 7_776, 12);
  expect(basis?.chances[8]).toBeCloseTo(1 - 1_316_574 / 10_077_696, 12);
});

/*
 * Promised for 4 February to 3 March: a2 (11 February, done on the 18th: late), a3, a4, a5 (kept), a10 (missed). a11 was
 * done on an unknown day, a13 is dropped, a1 was promised for 30 January.
 */
test('commitments of the team: 3 kept, 1 late, 1 missed: 3 / 5', () => {
  expect(north.kept).toEqual({ kept: 3, late: 1, missed: 1, rate: 0.6 });
});

test('by week: a1 kept in that of 26 January, a2 late in that of 9 February, a3 and a4 kept; a5 and a10 are of this week', () => {
  expect(one(snapshot.teams).keptByWeek.map((week) => Object.values(week))).toEqual([
    ['2025-12-08', 0, 0, 0],
    ['2025-12-15', 0, 0, 0],
    ['2025-12-22', 0, 0, 0],
    ['2025-12-29', 0, 0, 0],
    ['2026-01-05', 0, 0, 0],
    ['2026-01-12', 0, 0, 0],
    ['2026-01-19', 0, 0, 0],
    ['2026-01-26', 1, 0, 0],
    ['2026-02-02', 0, 0, 0],
    ['2026-02-09', 0, 1, 0],
    ['2026-02-16', 1, 0, 0],
    ['2026-02-23', 1, 0, 0],
  ]);
});

test('people: each for what they own; a12 is open for both of its owners; due from 4 to 10 March is a6 alone', () => {
  const figures = published.people.map(({ name, kept, open, overdue, dueThisWeek }) => ({
    name,
    kept,
    open,
    overdue,
    dueThisWeek,
  }));
  expect(figures).toEqual([
    // a4, a5 kept; a7, a9, a12 open.
    {
      name: 'Ann Lee',
      kept: { kept: 2, late: 0, missed: 0, rate: 1 },
      open: 3,
      overdue: 0,
      dueThisWeek: 0,
    },
    // a3 kept, a2 late; a6, a8, a12 open.
    { name: 'Bo Ek', kept: { kept: 1, late: 1, missed: 0, rate: 0.5 }, open: 3, overdue: 0, dueThisWeek: 1 },
    // a10 missed, and open.
    { name: 'Cy Roe', kept: { kept: 0, late: 0, missed: 1, rate: 0 }, open: 1, overdue: 1, dueThisWeek: 0 },
  ]);
});

test('first promised, beside what is promised now', () => {
  const actions = found('pilot').actions.map(({ id, due, firstDue, doneOn }) => [id, due, firstDue, doneOn]);
  expect(actions).toEqual([
    ['a1', '2026-01-30', '2026-01-30', '2026-01-28'],
    ['a2', '2026-02-18', '2026-02-11', '2026-02-18'],
    ['a3', '2026-02-19', '2026-02-19', '2026-02-19'],
  ]);
});

test('fitness: four checks pass and six fail, each by the rows that fail it', () => {
  expect(
    one(snapshot.teams).fitness.map(({ result, rows }) => [result, rows.map(({ id }) => id).join()]),
  ).toEqual([
    // Bolt does not say what is in it for us.
    ['fail', 'bolt'],
    ['pass', ''],
    // The contract is signed by 15 April, the ward live by 29 May.
    ['pass', ''],
    // Acme: 42 days to 15 April, then 44, then 5. Bolt: 70 days to 13 May.
    ['fail', 'bolt'],
    // The one open action of the training is overdue.
    ['fail', 'training'],
    ['pass', ''],
    // Two own a12.
    ['fail', 'a12'],
    // 3 / 5.
    ['fail', 'a2,a10'],
    // The update is 14 days old.
    ['pass', ''],
    // Nobody knows labs.
    ['fail', 'bolt'],
  ]);
});
