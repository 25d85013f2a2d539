import { describe, expect, it } from 'vitest';
import type { Tile } from '../../../src/components/tv/loop.ts';
import { Rotation } from '../../../src/components/tv/rotation.ts';

const tiles = (...ids: string[]): Tile[] => ids.map((id) => ({ id, kind: 'team', urgent: false }));
const ALL = tiles('a', 'b', 'c', 'd', 'e', 'f');

describe('the rotation of slides', () => {
  it('goes through a round, then on to the next', () => {
    const rotation = new Rotation(ALL, 40, null);
    const seen = Array.from({ length: 7 }, () => {
      const id = rotation.current;
      rotation.next();
      return id;
    });
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'a']);
  });

  it('goes back over the start of a round, and stays at the very first slide’s round', () => {
    const rotation = new Rotation(ALL, 40, { round: 1, id: 'd' });
    rotation.previous();
    expect(rotation.place).toEqual({ round: 0, id: 'c' });
    rotation.previous();
    rotation.previous();
    expect(rotation.current).toBe('a');
    rotation.previous();
    expect(rotation.place).toEqual({ round: 0, id: 'c' });
  });

  it('goes on where it was, or begins where that is gone', () => {
    expect(new Rotation(ALL, 40, { round: 1, id: 'e' }).place).toEqual({ round: 1, id: 'e' });
    expect(new Rotation(ALL, 40, { round: 1, id: 'gone' }).place).toEqual({ round: 1, id: 'd' });
    expect(new Rotation([], 40, { round: 3, id: 'a' }).current).toBeUndefined();
  });

  it('jumps to any slide, also one that the round leaves out', () => {
    const rotation = new Rotation(ALL, 40, null);
    rotation.jump(4);
    expect(rotation.current).toBe('e');
    rotation.jump(99);
    expect(rotation.current).toBe('e');
    rotation.jump(-1);
    expect(rotation.current).toBe('f');
  });

  it('stays at its slide when others are taken, or at its place where that slide is gone', () => {
    const rotation = new Rotation(tiles('a', 'b', 'c'), 40, null);
    rotation.next();
    rotation.take(tiles('x', 'a', 'b'));
    expect(rotation.current).toBe('b');
    rotation.take(tiles('x', 'y', 'z'));
    expect(rotation.current).toBe('z');
    rotation.take(tiles('x'));
    expect(rotation.current).toBe('x');
  });
});
