import type { Day } from '../../grid/day.ts';
import { nameKey } from '../../plan/name.ts';
import type { Customer, Person, Plan, Team, Update } from '../../plan/plan.ts';
import type { Accountability } from '../accountability.ts';
import { countedActions, countedGoals, countedMilestones, isOpen } from '../counted.ts';
import { byName, type TeamFacts } from './check.ts';

export interface PlanFacts {
  of(team: Team, accountability: Accountability, lastChange: Day | null): TeamFacts;
}

/** Sorts the plan once by what the checks of each team look up. */
export function planFacts(plan: Plan): PlanFacts {
  const people = new Map<string, Person[]>();
  for (const person of plan.people) {
    if (person.team !== null) push(people, nameKey(person.team), person);
  }
  const customers = new Map(plan.customers.map((customer) => [nameKey(customer.name), customer]));
  const updates = new Map<string, Update[]>();
  for (const update of plan.updates) push(updates, update.team, update);
  const busy = new Set(plan.teams.flatMap(openOwners));
  return {
    of(team, accountability, lastChange) {
      const goals = countedGoals(team);
      const keys = new Set(goals.flatMap(({ customer }) => (customer === null ? [] : [nameKey(customer)])));
      const served: Customer[] = [...keys].flatMap((key) => customers.get(key) ?? []);
      return {
        team,
        goals,
        milestones: countedMilestones(team),
        actions: countedActions(team),
        people: byName(people.get(nameKey(team.name)) ?? []),
        customers: byName(served),
        updates: updates.get(team.id) ?? [],
        busy,
        accountability,
        lastChange,
      };
    },
  };
}

function openOwners(team: Team): string[] {
  const milestones = countedMilestones(team).map(({ milestone }) => milestone);
  return [...milestones, ...countedActions(team)].filter(isOpen).flatMap(({ owners }) => owners);
}

function push<R>(lists: Map<string, R[]>, key: string, row: R): void {
  const list = lists.get(key);
  if (list) list.push(row);
  else lists.set(key, [row]);
}
