import { type Day, dayFromIso } from '../grid/day.ts';
import type { Change } from '../history/history.ts';
import type { PlanEvent } from '../history/line.ts';
import type { RemovedRow } from '../history/plan-at.ts';
import type { Action, Goal, Milestone, Plan, Team } from '../plan/plan.ts';

type Measured = 'baseline' | 'target' | 'current';
/** What counts of an action, a milestone or a goal in a trend. */
export type PastAction = Pick<Action, 'id' | 'weight' | 'due' | 'state' | 'doneOn'>;
export type PastMilestone = Pick<Milestone, keyof PastAction | 'start' | 'typedProgress' | Measured> & {
  readonly actions: readonly PastAction[];
};
export type PastGoal = Pick<Goal, 'id' | 'weight' | 'start' | 'due' | 'state' | Measured> & {
  readonly milestones: readonly PastMilestone[];
};

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

/** A removed row of which all is known that counts. */
type GoneRow = RemovedRow & {
  readonly due: Day;
  readonly state: Action['state'];
};

/**
 * Takes the plan's rows back in time, by undoing what the history saw change, the newest first. Rows that were removed
 * since come back as they were, where the history knows all that counts of them. Baselines and starts of rows that are in
 * the plan are those of now, and so is what they stand below: neither is undone.
 */
export class PastRows {
  readonly #undone = new Map<string, Undone>();
  readonly #inPlan: ReadonlySet<string>;
  readonly #removed: ReadonlyMap<PlanEvent, RemovedRow>;
  /** Rows that are in the plan no more, by the row that they stood below, by their own names. */
  readonly #gone = new Map<string, Map<string, GoneRow>>();

  constructor(plan: Plan, removed: ReadonlyMap<PlanEvent, RemovedRow>) {
    this.#inPlan = new Set(plan.teams.flatMap(namesIn));
    this.#removed = removed;
  }

  /** Undoes one change. Changes come in from the newest to the oldest. */
  undo({ event, id }: Change): void {
    const key = `${event.sort} ${id}`;
    if (event.kind === 'removed') {
      this.#bringBack(key, this.#removed.get(event));
      return;
    }
    const row = this.#undone.get(key) ?? {};
    this.#undone.set(key, row);
    const { kind, field, from } = event;
    const number = typeof from === 'number' ? from : null;
    if (kind === 'added') row.isAbsent = true;
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

  /** The goals of a team as they were at the end of a day, without those that were not in the plan, or dropped. */
  goals(team: Team, day: Day): PastGoal[] {
    const gone = this.#goneBelow('team', team.id).flatMap((row): PastGoal[] => {
      // Every goal has a start: where none is noted, it is not known.
      const { start } = row;
      return start == null ? [] : [{ ...measured(row), start, milestones: [] }];
    });
    return [...team.goals, ...gone].flatMap((goal) => {
      const past = this.#past('goal', goal, day);
      return past === null ? [] : [{ ...past, milestones: this.#milestones(goal, day) }];
    });
  }

  #milestones({ id, milestones }: PastGoal, day: Day): PastMilestone[] {
    const gone = this.#goneBelow('goal', id).map((row): PastMilestone => {
      return { ...measured(row), start: row.start ?? null, typedProgress: row.progress, actions: [] };
    });
    return [...milestones, ...gone].flatMap((milestone) => {
      const past = this.#past('milestone', milestone, day);
      return past === null ? [] : [{ ...past, actions: this.#actions(milestone, day) }];
    });
  }

  #actions({ id, actions }: PastMilestone, day: Day): PastAction[] {
    const gone = this.#goneBelow('milestone', id).map(measured);
    return [...actions, ...gone].flatMap((action) => this.#past('action', action, day) ?? []);
  }

  #past<R extends PastAction | PastMilestone | PastGoal>(sort: string, row: R, day: Day): R | null {
    const undone = this.#undone.get(`${sort} ${row.id}`);
    if (undone?.isAbsent) return null;
    const { isAbsent: _, ...held } = undone ?? {};
    const past = undone === undefined ? row : { ...row, ...held };
    if (past.state === 'dropped') return null;
    const isLater = 'doneOn' in row && row.doneOn !== null && row.doneOn > day;
    return isLater && past.state === 'done' ? { ...past, state: 'in progress' } : past;
  }

  #bringBack(key: string, row: RemovedRow | undefined): void {
    if (row === undefined || !isKnown(row)) {
      this.#undone.set(key, this.#inPlan.has(key) ? { ...this.#undone.get(key), isAbsent: false } : {});
      return;
    }
    const { due, state, current, target, weight, progress } = row;
    const held = { due, state, current, target, typedProgress: progress, weight: weight ?? 1 };
    this.#undone.set(key, this.#inPlan.has(key) ? held : {});
    if (this.#inPlan.has(key)) return;
    const above = `${ABOVE[row.sort]} ${row.parent}`;
    const siblings = this.#gone.get(above) ?? new Map<string, GoneRow>();
    this.#gone.set(above, siblings.set(key, row));
  }

  #goneBelow(sort: string, id: string): GoneRow[] {
    return [...(this.#gone.get(`${sort} ${id}`)?.values() ?? [])];
  }
}

const STATES: readonly Action['state'][] = ['not started', 'in progress', 'blocked', 'done', 'dropped'];
const ABOVE = { team: '', goal: 'team', milestone: 'goal', action: 'milestone' } as const;

/** An outcome is not known without its baseline. */
function isKnown(row: RemovedRow): row is GoneRow {
  const { sort, due, state, target, current, baseline, progress, start } = row;
  if (due === null || state === null) return false;
  const isOutcome = target !== null && current !== null && (sort === 'goal' || progress === null);
  if (isOutcome && sort !== 'action' && baseline === undefined) return false;
  return sort !== 'goal' || start != null;
}

function measured({ id, weight, due, state, doneOn, baseline, target, current }: GoneRow) {
  return { id, weight: weight ?? 1, due, state, doneOn, baseline: baseline ?? null, target, current };
}

function namesIn({ id, goals }: Team): string[] {
  return [
    `team ${id}`,
    ...goals.flatMap((goal) => [
      `goal ${goal.id}`,
      ...goal.milestones.flatMap((milestone) => [
        `milestone ${milestone.id}`,
        ...milestone.actions.map((action) => `action ${action.id}`),
      ]),
    ]),
  ];
}
