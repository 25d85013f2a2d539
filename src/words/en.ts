/*
 * Every word that the pages say, in English. Another language is a translation of this file, and complete as soon as
 * it compiles. What comes out of the plan (titles, names, notes) is never translated.
 */

const rowsOf = (count: number) => (count === 1 ? 'One row of the sheet' : `${count} rows of the sheet`);

export const en = {
  /** The language of the pages, as BCP 47. */
  language: 'en',

  status: {
    'on track': 'on track',
    'at risk': 'at risk',
    'off track': 'off track',
    'not started': 'not started',
    done: 'done',
    dropped: 'dropped',
  },

  /** The head and the foot of every page, and what several pages share. */
  page: {
    skip: 'Skip to the content',
    main: 'Main',
    menu: {
      overview: 'Overview',
      timeline: 'Timeline',
      review: 'Review',
      people: 'People',
      customers: 'Customers',
      changes: 'Changes',
      problems: 'Problems',
      help: 'Help',
    },
    errors: 'errors',
    asOf: 'As of',
    darkColours: 'Dark colours',
    madeFrom: (source: string, day: string) => [
      'Made from ',
      source,
      `, as of ${day}. This page is read-only: the plan is changed in its spreadsheet.`,
    ],
    calendar: 'Calendar',
    calendarOf: (name: string) => `Calendar of ${name}`,
    feed: 'Changes feed',
    workedOut: 'How the numbers are worked out',
    staleSources: 'Sources that could not be reached',
    staleSince: (name: string, since: string) => `${name} as of ${since}.`,
    leftOut: (count: number, what: string) =>
      `${rowsOf(count)} could not be read and ${count === 1 ? 'does' : 'do'} not count on ${what}.`,
    /** What `leftOut` says the rows are missing from. */
    leftOutFrom: {
      page: 'this page',
      scorecards: 'the scorecards',
      scorecard: 'this scorecard',
      timeline: 'this timeline',
      goal: 'this goal',
      milestone: 'this milestone',
    },
    cellsToMend: 'Which cells to mend',
    openLink: 'Open its link',
    notFound: 'There is no such page',
  },

  /** Progress, pace and kept promises, wherever they stand. */
  figures: {
    nothingToMeasure: (of: string) => `${of}: nothing to measure yet`,
    pace: (of: string, done: string, expected: string) =>
      `${of}: ${done} done, ${expected} expected by today`,
    kept: 'kept',
    late: 'late',
    missed: 'missed',
    keptCounts: (kept: number, late: number, missed: number) =>
      `${kept} kept, ${late} late, ${missed} missed`,
    keptOf: (kept: number, all: number) => `${kept} of ${all}`,
    noCommitments: 'No commitments were due in the last 28 days',
  },

  overview: {},

  team: {},

  goal: {},

  milestone: {},

  timeline: {},

  charts: {},

  /** How a number was worked out, opened beside it. */
  explain: {},

  search: {},

  share: {},

  people: {},

  customers: {},

  review: {},

  changes: {},

  problems: {},

  help: {},

  /** Why a row has its status, from the roll-up. */
  reasons: {},

  /** What the checks of team fitness found, from the roll-up. */
  fitness: {},
};

export type Words = typeof en;
