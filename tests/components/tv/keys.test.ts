import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../src/components/tv/keys.ts';

const press = (key: string, held: object = {}) =>
  commandOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('a key of a keyboard or a remote', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['MediaTrackNext', 'next'],
    ['PageUp', 'previous'],
    ['Enter', 'hold'],
    [' ', 'hold'],
    ['MediaPlayPause', 'hold'],
    ['F', 'full'],
    ['f', 'full'],
    ['?', 'help'],
    ['R', 'review'],
    ['Home', 'first'],
  ])('%s does %s', (key, does) => expect(press(key)).toBe(does));

  it('that is a digit says which', () => expect(press('7')).toBe('7'));

  it('means nothing with Ctrl, Alt or the system’s key, nor where it is no key of the wall', () => {
    expect(press('f', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('r', { metaKey: true })).toBeNull();
    expect(press('q')).toBeNull();
    expect(press('F5')).toBeNull();
  });
});
