import { describe, expect, it } from 'vitest';
import { formats } from '../../src/site/format.ts';

const british = formats('en-GB', '2026-06-17');

describe('days', () => {
  it('leave out the year of the as-of day only', () => {
    expect(british.day('2026-03-01')).toBe('1 Mar');
    expect(british.day('2027-03-01')).toBe('1 Mar 2027');
  });

  it('follow the locale', () => {
    expect(formats('de-DE', '2026-06-17').day('2026-03-01')).toBe('1. März');
    expect(formats('en-US', '2026-06-17').day('2026-03-01')).toBe('Mar 1');
    expect(formats(null, '2026-06-17').day('2026-03-01')).toBe('1 Mar');
  });

  it('are told from the as-of day on: days, then weeks, then months', () => {
    expect(british.fromNow('2026-06-17')).toBe('today');
    expect(british.fromNow('2026-06-18')).toBe('tomorrow');
    expect(british.fromNow('2026-06-08')).toBe('9 days ago');
    expect(british.fromNow('2026-07-15')).toBe('in 4 weeks');
    expect(british.fromNow('2026-12-17')).toBe('in 6 months');
  });

  it('are refused where they are none', () => {
    expect(() => british.day('2026-02-30')).toThrow('2026-02-30');
  });
});

describe('figures', () => {
  it('show a share as whole percent, and none as a dash', () => {
    expect(british.percent(0.454)).toBe('45%');
    expect(british.percent(null)).toBe('–');
  });

  it('show a gap in points, whichever its side', () => {
    expect(british.points(0.312)).toBe('31');
    expect(british.points(-0.05)).toBe('5');
  });

  it('show numbers with the locale’s separators and their unit', () => {
    expect(british.number(1234.5, 'wards')).toBe('1,234.5\u00a0wards');
    expect(formats('de-DE', '2026-06-17').number(1234.5)).toBe('1.234,5');
    expect(british.number(null, 'wards')).toBe('–');
    expect(british.number(0)).toBe('0');
  });
});
