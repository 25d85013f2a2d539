import { describe, expect, it } from 'vitest';
import { CATALOGUE, OTHER_PROBLEMS } from '../../src/plan/catalogue.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { wordsFor } from '../../src/words/words.ts';

/** Paths of all texts that a language leaves as English has them. */
function untranslated(one: object, other: object, path = ''): string[] {
  const entries = new Map(Object.entries(other));
  return Object.entries(one).flatMap(([key, value]) => {
    const at = `${path}${path && '.'}${key}`;
    const translated: unknown = entries.get(key);
    if (typeof value === 'string') return value === translated && !ALIKE.has(value) ? [at] : [];
    if (typeof value === 'object' && value !== null && typeof translated === 'object' && translated !== null)
      return untranslated(value, translated, at);
    return typeof value === typeof translated ? [] : [at];
  });
}

/** Words that are the same in both languages. */
const ALIKE = new Set(['Team', 'Teams', 'Fitness', 'Status', 'Problem']);

describe('the words of a locale', () => {
  it('are those of its language', () => {
    expect(wordsFor('de-AT')).toBe(de);
    expect(wordsFor('DE')).toBe(de);
    expect(wordsFor('en-US')).toBe(en);
  });

  it('are English where the language is unknown or not set', () => {
    expect(wordsFor('fi-FI')).toBe(en);
    expect(wordsFor(null)).toBe(en);
  });
});

describe('German', () => {
  it('has a meaning for every problem of the catalogue, and for no other', () => {
    const codes = Object.keys({ ...CATALOGUE, ...OTHER_PROBLEMS });
    expect([...de.problems.meanings.keys()].sort()).toEqual(codes.sort());
  });

  it('leaves nothing in English', () => {
    expect(untranslated(en, de)).toEqual([]);
  });

  it('would be told of what it leaves', () => {
    expect(untranslated({ a: { b: 'x' }, c: 'y' }, { a: { b: 'x' }, c: 'z' })).toEqual(['a.b']);
  });
});
