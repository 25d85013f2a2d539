import type { Action, Goal, Milestone, Team } from '../plan/plan.ts';

interface Stated {
  readonly state: Action['state'];
}

/** Neither done nor dropped. */
export function isOpen({ state }: Stated): boolean {
  return state !== 'done' && state !== 'dropped';
}

export function isDropped({ state }: Stated): boolean {
  return state === 'dropped';
}

/** The goals of a team that count: not dropped. */
export function countedGoals({ goals }: Team): Goal[] {
  return goals.filter((goal) => !isDropped(goal));
}

/** The milestones of a team that are not dropped, below goals that are not. */
export function countedMilestones(team: Team): { goal: Goal; milestone: Milestone }[] {
  return countedGoals(team).flatMap((goal) =>
    goal.milestones.filter((milestone) => !isDropped(milestone)).map((milestone) => ({ goal, milestone })),
  );
}

/** The actions of a team that are not dropped and stand below nothing that is. */
export function countedActions(team: Team): Action[] {
  return countedMilestones(team)
    .flatMap(({ milestone }) => milestone.actions)
    .filter((action) => !isDropped(action));
}

/** The actions of each owner, by name. One with several owners counts for each of them. */
export function actionsByOwner(actions: readonly Action[]): ReadonlyMap<string, Action[]> {
  const byOwner = new Map<string, Action[]>();
  for (const action of actions) {
    for (const owner of new Set(action.owners)) {
      const own = byOwner.get(owner);
      if (own) own.push(action);
      else byOwner.set(owner, [action]);
    }
  }
  return byOwner;
}
