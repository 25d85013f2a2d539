import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detached } from '../../src/source/detached.ts';

it('a text put together anew is the same text, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(50), (text, from) => {
      const cut = text.repeat(3).slice(from);
      expect(detached(cut)).toBe(cut);
    }),
  );
  expect(detached('half of a pair: \ud83d')).toBe('half of a pair: \ud83d');
});
