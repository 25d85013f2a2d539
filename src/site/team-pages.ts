import { slug } from '../plan/name.ts';
import type { Snapshot, SnapshotTeam } from '../snapshot/snapshot.ts';

/** One page a team, at the address that its ID makes. */
export function teamPaths(plan: Pick<Snapshot, 'teams'>) {
  return plan.teams.map((team: SnapshotTeam) => ({ params: { team: slug(team.id) }, props: { team } }));
}
