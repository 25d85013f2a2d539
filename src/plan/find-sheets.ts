import type { Grid, Workbook } from '../grid/grid.ts';
import { quote } from '../grid/text.ts';
import { closest, didYouMean, listWords } from './closest.ts';
import { SHEET_KINDS, SHEETS, type SheetKind } from './columns.ts';
import { comparable } from './name.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './report.ts';

export interface FoundSheet {
  readonly kind: SheetKind;
  readonly book: Workbook;
  readonly grid: Grid;
}

export interface SheetsFound {
  readonly sheets: readonly FoundSheet[];
  readonly problems: readonly Problem[];
}

const kindByName = new Map(SHEET_KINDS.map((kind) => [comparable(SHEETS[kind].name), kind]));

/**
 * The sheets of a plan by their names. Several workbooks may hold one plan together: each may have every sheet, and a
 * needed sheet must be in one of them.
 */
export function findSheets(books: readonly Workbook[]): SheetsFound {
  const sheets: FoundSheet[] = [];
  const problems: Problem[] = [];
  for (const book of books) {
    const first = new Map<SheetKind, Grid>();
    const ignored: string[] = [];
    for (const grid of book.grids) {
      const kind = kindByName.get(comparable(grid.sheet));
      const earlier = kind && first.get(kind);
      if (kind === undefined) ignored.push(grid.sheet);
      else if (earlier) problems.push(repeated(book, grid, earlier));
      else {
        first.set(kind, grid);
        sheets.push({ kind, book, grid });
      }
    }
    if (ignored.length > 0) problems.push(ignoredSheets(book, ignored));
  }
  for (const kind of SHEET_KINDS) {
    const isMissing = SHEETS[kind].needed && !sheets.some((sheet) => sheet.kind === kind);
    if (isMissing) problems.push(missingSheet(kind, books));
  }
  return { sheets, problems };
}

function repeated(book: Workbook, grid: Grid, earlier: Grid): Problem {
  return problemAt(
    { book: book.name, sheet: grid.sheet, cell: null, value: null },
    {
      code: 'repeated-sheet',
      message: `The sheets ${quote(earlier.sheet)} and ${quote(grid.sheet)} have the same name in effect; the first was read.`,
      fix: 'Move the rows to one of the two sheets, or rename the other.',
    },
  );
}

function ignoredSheets(book: Workbook, names: readonly string[]): Problem {
  return problemAt(
    { book: book.name, sheet: '', cell: null, value: null },
    {
      code: 'ignored-sheets',
      message: `Sheets that are not part of a plan were ignored: ${some(names)}.`,
      fix: 'Nothing, if that is meant; otherwise rename the sheet.',
    },
  );
}

function missingSheet(kind: SheetKind, books: readonly Workbook[]): Problem {
  const { name } = SHEETS[kind];
  const others = books.flatMap((book) => book.grids.map((grid) => grid.sheet));
  const free = others.filter((other) => !kindByName.has(comparable(other)));
  const found = others.length === 0 ? 'there are no sheets at all' : `the sheets are ${some(others)}`;
  return problemAt(
    { book: books[0]?.name ?? '', sheet: '', cell: null, value: null },
    {
      code: 'missing-sheet',
      message: `The plan needs a sheet named ${name}; ${found}.${didYouMean(closest(name, free))}`,
      fix: `Add a sheet named ${name}, or rename the one that holds the ${SHEETS[kind].row}s.`,
    },
  );
}

/** Names in quotation marks, no more of them than a reader will read. */
export function some(names: readonly string[]): string {
  const shown = names.slice(0, 20).map(quote);
  const rest = names.length - shown.length;
  return rest === 0 ? listWords(shown, 'and') : `${shown.join(', ')} and ${rest} more`;
}
