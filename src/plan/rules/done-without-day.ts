import { said, term } from '../../grid/said.ts';
import type { Rule } from '../rules.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A milestone or action that is done on no known day. */
export const doneWithoutDay: Rule = (plan) =>
  [...liveRows(plan)].flatMap((live) => {
    if (live.sort === 'goal' || live.row.state !== 'done' || live.row.doneOn !== null) return [];
    const message = said`The ${term(live.sort)} is done, but Done on has no day, so that no promise can be judged by it.`;
    const fix = said`Write the day on which it was done into Done on.`;
    return [problemIn(live, { code: 'done-without-day', message, fix }, 'doneOn', 'status', live.sort)];
  });
