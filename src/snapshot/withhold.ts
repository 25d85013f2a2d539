import type { SheetKind } from '../plan/columns.ts';
import { nameKey } from '../plan/name.ts';
import type { Plan } from '../plan/plan.ts';
import { isWithheld, type Withheld, withholdsAny } from '../plan/withheld.ts';
import { wordsFor } from '../words/words.ts';
import type {
  Snapshot,
  SnapshotAction,
  SnapshotChange,
  SnapshotGoal,
  SnapshotMilestone,
  SnapshotPerson,
  SnapshotTeam,
} from './snapshot.ts';

type Is = (kind: SheetKind, field: string) => boolean;

/** The columns whose cells the words of a check of team fitness tell, by the check's name. */
const TOLD_BY_CHECK: Readonly<Record<string, readonly (readonly [SheetKind, string])[]>> = {
  'Goals say what is in them for the customer and for us': [
    ['goals', 'forCustomer'],
    ['goals', 'forUs'],
  ],
  'Customers have their needs and their customers named': [
    ['goals', 'customer'],
    ['customers', 'needs'],
    ['customers', 'theirCustomers'],
  ],
  'Every goal with a signing milestone has one after it': [['milestones', 'kind']],
  'Everyone on the team owns an open milestone or action': [['people', 'team']],
  'Every milestone and action has exactly one owner': [['milestones', 'owner']],
  "The team's skills cover its customers' needs": [
    ['goals', 'customer'],
    ['customers', 'needs'],
    ['people', 'skills'],
    ['people', 'team'],
  ],
};

/**
 * Empties the columns and sheets that are not published, and drops who and what only they name. Figures stay as they were
 * rolled up from the whole plan. This is the one place where it happens: all that the site is made from comes out of here.
 * @param plan what the snapshot was made from
 */
export function withhold(snapshot: Snapshot, plan: Plan, withheld: Withheld): Snapshot {
  if (!withholdsAny(withheld)) return snapshot;
  const is: Is = (kind, field) => isWithheld(withheld, kind, field);
  const { detail } = wordsFor(snapshot.settings.locale).withheld;
  const updates = withheld.sheets.has('updates')
    ? []
    : snapshot.updates.map((update) => ({
        ...update,
        ...(is('updates', 'kind') && { kind: null }),
        ...(is('updates', 'about') && { about: null, aboutGoal: null, aboutMilestone: null }),
        ...(is('updates', 'by') && { by: null }),
      }));
  const teams = snapshot.teams.map((team) => teamOf(team, is, withheld, detail));
  const shown = {
    ...snapshot,
    teams,
    updates,
    people: snapshot.people.map((person) => personOf(person, is)),
  };
  const listed = rowsOf(plan.teams, 'teams', withheld);
  const { people, customers } = whoIsLeft(shown, plan, withheld, is);
  // One that is in the plan no more was named by what is published, or else nobody knows.
  const isLeft = (id: string): boolean =>
    customers.some((customer) => customer.id === id) ||
    !(
      is('customers', 'customer') ||
      is('goals', 'customer') ||
      plan.customers.some((each) => each.id === id)
    );
  return {
    ...shown,
    teams: teams.filter((team) => listed.has(team.id) || isNamedElsewhere(team, shown)),
    people,
    customers,
    changes: snapshot.changes
      .filter(({ sort, row }) => sort !== 'customer' || isLeft(row))
      .flatMap((change) => changeOf(change, is)),
    satisfaction: is('customers', 'satisfaction')
      ? []
      : snapshot.satisfaction.filter(({ customer }) => isLeft(customer)),
    former: snapshot.former.filter(
      ({ sort, id }) =>
        (sort !== 'customer' || isLeft(id)) && (sort !== 'person' || people.some((each) => each.id === id)),
    ),
    quiet: snapshot.quiet.filter(
      ({ sort, what }) => what !== 'current' || !is(sort === 'goal' ? 'goals' : 'milestones', 'current'),
    ),
  };
}

function teamOf(team: SnapshotTeam, is: Is, withheld: Withheld, detail: string): SnapshotTeam {
  return {
    ...team,
    ...(is('teams', 'leader') && { leader: null }),
    ...(is('teams', 'vision') && { vision: null }),
    fitness: team.fitness.map((check) =>
      TOLD_BY_CHECK[check.check]?.some(([kind, field]) => is(kind, field))
        ? { ...check, detail, rows: [] }
        : check,
    ),
    measures: withheld.sheets.has('measures')
      ? []
      : team.measures.map((measure) => ({
          ...measure,
          ...(is('measures', 'owner') && { owner: null }),
          ...(is('measures', 'goal') && { goal: null }),
          ...(is('measures', 'unit') && { unit: null }),
        })),
    goals: team.goals.map((goal) => goalOf(goal, is)),
  };
}

/** What goals and milestones have both. */
function common<R extends SnapshotGoal | SnapshotMilestone>(row: R, kind: 'goals' | 'milestones', is: Is): R {
  return {
    ...row,
    ...(is(kind, 'owner') && { owner: null, owners: [] }),
    ...(is(kind, 'measure') && { measure: null }),
    ...(is(kind, 'unit') && { unit: null }),
    ...(is(kind, 'baseline') && { baseline: null }),
    ...(is(kind, 'target') && { target: null }),
    ...(is(kind, 'current') && { current: null }),
    ...(is(kind, 'priority') && { priority: null }),
    ...(is(kind, 'notes') && { notes: null }),
    ...(is(kind, 'link') && { link: null }),
    restored: row.restored.filter(({ field }) => !is(kind, field)),
  };
}

function goalOf(goal: SnapshotGoal, is: Is): SnapshotGoal {
  return {
    ...common(goal, 'goals', is),
    ...(is('goals', 'customer') && { customer: null }),
    ...(is('goals', 'forCustomer') && { forCustomer: null }),
    ...(is('goals', 'forUs') && { forUs: null }),
    milestones: goal.milestones.map((milestone) => ({
      ...common(milestone, 'milestones', is),
      ...(is('milestones', 'kind') && { kind: null }),
      actions: milestone.actions.map((action) => actionOf(action, is)),
    })),
  };
}

function actionOf(action: SnapshotAction, is: Is): SnapshotAction {
  return {
    ...action,
    ...(is('actions', 'priority') && { priority: null }),
    ...(is('actions', 'promisedTo') && { promisedTo: null }),
    ...(is('actions', 'notes') && { notes: null }),
    ...(is('actions', 'link') && { link: null }),
    restored: action.restored.filter(({ field }) => !is('actions', field)),
  };
}

function personOf(person: SnapshotPerson, is: Is): SnapshotPerson {
  return {
    ...person,
    ...(is('people', 'team') && { team: null }),
    ...(is('people', 'role') && { role: null }),
    ...(is('people', 'skills') && { skills: [] }),
    ...(is('people', 'part') && { part: null }),
    ...(is('actions', 'promisedTo') && { owes: [], awaits: [] }),
  };
}

const SHEET_OF = {
  team: 'teams',
  goal: 'goals',
  milestone: 'milestones',
  action: 'actions',
  customer: 'customers',
} as const;

/** A change without what its column held; none where that is what changed. */
function changeOf(change: SnapshotChange, is: Is): SnapshotChange[] {
  const kind = SHEET_OF[change.sort];
  if (change.field !== null && is(kind, change.field)) return [];
  const { teams, ...rest } = change;
  const shown = teams === undefined ? change : { ...rest, teams: is('goals', 'customer') ? [] : teams };
  return [is(kind, 'owner') ? { ...shown, owner: null } : shown];
}

/** IDs of those with a row of their own in a sheet that is published. */
function rowsOf(
  all: readonly { readonly id: string; readonly source: unknown }[],
  kind: SheetKind,
  { sheets }: Withheld,
): Set<string> {
  return new Set(sheets.has(kind) ? [] : all.flatMap(({ id, source }) => (source === null ? [] : [id])));
}

/** The people and customers with a row of their own, where their sheet is published, and those that are named elsewhere. */
function whoIsLeft(shown: Snapshot, plan: Plan, withheld: Withheld, is: Is) {
  const described = rowsOf(plan.people, 'people', withheld);
  const listed = rowsOf(plan.customers, 'customers', withheld);
  const ids = new Set<string>();
  const names = new Set<string>();
  const served = new Set<string>();
  const add = (to: Set<string>, name: string | null): void => {
    if (name !== null) to.add(nameKey(name));
  };
  for (const { by } of shown.updates) add(names, by);
  for (const { leader, measures, goals } of shown.teams) {
    add(names, leader);
    for (const { owner } of measures) add(names, owner);
    for (const goal of goals) {
      add(served, goal.customer);
      for (const id of goal.owners) ids.add(id);
      for (const { owners, actions } of goal.milestones) {
        for (const id of owners) ids.add(id);
        for (const action of actions) {
          for (const id of action.owners) ids.add(id);
          add(names, action.promisedTo);
        }
      }
    }
  }
  return {
    people: shown.people.filter(
      ({ id, name }) => described.has(id) || ids.has(id) || names.has(nameKey(name)),
    ),
    customers: shown.customers
      .filter(({ id, name }) => listed.has(id) || served.has(nameKey(name)))
      .map((customer) => ({
        ...customer,
        ...(is('customers', 'does') && { does: null }),
        ...(is('customers', 'theirCustomers') && { theirCustomers: null }),
        ...(is('customers', 'needs') && { needs: [] }),
        ...(is('customers', 'satisfaction') && { satisfaction: null }),
        ...(is('customers', 'since') && { since: null }),
      })),
  };
}

/** Whether a row of another sheet names a team. */
function isNamedElsewhere({ id, name, goals, measures }: SnapshotTeam, shown: Snapshot): boolean {
  return (
    goals.length > 0 ||
    measures.length > 0 ||
    shown.updates.some(({ team }) => team === id) ||
    shown.people.some(({ team }) => team !== null && nameKey(team) === nameKey(name))
  );
}
