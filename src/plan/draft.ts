import { parseA1 } from '../grid/address.ts';
import type { GridRecord } from '../grid/record.ts';
import { CATALOGUE } from './catalogue.ts';
import type { LastGood } from './last-good.ts';
import type { RowSource } from './plan.ts';
import type { Problem } from './problem.ts';
import type { PlanSheet } from './read-sheet.ts';
import { type Finding, type Place, placeOf, problemAt, type Scope } from './report.ts';

/** Something found in a row, at the cell of a field. */
export interface RowFinding extends Finding {
  readonly field: string;
  /** Where it is, for a cell that is of no field. */
  readonly place?: Place;
  /** With what the cell counts all the same, because it held it before. */
  readonly restored?: LastGood;
}

/** A row on its way into the plan: what its cells say, and all that was found wrong or odd with it so far. */
export interface Draft<R> {
  readonly sheet: PlanSheet;
  readonly record: GridRecord;
  readonly source: RowSource;
  /** What could be read, by field; null where a cell is blank or cannot be read. */
  readonly fields: Record<string, unknown>;
  /** The row as a whole; null where a cell of it is in error. */
  row: R | null;
  /** The row that other values of its fields make; null where they make none. */
  readonly parse: (fields: Readonly<Record<string, unknown>>) => R | null;
  readonly findings: RowFinding[];
  /** Its ID, or the slug that stands for one, once it has one. */
  id: string | null;
  /** To what the row belongs, itself included, as far as is known. */
  scope: Omit<Scope, 'leftOut'>;
  /** The cell for which the row that it belongs to is left out. */
  cause: Place | null;
}

/** True for what leaves a row out: an error in a cell that does not count with what it held before. */
export const isError = (finding: RowFinding): boolean =>
  CATALOGUE[finding.code].severity === 'error' && finding.restored === undefined;

/** True where a row is left out of the plan. */
export function isLost(draft: Draft<unknown>): boolean {
  return draft.findings.some(isError);
}

/** The text of a field, also of a row in error; empty where there is none. */
export function textOf(draft: Draft<unknown>, field: string): string {
  const value = draft.fields[field];
  return typeof value === 'string' ? value : '';
}

/** The cell for which a row is left out: that of its parent where it goes with it. Null where the row counts. */
export function faultPlace(draft: Draft<unknown>): Place | null {
  const first = foundIn(draft).find(({ finding }) => isError(finding));
  return first ? (draft.cause ?? first.place) : null;
}

/** All that was found in a row. The first error by column is the one that counts the row as left out. */
export function problemsOf(draft: Draft<unknown>): Problem[] {
  const found = foundIn(draft);
  const first = found.find(({ finding }) => isError(finding));
  return found.map((entry) =>
    problemAt(entry.place, entry.finding, { ...draft.scope, leftOut: entry === first }),
  );
}

/** What was found in a row, by column. */
function foundIn(draft: Draft<unknown>): { finding: RowFinding; place: Place }[] {
  return draft.findings
    .map((finding) => ({ finding, place: finding.place ?? placeOf(draft.source, finding.field) }))
    .sort((one, other) => columnOf(one.place) - columnOf(other.place));
}

function columnOf(place: Place): number {
  return (place.cell === null ? null : parseA1(place.cell))?.column ?? 0;
}
