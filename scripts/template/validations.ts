import type ExcelJS from 'exceljs';
import type { ColumnSpec, SheetKind } from '../../src/plan/columns.ts';
import { SHEETS } from '../../src/plan/columns.ts';
import type { UpdateKind, WeeklyMeasure } from '../../src/plan/plan.ts';
import { STATUS_NAMES, statusOf } from '../../src/plan/statuses.ts';
import { listRangeOf } from './sheets.ts';

/** Columns whose drop-down is what stands in another sheet's column. */
const LISTS: ReadonlyMap<string, readonly [kind: SheetKind, field: string]> = new Map([
  ['goals.team', ['teams', 'team']],
  ['goals.customer', ['customers', 'customer']],
  ['goals.owner', ['people', 'name']],
  ['milestones.goal', ['goals', 'goal']],
  ['milestones.owner', ['people', 'name']],
  ['actions.milestone', ['milestones', 'milestone']],
  ['actions.owner', ['people', 'name']],
  ['actions.promisedTo', ['people', 'name']],
  ['teams.leader', ['people', 'name']],
  ['people.team', ['teams', 'team']],
  ['updates.team', ['teams', 'team']],
  ['updates.by', ['people', 'name']],
  ['measures.team', ['teams', 'team']],
  ['measures.owner', ['people', 'name']],
]);

/** Complete by its type, so that no kind of update is forgotten. */
const UPDATE_KINDS: Readonly<Record<UpdateKind, true>> = {
  'course correction': true,
  decision: true,
  risk: true,
  opportunity: true,
  news: true,
};
const DIRECTIONS: Readonly<Record<WeeklyMeasure['direction'], true>> = { up: true, down: true };
const STEPS = [
  'Discovery',
  'Proposal',
  'Proof',
  'Signing',
  'Go-live',
  'Delighted customer',
  'Renewal',
  'Referral',
];

/** Statuses as a drop-down shows them. Actions have no owner's word on how they go. */
export function statusesOf(kind: SheetKind): string[] {
  const names = STATUS_NAMES.filter((name) => kind !== 'actions' || statusOf(name)?.declared === null);
  return names.map(capitalised);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * What the cells of a column may hold; null where anything goes. Lists only warn: the reader understands more words
 * than they show, and new names are written before they are listed. Days and numbers that are none are refused.
 */
export function validationOf(kind: SheetKind, column: ColumnSpec): ExcelJS.DataValidation | null {
  const path = `${kind}.${column.field}`;
  const list = LISTS.get(path);
  if (list !== undefined) return fromSheet(...list);
  if (path === 'updates.kind') return fromWords(Object.keys(UPDATE_KINDS), 'warning');
  if (path === 'measures.direction') return fromWords(Object.keys(DIRECTIONS), 'warning');
  if (path === 'milestones.kind') return fromWords(STEPS, 'suggestion');
  if (column.field === 'priority') return fromWords(['High', 'Medium', 'Low'], 'suggestion');
  switch (column.reads) {
    case 'day':
    case 'done':
      return DAY;
    case 'status':
      return fromWords(statusesOf(kind), 'warning');
    case 'share':
      return within(0, 1, 'Write how far it is, from 0% to 100%, such as 40%; or leave the cell blank.');
    case 'number':
      return numberOf(column.field);
    default:
      return null;
  }
}

const DAY: ExcelJS.DataValidation = {
  type: 'date',
  operator: 'between',
  allowBlank: true,
  formulae: [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2099, 11, 31))],
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: 'This is no day',
  error:
    'Write one day of the calendar, such as 2026-03-31. For “end of March” or “Q2”, choose the last day of it.',
};

function numberOf(field: string): ExcelJS.DataValidation {
  if (field === 'weight') {
    return {
      ...within(0, 0, 'Write a number above 0, such as 2; or leave the cell blank, which counts 1.'),
      operator: 'greaterThan',
      formulae: [0],
    };
  }
  if (field === 'satisfaction') return within(0, 10, 'Write a number from 0 to 10, such as 8.5.');
  return {
    ...within(-1e12, 1e12, 'Write one number alone, such as 24. Its unit has a column of its own.'),
    errorStyle: 'warning',
  };
}

/** A number within limits, which count as within. */
export function within(
  least: number,
  most: number,
  error: string,
  type: 'decimal' | 'whole' = 'decimal',
): ExcelJS.DataValidation {
  return {
    type,
    operator: 'between',
    allowBlank: true,
    formulae: [least, most],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'This number does not fit',
    error,
  };
}

function fromSheet(kind: SheetKind, field: string): ExcelJS.DataValidation {
  const { name, row } = SHEETS[kind];
  const isParent = kind === 'goals' || kind === 'milestones';
  return {
    type: 'list',
    allowBlank: true,
    formulae: [listRangeOf(kind, field)],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: `Not in the sheet ${name}`,
    error: isParent
      ? `The sheet ${name} has no ${row} with this title. Pick one from the list; or write its ID, if it has one.`
      : `The sheet ${name} does not list this ${row} yet. Keep it if it is spelt as you mean it, and add it there.`,
  };
}

/** A drop-down of words: one that warns of others, or one that merely suggests. */
export function fromWords(words: readonly string[], style: 'warning' | 'suggestion'): ExcelJS.DataValidation {
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.join(',')}"`],
    ...(style === 'suggestion'
      ? { showErrorMessage: false }
      : {
          showErrorMessage: true,
          errorStyle: 'warning',
          errorTitle: 'Not on the list',
          error: 'Pick a word from the list; others may not be understood.',
        }),
  };
}
