import { slug } from '../plan/name.ts';
import type { Snapshot, SnapshotGoal, SnapshotTeam } from '../snapshot/snapshot.ts';
import { isOpen } from './overview.ts';

/** One page a team, at the address that its ID makes. */
export function teamPaths(plan: Pick<Snapshot, 'teams'>) {
  return plan.teams.map((team: SnapshotTeam) => ({ params: { team: slug(team.id) }, props: { team } }));
}

/** A team's goals, those still open first; otherwise as the sheet has them. */
export function goalsInOrder({ goals }: SnapshotTeam): SnapshotGoal[] {
  return [...goals].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
}

/** So many lines of goals and milestones leave room on a sheet of paper for what each goal is good for. */
const ROOMY = 15;

/** Whether a team has so many milestones that its scorecard on paper has room for little else. */
export function isCrowded({ goals }: SnapshotTeam): boolean {
  const open = goals.filter(isOpen);
  const lines = open.reduce((sum, { milestones }) => sum + 1 + milestones.length, 0);
  return lines > ROOMY;
}
