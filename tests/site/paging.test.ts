import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morePaths, pagesOfGroups, partOf, partPaths, partsOf } from '../../src/site/paging.ts';

const list = (length: number) => Array.from({ length }, (_, i) => i + 1);

describe('a list in parts', () => {
  it('has one page as long as that has room, and none that is empty', () => {
    expect(partsOf(list(10), 10)).toEqual([
      { rows: list(10), number: 1, pages: 1, from: 1, to: 10, all: 10 },
    ]);
    expect(partsOf(list(11), 10).map(({ from, to }) => [from, to])).toEqual([
      [1, 10],
      [11, 11],
    ]);
    expect(partsOf([], 10)).toMatchObject([{ rows: [], pages: 1, to: 0 }]);
  });

  it('has its first page at the address without a number', () => {
    expect(partPaths(list(25), 10).map(({ params }) => params.page)).toEqual([undefined, '2', '3']);
    expect(morePaths(list(25), 10).map(({ params }) => params.page)).toEqual(['2', '3']);
    expect(morePaths(list(10), 10)).toEqual([]);
    expect(partOf(list(25), 10, 3).rows).toEqual([21, 22, 23, 24, 25]);
    expect(partOf(list(25), 10, 4).number).toBe(1);
  });
});

describe('groups by page', () => {
  const pages = (...sizes: number[]) =>
    pagesOfGroups(sizes, list, 10).map((page) => page.map(({ rows, goesOn }) => [rows.length, goesOn]));

  it('tears none that fits one page', () => {
    expect(pages(4, 4, 4)).toEqual([
      [
        [4, false],
        [4, false],
      ],
      [[4, false]],
    ]);
  });

  it('goes on with one that does not', () => {
    expect(pages(4, 25, 3)).toEqual([
      [[4, false]],
      [[10, false]],
      [[10, true]],
      [
        [5, true],
        [3, false],
      ],
    ]);
  });

  it('property: has every row once, in order, and no page with more than there is room for', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 })), fc.integer({ min: 1, max: 12 }), (sizes, room) => {
        const groups = sizes.map((length, group) => list(length).map((row) => `${group}.${row}`));
        const found = pagesOfGroups(groups, (rows) => rows, room);
        expect(found.flat().flatMap(({ rows }) => rows)).toEqual(groups.flat());
        for (const page of found)
          expect(page.reduce((sum, { rows }) => sum + rows.length, 0)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
