import { z } from 'zod';

/** The version of `plan.json`. It rises when a field is taken away or changes its meaning, not when one is added. */
export const PLAN_VERSION = 1;

export const day = z.iso.date().describe('A calendar day, YYYY-MM-DD');
export const share = z.number().min(0).max(1);
const text = z.string();
const number = z.number();
const count = z.int().min(0);

export const status = z.enum(['on track', 'at risk', 'off track', 'not started', 'done', 'dropped']);
export const declared = z.enum(['on track', 'at risk', 'off track']);
export const actionState = z.enum(['not started', 'in progress', 'blocked', 'done', 'dropped']);

/** Why something has its status, in words. The most serious reason stands first. */
export const reason = z.object({ code: text, text });

/** Commitments due in the 28 days before the as-of day. `rate` is null where there were none. */
export const kept = z.object({ kept: count, late: count, missed: count, rate: share.nullable() });

/** The days by which the work left is done with a chance of 50 % and of 85 %; null beyond the horizon. */
export const forecast = z.object({ p50: day.nullable(), p85: day.nullable() });

export const problem = z.object({
  severity: z.enum(['fatal', 'error', 'warning', 'note']),
  code: text,
  sheet: text,
  cell: text.nullable(),
  value: text.nullable(),
  message: text,
  fix: text,
  link: text.optional(),
});

export const action = z.object({
  id: text,
  title: text,
  owner: text.nullable(),
  due: day,
  firstDue: day.nullable().describe('The day first promised, as far as the history knows it'),
  doneOn: day.nullable(),
  state: actionState,
  weight: number,
  priority: text.nullable(),
  promisedTo: text.nullable(),
  link: text.nullable(),
});

export const milestone = z.object({
  id: text,
  title: text,
  kind: text.nullable(),
  owner: text.nullable(),
  start: day,
  due: day,
  firstDue: day.nullable().describe('The day first promised, as far as the history knows it'),
  doneOn: day.nullable(),
  weight: number,
  priority: text.nullable(),
  progress: share,
  expected: share,
  gap: number,
  status,
  declared: declared.nullable(),
  reasons: z.array(reason),
  forecast: forecast.nullable(),
  actions: z.array(action),
});

export const goal = z.object({
  id: text,
  title: text,
  customer: text.nullable(),
  forCustomer: text.nullable(),
  forUs: text.nullable(),
  owner: text.nullable(),
  start: day,
  due: day,
  measure: text.nullable(),
  unit: text.nullable(),
  baseline: number.nullable(),
  target: number.nullable(),
  current: number.nullable(),
  weight: number,
  priority: text.nullable(),
  work: share.nullable(),
  expectedWork: share.nullable(),
  outcome: share.nullable(),
  progress: share,
  expected: share,
  gap: number,
  status,
  declared: declared.nullable(),
  reasons: z.array(reason),
  forecast: forecast.nullable(),
  milestones: z.array(milestone),
});

export const fitnessCheck = z.object({
  check: text,
  result: z.enum(['pass', 'fail', 'not measurable']),
  detail: text,
});

export const team = z.object({
  id: text,
  name: text,
  leader: text.nullable(),
  vision: text.nullable(),
  progress: share.nullable(),
  expected: share.nullable(),
  gap: number.nullable(),
  status,
  reasons: z.array(reason),
  kept,
  fitness: z.array(fitnessCheck),
  goals: z.array(goal),
});

export const person = z.object({
  id: text,
  name: text,
  team: text.nullable(),
  role: text.nullable(),
  skills: z.array(text),
  part: text.nullable(),
  kept,
  open: count,
  overdue: count,
  dueThisWeek: count,
});

export const customer = z.object({
  id: text,
  name: text,
  does: text.nullable(),
  theirCustomers: text.nullable(),
  needs: z.array(text),
  satisfaction: z.number().min(0).max(10).nullable(),
  since: day.nullable(),
});

export const update = z.object({
  day,
  team: text.describe("The team's ID"),
  text,
  kind: z.enum(['course correction', 'decision', 'risk', 'opportunity', 'news']).nullable(),
  about: text.nullable(),
  by: text.nullable(),
});

/** One event of the plan's history. Kinds and sorts may be added to: a reader passes over those that it does not know. */
export const change = z.object({
  day,
  kind: text.describe('What happened. More kinds may come: pass over those that you do not know'),
  sort: text.describe(
    'What the row is, such as goal, milestone, action or customer: IDs are unique among rows of one sort only. More may come',
  ),
  row: text.describe("The row's ID, by now"),
  field: text.nullable(),
  from: z.union([text, number]).nullable(),
  to: z.union([text, number]).nullable(),
});

export const settings = z.object({
  title: text,
  timeZone: text,
  locale: text.nullable(),
  currency: text.nullable(),
  weekStartsOn: z.int().min(1).max(7),
  atRiskFrom: share,
  offTrackFrom: share,
  stalledAfter: count,
  lineOfSight: count,
  tvSeconds: count,
});

/** `plan.json`: the contract with other programs. Keys not listed here are never published. */
export const publishedPlan = z.object({
  version: z.literal(PLAN_VERSION),
  asOf: day,
  title: text,
  source: text,
  settings,
  problems: z.array(problem),
  teams: z.array(team),
  people: z.array(person),
  customers: z.array(customer),
  updates: z.array(update),
  changes: z.array(change),
});

export type PublishedPlan = z.infer<typeof publishedPlan>;
