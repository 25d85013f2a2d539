import type { Day } from '../grid/day.ts';

/** What the history knows of when things were first promised. */
export interface Promises {
  /**
   * The due day with which the history first saw a row; null where it never saw it. IDs are unique among rows of one
   * sort only: without a sort, the ID is taken for that of an action, else of a milestone, else of a goal.
   */
  firstDue(id: string, sort?: 'goal' | 'milestone' | 'action'): Day | null;
}

/** A history that has seen nothing: what is promised now was promised first. */
export const noHistory: Promises = { firstDue: () => null };
