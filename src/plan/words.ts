import { listed, quoted, said, term } from '../grid/said.ts';
import { saysNothing } from '../grid/text.ts';
import { LANGUAGES } from './languages.ts';
import { comparable } from './name.ts';
import type { UpdateKind, WeeklyMeasure } from './plan.ts';
import type { Finding } from './report.ts';
import { words } from './word-list.ts';

type Direction = WeeklyMeasure['direction'];

const KINDS: Readonly<Record<UpdateKind, readonly string[]>> = {
  'course correction': ['course correction', 'correction', 'course change', 'change of course', 'change'],
  decision: ['decision', 'decided'],
  risk: ['risk', 'threat', 'issue'],
  opportunity: ['opportunity', 'chance'],
  news: ['news', 'info', 'information', 'update'],
};
const DIRECTIONS: Readonly<Record<Direction, readonly string[]>> = {
  up: ['up', 'increase', 'rise', 'rising', 'higher', 'more', 'higher is better', 'more is better', '↑', '⬆'],
  down: [
    'down',
    'decrease',
    'fall',
    'falling',
    'lower',
    'less',
    'lower is better',
    'less is better',
    '↓',
    '⬇',
  ],
};

const kinds = byWord(
  KINDS,
  LANGUAGES.map((language) => language.kinds),
);
const directions = byWord(
  DIRECTIONS,
  LANGUAGES.map((language) => language.directions),
);

/** The kind that a word names; null for a blank one, and a finding where the word is not understood. */
export function updateKind(text: string): UpdateKind | null | Finding {
  if (text === '') return null;
  return (
    kinds.get(keyOf(text)) ?? {
      code: 'unknown-kind',
      message: said`${quoted(text)} is no kind of update that is understood; the update is shown without one.`,
      fix: said`Write one of: ${listed(Object.keys(KINDS).map(term), 'or')}.`,
    }
  );
}

/** The way that is better; up for a blank cell, and a finding where the word is not understood. */
export function directionOf(text: string): Direction | Finding {
  if (text === '') return 'up';
  return (
    directions.get(keyOf(text)) ?? {
      code: 'unknown-direction',
      message: said`${quoted(text)} does not say which way is better; expected is up or down.`,
      fix: said`Write up where more is better, or down where less is.`,
    }
  );
}

function keyOf(text: string): string {
  return comparable(text) || text.replace(/\ufe0f/g, '').trim();
}

/** Keys by each of their words, in English and in all languages. */
function byWord<K extends string>(
  english: Readonly<Record<K, readonly string[]>>,
  others: readonly Readonly<Record<K, readonly string[]>>[],
): ReadonlyMap<string, K> {
  const found = new Map<string, K>();
  for (const each of [english, ...others]) {
    for (const key in each) {
      for (const word of each[key]) if (!found.has(keyOf(word))) found.set(keyOf(word), key);
    }
  }
  return found;
}

const NOBODY = new Set(
  words('tbd, tba, tbc, nobody, no one, none, unassigned, not assigned, unknown, vacant, open, to be decided')
    .concat(LANGUAGES.flatMap(({ nobody }) => nobody))
    .map(comparable),
);
const GROUPS = new Set(
  words(
    'all, everyone, everybody, team, the team, whole team, all of us, we, us, both, several, various, many',
  )
    .concat(LANGUAGES.flatMap(({ groups }) => groups))
    .map(comparable),
);

/** True for what stands in a cell of names where there is nobody: TBD, a dash, niemand. */
export function isNobody(name: string): boolean {
  return name === '' || saysNothing(name) || /^\?+$/.test(name) || NOBODY.has(comparable(name));
}

/** True for what names more people than one at once: all, the team, todos. */
export function isGroup(name: string): boolean {
  return GROUPS.has(comparable(name));
}
