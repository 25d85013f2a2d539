import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/grid/grid.ts';
import { CATALOGUE } from '../../src/plan/catalogue.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { book, day, formula, type Input, iso, link, percent, sheet } from '../helpers/grids.ts';
import { AS_OF, brief, goalRow, only, planBook, readBook, readSheets } from '../helpers/plans.ts';
import { told } from '../helpers/problems.ts';

describe('a row', () => {
  test('holds what its cells say, null where they are blank', () => {
    const { goals } = readSheets({
      goals: [
        {
          ...{
            ID: 7,
            Customer: 'Acme',
            'For the customer': 'Safer labs',
            'For us': 'Pride',
            Owner: 'ann.lee@example.com',
          },
          ...{
            Metric: 'Sites',
            Unit: 'sites',
            From: 0,
            To: '1k',
            Actual: formula(0),
            Weight: 2,
            Priority: 'High',
          },
          ...{ Status: '🟡 At risk', Notes: '-', Link: 'https://example.com/a b' },
        },
      ],
    });
    expect(goals[0]).toMatchObject({
      ...{
        id: '7',
        title: 'Win Acme',
        customer: 'Acme',
        forCustomer: 'Safer labs',
        forUs: 'Pride',
        owners: ['Ann Lee'],
      },
      ...{
        measure: 'Sites',
        unit: 'sites',
        baseline: 0,
        target: 1000,
        current: 0,
        weight: 2,
        priority: 'High',
      },
      ...{ state: 'in progress', declared: 'at risk', notes: null, link: 'https://example.com/a%20b' },
    });
    const [milestone] = readSheets({ milestones: [{ Status: '-', Weight: '-', Customer: null }] }).milestones;
    expect(milestone).toMatchObject({
      weight: 1,
      state: 'not started',
      declared: null,
      target: null,
      typedProgress: null,
    });
  });

  test('knows where its cells are, blank ones too, and shows no mail address', () => {
    const { goals } = readSheets({ goals: [{ Owner: 'ann.lee@example.com', Notes: null }] });
    const { book, sheet: name, row, cells, shown } = goals[0]?.source ?? {};
    expect({ book, sheet: name, row, cells, shown }).toEqual({
      book: 'plan.xlsx',
      sheet: 'Goals',
      row: 2,
      cells: { team: 'A2', goal: 'B2', start: 'C2', due: 'D2', owner: 'E2', notes: 'F2' },
      shown: { team: 'North', goal: 'Win Acme', start: '2026-01-01', due: '2026-12-31', owner: 'Ann Lee' },
    });
    expect(
      JSON.stringify(readSheets({ actions: [{ Owner: 'ann@example.com', Due: 'ASAP' }] }).problems),
    ).not.toContain('@');
  });

  test('of several errors all are told, and the first one by column leaves it out', () => {
    const { problems, goals } = readSheets({
      goals: [{}, { Goal: 'B', Start: 'TBD', Due: null, Weight: -1, Status: 'blue' }],
    });
    expect(goals).toHaveLength(1);
    expect(brief(problems)).toEqual([
      'bad-day Goals!C3',
      'missing-cell Goals!D3',
      'bad-weight Goals!E3',
      'unknown-status Goals!F3',
    ]);
    expect(problems.map((problem) => problem.scope.leftOut)).toEqual([true, false, false, false]);
    expect(problems.map((problem) => problem.value)).toEqual(['TBD', null, '-1', 'blue']);
    expect(problems[3]?.message).toBe('“blue” is no status that is understood.');
  });

  test('a needed cell that says only n/a is missing', () => {
    const { problems } = readSheets({ actions: [{ Owner: 'TBD' }, { Action: 'B', Due: 'n/a' }] });
    expect(brief(problems).slice(0, 2)).toEqual(['no-next-action Milestones!B2', 'missing-cell Actions!C2']);
    expect(only(problems.slice(2), 'missing-cell')).toMatchObject({ cell: 'D3', value: 'n/a' });
  });

  test('a long value is cut', () => {
    const { problems } = readSheets({ goals: [{}, { Goal: 'B', Due: 'x'.repeat(5000) }] });
    expect(only(problems, 'bad-day').value).toHaveLength(200);
  });

  test('serials count from the day that the workbook counts from', () => {
    const base = planBook({ goals: [{ Due: 45_000 }] });
    expect(iso(readBook(base).goals[0]?.due)).toBe('2023-03-15');
    // 1462 days later.
    expect(iso(readBook({ ...base, date1904: true }).goals[0]?.due)).toBe('2027-03-16');
  });
});

describe('progress', () => {
  const progress = (...cells: Input[]) =>
    readSheets({
      milestones: cells.map((cell, index) => ({ Milestone: `M${index}`, Progress: cell })),
      actions: [],
    }).milestones.map((milestone) => milestone.typedProgress);

  test('one plain number above 1 makes all plain numbers of the column percent points', () => {
    expect(progress(40, 1, percent(0.5), '60%', '-', null)).toEqual([0.4, 0.01, 0.5, 0.6, null, null]);
    expect(progress(0.4, 1, percent(0.5), '60%')).toEqual([0.4, 1, 0.5, 0.6]);
  });

  test('words and shares out of range are errors', () => {
    const { problems } = readSheets({
      milestones: [{ Progress: 'half' }, { Milestone: 'B', Progress: -0.1 }],
      actions: [],
    });
    expect(brief(problems)).toEqual(['bad-number Milestones!D2', 'out-of-range Milestones!D3']);
  });
});

describe('done', () => {
  const states = (cells: Record<string, Input>[]) =>
    readSheets({
      actions: cells.map((cell, index) => ({ Action: `A${index}`, Status: null, ...cell })),
    }).actions.map(({ state, doneOn }) => [state, iso(doneOn)]);

  test('by a day, a check box or a word', () => {
    const cells = [
      day('2026-02-01'),
      '1.2.2026',
      true,
      'x',
      '✅',
      'Yes',
      1,
      false,
      'no',
      '-',
      null,
      formula(''),
    ];
    expect(states(cells.map((cell) => ({ Done: cell })))).toEqual([
      ['done', '2026-02-01'],
      ['done', '2026-02-01'],
      ...Array.from({ length: 5 }, () => ['done', null]),
      ...Array.from({ length: 5 }, () => ['not started', null]),
    ]);
  });

  test('Done on is done whatever the status of an action says; of a milestone, dropped as typed wins', () => {
    const row = { 'Done on': day('2026-02-01'), Status: 'Dropped' };
    expect(states([row])).toEqual([['done', '2026-02-01']]);
    const [milestone] = readSheets({ milestones: [row] }).milestones;
    expect([milestone?.state, milestone?.doneOn]).toEqual(['dropped', null]);
    expect(readSheets({ milestones: [{ 'Done on': 'yes' }] }).milestones[0]?.state).toBe('done');
  });

  test('check boxes in a status column', () => {
    expect(states([{ Status: true }, { Status: false }])).toEqual([
      ['done', null],
      ['not started', null],
    ]);
  });

  test('other words are errors', () => {
    expect(brief(readSheets({ actions: [{ Done: 'nearly' }] }).problems)).toContain('bad-day Actions!E2');
  });
});

describe('links', () => {
  const linkOf = (row: Record<string, Input>) => {
    const { goals, problems } = readSheets({ goals: [row] });
    return [goals[0]?.link, brief(problems).filter((problem) => problem.startsWith('unsafe'))];
  };

  test('come from the Link cell, or the hyperlink of the title', () => {
    expect(linkOf({ Link: 'mailto:team@example.com' })).toEqual(['mailto:team@example.com', []]);
    expect(linkOf({ Link: link('wiki', 'https://example.com/w') })).toEqual(['https://example.com/w', []]);
    expect(linkOf({ Link: null, Goal: link('Win Acme', 'http://example.com/t') })).toEqual([
      'http://example.com/t',
      [],
    ]);
    expect(linkOf({ Link: 'https://a.example', Goal: link('Win Acme', 'https://b.example') })[0]).toBe(
      'https://a.example/',
    );
    expect(linkOf({ Link: null, Goal: link('Win Acme', '#Sheet2!A1') })).toEqual([null, []]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///c/x',
    'see wiki',
  ])('%j is none', (address) => {
    expect(linkOf({ Link: address })).toEqual([null, ['unsafe-link Goals!E2']]);
  });

  test('asks for no e-mail address, which would never be published', () => {
    const { problems } = readSheets({ goals: [{ Link: 'see wiki' }] });
    expect(problems.find(({ code }) => code === 'unsafe-link')?.fix).toBe(
      'Write a whole address that begins with https:// or http://.',
    );
    expect(CATALOGUE['unsafe-link'].meaning).toMatch(/E-mail addresses never are/);
  });
});

describe('rows that are none', () => {
  test('blank rows are silent; rows with no title and nothing that is needed are skipped with one note', () => {
    const rows: Input[][] = [
      ['Team', 'Goal', 'Start', 'Due', 'Weight', 'Notes'],
      ['North', 'Win Acme', day('2026-01-01'), day('2026-12-31'), 1, 'x'],
      [],
      ['', '\u00a0', null, null, null, ''],
      [null, null, null, null, 12],
      [null, null, null, null, 13],
      [null, 'Grand total', null, null, 25],
      [null, null, null, day('2026-12-31'), 'Average'],
      [null, null, null, day('2026-12-31'), 'Later'],
    ];
    const { problems, goals } = readBook(book([...planBook().grids.slice(1), sheet('Goals', rows)]));
    expect(goals).toHaveLength(1);
    expect(only(problems, 'skipped-rows').message).toBe(
      'Headings, totals and other rows that name no goal were skipped: E5–D8.',
    );
    expect(brief(problems)).toEqual([
      'skipped-rows Goals!E5',
      'missing-cell Goals!A9',
      'missing-cell Goals!B9',
      'missing-cell Goals!C9',
      'bad-number Goals!E9',
    ]);
  });

  test('many of them are told in a line', () => {
    const totals = Array.from({ length: 25 }, (_, index) => [
      [null, null, null, null, 'x'],
      index < 24 ? [] : ['y'],
    ]).flat();
    const rows = [['Team', 'Goal', 'Start', 'Due', 'N'], Object.values(goalRow()), ...totals.slice(0, -1)];
    const { problems } = readBook(book([...planBook().grids.slice(1), sheet('Goals', rows)]));
    expect(only(problems, 'skipped-rows').message).toMatch(/: E3, E5, .*, E41, …\.$/);
  });
});

describe('sheets and headers', () => {
  const toldPlan = (books: readonly Workbook[]) => {
    const { plan, problems } = readPlan(books, DEFAULT_SETTINGS, AS_OF);
    return { plan, problems: told(problems) };
  };

  test('are found by name without regard to case, accents and punctuation, in any order, hidden or not', () => {
    const grids = planBook().grids.toReversed();
    const renamed = grids.map((grid) => ({
      ...grid,
      sheet: `  ${grid.sheet.toUpperCase()}! `,
      hidden: true,
    }));
    const { problems, actions } = readBook(book(renamed));
    expect([problems, actions.length]).toEqual([[], 1]);
    expect(actions[0]?.source.sheet).toBe('  ACTIONS! ');
  });

  test('a missing sheet names those there are and the closest', () => {
    const { problems } = toldPlan([book([sheet('Gaols', [['x']]), sheet('Actions', [])])]);
    const missing = problems.filter((problem) => problem.code === 'missing-sheet');
    expect(missing.map((problem) => problem.message)).toEqual([
      'The plan needs a sheet named Goals; the sheets are “Gaols” and “Actions”. Did you mean “Gaols”?',
      'The plan needs a sheet named Milestones; the sheets are “Gaols” and “Actions”.',
    ]);
    expect(brief(problems)).toContain('missing-column Actions');
    expect(only(problems, 'missing-column').message).toContain('Those rows are empty');
  });

  test('no workbook is no plan', () => {
    const { plan, problems } = toldPlan([]);
    expect(plan).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([
      'missing-sheet',
      'missing-sheet',
      'missing-sheet',
    ]);
    expect(problems[0]?.message).toContain('there are no sheets at all');
  });

  test('a missing column names what was found, what is missing and what is close', () => {
    const goals = sheet('Goals', [
      ['Plan'],
      ['Team', 'Goal', 'Strat', 'Due', 'Notes', 'Due date'],
      ['North'],
    ]);
    const { problems } = toldPlan([book([...planBook().grids.slice(1), goals])]);
    expect(only(problems, 'missing-column').message).toBe(
      'No row of the first 40 has the columns that the sheet needs: Team, Goal, Start and Due. The row at A2 comes closest, with ' +
        '“Team”, “Goal”, “Strat”, “Due”, “Notes” and “Due date”; missing is Start. Did you mean “Strat” by Start?',
    );
  });

  test('with a fatal problem, the cells of the other sheets are still judged', () => {
    const { plan, problems } = toldPlan([book(planBook({ goals: [{ Due: 'ASAP' }] }).grids.slice(0, 2))]);
    expect([plan, brief(problems)]).toEqual([null, ['missing-sheet ', 'bad-day Goals!D2']]);
  });

  test('milestones and actions may have no rows yet; an optional sheet may be empty', () => {
    const { problems, milestones, goals } = readSheets({
      milestones: [],
      actions: [],
      others: [sheet('People', [])],
    });
    expect([problems, milestones, goals.length]).toEqual([[], [], 1]);
  });

  test('sheets and columns that are not known are told once', () => {
    const lists = [sheet('Lists', []), sheet('__proto__', [['x']])];
    const { problems } = readSheets({
      goals: [{ Colour: 'red', constructor: 'x', 'S.No': 1 }],
      others: lists,
    });
    expect(brief(problems)).toEqual(['ignored-sheets ', 'ignored-columns Goals']);
    expect(problems[0]?.message).toBe(
      'Sheets that are not part of a plan were ignored: “Lists” and “__proto__”.',
    );
    expect(problems[1]?.message).toBe(
      'Columns that are not known were ignored: “Colour”, “constructor” and “S.No”.',
    );
  });

  test('a plan may be spread over workbooks', () => {
    const [goals, milestones, actions] = planBook().grids;
    const south = planBook({
      goals: [{ Team: 'South', Goal: 'Win Zeta' }],
      milestones: [{ Goal: 'Win Zeta', Milestone: 'Signed' }],
      actions: [{ Milestone: 'Signed' }, { Milestone: 'Pilot agreed', Action: 'B', Due: 'soon' }],
    });
    if (!goals || !milestones || !actions) throw new Error('three sheets');
    const books = [
      book([goals]),
      book([milestones, actions], { name: 'rest.xlsx' }),
      { ...south, name: 'south.xlsx' },
    ];
    const { plan, problems } = toldPlan(books);
    expect(plan?.teams.map((team) => [team.name, team.goals.length])).toEqual([
      ['North', 1],
      ['South', 1],
    ]);
    expect(problems.map((problem) => [problem.book, problem.cell])).toEqual([['south.xlsx', 'D3']]);
    expect(problems[0]?.scope).toMatchObject({ team: 'north', goal: 'north-win-acme' });
  });

  test('a team merged over its goals is that of each', () => {
    const rows = [
      ['Team', 'Goal', 'Start', 'Due'],
      Object.values(goalRow()),
      [null, 'B', '2026-01-01', '2026-02-01'],
    ];
    const { goals } = readBook(
      book([...planBook().grids.slice(1), sheet('Goals', rows, { merges: ['A2:A3'] })]),
    );
    expect(goals.map((goal) => goal.id)).toEqual(['north-win-acme', 'north-b']);
    expect(goals[1]?.source.cells.team).toBe('A2');
  });
});

test('a colour on an action counts as in progress; its letter C as done', () => {
  const { actions, problems } = readSheets({
    actions: [{ Status: 'G' }, { Action: 'B', Status: 'C', 'Done on': null }],
  });
  expect(actions.map((action) => action.state)).toEqual(['in progress', 'done']);
  expect(brief(problems)).toEqual(['status-not-for-actions Actions!E2', 'done-without-day Actions!F3']);
});
