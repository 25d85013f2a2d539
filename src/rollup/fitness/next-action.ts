import { addDays } from '../../grid/day.ts';
import { isOpen } from '../counted.ts';
import { inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** Continuous traction: every open, started milestone has an open action due soon. One that is overdue is not soon. */
export const nextAction: Check = {
  key: 'nextAction',
  name: 'Every open, started milestone has an open action due soon',
  judge({ milestones }, { asOf, settings: { stalledAfter }, words }) {
    const say = words.fitness;
    const running = milestones
      .filter(({ goal, milestone }) => isOpen(milestone) && (milestone.start ?? goal.start) <= asOf)
      .map(({ milestone }) => milestone);
    if (running.length === 0) return notMeasurable(say.noneRunning);
    const idle = inDueOrder(running)
      .filter(
        ({ actions }) =>
          !actions.some(
            (action) => isOpen(action) && action.due >= asOf && action.due <= addDays(asOf, stalledAfter),
          ),
      )
      .map(({ id, title }) => ({ sort: 'milestone' as const, id, title }));
    if (idle.length === 0) return pass(say.milestones(running.length, stalledAfter));
    return fail(say.noAction(stalledAfter, named(idle, words)), idle);
  },
};
