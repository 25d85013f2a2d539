import { de } from './de.ts';
import { en, type Words } from './en.ts';

import type { Sentences } from './sentences.ts';
import { sentencesDe } from './sentences-de.ts';

const LANGUAGES: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['de', de],
]);

/** The words of every language. */
export const ALL_WORDS: readonly Words[] = [...LANGUAGES.values()];

const SENTENCES: ReadonlyMap<string, Sentences> = new Map([['de', sentencesDe]]);

/** The words for a plan's locale, a BCP 47 tag; English where its language is not translated or none is set. */
export function wordsFor(locale: string | null): Words {
  return LANGUAGES.get(languageOf(locale)) ?? en;
}

/** How the language of a plan's locale says what has an English template; null where English stays. */
export function sentencesFor(locale: string | null): Sentences | null {
  return SENTENCES.get(languageOf(locale)) ?? null;
}

function languageOf(locale: string | null): string {
  return locale?.split('-')[0]?.toLowerCase() ?? 'en';
}
