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
import { told } from '../helpers/problems.ts';

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
      for (const problem of told([...problems, ...ofSettings])) {
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

const DAYS = [
  ...[
    'ASAP',
    'TBD',
    'end of March',
    'Q2',
    'wk 12',
    'KW 12',
    '22th Aug',
    '10/7/2022 at 11:59',
    'March',
    'mid May',
  ],
  ...[
    'soft deadline: 11/1/2022, …',
    'next week',
    'tomorrow',
    'ongoing',
    '31.02.2026',
    '2026-3-1',
    '1. März 2026',
  ],
  ...[
    '3 mars 2026',
    '15 de marzo de 2026',
    'by 31 March 2026',
    'Friday',
    '2 weeks',
    'EOY',
    '1.3.-5.3.2026',
    '2026',
  ],
];
const STATUSES = [
  ...[
    '🟢 On track',
    'Red – blocked',
    'TBD',
    'Yes',
    'No',
    'N/A',
    'G',
    'C',
    'Hold',
    'Change is Needed',
    '90%',
    'Done ✅',
  ],
  ...[
    'in-progress (waiting for legal)',
    'Done?',
    'half',
    '3/5',
    'Erledigt',
    'À faire',
    'Concluída',
    'En curso',
    'x',
  ],
];
const AMOUNTS = [
  ...[
    'half',
    '50%',
    '0,5',
    '1.200,50 €',
    '$1.2m',
    '1 200,50',
    '1’200.50',
    '~50',
    '>90%',
    '50-60',
    '12 of 20',
    '3/5',
  ],
  ...['approx. 40', '40 (est.)', 'TBD', '½', '1,234', '5x'],
];
const PEOPLE = [
  ...[
    'Ann & Bob',
    'Ann/Bob',
    'Ann und Bob',
    'José Ortega y Gasset',
    '@ann',
    'ann.lee@example.com',
    'Ann Lee (Sales)',
  ],
  ...[
    'Lee, Ann',
    'Lee, Ann; Ray, Bob',
    'team',
    'everyone',
    'A. Lee',
    'Anne Lee',
    'Ann',
    'TBD',
    '(',
    'y',
    'und und und',
  ],
];

/** Mostly what is good; else what people type, as it stands or with something before, after or in the midst of it. */
function typed(texts: readonly string[], good: Input): fc.Arbitrary<Input> {
  const scrap = fc.constantFrom(
    '',
    ' ',
    '\n',
    '✅',
    '🔴 ',
    ' - ',
    ', ',
    ' (',
    ')',
    '?',
    '1',
    '\u202b',
    '\ud83d',
    '%',
    ' y ',
    '#',
  );
  const text = fc.constantFrom(...texts);
  const mixed = fc
    .tuple(text, scrap, text, scrap, fc.nat({ max: 12 }))
    .map(([one, between, two, after, length]) => one.slice(0, length) + between + two + after);
  const others = fc.constantFrom<Input>(
    null,
    true,
    0.5,
    46_112,
    day('2026-03-31'),
    percent(0.4),
    error(),
    uncached(),
  );
  return fc.oneof(
    { weight: 20, arbitrary: fc.constant(good) },
    { weight: 5, arbitrary: text },
    { weight: 5, arbitrary: mixed },
    { weight: 1, arbitrary: others },
  );
}

test('property: whatever people type, a row counts or one of its cells is told of, with what it says and a cure', () => {
  const dates = typed(DAYS, day('2026-03-31'));
  const common = {
    Owner: typed(PEOPLE, 'Ann Lee'),
    Due: dates,
    Status: typed(STATUSES, null),
    Weight: typed(AMOUNTS, null),
  };
  const goal = fc.record({
    ...common,
    Start: dates,
    Target: typed(AMOUNTS, null),
    Current: typed(AMOUNTS, null),
  });
  const milestone = fc.record({
    ...common,
    'Done on': fc.oneof(dates, typed(STATUSES, null)),
    Progress: typed(AMOUNTS, null),
  });
  const action = fc.record({
    ...common,
    'Done on': fc.oneof(dates, typed(STATUSES, null)),
    'Promised to': typed(PEOPLE, 'Ann Lee'),
  });
  const locale = fc.constantFrom(null, 'en-US', 'de-DE', 'fr', 'es-MX', 'pt-BR', 'ja');
  let counted = 0;
  let told = 0;
  fc.assert(
    fc.property(goal, milestone, fc.array(action, { maxLength: 4 }), locale, (one, other, more, tag) => {
      const { goals, milestones, actions, problems } = readSheets(
        {
          goals: [{}, { ...one, Goal: 'B' }],
          milestones: [{}, { ...other, Milestone: 'C' }],
          actions: more.map((row, index) => ({ ...row, Action: `D${index}` })),
        },
        { locale: tag },
      );
      const lost = problems.filter((problem) => problem.scope.leftOut);
      expect(goals.length + milestones.length + actions.length + lost.length).toBe(4 + more.length);
      for (const { severity, cell, value, message, fix } of problems) {
        if (severity !== 'note') expect(cell === null ? null : parseA1(cell)).not.toBeNull();
        expect(message).toMatch(/[.?]$/);
        expect(fix).toMatch(/^[A-Z][\s\S]{8,}\.$/);
        expect(message + fix).not.toMatch(/undefined|NaN|\[object|Infinity/);
        expect(value === null || value.length <= 200).toBe(true);
      }
      for (const { owners, due } of [...goals, ...milestones, ...actions]) {
        expect(Number.isInteger(due)).toBe(true);
        expect(owners.every((name) => name.trim() !== '' && !name.includes('@'))).toBe(true);
      }
      counted += actions.length;
      told += lost.length;
    }),
    { numRuns: 500 },
  );
  expect(Math.min(counted, told)).toBeGreaterThan(50);
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
