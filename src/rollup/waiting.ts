import type { Action } from '../plan/plan.ts';
import { isOpen } from './counted.ts';
import { inDueOrder } from './wording.ts';

/** Who waits on whom: open actions promised to somebody other than the one who owns them, the earliest due first. */
export interface Waiting {
  /** What the person owes to others. */
  readonly owes: readonly Action[];
  /** What others owe to the person. */
  readonly awaits: readonly Action[];
}

/**
 * Looks up, by name, what a person owes and awaits. A promise to a customer or a team is owed too, and awaited by its name.
 * @param actions those that count: not dropped, and below nothing that is
 */
export function waiting(actions: readonly Action[]): (name: string) => Waiting {
  const owed = new Map<string, Action[]>();
  const awaited = new Map<string, Action[]>();
  for (const action of actions) {
    const to = action.promisedTo;
    if (to === null || !isOpen(action)) continue;
    const owers = new Set(action.owners.filter((owner) => owner !== to));
    for (const owner of owers) push(owed, owner, action);
    if (owers.size > 0) push(awaited, to, action);
  }
  return (name) => ({
    owes: inDueOrder(owed.get(name) ?? []),
    awaits: inDueOrder(awaited.get(name) ?? []),
  });
}

function push(lists: Map<string, Action[]>, name: string, action: Action): void {
  const list = lists.get(name);
  if (list) list.push(action);
  else lists.set(name, [action]);
}
