import type { Day } from '../grid/day.ts';
import type { Code } from './catalogue.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { allActionsDone } from './rules/all-actions-done.ts';
import { doneInFuture } from './rules/done-in-future.ts';
import { doneWithoutDay } from './rules/done-without-day.ts';
import { dueAfterParent } from './rules/due-after-parent.ts';
import { dueBeforeStart } from './rules/due-before-start.ts';
import { groupOwners } from './rules/group-owners.ts';
import { noNextAction } from './rules/no-next-action.ts';
import { progressAgainstStatus } from './rules/progress-against-status.ts';
import { severalOwners } from './rules/several-owners.ts';
import { similarNames } from './rules/similar-names.ts';
import { unknownNames } from './rules/unknown-names.ts';
import { unknownPeople } from './rules/unknown-people.ts';

/** What is odd in a plan as a whole, though each row of it can be read. */
export type Rule = (plan: Plan, asOf: Day) => readonly Problem[];

/** All rules, each with the codes of what it finds. Dropped rows and those below them are none of their business. */
export const RULES: readonly { readonly codes: readonly Code[]; readonly rule: Rule }[] = [
  { codes: ['done-without-day'], rule: doneWithoutDay },
  { codes: ['done-in-future'], rule: doneInFuture },
  { codes: ['due-before-start'], rule: dueBeforeStart },
  { codes: ['due-after-parent'], rule: dueAfterParent },
  { codes: ['several-owners'], rule: severalOwners },
  { codes: ['group-owner'], rule: groupOwners },
  { codes: ['no-next-action'], rule: noNextAction },
  { codes: ['all-actions-done'], rule: allActionsDone },
  { codes: ['progress-against-status'], rule: progressAgainstStatus },
  { codes: ['unknown-person'], rule: unknownPeople },
  { codes: ['similar-names'], rule: similarNames },
  { codes: ['unknown-team', 'unknown-customer'], rule: unknownNames },
];
