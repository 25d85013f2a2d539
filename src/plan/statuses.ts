import { tidy } from '../grid/text.ts';
import { LANGUAGES } from './languages.ts';
import { comparable } from './name.ts';
import type { ActionState, Declared } from './plan.ts';
import { words } from './word-list.ts';

/** What a status says: how far the row is and, of a goal or milestone, the owner's word on how it goes. */
export interface StatusWord {
  readonly state: ActionState;
  readonly declared: Declared | null;
}

const STATES: Readonly<Record<ActionState, readonly string[]>> = {
  'not started': words(`
    not started, not yet started, not begun, yet to start, todo, to do, open, planned, scheduled, upcoming,
    pending, proposed, ready to start, new, backlog, in queue, inqueue, queued, no, false, ☐, ⬜
  `),
  'in progress': words(`
    in progress, inprogress, doing, started, wip, work in progress, working, working on it, ongoing, on going,
    active, in process, inprocess, underway, under way, continuing, in development, in testing, testing, draft,
    drafted, draft completed, ready for review, in review, under review, change is needed, changes needed,
    changes requested, needs work, rework, partial, partly done, partially done, partially complete,
    partially completed, almost done, nearly done, half done, 🔄, ⏳
  `),
  blocked: words(`
    blocked, stuck, waiting, awaiting, on hold, hold, onhold, paused, stalled, deferred, postponed, ⛔, ⏸
  `),
  done: words(`
    done, complete, completed, finished, closed, achieved, accomplished, delivered, shipped, released, launched,
    resolved, fixed, yes, true, c, ✓, ✔, ✅, ☑
  `),
  dropped: words(`
    dropped, cancelled, canceled, won't do, wont do, won't fix, wont fix, abandoned, discontinued, scrapped,
    obsolete, not applicable, out of scope, n/a, na, 🚫
  `),
};

const COLOURS: Readonly<Record<Declared, readonly string[]>> = {
  'on track': words('on track, ontrack, on target, on schedule, on time, on plan, green, g, 🟢, 🟩, 💚'),
  'at risk': words('at risk, atrisk, needs attention, slipping, amber, yellow, orange, a, 🟡, 🟠, 🟨, 🟧'),
  'off track': words(
    'off track, offtrack, off target, delayed, late, behind, behind schedule, overdue, red, r, 🔴, 🟥',
  ),
};

/** Nobody has decided yet, so that nothing can have been started: the same as a blank cell. */
const UNDECIDED = words(`
  tbd, tba, tbc, to be decided, to be determined, to be defined, to be confirmed, unknown, not set, none,
  ?, ??, ???, -, --, ---, –, —
`);
const undecidedKeys = new Set(UNDECIDED.concat(LANGUAGES.flatMap(({ undecided }) => undecided)).map(keyOf));

const statuses = new Map<string, StatusWord>();
const add = (name: string, word: StatusWord): void => {
  // Where languages differ, English stands; a test keeps them from differing.
  if (!statuses.has(keyOf(name))) statuses.set(keyOf(name), word);
};
for (const [state, names] of typedEntries(STATES)) {
  for (const name of names) add(name, { state, declared: null });
}
for (const [declared, names] of typedEntries(COLOURS)) {
  for (const name of names) add(name, { state: 'in progress', declared });
}
const english: readonly string[] = [...statuses.keys()];
for (const { states, declared } of LANGUAGES) {
  for (const [state, names] of typedEntries(states)) {
    for (const name of names) add(name, { state, declared: null });
  }
  for (const [word, names] of typedEntries(declared)) {
    for (const name of names) add(name, { state: 'in progress', declared: word });
  }
}
for (const key of undecidedKeys) add(key, { state: 'not started', declared: null });

/** Words, mostly colours, that may stand before a status, as in "Green - on track" or "R: blocked". */
const prefixes = new Set(
  words('green, amber, yellow, orange, red, blue, gray, grey, black, white, r, a, g')
    .concat(LANGUAGES.flatMap(({ colours, declared }) => [...colours, ...Object.values(declared).flat()]))
    .map(comparable),
);

/** The words that a status is best written with. */
export const STATUS_NAMES: readonly string[] = [...Object.keys(STATES), ...Object.keys(COLOURS)];

const isLong = (word: string): boolean => word.length > 2;
/** English words that are understood, for "did you mean". */
export const STATUS_WORDS: readonly string[] = english.filter(isLong);
/** The words of other languages, where no English one is meant. */
export const FOREIGN_STATUS_WORDS: readonly string[] = [...statuses.keys()]
  .slice(english.length)
  .filter(isLong);

/** A status that goes on for longer is a remark, of which the start counts. */
const LONGEST = 300;

/**
 * What a status says, also behind an emoji, a number or a colour word, before a remark in brackets or after a dash, or
 * as a percentage; null where it is not understood.
 */
export function statusOf(cell: string): StatusWord | null {
  const text = cell.length <= LONGEST ? cell : cell.replace(/[^\S\n]+/g, ' ').slice(0, LONGEST);
  // "Done?" asks.
  if (/\p{L}[^?]*\?\s*$/u.test(text)) return null;
  return wordsOf(text) ?? shareOf(text) ?? beforeRemark(text) ?? emojiOf(text);
}

/** True for TBD and the like, which state nothing. */
export function isUndecided(text: string): boolean {
  return undecidedKeys.has(keyOf(text));
}

function keyOf(text: string): string {
  return comparable(text) || tidy(text).replace(/\ufe0f/g, '');
}

function wordsOf(text: string): StatusWord | null {
  const word = keyOf(text);
  const known = statuses.get(word);
  if (known) return known;
  const bare = word.replace(/^\d+ (?=.)/, '');
  const space = bare.indexOf(' ');
  const rest = space > 0 && prefixes.has(bare.slice(0, space)) ? bare.slice(space + 1) : bare;
  return statuses.get(rest) ?? null;
}

const SHARE = /(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent\b|pct\b|prozent\b)/i;

/** 0 % is not started, 100 % is done, and all between is in progress, with "done" or the like beside it or not. */
function shareOf(text: string): StatusWord | null {
  const match = SHARE.exec(text);
  if (!match) return null;
  const share = Number(match[1]?.replace(',', '.'));
  const rest = text.replace(match[0], ' ').trim();
  const said = comparable(rest) === '' ? null : wordsOf(rest);
  if (share > 100 || (said === null && comparable(rest) !== '')) return null;
  if (said !== null && said.state !== 'done') return said;
  if (share === 100) return { state: 'done', declared: null };
  return { state: share === 0 ? 'not started' : 'in progress', declared: null };
}

/** A status and, after it, what explains it: in brackets, or behind a colon, a semicolon, a comma, a dash or a new line. */
const REMARK = /^(.+?)\s*(?:[([{:;,\n–—]|\s[-|]\s|\.\s)([\s\S]*)$/;
/** A status and the day of it. "Done 3/5" may as well be three of five. */
const DATED =
  /^(\p{L}[\p{L} ]*?)(?: (?:on|am|le|el|em))? (?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{2,4}|\d{1,2}\.? \p{L}{3,}(?: \d{4})?)$/u;
/** Words by which what follows takes back what stands before. */
const DOUBTS =
  /(?:^|[^\p{L}])(?:not|no|but|except|only|part|partly|almost|nearly|until|pending|waiting|awaiting|open|to ?do|nicht|kein|keine|aber|außer|ausser|nur|fast|teilweise|bis|offen|pas|mais|sauf|presque|pero|salvo|casi|falta|mas|exceto|quase|não|nao)(?:$|[^\p{L}])|\?/iu;

/** "waiting for legal" is blocked, whatever comes after. "Done, but not tested" is not certainly done, and not read. */
function beforeRemark(text: string): StatusWord | null {
  const [, head = '', remark = ''] = REMARK.exec(text) ?? [];
  const said = head === '' ? null : wordsOf(head);
  if (said !== null) {
    const isFinal = said.state === 'done' || said.state === 'dropped';
    return isFinal && DOUBTS.test(remark) ? null : said;
  }
  const [, dated = ''] = DATED.exec(text) ?? [];
  if (dated !== '') return wordsOf(dated);
  const parts = comparable(text).split(' ');
  for (let length = Math.min(3, parts.length - 1); length > 0; length--) {
    const known = statuses.get(parts.slice(0, length).join(' '));
    if (known?.state === 'blocked' && REASONS.has(parts[length] ?? '')) return known;
  }
  return null;
}

/** What follows a word for blocked where a reason or a time is named. */
const REASONS = new Set(
  words(
    'for, on, by, until, till, since, due, because, auf, durch, wegen, bis, seit, par, de, d, depuis, por',
  )
    .concat(words('a, até, desde, pela, pelo'))
    .map(comparable),
);

/** The one thing that emojis beside words say that are not understood: "🟢 nice" is on track. */
function emojiOf(text: string): StatusWord | null {
  const emojis = DOUBTS.test(text) ? [] : (text.match(/\p{Extended_Pictographic}|[✓☐]/gu) ?? []);
  const found = new Set(emojis.flatMap((emoji) => statuses.get(emoji) ?? []));
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

/** Object.entries with the keys' type: the records above are complete records of literals. */
function typedEntries<K extends string>(
  record: Readonly<Record<K, readonly string[]>>,
): [K, readonly string[]][] {
  return Object.entries(record) as [K, readonly string[]][];
}

/** What each status may be written as in English, for the help page. */
export const STATUS_GUIDE: readonly { readonly status: string; readonly words: readonly string[] }[] = [
  ...typedEntries(STATES),
  ...typedEntries(COLOURS),
].map(([status, names]) => ({ status, words: names.filter((name) => name !== status && name.length > 1) }));
