import type { Day } from '../grid/day.ts';
import type { Goal } from '../plan/plan.ts';
import {
  againstDeclared,
  type Context,
  gapReason,
  paceReason,
  type Standing,
  type Verdict,
} from './context.ts';
import { isDropped, isOpen } from './counted.ts';
import { type Forecast, forecasts, sampleOf } from './forecast.ts';
import { outcomeShare, paceShare, weightedMean } from './measure.ts';
import {
  forecastReason,
  heldUpReasons,
  overdueReason,
  type ScoredMilestone,
  scoreMilestone,
} from './score-milestone.ts';
import { inDueOrder } from './wording.ts';

export interface ScoredGoal extends Standing, Verdict {
  readonly goal: Goal;
  /** Weighted mean of its milestones' progress; null where there are none. */
  readonly work: number | null;
  readonly expectedWork: number | null;
  readonly outcome: number | null;
  readonly forecast: Forecast | null;
  readonly milestones: readonly ScoredMilestone[];
}

/**
 * A goal's figures, its status and why. Progress is its outcome against its own pace where there is an outcome; else
 * the work on its milestones against what is expected of them; else 0 against its own pace. Done is 1.
 */
export function scoreGoal(goal: Goal, context: Context): ScoredGoal {
  const { ofGoal: forecast, byMilestone } = forecastGoal(goal, context);
  const milestones = goal.milestones.map((milestone) =>
    scoreMilestone(milestone, goal, byMilestone.get(milestone.id) ?? null, context),
  );
  const figures = goalFigures(
    goal,
    milestones
      .filter(({ status }) => status !== 'dropped')
      .map(({ milestone: { weight }, progress, expected }) => ({ weight, progress, expected })),
    context.asOf,
  );
  const { work, expectedWork, outcome, ...standing } = figures;
  const verdict = againstDeclared(
    judge(goal, milestones, standing, forecast, context),
    goal.declared,
    context.words,
  );
  return { goal, forecast, milestones, ...figures, ...verdict };
}

/** What a goal's figures are made of, of each milestone that counts. */
export interface WeightedPace {
  readonly weight: number;
  readonly progress: number;
  readonly expected: number;
}

/** A goal's figures as of a day, from those of its milestones that are not dropped. */
export function goalFigures(
  goal: Pick<Goal, 'start' | 'due' | 'state' | 'baseline' | 'target' | 'current'>,
  milestones: readonly WeightedPace[],
  asOf: Day,
): Standing & Pick<ScoredGoal, 'work' | 'expectedWork' | 'outcome'> {
  const work = weightedMean(milestones.map(({ weight, progress }) => ({ weight, value: progress })));
  const expectedWork = weightedMean(milestones.map(({ weight, expected }) => ({ weight, value: expected })));
  const outcome = outcomeShare(goal);
  const pace = paceShare(goal.start, goal.due, asOf);
  const progress = goal.state === 'done' ? 1 : (outcome ?? work ?? 0);
  const expected = outcome === null ? (expectedWork ?? pace) : pace;
  return { work, expectedWork, outcome, progress, expected, gap: expected - progress };
}

function judge(
  goal: Goal,
  milestones: readonly ScoredMilestone[],
  standing: Standing,
  forecast: Forecast | null,
  context: Context,
): Verdict {
  const { asOf, words } = context;
  if (goal.state === 'dropped')
    return { status: 'dropped', reasons: [{ code: 'dropped', text: words.say.dropped }] };
  if (goal.state === 'done') return { status: 'done', reasons: [{ code: 'done', text: words.say.done }] };
  const gap = gapReason(standing, context);
  const off = [...overdueReason(goal.due, context), ...(gap?.off ? [gap.reason] : [])];
  const openActions = goal.milestones
    .filter(isOpen)
    .flatMap(({ actions, title }) => actions.map((action) => ({ action, milestone: title })));
  const offTrack = inDueOrder(
    milestones.filter(({ status }) => status === 'off track').map(({ milestone }) => milestone),
  ).map(({ title }) => title);
  const risk = [
    ...(gap && !gap.off ? [gap.reason] : []),
    ...(offTrack.length === 0
      ? []
      : [{ code: 'milestone-off-track', text: words.say.offTrack(words.list(offTrack.map(words.quoted))) }]),
    ...heldUpReasons(openActions, context),
    ...forecastReason(forecast, goal.due, context),
  ];
  if (off.length > 0) return { status: 'off track', reasons: [...off, ...risk] };
  if (risk.length > 0) return { status: 'at risk', reasons: risk };
  if (asOf < goal.start && standing.progress === 0) {
    return {
      status: 'not started',
      reasons: [{ code: 'not-started', text: words.say.startsOn(words.day(goal.start)) }],
    };
  }
  return { status: 'on track', reasons: [paceReason(standing, context)] };
}

/**
 * Forecasts of a goal and of its milestones, from one sample of the goal's weeks. Left to do: for the goal, the open
 * actions of its open milestones; for a milestone, those of the open milestones due no later than it.
 */
function forecastGoal(goal: Goal, { asOf, settings }: Context) {
  const byMilestone = new Map<string, Forecast>();
  const none = { ofGoal: null, byMilestone };
  if (goal.state === 'dropped') return none;
  const open = goal.milestones
    .filter(isOpen)
    .map(({ id, due, actions }) => ({ id, due, left: actions.filter(isOpen).length }))
    .filter(({ left }) => left > 0);
  if (open.length === 0) return none;
  const doneOn = goal.milestones
    .filter((milestone) => !isDropped(milestone))
    .flatMap(({ actions }) => actions)
    .flatMap(({ state, doneOn }) => (state === 'done' && doneOn !== null ? [doneOn] : []));
  const sample = sampleOf(doneOn, goal.start, asOf, settings.weekStartsOn);
  if (sample === null) return none;
  const leftBy = (day: Day) => open.reduce((sum, { due, left }) => (due <= day ? sum + left : sum), 0);
  const all = open.reduce((sum, { left }) => sum + left, 0);
  const [ofGoal = null, ...ofMilestones] = forecasts(
    sample,
    [all, ...open.map(({ due }) => leftBy(due))],
    asOf,
  );
  ofMilestones.forEach((forecast, index) => {
    const milestone = open[index];
    if (milestone) byMilestone.set(milestone.id, forecast);
  });
  return { ofGoal: goal.state === 'done' ? null : ofGoal, byMilestone };
}
