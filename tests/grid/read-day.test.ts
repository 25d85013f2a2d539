import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayFromIso, isoFromDay } from '../../src/grid/day.ts';
import { localeFacts, MORE_LANGUAGES } from '../../src/grid/locale.ts';
import { readDay } from '../../src/grid/read-day.ts';
import { cell, day, error, type Input, iso, percent, uncached } from '../helpers/grids.ts';
import { toldFinding } from '../helpers/problems.ts';

function read(input: Exclude<Input, null>, tag: string | null = null, date1904 = false) {
  return readDay(cell(input), { locale: localeFacts(tag), date1904 });
}

/** The day, or the code of the fault; with ` !` and its code where something is odd. */
function brief(input: Exclude<Input, null>, tag: string | null = null): string | null {
  const reading = read(input, tag);
  if (!reading.ok) return reading.fault.code;
  return reading.odd ? `${iso(reading.value)} !${reading.odd.code}` : iso(reading.value);
}

function fault(input: Exclude<Input, null>, tag: string | null = null) {
  const reading = read(input, tag);
  if (reading.ok) throw new Error(`read as ${iso(reading.value)}`);
  return toldFinding(reading.fault);
}

describe('cells that are days', () => {
  test('a day cell is its day', () => {
    expect(brief(day('2026-03-31'))).toBe('2026-03-31');
  });

  test('a number is a serial of its date system, with or without a time', () => {
    // 2026-03-31 is serial 46112 in the 1900 system; the 1904 system starts 1462 days later: 46112 − 1462 = 44650.
    expect(brief(46_112)).toBe('2026-03-31');
    expect(brief(46_112.75)).toBe('2026-03-31');
    const reading = read(44_650, null, true);
    expect(reading.ok && iso(reading.value)).toBe('2026-03-31');
    expect(brief('46112')).toBe('2026-03-31');
  });

  test('numbers that no plan means as days are refused', () => {
    for (const number of [45, 19_999, 80_001, 20_260_331, -1]) expect(brief(number)).toBe('bad-day');
    expect(fault(2026)).toMatchObject({
      message: '“2026” is a year, not a day; expected is one day.',
      fix: 'Write the last day that is meant, such as 2026-12-31.',
    });
    expect(fault(20_260_331).fix).toBe('Write 2026-03-31, with its dashes.');
    expect(fault(20_261_331).fix).toContain('Write the day');
    expect(brief(percent(25_000))).toBe('bad-day');
    expect(brief(true)).toBe('bad-day');
  });

  test('years beyond all plans are refused', () => {
    expect(brief(day('2026-03-31'))).toBe('2026-03-31');
    for (const typo of ['0206-03-31', '1899-12-31', '2206-01-01'])
      expect(fault(typo).message).toContain('of the year');
  });

  test.each(['', ' ', '\u00a0', '-', '–', 'n/a', 'N/A'])('%j is blank', (text) => {
    expect(brief(text)).toBeNull();
  });

  test('no cell is blank', () => {
    expect(readDay(undefined, { locale: localeFacts(null), date1904: false })).toMatchObject({
      ok: true,
      value: null,
    });
  });

  test('errors and formulas without a result are faults of their own', () => {
    expect(brief(error('#REF!'))).toBe('cell-error');
    expect(brief(uncached())).toBe('formula-without-result');
  });
});

describe('text that is one day in every locale', () => {
  test.each([
    ['2026-03-31', '2026-03-31'],
    ['2026/3/31', '2026-03-31'],
    ['2026.03.31', '2026-03-31'],
    ['2026. 3. 31.', '2026-03-31'],
    ['2026年3月31日', '2026-03-31'],
    ['2026-03-31T14:30:00.000Z', '2026-03-31'],
    ['2026-03-31 14:30', '2026-03-31'],
    ['\u00a02026-03-31\u200b ', '2026-03-31'],
    ['31.3.2026', '2026-03-31'],
    ['3.4.2026', '2026-04-03'],
    ['3.4.26', '2026-04-03'],
    ['13/4/2026', '2026-04-13'],
    ['4/13/2026', '2026-04-13'],
    ['13-04-2026 at 11:59', '2026-04-13'],
    ['3/3/2026', '2026-03-03'],
    ['31 March 2026', '2026-03-31'],
    ['Mar 31, 2026', '2026-03-31'],
    ['March 31st, 2026', '2026-03-31'],
    ['31-Mar-26', '2026-03-31'],
    ['31st of March 2026', '2026-03-31'],
    ['22th Aug 2026', '2026-08-22'],
    ['2026 March 31', '2026-03-31'],
    ["31 Mar '26", '2026-03-31'],
    ['Sept 1, 2026', '2026-09-01'],
    ['Tue 31 March 2026', '2026-03-31'],
    ['Tuesday, March 31, 2026 9:00 am', '2026-03-31'],
    ['2026-3-1', '2026-03-01'],
    ['1. März 2026', '2026-03-01'],
    ['1 Maerz 2026', '2026-03-01'],
    ['Di., 31. März 2026', '2026-03-31'],
    ['5. Jänner 2026', '2026-01-05'],
    ['3 mars 2026', '2026-03-03'],
    ['mar. 3 mars 2026', '2026-03-03'],
    ['Mar 3, 2026', '2026-03-03'],
    ['mar 3/3/2026', '2026-03-03'],
    ['1er août 2026', '2026-08-01'],
    ['vendredi 1 janv. 2027', '2027-01-01'],
    ['15 de marzo de 2026', '2026-03-15'],
    ['1º de março de 2026', '2026-03-01'],
    ['sexta-feira, 27 de março de 2026', '2026-03-27'],
    ['9 set. 2026', '2026-09-09'],
    ['4 de setiembre del 2026', '2026-09-04'],
    ['15-dic-26', '2026-12-15'],
    ['24. Dez. 2026', '2026-12-24'],
    ['by 31 March 2026', '2026-03-31'],
    ['due: 2026-03-31', '2026-03-31'],
    ['bis 31.12.2026', '2026-12-31'],
    ['bis spätestens 31. Dezember 2026', '2026-12-31'],
    ['le 3 mars 2026', '2026-03-03'],
    ['hasta el 15 de marzo de 2026', '2026-03-15'],
    ['até 15/03/2026', '2026-03-15'],
    ['31.12.2026 14:00 Uhr', '2026-12-31'],
    ['31.12.2026 um 14:00 Uhr', '2026-12-31'],
    ['31/12/2026 à 14h30', '2026-12-31'],
    ['31 March 2026 EOD', '2026-03-31'],
    ['31   March\n2026', '2026-03-31'],
  ])('%s is %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  test('two digits of a year are of this century', () => {
    expect(brief('31-Mar-99')).toBe('2099-03-31');
    expect(brief('31.3.00')).toBe('2000-03-31');
  });

  test('no such day is a fault', () => {
    for (const text of ['2026-02-29', '31.4.2026', '30 February 2026', '13/13/2026']) {
      expect(fault(text).message).toContain('no day of the calendar');
    }
    expect(brief('2028-02-29')).toBe('2028-02-29');
  });
});

test('no name of a month or a weekday means two in the languages that any plan may use', () => {
  const { months, weekdays } = localeFacts(null);
  for (const tag of ['en', ...MORE_LANGUAGES]) {
    const own = localeFacts(tag);
    expect([...own.months].filter(([name, month]) => months.get(name) !== month)).toEqual([]);
    expect([...own.weekdays].filter(([name, weekday]) => weekdays.get(name) !== weekday)).toEqual([]);
  }
});

describe('text whose order the locale settles', () => {
  test.each([
    ['en-GB', '2026-04-03'],
    ['de-DE', '2026-04-03'],
    ['fr', '2026-04-03'],
    ['en-US', '2026-03-04'],
  ])('3/4/2026 in %s is %s', (tag, expected) => {
    expect(brief('3/4/2026', tag)).toBe(expected);
    expect(brief('3-4-2026', tag)).toBe(expected);
  });

  test.each([null, 'en', 'sv-SE', 'ja', 'en-CA'])('3/4/2026 is ambiguous in %s', (tag) => {
    const { code, message, fix } = fault('3/4/2026', tag);
    expect(code).toBe('ambiguous-day');
    expect(message).toContain('2026-04-03 or 2026-03-04');
    expect(fix).toContain('Locale in the Settings sheet');
  });

  test('dots are day-first in any locale', () => {
    expect(brief('3.4.2026', 'en-US')).toBe('2026-04-03');
    expect(brief('3.31.2026')).toBe('2026-03-31 !day-against-locale');
  });

  test('a day that the locale cannot mean is read in the only way left, and told', () => {
    expect(brief('13/4/2026', 'en-US')).toBe('2026-04-13 !day-against-locale');
    expect(brief('4/13/2026', 'en-GB')).toBe('2026-04-13 !day-against-locale');
    expect(brief('4/13/2026', 'en-US')).toBe('2026-04-13');
  });

  test('with two digits at both ends the year may come first as well', () => {
    expect(fault('26/03/31').message).toContain('2031-03-26 or 2026-03-31');
    expect(brief('26/03/31', 'en-GB')).toBe('2031-03-26');
  });

  test("months by the locale's own names, and by the English ones beside them", () => {
    expect(brief('31. März 2026', 'de-DE')).toBe('2026-03-31');
    expect(brief('Dienstag, 31. März 2026', 'de-DE')).toBe('2026-03-31');
    expect(brief('31 March 2026', 'de-DE')).toBe('2026-03-31');
    expect(brief('31 de marzo de 2026', 'es')).toBe('2026-03-31');
    expect(brief('1er août 2026', 'fr')).toBe('2026-08-01');
    expect(brief('31 марта 2026', 'ru')).toBe('2026-03-31');
  });
});

describe('text that is no day gets a cure that fits', () => {
  test.each([
    ['ASAP', 'names no day', 'aim for'],
    ['TBD', 'names no day', 'aim for'],
    ['?', 'names no day', 'aim for'],
    ['Q2', 'is a quarter', 'last day'],
    ['Q2 2026', 'is a quarter', '2026-06-30'],
    ['2026 Q1', 'is a quarter', '2026-03-31'],
    ['H1 2026', 'is a half-year', '2026-06-30'],
    ['wk 12', 'is a week', 'last day of that week'],
    ['KW12', 'is a week', 'last day of that week'],
    ['2026', 'is a year', '2026-12-31'],
    ['14:30', 'is a time', 'not needed'],
    ['End of March', 'names a month', '2026-03-31'],
    ['February 2028', 'names a month', '2028-02-29'],
    ['31 Feb', 'is a day that no year has', '02-28'],
    ['29 Feb', 'has no year', 'Add the year'],
    ['31 March', 'has no year', 'Add the year'],
    ['31/3', 'has no year', 'Add the year'],
    ['soft deadline: 11/1/2022, hard one: 1/2/2022', 'names more than one day', 'alone'],
    [
      'soft deadline: 2022-11-01, …',
      'holds more than a day',
      'write 2022-11-01 alone, and put the rest into Notes',
    ],
    ['soft deadline: 11/1/2022, …', 'holds more than a day', '2022-01-11 or 2022-11-01'],
    ['31.12.2026 (moved)', 'holds more than a day', 'write 2026-12-31 alone'],
    ['31 March 2026 (maybe)', 'holds more than a day', 'write 2026-03-31 alone'],
    ['when ready', 'is no day', '2026-03-31'],
    ['31 March 2026 or April', 'names more than one day', '2026-03-31'],
    ['1-5 March 2026', 'names more than one day', 'alone'],
    ['1.3.2026 - 5.3.2026', 'names more than one day', 'alone'],
    ['22th Aug', 'has no year', '2026-08-22'],
    ['March', 'names a month', '2026-03-31'],
    ['mid May', 'names a month', '2026-05-31'],
    ['Ende Februar', 'names a month', '2026-02-28'],
    ['fin décembre', 'names a month', '2026-12-31'],
    ['marzo de 2027', 'names a month', '2027-03-31'],
    ['Q3', 'is a quarter', '2026-09-30'],
    ['3. Quartal 2027', 'is a quarter', '2027-09-30'],
    ['T2 2026', 'is a quarter', '2026-06-30'],
    ['2º trimestre', 'is a quarter', '2026-06-30'],
    ['KW 12', 'is a week', '2026-03-20'],
    ['week 53, 2026', 'is a week', '2027-01-01'],
    ['2027-W12', 'is a week', '2027-03-26'],
    ['semaine 12', 'is a week', '2026-03-20'],
    ['1. Halbjahr', 'is a half-year', '2026-06-30'],
    ['tomorrow', 'is another day each time', '2026-03-31'],
    ['next week', 'is another day each time', 'Write the day itself'],
    ['nächste Woche', 'is another day each time', 'Write the day itself'],
    ['demain', 'is another day each time', 'Write the day itself'],
    ['próxima semana', 'is another day each time', 'Write the day itself'],
    ['Friday', 'is a day of the week', 'Write which one'],
    ['Freitag', 'is a day of the week', 'Write which one'],
    ['ongoing', 'names no day', 'aim for'],
    ['so bald wie möglich', 'names no day', 'aim for'],
    ['sofort', 'names no day', 'aim for'],
    ['dès que possible', 'names no day', 'aim for'],
    ['lo antes posible', 'names no day', 'aim for'],
    ['3 weeks', 'is a length of time', 'on which it ends'],
    ['in 10 Tagen', 'is a length of time', 'on which it ends'],
    ['EOY', 'is the end of a span', '2026-12-31'],
    ['Jahresende', 'is the end of a span', '2026-12-31'],
    ['Summer 2026', 'is a season', 'last day'],
    ['31.02.2026', 'that month ends on 2026-02-28', 'such as 2026-02-28'],
    ['31/04/2026', 'is no day of the calendar', '2026-04-30'],
    ['30 février 2028', 'that month ends on 2028-02-29', 'such as 2028-02-29'],
    ['20260331', 'is a number', 'Write 2026-03-31'],
  ])('%s', (text, found, cure) => {
    const { code, message, fix } = fault(text);
    expect(code).toBe('bad-day');
    expect(message).toContain(`“${text}”`);
    expect(message).toContain(found);
    expect(fix).toContain(cure);
  });
});

const anyDay = fc.integer({ min: dayFromIso('2000-01-01') ?? 0, max: dayFromIso('2099-12-31') ?? 0 });

test('property: every way to write a day that its locale settles reads as that day', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT'),
      (number, tag) => {
        // The generator's integers are whole days.
        const expected = isoFromDay(number as Day);
        const date = new Date(number * 86_400_000);
        const zone = { timeZone: 'UTC' } as const;
        for (const options of [
          { dateStyle: 'short' },
          { dateStyle: 'long' },
          { dateStyle: 'full' },
          {},
        ] as const) {
          const text = new Intl.DateTimeFormat(tag, { ...zone, ...options }).format(date);
          expect([text, brief(text, tag)]).toEqual([text, expected]);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a page of text is no day, and is not run over again and again', () => {
  for (const filler of [' ', 'a', '1', '1.', '\n', 'by ', '2026-01-01 ', 'q1']) {
    expect(fault(`2026-03-31${filler.repeat(32_000 / filler.length)}x`).code).toBe('bad-day');
    expect(fault(`${filler.repeat(32_000 / filler.length)}x 2026-03-31`).code).toBe('bad-day');
  }
});

test('property: any text is a day, blank, or a fault with a cure; nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(null, 'en-US', 'de', 'ja'), (text, tag) => {
      const reading = read(text, tag);
      if (reading.ok) expect(reading.value === null || Number.isInteger(reading.value)).toBe(true);
      else expect(toldFinding(reading.fault).fix).not.toBe('');
    }),
  );
});
