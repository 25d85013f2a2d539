import type { Day } from '../../src/grid/day.ts';
import { noHistory, type Promises } from '../../src/history/promises.ts';
import type { Goal, Milestone, Plan } from '../../src/plan/plan.ts';
import { type LastChanged, type Scored, scorePlan } from '../../src/rollup/score.ts';
import type { ScoredGoal } from '../../src/rollup/score-goal.ts';
import type { ScoredMilestone } from '../../src/rollup/score-milestone.ts';
import type { ScoredTeam } from '../../src/rollup/score-team.ts';
import { goal, type PlanParts, planOf, TODAY } from './rows.ts';

/** The one item of a list; throws where there is none or more than one. */
export function one<T>(items: readonly T[]): T {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) throw new Error(`${items.length} items, expected is one`);
  return item;
}

interface Beside {
  readonly promises?: Promises;
  readonly asOf?: Day;
  readonly lastChanged?: LastChanged;
}

/** A plan as of the day that plans made in memory speak for, with no history. */
export function score(plan: Plan, { promises = noHistory, asOf = TODAY, lastChanged }: Beside = {}): Scored {
  return scorePlan(plan, promises, asOf, lastChanged);
}

/** The team North with these goals. */
export function scoreTeam(goals: readonly Goal[], more: PlanParts = {}, beside: Beside = {}): ScoredTeam {
  return one(score(planOf(goals, more), beside).teams);
}

/** A goal, the only one of its plan. */
export function scoreGoal(only: Goal, more: PlanParts = {}): ScoredGoal {
  return one(scoreTeam([only], more).goals);
}

/** A milestone, the only one of its goal. */
export function scoreMilestone(
  only: Milestone,
  ofGoal: Partial<Goal> = {},
  more: PlanParts = {},
): ScoredMilestone {
  return one(scoreGoal(goal({ ...ofGoal, milestones: [only] }), more).milestones);
}

/** The codes of its reasons, in their order. */
export function codes({ reasons }: { readonly reasons: readonly { readonly code: string }[] }): string[] {
  return reasons.map(({ code }) => code);
}
