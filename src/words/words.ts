import { de } from './de.ts';
import { en, type Words } from './en.ts';

const LANGUAGES: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['de', de],
]);

/** The words for a plan's locale, a BCP 47 tag; English where its language is not translated or none is set. */
export function wordsFor(locale: string | null): Words {
  const language = locale?.split('-')[0]?.toLowerCase() ?? 'en';
  return LANGUAGES.get(language) ?? en;
}
