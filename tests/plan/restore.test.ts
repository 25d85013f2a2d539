import { describe, expect, test } from 'vitest';
import { isoFromDay } from '../../src/grid/day.ts';
import { inEnglish } from '../../src/grid/said.ts';
import type { LastGoodValues } from '../../src/plan/last-good.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { day, error, type Input } from '../helpers/grids.ts';
import { AS_OF, planBook, requiredDay, type Sheets } from '../helpers/plans.ts';
import { told } from '../helpers/problems.ts';

const SINCE = requiredDay('2025-11-09');

/** A past that knows rows by `sort id` or `sort parent/title`, and of each some cells. */
function past(known: Readonly<Record<string, Readonly<Record<string, unknown>>>>): LastGoodValues {
  const rows = new Map(Object.entries(known));
  return {
    find({ sort, id, parent, title }, field) {
      const row = rows.get(title === null ? `${sort} ${id}` : `${sort} ${parent ?? '?'}/${title}`);
      return row !== undefined && field in row ? { value: row[field], since: SINCE } : null;
    },
  };
}

function read(sheets: Sheets, lastGood: LastGoodValues) {
  const reading = readPlan([planBook(sheets)], DEFAULT_SETTINGS, AS_OF, lastGood);
  const { plan, leftOut } = reading;
  const restored = reading.restored.map((cell) => ({ ...cell, text: inEnglish(cell.text) }));
  const problems = told(reading.problems);
  const goals = plan?.teams.flatMap((team) => team.goals) ?? [];
  const milestones = goals.flatMap((goal) => goal.milestones);
  const actions = milestones.flatMap((milestone) => milestone.actions);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { plan, goals, milestones, actions, errors, leftOut, restored };
}

const ACTION = 'action north-win-acme-pilot-agreed/Call the lab';

describe('a cell in error', () => {
  test('counts with what it held before, and stays an error', () => {
    const due = requiredDay('2025-12-12');
    const { actions, errors, restored, leftOut } = read(
      { actions: [{ Due: 'ASAP' }] },
      past({ [ACTION]: { due } }),
    );
    expect(actions.map((action) => isoFromDay(action.due))).toEqual(['2025-12-12']);
    expect(errors).toMatchObject([{ code: 'bad-day', value: 'ASAP', scope: { leftOut: false } }]);
    expect(errors[0]?.message).toMatch(
      / The row counts with what was last read, on 2025-11-09: 2025-12-12\.$/,
    );
    expect(restored).toEqual([
      {
        sort: 'action',
        id: actions[0]?.id,
        field: 'due',
        since: SINCE,
        shown: 'ASAP',
        text: 'due “ASAP” cannot be used; counting 2025-12-12, from 2025-11-09',
      },
    ]);
    expect(leftOut).toEqual([]);
  });

  test('leaves its row out where nothing is known, and says which row that is', () => {
    const { actions, errors, restored, leftOut } = read({ actions: [{ Due: 'ASAP' }] }, past({}));
    expect(actions).toEqual([]);
    expect(errors).toMatchObject([{ code: 'bad-day', scope: { leftOut: true } }]);
    expect(restored).toEqual([]);
    expect(leftOut).toEqual([
      { sort: 'action', id: null, parent: 'north-win-acme-pilot-agreed', title: 'Call the lab' },
    ]);
  });

  test('leaves its row out where another cell of it is not known', () => {
    const known = past({ [ACTION]: { due: AS_OF } });
    const { actions, errors, restored } = read({ actions: [{ Due: 'ASAP', Weight: 'heavy' }] }, known);
    expect(actions).toEqual([]);
    expect(restored).toEqual([]);
    expect(errors.map(({ scope }) => scope.leftOut)).toEqual([true, false]);
    expect(errors.every(({ message }) => !message.includes('last read'))).toBe(true);
  });

  test('leaves its row out where what it held was blank and is needed', () => {
    expect(read({ actions: [{ Due: null }] }, past({ [ACTION]: { due: null } })).actions).toEqual([]);
  });

  const MILESTONE = 'milestone north-win-acme/Pilot agreed';
  const cells: [string, Record<string, Input>, string, unknown, string][] = [
    ['a blank due day', { Due: null }, 'due', requiredDay('2025-12-12'), 'due is blank; counting 2025-12-12'],
    ['a weight of 0', { Weight: 0 }, 'weight', 3, 'counting 3'],
    ['a progress of 140 %', { Progress: '140%' }, 'progress', 0.4, 'counting 40 %'],
    [
      'an error value',
      { Priority: error() },
      'priority',
      'High',
      'priority “#REF!” cannot be used; counting High',
    ],
    ['a blank before', { Target: 'many' }, 'target', null, 'counting nothing'],
    ['a status', { Status: 'Mañana' }, 'status', { state: 'blocked', declared: null }, 'counting blocked'],
    [
      'a word of the owner',
      { Status: 'Meh' },
      'status',
      { state: 'in progress', declared: 'at risk' },
      'counting at risk',
    ],
    ['an owner', { Owner: error() }, 'owner', ['Ann Lee', 'Bo Ek'], 'counting Ann Lee, Bo Ek'],
    ['no owner', { Owner: error() }, 'owner', [], 'counting nobody'],
    ['a day done', { 'Done on': 'soon' }, 'doneOn', { done: true, day: AS_OF }, 'counting 2026-03-01'],
    ['done on no day', { 'Done on': 'soon' }, 'doneOn', { done: true, day: null }, 'counting done'],
    ['not done', { 'Done on': 'soon' }, 'doneOn', { done: false, day: null }, 'counting not done'],
  ];

  test.each(cells)('such as %s', (_, row, field, value, words) => {
    const { milestones, restored } = read(
      { milestones: [row], actions: [] },
      past({ [MILESTONE]: { [field]: value } }),
    );
    expect(milestones).toHaveLength(1);
    expect(restored).toMatchObject([{ sort: 'milestone', field }]);
    expect(restored[0]?.text).toContain(words);
  });

  test('of a goal keeps all below it', () => {
    const sheets = { goals: [{ Start: 'last year' }] };
    expect(read(sheets, past({})).actions).toEqual([]);
    const { actions, errors } = read(sheets, past({ 'goal north/Win Acme': { start: AS_OF } }));
    expect(actions).toHaveLength(1);
    expect(errors.map(({ code }) => code)).toEqual(['bad-day']);
  });

  test('that names people or a customer makes them known', () => {
    const { plan } = read(
      { goals: [{ Customer: error() }], actions: [{ Owner: null }] },
      past({ 'goal north/Win Acme': { customer: 'Acme' }, [ACTION]: { owner: ['Cy Fox'] } }),
    );
    expect(plan?.customers.map(({ name }) => name)).toContain('Acme');
    expect(plan?.people.map(({ name }) => name)).toContain('Cy Fox');
  });

  test('that names the team makes it known', () => {
    const { plan, goals } = read(
      { goals: [{ Team: error() }] },
      past({ 'goal ?/Win Acme': { team: 'North' } }),
    );
    expect(goals).toHaveLength(1);
    expect(plan?.teams.map(({ name }) => name)).toEqual(['North']);
  });
});

describe('a parent that cannot be found', () => {
  const known = past({ 'milestone ?/Pilot agreed': { goal: 'North / Win Acme' } });

  test.each([
    ['is not known', { Goal: 'Win Acne' }],
    ['is blank', { Goal: null }],
    ['is an error', { Goal: error() }],
  ])('because its name %s is the one from before', (_, row) => {
    const { milestones, actions, errors, restored } = read({ milestones: [row] }, known);
    expect(milestones).toHaveLength(1);
    expect(actions).toHaveLength(1);
    expect(errors).toMatchObject([{ scope: { goal: 'north-win-acme', leftOut: false } }]);
    expect(restored[0]?.text).toContain('counting North / Win Acme');
  });

  test('is looked for among the rows of now', () => {
    const gone = past({ 'milestone ?/Pilot agreed': { goal: 'North / Lost' } });
    const { milestones, errors } = read({ milestones: [{ Goal: 'Win Acne' }], actions: [] }, gone);
    expect(milestones).toEqual([]);
    expect(errors).toMatchObject([{ code: 'unknown-parent', scope: { leftOut: true } }]);
  });

  test('leaves its rows out with it where it is left out itself', () => {
    const { milestones, leftOut } = read(
      { goals: [{ Due: 'never' }], milestones: [{ Goal: 'Win Acne' }] },
      known,
    );
    expect(milestones).toEqual([]);
    expect(leftOut.map(({ sort }) => sort)).toEqual(['goal', 'milestone', 'action']);
  });
});

describe('a row', () => {
  test('is found by its ID', () => {
    const { actions } = read({ actions: [{ ID: 'A1', Due: 'ASAP' }] }, past({ 'action A1': { due: AS_OF } }));
    expect(actions).toHaveLength(1);
  });

  test('with a new ID is found by parent and title', () => {
    const { actions } = read({ actions: [{ ID: 'A1', Due: 'ASAP' }] }, past({ [ACTION]: { due: AS_OF } }));
    expect(actions).toHaveLength(1);
  });

  test('is not taken for another of the same title, which may be the one that is known', () => {
    const rows = [{ Due: 'ASAP' }, { Due: day('2026-05-01') }];
    expect(read({ actions: rows }, past({ [ACTION]: { due: AS_OF } })).actions).toHaveLength(1);
  });

  test('is told from one of the same title below another parent', () => {
    const milestones = [{}, { Milestone: 'Signed' }];
    const rows = [{ Due: 'ASAP' }, { Milestone: 'Signed', Due: day('2026-05-01') }];
    expect(read({ milestones, actions: rows }, past({ [ACTION]: { due: AS_OF } })).actions).toHaveLength(2);
  });

  test('that repeats an ID is left out, whatever is known', () => {
    const rows = [{ ID: 'A1' }, { ID: 'A1', Action: 'Other', Due: 'ASAP' }];
    const { actions, leftOut } = read({ actions: rows }, past({ 'action A1': { due: AS_OF } }));
    expect(actions).toHaveLength(1);
    expect(leftOut).toMatchObject([{ sort: 'action', id: 'A1', title: 'Other' }]);
  });
});
