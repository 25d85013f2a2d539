import { describe, expect, test } from 'vitest';
import { day, type Input } from '../helpers/grids.ts';
import { brief, only, readSheets, type Sheets, table } from '../helpers/plans.ts';

type Row = Record<string, Input>;

/** What the rules find, as `code Sheet!A1`. The as-of day is 2026-03-01. */
function found(sheets: Sheets): string[] {
  return brief(readSheets(sheets).problems);
}

const doneOn = (iso: string): Row => ({ 'Done on': day(iso) });

describe('dropped rows, and all below them, are left alone', () => {
  const odd = { Due: day('2028-01-01'), Owner: 'A, B', Status: 'done' };

  test('nothing is said below a dropped goal', () => {
    const goal = { ...odd, Start: day('2029-01-01'), Status: 'dropped' };
    expect(found({ goals: [goal], milestones: [odd], actions: [odd] })).toEqual([]);
  });

  test('nothing is said of a dropped milestone and its actions', () => {
    expect(found({ milestones: [{ ...odd, Progress: 1, Status: 'cancelled' }], actions: [odd] })).toEqual([]);
  });

  test('nothing is said of a dropped action', () => {
    expect(found({ actions: [{}, { Action: 'B', ...odd, Status: 'n/a' }] })).toEqual([]);
  });

  test('the same rows, not dropped, are told of', () => {
    expect(found({ milestones: [odd], actions: [odd] })).toEqual([
      'due-after-parent Milestones!C2',
      'several-owners Milestones!D2',
      'done-without-day Milestones!E2',
      'several-owners Actions!C2',
      'done-without-day Actions!E2',
    ]);
  });
});

describe('done', () => {
  test('without a day: at Done on, else at Status', () => {
    expect(found({ actions: [{}, { Action: 'B', Status: 'done', 'Done on': null }] })).toEqual([
      'done-without-day Actions!F3',
    ]);
    expect(found({ actions: [{}, { Action: 'B', Status: 'done' }] })).toEqual([
      'done-without-day Actions!E3',
    ]);
    expect(found({ actions: [{}, { Action: 'B', Done: 'yes' }] })).toEqual(['done-without-day Actions!E3']);
    expect(found({ milestones: [{ Status: 'done' }] })).toEqual(['done-without-day Milestones!D2']);
    expect(found({ goals: [{ Status: 'done' }] })).toEqual([]);
  });

  test('in the future: after the as-of day, not on it', () => {
    expect(found({ milestones: [doneOn('2026-03-01')] })).toEqual([]);
    expect(found({ milestones: [doneOn('2026-03-02')] })).toEqual(['done-in-future Milestones!D2']);
  });
});

describe('days', () => {
  test('due before start, of goals and milestones', () => {
    expect(found({ milestones: [{ Start: day('2026-07-01') }] })).toEqual(['due-before-start Milestones!C2']);
    expect(found({ milestones: [{ Start: day('2026-06-30') }] })).toEqual([]);
  });

  test('due after the parent, on its day not', () => {
    expect(found({ milestones: [{ Due: day('2027-01-01') }] })).toEqual(['due-after-parent Milestones!C2']);
    expect(found({ milestones: [{ Due: day('2026-12-31') }] })).toEqual([]);
    const { problems } = readSheets({ actions: [{ Due: day('2026-07-01') }] });
    expect(only(problems, 'due-after-parent').message).toBe(
      'The action is due on 2026-07-01, after its milestone “Pilot agreed”, which is due on 2026-06-30.',
    );
  });
});

describe('the next action', () => {
  test('is missed once the milestone has started, by its own start or its goal’s', () => {
    expect(found({ actions: [], milestones: [{ Start: day('2026-03-01') }] })).toEqual([
      'no-next-action Milestones!B2',
    ]);
    expect(found({ actions: [], milestones: [{ Start: day('2026-03-02') }] })).toEqual([]);
    expect(found({ actions: [], goals: [{ Start: day('2026-03-02') }] })).toEqual([]);
    expect(found({ actions: [], milestones: [doneOn('2026-02-01')] })).toEqual([]);
    expect(found({ actions: [{ Status: 'dropped' }] })).toEqual(['no-next-action Milestones!B2']);
  });

  test('all actions done is told instead, whether it has started or not', () => {
    const actions = [doneOn('2026-02-01'), { Action: 'B', Status: 'dropped' }];
    const { problems } = readSheets({ actions, milestones: [{ Status: 'Doing', Start: day('2026-04-01') }] });
    expect(brief(problems)).toEqual(['all-actions-done Milestones!D2']);
    expect(problems[0]).toMatchObject({
      message: 'Its only action is done, but the milestone is not.',
      fix: 'Close it or add the next action.',
    });
    const two = readSheets({ actions: [doneOn('2026-02-01'), { Action: 'B', ...doneOn('2026-02-02') }] });
    expect(only(two.problems, 'all-actions-done').message).toContain('All its 2 actions are done');
  });
});

describe('progress against status', () => {
  const rule = (row: Row) => found({ milestones: [{ Progress: null, ...row }] });
  const at = ['progress-against-status Milestones!D2'];

  test.each<[Row, string[]]>([
    [{ Progress: '50%', ...doneOn('2026-02-01') }, at],
    [{ Progress: '100%', ...doneOn('2026-02-01') }, []],
    [{ Progress: '100%', Status: 'Doing' }, at],
    [{ Progress: '100%', Status: null }, at],
    [{ Progress: '50%', Status: 'Planned' }, at],
    [{ Progress: '0%', Status: 'Planned' }, []],
    [{ Progress: '50%', Status: null }, []],
    [{ Progress: '50%', Status: 'Green' }, []],
    [{ Status: 'Planned' }, []],
  ])('%j', (row, expected) => {
    expect(rule(row)).toEqual(expected);
  });
});

describe('names', () => {
  const people = table('People', { Name: 'Ann Lee', Team: 'North' });

  test('a person not in the People sheet is told once, with the number of other cells', () => {
    const { problems } = readSheets({
      goals: [{ Owner: 'Anne Lee' }],
      actions: [
        { Owner: 'anne lee' },
        { Action: 'B', Owner: 'Ann Lee', 'Promised to': 'Anne Lee' },
        { Action: 'C', Owner: 'Bo' },
      ],
      others: [people],
    });
    expect(problems.map(({ code, cell, message }) => [code, cell, message])).toEqual([
      [
        'unknown-person',
        'E2',
        '“Anne Lee” is not in the People sheet. Did you mean “Ann Lee”? 2 more cells name it too.',
      ],
      ['unknown-person', 'C4', '“Bo” is not in the People sheet.'],
    ]);
  });

  test('wherever a person is named', () => {
    const others = [
      people,
      table('Teams', { Team: 'North', Leader: 'Cy' }),
      table('Updates', { Date: day('2026-02-01'), Team: 'North', Update: 'x', By: 'Di' }),
      table('Measures', { Measure: 'Calls', Team: 'North', Owner: 'Ed' }),
    ];
    expect(found({ others, actions: [{ 'Promised to': 'Fay' }] })).toEqual([
      'unknown-person Actions!E2',
      'unknown-person Teams!B2',
      'unknown-person Updates!D2',
      'unknown-person Measures!C2',
    ]);
  });

  test('without a filled People sheet nobody is unknown; a promise to a team or a customer is fine', () => {
    expect(found({ actions: [{ Owner: 'Bo' }] })).toEqual([]);
    const promises = [{ 'Promised to': 'North' }, { Action: 'B', 'Promised to': 'Acme' }];
    expect(found({ goals: [{ Customer: 'Acme' }], actions: promises, others: [people] })).toEqual([]);
  });

  test('a team close to one of a filled Teams sheet is told once, and is a team of its own', () => {
    const others = [
      table('Teams', { Team: 'North' }),
      table('Updates', { Date: day('2026-02-01'), Team: 'Nort', Update: 'x' }),
      table('People', { Name: 'Ann Lee', Team: 'Noth' }),
    ];
    const { problems, plan } = readSheets({
      goals: [{}, { Team: 'Nort', Goal: 'B' }, { Team: 'Overseas', Goal: 'C' }],
      others,
    });
    expect(brief(problems)).toEqual(['unknown-team Goals!A3', 'unknown-team People!B2']);
    expect(problems[0]?.message).toBe(
      'The team “Nort” is not in the Teams sheet, and counts as one of its own. Did you mean “North”? 1 more cell names it too.',
    );
    expect(plan.teams.map((team) => team.name)).toEqual(['Nort', 'North', 'Noth', 'Overseas']);
  });

  test('several owners are named', () => {
    expect(
      only(readSheets({ actions: [{ Owner: 'Ann / Bo and Cy' }] }).problems, 'several-owners').message,
    ).toBe('The action has 3 owners: Ann, Bo and Cy; expected is one who answers for it.');
    expect(found({ goals: [{ Owner: 'Ann Lee, ANN LEE' }] })).toEqual([]);
  });
});

describe('two owners in one cell that may be one person, surname first', () => {
  const message = (sheets: Sheets): string => only(readSheets(sheets).problems, 'several-owners').message;

  test('are taken for one where the plan has that person', () => {
    const ray = { Action: 'B', Owner: 'Ray, Bob' };
    expect(message({ actions: [ray, { Action: 'C', Owner: 'Bob Ray' }] })).toBe(
      'The action has 2 owners by its cell: Ray and Bob. Did you mean “Bob Ray”?',
    );
    expect(message({ actions: [ray], others: [table('People', { Name: 'bob ray' })] })).toContain(
      '“bob ray”',
    );
    expect(message({ actions: [ray] })).toContain('has 2 owners: Ray and Bob;');
  });
});

describe('an owner that is no one person', () => {
  test.each(['everyone', 'All', 'the team', 'alle', 'toute l’équipe', 'todos', 'a equipe', 'North'])(
    '%s',
    (Owner) => {
      expect(found({ actions: [{ Owner }] })).toEqual(['group-owner Actions!C2']);
      expect(found({ milestones: [{ Owner }] })).toEqual(['group-owner Milestones!D2']);
    },
  );

  test('one among owners is told of as well', () => {
    expect(found({ actions: [{ Owner: 'Ann Lee, Team' }] })).toEqual([
      'several-owners Actions!C2',
      'group-owner Actions!C2',
    ]);
  });

  test('a person may be called as a team or a group is', () => {
    const others = [table('People', { Name: 'North' }, { Name: 'Ann Lee' })];
    expect(found({ actions: [{ Owner: 'North' }], others })).toEqual([]);
  });

  test('it is not looked for in the People sheet', () => {
    const others = [table('People', { Name: 'Ann Lee' })];
    expect(found({ actions: [{ Owner: 'everyone' }], others })).toEqual(['group-owner Actions!C2']);
  });
});

describe('one person in two spellings', () => {
  const owners = (...names: readonly string[]): Sheets => ({
    actions: names.map((Owner, index) => ({ Action: `A${index}`, Owner })),
  });

  test('is told of at the rarer one, with how often each stands', () => {
    expect(found(owners('Anne Lee', 'Ann Lee', 'Ann Lee'))).toEqual(['similar-names Actions!C2']);
    const { message, fix } = only(
      readSheets(owners('Anne Lee', 'Ann Lee', 'Ann Lee')).problems,
      'similar-names',
    );
    expect(message).toBe(
      '“Anne Lee” stands in 1 cell and “Ann Lee” stands in 2 cells; they count as two people, and may be one.',
    );
    expect(fix).toBe('Write “Ann Lee” everywhere; or, if they are two people, add both to the People sheet.');
  });

  test('is told of once, at the first cell, of equals at the later', () => {
    expect(found(owners('Ann Lee', 'Ann Lee', 'Ann Lee', 'A. Lee', 'A. Lee'))).toEqual([
      'similar-names Actions!C5',
    ]);
    expect(found(owners('Ann Lee', 'Lee Ann'))).toEqual(['similar-names Actions!C3']);
    expect(found(owners('Ann', 'Ann Lee', 'Ann Lee'))).toEqual(['similar-names Actions!C2']);
  });

  test('is not told of where a short name may be one of two', () => {
    expect(found(owners('A. Lee', 'Ann Lee', 'Amy Lee'))).toEqual([]);
    expect(found(owners('Ann', 'Ann Lee', 'Ann Ray'))).toEqual([]);
  });

  test('is looked for wherever a person is named', () => {
    const update = { Date: day('2026-02-01'), Team: 'North', Update: 'x', By: 'Lee Ann' };
    expect(found({ others: [table('Updates', update)] })).toEqual(['similar-names Updates!D2']);
    expect(found({ goals: [{ Owner: 'Ann M. Lee' }] })).toEqual(['similar-names Actions!C2']);
  });

  test('with a People sheet, what is not in it is told of with what it may be', () => {
    const others = [table('People', { Name: 'Ann Lee' }, { Name: 'Bob Ray' })];
    const told = (name: string): string =>
      only(readSheets({ ...owners(name), others }).problems, 'unknown-person').message;
    for (const name of ['A. Lee', 'Lee Ann', 'Ann', 'Anne Lee', 'Ann M. Lee', 'AnnLee']) {
      expect(told(name)).toBe(`“${name}” is not in the People sheet. Did you mean “Ann Lee”?`);
    }
    expect(told('Cy Dow')).toBe('“Cy Dow” is not in the People sheet.');
    expect(found({ ...owners('Ann Lee', 'Bob Ray'), others })).toEqual([]);
  });

  test('groups are no spellings of a person', () => {
    expect(found(owners('Team Lee', 'team'))).toEqual(['group-owner Actions!C3']);
  });
});

test('a status that nobody has decided contradicts no progress', () => {
  const status = (Status: string): string[] => found({ milestones: [{ Progress: 0.5, Status }] });
  expect(status('not started')).toEqual(['progress-against-status Milestones!D2']);
  expect(status('TBD')).toEqual([]);
});

test('a finding knows the team, goal and milestone of its row', () => {
  const { problems } = readSheets({ actions: [{ Owner: 'A, B' }] });
  expect(problems[0]?.scope).toEqual({
    team: 'north',
    goal: 'north-win-acme',
    milestone: 'north-win-acme-pilot-agreed',
    leftOut: false,
  });
});
