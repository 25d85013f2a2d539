import type { Day } from '../../grid/day.ts';
import type { Goal } from '../../plan/plan.ts';
import { isDropped, isOpen } from '../counted.ts';
import { inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The longest stretch from the as-of day to the goal's due day between the due days of milestones. Those done before
 * they are due count: finishing early opens no gap.
 */
export function longestStretch({ due, milestones }: Goal, asOf: Day): Stretch {
  const stops = milestones
    .filter((milestone) => !isDropped(milestone) && milestone.due >= asOf && milestone.due < due)
    .map((milestone) => milestone.due)
    .sort((one, other) => one - other);
  let longest: Stretch = { from: asOf, to: asOf };
  let from = asOf;
  for (const to of [...stops, due]) {
    if (to - from > longest.to - longest.from) longest = { from, to };
    from = to;
  }
  return longest;
}

/** Milestones pace the team all the way: no two of them are further apart than the line of sight is long. */
export const lineOfSight: Check = {
  key: 'lineOfSight',
  name: 'Line of sight: milestones pace the team up to each goal',
  judge({ goals }, { asOf, settings, words }) {
    const say = words.fitness;
    const ahead = goals.filter((goal) => isOpen(goal) && goal.due >= asOf);
    if (ahead.length === 0) return notMeasurable(say.noGoalAhead);
    const limit = settings.lineOfSight;
    const blind = inDueOrder(ahead)
      .map((goal) => ({ goal, stretch: longestStretch(goal, asOf) }))
      .filter(({ stretch: { from, to } }) => to - from > limit)
      .map(({ goal: { id, title }, stretch }) => ({ sort: 'goal' as const, id, title, stretch }));
    if (blind.length === 0) return pass(say.openGoals(ahead.length, limit));
    const where = named(blind, words, ({ stretch: { from, to } }) =>
      say.stretch(to - from, words.day(from), words.day(to)),
    );
    return fail(say.blind(limit, where), blind);
  },
};
