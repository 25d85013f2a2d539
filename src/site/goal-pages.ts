import { slug } from '../plan/name.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** One page a goal, at the address that its ID makes. */
export function goalPaths(plan: Pick<Snapshot, 'teams'>) {
  return plan.teams.flatMap((team) =>
    team.goals.map((goal) => ({ params: { goal: slug(goal.id) }, props: { team, goal } })),
  );
}
