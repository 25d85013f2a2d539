import { CHECKS } from '../rollup/fitness/fitness.ts';
import type { Words } from '../words/en.ts';

/** The checks of team fitness in the plan's language, and why each is there. */
export function fitnessGuide({
  checks,
}: Words['fitness']): readonly { readonly name: string; readonly why: string }[] {
  return CHECKS.map(({ key }) => checks[key]);
}

/** A check's name in the plan's language, by the one that does not change. */
export function checkName(check: string, { checks }: Words['fitness']): string {
  const rule = CHECKS.find(({ name }) => name === check);
  return rule === undefined ? check : checks[rule.key].name;
}
