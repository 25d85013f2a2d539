import { AND_WORDS, foldWord } from './locale.ts';
import { shorten, tidy } from './text.ts';

/** The entries of a list, by comma, semicolon or new line (bullets before an entry are dropped), each once. */
export function readList(text: string): string[] {
  return distinct(text.split(/[,;\n]/).map((entry) => tidy(entry.replace(/^\s*[•·*‣-]\s+/, ''))));
}

const SEPARATOR = /[,;/&\n|•]| \+ | (?:and|with|w\/) | (?=@)/i;

/**
 * The names in a cell that should name one person, each once: by `,`, `/`, `&`, `;`, `+`, new line, or the word "and".
 * Of the words for "and" in other languages, see `byAnd`. Semicolons between names that each have one comma part names
 * written surname first: `Lee, Ann; Ray, Bob`. A comma before a mail address that has both words is in one such name.
 */
export function readNames(cell: string): string[] {
  const text = cell.replace(/[^\S\n]+/g, ' ');
  const flipped = surnamesFirst(text);
  if (flipped !== null) return distinct(flipped.map((name) => personName(name)));
  // What stands in brackets is a remark, whose commas part no names.
  const parts = text.replace(REMARK, (remark) => remark.replace(/[,;/&\n|+]/g, ' ')).split(SEPARATOR);
  return distinct(parts.flatMap((part) => byAnd(part, parts.length > 1)).map((name) => personName(name)));
}

const FLIPPED = /^\s*([^,;]+),([^,;]+)$/;
const ADDRESS_AFTER = /^\s*(\p{L}+),\s*(\p{L}+)\s*[<(](?:mailto:)?([^\s<>()@]+)@[^\s<>()@]+[>)]\s*$/u;

function surnamesFirst(text: string): string[] | null {
  const entries = text.split(/[;\n]/).filter((entry) => entry.trim() !== '');
  const [, surname = '', first = '', mailbox = ''] = ADDRESS_AFTER.exec(text) ?? [];
  const words = foldWord(mailbox);
  if (surname !== '' && words.includes(foldWord(surname)) && words.includes(foldWord(first))) {
    return [`${first} ${surname}`];
  }
  if (entries.length < 2 || !entries.every((entry) => FLIPPED.test(entry))) return null;
  return entries.map((entry) => entry.replace(FLIPPED, '$2 $1'));
}

/**
 * Parts names at the words for "and" of other languages, such as `und` or `y`, which also stand within surnames: Ortega y
 * Gasset, Costa e Silva. Both sides must begin like names, and the first must not be the longer one, as it is in José
 * Ortega y Gasset; among other names of a list, that does not matter.
 */
function byAnd(text: string, inList: boolean): string[] {
  const words = text.trim().split(' ');
  const isCased = /\p{Lu}/u.test(text);
  const beginsLikeName = (word: string | undefined): boolean =>
    word !== undefined && (!isCased || /^\P{Ll}/u.test(word));
  const names: string[] = [];
  let start = 0;
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at]?.toLowerCase() ?? '';
    if (at === start || !AND_WORDS.has(word)) continue;
    const next = words.findIndex((other, index) => index > at + 1 && AND_WORDS.has(other.toLowerCase()));
    const after = (next < 0 ? words.length : next) - at - 1;
    const isSurname = !inList && at - start > after && (word === 'y' || word === 'e');
    if (isSurname || ![words[start], words[at - 1], words[at + 1]].every(beginsLikeName)) continue;
    names.push(words.slice(start, at).join(' '));
    start = at + 1;
  }
  return [...names, words.slice(start).join(' ')];
}

/** A remark in brackets after or within a name: a role, a team, a nickname. */
const REMARK = /[([][^()[\]]*[)\]]/g;
/** Names are cut there, so that a page of text in a cell of names stays cheap. */
const LONGEST = 200;

/**
 * A person's name as it may be shown. Of an e-mail address only the part before the @ is kept, as words:
 * `ann.lee@example.com` is Ann Lee, as is `@ann.lee`. A name with an address or a remark in brackets beside it loses that.
 */
export function personName(whole: string): string {
  const text = shorten(whole, LONGEST);
  const withoutAddress = tidy(text.replace(/<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)/g, ' '));
  const withAddress = withoutAddress === '' ? text : withoutAddress;
  const withoutRemark = tidy(withAddress.replace(REMARK, ' '));
  const bare = tidy((withoutRemark === '' ? withAddress : withoutRemark).replace(/[<>()[\]]|mailto:/gi, ''));
  const local = /^([^\s@]+)@[^\s@]+$/.exec(bare)?.[1] ?? /^@([^\s@]+)$/.exec(bare)?.[1];
  if (local === undefined) {
    return tidy(
      bare
        .replace(/\S+@\S+/g, '')
        .replace(/^[-–*·]\s|@/g, ' ')
        .replace(/\s+/g, ' '),
    );
  }
  return local
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function distinct(entries: readonly string[]): string[] {
  const byWord = new Map<string, string>();
  for (const entry of entries) {
    const word = foldWord(entry);
    if (entry !== '' && !byWord.has(word)) byWord.set(word, entry);
  }
  return [...byWord.values()];
}
