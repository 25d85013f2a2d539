import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { a1, columnLetters, parseA1 } from '../../src/grid/address.ts';

describe('columnLetters', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    // 26 single letters and 26 × 26 pairs come before AAA.
    [702, 'ZZ'],
    [703, 'AAA'],
    // X, F, D are 24, 6, 4: 24 × 676 + 6 × 26 + 4.
    [16_384, 'XFD'],
  ])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe('parseA1', () => {
  it.each([
    ['A1', 1, 1],
    ['D14', 14, 4],
    ['$AA$7', 7, 27],
    ['b$2', 2, 2],
    ['XFD1048576', 1_048_576, 16_384],
  ])('%s is row %i, column %i', (address, row, column) => {
    expect(parseA1(address)).toEqual({ row, column });
  });

  it.each([
    '',
    'A',
    '1',
    'A0',
    'A01',
    'A-1',
    '1A',
    'A1:B2',
    'Sheet!A1',
    'AAAA1',
    'A 1',
    'Ä1',
    'R1C1',
    'A12345678',
  ])('“%s” is no address', (address) => {
    expect(parseA1(address)).toBeNull();
  });

  it('reads what a1 writes', () => {
    const row = fc.integer({ min: 1, max: 1_048_576 });
    const column = fc.integer({ min: 1, max: 16_384 });
    fc.assert(
      fc.property(row, column, (atRow, atColumn) => {
        expect(parseA1(a1(atRow, atColumn))).toEqual({ row: atRow, column: atColumn });
      }),
    );
  });
});
