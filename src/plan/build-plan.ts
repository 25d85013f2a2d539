import type { Draft } from './draft.ts';
import type { KnownNames } from './known-names.ts';
import type { LinkedAction, LinkedGoal, LinkedMilestone } from './link-rows.ts';
import type { Action, ActionState, Customer, Goal, Milestone, Person, Team } from './plan.ts';
import type { CustomerRow, GoalRow, PersonRow, TeamRow } from './rows.ts';

export interface Names {
  readonly teams: KnownNames<TeamRow>;
  readonly people: KnownNames<PersonRow>;
  readonly customers: KnownNames<CustomerRow>;
}

/** The teams with all below them: by Order, those without one last, then by name. */
export function buildTeams(goals: readonly LinkedGoal[], names: Names): Team[] {
  const byTeam = new Map<string, Goal[]>();
  for (const goal of goals) {
    const id = names.teams.find(goal.row.team)?.id ?? '';
    const others = byTeam.get(id);
    if (others) others.push(buildGoal(goal, names));
    else byTeam.set(id, [buildGoal(goal, names)]);
  }
  const teams = names.teams.all.map(({ id, name, draft }): Team => {
    const row = draft?.row ?? null;
    return {
      id,
      name,
      leader: row?.leader ? spelt(names.people, row.leader) : null,
      vision: row?.vision ?? null,
      order: row?.order ?? null,
      source: draft?.source ?? null,
      goals: byTeam.get(id) ?? [],
    };
  });
  const last = Number.POSITIVE_INFINITY;
  const inEnglish = new Intl.Collator('en');
  return teams.sort((one, other) => {
    const [here, there] = [one.order ?? last, other.order ?? last];
    return here === there ? inEnglish.compare(one.name, other.name) : here - there;
  });
}

/** A name as the row of its own spells it, else as first written. */
export function spelt(names: KnownNames<unknown>, name: string): string {
  return names.find(name)?.name ?? name;
}

function measuredOf(row: GoalRow | LinkedMilestone['row']) {
  const { measure, unit, baseline, target, current } = row;
  return { measure, unit, baseline, target, current };
}

function commonOf(
  { id, row, draft }: LinkedGoal | LinkedMilestone | LinkedAction,
  title: string,
  names: Names,
) {
  return {
    id,
    title,
    owners: [...new Set(row.owner.map((name) => spelt(names.people, name)))],
    due: row.due,
    weight: row.weight,
    priority: row.priority,
    notes: row.notes,
    link: row.link,
    source: draft.source,
  };
}

function buildGoal(goal: LinkedGoal, names: Names): Goal {
  const { row } = goal;
  return {
    ...commonOf(goal, row.goal, names),
    ...measuredOf(row),
    start: row.start,
    customer: row.customer === null ? null : spelt(names.customers, row.customer),
    forCustomer: row.forCustomer,
    forUs: row.forUs,
    state: row.status?.state ?? 'not started',
    declared: row.status?.declared ?? null,
    milestones: goal.children.map((milestone) => buildMilestone(milestone, names)),
  };
}

function buildMilestone(milestone: LinkedMilestone, names: Names): Milestone {
  const { row } = milestone;
  const typed = row.status?.state ?? 'not started';
  // Dropped as typed wins: what was given up may well have been done in part.
  const state: ActionState = typed !== 'dropped' && row.doneOn.done ? 'done' : typed;
  return {
    ...commonOf(milestone, row.milestone, names),
    ...measuredOf(row),
    kind: row.kind,
    start: row.start,
    state,
    declared: row.status?.declared ?? null,
    doneOn: state === 'done' ? row.doneOn.day : null,
    typedProgress: row.progress,
    actions: milestone.children.map((action) => buildAction(action, names)),
  };
}

function buildAction(action: LinkedAction, names: Names): Action {
  const { row } = action;
  const state: ActionState = row.doneOn.done ? 'done' : (row.status?.state ?? 'not started');
  return {
    ...commonOf(action, row.action, names),
    state,
    doneOn: state === 'done' ? row.doneOn.day : null,
    promisedTo: row.promisedTo === null ? null : promisedTo(row.promisedTo, names),
  };
}

/** A promise may be made to a customer or another team as well as to a person. */
function promisedTo(name: string, names: Names): string {
  return (names.people.find(name) ?? names.customers.find(name) ?? names.teams.find(name))?.name ?? name;
}

export function buildPeople({ people, teams }: Names): Person[] {
  return people.all.map(({ id, name, draft }) => {
    const row = draft?.row ?? null;
    return {
      id,
      name,
      team: row?.team ? spelt(teams, row.team) : null,
      role: row?.role ?? null,
      skills: row?.skills ?? [],
      part: row?.part ?? null,
      source: draft?.source ?? null,
    };
  });
}

export function buildCustomers({ customers }: Names): Customer[] {
  return customers.all.map(({ id, name, draft }) => {
    const row = draft?.row ?? null;
    return {
      id,
      name,
      does: row?.does ?? null,
      theirCustomers: row?.theirCustomers ?? null,
      needs: row?.needs ?? [],
      satisfaction: row?.satisfaction ?? null,
      since: row?.since ?? null,
      source: draft?.source ?? null,
    };
  });
}

/** All names in a field of some rows, in error or not: a slip in another cell of the row makes no name vanish. */
export function* mentionsIn(
  drafts: readonly Draft<unknown>[],
  ...fields: readonly string[]
): Generator<string> {
  for (const draft of drafts) {
    for (const field of fields) {
      const value = draft.fields[field];
      for (const name of Array.isArray(value) ? value : [value]) if (typeof name === 'string') yield name;
    }
  }
}
