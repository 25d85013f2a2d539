import { countText, inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** Goals say what is in them for the customer, and what for the team. */
export const whatIsInIt: Check = {
  name: 'Goals say what is in them for the customer and for us',
  why: 'A goal that excites only one side is carried by one side: people go further for a goal that both the customer and the team want.',
  judge({ goals }) {
    if (goals.length === 0) return notMeasurable('The team has no goals yet.');
    const silent = inDueOrder(goals)
      .filter(({ forCustomer, forUs }) => forCustomer === null || forUs === null)
      .map(({ id, title, forCustomer, forUs }) => ({
        sort: 'goal' as const,
        id,
        title,
        lacks: [...(forCustomer === null ? ['the customer'] : []), ...(forUs === null ? ['us'] : [])].join(
          ' or ',
        ),
      }));
    if (silent.length === 0) return pass(`True of ${countText(goals.length, 'goal')}.`);
    return fail(`Not said: ${named(silent, ({ lacks }) => ` (for ${lacks})`)}.`, silent);
  },
};
