import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayFromIso } from '../../src/grid/day.ts';
import { timeAxis } from '../../src/site/time-axis.ts';

function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new Error(iso);
  return found;
}

function axis(first: Day, last: Day, width = 1000) {
  return timeAxis({ first, last, left: 0, right: width, minimumTick: 46, locale: 'en-GB', weekStartsOn: 1 });
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

  it('has ticks that suit its span', () => {
    const labels = (last: string) => axis(day('2026-01-05'), day(last)).ticks.map(({ label }) => label);
    expect(labels('2026-02-20')).toContain('12 Jan');
    expect(labels('2026-09-01')).toEqual([
      'Jan 2026',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sept',
    ]);
    expect(labels('2029-01-01')).toContain('Q3');
    expect(labels('2046-01-01')).toContain('2031');
  });

  it('never crowds its ticks, whatever its span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 6000 }), (start, span) => {
        const from = addDays(day('1990-01-01'), start);
        const { ticks } = axis(from, addDays(from, span));
        for (const [i, tick] of ticks.entries()) {
          const before = ticks[i - 1];
          if (before) expect(tick.x - before.x).toBeGreaterThanOrEqual(20);
        }
        expect(ticks.length).toBeLessThan(40);
      }),
    );
  });
});
