import { addDays } from '../../grid/day.ts';
import { isOpen } from '../counted.ts';
import { countText, daysText, inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** Continuous traction: every open, started milestone has an open action due soon. One that is overdue is not soon. */
export const nextAction: Check = {
  name: 'Every open, started milestone has an open action due soon',
  why: 'A milestone without a short-term action has lost its traction, whatever its colour.',
  judge({ milestones }, { asOf, settings: { stalledAfter } }) {
    const running = milestones
      .filter(({ goal, milestone }) => isOpen(milestone) && (milestone.start ?? goal.start) <= asOf)
      .map(({ milestone }) => milestone);
    if (running.length === 0) return notMeasurable('No milestone of the team is open and has started.');
    const idle = inDueOrder(running)
      .filter(
        ({ actions }) =>
          !actions.some(
            (action) => isOpen(action) && action.due >= asOf && action.due <= addDays(asOf, stalledAfter),
          ),
      )
      .map(({ id, title }) => ({ sort: 'milestone' as const, id, title }));
    if (idle.length === 0)
      return pass(`True of ${countText(running.length, 'milestone')}, within ${daysText(stalledAfter)}.`);
    return fail(`No open action due within ${daysText(stalledAfter)}: ${named(idle)}.`, idle);
  },
};
