import { describe, expect, it } from 'vitest';
import { daysSince, isWithin, localTime, timesIn, timesOn } from '../../../src/components/tv/hours.ts';

describe('the time in the plan’s zone', () => {
  const offsets = [
    [Date.parse('2026-06-16T00:00Z'), 120],
    [Date.parse('2026-10-25T01:00Z'), 60],
  ] as const;

  it('is what a clock there shows, from a change of the clocks on, and before the first too', () => {
    const at = (moment: string) => localTime(offsets, Date.parse(moment));
    expect(at('2026-06-17T22:30:00Z')).toBe('2026-06-18T00:30');
    expect(at('2026-10-25T00:59:59Z')).toBe('2026-10-25T02:59');
    expect(at('2026-10-25T01:00:00Z')).toBe('2026-10-25T02:00');
    expect(at('2026-06-01T12:00:00Z')).toBe('2026-06-01T14:00');
  });

  it('is written as a clock’s face has it', () => {
    const face = Array.from({ length: 24 }, (_, hour) => `${hour} Uhr {m}`);
    expect(timesOn(face)('2026-06-17T09:05')).toBe('9 Uhr 05');
    expect(timesOn(face)('2026-06-17T23:59')).toBe('23 Uhr 59');
  });

  it('is written as a locale has it', () => {
    expect(timesIn('de-DE')('2026-06-17T21:05')).toBe('21:05');
    expect(timesIn('en-US')('2026-06-17T21:05')).toMatch(/^9:05\sPM$/);
  });

  it('counts whole days over changes of the clock', () => {
    expect(daysSince('2026-03-28', '2026-03-30T00:05')).toBe(2);
    expect(daysSince('2026-06-17', '2026-06-17T23:59')).toBe(0);
  });
});

describe('hours that may pass midnight', () => {
  const night = { from: 20, to: 6 };
  it.each([
    ['2026-06-17T19:59', false],
    ['2026-06-17T20:00', true],
    ['2026-06-18T00:00', true],
    ['2026-06-18T05:59', true],
    ['2026-06-18T06:00', false],
  ])('hold at %s: %s', (local, holds) => expect(isWithin(local, night)).toBe(holds));

  it('may lie within a day', () => {
    expect(isWithin('2026-06-17T12:30', { from: 12, to: 13 })).toBe(true);
    expect(isWithin('2026-06-17T13:00', { from: 12, to: 13 })).toBe(false);
  });
});
