import { isEvent, keyOf, type Line, type RowSort, SORTS } from './line.ts';

/** Which row an ID means, and which ID a row has, as the lines of an archive tell one by one. */
export interface Names {
  /** Takes in what a line tells. Lines come in the order of the archive. */
  see(line: Line): void;
  /** The key of the row that had an ID last; null where no row ever had it. */
  key(sort: RowSort, id: string): string | null;
  /** The ID that a row had last; the key itself where the row is not known. */
  id(sort: RowSort, key: string): string;
}

interface Name {
  readonly key: string;
  /** The ID that the row had last. */
  id: string;
}

export function trackNames(): Names {
  const byId = perSort<Name>();
  const byKey = perSort<Name>();
  return {
    see(line) {
      const { sort, row } = line;
      const key = keyOf(line);
      const known = byId[sort].get(row);
      if (known?.key === key && known.id === row) return;
      const name = byKey[sort].get(key) ?? { key, id: row };
      name.id = row;
      byKey[sort].set(key, name);
      byId[sort].set(row, name);
      // Where the line of its new name alone tells of the old one.
      if (isEvent(line) && line.was !== undefined && !byId[sort].has(line.was))
        byId[sort].set(line.was, name);
    },
    key: (sort, id) => byId[sort].get(id)?.key ?? null,
    id: (sort, key) => byKey[sort].get(key)?.id ?? key,
  };
}

/** A map for each sort of row: IDs and keys are unique among the rows of one sort only. */
export function perSort<V>(): Record<RowSort, Map<string, V>> {
  return { team: new Map(), goal: new Map(), milestone: new Map(), action: new Map() };
}

/** The sort of the row that a row stands below; null above a team. */
export function sortAbove(sort: RowSort): RowSort | null {
  return SORTS[SORTS.indexOf(sort) - 1] ?? null;
}
