import { inEnglish } from '../src/grid/said.ts';
import type { History } from '../src/history/history.ts';
import type { Line } from '../src/history/line.ts';
import { closest, didYouMean } from '../src/plan/closest.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Withheld } from '../src/plan/withheld.ts';
import { unknownTeams, type VisiblePlan, withoutTeams } from '../src/rollup/without-teams.ts';
import { UsageFault } from './fault.ts';

/**
 * The plan without the teams that the site does not show. Throws a UsageFault where there is no team of a name, now or
 * before: a slip in it would publish what was to be left out.
 */
export function visiblePlan(
  plan: Plan,
  history: History,
  lines: readonly Line[],
  { teams }: Withheld,
): VisiblePlan {
  const [unknown] = unknownTeams(plan, history, teams);
  if (unknown === undefined) return withoutTeams(plan, history, lines, teams);
  const near = closest(
    unknown,
    plan.teams.map(({ name }) => name),
  );
  throw new UsageFault(
    `publish.without.teams: the plan has no team “${unknown}”.${inEnglish(didYouMean(near))}`,
    'Write the name as the plan has it, in data/milepost.json; nothing was written.',
  );
}
