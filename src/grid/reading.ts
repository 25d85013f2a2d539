import type { Cell } from './grid.ts';
import { said, type Text } from './said.ts';
import { cellText } from './text.ts';

/** The codes of what can be wrong or odd in a single cell. */
export type CellCode =
  | 'cell-error'
  | 'formula-without-result'
  | 'bad-day'
  | 'ambiguous-day'
  | 'day-against-locale'
  | 'bad-number'
  | 'ambiguous-number';

export interface CellFinding<Code extends string = CellCode> {
  readonly code: Code;
  /** What was found and what was expected. */
  readonly message: Text;
  /** What to do about it. */
  readonly fix: Text;
}

/** What came of reading a cell: its value, maybe with something odd about it; or why it has none that can be used. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly odd: CellFinding | null }
  | { readonly ok: false; readonly fault: CellFinding };

export function read<T>(value: T, odd: CellFinding | null = null): Reading<T> {
  return { ok: true, value, odd };
}

export function fail(code: CellCode, message: Text, fix: Text): { ok: false; fault: CellFinding } {
  return { ok: false, fault: { code, message, fix } };
}

/** Why a cell has no value at all, whatever its column: an error value, or a formula whose result is not stored. */
export function cellFault(cell: Cell): CellFinding | null {
  if (cell.kind === 'error') {
    return {
      code: 'cell-error',
      message: said`The cell shows the error ${cellText(cell)}, where a value was expected.`,
      fix: said`Mend the formula, or type the value.`,
    };
  }
  if (cell.formula === 'uncached') {
    return {
      code: 'formula-without-result',
      message: said`The cell has a formula, but the workbook does not store its result.`,
      fix: said`Open the workbook in the spreadsheet program and save it there, so that it stores the results of its formulas.`,
    };
  }
  return null;
}
