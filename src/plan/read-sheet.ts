import { a1 } from '../grid/address.ts';
import { fillDown } from '../grid/fill-down.ts';
import { findHeader, type Header, type HeaderColumn } from '../grid/header.ts';
import { localeFacts } from '../grid/locale.ts';
import { type GridRecord, readRecords } from '../grid/record.ts';
import { cellText, isBlank } from '../grid/text.ts';
import { SHEETS, type SheetKind, type SheetSpec } from './columns.ts';
import type { FoundSheet } from './find-sheets.ts';
import type { Problem } from './problem.ts';
import { readOrigins } from './read-origins.ts';
import { type Finding, problemAt } from './report.ts';
import { PARENT_FIELDS, rowSorter } from './row-sort.ts';
import { groupRecords, isNamedBy, outerNaming } from './shared-table.ts';
import {
  constantValue,
  filledDown,
  firstCell,
  ignoredColumns,
  missingColumns,
  repeatedColumn,
  skippedRows,
  tablesBeside,
} from './sheet-findings.ts';

/** A sheet with its header read, and the records that are rows of the plan. */
export interface PlanSheet extends FoundSheet {
  readonly spec: SheetSpec;
  readonly header: Header;
  readonly records: readonly GridRecord[];
  /**
   * Where one outer row may stand in several rows of a table: by the number of each row, that of the first. Else null.
   */
  readonly leaderOf: ReadonlyMap<number, number> | null;
}

export interface SheetRead {
  /** Null where the sheet has no header. */
  readonly sheet: PlanSheet | null;
  readonly problems: readonly Problem[];
}

type Tell = (finding: Finding, cell?: string | null, value?: string | null) => Problem;

/**
 * The header of a sheet and the records below it.
 * @param isKnown tells of columns that name no field, but are known all the same
 */
export function readSheet(
  found: FoundSheet,
  localeTag: string | null,
  isKnown: (column: HeaderColumn) => boolean = () => false,
): SheetRead {
  const spec = SHEETS[found.kind];
  const tell: Tell = (finding, cell = null, value = null) =>
    problemAt({ book: found.book.name, sheet: found.grid.sheet, cell, value }, finding);
  const { headers, constants, faults } = readOrigins(found, localeTag);
  if (faults.length > 0) return { sheet: null, problems: faults.map((fault) => tell(fault)) };
  const inner = found.shared.slice(found.shared.indexOf(found.kind) + 1);
  const naming = outerNaming(found.kind, inner, headers);
  const needed = spec.columns.flatMap(({ field, needed: isNeeded }) =>
    isNeeded && !constants.has(field) ? [field] : [],
  );
  const search = findHeader(found.grid, naming, needed);
  if (!search.found) {
    // An optional sheet with nothing on it is one that nobody filled in yet.
    if (search.best === null && !spec.needed) return { sheet: null, problems: [] };
    return { sheet: null, problems: [tell(missingColumns(spec, needed, search.best))] };
  }
  const { header } = search;
  const problems: Problem[] = [];
  // What is said of a table that holds several levels is said once.
  const isFirst = found.kind === found.shared[0] || found.shared.length === 0;
  if (isFirst) problems.push(...headerProblems(found, header, isKnown, tell));
  for (const [field, cell] of constants) {
    if (!header.columns.has(field)) problems.push(tell(constantValue(spec, field, cell)));
  }
  const all = readRecords(found.grid, header, constants);
  const sort = rowSorter(found.grid, spec, header, found.shared.length > 1);
  const rows = new Set(all.filter((record, index) => sort(record, all[index + 1])));
  for (const field of parentFields(spec, inner)) {
    const { speakers } = fillDown(all, field, (record) => rows.has(record));
    const [speaker] = speakers;
    if (speaker === undefined || !isFirst) continue;
    const cell = a1(speaker.row, speaker.column);
    problems.push(tell(filledDown(spec, field, speakers), cell, cellText(speaker)));
  }
  const skipped = all.filter((record) => !rows.has(record));
  const [first] = skipped;
  if (first && isFirst) problems.push(tell(skippedRows(spec, skipped), firstCell(first)));
  // In a table of several levels, a row may hold an outer one alone.
  const records = [...rows].filter((record) => isFirst || !isBlank(record.cell(spec.title)));
  if (inner.length === 0) return { sheet: { ...found, spec, header, records, leaderOf: null }, problems };
  const spans = ['start', 'due'].filter((field) => !headers.has(field) && header.columns.has(field));
  const context = { locale: localeFacts(localeTag), date1904: found.book.date1904 };
  const { leaders, leaderOf } = groupRecords(records, parentFields(spec, inner), spans, context);
  return { sheet: { ...found, spec, header, records: leaders, leaderOf }, problems };
}

/** The fields of a sheet that name a parent; of an outer level in a table of several, its own title too. */
function parentFields(spec: SheetSpec, inner: readonly SheetKind[]): string[] {
  return spec.columns.flatMap(({ field, needed }) =>
    needed && PARENT_FIELDS.includes(field) && (field !== spec.title || inner.length > 0) ? [field] : [],
  );
}

function headerProblems(
  found: FoundSheet,
  header: Header,
  isKnown: (column: HeaderColumn) => boolean,
  tell: Tell,
): Problem[] {
  const at = ({ cell }: HeaderColumn): string => a1(cell.row, cell.column);
  const problems = header.repeated.map((column) =>
    tell(repeatedColumn(header, column), at(column), column.text),
  );
  const others = found.shared.filter((kind) => kind !== found.kind);
  const ignored = header.unknown.filter((column) => !isKnown(column) && !isNamedBy(others, column));
  if (ignored.length > 0) problems.push(tell(ignoredColumns(ignored)));
  const [beside] = header.beside;
  if (beside) problems.push(tell(tablesBeside(header.beside), at(beside), beside.text));
  return problems;
}
