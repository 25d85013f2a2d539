import { said } from '../../grid/said.ts';
import type { Rule } from '../rules.ts';
import { isOpen, liveMilestones, problemIn } from './live-rows.ts';

/** A milestone that has started and is open, with no open action, unless all its actions are done: see all-actions-done. */
export const noNextAction: Rule = (plan, asOf) =>
  liveMilestones(plan).flatMap((live) => {
    const { row, goal } = live;
    const hasStarted = (row.start ?? goal.start) <= asOf;
    if (!isOpen(row) || !hasStarted || row.actions.some((action) => action.state !== 'dropped')) return [];
    const message = said`The milestone has started and is not done, but has no open action.`;
    const fix = said`Add its next action in the Actions sheet, or close the milestone.`;
    return [problemIn(live, { code: 'no-next-action', message, fix }, 'milestone')];
  });
