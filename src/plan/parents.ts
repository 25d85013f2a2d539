import type { Grid } from '../grid/grid.ts';
import { listed, quoted, said, term } from '../grid/said.ts';
import { type Candidate, candidates, closestAmong, didYouMean } from './closest.ts';
import { type Draft, faultPlace, textOf } from './draft.ts';
import { comparable, nameKey } from './name.ts';
import { cellName, placeOf } from './report.ts';

/** The rows that others may belong to, by all that they may be named by. Rows in error are among them. */
export interface ParentIndex {
  readonly byId: ReadonlyMap<string, Draft<unknown>>;
  readonly byTitle: ReadonlyMap<string, readonly Draft<unknown>[]>;
  /** By `Team / Goal`, `Goal / Milestone` or `Team / Goal / Milestone`; gathered when first asked for, as few plans do. */
  readonly byPath: () => ReadonlyMap<string, readonly Draft<unknown>[]>;
  /** By the number that an ID is, for those that are one; gathered when first asked for. */
  readonly byNumber: () => ReadonlyMap<number, readonly Draft<unknown>[]>;
  /** By sheet, the rows that stand in one table with those that belong to them, by the number of each of its rows. */
  readonly inTable: ReadonlyMap<Grid, (row: number) => Draft<unknown> | undefined>;
  /** What was close to a name, so that a slip in many rows is looked up once. */
  readonly guesses: Map<string, readonly string[]>;
  /** Titles and IDs, for "did you mean". */
  readonly names: () => readonly Candidate[];
}

/** Names are looked up for "did you mean" no more often than this, so that a plan full of slips stays cheap. */
const MOST_GUESSES = 50;

/** `pathsOf` gives the paths that lead to a row, each by the names along it. */
export function indexParents(
  drafts: readonly Draft<unknown>[],
  pathsOf: (draft: Draft<unknown>) => readonly (readonly string[])[],
): ParentIndex {
  const byId = new Map<string, Draft<unknown>>();
  const byTitle = new Map<string, Draft<unknown>[]>();
  const add = (map: Map<string, Draft<unknown>[]>, key: string, draft: Draft<unknown>): void => {
    const others = map.get(key);
    if (others === undefined) map.set(key, [draft]);
    else if (!others.includes(draft)) others.push(draft);
  };
  for (const draft of drafts) {
    const id = nameKey(textOf(draft, 'id'));
    const title = nameKey(textOf(draft, draft.sheet.spec.title));
    if (id !== '' && !byId.has(id)) byId.set(id, draft);
    if (title !== '') add(byTitle, title, draft);
  }
  let byPath: Map<string, Draft<unknown>[]> | null = null;
  const byPathOnce = (): ReadonlyMap<string, readonly Draft<unknown>[]> => {
    if (byPath !== null) return byPath;
    byPath = new Map();
    for (const draft of drafts) {
      for (const path of pathsOf(draft)) add(byPath, pathKey(path.join('/')), draft);
    }
    return byPath;
  };
  let byNumber: Map<number, Draft<unknown>[]> | null = null;
  const byNumberOnce = (): ReadonlyMap<number, readonly Draft<unknown>[]> => {
    if (byNumber !== null) return byNumber;
    byNumber = new Map();
    for (const draft of byId.values()) {
      const number = numberOf(textOf(draft, 'id'));
      if (number !== null) byNumber.set(number, [...(byNumber.get(number) ?? []), draft]);
    }
    return byNumber;
  };
  let names: readonly Candidate[] | null = null;
  const namesOnce = (): readonly Candidate[] => {
    names ??= candidates(
      drafts.flatMap((draft) => [textOf(draft, draft.sheet.spec.title), textOf(draft, 'id')]),
    );
    return names;
  };
  return {
    byId,
    byTitle,
    byPath: byPathOnce,
    byNumber: byNumberOnce,
    inTable: tablesOf(drafts),
    guesses: new Map(),
    names: namesOnce,
  };
}

function tablesOf(drafts: readonly Draft<unknown>[]): ParentIndex['inTable'] {
  const tables = new Map<Grid, (row: number) => Draft<unknown> | undefined>();
  for (const { grid, leaderOf } of new Set(drafts.map(({ sheet }) => sheet))) {
    if (leaderOf === null) continue;
    const own = drafts.filter(({ sheet }) => sheet.grid === grid);
    const byRow = new Map(own.map((draft) => [draft.record.row, draft]));
    tables.set(grid, (row) => byRow.get(leaderOf.get(row) ?? row));
  }
  return tables;
}

/** Paths are compared name by name; a slash within a title parts both sides alike. */
function pathKey(path: string): string {
  return path
    .split('/')
    .map((name) => comparable(name))
    .filter((name) => name !== '')
    .join('/');
}

/** The rows that a reference names: by ID, else by the whole as a title, else as a path. */
export function findParents(index: ParentIndex, reference: string): readonly Draft<unknown>[] {
  const key = nameKey(reference);
  const withId = index.byId.get(key);
  if (withId) return [withId];
  const titled = index.byTitle.get(key);
  if (titled) return titled;
  if (reference.includes('/')) return index.byPath().get(pathKey(reference)) ?? [];
  const number = numberOf(reference);
  const numbered = number === null ? [] : (index.byNumber().get(number) ?? []);
  return numbered.length === 1 ? numbered : [];
}

/** 1, 01, 001 and 1.0 are one number, as which a spreadsheet may show an ID in one sheet and not in another. */
function numberOf(text: string): number | null {
  return /^\s*\d{1,15}(?:[.,]0+)?\s*$/.test(text) ? Number.parseInt(text, 10) : null;
}

/**
 * The row that a row belongs to; null where its cell is blank, names none or names several, which is added to what was
 * found in the row, as is a parent that is left out.
 */
export function parentOf(
  draft: Draft<unknown>,
  field: 'goal' | 'milestone',
  index: ParentIndex,
): Draft<unknown> | null {
  const reference = textOf(draft, field);
  if (reference === '') return null;
  const inTable = index.inTable.get(draft.sheet.grid)?.(draft.record.row);
  const [parent, ...others] = inTable ? [inTable] : findParents(index, reference);
  if (parent === undefined) {
    addUnknown(draft, field, reference, index);
    return null;
  }
  if (others.length > 0) {
    addAmbiguous(draft, field, reference, [parent, ...others]);
    return null;
  }
  const cause = faultPlace(parent);
  if (cause !== null) {
    draft.cause = cause;
    draft.findings.push({
      field,
      code: 'parent-in-error',
      message: said`The ${term(field)} ${quoted(reference)} is left out because of ${cellName(cause, draft.source.book)}, and this row with it.`,
      fix: said`Mend ${cellName(cause, draft.source.book)}.`,
    });
  }
  return parent;
}

function addUnknown(
  draft: Draft<unknown>,
  field: 'goal' | 'milestone',
  reference: string,
  index: ParentIndex,
): void {
  draft.findings.push({
    field,
    code: 'unknown-parent',
    message: said`No ${term(field)} has the ID or the title ${quoted(reference)}.${didYouMean(guess(reference, index))}`,
    fix:
      draft.record.cell(field)?.kind === 'day'
        ? said`The spreadsheet made a day of what was typed. Format the column as plain text, here and in the ID column of the ${term(field)}s, and type it again.`
        : said`Write the ID or the title of a ${term(field)} as it stands in its own sheet, or add that ${term(field)}.`,
  });
}

/** Names that a reference may be a slip of. */
export function guess(reference: string, index: ParentIndex): readonly string[] {
  const known = index.guesses.get(nameKey(reference));
  if (known !== undefined || index.guesses.size >= MOST_GUESSES) return known ?? [];
  const close = closestAmong(reference, index.names());
  index.guesses.set(nameKey(reference), close);
  return close;
}

function addAmbiguous(
  draft: Draft<unknown>,
  field: 'goal' | 'milestone',
  reference: string,
  parents: readonly Draft<unknown>[],
): void {
  const cells = parents
    .slice(0, 5)
    .map((parent) => cellName(placeOf(parent.source, parent.sheet.spec.title), draft.source.book));
  const more = parents.length > cells.length ? [said`${parents.length - cells.length} more`] : [];
  const above = field === 'goal' ? 'team' : 'goal';
  const isTold = new Set(parents.map(({ scope }) => scope[above])).size === parents.length;
  const path = field === 'goal' ? said`Team / Goal` : said`Goal / Milestone`;
  draft.findings.push({
    field,
    code: 'ambiguous-parent',
    message: said`${quoted(reference)} is the title of more than one ${term(field)}: ${listed([...cells, ...more], 'and')}.`,
    fix: isTold
      ? said`Give those rows IDs and write the ID here, or write it as ${path}.`
      : said`Give those rows IDs, or titles that differ, and write one of them here.`,
  });
  const [first] = parents;
  if (first === undefined) return;
  const shared = (level: 'team' | 'goal'): string | null =>
    parents.every((parent) => parent.scope[level] === first.scope[level]) ? first.scope[level] : null;
  draft.scope = { team: shared('team'), goal: shared('goal'), milestone: null };
}
