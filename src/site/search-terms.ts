import type { Options, SearchOptions } from 'minisearch';

/** The sorts of what can be found. */
export const FOUND_SORTS = [
  'team',
  'goal',
  'milestone',
  'action',
  'person',
  'customer',
  'update',
  'page',
  'problem',
] as const;
export type FoundSort = (typeof FOUND_SORTS)[number];

/** What can be found, in short names: there is one for every row of the plan. */
export interface Found {
  readonly id: number;
  /** Its title. */
  readonly t: string;
  /** What else it is found by: names, notes. */
  readonly w: string;
  /** Where it stands: its team, or what a page is about. */
  readonly p: string;
  /** Its sort, by number. */
  readonly s: number;
  /** Its status as a class name; empty where it has none. */
  readonly m: string;
  /** Its address below the site's base. */
  readonly h: string;
}

/** How the index is built, and how it is read again: both sides must be the same. */
export const INDEX_OPTIONS: Options<Found> = {
  fields: ['t', 'w', 'p'],
  storeFields: ['t', 'p', 's', 'm', 'h'],
  processTerm: (term) => foldTerm(term) || null,
};

/** What has a page of its own is looked for by its name more often than what is told there. */
const WEIGHTS: Readonly<Record<FoundSort, number>> = {
  team: 1,
  person: 0.95,
  customer: 0.95,
  goal: 0.9,
  milestone: 0.7,
  page: 0.5,
  action: 0.5,
  update: 0.4,
  problem: 0.3,
};

/** Every word must match, as it begins or with a slip in it; titles weigh most. */
export const SEARCH_OPTIONS: SearchOptions = {
  combineWith: 'AND',
  prefix: true,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  boost: { t: 3 },
  boostDocument: (_id, _term, stored) => WEIGHTS[FOUND_SORTS[Number(stored?.s)] ?? 'problem'],
};

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'a',
  œ: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A word without accents and capitals. `ae`, `oe` and `ue` stand for umlauts: Müller, Muller and Mueller are one. */
export function foldTerm(term: string): string {
  return term
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/([aou])e/g, '$1');
}
