import { addDays, type Day, dayFromIso, isoFromDay } from '../../src/grid/day.ts';
import { on, type Sheets, type Value } from './workbooks.ts';

const AS_OF = dayFromIso('2026-06-17');
const LONG =
  ' in every region that we have served since the very beginning, with all of its service partners';

/** Numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A plan of many teams with long names: 3 goals a team, 4 milestones a goal, 3 actions a milestone. */
export function bigPlan(teams: number): Sheets {
  if (AS_OF === null) throw new Error('the as-of day of the big plan is none');
  const random = randomFrom(7);
  const asOf: Day = AS_OF;
  const day = (offset: number): Date => on(isoFromDay(addDays(asOf, Math.round(offset))));
  const goals: Value[][] = [['ID', 'Team', 'Goal', 'For the customer', 'For us', 'Owner', 'Start', 'Due']];
  const milestones: Value[][] = [['ID', 'Goal', 'Milestone', 'Owner', 'Start', 'Due', 'Status', 'Done on']];
  const actions: Value[][] = [['Milestone', 'Action', 'Owner', 'Due', 'Status', 'Done on', 'Promised to']];
  for (let t = 1; t <= teams; t += 1) {
    const team = `Team ${t}${LONG}`;
    for (let g = 1; g <= 3; g += 1) {
      const goal = `G${t}.${g}`;
      goals.push([
        goal,
        team,
        `Goal ${g} of team ${t}${LONG}`,
        'Safe water',
        'A reference',
        `Person ${t}`,
        day(-120),
        day(200),
      ]);
      for (let m = 1; m <= 4; m += 1) {
        const id = `${goal}.${m}`;
        const due = -60 + m * 50 + random() * 20;
        const done = due < 0 && random() < 0.8;
        milestones.push([
          id,
          goal,
          `Milestone ${m} of goal ${g}${LONG}`,
          `Person ${t}`,
          day(due - 70),
          day(due),
          done ? 'Done' : null,
          done ? day(due - 2) : null,
        ]);
        for (let a = 1; a <= 3; a += 1) {
          const actionDue = due - 45 + a * 14;
          const actionDone = done || (actionDue < 0 && random() < 0.9);
          actions.push([
            id,
            `Action ${a} of milestone ${m}${LONG}`,
            `Person ${t}`,
            day(actionDue),
            actionDone ? 'Done' : null,
            actionDone ? day(Math.min(-1, actionDue + 1)) : null,
            `Person ${(t % teams) + 1}`,
          ]);
        }
      }
    }
  }
  return { Goals: goals, Milestones: milestones, Actions: actions };
}
