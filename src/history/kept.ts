import { z } from 'zod';
import { type Day, isoFromDay } from '../grid/day.ts';
import type { Action, Goal, Milestone, Plan, Team } from '../plan/plan.ts';
import { keptCustomer, keptPerson } from './kept-names.ts';
import { type LineSort, type RowSort, sort, state } from './line.ts';

const text = z.string();
const day = z.iso.date();
const number = z.number().nullable();

/** A row as the history last saw it whole. */
export const keptRow = z.object({
  sort,
  /** The sheet's ID, or the slug that stands for one. */
  id: text,
  /** What the row is known by through all changes of its ID. */
  key: text,
  /** True where the ID is that of the sheet. */
  typed: z.boolean(),
  parent: text.nullable(),
  team: text,
  title: text,
  /** Of a team: its leader. */
  owners: z.array(text),
  due: day.nullable(),
  state: state.nullable(),
  doneOn: day.nullable(),
  priority: text.nullable(),
  target: number,
  current: number,
  weight: number,
  progress: number,
  /** The other filled cells, by field; days as `YYYY-MM-DD`. */
  cells: z.record(text, z.union([text, z.number()])),
  /** The cells that cannot be read now, by field, each with the day as of which it last could. */
  stale: z.record(text, day),
  /** The day as of which the row was last read; null where that is the day of the kept plan. */
  held: day.nullable(),
});

/** The last plan seen, as the next one is held against. */
export const keptPlan = z.object({
  version: z.literal(1),
  /** The as-of day of the last plan that differed from the one before. */
  day,
  /** Parents before children, then by ID. */
  rows: z.array(keptRow),
  /** By ID; missing where there are none, and where the history did not follow them yet. */
  customers: z.array(keptCustomer).optional(),
  people: z.array(keptPerson).optional(),
});

export type KeptRow = z.infer<typeof keptRow>;
export type KeptPlan = z.infer<typeof keptPlan>;

type Blank = Omit<KeptRow, 'sort' | 'id' | 'key' | 'typed' | 'parent' | 'team' | 'title' | 'owners'>;
const BLANK: Blank = {
  due: null,
  state: null,
  doneOn: null,
  priority: null,
  target: null,
  current: null,
  weight: null,
  progress: null,
  cells: {},
  stale: {},
  held: null,
};

/** The rows of a plan as they are kept, in the order in which they are. Their keys are their IDs. */
export function keptRows(plan: Plan): KeptRow[] {
  const rows: KeptRow[] = [];
  for (const team of plan.teams) {
    rows.push(teamRow(team));
    for (const goal of team.goals) {
      rows.push(goalRow(goal, team.id));
      for (const milestone of goal.milestones) {
        rows.push(milestoneRow(milestone, goal.id, team.id));
        for (const action of milestone.actions) rows.push(actionRow(action, milestone.id, team.id));
      }
    }
  }
  return rows.sort(inKeptOrder);
}

const RANK: Readonly<Record<LineSort, number>> = {
  team: 0,
  goal: 1,
  milestone: 2,
  action: 3,
  customer: 4,
  person: 5,
};

/** Parents before children, then by ID: no order that the sheet or the locale could change. */
export function inKeptOrder(
  one: { readonly sort: LineSort; readonly id: string },
  other: { readonly sort: LineSort; readonly id: string },
): number {
  return RANK[one.sort] - RANK[other.sort] || compareText(one.id, other.id);
}

export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Rows by sort, each list in the order given. */
export function bySort<R extends { readonly sort: RowSort }>(rows: readonly R[]): Record<RowSort, R[]> {
  const lists: Record<RowSort, R[]> = { team: [], goal: [], milestone: [], action: [] };
  for (const row of rows) lists[row.sort].push(row);
  return lists;
}

// The schema's own keys, in its order.
const FIELDS = Object.keys(keptRow.shape) as (keyof KeptRow)[];

/** True where two lists hold rows of the same content in the same order. */
export function sameRows(some: readonly KeptRow[], others: readonly KeptRow[]): boolean {
  return (
    some.length === others.length &&
    some.every((row, i) => {
      const other = others[i];
      return other !== undefined && FIELDS.every((field) => isSame(row[field], other[field]));
    })
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

/** A row a line, so that what changed between two versions is read off their difference. */
export function keptText({ version, day: on, rows, customers, people }: KeptPlan): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, row[field]]))),
  );
  const listed = (name: string, of: readonly object[] | undefined): string =>
    of === undefined ? '' : `,"${name}":[\n${of.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
  const named = listed('customers', customers) + listed('people', people);
  return `{"version":${version},"day":"${on}","rows":[\n${lines.join(',\n')}\n]${named}}\n`;
}

/** The kept plan in a text, or null where it holds none that is whole. */
export function readKept(written: string): KeptPlan | null {
  try {
    return keptPlan.safeParse(JSON.parse(written)).data ?? null;
  } catch {
    return null;
  }
}

function teamRow({ id, name, leader, vision, order }: Team): KeptRow {
  return {
    ...BLANK,
    sort: 'team',
    id,
    key: id,
    typed: false,
    parent: null,
    team: id,
    title: name,
    owners: leader === null ? [] : [leader],
    cells: filled({ vision, order }),
  };
}

function goalRow(goal: Goal, team: string): KeptRow {
  const { start, customer, forCustomer, forUs, declared } = goal;
  return {
    ...commonOf(goal, 'goal', team, team),
    ...measuredOf(goal),
    cells: filled({ ...cellsOf(goal), start: iso(start), customer, forCustomer, forUs, declared }),
  };
}

function milestoneRow(milestone: Milestone, goal: string, team: string): KeptRow {
  const { start, kind, declared, doneOn, typedProgress } = milestone;
  return {
    ...commonOf(milestone, 'milestone', goal, team),
    ...measuredOf(milestone),
    doneOn: iso(doneOn),
    progress: typedProgress,
    cells: filled({ ...cellsOf(milestone), start: iso(start), kind, declared }),
  };
}

function actionRow(action: Action, milestone: string, team: string): KeptRow {
  const { notes, link, promisedTo, doneOn } = action;
  return {
    ...commonOf(action, 'action', milestone, team),
    doneOn: iso(doneOn),
    cells: filled({ notes, link, promisedTo }),
  };
}

function commonOf(row: Goal | Milestone | Action, of: RowSort, parent: string, team: string): KeptRow {
  return {
    ...BLANK,
    sort: of,
    id: row.id,
    key: row.id,
    typed: row.source.shown.id !== undefined,
    parent,
    team,
    title: row.title,
    owners: [...row.owners],
    due: iso(row.due),
    state: row.state,
    priority: row.priority,
    weight: row.weight,
  };
}

function measuredOf({ target, current }: Goal | Milestone) {
  return { target, current };
}

function cellsOf({ measure, unit, baseline, notes, link }: Goal | Milestone) {
  return { measure, unit, baseline, notes, link };
}

type Cells = Readonly<Record<string, string | number | null>>;

function filled(cells: Cells): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(cells).filter((entry): entry is [string, string | number] => entry[1] !== null),
  );
}

function iso(on: Day): string;
function iso(on: Day | null): string | null;
function iso(on: Day | null): string | null {
  return on === null ? null : isoFromDay(on);
}
