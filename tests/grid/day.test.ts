import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Day,
  dayFromIso,
  dayFromParts,
  dayFromSerial,
  isoFromDay,
  isoWeekday,
  startOfWeek,
} from '../../src/grid/day.ts';

const FIRST = '0001-01-01';
const LAST = '9999-12-31';

function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new Error(`${iso} is no day`);
  return found;
}

/** Days that an ISO text of four digits can name. */
const days = fc
  .integer({ min: day(FIRST), max: day(LAST) })
  .map((offset) => addDays(day('1970-01-01'), offset));

function serial(value: number, date1904 = false): string | null {
  const found = dayFromSerial(value, date1904);
  return found === null ? null : isoFromDay(found);
}

describe('dayFromIso', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    // 30 years of 365 days, and the leap days of 1972, 76, 80, 84, 88, 92, 96: 10950 + 7.
    ['2000-01-01', 10957],
    // The year 2000 has a leap day of its own: 10957 + 31 + 28 is 29 February.
    ['2000-02-29', 11016],
    ['2000-03-01', 11017],
  ])('%s is day %i', (iso, expected) => {
    expect(dayFromIso(iso)).toBe(expected);
  });

  it.each(['2024-02-29', '2000-02-29', '2400-02-29', FIRST, LAST])('%s is a day', (iso) => {
    expect(isoFromDay(day(iso))).toBe(iso);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])('“%s” is no day', (iso) => {
    expect(dayFromIso(iso)).toBeNull();
  });

  it('gives back the text that a day is written as', () => {
    fc.assert(fc.property(days, (each) => dayFromIso(isoFromDay(each)) === each));
  });

  it('follows the order of the texts', () => {
    fc.assert(fc.property(days, days, (one, other) => isoFromDay(one) < isoFromDay(other) === one < other));
  });
});

describe('dayFromParts', () => {
  it.each([
    [2026, 2, 29],
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 1, 32],
    [2026.5, 1, 1],
    [Number.NaN, 1, 1],
    [10_000, 1, 1],
    [0, 1, 1],
    [-1, 1, 1],
  ])('%d-%d-%d is no day', (year, month, dayOfMonth) => {
    expect(dayFromParts(year, month, dayOfMonth)).toBeNull();
  });

  it('does not take the year 26 for 1926', () => {
    expect(dayFromParts(26, 1, 1)).toBe(dayFromIso('0026-01-01'));
  });
});

describe('dayFromSerial', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    // The day that never was is read as the one after it.
    [60, '1900-03-01'],
    [61, '1900-03-01'],
    // 36526 = 100 years of 365 days + 24 leap days from 1904 to 1996 + 1 that never was + 1 as the count starts at 1.
    [36_526, '2000-01-01'],
    // 45000 - 36526 = 8474 = 23 years (8395 days with six leap days: 2000 to 2020, 8401) + 31 + 28 + 14.
    [45_000, '2023-03-15'],
    [2_958_465, LAST],
  ])('%d is %s', (value, iso) => {
    expect(serial(value)).toBe(iso);
  });

  it.each([
    [0, '1904-01-01'],
    [59, '1904-02-29'],
    [60, '1904-03-01'],
    // 1,462 days lie between the two systems: 45000 - 1462.
    [43_538, '2023-03-15'],
    [2_957_003, LAST],
  ])('%d in the 1904 system is %s', (value, iso) => {
    expect(serial(value, true)).toBe(iso);
  });

  it.each([0, 0.5, -1, 2_958_466, 1e300, Number.NaN, Number.POSITIVE_INFINITY])('%d is no day', (value) => {
    expect(serial(value)).toBeNull();
  });

  it.each([-0.5, -1, 2_957_004, Number.NaN])('%d in the 1904 system is no day', (value) => {
    expect(serial(value, true)).toBeNull();
  });

  it('does not count the time of day', () => {
    expect(serial(45_000.999)).toBe('2023-03-15');
    expect(serial(0.75, true)).toBe('1904-01-01');
  });

  it('counts on by one day from serial to serial, in both systems', () => {
    const step = (date1904: boolean) => (value: number) =>
      Number(dayFromSerial(value + 1, date1904)) - Number(dayFromSerial(value, date1904)) === 1;
    fc.assert(fc.property(fc.integer({ min: 61, max: 2_958_464 }), step(false)));
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_957_002 }), step(true)));
  });
});

describe('weeks', () => {
  it.each([
    // 1 January 1970 was a Thursday.
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2026-03-30', 1],
    ['2026-04-05', 7],
    ['0001-01-01', 1],
  ])('%s is day %i of its week', (iso, weekday) => {
    expect(isoWeekday(day(iso))).toBe(weekday);
  });

  it.each([
    ['2026-04-05', 1, '2026-03-30'],
    ['2026-03-30', 1, '2026-03-30'],
    ['2026-04-05', 7, '2026-04-05'],
    ['2026-04-04', 7, '2026-03-29'],
    ['2026-04-04', 6, '2026-04-04'],
    ['2026-01-01', 1, '2025-12-29'],
  ])('the week of %s that starts on weekday %i starts on %s', (iso, startsOn, first) => {
    expect(isoFromDay(startOfWeek(day(iso), startsOn))).toBe(first);
  });

  it('starts at most six days before, on the weekday asked for', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (each, startsOn) => {
        const first = startOfWeek(each, startsOn);
        return first <= each && each - first < 7 && isoWeekday(first) === startsOn;
      }),
    );
  });
});

describe('addDays', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-29', 0, '2026-03-29'],
  ])('%s and %i days is %s', (iso, count, expected) => {
    expect(isoFromDay(addDays(day(iso), count))).toBe(expected);
  });
});
