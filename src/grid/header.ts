import type { Cell, Grid } from './grid.ts';
import { cellText } from './text.ts';

/** A header may stand below title rows, but no further down than this. */
export const HEADER_ROWS = 40;

export interface HeaderColumn {
  readonly column: number;
  /** The header as it stands. */
  readonly text: string;
  readonly cell: Cell;
}

/** A header row: which column holds which field, and what the row has besides. */
export interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, HeaderColumn>;
  /** Columns that name no field. */
  readonly unknown: readonly HeaderColumn[];
  /** Columns that name a field that one to the left of them names already. */
  readonly repeated: readonly (HeaderColumn & { readonly field: string })[];
  /** Needed fields that the row lacks; none in a header that was found. */
  readonly missing: readonly string[];
}

/** The header row, or the row that comes closest to one; null where the sheet holds nothing to choose from. */
export type HeaderSearch =
  | { readonly found: true; readonly header: Header }
  | { readonly found: false; readonly best: Header | null };

/**
 * The first row that holds all needed fields. Without one, the best is the row with the most needed fields, then the
 * most fields at all; the first of equals.
 */
export function findHeader(
  grid: Grid,
  fieldOf: (text: string) => string | null,
  needed: readonly string[],
): HeaderSearch {
  let best: Header | null = null;
  for (const { row, cells } of grid.rows) {
    if (row > HEADER_ROWS) break;
    const header = readHeader(row, cells, fieldOf, needed);
    if (header.missing.length === 0) return { found: true, header };
    if (best === null || score(header) > score(best)) best = header;
  }
  return { found: false, best };
}

function readHeader(
  row: number,
  cells: readonly Cell[],
  fieldOf: (text: string) => string | null,
  needed: readonly string[],
): Header {
  const columns = new Map<string, HeaderColumn>();
  const unknown: HeaderColumn[] = [];
  const repeated: (HeaderColumn & { field: string })[] = [];
  for (const cell of cells) {
    const text = cellText(cell);
    if (text === '') continue;
    const column = { column: cell.column, text, cell };
    const field = fieldOf(text);
    if (field === null) unknown.push(column);
    else if (columns.has(field)) repeated.push({ ...column, field });
    else columns.set(field, column);
  }
  return { row, columns, unknown, repeated, missing: needed.filter((field) => !columns.has(field)) };
}

/** Needed fields weigh most: a row of many other matches is less of a header. */
function score(header: Header): number {
  const fields = header.columns.size + header.repeated.length;
  return -1000 * header.missing.length + fields + (header.unknown.length > 0 ? 0.5 : 0);
}
