import fc from 'fast-check';
import type { Action, Goal, Milestone, Plan, Team } from '../../src/plan/plan.ts';
import { action, customer, goal, inDays, milestone, person, plan, team, update } from './rows.ts';

const PEOPLE = ['Ann', 'Bo', 'Cy'];
const CUSTOMERS = ['Acme', 'Borel'];

/** Most plans are of work under way: begun, and due in some weeks; with enough done of late to forecast from. */
const between = (min: number, max: number) => fc.integer({ min, max }).map((days) => inDays(days));
const start = between(-150, 7);
const due = between(-10, 120);
const weight = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10);
const owners = fc.subarray(PEOPLE);
const share = fc.option(fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20));
const number = fc.option(fc.integer({ min: -5, max: 20 }), { freq: 2 });
const declared = fc.option(fc.constantFrom('on track', 'at risk', 'off track'));
const measured = { baseline: number, target: number, current: number };
const text = fc.option(fc.constant('Said'));

const anyAction = fc
  .record({
    state: fc.constantFrom('not started', 'in progress', 'blocked', 'done', 'done', 'done', 'dropped'),
    doneOn: fc.option(between(-80, 0), { freq: 9 }),
    due: between(-60, 40),
    weight,
    owners,
    promisedTo: fc.option(fc.constantFrom(...PEOPLE, 'Acme')),
  })
  .map(({ doneOn, ...more }): Action => action({ ...more, doneOn: more.state === 'done' ? doneOn : null }));

const anyMilestone = fc
  .record({
    state: fc.constantFrom('not started', 'in progress', 'in progress', 'done', 'dropped'),
    declared,
    start: fc.option(start, { freq: 1 }),
    due,
    weight,
    owners,
    kind: fc.option(fc.constantFrom('Signing', 'Go-live')),
    typedProgress: fc.option(share, { freq: 1 }),
    ...measured,
    actions: fc.array(anyAction, { maxLength: 8 }),
  })
  .map((more): Milestone => milestone(more));

const anyGoal = fc
  .record({
    state: fc.constantFrom('not started', 'in progress', 'in progress', 'done', 'dropped'),
    declared,
    start,
    due,
    weight,
    owners,
    customer: fc.option(fc.constantFrom(...CUSTOMERS)),
    forCustomer: text,
    forUs: text,
    ...measured,
    milestones: fc.array(anyMilestone, { maxLength: 4 }),
  })
  .map((more): Goal => goal(more));

/** Rows get IDs of the places that they were made at, so that they can be found after they were moved. */
function named(goals: readonly Goal[], id: string): Team {
  const under = (parent: string, index: number) => ({
    id: `${parent}-${index}`,
    title: `${parent}-${index}`,
  });
  return team({
    id,
    name: id,
    goals: goals.map((each, g) => ({
      ...each,
      ...under(id, g),
      milestones: each.milestones.map((inner, m) => ({
        ...inner,
        ...under(`${id}-${g}`, m),
        actions: inner.actions.map((last, a) => ({ ...last, ...under(`${id}-${g}-${m}`, a) })),
      })),
    })),
  });
}

/** Any plan of two teams: rows of every state, with and without measures, owners, days of being done. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    north: fc.array(anyGoal, { maxLength: 3 }),
    south: fc.array(anyGoal, { maxLength: 2 }),
    updates: fc.array(between(-40, 3), { maxLength: 2 }),
  })
  .map(({ north, south, updates }) =>
    plan({
      teams: [named(north, 'north'), named(south, 'south')],
      people: PEOPLE.map((name, index) =>
        person({
          id: name.toLowerCase(),
          name,
          team: index === 0 ? 'south' : 'north',
          skills: [`Skill ${index}`],
        }),
      ),
      customers: CUSTOMERS.map((name) =>
        customer({ id: name.toLowerCase(), name, needs: ['Skill 1'], theirCustomers: 'Patients' }),
      ),
      updates: updates.map((updated) => update({ day: updated })),
    }),
  );

/** The plan with every list of rows below its teams changed. */
export function withRows(
  whole: Plan,
  change: <R extends Goal | Milestone | Action>(rows: readonly R[]) => readonly R[],
): Plan {
  return {
    ...whole,
    teams: whole.teams.map((each) => ({
      ...each,
      goals: change(each.goals).map((ofTeam) => ({
        ...ofTeam,
        milestones: change(ofTeam.milestones).map((ofGoal) => ({
          ...ofGoal,
          actions: change(ofGoal.actions),
        })),
      })),
    })),
  };
}
