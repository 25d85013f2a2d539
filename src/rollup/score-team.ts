import type { Team } from '../plan/plan.ts';
import { type Accountability, accountability } from './accountability.ts';
import { type Context, gapReason, paceReason, type Standing, type Status, type Verdict } from './context.ts';
import { countedActions } from './counted.ts';
import type { CheckResult } from './fitness/check.ts';
import { weightedMean } from './measure.ts';
import { type ScoredGoal, scoreGoal } from './score-goal.ts';
import { inDueOrder, type Reason, type Wording } from './wording.ts';

export interface TeamFigures extends Verdict {
  readonly team: Team;
  /** Weighted means over its goals; null where it has none. */
  readonly progress: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
  readonly accountability: Accountability;
  readonly goals: readonly ScoredGoal[];
}

export interface ScoredTeam extends TeamFigures {
  readonly fitness: readonly CheckResult[];
}

/** A team's figures, its status and why. */
export function scoreTeam(team: Team, context: Context): TeamFigures {
  const { promises, asOf, settings } = context;
  const goals = team.goals.map((goal) => scoreGoal(goal, context));
  const counted = goals.filter(({ status }) => status !== 'dropped');
  const mean = (value: (scored: ScoredGoal) => number) =>
    weightedMean(counted.map((scored) => ({ weight: scored.goal.weight, value: value(scored) })));
  const progress = mean((goal) => goal.progress);
  const expected = mean((goal) => goal.expected);
  const kept = accountability(countedActions(team), promises, asOf, settings.weekStartsOn);
  const figures = { team, goals, accountability: kept };
  if (progress === null || expected === null) {
    const text = team.goals.length === 0 ? context.words.say.noGoals : context.words.say.allDropped;
    const reasons = [{ code: 'no-goals', text }];
    return { ...figures, progress: null, expected: null, gap: null, status: 'not started', reasons };
  }
  const standing = { progress, expected, gap: expected - progress };
  return { ...figures, ...standing, ...judge(counted, standing, context) };
}

/** For a team, done is looked at after at risk. */
function judge(goals: readonly ScoredGoal[], standing: Standing, context: Context): Verdict {
  const { words } = context;
  const gap = gapReason(standing, context);
  const offTrack = goalsReason(goals, 'off track', 'goal-off-track', words.say.offTrack, words);
  const atRisk = goalsReason(goals, 'at risk', 'goal-at-risk', words.say.atRisk, words);
  const reasons = [...(gap ? [gap.reason] : []), ...offTrack, ...atRisk];
  if (gap?.off) return { status: 'off track', reasons };
  if (gap || offTrack.length > 0) return { status: 'at risk', reasons };
  if (goals.every(({ status }) => status === 'done')) {
    return { status: 'done', reasons: [{ code: 'done', text: words.say.allDone }] };
  }
  if (goals.every(({ status }) => status === 'not started')) {
    return {
      status: 'not started',
      reasons: [{ code: 'not-started', text: words.say.noneStarted }],
    };
  }
  return { status: 'on track', reasons: [paceReason(standing, context), ...atRisk] };
}

function goalsReason(
  goals: readonly ScoredGoal[],
  wanted: Status,
  code: string,
  say: (titles: string) => string,
  words: Wording,
): Reason[] {
  const named = inDueOrder(goals.filter(({ status }) => status === wanted).map(({ goal }) => goal));
  return named.length === 0
    ? []
    : [{ code, text: say(words.list(named.map(({ title }) => words.quoted(title)))) }];
}
