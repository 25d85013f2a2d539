import { said } from '../../grid/said.ts';
import type { Rule } from '../rules.ts';
import { isOpen, liveMilestones, problemIn } from './live-rows.ts';

/** An open milestone all of whose actions are done: doing them does not close it by itself. */
export const allActionsDone: Rule = (plan) =>
  liveMilestones(plan).flatMap((live) => {
    const actions = live.row.actions.filter((action) => action.state !== 'dropped');
    if (!isOpen(live.row) || actions.length === 0 || actions.some(isOpen)) return [];
    const count =
      actions.length === 1 ? said`Its only action is done` : said`All its ${actions.length} actions are done`;
    const message = said`${count}, but the milestone is not.`;
    const fix = said`Close it or add the next action.`;
    return [problemIn(live, { code: 'all-actions-done', message, fix }, 'status', 'doneOn', 'milestone')];
  });
