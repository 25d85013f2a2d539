import { expect, test } from 'vitest';
import { byName } from '../../src/rollup/fitness/check.ts';
import { countText, daysText, inDueOrder, nameList, shortList, wording } from '../../src/rollup/wording.ts';
import { inDays, TODAY } from '../helpers/rows.ts';

test.each([
  [[], ''],
  [['A'], '“A”'],
  [['A', 'B'], '“A” and “B”'],
  [['A', 'B', 'C'], '“A”, “B” and “C”'],
  [['A', 'B', 'C', 'D'], '“A”, “B”, “C” and 1 more'],
])('names %j', (names, text) => {
  expect(nameList(names)).toBe(text);
});

test('as many names as are asked for', () => {
  expect(shortList(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
});

test('one and several', () => {
  expect([daysText(1), daysText(0), countText(2, 'goal')]).toEqual(['1 day', '0 days', '2 goals']);
});

test('in due order: by day, then title, then ID', () => {
  const row = (id: string, title: string, due: number) => ({ id, title, due: inDays(due) });
  const rows = [row('4', 'B', 1), row('3', 'A', 2), row('2', 'C', 1), row('5', 'A', 1), row('1', 'B', 1)];
  expect(inDueOrder(rows).map(({ id }) => id)).toEqual(['5', '1', '4', '2', '3']);
  expect(rows[0]?.id).toBe('4');
});

test('by name, then ID', () => {
  const rows = [
    { id: '3', name: 'B' },
    { id: '4', name: 'A' },
    { id: '2', name: 'B' },
  ];
  expect(byName(rows).map(({ id }) => id)).toEqual(['4', '2', '3']);
});

test("days and shares in the plan's locale, British English where it has none", () => {
  const [plain, german] = [wording(null), wording('de-DE')];
  expect([plain.day(TODAY), plain.percent(0.406)]).toEqual(['4 Mar 2026', '41%']);
  expect([german.day(TODAY), german.percent(0.406)]).toEqual(['4. März 2026', '41\u202f%']);
});
