import { describe, expect, it } from 'vitest';
import { CATALOGUE, OTHER_PROBLEMS } from '../../src/plan/catalogue.ts';
import { en } from '../../src/words/en.ts';
import { wordsFor } from '../../src/words/words.ts';

const de = wordsFor('de-DE');

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
    expect(wordsFor('de-AT').language).toBe('de');
    expect(wordsFor('DE').language).toBe('de');
    expect(wordsFor('en-US').language).toBe('en');
  });

  it('are English where the language is unknown or not set', () => {
    expect(wordsFor('fi-FI').language).toBe('en');
    expect(wordsFor(null).language).toBe('en');
  });

  it('write counts as the locale writes numbers', () => {
    const sum = (locale: string | null) => wordsFor(locale).timeline.sum(1080, 1324);
    expect(sum(null)).toBe('1,080 milestones, 1,324 overdue.');
    expect(sum('de-DE')).toBe('1.080 Meilensteine, 1.324 überfällig.');
    expect(wordsFor('en-IN').timeline.sum(123_456, 0)).toBe('1,23,456 milestones, none overdue.');
    expect(wordsFor('en-US').page.leftOut(1500, 'this page')).toContain('1,500 rows of the sheet');
    expect(wordsFor('de-DE').page.leftOut(1500, 'dieser Seite')).toContain('1.500 Zeilen der Tabelle');
  });

  it('speaks of one as of one, and of none as of none', () => {
    const { charts, review, tv } = wordsFor('en');
    expect([charts.stillBehind('1'), tv.behind('15')]).toEqual([
      '1 point behind, as four weeks ago.',
      '15 points behind',
    ]);
    expect(review.sum(1, 0, 1, 0)).toBe('The one promise for last week came late.');
    expect(review.sum(5, 5, 0, 0)).toBe('All 5 promises for last week were kept.');
    expect(review.sum(3, 0, 0, 3)).toBe('Of 3 promises for last week none was kept, 3 were missed.');
    expect(review.sum(6, 1, 2, 3)).toBe(
      'Of 6 promises for last week 1 was kept, 2 came late, 3 were missed.',
    );
    const german = wordsFor('de');
    expect(german.tv.ahead('1')).toBe('1 Punkt voraus');
    expect(german.review.sum(1, 0, 0, 1)).toBe('Die eine Zusage für die letzte Woche wurde nicht gehalten.');
    expect(german.review.sum(2, 0, 1, 1)).toBe(
      'Von 2 Zusagen für die letzte Woche wurde keine gehalten, 1 kam zu spät, 1 wurde nicht gehalten.',
    );
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
