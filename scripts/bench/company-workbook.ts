import { type Cell, type MadeSheet, writeMadeWorkbook } from './made-workbook.ts';

/** How large a team is: three goals of four milestones with six actions each, four people and a customer. */
const GOALS = 3;
const MILESTONES = 4;
const ACTIONS = 6;
const PEOPLE = 4;
export const ACTIONS_A_TEAM = GOALS * MILESTONES * ACTIONS;
/** The serial of the day that the plan is made around. */
export const COMPANY_DAY = '2026-06-17';
const TODAY = 46_190;
const SEED = 20_260_617;

const FIRST = ['Ann', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gita', 'Hugo', 'Ines', 'Jon', 'Kai', 'Lena'];
const LAST = ['Abel', 'Berg', 'Costa', 'Diaz', 'Ekman', 'Frey', 'Grant', 'Hansen', 'Ito', 'Jansen', 'Klein'];
const PLACES = [
  'Harbour',
  'Valley',
  'Northern',
  'Lake',
  'River',
  'Coast',
  'Hill',
  'Central',
  'Island',
  'Forest',
];
const SORTS = ['Hospitals', 'Hotels', 'Schools', 'Ports', 'Dairies', 'Mills', 'Museums', 'Farms', 'Depots'];
const SKILLS = ['Contracts', 'Field tests', 'Training', 'Logistics', 'Finance', 'Service'];
const STEPS = ['Agree on', 'Test', 'Train for', 'Install', 'Sign', 'Measure', 'Review', 'Hand over'];
const THINGS = ['the first ward', 'the new line', 'the pilot site', 'a second shift', 'the yearly check'];

/**
 * Writes the plan of a company of so many teams as it stood on a day: the same one every time. What was done and moved by
 * then is there, so that workbooks of several days are a history.
 * @param daysBack how many days before COMPANY_DAY
 */
export function writeCompanyWorkbook(path: string, teams: number, daysBack = 0): void {
  const now = -daysBack;
  const goals = teams * GOALS;
  const milestones = goals * MILESTONES;
  const actions = milestones * ACTIONS;
  const sheets: Record<string, MadeSheet> = {
    Teams: {
      headers: ['Team', 'Leader', 'Vision'],
      rows: teams,
      cells: (t) => [
        teamName(t),
        personName(t * PEOPLE),
        `Every customer in ${place(t)} would choose us again`,
      ],
    },
    People: {
      headers: ['Name', 'Team', 'Role', 'Skills', 'Part'],
      rows: teams * PEOPLE,
      cells: (p) => [
        personName(p),
        teamName(Math.floor(p / PEOPLE)),
        p % PEOPLE === 0 ? 'Lead' : 'Account manager',
        `${pick(SKILLS, p, 1)}, ${pick(SKILLS, p, 2)}`,
        `Keeps ${pick(THINGS, p, 3)} on its way`,
      ],
    },
    Customers: {
      headers: ['Customer', 'Does', 'Their customers', 'Needs', 'Satisfaction'],
      rows: teams,
      cells: (t) => [
        customerName(t),
        'Runs its houses day and night',
        'Guests and patients of the region',
        `${pick(SKILLS, t, 4)}, ${pick(SKILLS, t, 5)}`,
        chance(t, 6) < 0.8 ? Math.round(4 + 6 * chance(t, 7)) : null,
      ],
    },
    Goals: {
      headers: ['ID', 'Team', 'Goal', 'Customer', 'For the customer', 'For us', 'Owner', 'Start', 'Due'],
      rows: goals,
      cells: (g) => [
        `G${g}`,
        teamName(Math.floor(g / GOALS)),
        `${pick(STEPS, g, 8)} ${pick(THINGS, g, 9)} for ${customerName(Math.floor(g / GOALS))}, part ${(g % GOALS) + 1}`,
        customerName(Math.floor(g / GOALS)),
        'Safe water in every ward, and a night shift that sleeps',
        'A reference that opens three more doors',
        personName(ownerOf(Math.floor(g / GOALS), g)),
        day(-150 + 10 * (g % GOALS)),
        day(150 + 20 * (g % GOALS)),
      ],
    },
    Milestones: {
      headers: ['ID', 'Goal', 'Milestone', 'Kind', 'Owner', 'Start', 'Due', 'Status', 'Done on'],
      rows: milestones,
      cells: (m) => [
        `M${m}`,
        `G${Math.floor(m / MILESTONES)}`,
        `${pick(STEPS, m, 10)} ${pick(THINGS, m, 11)} ${(m % MILESTONES) + 1}`,
        m % MILESTONES === 2 ? 'Signing' : null,
        personName(ownerOf(teamOfMilestone(m), m)),
        day(milestoneStart(m)),
        day(dueOn(milestoneStart(m) + 75, m, 12, now)),
        milestoneDone(m) <= now ? 'Done' : 'In progress',
        milestoneDone(m) <= now ? day(milestoneDone(m)) : null,
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
        'Promised to',
        'Notes',
      ],
      rows: actions,
      cells: (a) => {
        const done = actionDone(a);
        return [
          `A${a}`,
          `M${Math.floor(a / ACTIONS)}`,
          `${pick(STEPS, a, 13)} ${pick(THINGS, a, 14)} with ${personName(ownerOf(teamOfAction(a), a + 1))}`,
          personName(ownerOf(teamOfAction(a), a)),
          // One row a team cannot be read, as people leave them.
          a % ACTIONS_A_TEAM === ACTIONS_A_TEAM - 1 ? 'soon' : day(dueOn(actionDue(a), a, 15, now)),
          done <= now ? day(done) : null,
          done <= now ? 'Done' : chance(a, 16) < 0.05 ? 'Blocked' : 'Open',
          1 + (a % 3),
          chance(a, 17) < 0.3 ? personName(ownerOf(teamOfAction(a), a + 2)) : null,
          chance(a, 18) < 0.2 ? 'Ask for the plans of the old building first' : null,
        ];
      },
    },
    Updates: {
      headers: ['Date', 'Team', 'Update', 'Kind', 'By'],
      rows: teams,
      cells: (t) => [
        day(now - 1 - (t % 12)),
        teamName(t),
        `We heard that ${customerName(t)} opens a second house and moved the pilot there`,
        'course correction',
        personName(t * PEOPLE),
      ],
    },
  };
  writeMadeWorkbook(path, sheets);
}

const day = (offset: number): Cell => ({ serial: TODAY + Math.round(offset) });
const teamOfMilestone = (m: number): number => Math.floor(m / MILESTONES / GOALS);
const teamOfAction = (a: number): number => teamOfMilestone(Math.floor(a / ACTIONS));
const ownerOf = (team: number, row: number): number => team * PEOPLE + (row % PEOPLE);
const place = (t: number): string => `${pick(PLACES, t, 20)} ${t + 1}`;
const teamName = (t: number): string => `Team ${place(t)}`;
const customerName = (t: number): string => `${place(t)} ${pick(SORTS, t, 21)}`;
const personName = (p: number): string => `${pick(FIRST, p, 22)} ${pick(LAST, p, 23)} ${p + 1}`;

/** Days from COMPANY_DAY on: a goal's milestones follow one another. */
const milestoneStart = (m: number): number => -140 + (m % MILESTONES) * 65 + Math.round(chance(m, 24) * 20);
const milestoneDone = (m: number): number =>
  chance(m, 25) < 0.85
    ? milestoneStart(m) + 75 + Math.round(chance(m, 26) * 10) - 8
    : Number.POSITIVE_INFINITY;
const actionDue = (a: number): number => milestoneStart(Math.floor(a / ACTIONS)) + 10 + (a % ACTIONS) * 11;
const actionDone = (a: number): number =>
  chance(a, 27) < 0.88 ? actionDue(a) + Math.round(chance(a, 28) * 12) - 8 : Number.POSITIVE_INFINITY;

/** One due day of eight has moved by two weeks, some time in the last three months. */
function dueOn(due: number, row: number, salt: number, now: number): number {
  const moved = chance(row, salt) < 0.125 && -90 * chance(row, salt + 100) <= now;
  return moved ? due + 14 : due;
}

function pick(words: readonly string[], row: number, salt: number): string {
  return words[Math.floor(chance(row, salt) * words.length)] ?? '';
}

/** A number from 0 to 1 that belongs to a row: the same in every run and on every day. */
function chance(row: number, salt: number): number {
  let state = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b) ^ SEED;
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((state ^ (state >>> 15)) >>> 0) / 4_294_967_296;
}
