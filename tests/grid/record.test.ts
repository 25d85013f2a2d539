import { expect, test } from 'vitest';
import { findHeader, type Header } from '../../src/grid/header.ts';
import { readRecords } from '../../src/grid/record.ts';
import { cellText } from '../../src/grid/text.ts';
import { formula, type Input, type SheetOptions, sheet } from '../helpers/grids.ts';

const FIELDS = new Map([
  ['Team', 'team'],
  ['Squad', 'team'],
  ['Goal', 'goal'],
  ['Due', 'due'],
]);
const naming = (text: string) => {
  const field = FIELDS.get(text);
  return field === undefined ? null : { field, exact: true };
};

function header(rows: readonly (readonly Input[])[], options?: SheetOptions): Header | null {
  const search = findHeader(sheet('S', rows, options), naming, ['team', 'goal']);
  return search.found ? search.header : null;
}

test('the header is the first row that holds all needed fields, in any order, below titles', () => {
  const found = header([
    ['Plan 2026'],
    ['Team'],
    [],
    ['Notes', 'Goal', null, 'Team', 'Due'],
    ['Team', 'Goal'],
  ]);
  expect(found?.row).toBe(4);
  expect([...(found?.columns ?? [])].map(([field, { column }]) => [field, column])).toEqual([
    ['goal', 2],
    ['team', 4],
    ['due', 5],
  ]);
  expect(found?.unknown.map((column) => column.text)).toEqual(['Notes']);
});

test('the 40th row is looked at, the 41st is not', () => {
  expect(header([['Team', 'Goal']], { firstRow: 40 })?.row).toBe(40);
  expect(header([['Team', 'Goal']], { firstRow: 41 })).toBeNull();
});

test('of two columns of one field the first counts', () => {
  const found = header([['Squad', 'Goal', 'Team']]);
  expect(found?.columns.get('team')?.column).toBe(1);
  expect(found?.repeated.map(({ text, field }) => [text, field])).toEqual([['Team', 'team']]);
});

test('without a header, the row with the most needed fields comes closest', () => {
  const search = findHeader(sheet('S', [['x', 'y', 'z'], ['Team', 'Due'], ['Due']]), naming, [
    'team',
    'goal',
  ]);
  expect(search.found).toBe(false);
  expect(!search.found && [search.best?.row, search.best?.missing]).toEqual([2, ['goal']]);
  expect(findHeader(sheet('S', []), naming, ['team'])).toEqual({ found: false, best: null });
});

function records(rows: readonly (readonly Input[])[], options?: SheetOptions) {
  const grid = sheet('S', rows, options);
  const search = findHeader(grid, naming, ['team', 'goal']);
  return search.found ? readRecords(grid, search.header) : [];
}

test('records know their cells and addresses, and blank rows are none', () => {
  const found = records([
    ['Team', 'Extra', 'Goal'],
    ['North', 'e', 'Win'],
    ['', formula('')],
    [false],
    ['South'],
  ]);
  expect(found.map((record) => record.row)).toEqual([2, 5]);
  const [first, second] = found;
  expect(cellText(first?.cell('goal'))).toBe('Win');
  expect([first?.address('goal'), first?.address('due')]).toEqual(['C2', null]);
  expect([second?.cell('goal'), second?.address('goal'), second?.cell('due')]).toEqual([
    undefined,
    'C5',
    undefined,
  ]);
  expect(cellText(first?.at(2))).toBe('e');
});

test('a cell merged downwards speaks for the rows below it, and is where they are mended', () => {
  const rows = [
    ['Team', 'Goal'],
    ['North', 'A'],
    [null, 'B'],
    ['', 'C'],
    [null, 'D'],
    ['West', 'E'],
    [null, 'F'],
  ];
  const found = records(rows, { merges: ['A2:A4', 'A6:A7'] });
  expect(found.map((record) => cellText(record.cell('team')))).toEqual([
    'North',
    'North',
    'North',
    '',
    'West',
    'West',
  ]);
  expect(found.map((record) => record.address('team'))).toEqual(['A2', 'A2', 'A2', 'A5', 'A6', 'A6']);
});

test('cells merged sideways keep their value in their first cell', () => {
  const found = records([['Team', 'Goal'], ['Heading'], [null, 'B']], { merges: ['A2:B2'] });
  expect(found.map((record) => [cellText(record.cell('team')), cellText(record.cell('goal'))])).toEqual([
    ['Heading', ''],
    ['', 'B'],
  ]);
});

test('headers like __proto__ name no field', () => {
  const found = header([['__proto__', 'constructor', 'Team', 'Goal', 'toString']]);
  expect(found?.unknown.map((column) => column.text)).toEqual(['__proto__', 'constructor', 'toString']);
});
