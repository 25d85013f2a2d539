import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundOf, type Tile } from '../../../src/components/tv/loop.ts';

const SHARED = ['promises', 'wins', 'horizon'].map((kind): Tile => ({ id: kind, kind, urgent: false }));
const team = (id: string, urgent = false): Tile => ({ id, kind: 'team', urgent });
const STANDING: Tile = { id: 'standing', kind: 'standing', urgent: false };

function wall(urgent: number, calm: number): Tile[] {
  return [
    STANDING,
    ...Array.from({ length: urgent }, (_, i) => team(`urgent-${i}`, true)),
    ...Array.from({ length: calm }, (_, i) => team(`calm-${i}`)),
    ...SHARED,
  ];
}

describe('a round of slides', () => {
  it('is all of them, in their order, where they fit into two minutes', () => {
    const tiles = wall(1, 1);
    expect(roundOf(0, tiles, 20)).toEqual(tiles.map(({ id }) => id));
    expect(roundOf(7, tiles, 20)).toEqual(tiles.map(({ id }) => id));
  });

  it('of six teams at 20 seconds has six slides: the teams that need attention each time, the rest in turn', () => {
    const tiles = wall(2, 4);
    expect(roundOf(0, tiles, 20)).toEqual([
      'standing',
      'urgent-0',
      'urgent-1',
      'calm-0',
      'calm-1',
      'promises',
    ]);
    expect(roundOf(1, tiles, 20)).toEqual(['standing', 'urgent-0', 'urgent-1', 'calm-2', 'calm-3', 'wins']);
    expect(roundOf(2, tiles, 20)).toEqual([
      'standing',
      'urgent-0',
      'urgent-1',
      'calm-0',
      'calm-1',
      'horizon',
    ]);
  });

  it('has one of the calm teams every second time where urgent ones fill it', () => {
    const tiles = wall(5, 2);
    expect(roundOf(0, tiles, 25)).toEqual(['standing', 'urgent-0', 'urgent-1', 'promises']);
    expect(roundOf(1, tiles, 25)).toEqual(['standing', 'urgent-2', 'calm-0', 'wins']);
    expect(roundOf(2, tiles, 25)).toEqual(['standing', 'urgent-3', 'urgent-4', 'horizon']);
    expect(roundOf(3, tiles, 25)).toEqual(['standing', 'urgent-0', 'calm-1', 'promises']);
  });

  const walls = fc.record({
    urgent: fc.nat(30),
    calm: fc.nat(60),
    seconds: fc.integer({ min: 5, max: 60 }),
    round: fc.nat(200),
  });

  it('lasts two minutes at most, begins with the standing, and has no slide twice', () => {
    fc.assert(
      fc.property(walls, ({ urgent, calm, seconds, round }) => {
        const ids = roundOf(round, wall(urgent, calm), seconds);
        expect(ids.length).toBeLessThanOrEqual(Math.max(3, Math.floor(120 / seconds)));
        expect(ids[0]).toBe('standing');
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('leaves no slide out for ever', () => {
    fc.assert(
      fc.property(walls, ({ urgent, calm, seconds, round }) => {
        const tiles = wall(urgent, calm);
        const seen = new Set<string>();
        for (let more = 0; more < 2 * tiles.length + 8; more += 1) {
          for (const id of roundOf(round + more, tiles, seconds)) seen.add(id);
        }
        expect([...seen].sort()).toEqual(tiles.map(({ id }) => id).sort());
      }),
    );
  });

  it('is never shorter than it may be', () => {
    fc.assert(
      fc.property(walls, ({ urgent, calm, seconds, round }) => {
        const tiles = wall(urgent, calm);
        const most = Math.max(3, Math.floor(120 / seconds));
        expect(roundOf(round, tiles, seconds).length).toBe(Math.min(tiles.length, most));
      }),
    );
  });
});
