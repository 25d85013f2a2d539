import { said, term } from '../grid/said.ts';
import { type Draft, textOf } from './draft.ts';
import { nameKey, slug } from './name.ts';
import { cellName, placeOf } from './report.ts';

/**
 * Gives each row its ID: that of the ID cell, else a slug of the names given, which are null where they are not known.
 * Slugs of rows with the same names are told apart by -2, -3, in the order of due day, owner, row, so that moving rows
 * in the sheet changes none. No two IDs have the same slug. A row that repeats the ID of one above is in error.
 */
export function giveIds(
  drafts: readonly Draft<unknown>[],
  namesOf: (draft: Draft<unknown>) => string[] | null,
): void {
  const holders = new Map<string, Draft<unknown>>();
  const unnamed = new Map<string, Draft<unknown>[]>();
  for (const draft of drafts) {
    const typed = textOf(draft, 'id');
    if (typed !== '') {
      takeTyped(draft, typed, holders);
      continue;
    }
    const names = namesOf(draft);
    if (names === null) continue;
    const base = slug(...names);
    const twins = unnamed.get(base);
    if (twins) twins.push(draft);
    else unnamed.set(base, [draft]);
  }
  if (unnamed.size > 0) giveSlugs(unnamed, new Set([...holders.values()].map(({ id }) => slug(id ?? ''))));
}

function giveSlugs(unnamed: ReadonlyMap<string, Draft<unknown>[]>, taken: Set<string>): void {
  const later: { base: string; draft: Draft<unknown> }[] = [];
  for (const [base, twins] of unnamed) {
    if (twins.length > 1) twins.sort(byDueAndOwner);
    for (const draft of twins) {
      if (taken.has(base)) later.push({ base, draft });
      else {
        draft.id = base;
        taken.add(base);
      }
    }
  }
  // Only now, so that a title that ends in -2 by itself keeps its slug.
  const next = new Map<string, number>();
  for (const { base, draft } of later) {
    let number = next.get(base) ?? 2;
    while (taken.has(`${base}-${number}`)) number++;
    draft.id = `${base}-${number}`;
    taken.add(draft.id);
    next.set(base, number + 1);
  }
}

function takeTyped(draft: Draft<unknown>, typed: string, holders: Map<string, Draft<unknown>>): void {
  const key = nameKey(typed);
  const first = holders.get(key);
  if (first === undefined) {
    holders.set(key, draft);
    draft.id = typed;
    return;
  }
  const cell = cellName(placeOf(first.source, 'id'), draft.source.book);
  draft.findings.push({
    field: 'id',
    code: 'duplicate-id',
    message: said`The ID “${typed}” is that of the row at ${cell} already; each ${term(draft.sheet.spec.row)} needs its own.`,
    fix: said`Give this row an ID that no other row has.`,
  });
}

function byDueAndOwner(one: Draft<unknown>, other: Draft<unknown>): number {
  return dueOf(one) - dueOf(other) || compareText(ownersOf(one), ownersOf(other));
}

function dueOf(draft: Draft<unknown>): number {
  const { due } = draft.fields;
  return typeof due === 'number' ? due : Number.MAX_SAFE_INTEGER;
}

function ownersOf(draft: Draft<unknown>): string {
  const { owner } = draft.fields;
  return Array.isArray(owner) ? owner.map((name) => nameKey(String(name))).join(' ') : '';
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
