import { quoted, said, term } from '../../grid/said.ts';
import type { Rule } from '../rules.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A milestone that is due after its goal, or an action that is due after its milestone. */
export const dueAfterParent: Rule = (plan) =>
  [...liveRows(plan)].flatMap((live) => {
    if (live.sort === 'goal') return [];
    const parent = live.sort === 'milestone' ? live.goal : live.milestone;
    if (live.row.due <= parent.due) return [];
    const above = term(live.sort === 'milestone' ? 'goal' : 'milestone');
    const message = said`The ${term(live.sort)} is due on ${{ day: live.row.due }}, after its ${above} ${quoted(parent.title)}, which is due on ${{ day: parent.due }}.`;
    const fix = said`Bring the day forward, or move the ${above}'s.`;
    return [problemIn(live, { code: 'due-after-parent', message, fix }, 'due')];
  });
