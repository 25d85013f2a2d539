import { said, term } from '../../grid/said.ts';
import type { Rule } from '../rules.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A goal that is due before its start, or a milestone that is due before its own start. */
export const dueBeforeStart: Rule = (plan) =>
  [...liveRows(plan)].flatMap((live) => {
    if (live.sort === 'action' || live.row.start === null || live.row.due >= live.row.start) return [];
    const message = said`The ${term(live.sort)} is due on ${{ day: live.row.due }}, before it starts on ${{ day: live.row.start }}.`;
    const fix = said`Mend one of the two days.`;
    return [problemIn(live, { code: 'due-before-start', message, fix }, 'due')];
  });
