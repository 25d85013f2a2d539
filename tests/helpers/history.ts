import { compare } from '../../src/history/compare.ts';
import type { KeptPlan } from '../../src/history/kept.ts';
import type { Line } from '../../src/history/line.ts';
import type { Goal, Plan, Team } from '../../src/plan/plan.ts';
import { inDays, planOf, team } from './rows.ts';

/** The team North, alone, with these goals. */
export function planWith(goals: readonly Goal[], ofTeam: Partial<Team> = {}): Plan {
  return { ...planOf([]), teams: [team({ goals, ...ofTeam })] };
}

/** The archive of plans without an error, each seen a number of days after the as-of day. */
export function archiveOf(...seen: readonly (readonly [days: number, plan: Plan])[]): Line[] {
  let kept: KeptPlan | null = null;
  const lines: Line[] = [];
  for (const [days, plan] of seen) {
    const comparison = compare(kept, { plan, leftOut: [], restored: [] }, inDays(days));
    kept = comparison.next;
    lines.push(...comparison.lines);
  }
  return lines;
}
