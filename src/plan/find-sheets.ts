import type { Grid, Workbook } from '../grid/grid.ts';
import { findHeader } from '../grid/header.ts';
import { LIST_SHEET } from '../grid/own-sheets.ts';
import { quoted, said, term } from '../grid/said.ts';
import { closest, didYouMean } from './closest.ts';
import { GUIDE_SHEET, SHEETS, type SheetKind } from './columns.ts';
import { type Mapping, type Mappings, NO_MAPPING, type SheetMapping } from './mapping.ts';
import { comparable } from './name.ts';
import { headerNaming, sheetNamed } from './naming.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './report.ts';
import { LEVELS } from './shared-table.ts';
import { some } from './sheet-findings.ts';

export interface FoundSheet {
  readonly kind: SheetKind;
  readonly book: Workbook;
  readonly grid: Grid;
  /** What the configuration says of its columns, by field. */
  readonly columns: SheetMapping['columns'];
  /** The sheets of a plan whose rows stand in this one, outermost first; itself alone, as a rule. */
  readonly shared: readonly SheetKind[];
}

export interface SheetsFound {
  readonly sheets: readonly FoundSheet[];
  readonly problems: readonly Problem[];
}

interface Candidate {
  readonly kind: SheetKind;
  readonly book: Workbook;
  readonly grid: Grid;
}

/**
 * The sheets of a plan by their names. Several workbooks may hold one plan together: each may have every sheet, and a
 * needed sheet must be in one of them. Where a needed sheet is in none, its rows may stand in that of their parents.
 * @param mappings how workbooks name what they have other names for
 */
export function findSheets(books: readonly Workbook[], mappings: Mappings = new Map()): SheetsFound {
  const candidates: Candidate[] = [];
  const problems: Problem[] = [];
  for (const book of books) {
    const mapping = mappings.get(book) ?? NO_MAPPING;
    const mapped = mappedSheets(book, mapping, problems);
    const taken = new Set(mapped.map(({ grid }) => grid));
    const kinds = new Set([...mapping].flatMap(([kind, { from }]) => (from === null ? [] : [kind])));
    const first = new Map<SheetKind, Grid>();
    const ignored: string[] = [];
    candidates.push(...mapped);
    // An English name goes before the same in another language.
    for (const grid of [...book.grids].sort((one, other) => rankOf(one) - rankOf(other))) {
      const kind = sheetNamed(grid.sheet);
      const earlier = kind === null ? undefined : first.get(kind);
      if (taken.has(grid) || isOwn(grid)) continue;
      if (kind === null || kinds.has(kind)) ignored.push(grid.sheet);
      else if (earlier) problems.push(repeated(book, grid, earlier));
      else {
        first.set(kind, grid);
        candidates.push({ kind, book, grid });
      }
    }
    if (ignored.length > 0) problems.push(ignoredSheets(book, ignored));
  }
  for (const kind of LEVELS) {
    if (candidates.some((candidate) => candidate.kind === kind)) continue;
    const sharing = new Map(
      candidates.filter((candidate) => holdsToo(candidate, kind)).map(({ book, grid }) => [grid, book]),
    );
    for (const [grid, book] of sharing) {
      candidates.push({ kind, book, grid });
      problems.push(sharedTable(book, grid, kind));
    }
    if (sharing.size === 0) problems.push(missingSheet(kind, books));
  }
  const sheets = candidates.map((candidate): FoundSheet => {
    const columns = mappings.get(candidate.book)?.get(candidate.kind)?.columns ?? new Map();
    const together = candidates.filter(({ grid }) => grid === candidate.grid).map(({ kind }) => kind);
    const levels = LEVELS.filter((kind) => together.includes(kind));
    return { ...candidate, columns, shared: levels.includes(candidate.kind) ? levels : [candidate.kind] };
  });
  return { sheets, problems };
}

/** Pages that Milepost itself puts into workbooks. */
function isOwn({ sheet }: Grid): boolean {
  // Where its name was taken, the list of problems has a number behind it.
  const name = comparable(sheet.replace(/ \d+$/, ''));
  return [GUIDE_SHEET, LIST_SHEET].some((own) => comparable(own) === name);
}

function rankOf({ sheet }: Grid): number {
  const kind = sheetNamed(sheet);
  return kind !== null && comparable(SHEETS[kind].name) === comparable(sheet) ? 0 : 1;
}

/** The sheets that the configuration names. */
function mappedSheets(book: Workbook, mapping: Mapping, problems: Problem[]): Candidate[] {
  return [...mapping].flatMap(([kind, { from }]): Candidate[] => {
    if (from === null) return [];
    const grid = book.grids.find(({ sheet }) => comparable(sheet) === comparable(from));
    if (grid !== undefined) return [{ kind, book, grid }];
    problems.push(missingFrom(book, kind, from));
    return [];
  });
}

/** True for the sheet of goals, or of milestones, whose header has the columns of what belongs to them as well. */
function holdsToo({ kind: outer, grid }: Candidate, kind: SheetKind): boolean {
  if (LEVELS.indexOf(outer) < 0 || LEVELS.indexOf(outer) >= LEVELS.indexOf(kind)) return false;
  const needed = SHEETS[kind].columns.filter((column) => column.needed).map(({ field }) => field);
  return findHeader(grid, headerNaming(kind), needed).found;
}

function repeated(book: Workbook, grid: Grid, earlier: Grid): Problem {
  return problemAt(
    { book: book.name, sheet: grid.sheet, cell: null, value: null },
    {
      code: 'repeated-sheet',
      message: said`The sheets ${quoted(earlier.sheet)} and ${quoted(grid.sheet)} have the same name in effect; the first was read.`,
      fix: said`Move the rows to one of the two sheets, or rename the other.`,
    },
  );
}

function ignoredSheets(book: Workbook, names: readonly string[]): Problem {
  return problemAt(
    { book: book.name, sheet: '', cell: null, value: null },
    {
      code: 'ignored-sheets',
      message: said`Sheets that are not part of a plan were ignored: ${some(names)}.`,
      fix: said`Nothing, if that is meant; otherwise rename the sheet.`,
    },
  );
}

function sharedTable(book: Workbook, grid: Grid, kind: SheetKind): Problem {
  const { name, row } = SHEETS[kind];
  return problemAt(
    { book: book.name, sheet: grid.sheet, cell: null, value: null },
    {
      code: 'shared-table',
      message: said`There is no sheet named ${name}; the ${term(row)}s were read from this one, which has their columns too.`,
      fix: said`Nothing, if that is meant; otherwise add a sheet named ${name}.`,
    },
  );
}

function missingFrom(book: Workbook, kind: SheetKind, from: string): Problem {
  const names = book.grids.map((grid) => grid.sheet);
  return problemAt(
    { book: book.name, sheet: '', cell: null, value: from },
    {
      code: 'missing-sheet',
      message: said`The configuration reads ${SHEETS[kind].name} from a sheet named ${quoted(from)}; the sheets are ${some(names)}.${didYouMean(closest(from, names))}`,
      fix: said`Correct "from" of ${SHEETS[kind].name} in data/milepost.json, or rename the sheet.`,
    },
  );
}

function missingSheet(kind: SheetKind, books: readonly Workbook[]): Problem {
  const { name } = SHEETS[kind];
  const others = books.flatMap((book) => book.grids.map((grid) => grid.sheet));
  const free = others.filter((other) => sheetNamed(other) === null);
  const found = others.length === 0 ? said`there are no sheets at all` : said`the sheets are ${some(others)}`;
  return problemAt(
    { book: books[0]?.name ?? '', sheet: '', cell: null, value: null },
    {
      code: 'missing-sheet',
      message: said`The plan needs a sheet named ${name}; ${found}.${didYouMean(closest(name, free))}`,
      fix: said`Add a sheet named ${name}, or rename the one that holds the ${term(SHEETS[kind].row)}s; or name that one in data/milepost.json, as the check command proposes.`,
    },
  );
}
