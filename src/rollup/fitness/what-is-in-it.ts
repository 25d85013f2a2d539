import { inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** Goals say what is in them for the customer, and what for the team. */
export const whatIsInIt: Check = {
  key: 'whatIsInIt',
  name: 'Goals say what is in them for the customer and for us',
  judge({ goals }, { words }) {
    const say = words.fitness;
    if (goals.length === 0) return notMeasurable(say.noGoals);
    const silent = inDueOrder(goals)
      .filter(({ forCustomer, forUs }) => forCustomer === null || forUs === null)
      .map(({ id, title, forCustomer, forUs }) => ({
        sort: 'goal' as const,
        id,
        title,
        lacks: [
          ...(forCustomer === null ? [say.theCustomer] : []),
          ...(forUs === null ? [say.us] : []),
        ].reduce(say.either),
      }));
    if (silent.length === 0) return pass(say.goals(goals.length));
    return fail(say.notSaid(named(silent, words, ({ lacks }) => say.forWhom(lacks))), silent);
  },
};
