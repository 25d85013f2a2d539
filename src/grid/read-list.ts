import { foldWord } from './locale.ts';
import { tidy } from './text.ts';

/** The entries of a list, by comma, semicolon or new line (bullets before an entry are dropped), each once. */
export function readList(text: string): string[] {
  return distinct(text.split(/[,;\n]/).map((entry) => tidy(entry.replace(/^\s*[•·*‣-]\s+/, ''))));
}

/** The names in a cell that should name one person: by `,`, `/`, `&`, `;`, new line or the word "and", each once. */
export function readNames(text: string): string[] {
  return distinct(text.split(/[,;/&\n]|\s+and\s+/i).map((name) => personName(name)));
}

/**
 * A person's name as it may be shown. Of an e-mail address only the part before the @ is kept, as words:
 * `ann.lee@example.com` is Ann Lee. A name with an address beside it loses the address.
 */
export function personName(text: string): string {
  const withoutAddress = tidy(text.replace(/<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)/g, ' '));
  const bare = (withoutAddress === '' ? text : withoutAddress).replace(/[<>()]|mailto:/gi, '');
  const local = /^([^\s@]+)@[^\s@]+$/.exec(tidy(bare))?.[1];
  if (local === undefined) return tidy(bare.replace(/\S+@\S+/g, '').replace(/\s+/g, ' '));
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
