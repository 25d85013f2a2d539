import { addDays, type Day } from '../../src/grid/day.ts';
import type { Promises } from '../../src/history/promises.ts';
import type {
  Action,
  Customer,
  Goal,
  Milestone,
  Person,
  Plan,
  RowSource,
  Settings,
  Team,
  Update,
} from '../../src/plan/plan.ts';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { requiredDay } from './plans.ts';

/** The as-of day of plans made in memory, a Wednesday; its week began on Monday, 2 March. */
export const TODAY = requiredDay('2026-03-04');

/** The day that lies a number of days after the as-of day, or before it where the number is negative. */
export function inDays(days: number): Day {
  return addDays(TODAY, days);
}

const NOTHING_MEASURED = { measure: null, unit: null, baseline: null, target: null, current: null };
const UNSAID = { priority: null, notes: null, link: null };

function sourceOf(sheet: string): RowSource {
  return { book: 'plan.xlsx', sheet, row: 2, cells: {}, shown: {} };
}

/** An open action of Ann Lee's, not started, due in a week. */
export function action(more: Partial<Action> = {}): Action {
  return {
    id: 'action',
    title: more.id ?? 'Call the lab',
    owners: ['Ann Lee'],
    due: inDays(7),
    weight: 1,
    ...UNSAID,
    state: 'not started',
    doneOn: null,
    promisedTo: null,
    source: sourceOf('Actions'),
    ...more,
  };
}

/** An action done on a day and due on it, unless said otherwise. */
export function doneAction(doneOn: Day, more: Partial<Action> = {}): Action {
  return action({ state: 'done', doneOn, due: doneOn, ...more });
}

/** An open milestone of Ann Lee's from 40 days ago to 60 days ahead (expected 0.4) without actions. */
export function milestone(more: Partial<Milestone> = {}): Milestone {
  return {
    id: 'milestone',
    title: more.id ?? 'Pilot agreed',
    owners: ['Ann Lee'],
    start: inDays(-40),
    due: inDays(60),
    weight: 1,
    ...UNSAID,
    ...NOTHING_MEASURED,
    kind: null,
    state: 'in progress',
    declared: null,
    doneOn: null,
    typedProgress: null,
    actions: [],
    source: sourceOf('Milestones'),
    ...more,
  };
}

/** An open goal from 100 days ago to 100 days ahead (own pace 0.5) without milestones. */
export function goal(more: Partial<Goal> = {}): Goal {
  return {
    id: 'goal',
    title: more.id ?? 'Win Acme',
    owners: ['Ann Lee'],
    start: inDays(-100),
    due: inDays(100),
    weight: 1,
    ...UNSAID,
    ...NOTHING_MEASURED,
    customer: null,
    forCustomer: null,
    forUs: null,
    state: 'in progress',
    declared: null,
    milestones: [],
    source: sourceOf('Goals'),
    ...more,
  };
}

/** A team without goals. */
export function team(more: Partial<Team> = {}): Team {
  return {
    id: 'north',
    name: 'North',
    leader: null,
    vision: null,
    order: null,
    source: null,
    goals: [],
    ...more,
  };
}

/** Ann Lee of North, who writes down neither skills nor part. */
export function person(more: Partial<Person> = {}): Person {
  return {
    id: 'ann-lee',
    name: 'Ann Lee',
    team: 'North',
    role: null,
    skills: [],
    part: null,
    source: null,
    ...more,
  };
}

/** Acme, of which only the name is known. */
export function customer(more: Partial<Customer> = {}): Customer {
  return {
    id: 'acme',
    name: 'Acme',
    does: null,
    theirCustomers: null,
    needs: [],
    satisfaction: null,
    since: null,
    source: null,
    ...more,
  };
}

/** An update of North's from the as-of day. */
export function update(more: Partial<Update> = {}): Update {
  return {
    day: TODAY,
    team: 'north',
    text: 'The lab moves to May',
    kind: null,
    about: null,
    aboutGoal: null,
    aboutMilestone: null,
    by: null,
    source: sourceOf('Updates'),
    ...more,
  };
}

export interface PlanParts extends Partial<Omit<Plan, 'settings'>> {
  readonly settings?: Partial<Settings>;
}

/** A plan with nothing in it but what is given. */
export function plan({ settings, ...more }: PlanParts = {}): Plan {
  return {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    teams: [],
    people: [],
    customers: [],
    updates: [],
    measures: [],
    ...more,
  };
}

/** A plan of the team North alone, with these goals. */
export function planOf(goals: readonly Goal[], more: PlanParts = {}): Plan {
  return plan({ teams: [team({ goals })], ...more });
}

/** A history that first saw some rows with another due day than they have now. */
export function firstPromised(days: Readonly<Record<string, Day>>): Promises {
  const known = new Map(Object.entries(days));
  return { firstDue: (id) => known.get(id) ?? null };
}
