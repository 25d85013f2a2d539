import type { Context } from '../context.ts';
import { beyondSigning } from './beyond-signing.ts';
import type { Check, CheckResult, TeamFacts } from './check.ts';
import { customersKnown } from './customers-known.ts';
import { everyoneOwns } from './everyone-owns.ts';
import { lineOfSight } from './line-of-sight.ts';
import { nextAction } from './next-action.ts';
import { oneOwner } from './one-owner.ts';
import { planRefined } from './plan-refined.ts';
import { promisesKept } from './promises-kept.ts';
import { skillsCoverNeeds } from './skills-cover-needs.ts';
import { whatIsInIt } from './what-is-in-it.ts';

/** The ten checks of team fitness, in the order in which they are shown. */
export const CHECKS: readonly Check[] = [
  whatIsInIt,
  customersKnown,
  beyondSigning,
  lineOfSight,
  nextAction,
  everyoneOwns,
  oneOwner,
  promisesKept,
  planRefined,
  skillsCoverNeeds,
];

/** All ten checks of one team. */
export function fitnessOf(facts: TeamFacts, context: Context): CheckResult[] {
  return CHECKS.map(({ name, judge }) => ({ check: name, ...judge(facts, context) }));
}
