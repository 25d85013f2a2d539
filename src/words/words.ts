import { german } from './de.ts';
import { english, type Words } from './en.ts';
import { type Figure, figureOf } from './figure.ts';
import type { Sentences } from './sentences.ts';
import { sentencesDe } from './sentences-de.ts';

const LANGUAGES: ReadonlyMap<string, (n: Figure) => Words> = new Map([
  ['en', english],
  ['de', german],
]);

/** The words of every language. */
export const ALL_WORDS: readonly Words[] = [...LANGUAGES].map(([tag, words]) => words(figureOf(tag)));

const SENTENCES: ReadonlyMap<string, Sentences> = new Map([['de', sentencesDe]]);

const made = new Map<string, Words>();

/**
 * The words for a plan's locale, a BCP 47 tag; English where its language is not translated or none is set. Counts are
 * written as the locale writes numbers.
 */
export function wordsFor(locale: string | null): Words {
  const tag = locale ?? 'en-GB';
  const known = made.get(tag) ?? (LANGUAGES.get(languageOf(tag)) ?? english)(figureOf(tag));
  made.set(tag, known);
  return known;
}

/** How the language of a plan's locale says what has an English template; null where English stays. */
export function sentencesFor(locale: string | null): Sentences | null {
  return SENTENCES.get(languageOf(locale)) ?? null;
}

function languageOf(locale: string | null): string {
  return locale?.split('-')[0]?.toLowerCase() ?? 'en';
}
