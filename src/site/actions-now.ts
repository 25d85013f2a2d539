import { addDays, dayFromIso, isoFromDay } from '../grid/day.ts';
import type { SnapshotAction, SnapshotGoal, SnapshotMilestone, SnapshotTeam } from '../snapshot/snapshot.ts';
import { isOpen, placedMilestones } from './overview.ts';
import { isDue } from './people.ts';

/** Why an action matters now; `ahead`: it is the next one, though nothing presses. */
export type Urgency = 'overdue' | 'blocked' | 'this week' | 'ahead';

/** A step that the team should take now. Where a milestone has no open action, the step is to agree on one. */
export interface Step {
  readonly goal: SnapshotGoal;
  readonly milestone: SnapshotMilestone;
  /** Null where the milestone has started and has no open action. */
  readonly action: SnapshotAction | null;
  readonly urgency: Urgency | 'no next action';
}

const ORDER: readonly Step['urgency'][] = ['overdue', 'blocked', 'this week', 'no next action', 'ahead'];
/** The last day of the week to come lies so many days after the as-of day. */
const WEEK_AHEAD = 6;
/** Where fewer steps press, the next ones ahead fill up to so many. */
const AT_LEAST = 3;

/**
 * What a team should do next: open actions that are overdue, that are blocked, that are due within the week; then
 * milestones under way without a next action. Each kind the earliest due first.
 */
export function actionsNow(team: SnapshotTeam, asOf: string): Step[] {
  const today = dayFromIso(asOf);
  if (today === null) throw new RangeError(`“${asOf}” is no day`);
  const weekEnd = isoFromDay(addDays(today, WEEK_AHEAD));
  const placed = placedMilestones([team]).filter(({ milestone }) => milestone.status !== 'dropped');
  const steps = placed.flatMap(({ goal, milestone }): Step[] => {
    const open = milestone.actions.filter(isDue);
    const wanting = isOpen(goal) && isOpen(milestone) && milestone.start <= asOf && open.length === 0;
    if (wanting) return [{ goal, milestone, action: null, urgency: 'no next action' }];
    return open.map((action) => ({ goal, milestone, action, urgency: urgencyOf(action, asOf, weekEnd) }));
  });
  const dueOf = ({ action, milestone }: Step) => action?.due ?? milestone.due;
  const ordered = steps.sort(
    (a, b) =>
      ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) ||
      dueOf(a).localeCompare(dueOf(b)) ||
      a.milestone.id.localeCompare(b.milestone.id),
  );
  const pressing = ordered.filter(({ urgency }) => urgency !== 'ahead').length;
  return ordered.slice(0, Math.max(pressing, AT_LEAST));
}

function urgencyOf({ due, state }: SnapshotAction, asOf: string, weekEnd: string): Urgency {
  if (due < asOf) return 'overdue';
  if (state === 'blocked') return 'blocked';
  return due <= weekEnd ? 'this week' : 'ahead';
}
