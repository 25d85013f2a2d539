import { describe, expect, test } from 'vitest';
import { day, type Input } from '../helpers/grids.ts';
import { brief, only, readSheets, type Sheets, table } from '../helpers/plans.ts';

const SOUTH = { Team: 'South', Goal: 'Win Zeta' };

/** `milestone < goal` for each milestone that counts. */
function parents(sheets: Sheets): string[] {
  return readSheets({ actions: [], ...sheets }).goals.flatMap((goal) =>
    goal.milestones.map((milestone) => `${milestone.title} < ${goal.title}`),
  );
}

describe('a milestone names its goal', () => {
  test.each(['G-7', 'g 7', 'Win Acme', ' win  acmé! ', 'North / Win Acme', 'North/Win Acme'])(
    'by %s',
    (reference) => {
      expect(
        parents({ goals: [{ ID: 'G-7' }, { ID: null, ...SOUTH }], milestones: [{ Goal: reference }] }),
      ).toEqual(['Pilot agreed < Win Acme']);
    },
  );

  test('an ID that is a number or a day goes by what is shown', () => {
    expect(parents({ goals: [{ ID: 12 }], milestones: [{ Goal: '12' }] })).toHaveLength(1);
    expect(
      parents({ goals: [{ ID: day('2026-01-01') }], milestones: [{ Goal: '2026-01-01' }] }),
    ).toHaveLength(1);
  });

  test('an ID goes before a title', () => {
    expect(
      parents({
        goals: [
          { ID: 'A', Goal: 'B' },
          { ID: 'B', ...SOUTH },
        ],
        milestones: [{ Goal: 'B' }],
      }),
    ).toEqual(['Pilot agreed < Win Zeta']);
  });

  test('a title with slashes matches as a whole first, and at the end of a path', () => {
    const goals = [
      { Goal: 'North / Win' },
      { Team: 'North', Goal: 'Win' },
      { Team: 'South', Goal: 'Buy / sell' },
    ];
    expect(parents({ goals, milestones: [{ Goal: 'North / Win' }] })).toEqual(['Pilot agreed < North / Win']);
    expect(parents({ goals, milestones: [{ Goal: 'South / Buy / sell' }] })).toEqual([
      'Pilot agreed < Buy / sell',
    ]);
  });

  test('prototype keys are names like any other', () => {
    const goals = [{ Team: '__proto__', Goal: 'constructor', ID: 'toString' }];
    expect(parents({ goals, milestones: [{ Goal: 'constructor' }] })).toEqual(['Pilot agreed < constructor']);
    expect(parents({ goals, milestones: [{ Goal: 'toString' }, { Goal: 'valueOf' }] })).toHaveLength(1);
  });
});

describe('an action names its milestone', () => {
  const sheets: Sheets = {
    goals: [{ ID: 'G1' }, { ID: null, ...SOUTH }],
    milestones: [
      { ID: null, Goal: 'G1', Milestone: 'Signed' },
      { ID: null, Goal: 'Win Zeta', Milestone: 'Signed' },
      { ID: 'M3', Goal: 'Win Zeta', Milestone: 'Delighted' },
    ],
  };

  test.each([
    ['M3', 'south-win-zeta', 'M3'],
    ['Delighted', 'south-win-zeta', 'M3'],
    ['Win Acme / Signed', 'G1', 'g1-signed'],
    ['G1 / Signed', 'G1', 'g1-signed'],
    ['South / Win Zeta / Signed', 'south-win-zeta', 'south-win-zeta-signed'],
  ])('by %s', (reference, goal, milestone) => {
    const { goals, problems } = readSheets({ ...sheets, actions: [{ Milestone: reference }] });
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const found = goals.flatMap((one) =>
      one.milestones.filter((each) => each.actions.length > 0).map((each) => [one.id, each.id]),
    );
    expect(found).toEqual([[goal, milestone]]);
  });

  test('a shared title is ambiguous, and names both cells and the cure', () => {
    const { problems, actions } = readSheets({ ...sheets, actions: [{ Milestone: 'Signed' }] });
    expect(actions).toEqual([]);
    expect(only(problems, 'ambiguous-parent')).toMatchObject({
      cell: 'A2',
      message: '“Signed” is the title of more than one milestone: Milestones!B2 and Milestones!B3.',
      fix: 'Give those rows IDs and write the ID here, or write it as Goal / Milestone.',
      scope: { team: null, goal: null, milestone: null, leftOut: true },
    });
  });

  test('an ambiguous title within one goal still knows the goal; many cells are counted', () => {
    const twins = Array.from({ length: 7 }, () => ({ Milestone: 'Signed' }));
    const { problems } = readSheets({ milestones: twins, actions: [{ Milestone: 'Signed' }] });
    const problem = only(problems, 'ambiguous-parent');
    expect(problem.scope).toMatchObject({ team: 'north', goal: 'north-win-acme' });
    expect(problem.message).toMatch(/Milestones!B6 and 2 more\.$/);
  });

  test('rows in error count for the ambiguity', () => {
    const { problems } = readSheets({ milestones: [{}, { Due: 'TBD' }], actions: [{}] });
    expect(only(problems, 'ambiguous-parent').cell).toBe('A2');
  });
});

describe('what cannot be tied', () => {
  test('an unknown parent gets up to three guesses', () => {
    const { problems } = readSheets({
      milestones: [{ Goal: 'Win Acne' }, { Goal: 'Something else' }],
      actions: [],
    });
    expect(problems.map((problem) => problem.message)).toEqual([
      'No goal has the ID or the title “Win Acne”. Did you mean “Win Acme”?',
      'No goal has the ID or the title “Something else”.',
    ]);
  });

  test('a slip in many rows is guessed at in each; beyond fifty different slips no more', () => {
    const letters = [...'abcdefgh'];
    const slips = letters.flatMap((one) => letters.map((other) => ({ Goal: `Win Acme${one}${other}` })));
    const { problems } = readSheets({ milestones: [...slips, { Goal: 'Win Acmeaa' }], actions: [] });
    const guessed = problems.filter((problem) => problem.message.includes('Did you mean “Win Acme”?'));
    expect([problems.length, guessed.length]).toEqual([65, 51]);
    expect(guessed.at(-1)?.cell).toBe('A66');
  });

  test('a goal in error takes its milestones and actions with it, each naming the cell to mend', () => {
    const { problems, plan } = readSheets({ goals: [{ Due: 'ASAP', Weight: 0 }] });
    expect(brief(problems)).toEqual([
      'bad-day Goals!D2',
      'bad-weight Goals!E2',
      'parent-in-error Milestones!A2',
      'parent-in-error Actions!A2',
    ]);
    expect(problems[3]?.message).toBe(
      'The milestone “Pilot agreed” is left out because of Goals!D2, and this row with it.',
    );
    expect(problems.map((problem) => problem.scope.leftOut)).toEqual([true, false, true, true]);
    expect(problems[3]?.scope).toMatchObject({
      team: 'north',
      goal: 'north-win-acme',
      milestone: 'north-win-acme-pilot-agreed',
    });
    expect(plan.teams.map((team) => [team.id, team.goals])).toEqual([['north', []]]);
  });

  test('a row in error knows what it belongs to as far as its own cells tell', () => {
    const { problems } = readSheets({
      goals: [{}, { Team: 'South', Goal: null }],
      milestones: [{}, { Milestone: 'B', Due: 'TBD' }, { Milestone: 'C', Goal: 'Nowhere' }],
      actions: [{}, { Action: 'B', Due: 'TBD' }, { Action: 'C', Milestone: null }],
    });
    expect(problems.map(({ scope }) => [scope.team, scope.goal, scope.milestone])).toEqual([
      ['south', null, null],
      ['north', 'north-win-acme', 'north-win-acme-b'],
      [null, null, null],
      ['north', 'north-win-acme', 'north-win-acme-pilot-agreed'],
      [null, null, null],
    ]);
  });
});

describe('IDs', () => {
  const ids = (rows: Record<string, Input>[]) =>
    readSheets({ goals: rows, milestones: [], actions: [] }).goals.map((goal) => goal.id);

  test('are those of the sheet, else slugs of the parent and the title', () => {
    const { goals, milestones, actions } = readSheets({ goals: [{ ID: ' G 1 ' }] });
    expect([goals[0]?.id, milestones[0]?.id, actions[0]?.id]).toEqual([
      'G 1',
      'g-1-pilot-agreed',
      'g-1-pilot-agreed-call-the-lab',
    ]);
  });

  test('of twins go by due day, then owner, then row, wherever the rows stand', () => {
    const early = { Owner: 'Bo', Due: day('2026-05-01') };
    const late = { Owner: 'Ann', Due: day('2026-06-01') };
    const lateToo = { Owner: 'Bo', Due: day('2026-06-01') };
    const base = 'north-win-acme';
    expect(ids([early, late, lateToo])).toEqual([base, `${base}-2`, `${base}-3`]);
    expect(ids([lateToo, late, early])).toEqual([`${base}-3`, `${base}-2`, base]);
    expect(ids([late, late])).toEqual([base, `${base}-2`]);
  });

  test('a title that ends in -2 by itself keeps its slug, and an ID keeps its address', () => {
    expect(ids([{}, {}, { Goal: 'Win Acme 2' }])).toEqual([
      'north-win-acme',
      'north-win-acme-3',
      'north-win-acme-2',
    ]);
    expect(ids([{ ID: null }, { ID: 'North WIN acme', Goal: 'B' }])).toEqual([
      'north-win-acme-2',
      'North WIN acme',
    ]);
  });

  test('that stand twice leave out the later rows; the first keeps what refers to it', () => {
    const { problems, goals } = readSheets({
      goals: [{ ID: 'G1' }, { ID: 'g1', ...SOUTH }],
      milestones: [{ Goal: 'G1' }],
    });
    expect(goals.map((goal) => [goal.id, goal.milestones.length])).toEqual([['G1', 1]]);
    expect(only(problems, 'duplicate-id')).toMatchObject({
      cell: 'E3',
      message: 'The ID “g1” is that of the row at Goals!E2 already; each goal needs its own.',
      scope: { team: 'south', goal: null, leftOut: true },
    });
  });
});

describe('names', () => {
  test('teams are in their order, then by name; one with a row and no goals exists', () => {
    const { plan } = readSheets({
      goals: [{ Team: 'south' }, { Team: 'East' }],
      milestones: [],
      actions: [],
      others: [
        table(
          'Teams',
          { Team: 'West', Order: 2, Leader: 'ann lee', Vision: 'Far' },
          { Team: 'South', Order: 1 },
          { Team: 'Aft', Order: null },
        ),
      ],
    });
    expect(
      plan.teams.map(({ id, name, order, source, goals }) => [
        id,
        name,
        order,
        source?.row ?? null,
        goals.length,
      ]),
    ).toEqual([
      ['south', 'South', 1, 3, 1],
      ['west', 'West', 2, 2, 0],
      ['aft', 'Aft', null, 4, 0],
      ['east', 'East', null, null, 1],
    ]);
    expect(plan.teams[1]).toMatchObject({ leader: 'ann lee', vision: 'Far' });
    expect(plan.people.map((person) => person.name)).toEqual(['ann lee']);
  });

  test('people are spelt as their sheet has them, and exist where they are only mentioned', () => {
    const { plan, actions, goals } = readSheets({
      goals: [{ Owner: 'ANN LEE', Customer: 'ACME' }],
      actions: [
        { Owner: 'ann.lee@example.com; bo; Bó', 'Promised to': 'acme' },
        { Action: 'B', 'Promised to': 'Cy' },
      ],
      others: [
        table('People', {
          Name: 'Ann Lee',
          Team: 'NORTH',
          Role: 'Lead',
          Skills: 'Law; Labs',
          Part: 'Opens doors',
        }),
        table('Customers', {
          Customer: 'Acme',
          Does: 'Glass',
          'Their customers': 'Labs',
          Needs: 'Law',
          Satisfaction: 7,
          Since: '2020-01-01',
        }),
      ],
    });
    expect(goals[0]).toMatchObject({ owners: ['Ann Lee'], customer: 'Acme' });
    expect(actions[0]).toMatchObject({ owners: ['Ann Lee', 'bo'], promisedTo: 'Acme' });
    expect(plan.people.map(({ id, name, source }) => [id, name, source?.row ?? null])).toEqual([
      ['ann-lee', 'Ann Lee', 2],
      ['bo', 'bo', null],
      ['cy', 'Cy', null],
    ]);
    expect(plan.people[0]).toMatchObject({
      team: 'North',
      role: 'Lead',
      skills: ['Law', 'Labs'],
      part: 'Opens doors',
    });
    expect(plan.customers).toHaveLength(1);
    expect(plan.customers[0]).toMatchObject({
      does: 'Glass',
      theirCustomers: 'Labs',
      needs: ['Law'],
      satisfaction: 7,
    });
  });

  test('a person whose row is in error exists where mentioned, and is not unknown', () => {
    const people = table(
      'People',
      { Name: 'Ann Lee', Part: { kind: 'error', value: '#N/A', shown: '#N/A' } },
      { Name: 'Bo', Part: 'x' },
    );
    const { plan, problems } = readSheets({ others: [people] });
    expect(brief(problems)).toEqual(['cell-error People!B2']);
    expect(plan.people.map(({ name, part }) => [name, part])).toEqual([
      ['Bo', 'x'],
      ['Ann Lee', null],
    ]);
    expect(readSheets({ others: [people], actions: [] }).plan.people.map((person) => person.name)).toEqual([
      'Bo',
    ]);
  });

  test('names in rows that are left out exist as well', () => {
    const { plan } = readSheets({ goals: [{}, { Team: 'South', Owner: 'Bo', Due: 'TBD' }] });
    expect([plan.teams.map((team) => team.name), plan.people.map((person) => person.name)]).toEqual([
      ['North', 'South'],
      ['Bo', 'Ann Lee'],
    ]);
  });

  test('names of nothing but signs stay apart', () => {
    const { plan } = readSheets({ goals: [{ Team: '★' }, { Team: '☆' }], milestones: [], actions: [] });
    expect(new Set(plan.teams.map((team) => team.id)).size).toBe(2);
  });
});
