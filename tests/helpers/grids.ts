import { parseA1 } from '../../src/grid/address.ts';
import { dayFromIso, isoFromDay } from '../../src/grid/day.ts';
import type { Cell, Grid, GridRow, Workbook } from '../../src/grid/grid.ts';

/** A cell to be: its kind, value and whatever differs from a plain cell. Its place comes from where it stands. */
export type CellSpec = { kind: Cell['kind']; value: unknown } & Partial<
  Pick<Cell, 'shown' | 'format' | 'link' | 'formula'>
>;
/** Null is no cell at all. */
export type Input = string | number | boolean | null | CellSpec;

export function day(iso: string): CellSpec {
  return { kind: 'day', value: dayFromIso(iso), shown: iso, format: 'yyyy-mm-dd' };
}

/** A number with a percent format: `percent(0.4)` shows 40%. */
export function percent(share: number): CellSpec {
  return { kind: 'number', value: share, shown: `${share * 100}%`, format: '0%' };
}

export function error(value = '#REF!'): CellSpec {
  return { kind: 'error', value, shown: value };
}

/** A formula with a cached result. */
export function formula(result: string | number | boolean): CellSpec {
  return { ...specOf(result), formula: 'cached' };
}

/** A formula whose result is not stored. */
export function uncached(): CellSpec {
  return { kind: 'blank', value: null, shown: '', formula: 'uncached' };
}

export function link(text: string, url: string): CellSpec {
  return { kind: 'text', value: text, shown: text, link: url };
}

function specOf(value: string | number | boolean): CellSpec {
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'number') return { kind: 'number', value };
  return { kind: 'boolean', value, shown: value ? 'TRUE' : 'FALSE' };
}

export function cell(input: Exclude<Input, null>, row = 1, column = 1): Cell {
  const spec = typeof input === 'object' ? input : specOf(input);
  const base = {
    row,
    column,
    shown: String(spec.value ?? ''),
    format: null,
    link: null,
    formula: 'none',
    ...spec,
  };
  // The spec's kind and value were made as a pair above.
  return base as Cell;
}

export interface SheetOptions {
  readonly hidden?: boolean;
  /** Merged blocks, such as `A2:A4`. */
  readonly merges?: readonly string[];
  /** The number of the first row given. */
  readonly firstRow?: number;
}

/** A sheet of rows of cells, from A1 on. Rows and cells that hold nothing are left out, as a reader leaves them out. */
export function sheet(name: string, rows: readonly (readonly Input[])[], options: SheetOptions = {}): Grid {
  const gridRows = rows.map((inputs, index): GridRow => {
    const row = index + (options.firstRow ?? 1);
    const cells = inputs.flatMap((input, column) => (input === null ? [] : [cell(input, row, column + 1)]));
    return { row, hidden: false, cells };
  });
  const merges = (options.merges ?? []).map((range) => {
    const [from, to] = range.split(':').map(parseA1);
    return { top: from?.row ?? 0, left: from?.column ?? 0, bottom: to?.row ?? 0, right: to?.column ?? 0 };
  });
  return {
    sheet: name,
    hidden: options.hidden ?? false,
    rows: gridRows.filter((row) => row.cells.length > 0),
    merges,
  };
}

export function book(grids: readonly Grid[], options: Partial<Omit<Workbook, 'grids'>> = {}): Workbook {
  const base = { name: 'plan.xlsx', kind: 'excel', date1904: false, locale: null, timeZone: null } as const;
  return { ...base, ...options, grids };
}

/** The text of a day, for expectations. */
export function iso(value: unknown): string | null {
  return typeof value === 'number' ? isoFromDay(value as Parameters<typeof isoFromDay>[0]) : null;
}
