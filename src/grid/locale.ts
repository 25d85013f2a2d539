/** The order of day, month and year in a locale's short days; null where the locale does not settle it. */
export type DayOrder = 'day-first' | 'month-first' | null;

/** What readers of cells need to know of a locale. */
export interface LocaleFacts {
  /** BCP 47 tag, or null where the plan has none. */
  readonly tag: string | null;
  readonly dayOrder: DayOrder;
  /** Null where the plan has no locale. */
  readonly decimal: '.' | ',' | null;
  /** Month (1 to 12) by folded name: the locale's names, long and short, and those of the languages below. */
  readonly months: ReadonlyMap<string, number>;
  /** Folded names of the days of the week. */
  readonly weekdays: ReadonlyMap<string, number>;
}

/** Languages whose names of months and days are understood in any plan; no name may differ among them, or from English. */
export const MORE_LANGUAGES = ['de', 'fr', 'es', 'pt'] as const;
/** Where the names differ from those of the language at large. */
const REGIONS = ['de-AT'];

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

type NameList = (tag: string, width: Width) => readonly (readonly [string, number])[];

/** The locale's own names win over the English ones, and those over the ones of other languages. */
function names(tag: string | null, widths: readonly Width[], list: NameList): Map<string, number> {
  const byName = new Map<string, number>();
  const locales = [...MORE_LANGUAGES, ...REGIONS, 'en-GB', 'en-US', ...(tag === null ? [] : [tag])];
  for (const locale of locales) {
    for (const width of widths) {
      for (const [name, number] of list(locale, width)) byName.set(foldWord(name), number);
    }
  }
  return byName;
}

/** The word for "and" in English and the languages above, such as `et`; two where a language has two. */
export const AND_WORDS: ReadonlySet<string> = new Set(
  ['en', ...MORE_LANGUAGES].flatMap((tag) =>
    // Before an i, Spanish writes e for y.
    ['Bo', 'Ines'].map((name) =>
      new Intl.ListFormat(tag)
        .formatToParts(['Ann', name])
        .filter((part) => part.type === 'literal')
        .map((part) => part.value.trim())
        .join(''),
    ),
  ),
);

/** How people also write months that Intl writes in one way only. */
const MONTH_SPELLINGS: readonly (readonly [tag: string, name: string, month: number])[] = [
  ['de', 'Maerz', 3],
  ['fr', 'fev', 2],
  ['fr', 'juill', 7],
  ['es', 'setiembre', 9],
  ['es', 'set', 9],
];

/** Names of the months, both alone and as they stand beside a day (many languages inflect them there). */
function monthNames(tag: string, width: Width): [string, number][] {
  const alone = new Intl.DateTimeFormat(tag, { ...GREGORIAN, month: width });
  const inDay = new Intl.DateTimeFormat(tag, { ...GREGORIAN, month: width, day: 'numeric' });
  const spellings = MONTH_SPELLINGS.filter(([language]) => language === tag);
  const listed = Array.from({ length: 12 }, (_, month) => month).flatMap((month): [string, number][] => {
    const date = Date.UTC(2024, month, 15);
    const beside = inDay.formatToParts(date).find((part) => part.type === 'month')?.value;
    const named: [string, number][] = [[alone.format(date), month + 1]];
    if (beside !== undefined) named.push([beside, month + 1]);
    return named.filter(([name]) => /\p{L}/u.test(name));
  });
  return [...listed, ...spellings.map(([, name, month]): [string, number] => [name, month])];
}

/** ISO weekdays: 2024-01-01 was a Monday. */
function weekdayNames(tag: string, width: Width): [string, number][] {
  const format = new Intl.DateTimeFormat(tag, { ...GREGORIAN, weekday: width });
  return Array.from({ length: 7 }, (_, day) => [format.format(Date.UTC(2024, 0, day + 1)), day + 1]);
}
