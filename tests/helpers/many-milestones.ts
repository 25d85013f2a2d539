import { addDays, isoFromDay } from '../../src/grid/day.ts';
import { requiredDay } from './plans.ts';
import { on, type Sheets, type Value } from './workbooks.ts';

const START = requiredDay('2026-01-05');
const NAMES = [
  'Pilot agreed with the hospital of the region',
  'Contract signed by all five clinics',
  'Go live',
  'Review held with the patients’ council, and its letter of thanks',
  'Training done for the night shift',
];

/** A team of 10 goals of 20 milestones each, due every two or three weeks of a year; every third is done, every fourth late. */
export function manyMilestones(): Sheets {
  const goals: Value[][] = [['ID', 'Team', 'Goal', 'Start', 'Due']];
  const milestones: Value[][] = [['ID', 'Goal', 'Milestone', 'Owner', 'Start', 'Due', 'Status', 'Done on']];
  const actions: Value[][] = [['Milestone', 'Action', 'Owner', 'Due']];
  for (let g = 1; g <= 10; g += 1) {
    const goal = `G${g}`;
    goals.push([
      goal,
      'North',
      `Goal ${g}: every customer of the region is served within a day of calling`,
      on('2026-01-05'),
      on('2026-12-18'),
    ]);
    for (let m = 1; m <= 20; m += 1) {
      const id = `${goal}.${m}`;
      const due = addDays(START, 10 + m * 16 + ((g * 7 + m * 5) % 11));
      const isDone = m % 3 === 0 && m < 9;
      milestones.push([
        id,
        goal,
        `${NAMES[(g + m) % NAMES.length]} ${m}`,
        'Ann Lee',
        on(isoFromDay(addDays(due, -20 - ((g + m) % 4) * 9))),
        on(isoFromDay(due)),
        isDone ? 'Done' : null,
        isDone ? on(isoFromDay(addDays(due, -1))) : null,
      ]);
      actions.push([id, `Call ${m}`, 'Ann Lee', on(isoFromDay(addDays(due, -4)))]);
    }
  }
  return { Goals: goals, Milestones: milestones, Actions: actions };
}
