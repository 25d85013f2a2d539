import type { ColumnSpec, SheetKind } from '../../src/plan/columns.ts';

/** What a person needs to know to fill in a column. */
export interface ColumnGuide {
  readonly what: string;
  readonly example: string;
  /** In characters. */
  readonly width: number;
}

function guide(width: number, what: string, example: string): ColumnGuide {
  return { what, example, width };
}

const MEASURED = {
  measure: guide(22, 'What is measured, where a number tells how far it has come.', 'Wards with safe water'),
  unit: guide(11, 'What the number counts.', 'wards'),
  baseline: guide(11, 'The number at the start. Write 0 where it is 0: a blank is not taken for it.', '0'),
  target: guide(10, 'The number to reach.', '24'),
  current: guide(
    10,
    'The number today. With Baseline and Target it says how far along this is; keep it up to date.',
    '9',
  ),
};
const COMMON = {
  weight: guide(10, 'How much this counts beside the others, above 0. Blank counts 1.', '2'),
  priority: guide(11, 'How urgent it is, in your own words. Changes show in the weekly review.', 'High'),
  notes: guide(34, 'Anything that helps others to understand the row.', 'Waits for the inspector'),
  link: guide(20, 'One address that opens more about it (https or mailto).', 'https://example.com/offer'),
};
const DONE_ON = guide(
  13,
  'The day on which it was done, whatever day it was due. It says whether a promise was kept.',
  '2026-03-30',
);
const OWNER = 'The one person who answers for it. Two owners are none';

const GUIDES: Readonly<Record<SheetKind, Readonly<Record<string, ColumnGuide>>>> = {
  goals: {
    ...MEASURED,
    ...COMMON,
    id: guide(
      8,
      'A short name of your own that never changes. Blank is fine, unless two goals have the same title.',
      'G1',
    ),
    team: guide(20, 'The team whose goal it is.', 'North'),
    goal: guide(
      36,
      'What you want to reach, so that everyone wants to get there.',
      'Safe water in every ward',
    ),
    customer: guide(22, 'The customer whom the goal is about, where it is about one.', 'Sankt Alva Hospital'),
    forCustomer: guide(32, 'What is in it for the customer.', 'No ward is closed for its water again'),
    forUs: guide(32, 'What is in it for the team.', 'The reference that opens the next ten hospitals'),
    owner: guide(20, `${OWNER}.`, 'Ann Lee'),
    start: guide(13, 'The day on which work on it starts.', '2026-01-05'),
    due: guide(13, 'The day by which it is reached.', '2026-12-18'),
    status: guide(
      15,
      'Leave it blank while it is under way, or say how you see it; the site shows your word beside the figures. Write done when it is reached, dropped when it is given up.',
      'on track',
    ),
  },
  milestones: {
    ...MEASURED,
    ...COMMON,
    id: guide(
      8,
      'A short name of your own that never changes. Blank is fine, unless two milestones have the same title.',
      'M1',
    ),
    goal: guide(
      28,
      'The goal that this is a step to: its title, as it stands in the sheet Goals, or its ID. Pick it from the list.',
      'Safe water in every ward',
    ),
    milestone: guide(36, 'What will then be true.', 'First ward live'),
    kind: guide(
      19,
      'What sort of step it is. Signing matters: a goal with a signing needs a milestone after it.',
      'Signing',
    ),
    owner: guide(20, `${OWNER}.`, 'Bo Ek'),
    start: guide(13, 'The day on which work on it starts. Blank is the start of its goal.', '2026-03-01'),
    due: guide(13, 'The day by which it is reached.', '2026-06-30'),
    doneOn: DONE_ON,
    status: guide(
      15,
      'Blank is fine: the figures tell how it goes. Write done when it is reached, blocked when it cannot go on, dropped when it is given up; or say how you see it: on track, at risk, off track.',
      'in progress',
    ),
    progress: guide(
      11,
      'How far it is, from 0% to 100%. Blank is best: it is then worked out from the actions that are done.',
      '40%',
    ),
  },
  actions: {
    ...COMMON,
    id: guide(8, 'A short name of your own that never changes. Blank is fine.', 'A1'),
    milestone: guide(
      28,
      'The milestone that this is for: its title, as it stands in the sheet Milestones, or its ID. Pick it from the list.',
      'First ward live',
    ),
    action: guide(42, 'What is to be done: small enough to be done within two weeks.', 'Order the filters'),
    owner: guide(20, `${OWNER}: give the second person an action of their own.`, 'Bo Ek'),
    due: guide(
      13,
      'The day by which it is promised. When you move it, the first promise stays known.',
      '2026-06-12',
    ),
    doneOn: DONE_ON,
    status: guide(
      15,
      'Blank is not started. Write done when it is done, blocked when it cannot go on, dropped when it is given up.',
      'in progress',
    ),
    weight: guide(10, 'How much work it is beside the others, above 0. Blank counts 1.', '2'),
    promisedTo: guide(20, 'Who waits for it: a person, a team or a customer.', 'Ann Lee'),
  },
  teams: {
    team: guide(24, 'The name of the team, as other sheets write it.', 'North'),
    leader: guide(24, 'Who leads it.', 'Ann Lee'),
    vision: guide(60, 'What the team works towards, in a sentence.', 'Water that nobody has to think about'),
    order: guide(10, 'Where the team stands among the others, from 1. Blank comes last.', '1'),
  },
  people: {
    name: guide(26, 'First and last name, as other sheets write it.', 'Ann Lee'),
    team: guide(22, 'The team that the person is on.', 'North'),
    role: guide(24, 'What the person is in the firm.', 'Account manager'),
    skills: guide(
      44,
      'What the person is good at, parted by commas. Written as the customers’ Needs are, so that the two can be compared.',
      'hospital hygiene, group contracts',
    ),
    part: guide(
      52,
      'The part that the person plays in reaching the goals, in their own words.',
      'I make the wards ask for it',
    ),
  },
  customers: {
    customer: guide(26, 'The name of the customer, as other sheets write it.', 'Sankt Alva Hospital'),
    does: guide(42, 'What the customer does.', 'Teaching hospital with 640 beds'),
    theirCustomers: guide(40, 'Whom the customer serves.', 'Patients and those who visit them'),
    needs: guide(
      44,
      'What the customer needs of you, as skills, parted by commas. Compared with the skills of your people.',
      'hospital hygiene, night work planning',
    ),
    satisfaction: guide(14, 'How satisfied the customer is, from 0 to 10.', '8.5'),
    since: guide(13, 'Since when it has been a customer.', '2023-05-02'),
  },
  updates: {
    day: guide(13, 'The day of the news.', '2026-03-31'),
    team: guide(22, 'The team that it comes from.', 'North'),
    update: guide(70, 'What changed, and what you do about it.', 'The inspector is late: wards 3 and 4 swap'),
    kind: guide(20, 'What sort of news it is. Blank is fine.', 'course correction'),
    about: guide(36, 'The goal or milestone that it is about: its title or its ID.', 'First ward live'),
    by: guide(22, 'Who wrote it.', 'Ann Lee'),
  },
  measures: {
    measure: guide(32, 'What is counted each week.', 'First meetings'),
    team: guide(22, 'The team that watches it.', 'North'),
    owner: guide(22, 'The one person who writes the number down.', 'Bo Ek'),
    goal: guide(10, 'What each week should reach.', '12'),
    direction: guide(12, 'Which way is better. Blank is up.', 'up'),
    unit: guide(12, 'What the number counts.', 'meetings'),
  },
  settings: {
    setting: guide(20, 'The name of the setting. Leave the names as they are.', 'Time zone'),
    value: guide(
      26,
      'What shall hold for this plan. Blank is the default, which the text on the right names.',
      'Europe/Zurich',
    ),
  },
};

/** What the template says about a column. Throws where nothing was written about it yet. */
export function columnGuide(kind: SheetKind, field: string): ColumnGuide {
  const found = Object.hasOwn(GUIDES[kind], field) ? GUIDES[kind][field] : undefined;
  if (found === undefined) throw new RangeError(`the template says nothing about ${kind}.${field}`);
  return found;
}

/** The note on a header: what goes there, whether it is needed, an example, and the other headers that are understood. */
export function headerNote(kind: SheetKind, { field, names: [name, ...others], needed }: ColumnSpec): string {
  const { what, example } = columnGuide(kind, field);
  return [
    `${name}: ${needed ? 'needed in every row' : 'may be left blank'}`,
    what,
    `Example: ${example}`,
    ...(others.length === 0 ? [] : [`Other headers that are understood: ${others.join(', ')}`]),
  ].join('\n');
}
