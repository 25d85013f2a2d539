import type { Day } from '../grid/day.ts';
import type { Promises } from '../history/promises.ts';
import type { Person, Plan } from '../plan/plan.ts';
import { type Accountability, accountability } from './accountability.ts';
import type { Context } from './context.ts';
import { actionsByOwner, countedActions } from './counted.ts';
import { planFacts } from './fitness/facts.ts';
import { fitnessOf } from './fitness/fitness.ts';
import { type ScoredTeam, scoreTeam } from './score-team.ts';
import { type Waiting, waiting } from './waiting.ts';
import { wording } from './wording.ts';

export interface ScoredPerson {
  readonly person: Person;
  readonly accountability: Accountability;
  readonly waiting: Waiting;
}

/** The plan rolled up as of a day. */
export interface Scored {
  readonly asOf: Day;
  readonly teams: readonly ScoredTeam[];
  readonly people: readonly ScoredPerson[];
  readonly promises: Promises;
}

/** The day on which a team's part of the plan last changed, by the team's ID; null where no change is known. */
export type LastChanged = (teamId: string) => Day | null;

/** Rolls the plan up. The same plan, history and day always give the same result. */
export function scorePlan(
  plan: Plan,
  promises: Promises,
  asOf: Day,
  lastChanged: LastChanged = () => null,
): Scored {
  const { settings } = plan;
  const context: Context = { asOf, promises, settings, words: wording(settings.locale) };
  const facts = planFacts(plan);
  const teams = plan.teams.map((team) => {
    const scored = scoreTeam(team, context);
    const lastChange = lastChanged(team.id);
    return {
      ...scored,
      fitness: fitnessOf(facts.of(team, scored.accountability, lastChange), context),
    };
  });
  const actions = plan.teams.flatMap(countedActions);
  const byOwner = actionsByOwner(actions);
  const waitingOf = waiting(actions);
  const people = plan.people.map((person) => {
    const own = byOwner.get(person.name) ?? [];
    return {
      person,
      accountability: accountability(own, promises, asOf, settings.weekStartsOn),
      waiting: waitingOf(person.name),
    };
  });
  return { asOf, teams, people, promises };
}
