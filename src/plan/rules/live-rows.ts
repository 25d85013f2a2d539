import type { Action, Goal, Milestone, Plan, Team } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { type Finding, placeOf, problemAt } from '../report.ts';

/** A row that is not dropped, nor is any above it, with those above it. */
export type LiveRow =
  | { readonly sort: 'goal'; readonly team: Team; readonly goal: Goal; readonly row: Goal }
  | {
      readonly sort: 'milestone';
      readonly team: Team;
      readonly goal: Goal;
      readonly milestone: Milestone;
      readonly row: Milestone;
    }
  | {
      readonly sort: 'action';
      readonly team: Team;
      readonly goal: Goal;
      readonly milestone: Milestone;
      readonly row: Action;
    };

export type LiveMilestone = LiveRow & { readonly sort: 'milestone' };

/** All rows that count. */
export function* liveRows(plan: Plan): Generator<LiveRow> {
  for (const team of plan.teams) {
    for (const goal of team.goals.filter(isLive)) {
      yield { sort: 'goal', team, goal, row: goal };
      for (const milestone of goal.milestones.filter(isLive)) {
        yield { sort: 'milestone', team, goal, milestone, row: milestone };
        for (const row of milestone.actions.filter(isLive))
          yield { sort: 'action', team, goal, milestone, row };
      }
    }
  }
}

/** All milestones that count. */
export function liveMilestones(plan: Plan): LiveMilestone[] {
  return [...liveRows(plan)].filter((live) => live.sort === 'milestone');
}

function isLive(row: Goal | Milestone | Action): boolean {
  return row.state !== 'dropped';
}

export function isOpen(row: Goal | Milestone | Action): boolean {
  return row.state !== 'done' && row.state !== 'dropped';
}

/** A finding in a row, at the first of the fields that the sheet has a column for. */
export function problemIn(live: LiveRow, finding: Finding, ...fields: readonly string[]): Problem {
  return problemAt(placeOf(live.row.source, ...fields), finding, {
    team: live.team.id,
    goal: live.goal.id,
    milestone: live.sort === 'goal' ? null : live.milestone.id,
    leftOut: false,
  });
}
