import type { SnapshotGoal, SnapshotMilestone } from '../../snapshot/snapshot.ts';
import { isOpen } from '../overview.ts';

/** A milestone that has slipped past one of the same goal that was planned after it. */
export interface Crossing {
  /** The one planned after it: of several, the first. */
  readonly past: SnapshotMilestone;
  /** Which of its days is crossed, and that day. */
  readonly at: 'start' | 'due';
  readonly day: string;
  /** What crosses it: the due day itself, or only the day of even odds. */
  readonly by: 'due' | 'forecast';
}

/**
 * The crossing of an open milestone; null where it keeps its place. Planned after it is what was first promised for a later
 * day and is open too. Its due day is crossed where this milestone's is later now; its start, where this milestone was
 * first promised for that day or before, and is due after it now. The day of even odds counts as the due day does.
 */
export function crossingOf(milestone: SnapshotMilestone, goal: SnapshotGoal): Crossing | null {
  if (!isOpen(milestone)) return null;
  const promised = firstPromised(milestone);
  const later = goal.milestones
    .filter((other) => other.id !== milestone.id && isOpen(other) && firstPromised(other) > promised)
    .sort((a, b) => firstPromised(a).localeCompare(firstPromised(b)) || a.id.localeCompare(b.id));
  for (const by of ['due', 'forecast'] as const) {
    const day = by === 'due' ? milestone.due : (milestone.forecast?.p50 ?? milestone.due);
    for (const past of later) {
      if (day > past.due) return { past, at: 'due', day: past.due, by };
      if (promised <= past.start && day > past.start) return { past, at: 'start', day: past.start, by };
    }
  }
  return null;
}

function firstPromised({ firstDue, due }: SnapshotMilestone): string {
  return firstDue ?? due;
}
