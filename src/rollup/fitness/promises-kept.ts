import { KEPT_DAYS } from '../accountability.ts';
import { reaches } from '../measure.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** The kept rate that a team should reach. */
export const LEAST_KEPT_RATE = 0.8;

/** Promises are kept: at least four of five. */
export const promisesKept: Check = {
  key: 'promisesKept',
  name: 'At least 80% of commitments are kept',
  judge({ accountability: { kept, broken } }, { words }) {
    const say = words.fitness;
    if (kept.rate === null) return notMeasurable(say.noneFellDue(KEPT_DAYS));
    const all = kept.kept + kept.late + kept.missed;
    const figures = say.keptOf(kept.kept, all, KEPT_DAYS, words.percent(kept.rate));
    if (reaches(kept.rate, LEAST_KEPT_RATE)) return pass(`${figures}.`);
    const rows = broken.map(({ id, title }) => ({ sort: 'action' as const, id, title }));
    return fail(say.broken(figures, named(rows, words)), rows);
  },
};
