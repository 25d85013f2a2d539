import type { Cell, Grid } from './grid.ts';
import {
  type ColumnHeading,
  type HeaderArea,
  headerArea,
  headerBottom,
  singleLine,
  twoLines,
} from './header-lines.ts';
import { columnBlocks } from './tables.ts';

/** A header may stand below title rows, but no further down than this. */
export const HEADER_ROWS = 40;

/** What a header's text names. */
export interface Naming {
  readonly field: string;
  /** False where it takes a part of the text to see it, such as `Due` in `Due (dd/mm)`. */
  readonly exact: boolean;
}

export interface HeaderColumn {
  readonly column: number;
  /** The header as it stands. */
  readonly text: string;
  readonly cell: Cell;
}

/** A header: which column holds which field, and what stands beside. */
export interface Header {
  /** The row of the names; of a header of two lines, the lower one. */
  readonly row: number;
  /** The last row of the header. */
  readonly bottom: number;
  /** The first and the last column of the table. */
  readonly left: number;
  readonly right: number;
  readonly columns: ReadonlyMap<string, HeaderColumn>;
  /** Columns that name no field. */
  readonly unknown: readonly HeaderColumn[];
  /** Columns that name a field that another column names already. */
  readonly repeated: readonly (HeaderColumn & { readonly field: string })[];
  /** Where further tables begin, which stand beside this one and are not read. */
  readonly beside: readonly HeaderColumn[];
  /** Needed fields that the row lacks; none in a header that was found. */
  readonly missing: readonly string[];
}

/** The header row, or the row that comes closest to one; null where the sheet holds nothing to choose from. */
export type HeaderSearch =
  | { readonly found: true; readonly header: Header }
  | { readonly found: false; readonly best: Header | null };

/**
 * The first row, or the first two together, that hold all needed fields. Without such, the best is the row with the
 * most needed fields, then the most fields at all; the first of equals.
 */
export function findHeader(
  grid: Grid,
  naming: (text: string) => Naming | null,
  needed: readonly string[],
): HeaderSearch {
  const area = headerArea(grid, HEADER_ROWS);
  const known = new Map<string, Naming | null>();
  const namingOnce = (text: string): Naming | null => {
    let named = known.get(text);
    if (named === undefined) {
      named = naming(text);
      known.set(text, named);
    }
    return named;
  };
  let best: Header | null = null;
  for (const row of area.rows.keys()) {
    if (row > HEADER_ROWS) break;
    const header = readHeader(grid, area, singleLine(area, row), row, namingOnce, needed);
    if (header.missing.length === 0) return { found: true, header };
    if (best === null || score(header) > score(best)) best = header;
    if (!isText(area, row) || !isText(area, row + 1)) continue;
    const below = readHeader(grid, area, singleLine(area, row + 1), row + 1, namingOnce, needed);
    const both = readHeader(grid, area, twoLines(area, row), row + 1, namingOnce, needed);
    if (both.missing.length === 0 && below.missing.length > 0) return { found: true, header: both };
  }
  return { found: false, best };
}

/** Values such as days and numbers make a row of data, not a line of a header. */
function isText(area: HeaderArea, row: number): boolean {
  const cells = area.rows.get(row) ?? [];
  return cells.length > 0 && cells.every((cell) => cell.kind === 'text' || cell.kind === 'blank');
}

interface Named extends HeaderColumn {
  readonly naming: Naming | null;
}

function readHeader(
  grid: Grid,
  area: HeaderArea,
  lines: readonly ColumnHeading[],
  row: number,
  naming: (text: string) => Naming | null,
  needed: readonly string[],
): Header {
  const named = lines.map((line) => nameColumn(line, naming));
  const bottom = headerBottom(area, lines, row);
  const { own, beside } = ownTable(grid, named, bottom, needed);
  const columns = new Map<string, Named>();
  const repeated: (HeaderColumn & { field: string })[] = [];
  // Where a whole name and a part of one name the same field, the whole name counts.
  for (const column of [...own.filter(isExact), ...own.filter((each) => !isExact(each))]) {
    if (column.naming === null) continue;
    const { field } = column.naming;
    if (columns.has(field)) repeated.push({ ...column, field });
    else columns.set(field, column);
  }
  const byColumn = (one: HeaderColumn, other: HeaderColumn): number => one.column - other.column;
  return {
    row,
    bottom,
    left: own[0]?.column ?? 0,
    right: own.at(-1)?.column ?? 0,
    columns: new Map([...columns].sort(([, one], [, other]) => byColumn(one, other))),
    unknown: own.filter((column) => column.naming === null),
    repeated: repeated.sort(byColumn),
    beside,
    missing: needed.filter((field) => !columns.has(field)),
  };
}

const isExact = (column: Named): boolean => column.naming?.exact === true;

/** With the heading of its group before it, where that makes a name: `Date` below `Target`. */
function nameColumn(
  { column, text, group, cell }: ColumnHeading,
  naming: (text: string) => Naming | null,
): Named {
  const joined = group === '' ? null : naming(`${group} ${text}`);
  if (joined?.exact) return { column, text: `${group} ${text}`, cell, naming: joined };
  return { column, text, cell, naming: naming(text) };
}

/**
 * The columns of the table that a row heads. Where empty columns part the row, the first part that has all needed
 * fields is the table; a further part is a table beside it where it names a field again, and belongs to it where it adds
 * others.
 */
function ownTable(
  grid: Grid,
  named: readonly Named[],
  bottom: number,
  needed: readonly string[],
): { own: readonly Named[]; beside: readonly HeaderColumn[] } {
  const blocks = columnBlocks(grid, named, bottom);
  const main = blocks.find((block) => needed.every((field) => fieldsOf(block).has(field)));
  if (main === undefined || blocks.length === 1) return { own: named, beside: [] };
  const own = [...main];
  const beside: HeaderColumn[] = [];
  const taken = fieldsOf(main);
  for (const block of blocks) {
    const [first] = block;
    if (block === main || first === undefined) continue;
    const fields = fieldsOf(block);
    const adds = ![...fields].some((field) => taken.has(field)) && fields.size * 2 >= block.length;
    if (fields.size === 0 || adds) {
      own.push(...block);
      for (const field of fields) taken.add(field);
    } else beside.push(first);
  }
  return { own: own.sort((one, other) => one.column - other.column), beside };
}

function fieldsOf(columns: readonly Named[]): Set<string> {
  return new Set(columns.flatMap(({ naming }) => (naming === null ? [] : [naming.field])));
}

/** Needed fields weigh most: a row of many other matches is less of a header. */
function score(header: Header): number {
  const fields = header.columns.size + header.repeated.length;
  return -1000 * header.missing.length + fields + (header.unknown.length > 0 ? 0.5 : 0);
}
