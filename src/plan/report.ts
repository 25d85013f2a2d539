import { parseA1 } from '../grid/address.ts';
import type { Workbook } from '../grid/grid.ts';
import type { CellFinding } from '../grid/reading.ts';
import { type Part, said } from '../grid/said.ts';
import { shorten } from '../grid/text.ts';
import { CATALOGUE, type Code } from './catalogue.ts';
import type { RowSource } from './plan.ts';
import type { Problem } from './problem.ts';

/** Something found, not yet tied to a place. */
export type Finding = CellFinding<Code>;
export type Scope = Problem['scope'];

export interface Place {
  readonly book: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly value: string | null;
}

export const NO_SCOPE: Scope = { team: null, goal: null, milestone: null, leftOut: false };

/** A finding at its place as a problem, with the severity that the catalogue gives its code. */
export function problemAt(place: Place, finding: Finding, scope: Scope = NO_SCOPE): Problem {
  return {
    severity: CATALOGUE[finding.code].severity,
    code: finding.code,
    sheet: place.sheet,
    cell: place.cell,
    value: place.value === null ? null : shorten(place.value, 200),
    message: finding.message,
    fix: finding.fix,
    link: null,
    book: place.book,
    scope,
  };
}

/** Where a field of a row stands: of the fields given, the first for which the sheet has a column. */
export function placeOf(source: RowSource, ...fields: readonly string[]): Place {
  const field = fields.find((name) => source.cells[name] !== undefined) ?? '';
  return {
    book: source.book,
    sheet: source.sheet,
    cell: source.cells[field] ?? null,
    value: source.shown[field] ?? null,
  };
}

/** `Goals!D14`, with the workbook's name where the reader stands in another. */
export function cellName(place: Place, readerBook: string): Part {
  const name = `${place.sheet}!${place.cell ?? ''}`.replace(/!$/, '');
  return place.book === readerBook ? name : said`${name} of ${place.book}`;
}

/** Problems in the order of the sheets in their workbooks, then by row and column; those of a whole sheet come first. */
export function inSheetOrder(problems: readonly Problem[], books: readonly Workbook[]): Problem[] {
  const key = (book: string, sheet: string): string => JSON.stringify([book, sheet]);
  const order = new Map<string, number>();
  for (const book of books) {
    for (const sheet of ['', ...book.grids.map((grid) => grid.sheet)]) {
      if (!order.has(key(book.name, sheet))) order.set(key(book.name, sheet), order.size);
    }
  }
  return problems
    .map((problem) => {
      const at = problem.cell === null ? null : parseA1(problem.cell);
      return {
        problem,
        sheet: order.get(key(problem.book, problem.sheet)) ?? -1,
        row: at?.row ?? 0,
        column: at?.column ?? 0,
      };
    })
    .sort((one, other) => one.sheet - other.sheet || one.row - other.row || one.column - other.column)
    .map((entry) => entry.problem);
}
