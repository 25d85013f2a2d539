import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime } from '../../../src/components/tv/hours.ts';
import { zoneOffsets } from '../../../src/site/tv/zone-offsets.ts';

describe('the offsets of a zone', () => {
  it('are those of its clocks, with each change of the years that follow', () => {
    const since = Date.parse('2024-06-15T00:00Z');
    const changes = zoneOffsets('Europe/Copenhagen', '2026-06-17');
    expect(changes[0]).toEqual([since, 120]);
    expect(changes.slice(4, 6)).toEqual([
      [Date.parse('2026-03-29T01:00Z'), 120],
      [Date.parse('2026-10-25T01:00Z'), 60],
    ]);
    expect(changes.length).toBeGreaterThan(20);
    expect(zoneOffsets('Asia/Kolkata', '2026-06-17')).toEqual([[since, 330]]);
    expect(zoneOffsets('UTC', '2026-06-17')).toEqual([[since, 0]]);
  });

  it.each([
    'Africa/Casablanca',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Auckland',
  ])('give the time that %s has, at any moment of the years around', (zone) => {
    const offsets = zoneOffsets(zone, '2026-06-17');
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const first = Date.parse('2024-06-17T00:00Z') / 60_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 11 * 365 * 1440 }), (minute) => {
        const moment = minute * 60_000;
        expect(localTime(offsets, moment)).toBe(format.format(moment).replace(' ', 'T'));
      }),
      { numRuns: 2000 },
    );
  });
});
