/** A page's share of a list that is too long for one page. */
export interface Part<R> {
  readonly rows: readonly R[];
  /** Which page it is, from 1 to how many there are. */
  readonly number: number;
  readonly pages: number;
  /** Which of the list's rows it has, from 1 on; 1 to 0 of an empty list. */
  readonly from: number;
  readonly to: number;
  readonly all: number;
}

/** How much of a list fits a page. Plans that have less have one page of each. */
export const A_PAGE = { teams: 100, people: 400, customers: 200, changes: 500, problems: 400 } as const;

/** The parts of a list, one a page; a single one without rows where the list is empty. */
export function partsOf<R>(rows: readonly R[], size: number): Part<R>[] {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: pages }, (_, i) => {
    const own = rows.slice(i * size, (i + 1) * size);
    return {
      rows: own,
      number: i + 1,
      pages,
      from: i * size + 1,
      to: i * size + own.length,
      all: rows.length,
    };
  });
}

/** The part of a page; the first where there is no such page. @param number from 1 on */
export function partOf<R>(rows: readonly R[], size: number, number: number): Part<R> {
  const parts = partsOf(rows, size);
  const part = parts[number - 1] ?? parts[0];
  if (part === undefined) throw new RangeError('a list has one part at least');
  return part;
}

/** Paths of a page for each part of a list: the first has no number. */
export function partPaths(rows: readonly unknown[], size: number) {
  return partsOf(rows, size).map(({ number }) => ({
    params: { page: number === 1 ? undefined : `${number}` },
    props: { number },
  }));
}

/** Paths of the pages behind the first. */
export function morePaths(rows: readonly unknown[], size: number) {
  return partsOf(rows, size)
    .slice(1)
    .map(({ number }) => ({ params: { page: `${number}` }, props: { number } }));
}

/** Rows of a group that stand on one page. */
export interface Section<G, R> {
  readonly group: G;
  readonly rows: readonly R[];
  /** True where the group began on a page before. */
  readonly goesOn: boolean;
}

/**
 * Groups of rows, by page. A group that fits one page is not torn: it begins the next page where there is no room for it; a
 * larger one goes on for as many pages as it takes.
 */
export function pagesOfGroups<G, R>(
  groups: readonly G[],
  rowsOf: (group: G) => readonly R[],
  size: number,
): Section<G, R>[][] {
  const pages: Section<G, R>[][] = [[]];
  let room = size;
  for (const group of groups) {
    const rows = rowsOf(group);
    if (rows.length > room && room < size) {
      pages.push([]);
      room = size;
    }
    for (let at = 0; at === 0 || at < rows.length; at += size) {
      if (at > 0) {
        pages.push([]);
        room = size;
      }
      const own = rows.slice(at, at + size);
      pages.at(-1)?.push({ group, rows: own, goesOn: at > 0 });
      room -= own.length;
    }
  }
  return pages;
}
