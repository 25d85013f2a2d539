import type { Day } from '../grid/day.ts';
import type { Action, Goal, Milestone, Plan, Team } from '../plan/plan.ts';
import type { History, RowHistory } from './history.ts';
import type { RowSort } from './line.ts';

/** An open row that nothing has been heard of for a while. */
export interface QuietRow {
  readonly sort: 'goal' | 'milestone' | 'action';
  readonly row: Goal | Milestone | Action;
  readonly team: Team;
  /** `current`: what is measured has not changed. `row`: nothing has, in the row or in any below it. */
  readonly what: 'current' | 'row';
  /** The day of the last change, or of the first plan that had the row. */
  readonly since: Day;
}

/**
 * The open rows that have not changed for a number of days, in the order of the plan: a goal or milestone with a measure
 * whose Current stands still, and any row that is untouched, as are all below it. Nothing is quiet that the history has
 * not known for as long. Rows below one that is dropped or done are left out.
 */
export function quietRows(history: History, plan: Plan, asOf: Day, stalledAfter: number): QuietRow[] {
  const quiet: QuietRow[] = [];
  const isLong = (since: Day | null): since is Day => since !== null && asOf - since >= stalledAfter;
  const add = (
    sort: QuietRow['sort'],
    row: Goal | Milestone | Action,
    team: Team,
    touched: Day | null,
    currentSince: Day | null,
  ): void => {
    if (isLong(currentSince)) quiet.push({ sort, row, team, what: 'current', since: currentSince });
    else if (isLong(touched)) quiet.push({ sort, row, team, what: 'row', since: touched });
  };
  for (const team of plan.teams) {
    for (const goal of team.goals.filter(isOpen)) {
      add('goal', goal, team, touchedIn(history, goal), currentSince(history, 'goal', goal));
      for (const milestone of goal.milestones.filter(isOpen)) {
        const touched = touchedIn(history, milestone);
        add('milestone', milestone, team, touched, currentSince(history, 'milestone', milestone));
        for (const action of milestone.actions.filter(isOpen))
          add('action', action, team, touchedIn(history, action), null);
      }
    }
  }
  return quiet;
}

function isOpen({ state }: { readonly state: Action['state'] }): boolean {
  return state !== 'done' && state !== 'dropped';
}

/** Since when Current has its value; null for a row that measures nothing. */
function currentSince(history: History, sort: RowSort, row: Goal | Milestone): Day | null {
  const isMeasured = row.measure !== null || row.target !== null;
  return isMeasured ? (history.find(sort, row.id)?.currentSince ?? null) : null;
}

/** The day of the last change of a row or of any below it; null where the history does not know it. */
function touchedIn(history: History, row: Goal | Milestone | Action): Day | null {
  const known: RowHistory[] = [];
  const see = (sort: RowSort, { id }: { readonly id: string }): void => {
    const found = history.find(sort, id);
    if (found !== null) known.push(found);
  };
  const seeMilestone = (milestone: Milestone): void => {
    see('milestone', milestone);
    for (const action of milestone.actions) see('action', action);
  };
  if ('milestones' in row) {
    see('goal', row);
    row.milestones.forEach(seeMilestone);
  } else if ('actions' in row) seeMilestone(row);
  else see('action', row);
  return known.reduce<Day | null>(
    (last, { touched }) => (last === null || touched > last ? touched : last),
    null,
  );
}
