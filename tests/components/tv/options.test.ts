import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/components/tv/options.ts';

describe('what the address of a wall asks for', () => {
  it('is all slides, dark, at the plan’s pace, where it says nothing', () => {
    expect(readOptions('', 25)).toEqual({
      teams: null,
      kinds: null,
      seconds: 25,
      locale: null,
      night: { from: 20, to: 6 },
      review: false,
      minutes: 20,
    });
  });

  it('may choose teams, slides and their order, seconds, colours, language, night and review', () => {
    const options = readOptions(
      '?teams=housing,%20hotels&slides=wins,standing&seconds=30&theme=light&locale=de-de&night=22-7&review&minutes=45',
      25,
    );
    expect(options.teams).toEqual(['housing', 'hotels']);
    expect(options).toMatchObject({
      kinds: ['wins', 'standing'],
      seconds: 30,
      locale: 'de-DE',
      night: { from: 22, to: 7 },
      review: true,
      minutes: 45,
    });
    expect(readOptions('?night=off&review=off', 25)).toMatchObject({ night: null, review: false });
  });

  it('may list one by one, as a form does by itself', () => {
    const query =
      '?teams%5B%5D=housing&teams%5B%5D=hotels&slides%5B%5D=wins&seconds=&locale=&night=&minutes=';
    expect(readOptions(query, 25)).toEqual({
      ...readOptions('', 25),
      teams: ['housing', 'hotels'],
      kinds: ['wins'],
    });
    expect(readOptions('?teams=housing,housing,,%20&teams%5B%5D=housing', 25).teams).toEqual(['housing']);
  });

  it.each(['?seconds=4', '?seconds=abc', '?seconds=', '?seconds=1e9', '?locale=__', '?teams=,'])(
    'is as by default where it cannot be used: %s',
    (query) => expect(readOptions(query, 25)).toEqual(readOptions('', 25)),
  );

  it.each(['?night=25-6', '?night=6-6', '?night=dark', '?night=-1-6'])(
    'has a night all the same: %s',
    (query) => expect(readOptions(query, 25).night).toEqual({ from: 20, to: 6 }),
  );
});
