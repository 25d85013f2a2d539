import { tidy } from '../grid/text.ts';
import { comparable } from './name.ts';
import type { ActionState, Declared } from './plan.ts';

/** What a status says: how far the row is and, of a goal or milestone, the owner's word on how it goes. */
export interface StatusWord {
  readonly state: ActionState;
  readonly declared: Declared | null;
}

const STATES: Readonly<Record<ActionState, readonly string[]>> = {
  'not started': [
    'not started',
    'not yet started',
    'todo',
    'to do',
    'open',
    'planned',
    'new',
    'backlog',
    'in queue',
    'inqueue',
    'queued',
    'no',
    'false',
    '☐',
    '⬜',
  ],
  'in progress': [
    'in progress',
    'inprogress',
    'doing',
    'started',
    'wip',
    'work in progress',
    'ongoing',
    'on going',
    'active',
    'in process',
    'inprocess',
    'underway',
    'ready for review',
    'in review',
    '🔄',
    '⏳',
  ],
  blocked: ['blocked', 'stuck', 'waiting', 'on hold', 'hold', 'onhold', 'paused', '⛔', '⏸'],
  done: ['done', 'complete', 'completed', 'finished', 'closed', 'yes', 'true', 'c', '✓', '✔', '✅', '☑'],
  dropped: ['dropped', 'cancelled', 'canceled', "won't do", 'wont do', 'abandoned', 'n/a', 'na', '🚫'],
};

const COLOURS: Readonly<Record<Declared, readonly string[]>> = {
  'on track': ['on track', 'ontrack', 'green', 'g', '🟢', '🟩', '💚'],
  'at risk': ['at risk', 'atrisk', 'amber', 'yellow', 'orange', 'a', '🟡', '🟠', '🟨', '🟧'],
  'off track': ['off track', 'offtrack', 'red', 'r', '🔴', '🟥'],
};

/** Colour words that may stand before a status, as in "Green - on track". */
const COLOUR_WORDS = /^(?:green|amber|yellow|orange|red|blue|gr[ae]y|black|white) (?=.)/;

const words = new Map<string, StatusWord>();
for (const [state, names] of typedEntries(STATES)) {
  for (const name of names) words.set(comparable(name) || name, { state, declared: null });
}
for (const [declared, names] of typedEntries(COLOURS)) {
  for (const name of names) words.set(comparable(name) || name, { state: 'in progress', declared });
}

/** The words that a status is best written with. */
export const STATUS_NAMES: readonly string[] = [...Object.keys(STATES), ...Object.keys(COLOURS)];
/** All words that are understood, for "did you mean". */
export const STATUS_WORDS: readonly string[] = [...words.keys()].filter((word) => word.length > 2);

/** What a status says, also behind an emoji, a number or a colour word; null where it is not understood. */
export function statusOf(text: string): StatusWord | null {
  const word = comparable(text);
  if (word === '') return words.get(tidy(text).replace(/\ufe0f/g, '')) ?? null;
  const known = words.get(word);
  if (known) return known;
  const bare = word.replace(/^\d+ (?=.)/, '').replace(COLOUR_WORDS, '');
  return words.get(bare) ?? null;
}

/** Object.entries with the keys' type: both objects above are complete records of literals. */
function typedEntries<K extends string>(
  record: Readonly<Record<K, readonly string[]>>,
): [K, readonly string[]][] {
  return Object.entries(record) as [K, readonly string[]][];
}

/** What each status may be written as, for the help page. */
export const STATUS_GUIDE: readonly { readonly status: string; readonly words: readonly string[] }[] = [
  ...typedEntries(STATES),
  ...typedEntries(COLOURS),
].map(([status, names]) => ({ status, words: names.filter((name) => name !== status && name.length > 1) }));
