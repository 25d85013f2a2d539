import { expect, test } from 'vitest';
import { personName, readList, readNames } from '../../src/grid/read-list.ts';

test('lists are parted by comma, semicolon and new line, and hold each entry once', () => {
  expect(readList('Pricing, Procurement; Pricing\n• Labs\n- Law')).toEqual([
    'Pricing',
    'Procurement',
    'Labs',
    'Law',
  ]);
  expect(readList('PRICING, pricing')).toEqual(['PRICING']);
  expect(readList('R&D and law')).toEqual(['R&D and law']);
  expect(readList(' , ;')).toEqual([]);
});

test.each([
  ['Ann Lee', ['Ann Lee']],
  ['Ann, Bo/Cy & Di;Ed\nFay and Guy', ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Fay', 'Guy']],
  ['Ann AND Bo', ['Ann', 'Bo']],
  ['Sandy Anderson', ['Sandy Anderson']],
  ['Ann, ann', ['Ann']],
])('%j names %j', (text, expected) => {
  expect(readNames(text)).toEqual(expected);
});

test.each([
  ['ann.lee@example.com', 'Ann Lee'],
  ['mailto:ann_lee@example.com', 'Ann Lee'],
  ['ann.lee+plan@example.com', 'Ann Lee'],
  ['Ann Lee <ann@example.com>', 'Ann Lee'],
  ['Ann Lee (ann@example.com)', 'Ann Lee'],
  ['<ann.lee@example.com>', 'Ann Lee'],
  ['Ann Lee ann@example.com', 'Ann Lee'],
  ['  Ann   Lee ', 'Ann Lee'],
  ['O’Neil, J.', 'O’Neil, J.'],
])('%j is shown as %s', (text, expected) => {
  expect(personName(text)).toBe(expected);
});
