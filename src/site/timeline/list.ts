import type { SnapshotTeam } from '../../snapshot/snapshot.ts';
import type { PlacedMilestone } from '../overview.ts';
import { snapshotDay } from './snapshot-day.ts';

/** A milestone as a line of a table. */
export interface ListedMilestone extends PlacedMilestone {
  /** By how many days its due day has moved since it was first promised, back where negative; null where it has not. */
  readonly moved: number | null;
}

/** All that is drawn of some teams, by the day that it is due, dropped goals' too; of one day, in the plan's order. */
export function listedMilestones(teams: readonly SnapshotTeam[]): ListedMilestone[] {
  return teams
    .flatMap((team) =>
      team.goals.flatMap((goal) => goal.milestones.map((milestone) => ({ team, goal, milestone }))),
    )
    .map((placed) => ({ ...placed, moved: movedBy(placed) }))
    .sort((a, b) => a.milestone.due.localeCompare(b.milestone.due));
}

function movedBy({ milestone: { due, firstDue } }: PlacedMilestone): number | null {
  return firstDue === null || firstDue === due ? null : snapshotDay(due) - snapshotDay(firstDue);
}
