import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/components/tv/options.ts';
import { type Choice, wallAddress } from '../../../src/components/tv/wall-address.ts';

const WALL = 'https://plan.example.com/tv/';
const ALL = ['standing', 'team', 'wins'];
const NOTHING: Choice = {
  teams: [],
  kinds: ALL,
  allKinds: ALL,
  seconds: '',
  theme: 'dark',
  locale: '',
  night: '',
  review: false,
  minutes: '',
};

describe('the address of a wall', () => {
  it('is the wall’s own where nothing is chosen', () => {
    expect(wallAddress(WALL, NOTHING)).toBe(WALL);
    expect(wallAddress(WALL, { ...NOTHING, kinds: [] })).toBe(WALL);
  });

  it('says what is chosen, as the wall reads it', () => {
    const address = wallAddress(WALL, {
      ...NOTHING,
      teams: ['nord', 'süd & west'],
      kinds: ['wins', 'standing'],
      seconds: '15',
      theme: 'light',
      locale: 'de-DE',
      night: '22-5',
    });
    const options = readOptions(new URL(address).search, 25);
    expect([...(options.teams ?? [])]).toEqual(['nord', 'süd & west']);
    expect(new URL(address).searchParams.get('theme')).toBe('light');
    expect(options).toMatchObject({
      kinds: ['wins', 'standing'],
      seconds: 15,
      locale: 'de-DE',
      night: { from: 22, to: 5 },
    });
  });

  it('of a review leaves out what a review has not', () => {
    const choice = { ...NOTHING, kinds: ['wins'], seconds: '15', review: true, minutes: '30' };
    expect(wallAddress(WALL, choice)).toBe(`${WALL}?review&minutes=30`);
  });
});
