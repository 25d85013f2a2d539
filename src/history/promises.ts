import type { Day } from '../grid/day.ts';

/** What the history knows of when things were first promised. */
export interface Promises {
  /** The due day with which the history first saw a milestone or an action; null where it never saw it. */
  firstDue(id: string): Day | null;
}

/** A history that has seen nothing: what is promised now was promised first. */
export const noHistory: Promises = { firstDue: () => null };
