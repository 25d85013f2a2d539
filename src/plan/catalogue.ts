import type { Severity } from './problem.ts';

interface Entry {
  readonly severity: Severity;
  /** What it means, in one line, for the help page. */
  readonly meaning: string;
}

/** Every sort of problem that a plan can have. A row with an error is left out; a warning or a note keeps it. */
export const CATALOGUE = {
  'missing-sheet': { severity: 'fatal', meaning: 'A needed sheet is not in the workbook.' },
  'missing-column': {
    severity: 'fatal',
    meaning: 'A needed sheet has no header row with all needed columns.',
  },
  'bad-mapping': {
    severity: 'fatal',
    meaning: 'The configuration takes a column from a header that the sheet does not have.',
  },
  'no-rows': { severity: 'fatal', meaning: 'The Goals sheet has a header, but no goal below it.' },

  'sheet-without-header': {
    severity: 'error',
    meaning: 'An optional sheet has no header row with its needed columns, and was not read.',
  },
  'missing-cell': { severity: 'error', meaning: 'A cell that every row needs is blank.' },
  'cell-error': { severity: 'error', meaning: 'A cell shows an error such as #REF!.' },
  'formula-without-result': { severity: 'error', meaning: 'A formula has no stored result.' },
  'bad-day': { severity: 'error', meaning: 'A cell should name one calendar day, and does not.' },
  'ambiguous-day': { severity: 'error', meaning: 'A day such as 3/4/2026 may be read in more than one way.' },
  'bad-number': { severity: 'error', meaning: 'A cell should hold one number, and does not.' },
  'ambiguous-number': {
    severity: 'error',
    meaning: 'A number such as 1,234 may be read in more than one way.',
  },
  'out-of-range': {
    severity: 'error',
    meaning: 'Progress is not from 0 % to 100 %, or satisfaction not from 0 to 10.',
  },
  'bad-weight': { severity: 'error', meaning: 'A weight is 0 or less.' },
  'unknown-status': { severity: 'error', meaning: 'A status is none of the words that are understood.' },
  'unknown-direction': { severity: 'error', meaning: 'The direction of a measure is neither up nor down.' },
  'duplicate-id': { severity: 'error', meaning: 'A row of the same sheet above has the same ID.' },
  'duplicate-name': {
    severity: 'error',
    meaning: 'A row above describes the same team, person or customer.',
  },
  'unknown-parent': { severity: 'error', meaning: 'A row names a goal or milestone that no row has.' },
  'ambiguous-parent': { severity: 'error', meaning: 'A row names a title that more than one row has.' },
  'parent-in-error': {
    severity: 'error',
    meaning: 'The goal or milestone that a row belongs to is left out itself.',
  },
  'bad-setting': {
    severity: 'error',
    meaning: 'A setting has a value that cannot be used; its default holds.',
  },

  'day-against-locale': {
    severity: 'warning',
    meaning: 'A day was read in the only way possible, which is not the usual one of the plan’s locale.',
  },
  'status-not-for-actions': {
    severity: 'warning',
    meaning: 'An action has a status that only goals and milestones have.',
  },
  'unsafe-link': {
    severity: 'warning',
    meaning: 'A link is no http or https address, and is not published. E-mail addresses never are.',
  },
  'unknown-kind': { severity: 'warning', meaning: 'An update is of a kind that is not understood.' },
  'unknown-about': {
    severity: 'warning',
    meaning: 'An update is about a goal or milestone that no row has.',
  },
  'unknown-person': {
    severity: 'warning',
    meaning: 'A row names a person whom the People sheet does not have.',
  },
  'unknown-team': {
    severity: 'warning',
    meaning: 'A team is not in the Teams sheet, and its name is close to one that is.',
  },
  'unknown-customer': {
    severity: 'warning',
    meaning: 'A customer is not in the Customers sheet, and its name is close to one that is.',
  },
  'several-owners': { severity: 'warning', meaning: 'A row has more than one owner.' },
  'group-owner': {
    severity: 'warning',
    meaning: 'The owner of a row is a team or a group, and no one person.',
  },
  'similar-names': {
    severity: 'warning',
    meaning: 'Two names in the plan are so alike that they may be one person’s.',
  },
  'done-without-day': {
    severity: 'warning',
    meaning: 'A row is done, but on no day, so that no promise can be judged by it.',
  },
  'done-in-future': { severity: 'warning', meaning: 'A row was done on a day that has not come yet.' },
  'due-before-start': { severity: 'warning', meaning: 'A row is due before it starts.' },
  'due-after-parent': {
    severity: 'warning',
    meaning: 'A row is due after the goal or milestone that it belongs to.',
  },
  'no-next-action': {
    severity: 'warning',
    meaning: 'A milestone has started, is not done, and has no open action.',
  },
  'all-actions-done': { severity: 'warning', meaning: 'All actions of a milestone are done, and it is not.' },
  'progress-against-status': {
    severity: 'warning',
    meaning: 'The typed progress of a milestone contradicts its status.',
  },

  'ignored-columns': { severity: 'note', meaning: 'Columns that are not known were ignored.' },
  'ignored-sheets': { severity: 'note', meaning: 'Sheets that are not known were ignored.' },
  'repeated-column': { severity: 'note', meaning: 'A second column of the same meaning was ignored.' },
  'repeated-sheet': { severity: 'note', meaning: 'A second sheet of the same name was ignored.' },
  'table-beside': { severity: 'note', meaning: 'A second table beside the first was not read.' },
  'shared-table': {
    severity: 'note',
    meaning: 'One sheet holds the rows of two, as in a table of goals and key results.',
  },
  'filled-down': {
    severity: 'note',
    meaning: 'Blank cells took the name of the goal, milestone or team above them.',
  },
  'mapped-value': {
    severity: 'note',
    meaning: 'A column that the sheet lacks has one value for every row, by the configuration.',
  },
  'skipped-rows': {
    severity: 'note',
    meaning: 'Rows with no title, such as headings and totals, were skipped.',
  },
  'unknown-setting': { severity: 'note', meaning: 'A setting that is not known was ignored.' },
  'repeated-setting': { severity: 'note', meaning: 'A setting stands twice; the first counts.' },
} as const satisfies Record<string, Entry>;

/** What is wrong beside the plan's cells. */
export const OTHER_PROBLEMS = {
  'source-unreachable': {
    severity: 'error',
    meaning: 'One of several sources cannot be reached, and its rows are missing.',
  },
  'damaged-history': { severity: 'warning', meaning: 'A line or a file of the history cannot be read.' },
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof CATALOGUE;
