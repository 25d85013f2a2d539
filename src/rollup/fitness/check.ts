import type { Day } from '../../grid/day.ts';
import type { Action, Customer, Goal, Milestone, Person, Team, Update } from '../../plan/plan.ts';
import type { Words } from '../../words/en.ts';
import type { Accountability } from '../accountability.ts';
import type { Context } from '../context.ts';
import { compareText, type Wording } from '../wording.ts';

/** A row that a check is about. */
export interface CheckedRow {
  readonly sort: 'goal' | 'milestone' | 'action' | 'person' | 'customer';
  readonly id: string;
  readonly title: string;
}

/** What a check found, in words, with the rows that fail it. */
export interface Finding {
  readonly result: 'pass' | 'fail' | 'not measurable';
  readonly detail: string;
  readonly rows: readonly CheckedRow[];
}

export interface CheckResult extends Finding {
  readonly check: string;
}

/** What a team's checks look at: only rows that count. */
export interface TeamFacts {
  readonly team: Team;
  readonly goals: readonly Goal[];
  readonly milestones: readonly { readonly goal: Goal; readonly milestone: Milestone }[];
  readonly actions: readonly Action[];
  /** Those whom the People sheet puts on the team, by name. */
  readonly people: readonly Person[];
  /** Those whom its goals name, by name. */
  readonly customers: readonly Customer[];
  readonly updates: readonly Update[];
  /** Names of all who own an open milestone or action anywhere in the plan. */
  readonly busy: ReadonlySet<string>;
  readonly accountability: Accountability;
  /** The day of the last change of the team's part of the plan; null where none is known. */
  readonly lastChange: Day | null;
}

/** One of the checks: a name that does not change, in whatever language the plan is, and the rule. */
export interface Check {
  /** By which its words are found. */
  readonly key: keyof Words['fitness']['checks'];
  readonly name: string;
  readonly judge: (facts: TeamFacts, context: Context) => Finding;
}

export function pass(detail: string): Finding {
  return { result: 'pass', detail, rows: [] };
}

/** @param rows in the order in which they are to be named */
export function fail(detail: string, rows: readonly CheckedRow[]): Finding {
  return { result: 'fail', detail, rows };
}

export function notMeasurable(why: string): Finding {
  return { result: 'not measurable', detail: why, rows: [] };
}

const NAMED = 5;

/** `“A”, “B” and “C”`; past five, how many more. `more` says what is wrong with each. */
export function named<R extends CheckedRow>(
  rows: readonly R[],
  words: Wording,
  more: (row: R) => string = () => '',
): string {
  return words.list(
    rows.map((row) => `${words.quoted(row.title)}${more(row)}`),
    NAMED,
  );
}

/** By name, so that what is named does not depend on the order of rows. */
export function byName<R extends { readonly name: string; readonly id: string }>(rows: readonly R[]): R[] {
  return [...rows].sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id));
}
