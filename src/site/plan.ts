import { readSnapshot } from '../snapshot/read.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import { ALL_WORDS, wordsFor } from '../words/words.ts';
import { type Addresses, addresses } from './address.ts';
import { type Formats, formats } from './format.ts';
import { problemPageOf } from './problem-pages.ts';

export type { Words };

/** What every page starts from. */
export interface Site {
  readonly plan: Snapshot;
  readonly formats: Formats;
  readonly words: Words;
  readonly links: Addresses;
  readonly base: string;
  /** Where the site is published, such as `https://plan.example.com`; null where that is not known. */
  readonly origin: string | null;
  /** Whether it will be encrypted, so that nothing is offered that programs ask for. */
  readonly sealed: boolean;
}

/** By which locale a language writes days that cannot be misread. */
const LOCALES: ReadonlyMap<string, string> = new Map([
  ['en', 'en-GB'],
  ['de', 'de-DE'],
]);

let loaded: Site | null = null;

/**
 * The pulled plan, read and checked once. Throws where it is missing or damaged, so that no site is made from less than
 * a whole plan.
 */
export function site(): Site {
  if (loaded === null) {
    const plan = readSnapshot(process.env.MILEPOST_PLAN ?? 'data/plan.json');
    const base = process.env.MILEPOST_BASE ?? '/';
    const address = process.env.MILEPOST_SITE;
    const words = wordsFor(plan.settings.locale);
    const origin = address ? new URL(address).origin : null;
    loaded = {
      plan,
      words,
      formats: formats(plan.settings.locale, plan.asOf, plan.settings.currency),
      links: addresses(base, (teamId) => problemPageOf(plan, words, teamId)),
      base,
      origin,
      sealed: Boolean(process.env.MILEPOST_SEALED),
    };
  }
  return loaded;
}

/** Languages other than the plan's whose words there are, by ISO 639, such as `de`. */
export function otherLanguages(): string[] {
  return ALL_WORDS.map(({ language }) => language).filter((language) => language !== site().words.language);
}

/** The same plan, told in another language. */
export function siteIn(language: string): Site {
  const own = site();
  const { asOf, settings } = own.plan;
  return {
    ...own,
    words: wordsFor(language),
    formats: formats(LOCALES.get(language) ?? language, asOf, settings.currency),
  };
}
