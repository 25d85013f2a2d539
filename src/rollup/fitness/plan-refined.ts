import { addDays } from '../../grid/day.ts';
import { type Check, fail, notMeasurable, pass } from './check.ts';

/** The plan is refined from what is learnt: an update or a change of the plan of late. */
export const planRefined: Check = {
  key: 'planRefined',
  name: 'The plan is kept current: a recent update or change',
  judge({ updates, lastChange }, { asOf, settings: { stalledAfter }, words }) {
    const say = words.fitness;
    const [last] = [...updates.map(({ day }) => day), ...(lastChange === null ? [] : [lastChange])]
      .filter((day) => day <= asOf)
      .sort((one, other) => other - one);
    if (last === undefined) return notMeasurable(say.noUpdate);
    const text = say.lastChange(words.day(last), asOf - last);
    if (last >= addDays(asOf, -stalledAfter)) return pass(`${text}.`);
    return fail(say.expectedLately(text, stalledAfter), []);
  },
};
