import { withoutMailAddresses } from '../grid/mail-address.ts';
import { tidy } from '../grid/text.ts';

const PLAIN = /^[ -~]*$/;
/** Accents and optional vowel points. Marks that tell letters apart, as in Devanagari or Japanese, stay. */
const ACCENTS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Letters that no normalisation takes apart, though people type them without their stroke. */
const STROKED: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  // Of the capital ẞ, which has no other.
  ['ß', 'ss'],
]);

/** Names recur in thousands of cells. Full, it is emptied, so that it stays small. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 100_000;

/**
 * What two names are compared by: no case, accents, punctuation, emoji, invisible characters or repeated blanks; a
 * percent sign is the word percent, as pct is. Empty where nothing is left.
 */
export function comparable(text: string): string {
  let name = remembered.get(text);
  if (name === undefined) {
    name = normalise(text);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, name);
  }
  return name;
}

function normalise(text: string): string {
  const folded = PLAIN.test(text) ? text.toLowerCase() : fold(text);
  return folded
    .replaceAll('%', ' percent ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(?:pct|per cent)\b/g, 'percent');
}

/** By way of capitals, as only so ß and SS are one. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(INVISIBLE, '')
    .replace(/[øłđæœß]/g, (letter) => STROKED.get(letter) ?? letter)
    .normalize('NFC');
}

/** As `comparable`, but a name of nothing but punctuation or emoji stands for itself, so that no two names meet in "". */
export function nameKey(text: string): string {
  return comparable(text) || tidy(text);
}

/** Characters and UTF-8 bytes of the longest slug: a folder's name ends at 255 bytes. */
const SLUG_CHARACTERS = 80;
const SLUG_BYTES = 200;

/**
 * A name as part of an address: lower case, letters of any script and digits, joined by hyphens. Names that compare as
 * equal have equal slugs. Cut where it is long, and then told apart by a hash of the whole, as is a name of which
 * nothing is left. Of an e-mail address it has what stands before the @ alone. Never empty.
 */
export function slug(...names: readonly string[]): string {
  const shown = names.map(withoutMailAddresses);
  const full = shown.map((name) => comparable(name).replaceAll(' ', '-') || hash(tidy(name))).join('-');
  if (full.length <= SLUG_CHARACTERS && (PLAIN.test(full) || byteLength(full) <= SLUG_BYTES)) return full;
  const end = `-${hash(full)}`;
  let start = '';
  let bytes = 0;
  for (const character of full) {
    bytes += byteLength(character);
    if (start.length + character.length + end.length > SLUG_CHARACTERS || bytes + end.length > SLUG_BYTES)
      break;
    start += character;
  }
  return start.replace(/-$/, '') + end;
}

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

/** FNV-1a of the UTF-8 bytes (32 bits; offset 2166136261, prime 16777619), in base 36: short, and never to change. */
function hash(text: string): string {
  let value = 2_166_136_261;
  for (const byte of encoder.encode(text)) value = Math.imul(value ^ byte, 16_777_619) >>> 0;
  return value.toString(36).padStart(7, '0');
}
