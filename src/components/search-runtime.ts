import MiniSearch from 'minisearch';
import { type Found, foldTerm, INDEX_OPTIONS, SEARCH_OPTIONS } from '../site/search-terms.ts';

/** A result, ready to be shown. */
export interface SearchHit {
  /** The title, parted where what was searched for matches. */
  readonly parts: readonly { readonly text: string; readonly isMatch: boolean }[];
  readonly place: string;
  /** The sort, by its number. */
  readonly sort: number;
  readonly status: string;
  readonly href: string;
}

/** Of one sort, and in all: a list is read, not searched again. */
const MOST_OF_A_SORT = 6;
const MOST = 24;

/** Fetches the index. Throws where it cannot be had. */
export async function load(index: string, base: string): Promise<(text: string) => SearchHit[]> {
  const response = await fetch(index);
  if (!response.ok) throw new Error(`${index} answers ${response.status}`);
  const search = await MiniSearch.loadJSONAsync<Found>(await response.text(), INDEX_OPTIONS);
  return (text) => {
    const counts = new Map<number, number>();
    const hits: SearchHit[] = [];
    for (const result of search.search(text.trim(), SEARCH_OPTIONS)) {
      const sort = Number(result.s);
      const count = (counts.get(sort) ?? 0) + 1;
      counts.set(sort, count);
      if (count > MOST_OF_A_SORT) continue;
      hits.push({
        parts: marked(String(result.t), result.terms),
        place: String(result.p),
        sort,
        status: String(result.m),
        href: base + String(result.h),
      });
      if (hits.length === MOST) break;
    }
    return hits;
  };
}

/** The words of a title, with those that matched marked. */
function marked(title: string, terms: readonly string[]): SearchHit['parts'] {
  return title
    .split(/([\p{L}\p{N}]+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, isMatch: terms.includes(foldTerm(text)) }));
}
