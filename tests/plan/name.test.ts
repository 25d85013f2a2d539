import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../src/grid/said.ts';
import { candidates, closest, closestAmong, didYouMean, editDistance } from '../../src/plan/closest.ts';
import { comparable, nameKey, slug } from '../../src/plan/name.ts';

describe('comparable', () => {
  test.each([
    ['  Due \u00a0 DATE* ', 'due date'],
    ['Zoë Müller', 'zoe muller'],
    ['STRASSE', comparable('Straße')],
    ['Łukasz Øst', 'lukasz ost'],
    ['🟢 On-track!', 'on track'],
    ['% complete', 'percent complete'],
    ['Pct of task complete', 'percent of task complete'],
    ['per cent done', 'percent done'],
    ['zero\u200bwidth', 'zerowidth'],
    ['ﬁnish', 'finish'],
    ['__proto__', 'proto'],
    ['★', ''],
  ])('%j is %j', (text, expected) => {
    expect(comparable(text)).toBe(expected);
  });

  test('marks that tell letters apart stay', () => {
    expect(comparable('はは')).not.toBe(comparable('ばば'));
    expect(comparable('राम')).not.toBe(comparable('रीम'));
  });

  test('property: comparing what is comparable changes nothing, nor does case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
        expect(comparable(` ${text}\u00a0.`)).toBe(comparable(text));
      }),
    );
  });

  test('many names do not change what was found', () => {
    const before = comparable('Évident');
    for (let number = 0; number < 20_001; number++) comparable(`name ${number}`);
    expect(comparable('Évident')).toBe(before);
  });

  test('a name of punctuation stands for itself', () => {
    expect(nameKey('★')).not.toBe(nameKey('☆'));
    expect(nameKey(' A! ')).toBe('a');
  });
});

describe('slug', () => {
  test('names are joined by hyphens, in letters of any script', () => {
    expect(slug('North', 'Win Acme & Co.')).toBe('north-win-acme-co');
    expect(slug('Équipe Łódź')).toBe('equipe-lodz');
    expect(slug('東京 支店')).toBe('東京-支店');
  });

  test('a long one is cut, with a hash of the whole that never changes', () => {
    const long = slug('a'.repeat(100));
    // FNV-1a, 32 bits, of 100 letters a: fixed here, as addresses must stay.
    expect(long).toMatch(/^a{72}-[0-9a-z]{7}$/);
    expect(long).toBe(slug('A'.repeat(100)));
    expect(slug(`${'a'.repeat(99)}b`)).not.toBe(long);
    expect(slug('a'.repeat(80))).toBe('a'.repeat(80));
  });

  test('where nothing is left, the hash stands: FNV-1a, 32 bits, as worked out in exact integers', () => {
    let expected = 0x811c9dc5n;
    for (const byte of Buffer.from('★')) expected = ((expected ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n;
    expect(slug(' ★ ')).toBe(expected.toString(36).padStart(7, '0'));
    expect(slug('')).toBe('0ztntfp'); // 2166136261, the start of every hash
    expect(slug('★')).not.toBe(slug('☆'));
  });

  test('the capital ẞ is ss, as ß is', () => {
    expect([comparable('STRAẞE'), comparable('Straße'), comparable('STRASSE')]).toEqual(
      Array(3).fill('strasse'),
    );
  });

  test('property: no slug is empty, or too long for a folder, and equal names have equal slugs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const made = slug(text);
        expect(made).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u);
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(200);
        expect([...made].length).toBeLessThanOrEqual(80);
        if (comparable(text) !== '')
          expect(slug(text.toUpperCase())).toBe(slug(text.toUpperCase().toLowerCase()));
      }),
    );
  });
});

describe('closest', () => {
  test.each([
    ['acme', 'acme', 0],
    ['acme', 'amce', 1],
    ['acme', 'acne', 1],
    ['acme', 'acmes', 1],
    ['acme', 'cme', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('%s and %s are %d edits apart', (one, other, distance) => {
    expect(editDistance(one, other, 3)).toBe(distance);
    expect(editDistance(other, one, 3)).toBe(distance);
  });

  test('beyond the limit there is no distance', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBeNull();
    expect(editDistance('a', 'abcdef', 2)).toBeNull();
    expect(editDistance('abcd', 'wxyz', 2)).toBeNull();
  });

  test('how far a slip may go depends on the length, and three names at most are offered, closest first', () => {
    expect(closest('no', ['on', 'not'])).toEqual([]);
    expect(closest('Nort', ['North', 'South', 'Nor'])).toEqual(['North', 'Nor']);
    expect(closest('milestone one', ['milestone two', 'milestone on', 'Milestone One', 'x'])).toEqual([
      'milestone on',
      'milestone two',
    ]);
    expect(closest('abcde', ['abcdf', 'abcdg', 'abcdh', 'abcdi', 'ABCDF'])).toHaveLength(3);
    expect(closestAmong('Nort', candidates(['North']))).toEqual(['North']);
  });

  test('in words', () => {
    expect(inEnglish(didYouMean([]))).toBe('');
    expect(inEnglish(didYouMean(['A', 'B', 'C']))).toBe(' Did you mean “A”, “B” or “C”?');
  });
});
