/** How the cells of a column are read. */
export type Reads =
  | 'text'
  | 'day'
  | 'number'
  | 'share'
  | 'list'
  | 'name'
  | 'names'
  | 'status'
  | 'done'
  | 'link';

export interface ColumnSpec {
  readonly field: string;
  /** The template's name first; the others are accepted as they stand. */
  readonly names: readonly string[];
  readonly needed: boolean;
  readonly reads: Reads;
}

export type SheetKind =
  | 'teams'
  | 'people'
  | 'customers'
  | 'goals'
  | 'milestones'
  | 'actions'
  | 'updates'
  | 'measures'
  | 'settings';

export interface SheetSpec {
  readonly kind: SheetKind;
  /** The template's name. */
  readonly name: string;
  /** What one row is called in messages. */
  readonly row: string;
  readonly needed: boolean;
  /** The field without which a row is no row. */
  readonly title: string;
  readonly columns: readonly ColumnSpec[];
}

function column(reads: Reads, field: string, ...names: readonly string[]): ColumnSpec {
  return { field, names, needed: false, reads };
}

function needed(spec: ColumnSpec): ColumnSpec {
  return { ...spec, needed: true };
}

const OWNER_NAMES = ['Owner', 'Owners', 'Owned by', 'Responsible', 'Accountable', 'Assigned to', 'Assignee'];
const DUE = column(
  'day',
  'due',
  'Due',
  'Due date',
  'Due day',
  'Due by',
  'Due on',
  'Target date',
  'Deadline',
  'End date',
  'End',
  'Finish date',
);
const START = column('day', 'start', 'Start', 'Start date', 'Start day', 'Starts', 'Begin', 'Begin date');
const DONE = [
  'Done on',
  'Done',
  'Done date',
  'Completed',
  'Completed on',
  'Completion date',
  'Date completed',
  'Finished',
  'Finished on',
  'Actual end date',
  'Actual end',
];
const STATUS = column('status', 'status', 'Status', 'State');
const WEIGHT = ['Weight', 'Weighting'];
const PRIORITY = column('text', 'priority', 'Priority', 'Prio');
const NOTES = column('text', 'notes', 'Notes', 'Note', 'Comments', 'Comment', 'Remarks', 'Remark');
const LINK = column('link', 'link', 'Link', 'Links', 'URL', 'Hyperlink');
const MEASURED = [
  column('text', 'measure', 'Measure', 'Metric', 'KPI'),
  column('text', 'unit', 'Unit', 'Units'),
  column('number', 'baseline', 'Baseline', 'Base', 'From', 'Start value'),
  column('number', 'target', 'Target', 'To', 'Goal value', 'Target value'),
  column('number', 'current', 'Current', 'Actual', 'Value', 'Current value', 'Actual value'),
];

/**
 * The sheets of a plan and their columns. Names are compared by `comparable`, so that case, accents and punctuation do
 * not matter. No name serves two fields of a sheet. Running numbers (No., WBS) are not taken for IDs: they change when
 * rows move.
 */
export const SHEETS: Readonly<Record<SheetKind, SheetSpec>> = {
  teams: {
    kind: 'teams',
    name: 'Teams',
    row: 'team',
    needed: false,
    title: 'team',
    columns: [
      needed(column('text', 'team', 'Team', 'Team name', 'Name')),
      column('name', 'leader', 'Leader', 'Team leader', 'Lead', 'Manager', 'Head'),
      column('text', 'vision', 'Vision', 'Mission', 'Purpose'),
      column('number', 'order', 'Order', 'Sort order', 'Rank', 'Position'),
    ],
  },
  people: {
    kind: 'people',
    name: 'People',
    row: 'person',
    needed: false,
    title: 'name',
    columns: [
      needed(column('name', 'name', 'Name', 'Full name', 'Person', 'Who', 'Member', 'Team member')),
      column('text', 'team', 'Team'),
      column('text', 'role', 'Role', 'Job title', 'Position', 'Function'),
      column('list', 'skills', 'Skills', 'Skill', 'Strengths', 'Expertise'),
      column('text', 'part', 'Part', 'Part they play', 'The part they play', 'Contribution'),
    ],
  },
  customers: {
    kind: 'customers',
    name: 'Customers',
    row: 'customer',
    needed: false,
    title: 'customer',
    columns: [
      needed(column('text', 'customer', 'Customer', 'Customer name', 'Name', 'Client', 'Account', 'Company')),
      column('text', 'does', 'Does', 'What they do', 'Business', 'Industry'),
      column('text', 'theirCustomers', 'Their customers', "Customer's customers", 'End customers'),
      column('list', 'needs', 'Needs', 'What they need', 'Skills needed'),
      column('number', 'satisfaction', 'Satisfaction', 'Customer satisfaction', 'CSAT', 'Score'),
      column('day', 'since', 'Since', 'Customer since'),
    ],
  },
  goals: {
    kind: 'goals',
    name: 'Goals',
    row: 'goal',
    needed: true,
    title: 'goal',
    columns: [
      column('text', 'id', 'ID', 'Goal ID', 'Objective ID', 'Key', 'Ref'),
      needed(column('text', 'team', 'Team', 'Team name')),
      needed(column('text', 'goal', 'Goal', 'Objective', 'Title', 'Name', 'Goal title', 'Goal name')),
      column('text', 'customer', 'Customer', 'Client', 'Account'),
      column(
        'text',
        'forCustomer',
        'For the customer',
        'For customer',
        "Customer's view",
        'What is in it for the customer',
      ),
      column(
        'text',
        'forUs',
        'For us',
        'For the team',
        'For our team',
        "Team's view",
        'What is in it for us',
      ),
      column('names', 'owner', ...OWNER_NAMES, 'Lead', 'DRI', 'Goal owner', 'Leader'),
      needed(START),
      needed(DUE),
      ...MEASURED,
      column('number', 'weight', ...WEIGHT),
      PRIORITY,
      STATUS,
      NOTES,
      LINK,
    ],
  },
  milestones: {
    kind: 'milestones',
    name: 'Milestones',
    row: 'milestone',
    needed: true,
    title: 'milestone',
    columns: [
      column('text', 'id', 'ID', 'Milestone ID', 'Key', 'Ref'),
      needed(column('text', 'goal', 'Goal', 'Objective', 'Goal ID', 'Objective ID')),
      needed(
        column(
          'text',
          'milestone',
          'Milestone',
          'Title',
          'Name',
          'Milestone name',
          'Key result',
          'Deliverable',
        ),
      ),
      column('text', 'kind', 'Kind', 'Type', 'Milestone type'),
      column('names', 'owner', ...OWNER_NAMES, 'Lead', 'DRI', 'Milestone owner', 'Who'),
      START,
      needed(DUE),
      column('done', 'doneOn', ...DONE),
      STATUS,
      column(
        'share',
        'progress',
        'Progress',
        '% complete',
        '% done',
        '% completed',
        'Percent of task complete',
        'Percentage complete',
        'Progress %',
      ),
      ...MEASURED,
      column('number', 'weight', ...WEIGHT),
      PRIORITY,
      NOTES,
      LINK,
    ],
  },
  actions: {
    kind: 'actions',
    name: 'Actions',
    row: 'action',
    needed: true,
    title: 'action',
    columns: [
      column('text', 'id', 'ID', 'Action ID', 'Task ID', 'Key', 'Ref'),
      needed(column('text', 'milestone', 'Milestone', 'Milestone ID', 'Milestone name', 'Key result')),
      needed(
        column(
          'text',
          'action',
          'Action',
          'Task',
          'Title',
          'To-do',
          'Todo',
          'Action item',
          'Activity',
          'Deliverable',
          'Task name',
          'Next action',
          'Next step',
          'Name',
        ),
      ),
      needed(
        column(
          'names',
          'owner',
          ...OWNER_NAMES,
          'Who',
          'Action owner',
          'Task owner',
          'Lead',
          'DRI',
          'By whom',
        ),
      ),
      needed({ ...DUE, names: [...DUE.names, 'By when', 'When'] }),
      column('done', 'doneOn', ...DONE, 'Complete'),
      STATUS,
      column('number', 'weight', ...WEIGHT, 'Effort', 'Points', 'Story points'),
      PRIORITY,
      column('name', 'promisedTo', 'Promised to', 'For', 'For whom', 'Promised'),
      NOTES,
      LINK,
    ],
  },
  updates: {
    kind: 'updates',
    name: 'Updates',
    row: 'update',
    needed: false,
    title: 'update',
    columns: [
      needed(column('day', 'day', 'Date', 'Day', 'On', 'When')),
      needed(column('text', 'team', 'Team')),
      needed(column('text', 'update', 'Update', 'What changed', 'News', 'Text', 'Note', 'Notes')),
      column('text', 'kind', 'Kind', 'Type', 'Category'),
      column('text', 'about', 'About', 'Goal', 'Milestone', 'Goal or milestone', 'Regarding'),
      column('name', 'by', 'By', 'Author', 'Who', 'From', 'Written by', 'Owner'),
    ],
  },
  measures: {
    kind: 'measures',
    name: 'Measures',
    row: 'measure',
    needed: false,
    title: 'measure',
    columns: [
      needed(column('text', 'measure', 'Measure', 'Metric', 'KPI', 'Measurable')),
      needed(column('text', 'team', 'Team')),
      column('name', 'owner', ...OWNER_NAMES, 'Who', 'Lead'),
      column('number', 'goal', 'Goal', 'Target', 'Weekly goal', 'Each week'),
      column('text', 'direction', 'Direction', 'Better', 'Good is'),
      column('text', 'unit', 'Unit', 'Units'),
    ],
  },
  settings: {
    kind: 'settings',
    name: 'Settings',
    row: 'setting',
    needed: false,
    title: 'setting',
    columns: [
      needed(column('text', 'setting', 'Setting', 'Name', 'Option')),
      column('text', 'value', 'Value', 'Setting value'),
    ],
  },
};

/** The template's page on how to fill it in. It holds no rows, and is passed over without a word. */
export const GUIDE_SHEET = 'Start here';

/** Order in which sheets are read: those that others refer to come first. */
export const SHEET_KINDS: readonly SheetKind[] = [
  'settings',
  'teams',
  'people',
  'customers',
  'goals',
  'milestones',
  'actions',
  'updates',
  'measures',
];
