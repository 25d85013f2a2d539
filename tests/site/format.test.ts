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
    expect(british.points(0.312, 0)).toBe('31');
    expect(british.points(0.1, 0.05)).toBe('5');
    // 40.8 points apart; but whoever reads 18 % and 58 % subtracts those.
    expect(british.points(0.175, 0.583)).toBe('40');
  });

  it('stand below each other with the same decimals, percent as percent', () => {
    expect(british.figures([95.1, 95, null, 1234.25])).toEqual(['95.10', '95.00', '–', '1,234.25']);
    expect(british.figures([4, 5, 6])).toEqual(['4', '5', '6']);
    expect(british.figures([0.951, 0.95], '%', [0.98])).toEqual(['95.1', '95.0']);
    expect(british.figures([95.1, 0.5], '%', [98])).toEqual(['95.1', '0.5']);
  });

  it('show numbers with the locale’s separators and their unit', () => {
    expect(british.number(1234.5, 'wards')).toBe('1,234.5\u00a0wards');
    expect(formats('de-DE', '2026-06-17').number(1234.5)).toBe('1.234,5');
    expect(british.number(null, 'wards')).toBe('–');
    expect(british.number(0)).toBe('0');
  });

  const money = (locale: string, currency: string | null, value: number, unit: string) =>
    formats(locale, '2026-06-17', currency)
      .number(value, unit)
      .replace(/[\u00a0\u202f]/g, ' ');

  it('show money as the locale writes it, by the currency’s letters or sign', () => {
    expect(money('de-DE', 'EUR', 1_250_000, 'EUR')).toBe('1.250.000 €');
    expect(money('en-IE', 'EUR', 1_250_000, '€')).toBe('€1,250,000');
    expect(money('fr-FR', null, 1_250_000, '€')).toBe('1 250 000 €');
    expect(money('en-US', null, 99.5, '$')).toBe('$99.50');
  });

  it('take a sign that several currencies share for the plan’s own', () => {
    expect(money('en-CA', 'CAD', 5, '$')).toBe('$5');
    expect(money('en-US', 'CAD', 5, '$')).toBe('CA$5');
    expect(money('da-DK', 'DKK', 5, 'kr.')).toBe('5 kr.');
    expect(money('en-GB', null, 5, 'kr.')).toBe('5 kr.');
  });

  it('leave units that only look like currencies alone', () => {
    expect(money('en-GB', 'EUR', 5, 'All')).toBe('5 All');
    expect(money('en-GB', 'EUR', 5, '€ k')).toBe('5 € k');
  });

  it('show percent of percent cells and of plain numbers alike', () => {
    expect(british.number(0.4, '%', [0, 0.9])).toBe('40%');
    expect(british.number(40, '%', [0, 90])).toBe('40%');
    expect(british.number(1, '%', [0, 90])).toBe('1%');
    expect(british.number(0.955, '%', [0.9, 1])).toBe('95.5%');
    expect(formats('de-DE', '2026-06-17').number(40, '%')).toBe('40\u202f%');
  });
});
