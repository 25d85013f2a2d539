import { comparable } from './name.ts';

/** How one name stands to another that may well be the same person's: another spelling of it, or a shorter or fuller form. */
export type Likeness = 'spelling' | 'shorter' | 'fuller';

/**
 * How a name stands to another, or null where nothing says that they are one person's. Precision comes first: Tom and
 * Tim Smith, Jan and Ann Lee, Julia and Julian Ray are two people each, though a letter tells them apart.
 */
export function likeness(name: string, other: string): Likeness | null {
  const one = comparable(name);
  const two = comparable(other);
  if (one === two || one === '' || two === '') return null;
  const a = one.split(' ');
  const b = two.split(' ');
  if (a.length === 1 && b.length === 1) {
    return Math.min(one.length, two.length) > 3 && isMisspelt(one, two, 'first') ? 'spelling' : null;
  }
  // Cheapest first, as each name is held against many.
  const isMoved = one.length === two.length && [...a].sort().join(' ') === [...b].sort().join(' ');
  if (isMoved || (a.length !== b.length && a.join('') === b.join(''))) return 'spelling';
  if (a.length === 1) return one.length > 1 && (b[0] === one || b.at(-1) === one) ? 'shorter' : null;
  if (b.length === 1) return two.length > 1 && (a[0] === two || a.at(-1) === two) ? 'fuller' : null;
  return ofWords(a, b);
}

function ofWords(a: readonly string[], b: readonly string[]): Likeness | null {
  const first = part(a[0], b[0], 'first');
  const last = first === null ? null : part(a.at(-1), b.at(-1), 'last');
  const between = last === null ? null : middle(a.slice(1, -1), b.slice(1, -1));
  if (first === null || last === null || between === null) return null;
  const [only, ...others] = [first, between, last].filter((each) => each !== 'same');
  // Two differences at once are two people.
  return only !== undefined && others.length === 0 ? only : null;
}

type Part = Likeness | 'same' | null;

/** First names and surnames: alike, an initial of the other, or misspelt. */
function part(one = '', two = '', place: 'first' | 'last'): Part {
  if (one === two) return 'same';
  if (one.length === 1) return two.startsWith(one) ? 'shorter' : null;
  if (two.length === 1) return one.startsWith(two) ? 'fuller' : null;
  return isMisspelt(one, two, place) ? 'spelling' : null;
}

/** Middle names may be left out or be initials on one side. */
function middle(one: readonly string[], two: readonly string[]): Part {
  if (one.length !== two.length) {
    if (one.length === 0) return 'shorter';
    return two.length === 0 ? 'fuller' : null;
  }
  const parts = new Set(one.map((word, index) => part(word, two[index], 'first')));
  parts.delete('same');
  const [only = 'same', ...others] = parts;
  return others.length === 0 ? only : null;
}

/** Spellings that sound alike have equal sounds: Eric and Erik, Stephan and Stefan, Jon and John, Meier and Meyer. */
function sound(word: string): string {
  return word
    .replaceAll('ph', 'f')
    .replaceAll('c', 'k')
    .replaceAll('y', 'i')
    .replace(/(?!^)h/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** From how many letters on one slip tells no other name: first names differ by a letter more often than surnames do. */
const LONG_ENOUGH = {
  first: { left: 6, swapped: 5, replaced: 7 },
  last: { left: 5, swapped: 5, replaced: 8 },
} as const;

function isMisspelt(one: string, two: string, place: 'first' | 'last'): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (short.length < 3 || short[0] !== long[0]) return short.length > 2 && sound(short) === sound(long);
  // An ending makes another name of it: Martin and Martina, Pascal and Pascale, Ivanov and Ivanova; Ann and Anne not.
  if (long === `${short}a` || long === `${short}o`) return false;
  if (place === 'first' && long === `${short}e`) return short.length === 3;
  if (sound(short) === sound(long)) return true;
  const limits = LONG_ENOUGH[place];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length === short.length + 1) {
    // Jörg and Joerg: accents do not stand in what is compared.
    const isUmlaut = long[at] === 'e' && /[aou]/.test(long[at - 1] ?? '') && short.length > 3;
    return (short.length >= limits.left || isUmlaut) && short.slice(at) === long.slice(at + 1);
  }
  if (long.length !== short.length) return false;
  const isLastLetter = at === short.length - 1;
  if (short.slice(at + 1) === long.slice(at + 1)) return !isLastLetter && short.length >= limits.replaced;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2) && short.length >= limits.swapped;
}

/** Names that may be compared with one another, found without comparing all with all. */
export interface NameIndex {
  /** The names that may be the same person's, by how the name given stands to them. */
  like(name: string): readonly { readonly name: string; readonly likeness: Likeness }[];
}

/** A word that more names share than this tells nothing, and comparing them all would cost. */
const MOST_ALIKE = 100;

export function indexNames(names: Iterable<string>): NameIndex {
  const byKey = new Map<string, string[]>();
  for (const name of names) {
    for (const key of keysOf(name)) {
      const alike = byKey.get(key);
      if (alike) alike.push(name);
      else byKey.set(key, [name]);
    }
  }
  return {
    like(name) {
      const near = new Set(
        nearKeysOf(name).flatMap((key) => {
          const alike = byKey.get(key) ?? [];
          return alike.length > MOST_ALIKE ? [] : alike;
        }),
      );
      return [...near].flatMap((other) => {
        const found = likeness(name, other);
        return found === null ? [] : [{ name: other, likeness: found }];
      });
    },
  };
}

/** Where a name is kept: all words, or one name and the initial of the other. */
function keysOf(name: string): readonly string[] {
  const words = comparable(name).split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length === 1) return [`whole ${first}`, `lone ${first}`, `sound ${sound(first)}`];
  return [
    `whole ${words.join('')}`,
    `words ${[...words].sort().join(' ')}`,
    `last ${sound(first).slice(0, 1)} ${last}`,
    `first ${first} ${sound(last).slice(0, 1)}`,
    `part ${first}`,
    `part ${last}`,
  ];
}

/** Where names like a name are kept: beside it, and a lone word in longer names and the other way round. */
function nearKeysOf(name: string): readonly string[] {
  return keysOf(name).map((key) =>
    key.replace(/^(?:lone|part) /, (kind) => (kind === 'lone ' ? 'part ' : 'lone ')),
  );
}
