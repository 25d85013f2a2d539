import { type Cell, writeMadeWorkbook } from './made-workbook.ts';

const PEOPLE = 40;
const ACTIONS_A_MILESTONE = 5;
const MILESTONES_A_GOAL = 6;
const GOALS_A_TEAM = 3;
/** The serial of 2026-01-01. */
const FIRST_DAY = 46_023;

/**
 * Writes a workbook with a plan of so many actions, each of 12 columns, with the teams, goals and milestones that they
 * need: 90 actions a team.
 * @param more what the names of teams, goals and milestones end with
 */
export function writeBigWorkbook(path: string, actions: number, more = ''): void {
  const milestones = Math.ceil(actions / ACTIONS_A_MILESTONE);
  const goals = Math.ceil(milestones / MILESTONES_A_GOAL);
  writeMadeWorkbook(path, {
    Goals: {
      headers: ['ID', 'Team', 'Goal', 'For the customer', 'For us', 'Owner', 'Start', 'Due'],
      rows: goals,
      cells: (index) => [
        `G${index}`,
        `Team ${Math.floor(index / GOALS_A_TEAM)}${more}`,
        `Goal ${index} of its team${more}`,
        'Safe water',
        'A reference',
        person(index),
        day(0),
        day(364),
      ],
    },
    Milestones: {
      headers: ['ID', 'Goal', 'Milestone', 'Owner', 'Start', 'Due', 'Status', 'Done on'],
      rows: milestones,
      cells: (index) => [
        `M${index}`,
        `G${Math.floor(index / MILESTONES_A_GOAL)}`,
        `Milestone ${index} on the way${more}`,
        person(index),
        day(startOf(index)),
        day(startOf(index) + 90),
        isDone(index) ? 'Done' : 'In progress',
        isDone(index) ? day(startOf(index) + 80) : null,
      ],
    },
    Actions: {
      headers: [
        'ID',
        'Milestone',
        'Action',
        'Owner',
        'Due',
        'Done on',
        'Status',
        'Weight',
        'Priority',
        'Promised to',
        'Notes',
        'Link',
      ],
      rows: actions,
      cells: (index) => [
        `A${index}`,
        `M${milestoneOf(index)}`,
        `Call number ${index} of the plan`,
        person(index),
        day(startOf(milestoneOf(index)) + ((index * 7) % 80)),
        isOver(index) ? day(startOf(milestoneOf(index)) + ((index * 7) % 80)) : null,
        isOver(index) ? 'Done' : 'Open',
        1 + (index % 3),
        'Normal',
        person(index + 1),
        `A note on ${index % 500}`,
        `https://example.com/${index % 900}`,
      ],
    },
  });
}

const day = (offset: number): Cell => ({ serial: FIRST_DAY + offset });
const milestoneOf = (action: number): number => Math.floor(action / ACTIONS_A_MILESTONE);
/** Days from the first one on to a milestone's start; those of the first two months are done by June. */
const startOf = (milestone: number): number => (milestone * 11) % 250;
const isDone = (milestone: number): boolean => startOf(milestone) < 60;
const isOver = (action: number): boolean =>
  isDone(milestoneOf(action)) || (startOf(milestoneOf(action)) < 80 && action % 3 === 0);

function person(index: number): string {
  const number = index % PEOPLE;
  return `Person ${String.fromCharCode(65 + (number % 26))}${number}`;
}
