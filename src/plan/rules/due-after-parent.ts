import { isoFromDay } from '../../grid/day.ts';
import { quote } from '../../grid/text.ts';
import type { Rule } from '../rules.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A milestone that is due after its goal, or an action that is due after its milestone. */
export const dueAfterParent: Rule = (plan) =>
  [...liveRows(plan)].flatMap((live) => {
    if (live.sort === 'goal') return [];
    const parent = live.sort === 'milestone' ? live.goal : live.milestone;
    if (live.row.due <= parent.due) return [];
    const word = live.sort === 'milestone' ? 'goal' : 'milestone';
    const message = `The ${live.sort} is due on ${isoFromDay(live.row.due)}, after its ${word} ${quote(parent.title)}, which is due on ${isoFromDay(parent.due)}.`;
    const fix = `Bring the day forward, or move the ${word}'s.`;
    return [problemIn(live, { code: 'due-after-parent', message, fix }, 'due')];
  });
