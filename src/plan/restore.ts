import type { Day } from '../grid/day.ts';
import { type Part, quoted, said, term } from '../grid/said.ts';
import type { Code } from './catalogue.ts';
import { type Draft, isError, isLost, type RowFinding, textOf } from './draft.ts';
import type { LastGood, LastGoodValues, RestoredCell, RowName } from './last-good.ts';
import { nameKey } from './name.ts';

type Sort = RowName['sort'];

/** What is wrong with a single cell, so that another value in it makes the row whole. */
const OF_ONE_CELL: ReadonlySet<Code> = new Set<Code>([
  'missing-cell',
  'cell-error',
  'formula-without-result',
  'bad-day',
  'ambiguous-day',
  'bad-number',
  'ambiguous-number',
  'out-of-range',
  'bad-weight',
  'unknown-status',
  'unknown-parent',
  'ambiguous-parent',
]);

/** The column by which a row of each sort names the one above. */
const PARENT_FIELD = { team: '', goal: 'team', milestone: 'goal', action: 'milestone' } as const;

/**
 * How to find the rows of a sheet in what is known from before. A row without an ID is found only where no other row of
 * the sheet goes by the same title below the same parent (or any, where its own is not known), since that one may be the
 * row that is known.
 */
export function namesIn(
  drafts: readonly Draft<unknown>[],
  sort: Sort,
): (draft: Draft<unknown>, parent: string | null) => readonly RowName[] {
  const titleOf = (draft: Draft<unknown>): string => nameKey(textOf(draft, draft.sheet.spec.title));
  const pathOf = (draft: Draft<unknown>): string =>
    `${nameKey(textOf(draft, PARENT_FIELD[sort]))}\n${titleOf(draft)}`;
  let counts: { readonly titles: Counts; readonly paths: Counts } | null = null;
  return (draft, parent) => {
    counts ??= { titles: countBy(drafts, titleOf), paths: countBy(drafts, pathOf) };
    const id = textOf(draft, 'id') || null;
    const title = textOf(draft, draft.sheet.spec.title) || null;
    const byId: RowName[] = id === null ? [] : [{ sort, id, parent: null, title: null }];
    const alike = parent === null ? counts.titles.get(titleOf(draft)) : counts.paths.get(pathOf(draft));
    return title !== null && alike === 1 ? [...byId, { sort, id, parent, title }] : byId;
  };
}

type Counts = ReadonlyMap<string, number>;

function countBy(drafts: readonly Draft<unknown>[], keyFor: (draft: Draft<unknown>) => string): Counts {
  const counts = new Map<string, number>();
  for (const draft of drafts) counts.set(keyFor(draft), (counts.get(keyFor(draft)) ?? 0) + 1);
  return counts;
}

/**
 * Lets the cells in error of a row count with what they held before, where that is known of each of them and makes the
 * row whole. They stay errors; the row counts.
 * @param namesOf how to find the row in what is known
 * @param isUsable whether a value can stand in a field now
 * @returns true where the row counts by it
 */
export function restoreRow(
  draft: Draft<unknown>,
  namesOf: () => readonly RowName[],
  lastGood: LastGoodValues,
  isUsable: (field: string, value: unknown) => boolean = () => true,
): boolean {
  const errors = draft.findings.filter(isError);
  if (errors.length === 0) return false;
  const names = namesOf();
  const found = new Map<RowFinding, LastGood>();
  for (const finding of errors) {
    const good = OF_ONE_CELL.has(finding.code) ? findGood(names, finding.field, lastGood) : null;
    if (good === null || !isUsable(finding.field, good.value)) return false;
    found.set(finding, good);
  }
  const fields = { ...draft.fields };
  for (const [{ field }, { value }] of found) fields[field] = value;
  const row = draft.parse(fields);
  if (row === null) return false;
  Object.assign(draft.fields, fields);
  draft.row = row;
  for (const [i, finding] of draft.findings.entries()) {
    const good = found.get(finding);
    if (good !== undefined) draft.findings[i] = restored(finding, good);
  }
  return true;
}

function findGood(names: readonly RowName[], field: string, lastGood: LastGoodValues): LastGood | null {
  for (const name of names) {
    const good = lastGood.find(name, field);
    if (good !== null) return good;
  }
  return null;
}

function restored(finding: RowFinding, { value, since }: LastGood): RowFinding {
  const message = said`${finding.message} The row counts with what was last read, on ${{ day: since }}: ${wordsFor(finding.field, value)}.`;
  return { ...finding, message, restored: { value, since } };
}

/** The cells of rows that count which do so with what they held before. */
export function restoredCells(drafts: readonly Draft<unknown>[], sort: Sort): RestoredCell[] {
  return drafts.flatMap((draft) => {
    const { id, source } = draft;
    if (id === null || isLost(draft)) return [];
    return draft.findings.flatMap(({ field, restored: good }): RestoredCell[] => {
      if (good === undefined) return [];
      const { since, value } = good;
      const shown = source.shown[field] ?? null;
      const what =
        shown === null ? said`${term(field)} is blank` : said`${term(field)} ${quoted(shown)} cannot be used`;
      const text = said`${what}; counting ${wordsFor(field, value)}, from ${{ day: since }}`;
      return [{ sort, id, field, since, shown, text }];
    });
  });
}

/** The rows that do not count, by all that can be read of who they are. */
export function leftOutOf(drafts: readonly Draft<unknown>[], sort: Sort): RowName[] {
  return drafts.filter(isLost).map((draft) => ({
    sort,
    id: textOf(draft, 'id') || null,
    parent: parentIn(draft, sort),
    title: textOf(draft, draft.sheet.spec.title) || null,
  }));
}

/** The names in the rows that do not count; null for one that cannot be read. */
export function unreadNames(drafts: readonly Draft<unknown>[]): (string | null)[] {
  return drafts.filter(isLost).map((draft) => textOf(draft, draft.sheet.spec.title) || null);
}

function parentIn({ scope }: Draft<unknown>, sort: Sort): string | null {
  if (sort === 'team') return null;
  if (sort === 'goal') return scope.team;
  return sort === 'milestone' ? scope.goal : scope.milestone;
}

/** A value as people read it. */
function wordsFor(field: string, value: unknown): Part {
  if (value === null || value === '') return said`nothing`;
  if (Array.isArray(value)) return value.length === 0 ? said`nobody` : value.map(String);
  if (field === 'due' || field === 'start') return dayWords(value);
  if (field === 'progress' && typeof value === 'number') return said`${Number((value * 100).toFixed(2))} %`;
  if (typeof value !== 'object') return typeof value === 'number' ? value : String(value);
  if ('day' in value && typeof value.day === 'number') return dayWords(value.day);
  if ('done' in value) return value.done === true ? term('done') : said`not done`;
  if ('declared' in value && value.declared !== null) return term(String(value.declared));
  return 'state' in value ? term(String(value.state)) : said`what it held`;
}

function dayWords(value: unknown): Part {
  // Fields of days hold days alone.
  return { day: value as Day };
}
