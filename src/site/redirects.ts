import { slug } from '../plan/name.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Addresses } from './address.ts';
import { teamsById } from './teams-by-id.ts';

/** An address that something had before, and the one that it has now. */
export interface Redirect {
  /** Below the site's base, without slashes around it. */
  readonly from: string;
  /** The whole path. */
  readonly to: string;
  readonly title: string;
}

/** Where the addresses of teams and goals that were renamed lead. Never one that something else has by now. */
export function redirects(plan: Pick<Snapshot, 'former' | 'teams'>, links: Addresses): Redirect[] {
  const goals = new Map(plan.teams.flatMap((team) => team.goals.map((goal) => [goal.id, goal] as const)));
  const taken = new Set([
    ...plan.teams.map(({ id }) => `teams/${slug(id)}`),
    ...[...goals.keys()].map((id) => `goals/${slug(id)}`),
  ]);
  const found = new Map<string, Redirect>();
  for (const { sort, was, id } of plan.former) {
    const from = `${sort}s/${slug(was)}`;
    if (taken.has(from)) continue;
    if (sort === 'team') {
      const team = teamsById(plan).get(id);
      if (!team) continue;
      const to = links.team(id);
      for (const part of ['', '/timeline', '/review'])
        found.set(from + part, {
          from: from + part,
          to: `${to}${part.slice(1)}${part && '/'}`,
          title: team.name,
        });
    } else {
      const goal = goals.get(id);
      if (goal) found.set(from, { from, to: links.goal(id), title: goal.title });
    }
  }
  return [...found.values()];
}
