import { addDays, type Day, dayFromIso, isoFromDay } from '../grid/day.ts';
import { nameKey, slug } from '../plan/name.ts';
import { KEPT_DAYS } from '../rollup/accountability.ts';
import type {
  Snapshot,
  SnapshotAction,
  SnapshotGoal,
  SnapshotPerson,
  SnapshotTeam,
} from '../snapshot/snapshot.ts';
import { isOpen, type PlacedMilestone, placedMilestones } from './overview.ts';
import { isDue, ownedActions, type Promised } from './people.ts';

/** Somebody who is waited for, or who waits. */
export interface Waiter {
  /** A person, a customer or a team. */
  readonly name: string;
  readonly count: number;
  readonly overdue: number;
}

/** A goal with its team. */
export interface PlacedGoal {
  readonly team: SnapshotTeam;
  readonly goal: SnapshotGoal;
}

/** What a person's page shows. Lists are by due day, the earliest first, unless said otherwise. */
export interface PersonView {
  readonly person: SnapshotPerson;
  /** The team that the sheet People names; null where it names none. */
  readonly team: SnapshotTeam | null;
  /** Teams whose left-out rows might be this person's: the own one, and those where the person owns something. */
  readonly teams: readonly SnapshotTeam[];
  /** All that count, in the plan's order. */
  readonly own: readonly Promised[];
  readonly overdue: readonly Promised[];
  /** Due from the as-of day to the sixth day after it. */
  readonly dueThisWeek: readonly Promised[];
  readonly later: readonly Promised[];
  /** Done in the 28 days before the as-of day or on it, the latest first. */
  readonly doneLately: readonly Promised[];
  /** How many are done without a day, so that they count as neither kept nor late. */
  readonly doneUndated: number;
  /** Open actions that others promised to the person, or to the person's team. */
  readonly promisedToThem: readonly Promised[];
  /** Who waits for the person, and for whom the person waits: the most overdue first. */
  readonly waitedForBy: readonly Waiter[];
  readonly waitsFor: readonly Waiter[];
  /** Owned, open ones first. */
  readonly milestones: readonly PlacedMilestone[];
  readonly goals: readonly PlacedGoal[];
}

/** How a promise that is done came out, against the day first promised; null where it is open or done without a day. */
export function outcomeOf({
  doneOn,
  firstDue,
  due,
}: Pick<SnapshotAction, 'doneOn' | 'firstDue' | 'due'>): { word: 'kept' | 'late'; daysLate: number } | null {
  if (doneOn === null) return null;
  const daysLate = Math.max(0, dayOf(doneOn) - dayOf(firstDue ?? due));
  return { word: daysLate === 0 ? 'kept' : 'late', daysLate };
}

/** One page a person, at the address that the ID makes. */
export function personPaths(plan: Pick<Snapshot, 'people' | 'teams' | 'asOf'>) {
  const view = personViews(plan);
  return plan.people.map((person) => ({
    params: { person: slug(person.id) },
    props: { view: view(person) },
  }));
}

/** Sorts the plan once by owner and by who is promised, for the pages of all people. */
export function personViews(
  plan: Pick<Snapshot, 'people' | 'teams' | 'asOf'>,
): (person: SnapshotPerson) => PersonView {
  const asOf = dayOf(plan.asOf);
  const weekEnd = isoFromDay(addDays(asOf, 6));
  const lately = isoFromDay(addDays(asOf, -KEPT_DAYS));
  const all = ownedActions(plan);
  const byOwner = grouped(all, ({ action }) => action.owners);
  const byReceiver = grouped(
    all.filter(({ action }) => isDue(action)),
    ({ action }) => (action.promisedTo === null ? [] : [nameKey(action.promisedTo)]),
  );
  const counted = placedMilestones(plan.teams).filter(({ milestone }) => milestone.status !== 'dropped');
  const milestonesOf = grouped(counted, ({ milestone }) => milestone.owners);
  const goals = plan.teams.flatMap((team) =>
    team.goals.filter(({ status }) => status !== 'dropped').map((goal) => ({ team, goal })),
  );
  const goalsOf = grouped(goals, ({ goal }) => goal.owners);
  const teamOf = new Map(plan.teams.map((team) => [nameKey(team.name), team]));
  const names = new Map(plan.people.map(({ id, name }) => [id, name]));

  return (person) => {
    const own = byOwner.get(person.id) ?? [];
    const open = own.filter(({ action }) => isDue(action)).sort(byDue);
    const done = own.filter(({ action }) => action.state === 'done');
    const team = person.team === null ? null : (teamOf.get(nameKey(person.team)) ?? null);
    const toThem = (byReceiver.get(nameKey(person.name)) ?? []).filter(othersOwn);
    const toTeam = team === null ? [] : (byReceiver.get(nameKey(team.name)) ?? []);
    const owed = open.filter(({ action }) => {
      const to = action.promisedTo;
      return to !== null && nameKey(to) !== nameKey(person.name);
    });
    function othersOwn({ action }: Promised): boolean {
      return action.owners.some((id) => id !== person.id);
    }
    return {
      person,
      team,
      teams: [...new Set([...(team ? [team] : []), ...own.map((each) => each.team)])],
      own,
      overdue: open.filter(({ action }) => action.due < plan.asOf),
      dueThisWeek: open.filter(({ action }) => action.due >= plan.asOf && action.due <= weekEnd),
      later: open.filter(({ action }) => action.due > weekEnd),
      doneLately: done
        .filter(({ action: { doneOn } }) => doneOn !== null && doneOn >= lately && doneOn <= plan.asOf)
        .sort((a, b) => (b.action.doneOn ?? '').localeCompare(a.action.doneOn ?? '')),
      doneUndated: done.filter(({ action }) => action.doneOn === null).length,
      promisedToThem: [
        ...new Set([...toThem, ...toTeam.filter(({ action }) => !action.owners.includes(person.id))]),
      ].sort(byDue),
      waitedForBy: waiters(owed, ({ action }) => [action.promisedTo ?? ''], plan.asOf),
      waitsFor: waiters(
        toThem,
        ({ action }) => action.owners.filter((id) => id !== person.id).map((id) => names.get(id) ?? id),
        plan.asOf,
      ),
      milestones: [...(milestonesOf.get(person.id) ?? [])].sort(
        (a, b) =>
          Number(isOpen(b.milestone)) - Number(isOpen(a.milestone)) ||
          a.milestone.due.localeCompare(b.milestone.due),
      ),
      goals: [...(goalsOf.get(person.id) ?? [])].sort(
        (a, b) => Number(isOpen(b.goal)) - Number(isOpen(a.goal)) || a.goal.due.localeCompare(b.goal.due),
      ),
    };
  };
}

function byDue(a: Promised, b: Promised): number {
  return a.action.due.localeCompare(b.action.due);
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function waiters(
  promised: readonly Promised[],
  namesOf: (each: Promised) => readonly string[],
  asOf: string,
): Waiter[] {
  return [...grouped(promised, namesOf)]
    .map(([name, each]) => ({
      name,
      count: each.length,
      overdue: each.filter(({ action }) => action.due < asOf).length,
    }))
    .sort((a, b) => b.overdue - a.overdue || b.count - a.count || a.name.localeCompare(b.name));
}

/** A snapshot's days have passed its schema. */
function dayOf(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`“${iso}” is no day`);
  return found;
}
