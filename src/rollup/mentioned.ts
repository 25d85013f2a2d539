import { nameKey } from '../plan/name.ts';
import type { Plan } from '../plan/plan.ts';

/** The names, by `nameKey`, of all whom rows name: leaders, owners, whom something is promised to, who wrote. */
export function mentionedNames({
  teams,
  updates,
  measures,
}: Pick<Plan, 'teams' | 'updates' | 'measures'>): Set<string> {
  const names: (string | null)[] = [...updates.map(({ by }) => by), ...measures.map(({ owner }) => owner)];
  for (const { leader, goals } of teams) {
    names.push(leader);
    for (const { owners, milestones } of goals) {
      names.push(...owners);
      for (const milestone of milestones) {
        names.push(...milestone.owners);
        for (const action of milestone.actions) names.push(...action.owners, action.promisedTo);
      }
    }
  }
  return new Set(names.flatMap((name) => (name === null ? [] : [nameKey(name)])));
}
