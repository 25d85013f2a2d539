import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, isBlank, quote, saysNothing, shorten, tidy } from '../../src/grid/text.ts';
import { cell, day, formula, uncached } from '../helpers/grids.ts';

test('blanks of every sort are plain, invisible characters go, new lines stay', () => {
  expect(tidy('\ufeff\u00a0A\u200b\u2009B\r\nC\t ')).toBe('A B\nC');
  expect(tidy('a\u0007b')).toBe('ab');
  expect(tidy('plain')).toBe('plain');
});

test('property: tidying twice is tidying once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidy(tidy(text)) === tidy(text)));
});

test('a cell says its text, else what is shown, else its value', () => {
  expect(cellText(undefined)).toBe('');
  expect(cellText(cell(' A '))).toBe('A');
  expect(cellText(cell(day('2026-03-31')))).toBe('2026-03-31');
  expect(cellText(cell({ kind: 'number', value: 7, shown: '' }))).toBe('7');
  expect(cellText(cell(uncached()))).toBe('');
});

test('an empty text is blank, a formula without a result is not', () => {
  expect(isBlank(undefined)).toBe(true);
  expect(isBlank(cell(formula('')))).toBe(true);
  expect(isBlank(cell({ kind: 'blank', value: null }))).toBe(true);
  expect(isBlank(cell(uncached()))).toBe(false);
  expect(isBlank(cell(0))).toBe(false);
  expect(isBlank(cell(false))).toBe(false);
});

test('dashes and n/a say nothing', () => {
  for (const text of ['-', '--', '———', '—', 'n/a', 'n. a.', 'k.A.', 'N.A.', 'NA'])
    expect(saysNothing(text)).toBe(true);
  for (const text of ['-1', '- x', 'no', '', 'Nat']) expect(saysNothing(text)).toBe(false);
});

test('long text is cut by characters, not in the middle of one', () => {
  expect(shorten('abcdef', 4)).toBe('abc…');
  expect(shorten('😀😀😀', 3)).toBe('😀😀😀');
  expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
  expect(quote('two\nlines')).toBe('“two lines”');
});
