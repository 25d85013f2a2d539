/** The order of day, month and year in a locale's short days; null where the locale does not settle it. */
export type DayOrder = 'day-first' | 'month-first' | null;

/** What readers of cells need to know of a locale. */
export interface LocaleFacts {
  /** BCP 47 tag, or null where the plan has none. */
  readonly tag: string | null;
  readonly dayOrder: DayOrder;
  /** Null where the plan has no locale. */
  readonly decimal: '.' | ',' | null;
  /** Month (1 to 12) by folded name: the locale's names, long and short, and the English ones. */
  readonly months: ReadonlyMap<string, number>;
  /** Folded names of the days of the week. */
  readonly weekdays: ReadonlyMap<string, number>;
}

const GREGORIAN = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const;
const known = new Map<string | null, LocaleFacts>();

/** Lower case without accents or full stops, so that `März`, `MARZ` and `marz.` are one. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}

/** Facts on a locale, which must be a tag that Intl knows, or on none. Worked out once for each. */
export function localeFacts(tag: string | null): LocaleFacts {
  let facts = known.get(tag);
  if (facts === undefined) {
    facts = {
      tag,
      dayOrder: tag === null ? null : dayOrder(tag),
      decimal: tag === null ? null : decimal(tag),
      months: names(tag, ['long', 'short'], monthNames),
      weekdays: names(tag, ['long', 'short'], weekdayNames),
    };
    known.set(tag, facts);
  }
  return facts;
}

/**
 * `en` alone stands for countries of both orders. Where the year comes first, a text with the year at its end follows
 * some other custom, so that nothing is settled either.
 */
function dayOrder(tag: string): DayOrder {
  const locale = new Intl.Locale(tag);
  if (locale.language === 'en' && locale.region === undefined) return null;
  const parts = new Intl.DateTimeFormat(tag, GREGORIAN).formatToParts(0);
  const order = parts.map((part) => part.type).filter((type) => type !== 'literal');
  if (order[0] === 'day') return 'day-first';
  return order[0] === 'month' ? 'month-first' : null;
}

function decimal(tag: string): '.' | ',' {
  const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
}

type Width = 'long' | 'short';

/** English first, so that the locale's own names win where the two differ. */
function names(
  tag: string | null,
  widths: readonly Width[],
  list: (tag: string, width: Width) => readonly (readonly [string, number])[],
): Map<string, number> {
  const byName = new Map<string, number>();
  for (const locale of tag === null ? ['en-GB', 'en-US'] : ['en-GB', 'en-US', tag]) {
    for (const width of widths) {
      for (const [name, number] of list(locale, width)) byName.set(foldWord(name), number);
    }
  }
  return byName;
}

/** Names of the months, both alone and as they stand beside a day (many languages inflect them there). */
function monthNames(tag: string, width: Width): [string, number][] {
  const alone = new Intl.DateTimeFormat(tag, { ...GREGORIAN, month: width });
  const inDay = new Intl.DateTimeFormat(tag, { ...GREGORIAN, month: width, day: 'numeric' });
  return Array.from({ length: 12 }, (_, month) => month).flatMap((month): [string, number][] => {
    const date = Date.UTC(2024, month, 15);
    const beside = inDay.formatToParts(date).find((part) => part.type === 'month')?.value;
    const named: [string, number][] = [[alone.format(date), month + 1]];
    if (beside !== undefined) named.push([beside, month + 1]);
    return named.filter(([name]) => /\p{L}/u.test(name));
  });
}

/** ISO weekdays: 2024-01-01 was a Monday. */
function weekdayNames(tag: string, width: Width): [string, number][] {
  const format = new Intl.DateTimeFormat(tag, { ...GREGORIAN, weekday: width });
  return Array.from({ length: 7 }, (_, day) => [format.format(Date.UTC(2024, 0, day + 1)), day + 1]);
}
