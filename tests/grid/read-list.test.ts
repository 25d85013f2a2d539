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
  ['Ann & Bob', ['Ann', 'Bob']],
  ['Ann + Bob', ['Ann', 'Bob']],
  ['Ann w/ Bob', ['Ann', 'Bob']],
  ['Ann und Bob', ['Ann', 'Bob']],
  ['ann und bob', ['ann', 'bob']],
  ['Ann Lee et Bob', ['Ann Lee', 'Bob']],
  ['Ana y Luis', ['Ana', 'Luis']],
  ['Ana y Luis Pérez', ['Ana', 'Luis Pérez']],
  ['Ana García y Luis Pérez', ['Ana García', 'Luis Pérez']],
  ['José Ortega y Gasset', ['José Ortega y Gasset']],
  ['Ana Costa e Silva', ['Ana Costa e Silva']],
  ['Marta, Ana García y Luis', ['Marta', 'Ana García', 'Luis']],
  ['Juan e Inés', ['Juan', 'Inés']],
  ['Ana y Luis y Marta', ['Ana', 'Luis', 'Marta']],
  ['Karl von und zu Berg', ['Karl von und zu Berg']],
  ['Ann und', ['Ann und']],
  ['E. Lee', ['E. Lee']],
  ['Et Lee', ['Et Lee']],
  ['Ann Lee (Sales, EMEA)', ['Ann Lee']],
  ['Lee, Ann; Ray, Bob', ['Ann Lee', 'Bob Ray']],
  ['Lee, Ann', ['Lee', 'Ann']],
  ['Lee, Ann <ann.lee@example.com>', ['Ann Lee']],
  ['Bob, Ann <ann.lee@example.com>', ['Bob', 'Ann']],
  ['ann.lee@example.com; bob@example.com', ['Ann Lee', 'Bob']],
  ['@ann, @bob', ['Ann', 'Bob']],
  ['@ann @bob', ['Ann', 'Bob']],
  ['- Ann\n- Bob', ['Ann', 'Bob']],
  ['Anne-Marie Lee', ['Anne-Marie Lee']],
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
  ['@ann', 'Ann'],
  ['@ann.lee', 'Ann Lee'],
  ['@Ann Lee', 'Ann Lee'],
  ['Ann Lee (Sales)', 'Ann Lee'],
  ['Ann Lee [Sales] (50%)', 'Ann Lee'],
  ['Robert (Bob) Ray', 'Robert Ray'],
  ['(Ann Lee)', 'Ann Lee'],
  ['Ann\nLee', 'Ann Lee'],
])('%j is shown as %s', (text, expected) => {
  expect(personName(text)).toBe(expected);
});

test('a page of text as a name is cut, and is not run over again and again', () => {
  for (const filler of ['@', '(', '<', 'a', 'a@', ' ', '.', 'y ', ' und ']) {
    const text = `x${filler.repeat(32_000 / filler.length)}x`;
    for (const name of [...readNames(text), personName(text)]) expect(name.length).toBeLessThanOrEqual(200);
  }
});
