import type {
  SnapshotAction,
  SnapshotChange,
  SnapshotMilestone,
  SnapshotTeam,
} from '../snapshot/snapshot.ts';
import { once } from './once.ts';

/** What rows held then, by sort and ID, where it changed later. */
export interface Past {
  /** The IDs of rows of any sort that changed later. The others need no look at the rest. */
  readonly changed: ReadonlySet<string>;
  readonly due: ReadonlyMap<string, string>;
  readonly owner: ReadonlyMap<string, string | null>;
  readonly state: ReadonlyMap<string, string>;
  /** Rows that did not stand in the plan yet. */
  readonly addedLater: ReadonlySet<string>;
  /** Rows that stood in the plan then, and do so no more. */
  readonly removedLater: ReadonlySet<string>;
}

/** What has to be taken back to see the plan as it stood at the end of a day. */
export function laterMoves(changes: readonly SnapshotChange[], on: string): Past {
  const changed = new Set<string>();
  const due = new Map<string, string>();
  const owner = new Map<string, string | null>();
  const state = new Map<string, string>();
  const firstCame = new Map<string, string>();
  const lastCame = new Map<string, string>();
  // The newest come first, so that the last one written is the first change after the day.
  for (const { day: when, kind, field, sort, row, from } of changes) {
    if (when <= on) continue;
    changed.add(row);
    const key = `${sort} ${row}`;
    if (kind === 'added' || kind === 'removed') {
      firstCame.set(key, kind);
      if (!lastCame.has(key)) lastCame.set(key, kind);
    } else if (kind === 'owner') owner.set(key, from === null ? null : String(from));
    else if (kind === 'due' && typeof from === 'string') due.set(key, from);
    else if (field === 'state' && typeof from === 'string') state.set(key, from);
  }
  const keys = [...firstCame.keys()];
  const addedLater = new Set(keys.filter((key) => firstCame.get(key) === 'added'));
  const removedLater = new Set(
    keys.filter((key) => firstCame.get(key) === 'removed' && lastCame.get(key) === 'removed'),
  );
  return { changed, due, owner, state, addedLater, removedLater };
}

/**
 * A team's milestones with their actions as they stood then: with the day and the owner of then, and what was dropped since. All weeks
 * ask for all of them, so what did not change later is the same object.
 */
export function milestonesThen(team: SnapshotTeam, past: Past): readonly SnapshotMilestone[] {
  if (past.changed.size === 0) return liveMilestones(team);
  const wasThere = (sort: string, id: string, isDropped: boolean): boolean => {
    if (!past.changed.has(id)) return !isDropped;
    const state = past.state.get(`${sort} ${id}`);
    return !past.addedLater.has(`${sort} ${id}`) && (state === undefined ? !isDropped : state !== 'dropped');
  };
  const then = <R extends SnapshotMilestone | SnapshotAction>(sort: string, row: R): R => {
    if (!past.changed.has(row.id)) return row;
    const [due, owner] = [past.due, past.owner].map((held) => held.get(`${sort} ${row.id}`));
    return due == null && owner === undefined
      ? row
      : { ...row, due: due ?? row.due, owner: owner === undefined ? row.owner : owner };
  };
  const actionsThen = (actions: readonly SnapshotAction[]): readonly SnapshotAction[] => {
    if (actions.every(({ id, state }) => state !== 'dropped' && !past.changed.has(id))) return actions;
    return actions
      .filter(({ id, state }) => wasThere('action', id, state === 'dropped'))
      .map((action) => {
        const was = then('action', action);
        // Whoever gave it up later had not done it then.
        return action.state === 'dropped' ? { ...was, state: 'not started' as const } : was;
      });
  };
  return team.goals
    .filter(({ id, status }) => wasThere('goal', id, status === 'dropped'))
    .flatMap(({ milestones }) => milestones)
    .filter(({ id, status }) => wasThere('milestone', id, status === 'dropped'))
    .map((milestone) => {
      const was = then('milestone', milestone);
      const actions = actionsThen(milestone.actions);
      return actions === milestone.actions ? was : { ...was, actions: [...actions] };
    });
}

/** A team's milestones but for those that are dropped, themselves or with their goal. */
export const liveMilestones = once((team: SnapshotTeam): readonly SnapshotMilestone[] =>
  team.goals
    .filter(({ status }) => status !== 'dropped')
    .flatMap(({ milestones }) => milestones)
    .filter(({ status }) => status !== 'dropped'),
);
