import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from '../../src/site/text-width.ts';

describe('the width of a text', () => {
  it('is the sum of its letters', () => {
    expect(textWidth('', 14)).toBe(0);
    // W is 0.90 em and i 0.29 em: with 2 % on top, at 100 px: 91.8 and 29.58.
    expect(textWidth('W', 100)).toBeCloseTo(91.8);
    expect(textWidth('Wi', 100)).toBeCloseTo(121.38);
  });

  it('counts full-width letters as full', () => {
    expect(textWidth('目標', 100)).toBeGreaterThan(200);
  });
});

describe('fitting a text', () => {
  it('leaves a text that fits', () => {
    expect(fitText('Contract signed', 14, 400)).toBe('Contract signed');
  });

  it('never cuts inside of a letter that is made of several', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(fitText(family.repeat(9), 14, 60).replaceAll(family, '')).toBe('…');
  });

  it('always fits, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 30, max: 400 }),
        (text, width) => {
          expect(textWidth(fitText(text, 14, width), 14)).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });
});
