import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseA1 } from '../../src/grid/address.ts';
import { CATALOGUE } from '../../src/plan/catalogue.ts';
import { SHEET_KINDS, SHEETS } from '../../src/plan/columns.ts';
import { comparable } from '../../src/plan/name.ts';
import type { Action } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { readSettings } from '../../src/plan/read-settings.ts';
import { book, day, error, formula, type Input, link, percent, sheet, uncached } from '../helpers/grids.ts';
import { AS_OF, actionRow, milestoneRow, readSheets, table } from '../helpers/plans.ts';

const HOSTILE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '<b>x</b>',
  '=1+1',
  '/',
  '%',
  '★',
];
const word = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(
    'North',
    'Win Acme',
    'Pilot agreed',
    'Ann',
    'done',
    'TBD',
    '3/4/2026',
    '2026-03-31',
    '40%',
    '-',
    'Total',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.boolean() },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      null,
      day('2026-03-31'),
      percent(0.4),
      error(),
      uncached(),
      formula(''),
      formula(0),
    ),
  },
  { weight: 1, arbitrary: word.map((text) => link(text, text)) },
);
const headers = [
  ...new Set(SHEET_KINDS.flatMap((kind) => SHEETS[kind].columns.map((column) => column.names[0] ?? ''))),
];
const grid = fc
  .record({
    kind: fc.constantFrom(...SHEET_KINDS),
    extra: fc.array(fc.oneof(word, fc.constantFrom(...headers)), { maxLength: 4 }),
    rows: fc.array(fc.array(input, { maxLength: 14 }), { maxLength: 8 }),
  })
  .map(({ kind, extra, rows }) => {
    const needed = SHEETS[kind].columns
      .filter((column) => column.needed)
      .map((column) => column.names[0] ?? '');
    return sheet(SHEETS[kind].name, [[...needed, ...extra], ...rows]);
  });

test('property: any workbook gives a plan or a fatal problem; each problem is of the catalogue, at a cell that can be', () => {
  let plans = 0;
  fc.assert(
    fc.property(fc.array(grid, { maxLength: 12 }), (grids) => {
      const books = [book(grids)];
      const { settings, problems: ofSettings } = readSettings(books, {});
      const { plan, problems } = readPlan(books, settings, AS_OF);
      expect(plan === null).toBe(problems.some((problem) => problem.severity === 'fatal'));
      if (plan !== null) plans++;
      const names = new Set(['', ...grids.map((one) => one.sheet)]);
      for (const problem of [...problems, ...ofSettings]) {
        expect(Object.hasOwn(CATALOGUE, problem.code)).toBe(true);
        expect(names.has(problem.sheet)).toBe(true);
        if (problem.cell !== null) expect(parseA1(problem.cell)).not.toBeNull();
        expect(problem.message.length).toBeGreaterThan(10);
        expect(problem.fix.length).toBeGreaterThan(5);
      }
      const goals = plan?.teams.flatMap((team) => team.goals) ?? [];
      const milestones = goals.flatMap((goal) => goal.milestones);
      for (const rows of [plan?.teams ?? [], plan?.people ?? [], plan?.customers ?? [], goals, milestones]) {
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      }
      for (const row of [...goals, ...milestones]) expect(row.weight).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
  expect(plans).toBeGreaterThan(0);
});

test('property: every row of a needed sheet counts, or is left out by just one problem', () => {
  const cells = fc.record({
    Milestone: fc.constantFrom('Pilot agreed', 'pilot agreed', 'Nothing', 'Twin', '', 'In error'),
    Action: fc.constantFrom('A', 'B', '__proto__', ''),
    Owner: fc.constantFrom('Ann', 'Bo & Cy', ''),
    Due: fc.constantFrom<Input>(day('2026-03-31'), 'TBD', null),
    Weight: fc.constantFrom<Input>(1, 0, 'x', null),
    ID: fc.constantFrom<Input>(null, 'a1', 'A-1', 'b'),
  });
  const milestones = [
    {},
    { Milestone: 'Twin' },
    { Milestone: 'Twin' },
    { Milestone: 'In error', Due: 'TBD' },
  ];
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 12 }), (rows) => {
      const { actions, problems } = readSheets({ milestones, actions: rows });
      const leftOut = problems.filter((problem) => problem.sheet === 'Actions' && problem.scope.leftOut);
      // A row with no title is one all the same where it fills in anything else that is needed, unless it is a lone
      // milestone over a row that leaves its own blank.
      const real = rows.filter((row, index) => {
        const isLone = Object.entries(row).every(([name, value]) =>
          name === 'Milestone' ? value !== '' : value === '' || value === null,
        );
        const below = rows[index + 1];
        const isFilled =
          below !== undefined && Object.values(below).some((value) => value !== '' && value !== null);
        if (isLone && isFilled && below.Milestone === '') return false;
        return row.Action !== '' || row.Milestone !== '' || row.Owner !== '' || row.Due !== null;
      });
      expect(actions.length + leftOut.length).toBe(real.length);
      expect(leftOut.every((problem) => problem.severity === 'error')).toBe(true);
    }),
  );
});

test('property: moving the rows of Actions changes neither the actions nor their IDs', () => {
  const milestones = [{}, { Milestone: 'Signed' }];
  const row = fc
    .record({
      Milestone: fc.constantFrom('Pilot agreed', 'Signed'),
      Action: fc.constantFrom('Call', 'Visit', 'call', 'Call 2'),
      Owner: fc.constantFrom('Ann', 'Bo'),
      Due: fc.constantFrom(day('2026-03-31'), day('2026-04-30')),
      ID: fc.constantFrom(null, 'x-1', 'north-win-acme-signed-call'),
    })
    .map(actionRow);
  // Rows that are alike in all that tells twins apart, and repeated IDs, go by their place.
  const distinct = fc.uniqueArray(row, {
    selector: (one) =>
      JSON.stringify([one.ID ?? [one.Milestone, one.Action, one.Owner, one.Due]]).toLowerCase(),
  });
  const read = (rows: readonly Record<string, Input>[]) => {
    const found = readSheets({ milestones: milestones.map(milestoneRow), actions: rows });
    const describe = ({ id, title, due, owners }: Action) => [id, title.toLowerCase(), due, owners];
    return found.milestones.map((milestone) =>
      milestone.actions
        .map(describe)
        .map((one) => JSON.stringify(one))
        .sort(),
    );
  };
  fc.assert(
    fc.property(
      distinct.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      ([rows, moved]) => {
        expect(read(moved)).toEqual(read(rows));
      },
    ),
  );
});

test('prototype keys as headers, names, titles and settings do no harm', () => {
  for (const name of HOSTILE) {
    const { goals, milestones, actions, plan } = readSheets({
      goals: [{ Team: name, Goal: name, Customer: name, [name]: 'x' }],
      milestones: [{ Goal: name, Milestone: name, [name]: 'x' }],
      actions: [
        { Milestone: name, Action: name, Owner: comparable(name) === '' ? 'Ann' : name, [name]: 'x' },
      ],
      others: [table('Settings', { Setting: name, Value: 'x', [name]: 'y' }), table(name, { [name]: 'x' })],
    });
    expect([goals.length, milestones.length, actions.length, plan.teams.length]).toEqual([1, 1, 1, 1]);
    expect(actions[0]?.title).toBe(name);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});
