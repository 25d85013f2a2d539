import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/grid/day.ts';
import { inEnglish, inLanguage, type Language, listed, quoted, said, term } from '../../src/grid/said.ts';

/** A language that says some things backwards. */
const OTHER: Language = {
  sentences: new Map([
    ['The {0} is {1}.', '{1} ist {0:der}.'],
    ['goal', 'Ziel'],
    ['goal:der', 'das Ziel'],
    ['late', 'spät'],
    ['“{0}”', '„{0}“'],
    ['{0} and {1}', '{0} und {1}'],
  ]),
  day: (iso) => iso.split('-').reverse().join('.'),
  number: (value) => String(value).replace('.', ','),
};

describe('a sentence', () => {
  const sentence = said`The ${term('goal')} is ${said`late`}.`;

  it('has an English template, with a number for each of its parts', () => {
    expect(sentence.template).toBe('The {0} is {1}.');
    expect(inEnglish(sentence)).toBe('The goal is late.');
  });

  it('is said in another order and with forms of words in another language', () => {
    expect(inLanguage(sentence, OTHER)).toBe('spät ist das Ziel.');
  });

  it('takes a word as it is where it has no such form, and English where it has no translation', () => {
    expect(inLanguage(said`The ${term('plan')} is ${'x'}.`, OTHER)).toBe('x ist plan.');
    expect(inLanguage(said`Mend the ${term('goal')}.`, OTHER)).toBe('Mend the Ziel.');
  });

  it('takes no sign of a cell for one of its own', () => {
    expect(inLanguage(said`The ${'{1} $& {0}'} is ${'{0:der}'}.`, OTHER)).toBe('{0:der} ist {1} $& {0}.');
    expect(inEnglish(quoted('{0}'))).toBe('“{0}”');
  });

  it('tells days and numbers as the language does', () => {
    const text = said`${{ day: requireDay() }}: ${12.5}`;
    expect(inEnglish(text)).toBe('2026-03-31: 12.5');
    expect(inLanguage(text, OTHER)).toBe('31.03.2026: 12,5');
  });
});

describe('lists and quotations', () => {
  it('are those of the language', () => {
    const names = ['A', 'B', 'C'].map(quoted);
    expect(inEnglish(listed(names, 'and'))).toBe('“A”, “B” and “C”');
    expect(inLanguage(listed(names, 'and'), OTHER)).toBe('„A“, „B“ und „C“');
    expect(inEnglish(listed(['A', 'B'], 'or'))).toBe('A or B');
  });

  it('of one or none need no word between them', () => {
    expect(inEnglish(listed(['A'], 'and'))).toBe('A');
    expect(inEnglish(listed([], 'or'))).toBe('');
  });

  it('may be of thousands', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => index);
    expect(inEnglish(listed(many, 'and'))).toMatch(/^0, 1, .*, 19998 and 19999$/);
  });

  it('stand on one line, cut where a text is long', () => {
    expect(inEnglish(quoted(`two\nlines ${'x'.repeat(100)}`))).toMatch(/^“two lines x{49}…”$/);
  });
});

function requireDay() {
  const day = dayFromIso('2026-03-31');
  if (day === null) throw new Error('a day');
  return day;
}
