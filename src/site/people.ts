import { nameKey } from '../plan/name.ts';
import type { Snapshot, SnapshotAction, SnapshotPerson, SnapshotTeam } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import type { Addresses } from './address.ts';
import { grouped, once } from './once.ts';
import { type PlacedMilestone, placedMilestones } from './overview.ts';
import { A_PAGE, morePaths, pagesOfGroups } from './paging.ts';

/** An action that counts, with what it belongs to. */
export interface Promised extends PlacedMilestone {
  readonly action: SnapshotAction;
}

/** People of one team; null for those without. */
export interface TeamOfPeople {
  readonly name: string | null;
  readonly team: SnapshotTeam | null;
  readonly people: readonly SnapshotPerson[];
}

/** Up to so many people a page needs no teams to be read. */
const FEW_PEOPLE = 12;

/**
 * Those with most overdue or missed promises first. The larger of the two counts, since a promise whose day was moved is
 * missed though not overdue, and an old one is overdue though no longer counted as missed.
 */
export function rankedPeople(people: readonly SnapshotPerson[]): SnapshotPerson[] {
  const worst = ({ overdue, kept }: SnapshotPerson) => Math.max(overdue, kept.missed);
  return [...people].sort(
    (a, b) =>
      worst(b) - worst(a) ||
      b.overdue - a.overdue ||
      b.kept.late - a.kept.late ||
      b.dueThisWeek - a.dueThisWeek ||
      a.name.localeCompare(b.name),
  );
}

/** Many people by their teams, the team with most overdue first, those without a team last; few in one group without a name. */
export function peopleByTeam(plan: Pick<Snapshot, 'people' | 'teams'>): TeamOfPeople[] {
  const ranked = rankedPeople(plan.people);
  const byTeam = grouped(ranked, ({ team }) => (team === null ? '' : nameKey(team)));
  if (ranked.length <= FEW_PEOPLE || byTeam.size < 2) return [{ name: null, team: null, people: ranked }];
  const teams = new Map(plan.teams.map((team) => [nameKey(team.name), team]));
  const groups = [...byTeam.keys()].map((key) => {
    const people = byTeam.get(key) ?? [];
    return { name: people[0]?.team ?? null, team: teams.get(key) ?? null, people };
  });
  const overdue = ({ people }: TeamOfPeople) => people.reduce((sum, person) => sum + person.overdue, 0);
  return groups.sort((a, b) => Number(a.name === null) - Number(b.name === null) || overdue(b) - overdue(a));
}

/** The people by page, a single one without anybody where there is nobody; a team that fits one page is not torn. */
const pagesOfPeople = once((plan: Pick<Snapshot, 'people' | 'teams'>) =>
  pagesOfGroups(peopleByTeam(plan), ({ people }) => people, A_PAGE.people).map((sections) =>
    sections.map(({ group, rows }): TeamOfPeople => ({ ...group, people: rows })),
  ),
);

/** What a page of all people shows. @param number from 1 on */
export function peoplePage(plan: Pick<Snapshot, 'people' | 'teams'>, number: number) {
  const pages = pagesOfPeople(plan);
  const count = (groups: readonly TeamOfPeople[]) =>
    groups.reduce((sum, { people }) => sum + people.length, 0);
  const groups = pages[number - 1] ?? [];
  const before = count(pages.slice(0, number - 1).flat());
  const part = {
    number,
    pages: pages.length,
    from: before + 1,
    to: before + count(groups),
    all: plan.people.length,
  };
  return { groups, part };
}

/** Paths of the pages of all people behind the first. */
export function peoplePaths(plan: Pick<Snapshot, 'people' | 'teams'>) {
  return morePaths(pagesOfPeople(plan), 1);
}

/** More names are no sentence. */
const NAMED = 3;

/** What a manager should know of all people: how much is overdue and with whom, how much was kept. */
export function peopleLine(
  plan: Pick<Snapshot, 'people' | 'teams' | 'asOf'>,
  words: Pick<Words, 'people' | 'page'>,
): string {
  const say = words.people.line;
  const late = ownedActions(plan).filter(({ action }) => isDue(action) && action.due < plan.asOf);
  const count = new Set(late.map(({ action }) => action.id)).size;
  const behind = rankedPeople(plan.people).filter(({ overdue }) => overdue > 0);
  const most = Math.max(0, ...behind.map(({ overdue }) => overdue));
  const worst = behind.filter(({ overdue }) => overdue === most).map(({ name }) => name);
  const sum = plan.people.reduce((all, { kept }) => all + kept.kept + kept.late + kept.missed, 0);
  if (count === 0) {
    return sum === 0 ? say.noneDue : say.none;
  }
  const who = words.page.list(worst.slice(0, NAMED), Math.max(0, worst.length - NAMED));
  if (count === 1) return say.heldBy(count, who);
  if (behind.length === 1) return say.allHeldBy(count, who);
  if (most === 1) return say.oneEach(count, who);
  return say.most(count, who, worst.length, most);
}

/** Names as plans spell them, and the pages about them. */
export interface Directory {
  /** The name of a person by ID. */
  nameOf(personId: string): string;
  /** The page about a person, a customer or a team; null where there is none of the name. */
  addressOf(name: string): string | null;
}

const directories = new WeakMap<object, Directory>();

/** Made once a plan: each row of a page looks names up in it. */
export function directory(
  plan: Pick<Snapshot, 'people' | 'customers' | 'teams'>,
  links: Addresses,
): Directory {
  const known = directories.get(plan);
  if (known) return known;
  const names = new Map(plan.people.map(({ id, name }) => [id, name]));
  // As promises are read: a person's name goes before a customer's, and that before a team's.
  const pages = new Map([
    ...plan.teams.map(({ id, name }) => [nameKey(name), links.team(id)] as const),
    ...plan.customers.map(({ id, name }) => [nameKey(name), links.customer(id)] as const),
    ...plan.people.map(({ id, name }) => [nameKey(name), links.person(id)] as const),
  ]);
  const made: Directory = {
    nameOf: (id) => names.get(id) ?? id,
    addressOf: (name) => pages.get(nameKey(name)) ?? null,
  };
  directories.set(plan, made);
  return made;
}

/** Actions that count: owned, not dropped, and below nothing that is. */
export function ownedActions(plan: Pick<Snapshot, 'teams'>): Promised[] {
  return placedMilestones(plan.teams)
    .filter(({ milestone }) => milestone.status !== 'dropped')
    .flatMap((placed) =>
      placed.milestone.actions
        .filter(({ state, owners }) => state !== 'dropped' && owners.length > 0)
        .map((action) => ({ ...placed, action })),
    );
}

/** Neither done nor dropped. */
export function isDue({ state }: SnapshotAction): boolean {
  return state !== 'done' && state !== 'dropped';
}
