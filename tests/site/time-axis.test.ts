import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayFromIso } from '../../src/grid/day.ts';
import { textWidth } from '../../src/site/text-width.ts';
import { timeAxis } from '../../src/site/time-axis.ts';

function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new Error(iso);
  return found;
}

function axis(first: Day, last: Day, width = 1000) {
  return timeAxis({
    first,
    last,
    left: 0,
    right: width,
    minimumTick: 46,
    labelSize: 12,
    locale: 'en-GB',
    weekStartsOn: 1,
  });
}

describe('a time axis', () => {
  it('begins and ends with whole months', () => {
    const { from, to } = axis(day('2026-01-13'), day('2026-11-30'));
    expect(from).toBe(day('2026-01-01'));
    expect(to).toBe(day('2026-12-01'));
  });

  it('spreads its days evenly', () => {
    // From 1 January to 1 January a year on are 365 days: 2 July is day 182.
    const { x } = axis(day('2026-01-01'), day('2026-12-20'), 365);
    expect(x(day('2026-01-01'))).toBe(0);
    expect(x(day('2026-07-02'))).toBe(182);
    expect(x(day('2027-05-01'))).toBe(365);
  });

  it('has ticks that suit its span, and larger ones above them', () => {
    const labels = (last: string) => {
      const { ticks, upper } = axis(day('2026-01-05'), day(last));
      return [upper.map(({ label }) => label), ticks.map(({ label }) => label)];
    };
    expect(labels('2026-02-20')).toEqual([
      ['January 2026', 'February 2026'],
      ['5', '12', '19', '26', '2', '9', '16'],
    ]);
    expect(labels('2026-09-30')).toEqual([
      ['Q1 2026', 'Q2 2026', 'Q3 2026'],
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept'],
    ]);
    expect(labels('2028-12-01')).toEqual([
      ['2026', '2027', '2028'],
      Array.from({ length: 12 }, (_, i) => `Q${(i % 4) + 1}`),
    ]);
    expect(labels('2046-01-01')[0]).toEqual([]);
    expect(labels('2046-01-01')[1]).toContain('2031');
  });

  it('marks the ticks where a larger unit begins', () => {
    const { ticks } = axis(day('2026-02-03'), day('2026-11-30'));
    expect(ticks.filter(({ major }) => major).map(({ label }) => label)).toEqual(['Apr', 'Jul', 'Oct']);
  });

  it('names a larger unit that began before the axis only where its name has room', () => {
    const upper = (first: string) => axis(day(first), day('2026-11-30')).upper.map(({ label }) => label);
    expect(upper('2026-02-03')).toEqual(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026']);
    expect(axis(day('2025-12-03'), day('2028-11-30'), 700).upper.map(({ label }) => label)).toEqual([
      '',
      '2026',
      '2027',
      '2028',
    ]);
  });

  it('never lets a label run into the next tick, whatever its span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 6000 }), (start, span) => {
        const from = addDays(day('1990-01-01'), start);
        const { ticks, upper } = axis(from, addDays(from, span));
        for (const level of [ticks, upper])
          for (const [i, { x, label }] of level.entries()) {
            const next = level[i + 1];
            if (next) expect(x + textWidth(label, 12)).toBeLessThan(next.x);
          }
        expect(ticks.length).toBeLessThan(40);
        expect(ticks.filter(({ label }) => label !== '').length).toBeGreaterThan(ticks.length / 2);
      }),
    );
  });
});
