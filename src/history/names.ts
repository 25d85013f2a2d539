import { keyOf, LINE_SORTS, type Line, type LineSort, type RowSort, SORTS } from './line.ts';

/** A row, by whatever ID it goes. */
export interface Name {
  /** What it is known by through all changes of its ID. */
  readonly key: string;
  /** The ID that it had last. */
  readonly id: string;
}

/** Which row an ID means, and which ID a row has, as the lines of an archive tell one by one. */
export interface Names {
  /** Takes in what a line tells; lines come in the order of the archive. @returns the row that it is about */
  see(line: Line): Name;
  /** The row that had an ID last; null where none ever had it. */
  find(sort: LineSort, id: string): Name | null;
  /** IDs that no row has any more, each with the one that its row has instead. */
  former(): FormerId[];
}

/** An ID that a row had before the one that it has now. */
export interface FormerId {
  readonly sort: LineSort;
  readonly was: string;
  readonly id: string;
}

export function trackNames(): Names {
  const byId = perSort();
  const byKey = perSort();
  return {
    see(line) {
      const { sort, row } = line;
      const key = keyOf(line);
      const known = byId[sort].get(row);
      if (known?.key === key && known.id === row) return known;
      const name = byKey[sort].get(key) ?? { key, id: row };
      name.id = row;
      byKey[sort].set(key, name);
      byId[sort].set(row, name);
      // Where the line of its new name alone tells of the old one.
      if ('was' in line && line.was !== undefined && !byId[sort].has(line.was))
        byId[sort].set(line.was, name);
      return name;
    },
    find: (sort, id) => byId[sort].get(id) ?? null,
    former: () =>
      LINE_SORTS.flatMap((sort) =>
        [...byId[sort]].flatMap(([was, { id }]) => (was === id ? [] : [{ sort, was, id }])),
      ),
  };
}

/** The sort of the row that a row stands below; null for a team, and for what stands beside the plan's tree. */
export function sortAbove(sort: LineSort): RowSort | null {
  const rank = sort === 'customer' || sort === 'person' ? -1 : SORTS.indexOf(sort);
  return SORTS[rank - 1] ?? null;
}

type Known = Map<string, { readonly key: string; id: string }>;

/** A map for each sort of row: IDs and keys are unique among the rows of one sort only. */
function perSort(): Record<LineSort, Known> {
  return {
    team: new Map(),
    goal: new Map(),
    milestone: new Map(),
    action: new Map(),
    customer: new Map(),
    person: new Map(),
  };
}
