import { type Day, dayFromIso } from '../grid/day.ts';
import type { Change } from '../history/history.ts';
import type { Action, Goal, Milestone } from '../plan/plan.ts';

/** What a row held that it holds no more. */
interface Undone {
  isAbsent?: boolean;
  due?: Day;
  state?: Action['state'];
  current?: number | null;
  target?: number | null;
  weight?: number;
  typedProgress?: number | null;
}

/**
 * Takes the plan's rows back in time, by undoing what the history saw change, the newest first. Rows that were removed
 * since do not come back, and neither do baselines and starts, which the history does not follow.
 */
export class PastRows {
  readonly #undone = new Map<string, Undone>();

  /** Undoes one change. Changes come in from the newest to the oldest. */
  undo({ event, id }: Change): void {
    const key = `${event.sort} ${id}`;
    const row = this.#undone.get(key) ?? {};
    this.#undone.set(key, row);
    const { kind, field, from } = event;
    const number = typeof from === 'number' ? from : null;
    if (kind === 'added' || kind === 'removed') row.isAbsent = kind === 'added';
    else if (field === 'due') {
      const due = typeof from === 'string' ? dayFromIso(from) : null;
      if (due !== null) row.due = due;
    } else if (field === 'state') {
      const state = STATES.find((each) => each === from);
      if (state !== undefined) row.state = state;
    } else if (field === 'current') row.current = number;
    else if (field === 'target') row.target = number;
    else if (field === 'progress') row.typedProgress = number;
    else if (field === 'weight' && number !== null) row.weight = number;
  }

  /** A goal as it was at the end of a day; null where it was not in the plan yet, or dropped. */
  goal(goal: Goal, day: Day): Goal | null {
    const past = this.#past('goal', goal, day);
    if (past === null) return null;
    return { ...past, milestones: goal.milestones.flatMap((milestone) => this.#milestone(milestone, day)) };
  }

  #milestone(milestone: Milestone, day: Day): Milestone[] {
    const past = this.#past('milestone', milestone, day);
    if (past === null) return [];
    const actions = milestone.actions.flatMap((action) => this.#past('action', action, day) ?? []);
    return [{ ...past, actions }];
  }

  #past<R extends Goal | Milestone | Action>(sort: string, row: R, day: Day): R | null {
    const undone = this.#undone.get(`${sort} ${row.id}`);
    if (undone?.isAbsent) return null;
    const { isAbsent: _, ...held } = undone ?? {};
    const past = undone === undefined ? row : { ...row, ...held };
    if (past.state === 'dropped') return null;
    const isLater = 'doneOn' in row && row.doneOn !== null && row.doneOn > day;
    return isLater && past.state === 'done' ? { ...past, state: 'in progress' } : past;
  }
}

const STATES: readonly Action['state'][] = ['not started', 'in progress', 'blocked', 'done', 'dropped'];
