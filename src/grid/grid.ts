import type { Day } from './day.ts';

interface CellBase {
  /** Row and column, counted from 1. */
  readonly row: number;
  readonly column: number;
  /** What the spreadsheet shows in the cell, by its number format. */
  readonly shown: string;
  /** The number format's code, or null for General. */
  readonly format: string | null;
  /** Where the cell's hyperlink leads, as it stands in the workbook: not yet checked for a safe scheme. */
  readonly link: string | null;
  /**
   * `cached`: the value is the last result that the spreadsheet program worked out. `uncached`: the cell has a formula
   * and no result, so that its value is not known; such a cell is of kind `blank`.
   */
  readonly formula: 'none' | 'cached' | 'uncached';
}

/** A cell, of one kind. A blank cell that has neither a formula nor a link is not kept in a grid at all. */
export type Cell = CellBase &
  (
    | { readonly kind: 'blank'; readonly value: null }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'day'; readonly value: Day }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'error'; readonly value: string }
  );

export interface GridRow {
  /** Row number, counted from 1. */
  readonly row: number;
  readonly hidden: boolean;
  /** The cells that hold something, by rising column. */
  readonly cells: readonly Cell[];
}

/** A block of merged cells: its top left cell has the value, the others are blank and belong to it. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet as a reader found it: values at their addresses, with no idea yet of what they mean. */
export interface Grid {
  readonly sheet: string;
  /** The address that opens the sheet, where it has one; `&range=D14` behind it opens a cell. */
  readonly address?: string;
  readonly hidden: boolean;
  /** The rows that hold something, by rising number. */
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

/** All that one source holds. */
export interface Workbook {
  /** A short name that people know it by, such as the file's name; never a path or an address with a secret. */
  readonly name: string;
  readonly kind: 'excel' | 'google';
  /** True where serial days count from 1904. */
  readonly date1904: boolean;
  /** Defaults that the source itself knows, where it knows any. */
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly grids: readonly Grid[];
}
