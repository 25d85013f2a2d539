import type { Day } from '../grid/day.ts';
import type { Promises } from '../history/promises.ts';
import type { Action, Person, Plan, Team } from '../plan/plan.ts';
import { type Accountability, accountability } from './accountability.ts';
import { type Context, gapReason, paceReason, type Verdict } from './context.ts';
import { weightedMean } from './measure.ts';
import { type ScoredGoal, scoreGoal } from './score-goal.ts';
import { nameList, wording } from './wording.ts';

export interface ScoredTeam extends Verdict {
  readonly team: Team;
  /** Weighted means over its goals; null where it has none. */
  readonly progress: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
  readonly accountability: Accountability;
  readonly goals: readonly ScoredGoal[];
}

export interface ScoredPerson {
  readonly person: Person;
  readonly accountability: Accountability;
}

/** The plan rolled up as of a day. */
export interface Scored {
  readonly asOf: Day;
  readonly teams: readonly ScoredTeam[];
  readonly people: readonly ScoredPerson[];
  readonly promises: Promises;
}

/** Rolls the plan up. The same plan, history and day always give the same result. */
export function scorePlan(plan: Plan, promises: Promises, asOf: Day): Scored {
  const context: Context = { asOf, promises, settings: plan.settings, words: wording(plan.settings.locale) };
  const teams = plan.teams.map((team) => scoreTeam(team, context));
  const byOwner = new Map<string, Action[]>();
  for (const action of plan.teams.flatMap(countedActions)) {
    for (const owner of new Set(action.owners)) {
      const own = byOwner.get(owner);
      if (own) own.push(action);
      else byOwner.set(owner, [action]);
    }
  }
  const people = plan.people.map((person) => ({
    person,
    accountability: accountability(
      byOwner.get(person.name) ?? [],
      promises,
      asOf,
      plan.settings.weekStartsOn,
    ),
  }));
  return { asOf, teams, people, promises };
}

/** The actions of a team that are not dropped and stand below nothing that is. */
export function countedActions(team: Team): Action[] {
  return team.goals
    .filter(({ state }) => state !== 'dropped')
    .flatMap(({ milestones }) => milestones)
    .filter(({ state }) => state !== 'dropped')
    .flatMap(({ actions }) => actions)
    .filter(({ state }) => state !== 'dropped');
}

function scoreTeam(team: Team, context: Context): ScoredTeam {
  const goals = team.goals.map((goal) => scoreGoal(goal, context));
  const counted = goals.filter(({ status }) => status !== 'dropped');
  const mean = (value: (scored: ScoredGoal) => number) =>
    weightedMean(counted.map((scored) => ({ weight: scored.goal.weight, value: value(scored) })));
  const progress = mean((goal) => goal.progress);
  const expected = mean((goal) => goal.expected);
  const { promises, asOf, settings } = context;
  const figures = {
    team,
    goals,
    accountability: accountability(countedActions(team), promises, asOf, settings.weekStartsOn),
  };
  if (progress === null || expected === null) {
    const reasons = [
      { code: 'no-goals', text: team.goals.length === 0 ? 'No goals yet' : 'All its goals are dropped' },
    ];
    return { ...figures, progress: null, expected: null, gap: null, status: 'not started', reasons };
  }
  const standing = { progress, expected, gap: expected - progress };
  return { ...figures, ...standing, ...judge(counted, standing, context) };
}

/** For a team, done is looked at after at risk: a team that is done may still be held to what it is behind with. */
function judge(
  goals: readonly ScoredGoal[],
  standing: Parameters<typeof gapReason>[0],
  context: Context,
): Verdict {
  const gap = gapReason(standing, context);
  const titles = (wanted: Verdict['status']) =>
    goals.filter(({ status }) => status === wanted).map(({ goal }) => goal.title);
  const offTrack = titles('off track');
  const atRisk = titles('at risk');
  const fromGoals = [
    ...(offTrack.length === 0 ? [] : [{ code: 'goal-off-track', text: `Off track: ${nameList(offTrack)}` }]),
  ];
  const alsoAtRisk =
    atRisk.length === 0 ? [] : [{ code: 'goal-at-risk', text: `At risk: ${nameList(atRisk)}` }];
  if (gap?.off) return { status: 'off track', reasons: [gap.reason, ...fromGoals, ...alsoAtRisk] };
  if (gap || fromGoals.length > 0) {
    return { status: 'at risk', reasons: [...(gap ? [gap.reason] : []), ...fromGoals, ...alsoAtRisk] };
  }
  if (goals.every(({ status }) => status === 'done')) {
    return { status: 'done', reasons: [{ code: 'done', text: 'All its goals are done' }] };
  }
  if (goals.every(({ status }) => status === 'not started')) {
    return {
      status: 'not started',
      reasons: [{ code: 'not-started', text: 'None of its goals has started' }],
    };
  }
  return { status: 'on track', reasons: [paceReason(standing, context), ...alsoAtRisk] };
}
