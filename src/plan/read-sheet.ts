import { a1 } from '../grid/address.ts';
import type { Cell } from '../grid/grid.ts';
import { findHeader, HEADER_ROWS, type Header, type HeaderColumn } from '../grid/header.ts';
import { type GridRecord, readRecords } from '../grid/record.ts';
import { cellText, isBlank } from '../grid/text.ts';
import { closest, didYouMean, listWords } from './closest.ts';
import { SHEET_KINDS, SHEETS, type SheetKind, type SheetSpec } from './columns.ts';
import { type FoundSheet, some } from './find-sheets.ts';
import { comparable } from './name.ts';
import type { Problem } from './problem.ts';
import { type Finding, problemAt } from './report.ts';

/** A sheet with its header read, and the records that are rows of the plan. */
export interface PlanSheet extends FoundSheet {
  readonly spec: SheetSpec;
  readonly header: Header;
  readonly records: readonly GridRecord[];
}

export interface SheetRead {
  /** Null where the sheet has no header. */
  readonly sheet: PlanSheet | null;
  readonly problems: readonly Problem[];
}

const fieldsByName: ReadonlyMap<SheetKind, ReadonlyMap<string, string>> = new Map(
  SHEET_KINDS.map((kind) => [
    kind,
    new Map(
      SHEETS[kind].columns.flatMap(({ field, names }) => names.map((name) => [comparable(name), field])),
    ),
  ]),
);

/** The field that a header names, as a whole or without what stands in brackets; null where it names none. */
export function fieldOf(kind: SheetKind, header: string): string | null {
  const fields = fieldsByName.get(kind);
  const withoutBrackets = header.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  return fields?.get(comparable(header)) ?? fields?.get(comparable(withoutBrackets)) ?? null;
}

/**
 * The header of a sheet and the records below it. `isKnown` tells of columns that name no field, but are known all the
 * same.
 */
export function readSheet(
  found: FoundSheet,
  isKnown: (column: HeaderColumn) => boolean = () => false,
): SheetRead {
  const spec = SHEETS[found.kind];
  const needed = spec.columns.filter((column) => column.needed).map((column) => column.field);
  const search = findHeader(found.grid, (text) => fieldOf(found.kind, text), needed);
  const tell = (finding: Finding, cell: string | null = null, value: string | null = null): Problem =>
    problemAt({ book: found.book.name, sheet: found.grid.sheet, cell, value }, finding);
  if (!search.found) {
    // An optional sheet with nothing on it is one that nobody filled in yet.
    if (search.best === null && !spec.needed) return { sheet: null, problems: [] };
    return { sheet: null, problems: [tell(missingColumns(spec, search.best))] };
  }
  const { header } = search;
  const problems: Problem[] = header.repeated.map((column) =>
    tell(repeatedColumn(header, column), a1(header.row, column.column), column.text),
  );
  const ignored = header.unknown.filter((column) => !isKnown(column));
  if (ignored.length > 0) problems.push(tell(ignoredColumns(ignored)));
  const records: GridRecord[] = [];
  const skipped: number[] = [];
  for (const record of readRecords(found.grid, header)) {
    if (isSkipped(record, spec)) skipped.push(record.row);
    else records.push(record);
  }
  if (skipped.length > 0) problems.push(tell(skippedRows(spec, skipped)));
  return { sheet: { ...found, spec, header, records }, problems };
}

/** The template's name of a field. */
function nameOf(spec: SheetSpec, field: string): string {
  return spec.columns.find((column) => column.field === field)?.names[0] ?? field;
}

function missingColumns(spec: SheetSpec, best: Header | null): Finding {
  const code = spec.needed ? 'missing-column' : 'sheet-without-header';
  const needed = spec.columns
    .filter((column) => column.needed)
    .map((column) => column.names[0] ?? column.field);
  const expected = `No row of the first ${HEADER_ROWS} has the columns that the sheet needs: ${listWords(needed, 'and')}.`;
  if (best === null) {
    return { code, message: `${expected} Those rows are empty.`, fix: 'Put a header row above the rows.' };
  }
  const missing = best.missing.map((field) => nameOf(spec, field));
  const unknown = best.unknown.map((column) => column.text);
  const guesses = best.missing.flatMap((field) => {
    const names = spec.columns.find((column) => column.field === field)?.names ?? [];
    const close = [...new Set(names.flatMap((name) => closest(name, unknown)))].slice(0, 3);
    return close.length === 0 ? [] : [`${didYouMean(close).replace(/\?$/, '')} by ${nameOf(spec, field)}?`];
  });
  const texts = [...best.columns.values(), ...best.unknown, ...best.repeated]
    .sort((one, other) => one.column - other.column)
    .map((column) => column.text);
  const found = texts.length === 0 ? 'nothing' : some(texts);
  return {
    code,
    message: `${expected} Row ${best.row} comes closest, with ${found}; missing is ${listWords(missing, 'and')}.${guesses.join('')}`,
    fix: `Add ${listWords(missing, 'and')} to the header row, or rename the column that holds it.`,
  };
}

function repeatedColumn(header: Header, column: HeaderColumn & { field: string }): Finding {
  const first = header.columns.get(column.field);
  return {
    code: 'repeated-column',
    message: `The column ${some([column.text])} means the same as ${some([first?.text ?? ''])}, which was read.`,
    fix: 'Rename or remove the column that is not meant.',
  };
}

function ignoredColumns(columns: readonly HeaderColumn[]): Finding {
  return {
    code: 'ignored-columns',
    message: `Columns that are not known were ignored: ${some(columns.map((column) => column.text))}.`,
    fix: 'Nothing, if that is meant; otherwise rename the column.',
  };
}

function skippedRows(spec: SheetSpec, rows: readonly number[]): Finding {
  const ranges: string[] = [];
  let start = rows[0] ?? 0;
  rows.forEach((row, index) => {
    if (rows[index + 1] === row + 1) return;
    ranges.push(start === row ? `${row}` : `${start}–${row}`);
    start = rows[index + 1] ?? 0;
  });
  const shown = ranges.length > 20 ? [...ranges.slice(0, 20), '…'].join(', ') : listWords(ranges, 'and');
  return {
    code: 'skipped-rows',
    message: `Rows that name no ${spec.row} were skipped: ${shown}.`,
    fix: `Nothing, if they are totals or headings; otherwise fill in ${nameOf(spec, spec.title)}.`,
  };
}

const TOTAL = /^(?:grand |sub ?)?(?:totals?|sum|averages?|avg|mean)$/;
const TOTAL_START = /^(?:grand |sub ?)?(?:totals?|sum|averages?|avg)\b/;

/** A row with no title, and nothing else that a row needs, is a heading or a total. */
function isSkipped(record: GridRecord, spec: SheetSpec): boolean {
  const title = record.cell(spec.title);
  const holdsMore = spec.columns.some(
    ({ field, needed }) => needed && field !== spec.title && !isBlank(record.own.get(field)),
  );
  if (!isBlank(title)) return !holdsMore && TOTAL.test(comparable(cellText(title)));
  return !holdsMore || record.all.some((cell) => saysTotal(cell));
}

function saysTotal(cell: Cell): boolean {
  return cell.kind === 'text' && TOTAL_START.test(comparable(cell.value));
}
