/*
 * Every word that the pages say, in English. Another language is a translation of this file, and complete as soon as
 * it compiles. What comes out of the plan (titles, names, notes) is never translated.
 */

const rowsOf = (count: number) => (count === 1 ? 'One row of the sheet' : `${count} rows of the sheet`);

/** `1 row`, `2 rows`. */
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

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

  /** What an action is. */
  state: {
    'not started': 'not started',
    'in progress': 'in progress',
    blocked: 'blocked',
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

  overview: {
    /** Counts in running text, from no to twelve; above, figures. */
    numbers: [
      'no',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
    ],
    headline: {
      none: 'No teams in the plan yet',
      noneStarted: 'No team has started yet',
      one: (name: string, status: string) => `${name} is ${status}`,
      oneWaiting: (name: string) => `${name} has not started yet`,
      both: 'Both teams are on track',
      neither: 'Neither team is on track',
      all: (count: string) => `All ${count} teams are on track`,
      noneOf: (count: string) => `None of the ${count} teams is on track`,
      some: (fine: string, all: string, isOne: boolean) =>
        `${fine} of ${all} teams ${isOne ? 'is' : 'are'} on track`,
    },
    behind: (name: string, points: string) => `${name} is ${points} points behind where it should be.`,
    behindTwo: (name: string, points: string, next: string, nextPoints: string) =>
      `${name} is ${points} points behind where it should be, ${next} ${nextPoints}.`,
    byStatus: 'Teams by status',
    noTeams: 'No teams yet',
    noTeamsCure:
      'Add a row to the sheet Goals, with its team, its title, its start and its due day: the team’s scorecard appears here.',
    teams: 'Teams',
    columns: {
      team: 'Team',
      progress: 'Progress',
      kept: 'Promises kept',
      fitness: 'Fitness',
      next: 'Next milestone',
    },
    progressNote: ', and the post where it should be by today',
    leftOut: (count: number) => `${count === 1 ? 'One row' : `${count} rows`} left out`,
    doneExpected: (expected: string) => `done, ${expected} expected`,
    of: (all: number) => `of ${all}`,
    when: (day: string, fromNow: string) => `${day}, ${fromNow}`,
    noneAhead: 'None ahead',
    sortBy: 'Sort by',
    sorts: {
      attention: 'needs attention',
      name: 'name',
      progress: 'least progress',
      gap: 'furthest behind',
      kept: 'fewest promises kept',
      fitness: 'least fit',
      next: 'next milestone',
    },
    find: 'Find',
    findHint: 'team, leader, customer',
    status: 'Status',
    clear: 'Show all',
    shown: '{shown} of {all} teams',
    noMatch: 'No team is like that.',
    attention: 'Milestones that need attention',
    moved: 'What moved this week',
    allMoves: 'All changes',
    moreMoves: (count: number) => `And ${count} more, in all changes`,
    coming: 'Due in the next six weeks',
    moreOnTimeline: (count: number) => `And ${count} more, on the timeline`,
    updates: 'Latest updates',
  },

  team: {},

  goal: {},

  milestone: {},

  timeline: {},

  charts: {},

  /** How a number was worked out, opened beside it. */
  explain: {
    open: 'how this is worked out',
    done: 'Done',
    expected: 'Expected by today',
    gap: 'Gap',
    goal: 'Goal',
    milestone: 'Milestone',
    weight: 'Weight',
    start: 'Start',
    due: 'Due',
    today: 'Today',
    measure: 'Measure',
    baseline: 'Baseline',
    target: 'Target',
    current: 'Current',
    promise: 'Promise',
    promised: 'Promised for',
    outcome: 'Outcome',
    keptRate: 'Kept',
    passed: 'Passed',
    teamMean: 'The mean of its goals, each by its weight.',
    goalMean: 'The mean of its milestones, each by its weight.',
    noOutcome: 'No outcome is measured, so the work counts.',
    byOutcome: 'By the outcome: the part of the way from baseline to target that lies behind.',
    nothingYet: 'There is neither an outcome nor a milestone, so nothing is done yet.',
    doneCounts: 'Marked as done, which counts in full.',
    typed: 'Typed into the sheet, which goes before any sum.',
    noActions: 'There are no actions yet, so nothing is done.',
    actionsDone: 'Done actions among all of them. One in progress earns nothing yet.',
    actionsByWeight: 'The weight of done actions in that of all of them. One in progress earns nothing yet.',
    evenPace: 'Expected is an even pace from start to due day.',
    noSpan: 'The start is not before the due day: all is expected from the due day on, and nothing before.',
    dropped: (count: number) =>
      `${count === 1 ? 'One that is dropped counts' : `${count} that are dropped count`} nowhere.`,
    keptRule: (from: string, to: string, days: number) =>
      `Promises first made for a day from ${from} to ${to}, the last ${days} days. Done by that day is kept, done after it late, not done missed. Moving the day keeps no promise; done without a day counts nowhere.`,
    fitnessRule: (checks: number, unmeasured: number) =>
      `Checks passed among those that can be measured: ${checks}${unmeasured === 0 ? '' : ` less ${unmeasured}`}.`,
    statusRule: 'The first rule that holds settles it. The gap is what is expected less what is done.',
    holds: 'holds',
    decides: 'decides',
    conditions: {
      typedDropped: 'marked as dropped',
      typedDone: 'marked as done',
      overdue: (day: string) => `not done by its due day, ${day}`,
      gap: (points: string) => `a gap of ${points} points or more`,
      goalOffTrack: 'a goal of it is off track',
      goalsDone: 'all its goals are done',
      goalsNotStarted: 'none of its goals has started',
      milestoneOffTrack: 'a milestone of it is off track',
      blocked: 'an open action is blocked',
      overdueAction: 'an open action is overdue',
      noForecast: 'a forecast that ends after the due day (there is none yet)',
      forecast: (day: string | null, chance: string) =>
        `a forecast that ends after the due day (${chance} sure ${day === null ? 'only in more than two years' : `by ${day}`})`,
      notStarted: (day: string) => `nothing done, and its start is still to come (${day})`,
      otherwise: 'none of these',
    },
    more: (count: number) => `… and ${count} more`,
    points: (points: string) => `${points} percentage points`,
    countedAs: (share: string) => `, counted as ${share}`,
    shownAs: (share: string) => `, shown as ${share}`,
  },

  search: {},

  share: {},

  people: {},

  customers: {},

  review: {},

  changes: {
    /** What happened to a row, behind its title. */
    what: {
      added: 'added',
      removed: 'removed',
      dropped: 'dropped',
      reopened: 'reopened',
      done: 'done',
      dueMoved: (from: string, to: string) => `due moved from ${from} to ${to}`,
      later: (days: number) => `, ${plural(days, 'day')} later`,
      earlier: (days: number) => `, ${plural(days, 'day')} earlier`,
      again: (times: number, days: number) => `; moved ${times} times, ${plural(days, 'day')} in all`,
      renamed: (from: string) => `renamed; it was “${from}”`,
      parent: 'moved to another parent',
      fields: {
        owner: 'owner',
        progress: 'progress',
        priority: 'priority',
        target: 'target',
        current: 'current',
        weight: 'weight',
        state: 'state',
        status: 'status',
        baseline: 'baseline',
        start: 'start',
      },
      fromTo: (field: string, from: string, to: string) => `${field}: ${from} to ${to}`,
      none: 'none',
      silent: 'moved without a word',
    },
    sorts: { team: 'team', goal: 'goal', milestone: 'milestone', action: 'action' },
  },

  problems: {
    title: 'Cells to mend',
    none: 'No problems in the sheet',
    noneDeck: 'Every row could be read, and nothing in them looks odd.',
    allRead: 'Every row of the sheet could be read.',
    allCount: 'Every row counts all the same.',
    leftOut: (count: number) => `${plural(count, 'row')} left out until mended.`,
    byTeam: 'Problems by team',
    wholeWorkbook: 'The whole workbook',
    scorecard: 'Scorecard',
    moreIn: (counts: string, sheet: string) => `${counts} more in ${sheet}`,
    severity: { fatal: 'fatal', error: 'error', warning: 'warning', note: 'note' },
    counts: {
      fatal: (count: number) => `${count} fatal`,
      error: (count: number) => plural(count, 'error'),
      warning: (count: number) => plural(count, 'warning'),
      note: (count: number) => plural(count, 'note'),
    },
    rowLeftOut: (severity: string) => `${severity}, row left out`,
    theWorkbook: 'the workbook',
    theSheet: 'the sheet',
    inTheCell: (value: string) => `In the cell: ${value}.`,
    copy: 'Copy',
    copyFor: (to: string) => ` the line for ${to}`,
    copied: 'Copied',
    selected: 'Selected: copy it by keyboard',
    keeper: 'whoever keeps the workbook',
    leaderOf: (team: string) => `the leader of ${team}`,
    /** The line that is sent to a team's leader. */
    line: {
      cells: (count: number, where: string) => `${plural(count, 'cell')} to mend in ${where}`,
      places: (count: number, where: string) => `${plural(count, 'place')} to mend in ${where}`,
      workbooks: (count: number) => plural(count, 'workbook'),
      more: (count: number) => ` and ${count} more`,
      /** What is wrong with a cell, behind its value, by the problem's code. */
      briefly: {
        'sheet-without-header': 'no header row with the needed columns',
        'missing-cell': 'to be filled in',
        'cell-error': 'mend the formula',
        'formula-without-result': 'open and save the workbook',
        'bad-day': 'not a day',
        'ambiguous-day': 'which day?',
        'bad-number': 'no number',
        'ambiguous-number': 'which number?',
        'out-of-range': 'out of range',
        'bad-weight': 'weight must be above 0',
        'unknown-status': 'no known status',
        'unknown-direction': 'up or down?',
        'duplicate-id': 'ID is taken',
        'duplicate-name': 'stands twice',
        'unknown-parent': 'no such goal or milestone',
        'ambiguous-parent': 'which one?',
        'bad-setting': 'cannot be used',
        'day-against-locale': 'day in an unusual order',
        'status-not-for-actions': 'no status of an action',
        'unsafe-link': 'no web address',
        'unknown-kind': 'no known kind',
        'unknown-about': 'no such goal or milestone',
        'unknown-person': 'not in the People sheet',
        'unknown-team': 'not in the Teams sheet',
        'unknown-customer': 'not in the Customers sheet',
        'several-owners': 'one owner, please',
        'group-owner': 'one person, please',
        'similar-names': 'one person in two spellings?',
        'done-without-day': 'done on which day?',
        'done-in-future': 'done in the future?',
        'due-before-start': 'due before its start',
        'due-after-parent': 'due after what it belongs to',
        'no-next-action': 'needs a next action',
        'all-actions-done': 'close it, or add the next action',
        'progress-against-status': 'progress against status',
      },
    },
  },

  help: {
    title: 'How it works',
    description: 'How the sheet is filled in, and how each number on this site is worked out.',
    deck: 'The plan is kept in a spreadsheet. This site shows it, and changes nothing in it.',
    onThisPage: 'On this page',
    points: (points: string) => `${points} points`,
    chapters: {
      signs: 'The signs',
      numbers: 'The numbers',
      fitness: 'Team fitness',
      forecast: 'The forecast',
      sheet: 'The sheet',
      cells: 'The cells',
      problems: 'The problems',
    },
    signsIntro:
      'A bar is the way from start to done. Its filled part is what is done; the post stands where it should be by today, at an even pace. What is missing up to the post is shaded.',
    example: 'An example',
    signs: (atRisk: string, offTrack: string) => ({
      'on track': `Less than ${atRisk} behind, and nothing that holds it up.`,
      'at risk': `${atRisk} or more behind; or an open action is blocked or overdue; or it has started and has no next action; or it has stalled; or, going by the past weeks, it is likely to come late.`,
      'off track': `${offTrack} or more behind, or past its due day.`,
      'not started': 'Its start day is still to come, and nothing of it is done.',
      done: 'The sheet says so: its status is done, or Done on is filled.',
      dropped: 'The sheet says so. It counts nowhere, and neither does anything below it.',
    }),
    numbersIntro: (day: string) =>
      `Everything is worked out as of one day, ${day}. Nothing else in it depends on the clock.`,
    numbers: (whole: string, stalledAfter: number) => [
      {
        term: 'Progress of a milestone',
        text: `Done is ${whole}. Else the Progress that somebody typed. Else how far Current has come from Baseline to Target. Else the weight of its done actions in the weight of all its actions: an action that is under way earns nothing until it is done.`,
      },
      {
        term: 'Expected by today',
        text: 'The days gone since its start, in the days from start to due. A milestone without a start of its own takes its goal’s.',
      },
      {
        term: 'Work and outcome of a goal',
        text: 'Work is the mean of its milestones’ progress, by weight. Outcome is how far Current has come from Baseline to Target. Where there is an outcome, the goal’s progress is its outcome, held against the goal’s own days; else it is the work, held against what is expected of the milestones.',
      },
      { term: 'Progress of a team', text: 'The mean over its goals, by weight.' },
      {
        term: 'Status',
        text: 'By the table above; the first line that holds, from the worst down. A goal is also at risk where one of its milestones is off track, and a team where one of its goals is. An owner may write on track, at risk or off track into the sheet: where that differs from the figures, both are shown, and the figures count.',
      },
      {
        term: 'Stalled',
        text: `It started ${stalledAfter} days ago or more, none of its actions was done in the last ${stalledAfter} days, and none that is open is due in the next ${stalledAfter}.`,
      },
      {
        term: 'Promises kept',
        text: 'Of the actions that were promised for one of the 28 days before today: done by the promised day is kept, done after it is late, not done is missed. The rate is kept in all three. An action that is done without a day counts in none: nobody knows when. Where none was due there is no rate.',
      },
    ],
    fitness:
      'Ten checks of what top sales teams do. Where there is nothing to look at, a check is not measurable, and counts neither way.',
    forecast:
      'Each coming week is drawn from the past ones: the last 12 full weeks since the goal began, each as likely as the others, with as many actions done as were done in it. The chance that a number of weeks is enough for all open actions is worked out exactly, not by trial. It takes 4 such weeks and 4 actions done in them; else there is none.',
    sheet: [
      'Goals, Milestones and Actions are needed, the other sheets are not. Columns may stand in any order, under title rows, and between columns of your own. Names of sheets, columns, people and statuses are compared without regard to capitals, accents, blanks and punctuation. A column marked with a star needs a value in every row.',
      'The header may have title rows above it, and take two lines. A team, a goal or a milestone that is written once holds for the blank cells below it, down to the next blank row; where a sheet writes it in every row, a blank cell is one to fill in. Headings and totals between the rows, and a second table beside the first, are passed over. One table may hold goals and their milestones, with the goal repeated or left blank.',
    ],
    languages: (check: string, config: string) => [
      'German, French, Spanish and Portuguese names of sheets and columns are understood too, and so are statuses in these languages. For other names, ',
      check,
      ' proposes what each column could be, ready to be put into ',
      config,
      '.',
    ],
    optional: 'optional',
    needed: 'needed',
    column: 'Column',
    also: 'Also understood',
    settings: 'One setting a row: its name in the column Setting, its value in the column Value.',
    cells: [
      {
        term: 'Parents',
        text: ' are named by ID or by title. Where two rows share a title, give them IDs, or write “Team / Goal” or “Goal / Milestone”.',
      },
      {
        term: 'Days',
        text: ' are best written as real date cells, or as 2026-03-31. A text such as 3/4/2026 can mean two days: set Locale in the sheet Settings, or it is an error.',
      },
      {
        term: 'Progress',
        text: ' is 40% or 0.4. Where a column holds plain numbers above 1, all of them are percent.',
      },
      { term: 'Lists', text: ' such as skills are separated by commas, semicolons or new lines.' },
      { term: 'Formulas', text: ' count by the result that was last saved with the workbook.' },
      {
        term: 'Blank',
        text: ' means not known, never 0. A blank weight is 1; a blank status is not started.',
      },
    ],
    statusColumn: 'Status',
    statusAlso: 'May also be written',
    problems: (page: string) => [
      'Every problem is listed on the ',
      page,
      ' with its cell and its cure. A row with an error is left out, and each page that would have counted it says so; a warning or a note leaves the row in.',
    ],
    problemsPage: 'problems page',
    problem: 'Problem',
    meaning: 'What it means',
  },

  /** Why a row has its status, from the roll-up. */
  reasons: {},

  /** What the checks of team fitness found, from the roll-up. */
  fitness: {},
};

export type Words = typeof en;
