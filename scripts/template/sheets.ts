import { columnLetters } from '../../src/grid/address.ts';
import { SHEETS, type SheetKind } from '../../src/plan/columns.ts';

/** A sheet as the template lays it out. */
export interface SheetLayout {
  readonly kind: SheetKind;
  /** What one row is, and what it is for. */
  readonly purpose: string;
  /** The last row that has drop-downs and conditional formats. Whole columns would make other programs slow. */
  readonly lastRow: number;
  /** Columns that stay in view. */
  readonly frozen: number;
}

/** The sheets in the order in which a person fills them in. */
export const LAYOUTS: readonly SheetLayout[] = [
  {
    kind: 'goals',
    purpose: 'What a team wants to reach, for the customer and for itself, and from when to when.',
    lastRow: 500,
    frozen: 3,
  },
  {
    kind: 'milestones',
    purpose: 'The steps on the way to a goal, each with its day. Signing is one of them, not the last.',
    lastRow: 1000,
    frozen: 3,
  },
  {
    kind: 'actions',
    purpose: 'What one person does next for a milestone, and by when.',
    lastRow: 2000,
    frozen: 3,
  },
  { kind: 'teams', purpose: 'Who leads each team, and what it works towards.', lastRow: 200, frozen: 1 },
  {
    kind: 'people',
    purpose: 'Who is on which team, what each is good at, and the part that each plays.',
    lastRow: 500,
    frozen: 1,
  },
  {
    kind: 'customers',
    purpose: 'What each customer does and needs, and who its own customers are.',
    lastRow: 500,
    frozen: 1,
  },
  {
    kind: 'updates',
    purpose: 'What changed: course corrections, decisions, risks, opportunities, news.',
    lastRow: 1000,
    frozen: 1,
  },
  {
    kind: 'measures',
    purpose: 'The numbers that a team watches from week to week.',
    lastRow: 200,
    frozen: 1,
  },
  {
    kind: 'settings',
    purpose: 'The title of the plan, its time zone and its limits.',
    lastRow: 30,
    frozen: 1,
  },
];

/** The letters of a field's column in the template. Throws where the sheet has no such field. */
export function lettersOf(kind: SheetKind, field: string): string {
  const index = SHEETS[kind].columns.findIndex((column) => column.field === field);
  if (index < 0) throw new RangeError(`the sheet ${kind} has no field ${field}`);
  return columnLetters(index + 1);
}

/** The rows of a column below the header as a plain range, such as `A2:A200`. */
export function rangeOf(kind: SheetKind, field: string): string {
  const letters = lettersOf(kind, field);
  return `${letters}2:${letters}${lastRowOf(kind)}`;
}

/** The same for formulas on other sheets, such as `Teams!$A$2:$A$200`. */
export function listRangeOf(kind: SheetKind, field: string): string {
  const letters = lettersOf(kind, field);
  return `${SHEETS[kind].name}!$${letters}$2:$${letters}$${lastRowOf(kind)}`;
}

function lastRowOf(kind: SheetKind): number {
  return LAYOUTS.find((layout) => layout.kind === kind)?.lastRow ?? 1;
}
