import { said, term } from '../../grid/said.ts';
import type { Rule } from '../rules.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A milestone or action that was done on a day after the as-of day. */
export const doneInFuture: Rule = (plan, asOf) =>
  [...liveRows(plan)].flatMap((live) => {
    if (live.sort === 'goal' || live.row.doneOn === null || live.row.doneOn <= asOf) return [];
    const message = said`The ${term(live.sort)} was done on ${{ day: live.row.doneOn }}, which is after ${{ day: asOf }}, the day of this report.`;
    const fix = said`Write the day on which it was done, or clear the cell until it is.`;
    return [problemIn(live, { code: 'done-in-future', message, fix }, 'doneOn')];
  });
