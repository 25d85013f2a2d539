import { expect, test } from 'vitest';
import { day, error, type Input, iso, sheet } from '../helpers/grids.ts';
import { brief, only, readSheets, table } from '../helpers/plans.ts';

function updates(...rows: Record<string, Input>[]) {
  const base = { Date: day('2026-02-01'), Team: 'North', Update: 'New price' };
  const goals = [{}, { Team: 'South' }, { Team: 'South', Goal: 'Late', Due: 'TBD' }];
  const milestones = [{ Goal: 'North / Win Acme' }, { Goal: 'South / Win Acme', Milestone: 'Signed' }];
  const others = [table('Updates', ...rows.map((row) => ({ ...base, ...row })))];
  const { plan, problems } = readSheets({ goals, milestones, actions: [], others });
  return { updates: plan.updates, plan, problems: problems.filter((problem) => problem.sheet === 'Updates') };
}

test('an update holds what its cells say', () => {
  const {
    updates: read,
    plan,
    problems,
  } = updates({ Team: 'west', Kind: 'Decision', By: 'bo@example.com', About: null });
  expect(problems).toEqual([]);
  expect(read[0]).toMatchObject({ team: 'west', text: 'New price', kind: 'decision', by: 'Bo', about: null });
  expect(iso(read[0]?.day)).toBe('2026-02-01');
  expect(plan.teams.map((team) => team.name)).toContain('west');
  expect(plan.people.map((person) => person.name)).toContain('Bo');
});

test.each([
  ['South / Win Acme', 'south-win-acme', null],
  ['Win Acme', 'north-win-acme', null],
  ['pilot AGREED', null, 'north-win-acme-pilot-agreed'],
  ['South / Win Acme / Signed', null, 'south-win-acme-signed'],
  ['North', null, null],
  ['Late', null, null],
])('about %s', (about, goal, milestone) => {
  const { updates: read, problems } = updates({ About: about });
  expect(problems).toEqual([]);
  expect(read[0]).toMatchObject({ about, aboutGoal: goal, aboutMilestone: milestone });
});

test('about what no row has, or several of other teams, is a warning, and the update counts', () => {
  const { updates: read, problems } = updates({ About: 'Sined' }, { About: 'Win Acme', Team: 'West' });
  expect(brief(problems)).toEqual(['unknown-about Updates!D2', 'unknown-about Updates!D3']);
  expect(problems[0]?.message).toContain('Did you mean “Signed”?');
  expect(read.map((update) => [update.about, update.aboutGoal])).toEqual([
    ['Sined', null],
    ['Win Acme', null],
  ]);
});

test('a kind that is not understood is a warning, and left blank', () => {
  const { updates: read, problems } = updates({ Kind: 'gossip' });
  expect([read[0]?.kind, only(problems, 'unknown-kind').cell]).toEqual([null, 'D2']);
});

test('an update in error is left out, and knows its team', () => {
  const { updates: read, problems } = updates({ Date: 'yesterday', Team: 'North' });
  expect(read).toEqual([]);
  expect(only(problems, 'bad-day').scope).toEqual({
    team: 'north',
    goal: null,
    milestone: null,
    leftOut: true,
  });
});

function measures(headers: Input[], ...rows: Input[][]) {
  const others = [
    sheet('Measures', [['Measure', 'Team', 'Owner', 'Goal', 'Direction', 'Unit', ...headers], ...rows]),
  ];
  const { plan, problems } = readSheets({ others });
  const weeks = plan.measures.map((measure) =>
    measure.weeks.map(({ day: week, value }) => [iso(week), value]),
  );
  return { measures: plan.measures, weeks, problems };
}

const CALLS: Input[] = ['Calls', 'North', 'bo', 40, 'Down', 'calls'];

test('weeks are the columns that a day heads, by rising day, blank ones left out', () => {
  const headers = [
    day('2026-02-09'),
    '2026-02-02',
    46_069,
    'Week of 23 February 2026',
    'w/c 2 March 2026',
    'Trend',
    7,
  ];
  const {
    measures: read,
    weeks,
    problems,
  } = measures(headers, [...CALLS, 12, '10', '-', null, '1.5k', 'up', 3]);
  expect(read[0]).toMatchObject({
    measure: 'Calls',
    team: 'north',
    owner: 'bo',
    goal: 40,
    direction: 'down',
    unit: 'calls',
  });
  expect(weeks).toEqual([
    [
      ['2026-02-02', 10],
      ['2026-02-09', 12],
      ['2026-03-02', 1500],
    ],
  ]);
  expect(problems.map((problem) => problem.message)).toEqual([
    'Columns that are not known were ignored: “Trend” and “7”.',
  ]);
});

test('a value that is no number is an error of the row, at its cell', () => {
  const { measures: read, problems } = measures(
    [day('2026-02-02'), day('2026-02-09')],
    [...CALLS, 'many', error()],
    CALLS,
  );
  expect(read).toHaveLength(1);
  expect(brief(problems)).toEqual(['bad-number Measures!G2', 'cell-error Measures!H2']);
  expect(problems.map(({ value, scope }) => [value, scope.team, scope.leftOut])).toEqual([
    ['many', 'north', true],
    ['#REF!', 'north', false],
  ]);
});

test('a week that cannot be told, or stands twice, is ignored, and told at its header', () => {
  const headers = ['3/4/2026', day('2026-02-02'), '2026-02-02', '3.31.2026'];
  const { weeks, problems } = measures(headers, [...CALLS, 1, 2, 3, 4], [...CALLS, 5]);
  expect(brief(problems)).toEqual([
    'ambiguous-day Measures!G1',
    'repeated-column Measures!I1',
    'day-against-locale Measures!J1',
  ]);
  expect(problems[0]?.scope.leftOut).toBe(false);
  expect(weeks).toEqual([
    [
      ['2026-02-02', 2],
      ['2026-03-31', 4],
    ],
    [],
  ]);
});
