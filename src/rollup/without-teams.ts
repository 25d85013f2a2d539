import type { History } from '../history/history.ts';
import type { Line } from '../history/line.ts';
import { nameKey, slug } from '../plan/name.ts';
import type { Plan, RowSource, Team } from '../plan/plan.ts';
import { mentionedNames } from './mentioned.ts';

/** A plan and its past without some teams: they count nowhere, as though there were none. */
export interface VisiblePlan {
  readonly plan: Plan;
  readonly history: History;
  readonly lines: readonly Line[];
  /** IDs of the teams left out. */
  readonly hiddenTeams: ReadonlySet<string>;
  /** Names, titles and workbooks that only what was left out has: no text may tell them. */
  readonly hiddenNames: ReadonlySet<string>;
  /** Workbooks of which no row is left. */
  readonly hiddenBooks: ReadonlySet<string>;
}

/**
 * The names that neither the plan nor its history has for a team.
 * @param names as the configuration writes them
 */
export function unknownTeams(plan: Plan, history: History, names: readonly string[]): string[] {
  return names.filter((name) => idsOf(plan, history, name).length === 0);
}

/**
 * Leaves teams out of a plan and its past: their goals and all below, their updates and measures, the people and the
 * customers that nothing else names, and what changed in them. A team that was renamed is known by its former name too.
 */
export function withoutTeams(
  plan: Plan,
  history: History,
  lines: readonly Line[],
  names: readonly string[],
): VisiblePlan {
  const none = new Set<string>();
  if (names.length === 0)
    return { plan, history, lines, hiddenTeams: none, hiddenNames: none, hiddenBooks: none };
  const hiddenTeams = new Set(names.flatMap((name) => idsOf(plan, history, name)));
  const isHidden = ({ id }: { readonly id: string }): boolean => hiddenTeams.has(id);
  const teams = plan.teams.filter((team) => !isHidden(team));
  const hidden = plan.teams.filter(isHidden);
  const left = visibleParts(plan, teams, hidden);
  const hiddenNames = namesOf(plan);
  for (const name of names) hiddenNames.add(name);
  for (const name of namesOf(left)) hiddenNames.delete(name);
  const [all, kept] = [booksOf(plan), booksOf(left)];
  return {
    plan: left,
    history: visiblePast(history, left, hiddenTeams),
    lines: lines.filter(({ team }) => !hiddenTeams.has(history.find('team', team)?.id ?? team)),
    hiddenTeams,
    hiddenNames,
    hiddenBooks: new Set([...all].filter((book) => !kept.has(book))),
  };
}

function idsOf(plan: Plan, history: History, name: string): string[] {
  const key = nameKey(name);
  const now = plan.teams.filter((team) => nameKey(team.name) === key).map(({ id }) => id);
  const before = history.find('team', slug(name));
  return [...now, ...(before === null ? [] : [before.id])];
}

function visibleParts(plan: Plan, teams: readonly Team[], hidden: readonly Team[]): Plan {
  const hiddenKeys = new Set(hidden.map(({ name }) => nameKey(name)));
  const hiddenIds = new Set(hidden.map(({ id }) => id));
  const rowIds = new Set(hidden.flatMap(rowsOf).map(({ id }) => id));
  const isHiddenName = (name: string | null): boolean => name !== null && hiddenKeys.has(nameKey(name));
  const updates = plan.updates
    .filter(({ team }) => !hiddenIds.has(team))
    .map((update) =>
      rowIds.has(update.aboutGoal ?? '') || rowIds.has(update.aboutMilestone ?? '')
        ? { ...update, about: null, aboutGoal: null, aboutMilestone: null }
        : update,
    );
  const measures = plan.measures.filter(({ team }) => !hiddenIds.has(team));
  const shown = teams.map((team) => withPromises(team, isHiddenName));
  const mentioned = mentionedNames({ teams: shown, updates, measures });
  const served = (some: readonly Team[]) =>
    new Set(
      some.flatMap(({ goals }) => goals.flatMap(({ customer }) => (customer ? [nameKey(customer)] : []))),
    );
  const [servedHere, servedThere] = [served(teams), served(hidden)];
  return {
    ...plan,
    teams: shown,
    updates,
    measures,
    people: plan.people
      .filter(
        ({ name, team, source }) => mentioned.has(nameKey(name)) || (source !== null && !isHiddenName(team)),
      )
      .map((person) =>
        isHiddenName(person.team)
          ? { ...person, team: null, role: null, skills: [], part: null, source: null }
          : person,
      ),
    customers: plan.customers.filter(({ name, source }) => {
      const key = nameKey(name);
      return servedHere.has(key) || (source !== null && !servedThere.has(key));
    }),
  };
}

/** A team whose promises name no team that is left out. */
function withPromises(team: Team, isHiddenName: (name: string | null) => boolean): Team {
  return {
    ...team,
    goals: team.goals.map((goal) => ({
      ...goal,
      milestones: goal.milestones.map((milestone) => ({
        ...milestone,
        actions: milestone.actions.map((action) =>
          isHiddenName(action.promisedTo) ? { ...action, promisedTo: null } : action,
        ),
      })),
    })),
  };
}

/** What changed in teams that are shown, and nothing that names a row which is not, such as where one came from. */
function visiblePast(history: History, plan: Plan, hidden: ReadonlySet<string>): History {
  const teams = new Set(plan.teams.map(({ id }) => id));
  const rows = new Set(plan.teams.flatMap((team) => [team.id, ...rowsOf(team).map(({ id }) => id)]));
  const slugs = [...hidden].map((id) => slug(id));
  const customers = new Set(plan.customers.map(({ id }) => id));
  const people = new Set(plan.people.map(({ id }) => id));
  const isLeft = ({ sort, id }: History['former'][number]): boolean =>
    (sort === 'customer' ? customers : sort === 'person' ? people : rows).has(id);
  const isShown = (teamThen: string): boolean => teams.has(history.find('team', teamThen)?.id ?? teamThen);
  return {
    ...history,
    changes: history.changes.filter(
      ({ event, id }) =>
        (event.sort === 'customer' ? customers.has(id) : isShown(event.team)) &&
        (event.kind !== 'parent' ||
          [event.from, event.to].every((id) => id === null || rows.has(String(id)))),
    ),
    forecasts: history.forecasts.filter(({ goal }) => rows.has(goal.id)),
    former: history.former.filter((each) => isLeft(each) && !slugs.some((part) => each.was.includes(part))),
  };
}

function rowsOf({ goals }: Team) {
  return goals.flatMap((goal) => [
    goal,
    ...goal.milestones.flatMap((milestone) => [milestone, ...milestone.actions]),
  ]);
}

function namesOf(plan: Plan): Set<string> {
  const { teams, people, customers } = plan;
  const titles = teams.flatMap((team) => [team.name, ...rowsOf(team).map(({ title }) => title)]);
  return new Set([...titles, ...[...people, ...customers].map(({ name }) => name)]);
}

function booksOf({ teams, people, customers, updates, measures }: Plan): Set<string> {
  const sources: (RowSource | null)[] = [
    ...teams.flatMap((team) => [team.source, ...rowsOf(team).map(({ source }) => source)]),
    ...[...people, ...customers, ...updates, ...measures].map(({ source }) => source),
  ];
  return new Set(sources.flatMap((source) => (source === null ? [] : [source.book])));
}
