import { describe, expect, it } from 'vitest';
import { daysSince, isWithin, localTimes } from '../../../src/components/tv/hours.ts';

describe('the time in the plan’s zone', () => {
  it('is what a clock there shows', () => {
    const moment = Date.parse('2026-06-17T22:30:00Z');
    expect(localTimes('Europe/Copenhagen')(moment)).toBe('2026-06-18T00:30');
    expect(localTimes('America/New_York')(moment)).toBe('2026-06-17T18:30');
    expect(localTimes('UTC')(Date.parse('2026-01-01T00:00:00Z'))).toBe('2026-01-01T00:00');
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
