import { type Day, isoFromDay } from '../grid/day.ts';
import type { RestoredCell } from '../plan/last-good.ts';
import type { Action, Milestone, Plan, RowSource, Team } from '../plan/plan.ts';
import type { ToldProblem } from '../plan/problem.ts';
import type { Accountability } from '../rollup/accountability.ts';
import type { Forecast } from '../rollup/forecast.ts';
import type { Scored } from '../rollup/score.ts';
import type { ScoredGoal } from '../rollup/score-goal.ts';
import type { ScoredMilestone } from '../rollup/score-milestone.ts';
import type { ScoredTeam } from '../rollup/score-team.ts';
import type { Trends } from '../rollup/trend.ts';
import { type LeftOut, leftOutRows } from './left-out.ts';
import type { SnapshotPast } from './past.ts';
import { PLAN_VERSION } from './published.ts';
import type {
  Snapshot,
  SnapshotAction,
  SnapshotGoal,
  SnapshotMilestone,
  SnapshotProblem,
  SnapshotTeam,
} from './snapshot.ts';
import { teller } from './told.ts';

export interface SnapshotInput {
  readonly plan: Plan;
  readonly scored: Scored;
  readonly problems: readonly ToldProblem[];
  readonly asOf: Day;
  /** The workbooks' names, as people know them. */
  readonly source: string;
  /** Each workbook by itself. */
  readonly sources?: readonly SourceState[];
  /** Cells that count with what they held before. */
  readonly restored?: readonly RestoredCell[];
  /** From when on it is older than it should be, by the clock of the plan's time zone; never where it is not said. */
  readonly freshUntil?: string | null;
  /** What the history adds. */
  readonly past: SnapshotPast;
  /** How the figures came about; none where there is no history. */
  readonly trends?: Trends;
}

/** A workbook, and whether it is as it last was when it could be reached. */
export interface SourceState {
  /** As people know it. */
  readonly name: string;
  readonly kind: 'excel' | 'google';
  /** `since` in milliseconds since 1970; null where it is current. */
  readonly stale: { readonly since: number; readonly why: string } | null;
}

/** What the rows need beside themselves. */
interface Lookups {
  readonly trends: Trends;
  readonly leftOut: LeftOut;
  readonly personIds: ReadonlyMap<string, string>;
  readonly restored: (row: { readonly id: string }, sort: RestoredCell['sort']) => SnapshotGoal['restored'];
  readonly firstDue: (row: Milestone | Action, sort: 'milestone' | 'action') => string;
}

/** The rolled-up plan as the site reads it: days as text, people by their IDs. */
export function makeSnapshot({
  plan,
  scored,
  problems,
  asOf,
  source,
  sources = [],
  freshUntil = null,
  past,
  restored = [],
  trends = { teams: new Map(), goals: new Map() },
}: SnapshotInput): Snapshot {
  const lookups: Lookups = {
    leftOut: leftOutRows(problems),
    trends,
    restored: restoredBy(restored, teller(plan.settings.locale)),
    personIds: new Map(plan.people.map(({ name, id }) => [name, id])),
    firstDue: ({ id, due }, sort) => isoFromDay(scored.promises.firstDue(id, sort) ?? due),
  };
  return {
    version: PLAN_VERSION,
    asOf: isoFromDay(asOf),
    title: plan.settings.title,
    source,
    sources: sources.map(({ name, kind, stale }) => ({
      name,
      kind,
      stale: stale && { since: new Date(stale.since).toISOString(), why: stale.why },
    })),
    settings: plan.settings,
    problems: problems.map(problemOf),
    teams: scored.teams.map((team) => teamOf(team, plan, lookups)),
    people: scored.people.map(({ person, accountability, waiting }) => ({
      id: person.id,
      name: person.name,
      team: person.team,
      role: person.role,
      skills: [...person.skills],
      part: person.part,
      ...accountabilityOf(accountability),
      open: accountability.open,
      overdue: accountability.overdue,
      dueThisWeek: accountability.dueThisWeek,
      owes: waiting.owes.map(({ id }) => id),
      awaits: waiting.awaits.map(({ id }) => id),
    })),
    customers: plan.customers.map(({ source: _source, ...customer }) => ({
      ...customer,
      needs: [...customer.needs],
      since: isoOrNull(customer.since),
    })),
    updates: plan.updates.map(({ source: _source, day, ...update }) => ({ day: isoFromDay(day), ...update })),
    ...past,
    freshUntil,
    leftOut: lookups.leftOut.unplaced,
  };
}

function teamOf(scored: ScoredTeam, plan: Plan, lookups: Lookups): SnapshotTeam {
  const { team, accountability } = scored;
  return {
    id: team.id,
    name: team.name,
    leader: team.leader,
    vision: team.vision,
    progress: scored.progress,
    expected: scored.expected,
    gap: scored.gap,
    status: scored.status,
    reasons: [...scored.reasons],
    trend: trendOf(lookups.trends.teams.get(team.id)),
    ...accountabilityOf(accountability),
    fitness: scored.fitness.map(({ check, result, detail, rows }) => ({
      check,
      result,
      detail,
      rows: rows.map(({ sort, id, title }) => ({ sort, id, title })),
    })),
    leftOut: lookups.leftOut.teams.get(team.id) ?? 0,
    sources: sourcesOf(team),
    measures: plan.measures
      .filter((measure) => measure.team === team.id)
      .map(({ source: _source, team: _team, weeks, ...measure }) => ({
        ...measure,
        weeks: weeks.map(({ day, value }) => ({ day: isoFromDay(day), value })),
      })),
    goals: scored.goals.map((goal) => goalOf(goal, lookups)),
  };
}

/** The workbooks that hold rows of a team. */
function sourcesOf(team: Team): string[] {
  const live = <R extends { readonly state: string }>(rows: readonly R[]): R[] =>
    rows.filter(({ state }) => state !== 'dropped');
  const rows = live(team.goals).flatMap((goal) => [
    goal,
    ...live(goal.milestones).flatMap((milestone) => [milestone, ...live(milestone.actions)]),
  ]);
  const own = team.source === null ? [] : [team.source.book];
  return [...new Set([...own, ...rows.map(({ source }) => source.book)])];
}

function goalOf(scored: ScoredGoal, lookups: Lookups): SnapshotGoal {
  const { goal } = scored;
  return {
    id: goal.id,
    title: goal.title,
    customer: goal.customer,
    forCustomer: goal.forCustomer,
    forUs: goal.forUs,
    ...ownersOf(goal.owners, lookups),
    start: isoFromDay(goal.start),
    due: isoFromDay(goal.due),
    measure: goal.measure,
    unit: goal.unit,
    baseline: goal.baseline,
    target: goal.target,
    current: goal.current,
    weight: goal.weight,
    priority: goal.priority,
    work: scored.work,
    expectedWork: scored.expectedWork,
    outcome: scored.outcome,
    progress: scored.progress,
    expected: scored.expected,
    gap: scored.gap,
    status: scored.status,
    declared: goal.declared,
    reasons: [...scored.reasons],
    forecast: forecastOf(scored.forecast),
    notes: goal.notes,
    restored: lookups.restored(goal, 'goal'),
    link: goal.link,
    forecastBasis: basisOf(scored.forecast),
    trend: trendOf(lookups.trends.goals.get(goal.id)),
    leftOut: lookups.leftOut.goals.get(goal.id) ?? 0,
    row: rowOf(goal.source),
    milestones: scored.milestones.map((milestone) => milestoneOf(milestone, lookups)),
  };
}

function milestoneOf(scored: ScoredMilestone, lookups: Lookups): SnapshotMilestone {
  const { milestone } = scored;
  return {
    id: milestone.id,
    title: milestone.title,
    kind: milestone.kind,
    ...ownersOf(milestone.owners, lookups),
    start: isoFromDay(scored.start),
    due: isoFromDay(milestone.due),
    firstDue: lookups.firstDue(milestone, 'milestone'),
    doneOn: isoOrNull(milestone.doneOn),
    weight: milestone.weight,
    priority: milestone.priority,
    progress: scored.progress,
    expected: scored.expected,
    gap: scored.gap,
    status: scored.status,
    declared: milestone.declared,
    reasons: [...scored.reasons],
    forecast: forecastOf(scored.forecast),
    measure: milestone.measure,
    unit: milestone.unit,
    baseline: milestone.baseline,
    target: milestone.target,
    current: milestone.current,
    outcome: scored.outcome,
    typedProgress: milestone.typedProgress,
    notes: milestone.notes,
    restored: lookups.restored(milestone, 'milestone'),
    link: milestone.link,
    leftOut: lookups.leftOut.milestones.get(milestone.id) ?? 0,
    row: rowOf(milestone.source),
    actions: milestone.actions.map((action) => actionOf(action, lookups)),
  };
}

function actionOf(action: Action, lookups: Lookups): SnapshotAction {
  return {
    id: action.id,
    title: action.title,
    ...ownersOf(action.owners, lookups),
    due: isoFromDay(action.due),
    firstDue: lookups.firstDue(action, 'action'),
    doneOn: isoOrNull(action.doneOn),
    state: action.state,
    weight: action.weight,
    priority: action.priority,
    promisedTo: action.promisedTo,
    link: action.link,
    notes: action.notes,
    restored: lookups.restored(action, 'action'),
    row: rowOf(action.source),
  };
}

/** Days as text. */
function trendOf<P extends { readonly day: Day }>(points: readonly P[] = []) {
  return points.map((point) => ({ ...point, day: isoFromDay(point.day) }));
}

/** Restored cells by the row that they stand in. */
function restoredBy(cells: readonly RestoredCell[], tell: ReturnType<typeof teller>): Lookups['restored'] {
  const byRow = new Map<string, SnapshotGoal['restored']>();
  for (const { sort, id, field, shown, text } of cells) {
    const key = `${sort}\n${id}`;
    byRow.set(key, [...(byRow.get(key) ?? []), { field, shown, text: tell(text) }]);
  }
  return ({ id }, sort) => byRow.get(`${sort}\n${id}`) ?? [];
}

/** The names as one text, for people; the IDs, for links. */
function ownersOf(names: readonly string[], { personIds }: Lookups) {
  return {
    owner: names.length === 0 ? null : names.join(', '),
    owners: names.flatMap((name) => personIds.get(name) ?? []),
  };
}

function accountabilityOf({ kept, keptByWeek }: Accountability) {
  return { kept, keptByWeek: keptByWeek.map((week) => ({ ...week, start: isoFromDay(week.start) })) };
}

function forecastOf(forecast: Forecast | null) {
  return forecast === null ? null : { p50: isoOrNull(forecast.p50), p85: isoOrNull(forecast.p85) };
}

function basisOf(forecast: Forecast | null) {
  if (forecast === null) return null;
  const { sample, remaining, chances } = forecast;
  return { weeks: sample.weeks.length, done: sample.done, remaining, chances: [...chances] };
}

function problemOf({ link, ...problem }: ToldProblem): SnapshotProblem {
  return link === null ? problem : { ...problem, link };
}

function rowOf({ sheet, row }: RowSource) {
  return { sheet, row };
}

function isoOrNull(day: Day | null): string | null {
  return day === null ? null : isoFromDay(day);
}
