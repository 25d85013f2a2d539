import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/grid/day.ts';
import { freshUntil, type Schedule } from '../../src/plan/schedule.ts';

const until = (asOf: string, schedule: Schedule | null) => {
  const day = dayFromIso(asOf);
  return day === null ? null : freshUntil(day, schedule);
};
const workdays = new Set([1, 2, 3, 4, 5]);

describe('how long a build is fresh', () => {
  it('until the next one is due and its grace is over', () => {
    // 2026-06-17 is a Wednesday.
    expect(until('2026-06-17', { days: workdays, at: 390, grace: 120 })).toBe('2026-06-18T08:30');
  });

  it('over days on which none is due', () => {
    expect(until('2026-06-19', { days: workdays, at: 390, grace: 120 })).toBe('2026-06-22T08:30');
    expect(until('2026-06-20', { days: workdays, at: 390, grace: 120 })).toBe('2026-06-22T08:30');
    expect(until('2026-06-22', { days: new Set([1]), at: 0, grace: 0 })).toBe('2026-06-29T00:00');
  });

  it('with a grace that passes midnight', () => {
    expect(until('2026-06-17', { days: workdays, at: 1380, grace: 90 })).toBe('2026-06-19T00:30');
  });

  it('without a schedule, until the day after is over', () => {
    expect(until('2026-02-27', null)).toBe('2026-03-01T00:00');
  });
});
