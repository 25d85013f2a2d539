import { addDays } from '../../grid/day.ts';
import { daysText } from '../wording.ts';
import { type Check, fail, notMeasurable, pass } from './check.ts';

/** The plan is refined from what is learnt: an update or a change of the plan of late. */
export const planRefined: Check = {
  name: 'The plan is kept current: a recent update or change',
  why: 'A plan that nobody touches is no longer believed: the best teams correct course as soon as they learn something.',
  judge({ updates, lastChange }, { asOf, settings: { stalledAfter }, words }) {
    const [last] = [...updates.map(({ day }) => day), ...(lastChange === null ? [] : [lastChange])]
      .filter((day) => day <= asOf)
      .sort((one, other) => other - one);
    if (last === undefined)
      return notMeasurable('The team has no update yet, and no change of its plan is known.');
    const text = `The last update or change is of ${words.day(last)}, ${ago(asOf - last)}`;
    if (last >= addDays(asOf, -stalledAfter)) return pass(`${text}.`);
    return fail(`${text}; expected is one in the last ${daysText(stalledAfter)}.`, []);
  },
};

function ago(days: number): string {
  return days === 0 ? 'today' : `${daysText(days)} ago`;
}
