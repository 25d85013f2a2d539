import { slug } from '../plan/name.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Addresses } from './address.ts';

/** An address that something had before, and the one that it has now. */
export interface Redirect {
  /** Below the site's base, without slashes around it. */
  readonly from: string;
  /** The whole path. */
  readonly to: string;
  readonly title: string;
}

type Sort = Snapshot['former'][number]['sort'];

/** What has a page: where, and how it is called there, by ID. */
interface Pages {
  readonly folder: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly address: (id: string) => string;
  /** The pages below its own. */
  readonly parts: readonly string[];
}

/**
 * Where the addresses of teams, goals, customers and people that were renamed or moved lead: each to a page that there is,
 * and so never on to another. Never one that something else has by now.
 */
export function redirects(
  plan: Pick<Snapshot, 'former' | 'teams' | 'customers' | 'people'>,
  links: Addresses,
): Redirect[] {
  const pages = pagesOf(plan, links);
  const taken = new Set(
    Object.values(pages).flatMap(({ folder, titles }) =>
      [...titles.keys()].map((id) => `${folder}/${slug(id)}`),
    ),
  );
  const found = new Map<string, Redirect>();
  for (const { sort, was, id } of plan.former) {
    const { folder, titles, address, parts } = pages[sort];
    const title = titles.get(id);
    const from = `${folder}/${slug(was)}`;
    if (title === undefined || taken.has(from)) continue;
    for (const part of ['', ...parts])
      found.set(from + part, {
        from: from + part,
        to: `${address(id)}${part.slice(1)}${part && '/'}`,
        title,
      });
  }
  return [...found.values()];
}

function pagesOf(
  { teams, customers, people }: Pick<Snapshot, 'teams' | 'customers' | 'people'>,
  links: Addresses,
): Readonly<Record<Sort, Pages>> {
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  const goals = new Map(teams.flatMap((team) => team.goals.map(({ id, title }) => [id, title] as const)));
  return {
    team: {
      folder: 'teams',
      titles: named(teams),
      address: links.team,
      parts: ['/timeline', '/review', '/tv'],
    },
    goal: { folder: 'goals', titles: goals, address: links.goal, parts: [] },
    customer: { folder: 'customers', titles: named(customers), address: links.customer, parts: [] },
    person: { folder: 'people', titles: named(people), address: links.person, parts: [] },
  };
}
