import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localeFacts } from '../../src/grid/locale.ts';
import { isPercentFormat } from '../../src/grid/number-format.ts';
import { readNumber } from '../../src/grid/read-number.ts';
import { countsInPercentPoints, readShare } from '../../src/grid/read-percent.ts';
import { inEnglish } from '../../src/grid/said.ts';
import { cell, day, error, formula, type Input, percent, uncached } from '../helpers/grids.ts';
import { toldFinding } from '../helpers/problems.ts';

/** The number, or the code of the fault. */
function brief(input: Exclude<Input, null>, tag: string | null = null): number | string | null {
  const reading = readNumber(cell(input), localeFacts(tag));
  return reading.ok ? reading.value : reading.fault.code;
}

describe('numbers', () => {
  test('number cells are their value, whatever their format', () => {
    expect(brief(1250.5)).toBe(1250.5);
    expect(brief(0)).toBe(0);
    expect(brief(percent(0.4))).toBe(0.4);
    expect(brief(formula(0))).toBe(0);
  });

  test.each(['', '-', '–', '--', '———', 'n/a', 'n. a.', 'k.A.', '\u00a0'])('%j is blank, never 0', (text) => {
    expect(brief(text)).toBeNull();
  });

  test.each([
    ['1250', 1250],
    ['1234.5', 1234.5],
    ['1234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1 234,5', 1234.5],
    ['1\u202f234', 1234],
    ["1'234.5", 1234.5],
    ['1’234', 1234],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['.5', 0.5],
    ['€ 1250', 1250],
    ['1250 €', 1250],
    ['US$12', 12],
    ['CHF 1250', 1250],
    ['1250 EUR', 1250],
    ['Rs. 500', 500],
    ['$1.2m', 1_200_000],
    ['3k', 3000],
    ['2 bn', 2_000_000_000],
    ['1.5 Mio. EUR', 1_500_000],
    ['2 million', 2_000_000],
    ['40%', 0.4],
    ['40 percent', 0.4],
    ['50 %', 0.5],
    ['50 Prozent', 0.5],
    ['50 por ciento', 0.5],
    ['0,5', 0.5],
    ['1.200,50 €', 1200.5],
    ['1 200,50', 1200.5],
    ['1’200.50', 1200.5],
    ['R$ 1.200,50', 1200.5],
    ["Fr. 1'200.–", 1200],
    ['1200,- €', 1200],
    ['5 TEUR', 5000],
    ['2 Mio. €', 2_000_000],
    ['3 millones', 3_000_000],
    ['10k€', 10_000],
    ['-12', -12],
    ['−12', -12],
    ['(12.5)', -12.5],
    ['-$5', -5],
    ['$ -5', -5],
    ['+7', 7],
  ])('%s is %d', (text, expected) => {
    expect(brief(text)).toBeCloseTo(expected, 9);
  });

  test('a single group of three digits is settled by the locale alone', () => {
    expect(brief('1,234')).toBe('ambiguous-number');
    expect(brief('1.234')).toBe('ambiguous-number');
    expect(brief('1,234', 'en-US')).toBe(1234);
    expect(brief('1,234', 'de-DE')).toBe(1.234);
    expect(brief('1.234', 'de-DE')).toBe(1234);
    expect(brief('1.234', 'en-GB')).toBe(1.234);
    expect(brief('1.234', 'de-CH')).toBe(1.234);
  });

  test('an ambiguous number tells both readings', () => {
    const reading = readNumber(cell('1,234'), localeFacts(null));
    expect(!reading.ok && inEnglish(reading.fault.message)).toContain('may be 1234 or 1.234');
  });

  test.each(['abc', '12 apples', '1,2,3', '1.2.3', '12-14', '1 23', '5 k pears', '$', 'pears 5', '1\n234'])(
    '%j is no number',
    (text) => {
      expect(brief(text)).toBe('bad-number');
    },
  );

  test.each([
    ['~50', 'is about a number', 'Write 50 alone'],
    ['approx. 40', 'is about a number', 'Write 40 alone'],
    ['ca. 1.200', 'is about a number', 'Write 1.200 alone'],
    ['>90%', 'is a limit', 'Write 90% alone'],
    ['≥ 10', 'is a limit', 'Write 10 alone'],
    ['at least 5', 'is a limit', 'Write 5 alone'],
    ['100+', 'is a limit', 'Write 100 alone'],
    ['50-60', 'is a span', '50 or 60.'],
    ['50 % – 60 %', 'is a span', '50 % or 60 %.'],
    ['50 bis 60', 'is a span', '50 or 60.'],
    ['12 of 20', 'is a part of a whole', 'Write 12 here, and 20 into Target'],
    ['3/5', 'is a part of a whole', 'Write 3 here, and 5 into Target'],
    ['half', 'is a number in words', '50% or 0.5'],
    ['half a day', 'is a number in words', '50% or 0.5'],
    ['1½', 'as a fraction', '50% or 0.5'],
    ['die Hälfte', 'is a number in words', '50% or 0.5'],
    ['12 customers', 'is more than a number', 'Write 12 alone, and the rest into Unit'],
    ['40 (est.)', 'is more than a number', 'Write 40 alone'],
    ['40*', 'is more than a number', 'Write 40 alone'],
    ['40?', 'is more than a number', 'Write 40 alone'],
    ['5x', 'is more than a number', 'Write 5 alone'],
    ['lots', 'is no number', 'such as 1250'],
  ])('%s', (text, is, fix) => {
    const reading = readNumber(cell(text), localeFacts(null));
    expect(reading.ok ? reading.value : toldFinding(reading.fault)).toMatchObject({
      code: 'bad-number',
      message: expect.stringContaining(`“${text}” ${is === 'as a fraction' ? '' : is}`),
      fix: expect.stringContaining(fix),
    });
  });

  test.each(['TBD', 'tbc', '?', 'unknown', 'none'])('%j says that there is no number yet: blank', (text) => {
    expect(brief(text)).toBeNull();
  });

  test('percent and suffixes move the point, and change no digit', () => {
    expect(brief('99,9%')).toBe(0.999);
    expect(brief('0.7%')).toBe(0.007);
    expect(brief('1.1m')).toBe(1_100_000);
    expect(brief('4.35k')).toBe(4350);
    expect(brief(`${'9'.repeat(22)}k`)).toBeCloseTo(1e25, -11);
  });

  test('a page of text is no number, and is not run over again and again', () => {
    for (const filler of [' ', '1 ', '1', "'", '1 of ', '.']) {
      expect(brief(`1${filler.repeat(32_000 / filler.length)}x`)).toBe('bad-number');
    }
  });

  test('cells of other kinds are no numbers', () => {
    expect(brief(day('2026-03-31'))).toBe('bad-number');
    expect(brief(true)).toBe('bad-number');
    expect(brief(error())).toBe('cell-error');
    expect(brief(uncached())).toBe('formula-without-result');
  });

  test('property: what a locale writes, that locale reads', () => {
    const tags = fc.constantFrom('en-US', 'en-GB', 'de-DE', 'de-CH', 'fr-FR', 'en-IN', 'it-IT', 'pt-BR');
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), tags, (thousandths, tag) => {
        const number = thousandths / 1000;
        const text = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 }).format(number);
        expect([text, brief(text, tag)]).toEqual([text, number === 0 ? expect.closeTo(0) : number]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('shares', () => {
  const none = localeFacts(null);
  const share = (input: Exclude<Input, null>, points: boolean) => {
    const reading = readShare(cell(input), none, points);
    return reading.ok ? reading.value : reading.fault.code;
  };

  test('percent formats and percent signs say it themselves', () => {
    for (const points of [true, false]) {
      expect(share(percent(0.4), points)).toBe(0.4);
      expect(share('40%', points)).toBe(0.4);
      expect(share('-', points)).toBeNull();
    }
  });

  test('plain numbers are percent points or shares by their column', () => {
    expect(share(40, true)).toBe(0.4);
    expect(share(0.5, true)).toBe(0.005);
    expect(share(0.5, false)).toBe(0.5);
    expect(share('40', true)).toBe(0.4);
  });

  test.each([
    ['3/5', 0.6],
    ['12 of 20', 0.6],
    ['12 von 20', 0.6],
    ['5/5', 1],
    ['0/4', 0],
    ['6/5', 'bad-number'],
    ['0/0', 'bad-number'],
    ['about half', 'bad-number'],
  ])('of a whole, %s is %s', (text, expected) => {
    for (const points of [true, false]) expect(share(text, points)).toBe(expected);
  });

  test('words are no shares', () => {
    expect(share('half', false)).toBe('bad-number');
  });

  test('a column is in percent points if any plain number of it is above 1', () => {
    const column = (...inputs: Exclude<Input, null>[]) =>
      countsInPercentPoints(
        inputs.map((input) => cell(input)),
        none,
      );
    expect(column(0.2, 1, 'half')).toBe(false);
    expect(column(0.2, 40)).toBe(true);
    expect(column(0.2, '40')).toBe(true);
    expect(column(0.2, '40%', percent(1.5))).toBe(false);
    expect(countsInPercentPoints([undefined], none)).toBe(false);
  });

  test('only a percent sign outside of quoted text makes a percent format', () => {
    expect(isPercentFormat('0.0%')).toBe(true);
    expect(isPercentFormat('0" % of plan"')).toBe(false);
    expect(isPercentFormat('0\\%')).toBe(false);
    expect(isPercentFormat(null)).toBe(false);
  });
});
