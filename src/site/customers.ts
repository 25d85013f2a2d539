import { nameKey, slug } from '../plan/name.ts';
import { isSigning } from '../rollup/fitness/beyond-signing.ts';
import type { Snapshot, SnapshotPerson, SnapshotTeam, Status } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import { once } from './once.ts';
import { ATTENTION_ORDER, comingUp, isOpen, type PlacedMilestone, placedMilestones } from './overview.ts';
import type { PlacedGoal } from './person-pages.ts';

export type SnapshotCustomer = Snapshot['customers'][number];

/** A need, and who has the skill for it. */
export interface Need {
  readonly need: string;
  /** On the teams that serve the customer; empty where nobody has it yet. */
  readonly people: readonly SnapshotPerson[];
}

/** A milestone on the way with a customer. */
export interface Step extends PlacedMilestone {
  readonly signing: boolean;
}

/** What the pages show of a customer. */
export interface CustomerView {
  readonly customer: SnapshotCustomer;
  /** Goals for this customer, what needs attention first, the dropped last. */
  readonly goals: readonly PlacedGoal[];
  /** Teams that have a goal for this customer which is not dropped. */
  readonly teams: readonly SnapshotTeam[];
  readonly needs: readonly Need[];
  /** How many needs are covered; null where it cannot be told: no needs, no team, or no skills named on it. */
  readonly covered: number | null;
  /** Milestones that are not dropped, by due day, up to the first signing; all of them where none is signed. */
  readonly toSigning: readonly Step[];
  /** What comes after the first signing. */
  readonly beyond: readonly Step[];
  /** Whether any of the milestones is a signing. */
  readonly signs: boolean;
  /** Goals whose signing nothing comes after: the check of team fitness, goal by goal. */
  readonly endAtSigning: readonly PlacedGoal[];
  readonly next: PlacedMilestone | null;
  /** Rows below these goals that could not be read. */
  readonly leftOut: number;
}

/** One page a customer, at the address that the ID makes. */
export function customerPaths(plan: Pick<Snapshot, 'customers' | 'people' | 'teams' | 'asOf'>) {
  return customerViews(plan).map((view) => ({
    params: { customer: slug(view.customer.id) },
    props: { view },
  }));
}

/** All customers, those whose goals need attention first, and among equals the least satisfied. */
export const customerViews = once(viewsOf);

function viewsOf(plan: Pick<Snapshot, 'customers' | 'people' | 'teams' | 'asOf'>): readonly CustomerView[] {
  const goals = new Map<string, PlacedGoal[]>();
  for (const team of plan.teams) {
    for (const goal of team.goals) {
      if (goal.customer === null) continue;
      const known = goals.get(nameKey(goal.customer));
      if (known) known.push({ team, goal });
      else goals.set(nameKey(goal.customer), [{ team, goal }]);
    }
  }
  const people = new Map<string, SnapshotPerson[]>();
  for (const person of plan.people) {
    if (person.team === null) continue;
    const known = people.get(nameKey(person.team));
    if (known) known.push(person);
    else people.set(nameKey(person.team), [person]);
  }
  return plan.customers
    .map((customer) => viewOf(customer, goals.get(nameKey(customer.name)) ?? [], people, plan.asOf))
    .sort(
      (a, b) =>
        worst(a) - worst(b) ||
        (a.customer.satisfaction ?? 11) - (b.customer.satisfaction ?? 11) ||
        a.customer.name.localeCompare(b.customer.name),
    );
}

/** What a manager should know of all customers. Empty where there is nothing to say. */
export function customersLine(views: readonly CustomerView[], words: Words['customers']['line']): string {
  const struggling = views.filter(({ goals }) =>
    goals.some(({ goal: { status } }) => status === 'off track' || status === 'at risk'),
  ).length;
  const bare = views.filter(({ covered, needs }) => covered !== null && covered < needs.length);
  const lacking = bare.reduce(
    (sum, { needs }) => sum + needs.filter((need) => need.people.length === 0).length,
    0,
  );
  const unasked = views.filter(({ customer }) => customer.satisfaction === null).length;
  const asked = views.length - unasked;
  return [
    struggling > 0 && words.struggling(struggling, views.length),
    lacking > 0 && words.lacking(lacking),
    asked > 0 && unasked > 0 && words.unasked(unasked, views.length),
  ]
    .filter(Boolean)
    .join(' ');
}

function viewOf(
  customer: SnapshotCustomer,
  goals: readonly PlacedGoal[],
  peopleOf: ReadonlyMap<string, readonly SnapshotPerson[]>,
  asOf: string,
): CustomerView {
  const counted = goals.filter(({ goal }) => goal.status !== 'dropped');
  const teams = [...new Set(counted.map(({ team }) => team))];
  const people = teams.flatMap((team) => peopleOf.get(nameKey(team.name)) ?? []);
  const needs = customer.needs.map((need) => ({
    need,
    people: people.filter(({ skills }) => skills.some((skill) => nameKey(skill) === nameKey(need))),
  }));
  const measurable = needs.length > 0 && people.some(({ skills }) => skills.length > 0);
  const steps = stepsOf(counted);
  const signing = steps.findIndex((step) => step.signing);
  const end = signing === -1 ? steps.length : signing + 1;
  const own = teams.map((team) => ({
    ...team,
    goals: counted.filter((each) => each.team === team).map(({ goal }) => goal),
  }));
  return {
    customer,
    goals: [...goals].sort(
      (a, b) => rank(a.goal.status) - rank(b.goal.status) || a.goal.due.localeCompare(b.goal.due),
    ),
    teams,
    needs,
    covered: measurable ? needs.filter((need) => need.people.length > 0).length : null,
    toSigning: steps.slice(0, end),
    beyond: steps.slice(end),
    signs: signing !== -1,
    endAtSigning: counted.filter((placed) => endsAtSigning(placed)),
    next: comingUp(own, asOf)[0] ?? null,
    leftOut: counted.reduce((sum, { goal }) => sum + goal.leftOut, 0),
  };
}

/** By due day; on the day of a signing what else is due comes before it. */
function stepsOf(goals: readonly PlacedGoal[]): Step[] {
  return goals
    .flatMap(({ team, goal }) =>
      placedMilestones([{ ...team, goals: [goal] }]).map((placed) => ({ ...placed, team })),
    )
    .filter(({ milestone }) => milestone.status !== 'dropped')
    .map((placed) => ({ ...placed, signing: isSigning(placed.milestone) }))
    .sort((a, b) => a.milestone.due.localeCompare(b.milestone.due) || Number(a.signing) - Number(b.signing));
}

function endsAtSigning({ goal }: PlacedGoal): boolean {
  const own = goal.milestones.filter(({ status }) => status !== 'dropped');
  const signed = own
    .filter(isSigning)
    .map(({ due }) => due)
    .sort()
    .at(-1);
  return signed !== undefined && !own.some(({ due }) => due > signed);
}

function worst({ goals }: CustomerView): number {
  return Math.min(
    ATTENTION_ORDER.length,
    ...goals.filter(({ goal }) => isOpen(goal)).map(({ goal }) => rank(goal.status)),
  );
}

function rank(status: Status): number {
  return ATTENTION_ORDER.indexOf(status);
}
