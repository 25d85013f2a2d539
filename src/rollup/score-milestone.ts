import { addDays, type Day } from '../grid/day.ts';
import type { Action, Goal, Milestone } from '../plan/plan.ts';
import {
  againstDeclared,
  type Context,
  gapReason,
  paceReason,
  type Standing,
  type Verdict,
} from './context.ts';
import { isDropped, isOpen } from './counted.ts';
import type { Forecast } from './forecast.ts';
import { outcomeShare, paceShare, weightedMean } from './measure.ts';
import type { PastMilestone } from './past-rows.ts';
import { inDueOrder, type Reason, type Wording } from './wording.ts';

export interface ScoredMilestone extends Standing, Verdict {
  readonly milestone: Milestone;
  /** Its own start, else its goal's. */
  readonly start: Day;
  readonly outcome: number | null;
  readonly forecast: Forecast | null;
}

/**
 * Progress: done is 1; else what is typed; else its outcome; else the weight of its done actions in the weight of all
 * that are not dropped (an action in progress earns nothing yet); without actions 0.
 */
export function milestoneProgress(milestone: PastMilestone): number {
  if (milestone.state === 'done') return 1;
  const earned = weightedMean(
    milestone.actions
      .filter((action) => !isDropped(action))
      .map(({ weight, state }) => ({ weight, value: state === 'done' ? 1 : 0 })),
  );
  return milestone.typedProgress ?? outcomeShare(milestone) ?? earned ?? 0;
}

/** A milestone's figures, its status and why. */
export function scoreMilestone(
  milestone: Milestone,
  goal: Goal,
  forecast: Forecast | null,
  context: Context,
): ScoredMilestone {
  const start = milestone.start ?? goal.start;
  const progress = milestoneProgress(milestone);
  const expected = paceShare(start, milestone.due, context.asOf);
  const standing = { progress, expected, gap: expected - progress };
  const verdict = againstDeclared(
    judge(milestone, start, standing, forecast, context),
    milestone.declared,
    context.words,
  );
  return { milestone, start, outcome: outcomeShare(milestone), forecast, ...standing, ...verdict };
}

function judge(
  milestone: Milestone,
  start: Day,
  standing: Standing,
  forecast: Forecast | null,
  context: Context,
): Verdict {
  const { asOf, words } = context;
  if (milestone.state === 'dropped')
    return { status: 'dropped', reasons: [{ code: 'dropped', text: words.say.dropped }] };
  if (milestone.state === 'done') {
    const text =
      milestone.doneOn === null ? words.say.doneUndated : words.say.doneOn(words.day(milestone.doneOn));
    return { status: 'done', reasons: [{ code: 'done', text }] };
  }
  const gap = gapReason(standing, context);
  const off = [...overdueReason(milestone.due, context), ...(gap?.off ? [gap.reason] : [])];
  const risk = [
    ...(gap && !gap.off ? [gap.reason] : []),
    ...heldUpReasons(
      milestone.actions.map((action) => ({ action, milestone: null })),
      context,
    ),
    ...tractionReasons(milestone, start, context),
    ...forecastReason(forecast, milestone.due, context),
  ];
  const flags = allDoneReason(milestone, context);
  if (off.length > 0) return { status: 'off track', reasons: [...off, ...risk, ...flags] };
  if (risk.length > 0) return { status: 'at risk', reasons: [...risk, ...flags] };
  if (asOf < start && standing.progress === 0) {
    return {
      status: 'not started',
      reasons: [{ code: 'not-started', text: words.say.startsOn(words.day(start)) }, ...flags],
    };
  }
  return { status: 'on track', reasons: [paceReason(standing, context), ...flags] };
}

/** Due before the as-of day, and open. */
export function overdueReason(due: Day, { asOf, words }: Context): Reason[] {
  if (due >= asOf) return [];
  return [{ code: 'overdue', text: words.say.overdue(words.day(due), asOf - due) }];
}

/** An action, with its milestone's title where the reason is told of the goal. */
export interface PlacedAction {
  readonly action: Action;
  readonly milestone: string | null;
}

/** Open actions that are blocked, and open actions that are overdue. */
export function heldUpReasons(actions: readonly PlacedAction[], { asOf, words }: Context): Reason[] {
  const open = actions.filter(({ action }) => isOpen(action));
  const blocked = open.filter(({ action }) => action.state === 'blocked');
  const overdue = open.filter(({ action }) => action.due < asOf);
  return [
    ...(blocked.length === 0
      ? []
      : [{ code: 'blocked-action', text: words.say.blockedActions(named(blocked, words)) }]),
    ...(overdue.length === 0
      ? []
      : [{ code: 'overdue-action', text: words.say.overdueActions(named(overdue, words)) }]),
  ];
}

/** The 85 % day is after the due day, or beyond the horizon. */
export function forecastReason(forecast: Forecast | null, due: Day, { words }: Context): Reason[] {
  if (forecast === null || (forecast.p85 !== null && forecast.p85 <= due)) return [];
  const { sample, remaining } = forecast;
  const weeks = words.say.pastWeeks(sample.weeks.length, sample.done, remaining);
  const text =
    forecast.p85 === null
      ? words.say.beyondHorizon(weeks)
      : words.say.forecastLate(words.day(forecast.p85), weeks);
  return [{ code: 'forecast-late', text }];
}

/** A started milestone wants an open action; and something done of late, or soon to be. */
function tractionReasons(milestone: Milestone, start: Day, { asOf, settings, words }: Context): Reason[] {
  if (asOf < start) return [];
  const open = milestone.actions.filter(isOpen);
  const reasons: Reason[] = [];
  if (open.length === 0) reasons.push({ code: 'no-next-action', text: words.say.noNextAction });
  const span = settings.stalledAfter;
  const doneLately = milestone.actions.some(
    ({ state, doneOn }) =>
      state === 'done' && doneOn !== null && doneOn >= addDays(asOf, -span) && doneOn <= asOf,
  );
  const dueSoon = open.some(({ due }) => due >= asOf && due <= addDays(asOf, span));
  if (asOf - start >= span && !doneLately && !dueSoon) {
    reasons.push({
      code: 'stalled',
      text: words.say.stalled(span),
    });
  }
  return reasons;
}

/** All actions done does not close a milestone: somebody has to say so. */
function allDoneReason({ actions }: Milestone, { words }: Context): Reason[] {
  const counted = actions.filter((action) => !isDropped(action));
  const all = counted.length > 0 && counted.every(({ state }) => state === 'done');
  return all ? [{ code: 'close-or-next', text: words.say.closeOrNext }] : [];
}

function named(actions: readonly PlacedAction[], words: Wording): string {
  const ordered = inDueOrder(actions.map(({ action, milestone }) => ({ ...action, milestone })));
  return words.list(
    ordered.map(({ title, owners, milestone }) => {
      const owner = owners.length > 0 ? ` (${owners.join(', ')})` : '';
      const where = milestone === null ? '' : words.say.inMilestone(words.quoted(milestone));
      return `${words.quoted(title)}${owner}${where}`;
    }),
  );
}
