import { type Day, dayFromIso } from '../../src/grid/day.ts';
import type { Grid, Workbook } from '../../src/grid/grid.ts';
import type { Action, Goal, Milestone, Plan, Settings } from '../../src/plan/plan.ts';
import type { ToldProblem } from '../../src/plan/problem.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { book, day, type Input, sheet } from './grids.ts';
import { told } from './problems.ts';

/** Rows by header, below each other: `table('Goals', {Team: 'North'})` has its header in row 1. */
export function table(name: string, ...rows: readonly Readonly<Record<string, Input>>[]): Grid {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return sheet(name, [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))]);
}

type Overrides = Readonly<Record<string, Input>>;

/** A goal's row as the columns A to D, and more: Team, Goal, Start, Due. */
export function goalRow(more: Overrides = {}): Record<string, Input> {
  return { Team: 'North', Goal: 'Win Acme', Start: day('2026-01-01'), Due: day('2026-12-31'), ...more };
}

/** A milestone's row as the columns A to C, and more: Goal, Milestone, Due. */
export function milestoneRow(more: Overrides = {}): Record<string, Input> {
  return { Goal: 'Win Acme', Milestone: 'Pilot agreed', Due: day('2026-06-30'), ...more };
}

/** An action's row as the columns A to D, and more: Milestone, Action, Owner, Due. */
export function actionRow(more: Overrides = {}): Record<string, Input> {
  return {
    Milestone: 'Pilot agreed',
    Action: 'Call the lab',
    Owner: 'Ann Lee',
    Due: day('2026-03-31'),
    ...more,
  };
}

export interface Sheets {
  readonly goals?: readonly Overrides[];
  readonly milestones?: readonly Overrides[];
  readonly actions?: readonly Overrides[];
  readonly others?: readonly Grid[];
}

/** A workbook with one good goal, milestone and action, but for what is given instead. */
export function planBook(sheets: Sheets = {}): Workbook {
  const goals = (sheets.goals ?? [{}]).map(goalRow);
  const milestones = (sheets.milestones ?? [{}]).map(milestoneRow);
  const actions = (sheets.actions ?? [{}]).map(actionRow);
  return book([
    table('Goals', ...goals),
    milestones.length > 0
      ? table('Milestones', ...milestones)
      : sheet('Milestones', [['Goal', 'Milestone', 'Due']]),
    actions.length > 0
      ? table('Actions', ...actions)
      : sheet('Actions', [['Milestone', 'Action', 'Owner', 'Due']]),
    ...(sheets.others ?? []),
  ]);
}

export const AS_OF = requiredDay('2026-03-01');

export function requiredDay(text: string): Day {
  const value = dayFromIso(text);
  if (value === null) throw new Error(`${text} is no day`);
  return value;
}

export interface Reading {
  /** Throws where there is none. */
  readonly plan: Plan;
  readonly problems: readonly ToldProblem[];
  readonly goals: readonly Goal[];
  readonly milestones: readonly Milestone[];
  readonly actions: readonly Action[];
}

export function readBook(workbook: Workbook, settings: Partial<Settings> = {}, asOf = AS_OF): Reading {
  const reading = readPlan([workbook], { ...DEFAULT_SETTINGS, ...settings }, asOf);
  const problems = told(reading.problems);
  const { plan } = reading;
  if (plan === null) throw new Error(problems.map((problem) => problem.message).join('\n'));
  const goals = plan.teams.flatMap((team) => team.goals);
  const milestones = goals.flatMap((goal) => goal.milestones);
  return { plan, problems, goals, milestones, actions: milestones.flatMap((milestone) => milestone.actions) };
}

export function readSheets(sheets: Sheets, settings: Partial<Settings> = {}): Reading {
  return readBook(planBook(sheets), settings);
}

/** Problems as `code Sheet!A1`, in their order. */
export function brief(problems: readonly ToldProblem[]): string[] {
  return problems.map(({ code, sheet: name, cell }) => `${code} ${name}${cell === null ? '' : `!${cell}`}`);
}

/** The one problem with a code; throws where there is none or more than one. */
export function only(problems: readonly ToldProblem[], code: string): ToldProblem {
  const found = problems.filter((problem) => problem.code === code);
  if (found.length !== 1 || !found[0])
    throw new Error(`${found.length} problems ${code}: ${brief(problems).join(', ')}`);
  return found[0];
}
