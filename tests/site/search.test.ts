import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { findable, searchIndex } from '../../src/site/search.ts';
import {
  FOUND_SORTS,
  type Found,
  type FoundSort,
  foldTerm,
  INDEX_OPTIONS,
  SEARCH_OPTIONS,
} from '../../src/site/search-terms.ts';
import { en } from '../../src/words/en.ts';
import { action, goal, milestone, planOf } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

const plan = snapshotOf(
  planOf([
    goal({
      title: 'Safe water in every ward',
      milestones: [
        milestone({ title: 'Müller signs', actions: [action({ id: 'a', title: 'Ring Mueller & Sons' })] }),
      ],
    }),
  ]),
);

/** Titles that are found, the best first. */
function search(text: string): string[] {
  const index = MiniSearch.loadJSON(searchIndex(plan, en), INDEX_OPTIONS);
  return index.search(text, SEARCH_OPTIONS).map(({ t }) => String(t));
}

describe('what can be found', () => {
  it('is every row, with the place where it stands', () => {
    const found = findable(plan, en);
    const sorts = new Set(found.map(({ s }) => FOUND_SORTS[s]));
    expect([...sorts]).toEqual(expect.arrayContaining(['team', 'goal', 'milestone', 'action', 'page']));
    expect(found.find(({ t }) => t === 'Müller signs')?.h).toBe('/teams/north/#milestone-milestone');
    expect(found.find(({ t }) => t === 'Ring Mueller & Sons')?.p).toBe('Müller signs');
    expect(found.find(({ t }) => t === 'Help: The cells')?.h).toBe('/help/#cells');
  });

  it('leads to no page that the plan does not have', () => {
    const pages = findable(plan, en).map(({ h }) => h);
    expect(plan.customers).toEqual([]);
    expect(pages).not.toContain('/customers/');
    expect(pages).toContain('/review/');
  });

  it('is found by how a word begins, with every word matching', () => {
    expect(search('wat war')).toEqual(['Safe water in every ward']);
    expect(search('water nothing')).toEqual([]);
  });

  it('puts what has a page of its own before what only names it', () => {
    const index = new MiniSearch<Found>(INDEX_OPTIONS);
    const found = (id: number, t: string, sort: FoundSort) => ({
      ...{ id, t, w: '', p: '', m: '', h: '/' },
      s: FOUND_SORTS.indexOf(sort),
    });
    index.addAll([
      found(0, 'Service Sankt Alva', 'action'),
      found(1, 'Sankt Alva signed twice', 'update'),
      found(2, 'Sankt Alva Hospital', 'customer'),
    ]);
    expect(index.search('sankt alva', SEARCH_OPTIONS)[0]?.t).toBe('Sankt Alva Hospital');
  });

  it('is found whichever way umlauts are written, and with a slip', () => {
    for (const text of ['müller', 'Muller', 'MUELLER', 'mullr'])
      expect(search(text), text).toEqual(expect.arrayContaining(['Müller signs', 'Ring Mueller & Sons']));
  });
});

describe('folding', () => {
  it.each([
    ['Søren', 'soren'],
    ['Ångström', 'angstrom'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['ÆØÅ', 'aoa'],
  ])('makes of %s %s', (word, folded) => {
    expect(foldTerm(word)).toBe(folded);
  });
});
