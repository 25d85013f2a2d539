import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_COLUMN } from '../../src/source/limits.ts';
import { parseRange, rangeFinder } from '../../src/source/ranges.ts';

const column = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(MAX_COLUMN - 1, MAX_COLUMN));
const range = fc
  .record({
    top: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 0, max: 6 }),
    one: column,
    other: column,
  })
  .map(({ top, height, one, other }) => ({
    top,
    bottom: top + height,
    left: Math.min(one, other),
    right: Math.max(one, other),
  }));

describe('the range that a cell belongs to', () => {
  it('is the last to start of those that started over its column, unless that has ended', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
        const find = rangeFinder(ranges);
        const inOrder = [...ranges].sort((one, other) => one.top - other.top);
        for (let row = 1; row <= 20; row++) {
          for (const at of [1, 2, 5, 8, 9, 10, MAX_COLUMN]) {
            const started = inOrder.filter(({ top, left, right }) => top <= row && left <= at && at <= right);
            const last = started.at(-1);
            const expected = last === undefined || last.bottom < row ? null : last;
            expect(find(row, at)).toBe(expected);
          }
        }
      }),
    );
  });
});

describe('addresses of ranges', () => {
  it.each([
    ['A2:C4', { top: 2, left: 1, bottom: 4, right: 3 }],
    ['$C$4:$A$2', { top: 2, left: 1, bottom: 4, right: 3 }],
    ['B7', { top: 7, left: 2, bottom: 7, right: 2 }],
    ['B1048576:ZZZ9999999', { top: 1_048_576, left: 2, bottom: 1_048_576, right: 16_384 }],
    ['A1048577', null],
    ['XFE1:XFF2', null],
    ['A1:B2:C3', null],
    ['A:B', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(parseRange(text)).toEqual(expected);
  });
});
