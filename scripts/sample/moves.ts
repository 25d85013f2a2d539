import type { DayText, RawCells } from './types.ts';

/** A row by its ID (a customer by its name), or by what it says it belongs to and its title. */
export type RowKey = string | readonly [parent: string, title: string];

/**
 * One change of a cell: its day, sheet, row, column, what it was and what it became. People go by their first names. In
 * the column `ROW`, the row itself was added, and all that belongs to it.
 */
export type Move = readonly [
  day: DayText,
  sheet: 'Goals' | 'Milestones' | 'Actions' | 'Customers',
  row: RowKey,
  column: string,
  from: string | number | null,
  to: string | number | null | RawCells[string],
];

/** Stands for the row itself in place of a column. */
export const ROW = '(row)';

const LINDEHUS = 'Lindehus: 6,200 flats where nobody lets the tap run before drinking';
const PARKVEIEN = 'Parkveien says yes';
const CORVANE = 'Every guest at Corvane showers in water that smells of nothing';
const CARAFES = 'Havsalen serves its own tap water in carafes, first on the coast';
const FJELLRO = 'Win the ski lodges of Fjellro before the season';
const RESORTS = `${CORVANE} / Go live`;
const CELLAR = `${CARAFES} / Go live`;
const BLOCK_A = 'Block A live';
const BLOCK_B = 'Block B live';
const BLOCKS = 'Blocks C to F live';
const FERRIES = 'Skarvø Ferries renews for three years';
const TOUR = 'Parkveien’s board tours block A and sees it work';

/** Days that were moved, row by row. */
const DUE: readonly Move[] = [
  ['04-20', 'Milestones', [LINDEHUS, BLOCK_A], 'Due', '05-22', '05-29'],
  ['05-06', 'Milestones', [LINDEHUS, BLOCK_A], 'Due', '05-29', '06-05'],
  ['05-27', 'Milestones', [LINDEHUS, BLOCK_A], 'Due', '06-05', '06-12'],
  ['05-06', 'Actions', [BLOCK_A, 'Connect stairwells 5 and 6'], 'Due', '05-22', '05-27'],
  ['05-20', 'Actions', [BLOCK_A, 'Connect stairwells 5 and 6'], 'Due', '05-27', '05-29'],
  ['05-19', 'Actions', [BLOCK_A, 'Get the master keys from the caretaker'], 'Due', '05-20', '05-26'],
  ['05-26', 'Actions', [BLOCK_A, 'Get the master keys from the caretaker'], 'Due', '05-26', '05-29'],
  ['05-28', 'Actions', [BLOCK_A, 'Get the master keys from the caretaker'], 'Due', '05-29', '06-05'],
  ['04-29', 'Milestones', 'F1-C', 'Due', '06-26', '07-03'],
  ['06-09', 'Milestones', 'F1-C', 'Due', '07-03', '07-17'],
  ['05-06', 'Milestones', [LINDEHUS, BLOCK_B], 'Due', '06-26', '07-03'],
  ['06-10', 'Milestones', [LINDEHUS, BLOCK_B], 'Due', '07-03', '07-10'],
  ['06-10', 'Actions', [BLOCK_B, 'Connect stairwells 4 to 6'], 'Due', '06-26', '07-08'],
  ['05-13', 'Milestones', 'F2-C', 'Due', '07-03', '07-10'],
  ['06-08', 'Actions', ['F2-C', 'Settle who pays for the water tests'], 'Due', '06-08', '06-15'],
  [
    '06-15',
    'Actions',
    ['F1-C', 'Get the food authority’s stamp on the rinse protocol'],
    'Due',
    '06-12',
    '06-26',
  ],
  ['06-02', 'Actions', ['F1-C', 'Replace the gasket of the dosing pump'], 'Due', '06-03', '06-10'],
  ['06-09', 'Actions', ['F1-C', 'Run line 2 for five days without chlorine'], 'Due', '06-26', '07-10'],
  ['06-09', 'Milestones', 'F1-D', 'Due', '09-18', '10-02'],
  ['05-27', 'Milestones', [LINDEHUS, BLOCKS], 'Due', '09-18', '10-02'],
  ['06-10', 'Milestones', [PARKVEIEN, 'Parkveien signed'], 'Due', '07-24', '08-21'],
  ['05-11', 'Milestones', [PARKVEIEN, TOUR], 'Due', '05-29', '06-12'],
  ['05-11', 'Actions', [TOUR, 'Guide the tour'], 'Due', '05-29', '06-12'],
  ['06-10', 'Goals', ['Housing', PARKVEIEN], 'Due', '07-31', '08-31'],
  ['06-04', 'Actions', [BLOCK_B, 'Fit the plant in the cellar of block B'], 'Due', '06-05', '06-12'],
  ['06-10', 'Actions', [BLOCK_B, 'Connect stairwells 1 to 3'], 'Due', '06-19', '06-26'],
  ['06-12', 'Actions', [RESORTS, 'Switch resorts 6 and 7'], 'Due', '07-02', '06-25'],
  ['05-28', 'Milestones', [CORVANE, 'The group’s spas come on board'], 'Due', '11-06', '10-16'],
  ['05-18', 'Milestones', [CARAFES, 'Go live'], 'Due', '07-03', '07-10'],
  ['06-04', 'Milestones', 'H-2.3', 'Due', '07-10', '07-17'],
  [
    '06-15',
    'Actions',
    ['H-2.3', 'Take the first ferry and switch the island clinic'],
    'Due',
    '06-23',
    '06-30',
  ],
  ['05-29', 'Milestones', 'S-1.4', 'Due', '09-04', '09-18'],
];

/** Figures as they came in, and targets that were raised. */
const FIGURES: readonly Move[] = [
  ['03-31', 'Goals', 'H-1', 'Current', 2, 3],
  ['04-22', 'Goals', 'H-1', 'Target', 6, 8],
  ['04-29', 'Goals', 'H-1', 'Current', 3, 4],
  ['05-13', 'Goals', 'H-1', 'Current', 4, 5],
  ['06-03', 'Goals', 'H-1', 'Current', 5, 6],
  ['04-29', 'Milestones', 'H-2.3', 'Current', 0, 1],
  ['05-12', 'Milestones', 'H-2.3', 'Current', 1, 2],
  ['05-28', 'Milestones', 'H-2.3', 'Current', 2, 3],
  ['06-11', 'Milestones', 'H-2.3', 'Current', 3, 4],
  ['06-15', 'Milestones', [CORVANE, 'Guests rate the water 4.6 or better'], 'Current', 3.9, 4.02],
  ['04-28', 'Goals', 'F1', 'Current', 9, 9.3],
  ['06-08', 'Goals', 'F1', 'Current', 9.3, 9.5],
  ['05-25', 'Goals', ['Housing', LINDEHUS], 'Current', 0, 120],
  ['06-01', 'Goals', ['Housing', LINDEHUS], 'Current', 120, 300],
  ['06-08', 'Goals', ['Housing', LINDEHUS], 'Current', 300, 510],
  ['06-15', 'Goals', ['Housing', LINDEHUS], 'Current', 510, 640],
  ['05-12', 'Milestones', [LINDEHUS, BLOCK_A], 'Progress', null, 0.2],
  ['05-27', 'Milestones', [LINDEHUS, BLOCK_A], 'Progress', 0.2, 0.4],
  ['06-05', 'Milestones', [LINDEHUS, BLOCK_A], 'Progress', 0.4, 0.6],
  ['05-27', 'Milestones', [LINDEHUS, BLOCK_B], 'Progress', null, 0.2],
  ['04-13', 'Goals', 'S-2', 'Current', 66, 70],
  ['04-29', 'Goals', 'S-2', 'Target', 90, 95],
  ['05-11', 'Goals', 'S-2', 'Current', 70, 78],
  ['06-15', 'Goals', 'S-2', 'Current', 78, 82],
  ['05-26', 'Milestones', 'S-2.2', 'Progress', null, 0.5],
  ['06-15', 'Milestones', 'S-2.2', 'Progress', 0.5, 0.7],
  ['05-07', 'Milestones', 'S-2.3', 'Current', 13, 17],
  ['05-19', 'Milestones', 'S-2.3', 'Current', 17, 19],
  ['06-03', 'Milestones', 'S-2.3', 'Current', 19, 22],
];

/** Who answers for it, how urgent it is, how it is called, and what was given up. */
const WORDS: readonly Move[] = [
  ['06-08', 'Actions', ['H-2.3', 'Pack the spare membrane for the island'], 'Owner', 'Tomasz', 'Jonas'],
  [
    '05-27',
    'Actions',
    [BLOCK_A, 'Second visit to the 38 flats where nobody opened'],
    'Owner',
    'Noor',
    'Piotr',
  ],
  ['05-04', 'Milestones', 'S-1.4', 'Owner', 'Marta', 'Henrik'],
  [
    '05-11',
    'Milestones',
    [CORVANE, 'Renewal talk opened by the customer, not by us'],
    'Owner',
    'Mateo',
    'Claire',
  ],
  ['05-04', 'Milestones', 'F2-B', 'Owner', 'Sergio', 'Elif'],
  [
    '06-15',
    'Actions',
    ['F1-C', 'Get the food authority’s stamp on the rinse protocol'],
    'Priority',
    'Medium',
    'High',
  ],
  ['06-10', 'Actions', ['F1-C', 'Replace the gasket of the dosing pump'], 'Priority', null, 'High'],
  ['05-06', 'Milestones', [LINDEHUS, BLOCK_A], 'Priority', 'Medium', 'High'],
  ['06-05', 'Milestones', 'H-1.5', 'Priority', null, 'High'],
  ['05-20', 'Actions', [BLOCK_A, 'Connect stairwells 5 and 6'], 'Weight', null, 2],
  ['05-08', 'Goals', ['Hotels & Resorts', CORVANE], 'Weight', null, 2],
  [
    '05-04',
    'Milestones',
    'H-1.6',
    'Milestone',
    'The patients’ council is content',
    'A letter of thanks from the patients’ council',
  ],
  ['04-20', 'Goals', ['Hotels & Resorts', FJELLRO], 'Status', null, 'cancelled'],
  [
    '04-20',
    'Goals',
    ['Hotels & Resorts', FJELLRO],
    'Notes',
    null,
    'Dropped on 2026-04-20: the lodges were sold, and the new owner rebuilds first.',
  ],
  ['04-20', 'Milestones', [FJELLRO, 'Frost test in one lodge'], 'Status', 'in progress', 'cancelled'],
  [
    '04-20',
    'Actions',
    ['Frost test in one lodge', 'Visit the lodge with the new owner'],
    'Status',
    null,
    "won't do",
  ],
  ['06-09', 'Actions', [TOUR, 'Rent a minibus for the board'], 'Status', 'todo', 'cancelled'],
  ['06-10', 'Milestones', [LINDEHUS, BLOCK_A], 'Status', 'in progress', 'stuck'],
  [
    '06-05',
    'Actions',
    ['F1-C', 'Get the food authority’s stamp on the rinse protocol'],
    'Status',
    'in progress',
    '⛔ Blocked',
  ],
  ['06-01', 'Actions', [BLOCK_A, 'Connect stairwells 5 and 6'], 'Status', 'started', 'Blocked'],
  ['05-29', 'Actions', [RESORTS, 'Change the shower heads that spit'], 'Status', 'in progress', 'Complete'],
];

/** How satisfied customers said they were when somebody asked. */
const SATISFACTION: readonly Move[] = (
  [
    ['04-15', 'Corvane Resorts', 6.5, 7],
    ['05-18', 'Corvane Resorts', 7, 7.5],
    ['06-11', 'Corvane Resorts', 7.5, 8],
    ['04-22', 'Sankt Alva Hospital', 8, 8.5],
    ['06-03', 'Sankt Alva Hospital', 8.5, 9],
    ['04-28', 'Tomatera Foods', null, 7],
    ['04-20', 'Lindehus Housing', 7.5, 7],
    ['05-11', 'Lindehus Housing', 7, 6],
    ['05-27', 'Lindehus Housing', 6, 5.5],
    ['06-11', 'Lindehus Housing', 5.5, 4.5],
    ['05-19', 'Bryndal Dairies', 7.5, 7],
    ['06-09', 'Bryndal Dairies', 7, 6],
    ['05-26', 'Hotel Havsalen', 9, 9.5],
    ['06-12', 'Nordlyng Clinics', 8, 8.5],
  ] as const
).map(([day, customer, from, to]) => [day, 'Customers', customer, 'Satisfaction', from, to]);

/** Cells that somebody spoilt while typing; each held something good before. */
const SLIPS: readonly Move[] = [
  ['06-10', 'Actions', [BLOCKS, 'Hire two fitters for the autumn'], 'Weight', null, 0],
  ['06-11', 'Actions', [FERRIES, 'Repaint the refill signs on deck 2'], 'Weight', null, 'half a day'],
  ['06-12', 'Actions', ['F2-C', 'Ask the growers’ union for a word in favour'], 'Status', null, '50/50'],
  ['06-15', 'Actions', ['H-1.5', 'Swap the strainer on the north riser'], 'Due', '06-23', { error: '#REF!' }],
  ['06-16', 'Actions', [BLOCK_A, 'Mend the leak in stairwell 2'], 'Done on', null, '06-24'],
];

/** Rows that somebody added on the way. */
const ADDED: readonly Move[] = (
  [
    ['05-13', 'Actions', [BLOCK_A, 'Get the master keys from the caretaker']],
    ['05-18', 'Actions', ['H-1.5', 'Meet the caretakers’ union before the rumours do']],
    ['05-18', 'Actions', [BLOCK_A, 'Put a notice in each lift of block A']],
    ['05-20', 'Actions', [BLOCK_A, 'Second visit to the 38 flats where nobody opened']],
    ['05-27', 'Milestones', [LINDEHUS, 'Meter readings go out with the rent letter']],
    ['05-28', 'Actions', [TOUR, 'Have two tenants tell the story instead of us']],
    ['05-28', 'Actions', [TOUR, 'Rent a minibus for the board']],
    ['05-29', 'Milestones', 'S-1.7'],
    ['05-29', 'Actions', [CELLAR, 'Let the bar try ice made of the new water']],
    ['06-01', 'Customers', 'Solsandby Swimming Baths'],
    ['06-01', 'Goals', 'P-1'],
    ['06-01', 'Actions', [BLOCK_A, 'Mend the leak in stairwell 2']],
    ['06-03', 'Actions', [BLOCK_A, 'Translate the notice into Polish']],
    ['06-03', 'Actions', [BLOCK_A, 'Show the council one week of clean lab sheets']],
    ['06-05', 'Actions', ['A night rota that nobody dreads', 'Mend the three alarms that wake us most']],
    ['06-08', 'Actions', ['F1-C', 'Explain the failed rinse to the shift leaders in person']],
    ['06-08', 'Actions', ['F1-C', 'Hang the lab sheets beside line 2']],
    ['06-08', 'Goals', 'P-2'],
    ['06-09', 'Actions', [FERRIES, 'Go through the draft with the head of crew']],
    ['06-09', 'Actions', [BLOCK_B, 'Ask the neighbour’s caretaker for a parking space']],
    ['06-09', 'Actions', [RESORTS, 'Replace the cracked sight glass in resort 4']],
    ['06-10', 'Actions', ['F1-C', 'Order a second gasket, so that it never happens again']],
    ['06-10', 'Actions', [BLOCK_B, 'Book the crane for the pressure tank']],
    ['06-11', 'Actions', [BLOCK_B, 'Warn the laundry in the yard, too']],
    ['06-12', 'Actions', ['Go live', 'Ask about the smell in room 12']],
    ['06-12', 'Actions', ['H-1.5', 'Tell the kitchen when its water is off, in writing']],
    [
      '06-12',
      'Actions',
      ['Guests rate the water 4.6 or better', 'Mend the two showers that get the most complaints'],
    ],
    ['06-15', 'Actions', ['F1-C', 'Ask the authority for a deputy inspector']],
  ] as const
).map(([day, sheet, row]) => [day, sheet, row, ROW, null, 'added']);

/** All that changed in the plan over the twelve weeks before its day, oldest first, beside what was done. */
export const MOVES: readonly Move[] = [
  ...DUE,
  ...FIGURES,
  ...WORDS,
  ...SATISFACTION,
  ...SLIPS,
  ...ADDED,
].sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
