import MiniSearch from 'minisearch';
import type { Snapshot, Status } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import { addresses } from './address.ts';
import { grouped, once } from './once.ts';
import { problemPageOf } from './problem-pages.ts';
import { placeName } from './problem-text.ts';
import { FOUND_SORTS, type Found, type FoundSort, INDEX_OPTIONS } from './search-terms.ts';

/** The index that the search of the site reads, as text: everything of the plan that has a place on a page. */
export function searchIndex(plan: Snapshot, words: Words): string {
  const index = new MiniSearch<Found>(INDEX_OPTIONS);
  index.addAll(searched(plan, words).found);
  return JSON.stringify(index);
}

/** More than this is too much to fetch for a search: about 400 KB as it is sent. */
const MOST_FOUND = 10_000;

/** What is looked for first; what there is no room for is the last of these. */
const BY_NEED: readonly FoundSort[] = [
  'page',
  'team',
  'customer',
  'person',
  'goal',
  'milestone',
  'problem',
  'update',
  'action',
];

/**
 * What the search of the site finds: of a plan that is too large to search all of it, whole sorts are missing, so that it
 * can be said which.
 */
export function searched(
  plan: Snapshot,
  words: Words,
  most = MOST_FOUND,
): { readonly found: readonly Found[]; readonly missing: readonly FoundSort[] } {
  const all = findable(plan, words);
  const bySort = grouped(all, ({ s }) => FOUND_SORTS[s] ?? null);
  const missing: FoundSort[] = [];
  let room = most;
  for (const sort of BY_NEED) {
    const count = bySort.get(sort)?.length ?? 0;
    if (count > room) missing.push(sort);
    else room -= count;
  }
  const isMissing = new Set(missing.map((sort) => FOUND_SORTS.indexOf(sort)));
  return { found: all.filter(({ s }) => !isMissing.has(s)), missing };
}

const missingIn = once((words: Words) => once((plan: Snapshot) => searched(plan, words).missing));

/** The sorts that the search of the site does not find, since the plan is too large. */
export function notSearched(plan: Snapshot, words: Words): readonly FoundSort[] {
  return missingIn(words)(plan);
}

/** Everything that can be found, each with the place where it stands. */
export function findable(plan: Snapshot, words: Words): Found[] {
  const found: Found[] = [];
  const links = addresses('/', (teamId) => problemPageOf(plan, words, teamId));
  const add = (
    sort: FoundSort,
    title: string,
    href: string | null,
    {
      place = '',
      more = [],
      status,
    }: { place?: string; more?: readonly (string | null)[]; status?: Status } = {},
  ) => {
    if (href === null || title === '') return;
    found.push({
      id: found.length,
      t: title,
      w: more.filter(Boolean).join(' '),
      p: place,
      s: FOUND_SORTS.indexOf(sort),
      m: status?.replace(' ', '-') ?? '',
      h: href,
    });
  };
  for (const team of plan.teams) {
    const place = team.name;
    add('team', team.name, links.team(team.id), { more: [team.leader, team.vision], status: team.status });
    for (const goal of team.goals) {
      const href = links.goal(goal.id);
      add('goal', goal.title, href, {
        place,
        more: [goal.owner, goal.customer, goal.measure],
        status: goal.status,
      });
      for (const milestone of goal.milestones) {
        const here = links.milestone(team.id, milestone.id);
        add('milestone', milestone.title, here, {
          place,
          more: [milestone.owner, milestone.kind],
          status: milestone.status,
        });
        for (const { title, owner } of milestone.actions)
          add('action', title, here, { place: milestone.title, more: [owner] });
      }
    }
  }
  for (const { id, name, role, team, skills } of plan.people)
    add('person', name, links.person(id), { place: team ?? '', more: [role, ...skills] });
  for (const { id, name, does, needs } of plan.customers)
    add('customer', name, links.customer(id), { more: [does, ...needs] });
  const names = new Map(plan.teams.map(({ id, name }) => [id, name]));
  for (const { text, team, by } of plan.updates)
    add('update', text, names.has(team) ? links.team(team) : null, {
      place: names.get(team) ?? '',
      more: [by],
    });
  addPages(plan, words, (title, path) => add('page', title, links.to(path)));
  for (const problem of plan.problems) {
    const href = links.problems(problem.scope.team ?? undefined);
    add('problem', placeName(problem), href, { place: problem.message, more: [problem.value] });
  }
  return found;
}

/** The pages themselves, as far as the plan has them, and the chapters of the help. */
function addPages(
  { people, customers }: Snapshot,
  { page: { menu }, help }: Words,
  add: (title: string, path: string) => void,
): void {
  for (const [key, title] of Object.entries(menu)) {
    const isMissing =
      (key === 'people' && people.length === 0) || (key === 'customers' && customers.length === 0);
    if (!isMissing) add(title, key === 'overview' ? '/' : `/${key}/`);
  }
  for (const [id, title] of Object.entries(help.chapters)) add(`${menu.help}: ${title}`, `/help/#${id}`);
}
