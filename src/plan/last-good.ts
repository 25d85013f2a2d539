import type { Day } from '../grid/day.ts';
import type { Text } from '../grid/said.ts';

/** What can be read of who a row is; null where its cell is blank or cannot be read. */
export interface RowName {
  readonly sort: 'team' | 'goal' | 'milestone' | 'action';
  /** The ID cell. */
  readonly id: string | null;
  /** The ID, or the slug that stands for one, of the row above. */
  readonly parent: string | null;
  readonly title: string | null;
}

/** Names in rows that do not count because of an error; null for a row whose name cannot be read. */
export interface UnreadNames {
  readonly customers: readonly (string | null)[];
  readonly people: readonly (string | null)[];
}

/** What a cell held when it could last be read, and the as-of day on which it could. */
export interface LastGood {
  readonly value: unknown;
  readonly since: Day;
}

/** What is known of the cells of a plan from before. */
export interface LastGoodValues {
  /**
   * What a cell of a row held, of the type that its column reads, null for a blank one; null where no row, or more
   * than one, can be meant.
   */
  find(row: RowName, field: string): LastGood | null;
}

/** A cell that counts with what it held before. */
export interface RestoredCell {
  readonly sort: RowName['sort'];
  /** The ID under which the row is in the plan. */
  readonly id: string;
  readonly field: string;
  readonly since: Day;
  /** What the cell shows, which cannot be read; null where it is blank. */
  readonly shown: string | null;
  /** What counts instead, in words, and since when: for the badge. */
  readonly text: Text;
}

/** Nothing is known from before: a cell in error leaves its row out. */
export const noLastGood: LastGoodValues = { find: () => null };
