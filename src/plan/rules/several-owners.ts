import { listWords } from '../closest.ts';
import type { Rule } from '../rules.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A row with more than one owner: what several answer for, nobody does. */
export const severalOwners: Rule = (plan) =>
  [...liveRows(plan)].flatMap((live) => {
    const { owners } = live.row;
    if (owners.length < 2) return [];
    const message = `The ${live.sort} has ${owners.length} owners: ${listWords(owners, 'and')}; expected is one who answers for it.`;
    const fix = `Leave one owner, and name the others in Notes${live.sort === 'action' ? ', or give each an action' : ''}.`;
    return [problemIn(live, { code: 'several-owners', message, fix }, 'owner')];
  });
