import type { z } from 'zod';
import type { Cell } from '../grid/grid.ts';
import { type LocaleFacts, localeFacts } from '../grid/locale.ts';
import { type DayContext, readDay } from '../grid/read-day.ts';
import { personName, readList, readNames } from '../grid/read-list.ts';
import { readNumber } from '../grid/read-number.ts';
import { countsInPercentPoints, readShare } from '../grid/read-percent.ts';
import { cellFault } from '../grid/reading.ts';
import type { GridRecord } from '../grid/record.ts';
import { cellText, isBlank, saysNothing } from '../grid/text.ts';
import { CATALOGUE, type Code } from './catalogue.ts';
import type { ColumnSpec } from './columns.ts';
import type { Draft, RowFinding } from './draft.ts';
import { explain, unknownStatus } from './explain.ts';
import { readDone } from './read-done.ts';
import { readLink, readTitleLink } from './read-link.ts';
import type { PlanSheet } from './read-sheet.ts';
import { type Finding, NO_SCOPE } from './report.ts';
import { RowPlace } from './row-place.ts';
import { statusOf } from './statuses.ts';
import { isNobody } from './words.ts';

/** What a cell came to. A fault leaves the value null. */
interface CellRead {
  readonly value: unknown;
  readonly finding: Finding | null;
}

interface Context extends DayContext {
  readonly locale: LocaleFacts;
  readonly percentPoints: boolean;
  /** Names by cell text, in columns for one name and for several: the same few people stand in thousands of cells. */
  readonly names: Readonly<Record<'name' | 'names', Map<string, readonly string[]>>>;
  /** The same without those that are nobody. */
  readonly people: Readonly<Record<'name' | 'names', Map<string, readonly string[]>>>;
  /** What of a cell may be shown. */
  readonly textOf: (column: ColumnSpec, cell: Cell | undefined) => string;
}

const NOT_DONE = { done: false, day: null };

/** The records of a sheet as drafts of rows: every cell read, and each row checked against what a row is. */
export function readRows<R>(sheet: PlanSheet, schema: z.ZodType<R>, localeTag: string | null): Draft<R>[] {
  const locale = localeFacts(localeTag);
  const share = sheet.spec.columns.find((column) => column.reads === 'share');
  const shares = share ? sheet.records.map((record) => record.cell(share.field)) : [];
  const context: Context = {
    locale,
    date1904: sheet.book.date1904,
    percentPoints: countsInPercentPoints(shares, locale),
    names: { name: new Map(), names: new Map() },
    people: { name: new Map(), names: new Map() },
    textOf: (column, cell) => shownText(column, cell, context),
  };
  const parse = (fields: Readonly<Record<string, unknown>>): R | null =>
    schema.safeParse(fields).data ?? null;
  return sheet.records.map((record) => readRow(sheet, record, schema, context, parse));
}

function readRow<R>(
  sheet: PlanSheet,
  record: GridRecord,
  schema: z.ZodType<R>,
  context: Context,
  parse: Draft<R>['parse'],
): Draft<R> {
  const fields: Record<string, unknown> = {};
  const findings: RowFinding[] = [];
  let faulty: Set<string> | null = null;
  for (const column of sheet.spec.columns) {
    const { field } = column;
    const cell = record.cell(field);
    const { value, finding } = readCell(column, cell, context);
    fields[field] = value;
    if (finding === null) continue;
    findings.push({ ...finding, field });
    if (CATALOGUE[finding.code].severity !== 'error') continue;
    faulty ??= new Set();
    faulty.add(field);
  }
  if ('link' in fields && fields.link === null) {
    const { link, odd } = readTitleLink(record.cell(sheet.spec.title));
    fields.link = link;
    if (odd) findings.push({ ...odd, field: sheet.spec.title });
  }
  const source = new RowPlace(sheet, record, context.textOf);
  const result = schema.safeParse(fields);
  for (const issue of result.error?.issues ?? []) {
    const field = String(issue.path[0]);
    // A cell that could not be read is told of already.
    if (faulty?.has(field)) continue;
    faulty ??= new Set();
    faulty.add(field);
    findings.push({ ...explain(codeOf(issue.message), sheet, source, field), field });
  }
  const row = result.success && faulty === null ? result.data : null;
  // A row that is whole is kept once: what was checked has the same fields, of which only the weight is never null.
  const known = result.success ? (result.data as Record<string, unknown>) : fields;
  return {
    sheet,
    record,
    source,
    fields: known,
    row,
    parse,
    findings,
    id: null,
    scope: NO_SCOPE,
    cause: null,
  };
}

/** The messages of the schemas are codes; any other is a field with no value that fits, which only a blank can be. */
function codeOf(message: string): Code {
  // The check that it is a key of the catalogue is what the assertion rests on.
  return Object.hasOwn(CATALOGUE, message) ? (message as Code) : 'missing-cell';
}

/** What a cell shows. Of people, only what may be published: no mail addresses. */
function shownText(column: ColumnSpec, cell: Cell | undefined, context: Context): string {
  const text = cellText(cell);
  const { reads } = column;
  const isNames = reads === 'name' || reads === 'names';
  return isNames && text !== '' && cell?.kind !== 'error' ? namesIn(reads, text, context).join(', ') : text;
}

/** The names in a cell: one in a column for one name, whatever stands between its words. */
function namesIn(reads: 'name' | 'names', text: string, { names }: Context): readonly string[] {
  return once(names[reads], text, () => (reads === 'name' ? [personName(text)] : readNames(text)));
}

function peopleIn(reads: 'name' | 'names', text: string, context: Context): readonly string[] {
  return once(context.people[reads], text, () =>
    namesIn(reads, text, context).filter((name) => !isNobody(name)),
  );
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

function readCell(column: ColumnSpec, cell: Cell | undefined, context: Context): CellRead {
  if (cell === undefined || isBlank(cell)) return { value: blank(column, cell), finding: null };
  const fault = cellFault(cell);
  if (fault) return { value: blank(column, undefined), finding: fault };
  const reading = READERS[column.reads](cell, context, column);
  return 'ok' in reading
    ? {
        value: reading.ok ? reading.value : blank(column, undefined),
        finding: reading.ok ? reading.odd : reading.fault,
      }
    : reading;
}

function blank(column: ColumnSpec, cell: Cell | undefined): unknown {
  if (column.reads === 'list' || column.reads === 'names') return [];
  if (column.reads === 'done') return NOT_DONE;
  return column.reads === 'link' ? readLink(cell).link : null;
}

type CellReader = (
  cell: Cell,
  context: Context,
  column: ColumnSpec,
) =>
  | CellRead
  | { readonly ok: true; readonly value: unknown; readonly odd: Finding | null }
  | { readonly ok: false; readonly fault: Finding };

const READERS: Readonly<Record<ColumnSpec['reads'], CellReader>> = {
  text: (cell, _, { needed }) => {
    const text = cellText(cell);
    return { value: !needed && saysNothing(text) ? null : text, finding: null };
  },
  day: (cell, context) => readDay(cell, context),
  number: (cell, context) => readNumber(cell, context.locale),
  share: (cell, context) => readShare(cell, context.locale, context.percentPoints),
  list: (cell) => ({ value: readList(cellText(cell)).filter((entry) => !saysNothing(entry)), finding: null }),
  name: (cell, context) => ({ value: peopleIn('name', cellText(cell), context)[0] ?? null, finding: null }),
  names: (cell, context) => ({ value: peopleIn('names', cellText(cell), context), finding: null }),
  status: (cell) => {
    const text = cellText(cell);
    if (/^\p{Pd}$/u.test(text)) return { value: null, finding: null };
    const status = statusOf(cell.kind === 'boolean' ? String(cell.value) : text);
    return status ? { value: status, finding: null } : { value: null, finding: unknownStatus(text) };
  },
  done: (cell, context) => readDone(cell, context),
  link: (cell) => {
    const { link, odd } = readLink(cell);
    return { value: link, finding: odd };
  },
};
