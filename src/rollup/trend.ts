import { addDays, type Day, isoFromDay } from '../grid/day.ts';
import type { Change } from '../history/history.ts';
import type { PlanEvent } from '../history/line.ts';
import type { RemovedRow } from '../history/plan-at.ts';
import type { Plan } from '../plan/plan.ts';
import { paceShare, weightedMean } from './measure.ts';
import { type PastGoal, PastRows } from './past-rows.ts';
import { goalFigures } from './score-goal.ts';
import { milestoneProgress } from './score-milestone.ts';
import { fullWeeksBefore } from './weeks.ts';

/** How far something was at the end of a day, and how far it should have been. */
export interface TrendPoint {
  readonly day: Day;
  readonly progress: number;
  readonly expected: number;
}

/** Also how many actions a goal had, dropped ones aside, and how many of them were done. */
export interface GoalTrendPoint extends TrendPoint {
  readonly actions: number;
  readonly done: number;
}

/** By ID, the oldest point first. A row has no point for a day on which it was not in the plan. */
export interface Trends {
  readonly teams: ReadonlyMap<string, readonly TrendPoint[]>;
  readonly goals: ReadonlyMap<string, readonly GoalTrendPoint[]>;
}

/**
 * Progress and pace at the end of each of the last 12 full weeks and on the as-of day, by the same rules as today's.
 * Weeks before the history began are left out: what was then is not known. What was removed since counts in its team.
 * @param changes of the history, the newest first @param from the first day of the history; null where there is none
 * @param removed the rows that are in the plan no more, by the event of their removal
 */
export function trends(
  plan: Plan,
  changes: readonly Change[],
  asOf: Day,
  from: Day | null,
  removed: ReadonlyMap<PlanEvent, RemovedRow> = new Map(),
): Trends {
  const ends = fullWeeksBefore(asOf, plan.settings.weekStartsOn)
    .map((start) => addDays(start, 6))
    .filter((day) => from !== null && day >= from);
  const teams = new Map<string, TrendPoint[]>();
  const goals = new Map<string, GoalTrendPoint[]>();
  const past = new PastRows(plan, removed);
  const inPlan = new Set(plan.teams.flatMap((team) => team.goals.map(({ id }) => id)));
  let next = 0;
  for (const day of [asOf, ...ends.reverse()]) {
    const end = isoFromDay(day);
    for (let change = changes[next]; change !== undefined && change.event.day > end; change = changes[next]) {
      past.undo(change);
      next += 1;
    }
    for (const team of plan.teams) {
      const points = past.goals(team, day).map((goal) => ({ goal, point: pointOf(goal, day) }));
      for (const { goal, point } of points) if (inPlan.has(goal.id)) put(goals, goal.id, point);
      const mean = (of: (point: TrendPoint) => number) =>
        weightedMean(points.map(({ goal: { weight }, point }) => ({ weight, value: of(point) })));
      const progress = mean((point) => point.progress);
      const expected = mean((point) => point.expected);
      if (progress !== null && expected !== null) put(teams, team.id, { day, progress, expected });
    }
  }
  return { teams, goals };
}

function pointOf(goal: PastGoal, day: Day): GoalTrendPoint {
  const milestones = goal.milestones.map((milestone) => ({
    weight: milestone.weight,
    progress: milestoneProgress(milestone),
    expected: paceShare(milestone.start ?? goal.start, milestone.due, day),
  }));
  const { progress, expected } = goalFigures(goal, milestones, day);
  const actions = goal.milestones.flatMap((milestone) => milestone.actions);
  return { day, progress, expected, actions: actions.length, done: actions.filter(isDone).length };
}

function isDone({ state }: { readonly state: string }): boolean {
  return state === 'done';
}

/** Points come in from the newest to the oldest. */
function put<P>(points: Map<string, P[]>, id: string, point: P): void {
  const known = points.get(id);
  if (known) known.unshift(point);
  else points.set(id, [point]);
}
