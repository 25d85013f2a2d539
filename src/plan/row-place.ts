import type { Cell } from '../grid/grid.ts';
import type { GridRecord } from '../grid/record.ts';
import type { ColumnSpec } from './columns.ts';
import type { RowSource } from './plan.ts';
import type { PlanSheet } from './read-sheet.ts';

/** Where a row stands. Its cells are told when they are asked for, which those of most rows never are. */
export class RowPlace implements RowSource {
  readonly book: string;
  readonly sheet: string;
  readonly row: number;
  readonly #columns: readonly ColumnSpec[];
  readonly #record: GridRecord;
  readonly #textOf: (column: ColumnSpec, cell: Cell | undefined) => string;
  #cells: Record<string, string> | null = null;
  #shown: Record<string, string> | null = null;

  /** @param textOf what of a cell may be shown */
  constructor(
    { book, grid, spec }: PlanSheet,
    record: GridRecord,
    textOf: (column: ColumnSpec, cell: Cell | undefined) => string,
  ) {
    this.book = book.name;
    this.sheet = grid.sheet;
    this.row = record.row;
    this.#columns = spec.columns;
    this.#record = record;
    this.#textOf = textOf;
  }

  get cells(): Readonly<Record<string, string>> {
    if (this.#cells !== null) return this.#cells;
    const cells: Record<string, string> = {};
    for (const { field } of this.#columns) {
      const address = this.#record.address(field);
      if (address !== null) cells[field] = address;
    }
    this.#cells = cells;
    return cells;
  }

  get shown(): Readonly<Record<string, string>> {
    if (this.#shown !== null) return this.#shown;
    const shown: Record<string, string> = {};
    for (const column of this.#columns) {
      const text = this.#textOf(column, this.#record.cell(column.field));
      if (text !== '') shown[column.field] = text;
    }
    this.#shown = shown;
    return shown;
  }
}
