import type { Problem } from '../plan/problem.ts';

/** How many rows were left out because of errors, by what would have counted them. */
export interface LeftOut {
  readonly teams: ReadonlyMap<string, number>;
  readonly goals: ReadonlyMap<string, number>;
  readonly milestones: ReadonlyMap<string, number>;
  /** Rows of which not even the team is known. */
  readonly unplaced: number;
}

/** Counts each left-out row once for its team, goal and milestone, as far as these are known. */
export function leftOutRows(problems: readonly Pick<Problem<unknown>, 'scope'>[]): LeftOut {
  const teams = new Map<string, number>();
  const goals = new Map<string, number>();
  const milestones = new Map<string, number>();
  let unplaced = 0;
  for (const { scope } of problems) {
    if (!scope.leftOut) continue;
    if (scope.team === null) unplaced += 1;
    else add(teams, scope.team);
    if (scope.goal !== null) add(goals, scope.goal);
    if (scope.milestone !== null) add(milestones, scope.milestone);
  }
  return { teams, goals, milestones, unplaced };
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
