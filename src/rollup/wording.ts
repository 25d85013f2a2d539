import { type Day, isoFromDay } from '../grid/day.ts';
import type { Words } from '../words/en.ts';
import { percentFormat } from '../words/percent.ts';
import { wordsFor } from '../words/words.ts';

/** Why something has its status. */
export interface Reason {
  /** A stable name, such as `overdue`. */
  readonly code: string;
  readonly text: string;
}

/** How reasons write days and shares. It depends on the plan's locale alone, never on the machine. */
export interface Wording {
  day(day: Day): string;
  percent(share: number): string;
  /** The sentences, in the plan's language. */
  readonly say: Words['reasons'];
  /** What the checks of team fitness say. */
  readonly fitness: Words['fitness'];
  /** A status, in the plan's language. */
  status(status: keyof Words['status']): string;
  /** A title in the language's quotation marks. */
  quoted(title: string): string;
  /** `a, b and c`; past the most that are named, three where it is not said, `a, b, c and 2 more`. */
  list(items: readonly string[], most?: number): string;
}

/** How many rows a sentence names. */
const NAMED = 3;

/** @param locale BCP 47 tag, or null for British English, whose days cannot be misread */
export function wording(locale: string | null): Wording {
  const tag = locale ?? 'en-GB';
  const day = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const percent = percentFormat(tag);
  const words = wordsFor(locale);
  const days = new Map<Day, string>();
  return {
    day(value) {
      const known = days.get(value) ?? day.format(new Date(isoFromDay(value)));
      days.set(value, known);
      return known;
    },
    percent,
    say: words.reasons,
    fitness: words.fitness,
    status: (status) => words.status[status],
    quoted: words.feeds.quoted,
    list: (items, most = NAMED) => words.page.list(items.slice(0, most), Math.max(0, items.length - most)),
  };
}

/** `“A”, “B” and “C”`; past three, `“A”, “B”, “C” and 2 more`. */
export function nameList(names: readonly string[]): string {
  return shortList(names.map(quoted));
}

/** `“A”`. */
export function quoted(name: string): string {
  return `“${name}”`;
}

/** `a, b and c`; past the most that are named, `a, b, c and 2 more`. */
export function shortList(items: readonly string[], most = NAMED): string {
  const shown = items.slice(0, most);
  const more = items.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** `1 day`, `9 days`. */
export function daysText(count: number): string {
  return countText(count, 'day');
}

/** `1 goal`, `3 goals`. */
export function countText(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

interface Dated {
  readonly due: Day;
  readonly title: string;
  readonly id: string;
}

/** The earliest due first, so that what is named does not depend on the order of rows. */
export function inDueOrder<R extends Dated>(rows: readonly R[]): R[] {
  return [...rows].sort(
    (one, other) =>
      one.due - other.due || compareText(one.title, other.title) || compareText(one.id, other.id),
  );
}

/** By code units: the same on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
