import { describe, expect, test } from 'vitest';
import type { Grid } from '../../src/grid/grid.ts';
import { noLastGood } from '../../src/plan/last-good.ts';
import { readMapping } from '../../src/plan/mapping.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { book, day, type Input, iso, type SheetOptions, sheet } from '../helpers/grids.ts';
import { AS_OF, actionRow, brief, goalRow, milestoneRow, table } from '../helpers/plans.ts';
import { told } from '../helpers/problems.ts';

const GOALS = table('Goals', goalRow());
const MILESTONES = table('Milestones', milestoneRow());
const ACTIONS = table('Actions', actionRow());

/** Reads sheets, those of a good plan in place of what is not given; problems but for notes, and notes, in brief. */
function read(grids: readonly Grid[], configured: Readonly<Record<string, unknown>> = {}) {
  const given = new Set(grids.map((grid) => grid.sheet));
  const workbook = book([...grids, ...[GOALS, MILESTONES, ACTIONS].filter((grid) => !given.has(grid.sheet))]);
  return readAlone(workbook.grids, configured);
}

function readAlone(grids: readonly Grid[], configured: Readonly<Record<string, unknown>> = {}) {
  const workbook = book(grids);
  const { mapping, faults } = readMapping(configured);
  const mappings = new Map([[workbook, mapping]]);
  const reading = readPlan([workbook], DEFAULT_SETTINGS, AS_OF, noLastGood, mappings);
  const { plan } = reading;
  const problems = told(reading.problems);
  const goals = plan?.teams.flatMap((team) => team.goals.map((goal) => ({ team: team.name, goal }))) ?? [];
  return {
    faults,
    goals: goals.map(({ team, goal }) => `${team}: ${goal.title} ${iso(goal.start)} ${iso(goal.due)}`),
    milestones: goals.flatMap(({ goal }) =>
      goal.milestones.map(({ title, due }) => `${goal.title} > ${title} ${iso(due)}`),
    ),
    actions: goals.flatMap(({ goal }) =>
      goal.milestones.flatMap((milestone) =>
        milestone.actions.map(({ title }) => `${milestone.title} > ${title}`),
      ),
    ),
    plan,
    problems,
    bad: brief(problems.filter(({ severity }) => severity === 'error' || severity === 'fatal')),
    notes: brief(problems.filter(({ severity }) => severity === 'note')),
  };
}

const WIN = ['North', 'Win Acme', day('2026-01-01'), day('2026-12-31')] as const;
const WON = 'North: Win Acme 2026-01-01 2026-12-31';

function goalsSheet(rows: readonly (readonly Input[])[], options?: SheetOptions) {
  return read([sheet('Goals', rows, options)]);
}

describe('headers of two lines', () => {
  test('names below headings that are merged over them', () => {
    const found = goalsSheet([['What', null, 'When', null], ['Team', 'Goal', 'Start', 'Due'], [...WIN]], {
      merges: ['A1:B1', 'C1:D1'],
    });
    expect([found.goals, found.bad, found.notes]).toEqual([[WON], [], []]);
  });

  test('a name and the heading above it make one name together', () => {
    const found = goalsSheet(
      [
        ['Team', 'Goal', 'Start', 'Target', null],
        [null, null, 'Date', 'Date', 'Value'],
        [...WIN, 40],
      ],
      { merges: ['A1:A2', 'B1:B2', 'D1:E1'] },
    );
    expect([found.goals, found.bad, found.notes]).toEqual([[WON], [], []]);
    expect(found.plan?.teams[0]?.goals[0]?.target).toBe(40);
  });

  test('names in the upper line over blank cells, without a merge', () => {
    const found = goalsSheet([['Team', 'Goal', null, null], [null, null, 'Start', 'Due'], [...WIN]]);
    expect([found.goals, found.bad]).toEqual([[WON], []]);
  });

  test('a line of units or hints in brackets below the names', () => {
    const found = goalsSheet([
      ['Team', 'Goal', 'Start', 'Due'],
      ['(name)', '(what you want)', '(dd/mm)', '[dd/mm]'],
      [...WIN],
    ]);
    expect([found.goals, found.bad, found.notes]).toEqual([[WON], [], []]);
  });

  test('a first row of data is no second line', () => {
    const found = goalsSheet([
      ['Team', 'Goal', 'Start', 'Due'],
      ['North', 'Due', day('2026-01-01'), day('2026-12-31')],
    ]);
    expect(found.goals).toEqual(['North: Due 2026-01-01 2026-12-31']);
  });
});

describe('rows that are none', () => {
  test('a heading over a group of rows, alone or merged over the table', () => {
    const found = goalsSheet(
      [
        ['Goal', 'Team', 'Start', 'Due'],
        ['Q1 — EMEA'],
        ['Win Acme', 'North', day('2026-01-01'), day('2026-12-31')],
        ['Everything else'],
        ['Win Beta', 'North', day('2026-01-01'), day('2026-12-31')],
      ],
      { merges: ['A4:D4'] },
    );
    expect(found.goals).toHaveLength(2);
    expect([found.bad, found.notes]).toEqual([[], ['skipped-rows Goals!A2']]);
    expect(found.problems.find(({ code }) => code === 'skipped-rows')?.message).toContain(': A2 and A4.');
  });

  test('a title with nothing else is a row to be completed', () => {
    const found = goalsSheet([['Goal', 'Team', 'Start', 'Due'], ['Win Beta'], ['Win Acme', ...WIN.slice(2)]]);
    expect(found.bad).toContain('missing-cell Goals!B2');
  });

  test('the header again, in the middle of a long table', () => {
    const names = ['Team', 'Goal', 'Start', 'Due'];
    const found = goalsSheet([names, [...WIN], names, ['North', 'Win Beta', WIN[2], WIN[3]]]);
    expect([found.goals.length, found.bad, found.notes]).toEqual([2, [], ['skipped-rows Goals!A3']]);
  });
});

describe('tables side by side', () => {
  const rows = [
    ['Team', 'Goal', 'Start', 'Due', null, 'Name', 'Team', 'Role'],
    [...WIN, null, 'Ann Lee', 'North', 'Lead'],
    [null, null, null, null, null, 'Bo Ek', 'North', 'Lab'],
  ];

  test('the first is read, the other is noted, and its rows are none', () => {
    const found = goalsSheet(rows);
    expect([found.goals, found.bad, found.notes]).toEqual([[WON], [], ['table-beside Goals!F1']]);
  });

  test('a legend on the left that lacks what is needed is not taken for the table', () => {
    const legend: Input[][] = [
      ['Status', 'Meaning', null, 'Team', 'Goal', 'Start', 'Due', 'Status'],
      ['red', 'help', null, ...WIN, 'done'],
    ];
    const found = goalsSheet(legend);
    expect(found.goals).toEqual([WON]);
    expect(found.plan?.teams[0]?.goals[0]?.state).toBe('done');
    expect(found.notes).toEqual(['table-beside Goals!A1']);
  });

  test('columns behind a spacer that add to the table belong to it', () => {
    const found = goalsSheet([
      ['Team', 'Goal', 'Start', 'Due', null, 'Priority'],
      [...WIN, null, 'high'],
    ]);
    expect(found.plan?.teams[0]?.goals[0]?.priority).toBe('high');
    expect(found.notes).toEqual([]);
  });
});

describe('parents written once', () => {
  const milestones = (...goals: (string | null)[]) =>
    sheet('Milestones', [
      ['Goal', 'Milestone', 'Due'],
      ...goals.map((goal, index) => (goal === '' ? [] : [goal, `M${index}`, day('2026-06-30')])),
    ]);
  const goals = table('Goals', goalRow(), goalRow({ Goal: 'Win Beta' }));

  test('hold for the blank cells below', () => {
    const found = read([
      goals,
      milestones('Win Acme', null, null, 'Win Beta', null),
      table('Actions', actionRow({ Milestone: 'M0' })),
    ]);
    expect(found.milestones.map((text) => text.slice(0, 13))).toEqual([
      'Win Acme > M0',
      'Win Acme > M1',
      'Win Acme > M2',
      'Win Beta > M3',
      'Win Beta > M4',
    ]);
    expect([found.bad, found.notes]).toEqual([[], ['filled-down Milestones!A2']]);
    expect(found.problems.find(({ code }) => code === 'filled-down')?.message).toContain(
      'from A2 and A5 on down',
    );
  });

  test('hold no further than a blank row', () => {
    const found = read([goals, milestones('Win Acme', null, '', null)]);
    expect(found.bad).toContain('missing-cell Milestones!A5');
  });

  test('a blank cell is one that was forgotten where the rows repeat their parent', () => {
    const found = read([goals, milestones('Win Acme', 'Win Acme', null)]);
    expect(found.bad).toContain('missing-cell Milestones!A4');
    expect(found.notes).toEqual([]);
  });

  test('a team alone in its row heads the goals below it', () => {
    const found = goalsSheet([
      ['Team', 'Goal', 'Start', 'Due'],
      ['North'],
      [null, ...WIN.slice(1)],
      ['South'],
      [null, 'Win Beta', WIN[2], WIN[3]],
    ]);
    expect(found.goals).toEqual([WON, 'South: Win Beta 2026-01-01 2026-12-31']);
    expect([found.bad, found.notes]).toEqual([[], ['filled-down Goals!A2', 'skipped-rows Goals!A2']]);
  });

  test('a name that is not known is told at the cell that holds it', () => {
    const found = read([goals, milestones('Win Acmee', null)]);
    expect(found.bad).toEqual([
      'unknown-parent Milestones!A2',
      'unknown-parent Milestones!A2',
      'unknown-parent Actions!A2',
    ]);
  });
});

describe('goals and milestones in one table', () => {
  const head = ['Team', 'Objective', 'Key result', 'Base', 'Target', 'Current', 'Owner', 'Start', 'Due'];
  const row = (objective: string | null, result: string | null, from: string, to: string): Input[] => [
    'North',
    objective,
    result,
    0,
    10,
    4,
    'Ann Lee',
    day(from),
    day(to),
  ];
  const rows = [
    head,
    row('Win Acme', 'Pilot agreed', '2026-02-01', '2026-04-30'),
    row('Win Acme', 'Contract signed', '2026-01-01', '2026-06-30'),
    row('Win Beta', 'Pilot agreed', '2026-03-01', '2026-09-30'),
  ];

  test('a goal that is repeated is one goal, from its first start to its last due day', () => {
    const found = readAlone([
      sheet('Goals', rows),
      table('Actions', actionRow({ Milestone: 'Contract signed' })),
    ]);
    expect(found.goals).toEqual([
      'North: Win Acme 2026-01-01 2026-06-30',
      'North: Win Beta 2026-03-01 2026-09-30',
    ]);
    expect(found.milestones).toEqual([
      'Win Acme > Pilot agreed 2026-04-30',
      'Win Acme > Contract signed 2026-06-30',
      'Win Beta > Pilot agreed 2026-09-30',
    ]);
    expect([found.bad, found.notes]).toEqual([[], ['shared-table Goals']]);
    const goal = found.plan?.teams[0]?.goals[0];
    expect([goal?.owners, goal?.target, goal?.milestones[0]?.owners, goal?.milestones[0]?.current]).toEqual([
      [],
      null,
      ['Ann Lee'],
      4,
    ]);
  });

  test('the configuration names such a table, and what it lacks', () => {
    const bare = rows.map((cells) => [...cells.slice(1, 7), cells[8] ?? null]);
    const found = readAlone([sheet('OKRs', bare), ACTIONS], {
      Goals: { from: 'okrs', team: 'North', start: '2026-01-01' },
      Milestones: { from: 'OKRs' },
    });
    expect(found.faults).toEqual([]);
    expect(found.goals).toEqual([
      'North: Win Acme 2026-01-01 2026-06-30',
      'North: Win Beta 2026-01-01 2026-09-30',
    ]);
    expect(found.bad).toEqual(['ambiguous-parent Actions!A2']);
    expect(found.notes).toEqual(['mapped-value OKRs', 'mapped-value OKRs']);
  });

  test('a title of two teams is told apart by its own row', () => {
    const two = [
      head,
      row('Grow', 'First', '2026-01-01', '2026-04-30'),
      row('Grow', 'Second', '2026-01-01', '2026-04-30'),
    ];
    two[2] = ['South', ...(two[2] ?? []).slice(1)];
    const found = readAlone([sheet('Goals', two), table('Actions', actionRow({ Milestone: 'First' }))]);
    expect(found.goals).toHaveLength(2);
    expect(found.milestones).toEqual(['Grow > First 2026-04-30', 'Grow > Second 2026-04-30']);
    expect(found.bad).toEqual([]);
  });

  test('goals, milestones and actions in one, each written once', () => {
    const found = readAlone([
      sheet('Goals', [
        ['Team', 'Goal', 'Milestone', 'Action', 'Owner', 'Start', 'Due'],
        ['North', 'Win Acme', 'Pilot agreed', 'Call', 'Ann', day('2026-01-01'), day('2026-02-01')],
        [null, null, null, 'Visit', 'Bo', day('2026-01-01'), day('2026-03-01')],
        [null, null, 'Signed', 'Draft', 'Bo', day('2026-03-01'), day('2026-04-01')],
        [null, 'Win Beta', 'Demo', 'Invite', 'Ann', day('2026-03-01'), day('2026-05-01')],
      ]),
    ]);
    expect(found.goals).toEqual([
      'North: Win Acme 2026-01-01 2026-04-01',
      'North: Win Beta 2026-03-01 2026-05-01',
    ]);
    expect(found.milestones).toEqual([
      'Win Acme > Pilot agreed 2026-03-01',
      'Win Acme > Signed 2026-04-01',
      'Win Beta > Demo 2026-05-01',
    ]);
    expect(found.actions).toEqual([
      'Pilot agreed > Call',
      'Pilot agreed > Visit',
      'Signed > Draft',
      'Demo > Invite',
    ]);
    expect(found.bad).toEqual([]);
  });
});

describe('the configuration', () => {
  const own = table('Schritte', { Ziel: 'Win Acme', Schritt: 'Pilot agreed', 'Go-live': day('2026-06-30') });

  test('maps a sheet and its headers to those of a plan', () => {
    const found = readAlone([GOALS, own, ACTIONS], {
      Milestones: { from: 'Schritte', goal: 'Ziel', milestone: 'schritt', due: 'Go-live' },
    });
    expect([found.milestones, found.bad, found.notes]).toEqual([
      ['Win Acme > Pilot agreed 2026-06-30'],
      [],
      [],
    ]);
  });

  test('its header counts, and not the usual one beside it', () => {
    const both = table('Milestones', milestoneRow({ 'Go-live': day('2026-05-31') }));
    const found = read([both], { milestones: { Due: 'Go-live' } });
    expect(found.milestones).toEqual(['Win Acme > Pilot agreed 2026-05-31']);
    expect(found.notes).toEqual(['ignored-columns Milestones']);
  });

  test('gives one value to every row where the sheet has no such header', () => {
    const rows = [['Goal', 'Start', 'Due'], WIN.slice(1), ['Win Beta', WIN[2], WIN[3]]];
    const found = read([sheet('Goals', rows)], { Goals: { team: 'North', owner: { value: 'Ann Lee' } } });
    expect(found.goals).toHaveLength(2);
    expect(found.plan?.teams.map(({ name }) => name)).toEqual(['North']);
    expect(found.plan?.teams[0]?.goals[1]?.owners).toEqual(['Ann Lee']);
  });

  test('a header that the sheet does not have is no day', () => {
    const found = readAlone([GOALS, own, ACTIONS], {
      Milestones: { from: 'Schritte', goal: 'Ziel', milestone: 'Schritt', due: 'Go-liv' },
    });
    expect(found.plan).toBeNull();
    const message = found.problems.find(({ code }) => code === 'bad-mapping')?.message;
    expect(message).toContain('“Go-liv”');
    expect(message).toContain('Did you mean “Go-live”');
  });

  test('a sheet that the workbook does not have is told with those it has', () => {
    const found = readAlone([GOALS, own, ACTIONS], { Milestones: { from: 'Schrite' } });
    expect(found.bad).toContain('missing-sheet ');
    expect(found.problems.map(({ message }) => message).join()).toContain('Did you mean “Schritte”?');
  });

  test.each([
    [{ Milestnes: {} }, '“Milestnes” is no sheet of a plan. Did you mean “Milestones”?'],
    [{ Goals: { deu: 'X' } }, 'Goals.deu is no column of a plan. Did you mean “due”?'],
    [{ Goals: 'X' }, 'Goals must be an object'],
    [{ Goals: { due: true } }, 'Goals must be an object'],
  ])('%j is told in words', (json, fault) => {
    const { faults } = readMapping(json);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });
});

test.each([
  [
    'German',
    ['Ziele', 'Meilensteine', 'Maßnahmen'],
    ['Team', 'Ziel', 'Beginn', 'Fällig am'],
    ['Ziel', 'Meilenstein', 'Frist'],
    ['Meilenstein', 'Maßnahme', 'Verantwortlich', 'Bis wann', 'Status'],
    'Erledigt',
  ],
  [
    'French',
    ['Objectifs', 'Jalons', 'Actions'],
    ['Équipe', 'Objectif', 'Début', 'Échéance'],
    ['Objectif', 'Jalon', 'Date limite'],
    ['Jalon', 'Action', 'Responsable', 'Échéance', 'Statut'],
    'Terminé',
  ],
  [
    'Spanish',
    ['Objetivos', 'Hitos', 'Acciones'],
    ['Equipo', 'Objetivo', 'Inicio', 'Fecha límite'],
    ['Objetivo', 'Hito', 'Vencimiento'],
    ['Hito', 'Acción', 'Responsable', 'Fecha límite', 'Estado'],
    'Hecho',
  ],
  [
    'Portuguese',
    ['Objetivos', 'Marcos', 'Ações'],
    ['Equipe', 'Objetivo', 'Início', 'Prazo'],
    ['Objetivo', 'Marco', 'Data limite'],
    ['Marco', 'Ação', 'Responsável', 'Prazo', 'Situação'],
    'Concluída',
  ],
])('a plan in %s is read as it stands', (_, names, goals, milestones, actions, done) => {
  const found = readAlone([
    sheet(names[0] ?? '', [goals, [...WIN]]),
    sheet(names[1] ?? '', [milestones, ['Win Acme', 'Pilot agreed', day('2026-06-30')]]),
    sheet(names[2] ?? '', [actions, ['Pilot agreed', 'Call the lab', 'Ann Lee', day('2026-03-31'), done]]),
  ]);
  expect([found.goals, found.milestones, found.actions]).toEqual([
    [WON],
    ['Win Acme > Pilot agreed 2026-06-30'],
    ['Pilot agreed > Call the lab'],
  ]);
  expect([found.bad, found.notes]).toEqual([[], []]);
});
