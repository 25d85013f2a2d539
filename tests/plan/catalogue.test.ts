import { describe, expect, test } from 'vitest';
import type { Grid } from '../../src/grid/grid.ts';
import { CATALOGUE, type Code } from '../../src/plan/catalogue.ts';
import { noLastGood } from '../../src/plan/last-good.ts';
import { readMapping } from '../../src/plan/mapping.ts';
import type { Settings } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { readSettings } from '../../src/plan/read-settings.ts';
import { RULES } from '../../src/plan/rules.ts';
import { tellProblems } from '../../src/snapshot/told.ts';
import { sentencesDe } from '../../src/words/sentences-de.ts';
import { book, day, error, type Input, link, sheet, uncached } from '../helpers/grids.ts';
import { AS_OF, planBook, type Sheets, table } from '../helpers/plans.ts';
import { told } from '../helpers/problems.ts';
import { untranslated } from '../helpers/untranslated.ts';

type Row = Readonly<Record<string, Input>>;
/** Sheets of a workbook with the problem and of one without, and where it is found. */
interface Case {
  readonly bad: Sheets | readonly Grid[];
  readonly good: Sheets | readonly Grid[];
  /** `Goals!D2`; a sheet alone for a problem of a whole sheet; empty for one of the workbook. */
  readonly at: string;
  readonly settings?: Partial<Settings>;
  readonly mapping?: Readonly<Record<'bad' | 'good', Readonly<Record<string, unknown>>>>;
}

const goal = (row: Row): Sheets => ({ goals: [row] });
const milestone = (row: Row): Sheets => ({ milestones: [row] });
const action = (row: Row): Sheets => ({ actions: [row] });
const other = (name: string, ...rows: readonly Row[]): Sheets => ({ others: [table(name, ...rows)] });
const without = (...names: readonly string[]) =>
  planBook().grids.filter((grid) => !names.includes(grid.sheet));
const setting = (name: string, value: Input): Sheets => other('Settings', { Setting: name, Value: value });
const update = (more: Row): Sheets =>
  other('Updates', { Date: day('2026-02-01'), Team: 'North', Update: 'New', ...more });
const done = { Status: 'done', 'Done on': day('2026-02-01') };

/** Every code, so that one without a case does not compile. Cells A to D are those of the helper's good rows. */
const CASES: Readonly<Record<Code, Case>> = {
  'missing-sheet': { bad: without('Actions'), good: without(), at: '' },
  'missing-column': {
    bad: [
      ...without('Goals'),
      sheet('Goals', [
        ['Team', 'Goal', 'Start'],
        ['North', 'Win Acme', day('2026-01-01')],
      ]),
    ],
    good: {},
    at: 'Goals',
  },
  'no-rows': {
    bad: [...without('Goals'), sheet('Goals', [['Team', 'Goal', 'Start', 'Due']])],
    good: {},
    at: 'Goals',
  },
  'sheet-without-header': {
    bad: other('People', { Nickname: 'Ann' }),
    good: other('People', { Name: 'Ann Lee' }),
    at: 'People',
  },
  'missing-cell': { bad: goal({ Due: null }), good: goal({}), at: 'Goals!D2' },
  'cell-error': { bad: goal({ Weight: error() }), good: goal({ Weight: 2 }), at: 'Goals!E2' },
  'formula-without-result': {
    bad: action({ Notes: uncached() }),
    good: action({ Notes: 'x' }),
    at: 'Actions!E2',
  },
  'bad-day': { bad: milestone({ Due: 'ASAP' }), good: milestone({ Due: '2026-06-30' }), at: 'Milestones!C2' },
  'ambiguous-day': {
    bad: milestone({ Due: '3/4/2026' }),
    good: milestone({ Due: '3.4.2026' }),
    at: 'Milestones!C2',
  },
  'bad-number': { bad: goal({ Target: 'many' }), good: goal({ Target: '5k' }), at: 'Goals!E2' },
  'ambiguous-number': { bad: goal({ Target: '1,234' }), good: goal({ Target: '1,234.0' }), at: 'Goals!E2' },
  'out-of-range': {
    bad: milestone({ Progress: '140%' }),
    good: milestone({ Progress: '99%' }),
    at: 'Milestones!D2',
  },
  'bad-weight': { bad: action({ Weight: 0 }), good: action({ Weight: 0.5 }), at: 'Actions!E2' },
  'unknown-status': { bad: action({ Status: 'blue' }), good: action({ Status: 'Doing' }), at: 'Actions!E2' },
  'unknown-direction': {
    bad: other('Measures', { Measure: 'Calls', Team: 'North', Direction: 'sideways' }),
    good: other('Measures', { Measure: 'Calls', Team: 'North', Direction: 'Down' }),
    at: 'Measures!C2',
  },
  'duplicate-id': {
    bad: { goals: [{ ID: 'G-1' }, { ID: 'g 1', Goal: 'B' }] },
    good: { goals: [{ ID: 'G1' }, { ID: 'G2', Goal: 'B' }] },
    at: 'Goals!E3',
  },
  'duplicate-name': {
    bad: other('Teams', { Team: 'North' }, { Team: 'NORTH' }),
    good: other('Teams', { Team: 'North' }, { Team: 'South' }),
    at: 'Teams!A3',
  },
  'unknown-parent': {
    bad: milestone({ Goal: 'Win Zeta' }),
    good: milestone({ Goal: 'win  ACME!' }),
    at: 'Milestones!A2',
  },
  'ambiguous-parent': {
    bad: { goals: [{}, { Team: 'South' }] },
    good: { goals: [{}, { Team: 'South' }], milestones: [{ Goal: 'South / Win Acme' }] },
    at: 'Milestones!A2',
  },
  'parent-in-error': {
    bad: { goals: [{ Due: 'TBD' }], milestones: [{}], actions: [] },
    good: { goals: [{}], milestones: [{}], actions: [] },
    at: 'Milestones!A2',
  },
  'bad-setting': {
    bad: setting('Time zone', 'Mars/Base'),
    good: setting('Time zone', 'Europe/Zurich'),
    at: 'Settings!B2',
  },
  'day-against-locale': {
    bad: milestone({ Due: '13/4/2026' }),
    good: milestone({ Due: '4/13/2026' }),
    at: 'Milestones!C2',
    settings: { locale: 'en-US' },
  },
  'status-not-for-actions': {
    bad: action({ Status: '🟢 On track' }),
    good: action({ Status: '🟢 Active' }),
    at: 'Actions!E2',
  },
  'unsafe-link': {
    bad: goal({ Goal: link('Win Acme', 'javascript:alert(1)') }),
    good: goal({ Goal: link('Win Acme', 'https://example.com') }),
    at: 'Goals!B2',
  },
  'unknown-kind': { bad: update({ Kind: 'gossip' }), good: update({ Kind: 'Risk' }), at: 'Updates!D2' },
  'unknown-about': {
    bad: update({ About: 'Win Zeta' }),
    good: update({ About: 'Win Acme' }),
    at: 'Updates!D2',
  },
  'unknown-person': {
    bad: other('People', { Name: 'Ann Leo' }),
    good: other('People', { Name: 'ANN LEE' }),
    at: 'Actions!C2',
  },
  'unknown-team': {
    bad: other('Teams', { Team: 'Norht' }),
    good: other('Teams', { Team: 'Overseas' }),
    at: 'Goals!A2',
  },
  'unknown-customer': {
    bad: { goals: [{ Customer: 'Acme Labs' }], others: [table('Customers', { Customer: 'Acme Lab' })] },
    good: { goals: [{ Customer: 'Acme Labs' }], others: [table('Customers', { Customer: 'Zeta' })] },
    at: 'Goals!E2',
  },
  'several-owners': {
    bad: action({ Owner: 'Ann & Bo' }),
    good: action({ Owner: 'Ann Bo' }),
    at: 'Actions!C2',
  },
  'group-owner': { bad: action({ Owner: 'the team' }), good: action({ Owner: 'Ann Lee' }), at: 'Actions!C2' },
  'similar-names': {
    bad: { actions: [{}, { Action: 'B', Owner: 'Anne Lee' }] },
    good: { actions: [{}, { Action: 'B', Owner: 'Jan Lee' }] },
    at: 'Actions!C3',
  },
  'done-without-day': { bad: action({ ...done, 'Done on': null }), good: action(done), at: 'Actions!F2' },
  'done-in-future': {
    bad: action({ 'Done on': day('2026-03-02') }),
    good: action({ 'Done on': day('2026-03-01') }),
    at: 'Actions!E2',
  },
  'due-before-start': {
    bad: goal({ Start: day('2027-01-01') }),
    good: goal({ Start: day('2026-12-31') }),
    at: 'Goals!D2',
  },
  'due-after-parent': {
    bad: action({ Due: day('2026-07-01') }),
    good: action({ Due: day('2026-06-30') }),
    at: 'Actions!D2',
  },
  'no-next-action': { bad: { actions: [] }, good: {}, at: 'Milestones!B2' },
  'all-actions-done': {
    bad: action(done),
    good: { actions: [done, { Action: 'Next' }] },
    at: 'Milestones!B2',
  },
  'progress-against-status': {
    bad: milestone({ Progress: 0.5, ...done }),
    good: milestone({ Progress: 1, ...done }),
    at: 'Milestones!D2',
  },
  'ignored-columns': { bad: goal({ Colour: 'red' }), good: goal({ Notes: 'red' }), at: 'Goals' },
  'ignored-sheets': { bad: other('Lists', { A: 1 }), good: {}, at: '' },
  'repeated-column': { bad: goal({ Deadline: day('2026-12-31') }), good: goal({}), at: 'Goals!E1' },
  'repeated-sheet': { bad: other('GOALS ', { A: 1 }), good: {}, at: 'GOALS ' },
  'skipped-rows': {
    bad: { goals: [{}, { Team: null, Goal: 'Total', Start: null, Due: null, Weight: 3 }] },
    good: { goals: [{}, { Goal: 'Total', Weight: 3 }] },
    at: 'Goals!B3',
  },
  'table-beside': {
    bad: [
      ...without('Goals'),
      sheet('Goals', [
        ['Team', 'Goal', 'Start', 'Due', null, 'Name', 'Team'],
        ['North', 'Win Acme', day('2026-01-01'), day('2026-12-31'), null, 'Ann Lee', 'North'],
      ]),
    ],
    good: {},
    at: 'Goals!F1',
  },
  'shared-table': {
    bad: [
      ...without('Goals', 'Milestones'),
      sheet('Goals', [
        ['Team', 'Goal', 'Key result', 'Start', 'Due'],
        ['North', 'Win Acme', 'Pilot agreed', day('2026-01-01'), day('2026-06-30')],
      ]),
    ],
    good: {},
    at: 'Goals',
  },
  'filled-down': {
    bad: { milestones: [{}, { Goal: null, Milestone: 'Signed' }] },
    good: { milestones: [{}, { Milestone: 'Signed' }] },
    at: 'Milestones!A2',
  },
  'bad-mapping': {
    bad: without(),
    good: without(),
    at: 'Milestones',
    mapping: { bad: { Milestones: { due: 'Go-live' } }, good: { Milestones: { due: 'Due' } } },
  },
  'mapped-value': {
    bad: without(),
    good: without(),
    at: 'Milestones',
    mapping: { bad: { Milestones: { priority: 'High' } }, good: {} },
  },
  'unknown-setting': { bad: setting('Colour', 'red'), good: setting('Title', 'red'), at: 'Settings!A2' },
  'repeated-setting': {
    bad: other('Settings', { Setting: 'Title', Value: 'A' }, { Setting: 'title', Value: 'B' }),
    good: other('Settings', { Setting: 'Title', Value: 'A' }, { Setting: 'Locale', Value: 'de' }),
    at: 'Settings!A3',
  },
};

function read(
  sheets: Case['bad'],
  settings: Partial<Settings> = {},
  configured: Readonly<Record<string, unknown>> = {},
) {
  // Only one of the two has a length.
  const workbook = Array.isArray(sheets) ? book(sheets as Grid[]) : planBook(sheets as Sheets);
  const { mapping, faults } = readMapping(configured);
  expect(faults).toEqual([]);
  const mappings = new Map([[workbook, mapping]]);
  const ofSettings = readSettings([workbook], settings, mappings);
  const { plan, problems } = readPlan([workbook], ofSettings.settings, AS_OF, noLastGood, mappings);
  return { plan, problems: [...ofSettings.problems, ...problems] };
}

describe.each(Object.entries(CASES))('%s', (code, { bad, good, at, settings, mapping }) => {
  // The keys of CASES are codes.
  const { severity } = CATALOGUE[code as Code];

  test('is found once, at its cell, with what was found and a cure', () => {
    const found = read(bad, settings, mapping?.bad).problems.filter((problem) => problem.code === code);
    expect(found.map(({ sheet: name, cell }) => (cell === null ? name : `${name}!${cell}`))).toEqual([at]);
    expect(found[0]).toMatchObject({ severity, book: 'plan.xlsx', link: null });
    const [inEnglish] = told(found);
    expect(inEnglish?.message).toMatch(/[.?]$/);
    expect(inEnglish?.fix).toMatch(/\.$/);
  });

  test('is told in German in a German plan', () => {
    const found = read(bad, settings, mapping?.bad).problems.filter((problem) => problem.code === code);
    expect(found.flatMap(({ message, fix }) => untranslated([message, fix], sentencesDe))).toEqual([]);
    const [german] = tellProblems(found, 'de-AT');
    expect(german?.message).toMatch(/[.?]$/);
    expect(german?.fix).toMatch(/\.$/);
    expect(german).not.toMatchObject({ message: told(found)[0]?.message });
    expect(german).not.toMatchObject({ fix: told(found)[0]?.fix });
  });

  test('is not found where all is well', () => {
    expect(read(good, settings, mapping?.good).problems.map((problem) => problem.code)).not.toContain(code);
  });

  if (severity === 'fatal') {
    test('leaves no plan', () => {
      expect(read(bad, settings, mapping?.bad).plan).toBeNull();
    });
  }
});

test('a good plan has no problems at all', () => {
  expect(read({}).problems).toEqual([]);
});

test('each rule names codes of warnings', () => {
  const codes = RULES.flatMap((rule) => rule.codes);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(CATALOGUE[code].severity).toBe('warning');
});

test('codes are kebab-case, and each has a meaning in one line', () => {
  for (const [code, { meaning }] of Object.entries(CATALOGUE)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meaning).toMatch(/^[A-Z].{10,110}\.$/);
  }
});
