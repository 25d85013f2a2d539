import { describe, expect, it } from 'vitest';
import { mendLine } from '../../src/site/mend-line.ts';
import { problemGroups, severityCounts } from '../../src/site/problem-groups.ts';
import { foundValue, wholeMessage } from '../../src/site/problem-text.ts';
import type { SnapshotProblem } from '../../src/snapshot/snapshot.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { plan, team } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

function problem(more: Partial<SnapshotProblem> = {}): SnapshotProblem {
  return {
    severity: 'error',
    code: 'bad-day',
    sheet: 'Actions',
    cell: 'E14',
    value: '31 Feb',
    message: '“31 Feb” is no day; expected is one day.',
    fix: 'Write the day.',
    book: 'plan.xlsx',
    scope: { team: 'north', goal: null, milestone: null, leftOut: false },
    ...more,
  };
}
const of = (id: string | null) => ({ team: id, goal: null, milestone: null, leftOut: false });

const [north, ...noMore] = snapshotOf(
  plan({ teams: [team({ id: 'north', name: 'North', leader: 'Rosa' })] }),
).teams;
if (north === undefined || noMore.length > 0) throw new Error('the plan of this test has one team');
const teams = [north, { ...north, id: 'south', name: 'South', leader: null }];
const groupsOf = (...problems: SnapshotProblem[]) => problemGroups({ teams, problems }, en.problems);
const lineOf = (problems: readonly SnapshotProblem[], page: string | null = null) =>
  mendLine(groupsOf(...problems)[0] ?? { leader: null, sheets: [] }, page, en.problems.line);

describe('groups of problems', () => {
  it('are the teams in their order, without those that have none, and the workbook last', () => {
    const groups = groupsOf(
      problem({ scope: of(null) }),
      problem({ scope: of('south') }),
      problem({ scope: of('gone') }),
    );
    expect(groups.map(({ title, problems }) => [title, problems.length])).toEqual([
      ['South', 1],
      ['The whole workbook', 2],
    ]);
    expect(groupsOf()).toEqual([]);
  });

  it('have the sheets in the order of the workbook, and the worst first in each', () => {
    const [group] = groupsOf(
      problem({ sheet: 'Goals', cell: 'A9', scope: of(null) }),
      problem({ sheet: 'Actions', cell: 'A1', severity: 'note' }),
      problem({ sheet: 'Actions', cell: 'A2', severity: 'warning' }),
      problem({ sheet: 'Actions', cell: 'A3' }),
      problem({ sheet: 'Actions', cell: 'A4', severity: 'warning' }),
      problem({ sheet: 'Goals', cell: 'A5' }),
      problem({ sheet: '', cell: null }),
    );
    expect(group?.sheets.map(({ title, problems }) => [title, problems.map(({ cell }) => cell)])).toEqual([
      ['Goals', ['A5']],
      ['Actions', ['A3', 'A2', 'A4', 'A1']],
      ['plan.xlsx', [null]],
    ]);
  });

  it('name the workbook of a sheet where there are several', () => {
    const [group] = groupsOf(problem(), problem({ book: 'more.xlsx' }));
    expect(group?.sheets.map(({ title }) => title)).toEqual(['Actions (plan.xlsx)', 'Actions (more.xlsx)']);
  });

  it('count by severity, the worst first', () => {
    const found = [problem({ severity: 'note' }), problem(), problem()];
    expect(severityCounts(found)).toEqual([
      { severity: 'error', count: 2 },
      { severity: 'note', count: 1 },
    ]);
  });
});

describe('the value found', () => {
  it.each([
    ['31 Feb', '“31 Feb” is no day.', null],
    ['?', '„?“ nennt keinen Tag.', null],
    ['20%', 'Its progress says 20 %.', null],
    ['On track', 'The status on track is one of goals.', null],
    ['Ann Lee; Bo Ek', 'The action has 2 owners: Ann Lee and Bo Ek.', null],
    ['Ann Lee; Cy Oh', 'The action has 2 owners: Ann Lee and Bo Ek.', 'Ann Lee; Cy Oh'],
    ['0', 'The weight of 10 is bad.', '0'],
    ['2026-05-03', 'Er ist am 03.05.2026 fällig.', null],
    ['2026-05-03', 'Er ist am 04.05.2026 fällig.', '2026-05-03'],
    ['3 May', 'It is due on 2026-05-03.', '3 May'],
    [null, 'The cell is blank.', null],
    ['a\u202eb\nc', 'It is odd.', 'ab c'],
  ])('%j beside %j is told as %j', (value, message, told) => {
    expect(foundValue({ value, message })).toBe(told);
  });

  it('stands behind the message in the language of the page', () => {
    const odd = { value: '0', message: 'x.' };
    expect(wholeMessage(odd, en.problems)).toBe('x. In the cell: “0”.');
    expect(wholeMessage(odd, de.problems)).toBe('x. In der Zelle: „0“.');
    expect(wholeMessage({ ...odd, value: null }, de.problems)).toBe('x.');
  });
});

describe('the line of a team’s leader', () => {
  it('names the leader, the workbook, and each cell with its value and what is wrong', () => {
    expect(
      lineOf(
        [problem(), problem({ code: 'missing-cell', cell: 'D9', value: null })],
        'https://x.org/problems/#n',
      ),
    ).toBe(
      'Rosa: 2 cells to mend in plan.xlsx — Actions!E14 (“31 Feb”: not a day), Actions!D9 (to be filled in). https://x.org/problems/#n',
    );
  });

  it('begins with the cells where a team has no leader', () => {
    expect(lineOf([problem({ scope: of('south') })])).toBe(
      '1 cell to mend in plan.xlsx — Actions!E14 (“31 Feb”: not a day).',
    );
  });

  it('names eight cells, errors first, and counts the rest', () => {
    const warnings = Array.from({ length: 9 }, (_, i) => problem({ severity: 'warning', cell: `F${i}` }));
    const line = lineOf([...warnings, problem()]) ?? '';
    expect(line).toMatch(/^Rosa: 10 cells to mend in plan\.xlsx — Actions!E14 .* and 2 more\.$/);
    expect(line.match(/Actions!/g)).toHaveLength(8);
  });

  it('counts a cell once, and neither notes nor rows that only follow', () => {
    const found = [
      problem(),
      problem({ severity: 'warning', code: 'unknown-person' }),
      problem({ cell: 'A1', severity: 'note' }),
      problem({ cell: 'A2', code: 'parent-in-error' }),
    ];
    expect(lineOf(found)).toBe('Rosa: 1 cell to mend in plan.xlsx — Actions!E14 (“31 Feb”: not a day).');
    expect(lineOf([problem({ severity: 'note' })])).toBeNull();
    expect(lineOf([problem({ code: 'parent-in-error' })])).toBeNull();
  });

  it('names the workbook of each cell where there are several', () => {
    expect(lineOf([problem(), problem({ book: 'more.xlsx', sheet: 'Goals' })])).toContain(
      'in 2 workbooks — [plan.xlsx]Actions!E14 (“31 Feb”: not a day), [more.xlsx]Goals!E14',
    );
  });

  it('tells in the message’s first sentence what it has no short words for', () => {
    const odd = problem({ code: 'new', cell: null, value: null, message: 'Row 3 is odd. Row 4 too.' });
    expect(lineOf([odd])).toBe('Rosa: 1 place to mend in plan.xlsx — Actions (Row 3 is odd).');
  });

  it('is one line, calls nobody, and turns no text', () => {
    const value = '@channel\n\u202ea@b.org';
    expect(lineOf([problem({ value })])).toBe(
      'Rosa: 1 cell to mend in plan.xlsx — Actions!E14 (“@\u200bchannel a@b.org”: not a day).',
    );
  });
});
