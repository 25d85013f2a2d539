import { KEPT_DAYS } from '../accountability.ts';
import { reaches } from '../measure.ts';
import { daysText } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** The kept rate that a team should reach. */
export const LEAST_KEPT_RATE = 0.8;

/** Promises are kept: at least four of five. */
export const promisesKept: Check = {
  name: 'At least 80 % of commitments are kept',
  why: 'A team can only lean on a plan whose promises are kept, most of the time and on the day.',
  judge({ accountability: { kept, broken } }, { words }) {
    const period = `of the last ${daysText(KEPT_DAYS)}`;
    if (kept.rate === null)
      return notMeasurable(`No commitment fell due in the last ${daysText(KEPT_DAYS)}.`);
    const all = kept.kept + kept.late + kept.missed;
    const figures = `${kept.kept} of ${all} commitments ${period} kept (${words.percent(kept.rate)})`;
    if (reaches(kept.rate, LEAST_KEPT_RATE)) return pass(`${figures}.`);
    const rows = broken.map(({ id, title }) => ({ sort: 'action' as const, id, title }));
    return fail(`${figures}. Late or missed: ${named(rows)}.`, rows);
  },
};
