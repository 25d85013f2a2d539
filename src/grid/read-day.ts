import { type Day, dayFromIso, dayFromParts, dayFromSerial, isoFromDay } from './day.ts';
import { dayTextFault, NO_DAY_MEANT } from './day-fault.ts';
import { lastDayOf } from './day-kinds.ts';
import type { Cell } from './grid.ts';
import { foldWord, type LocaleFacts } from './locale.ts';
import { isPercentFormat } from './number-format.ts';
import { cellFault, fail, type Reading, read } from './reading.ts';
import { listed, type Part, quoted, said, type Text } from './said.ts';
import { cellText, isBlank, saysNothing } from './text.ts';

/** What a day cell is read by: the plan's locale, and the day from which the workbook's serials count. */
export interface DayContext {
  readonly locale: LocaleFacts;
  readonly date1904: boolean;
}

/** Serials of the years 1954 to 2119: a number outside of them is an amount, not a day. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const FIRST_DAY = dayFromParts(FIRST_YEAR, 1, 1);
const LAST_DAY = dayFromParts(LAST_YEAR, 12, 31);

const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?`;
const TRAILING_TIME = new RegExp(
  String.raw`(?:\s*,?\s+(?:(?:at|um|à|a las|às)\s+)?|t)(?:${TIME}(?:\s*(?:uhr|hrs?|h))?|\d{1,2}\s*(?:h|uhr)(?:\s*\d{2})?|eod|eob|cob|noon)$`,
  'i',
);
/** Words before a day that leave it as it is. "Before" would not. */
const LEADING_WORDS =
  /^(?:(?:due|by|on|until|till|bis|spätestens|zum|am|le|el|hasta|até|em|dia|día|no)\s*:?\s+)+(?=\S*\d|\p{L}+\.?,?\s+\d|\p{L}+\.?,?\s+\p{L}+\.?\s+\d)/iu;
const WEEKDAY = /^([\p{L}]+(?:-feira)?)\.?,?\s+(?=\S)/u;
const YEAR_FIRST = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?$/;
const YEAR_LAST = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?$/;
const EAST_ASIAN = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/;

/** The day in a cell; null where it is blank, a dash or n/a. A time after the day does not count. */
export function readDay(cell: Cell | undefined, context: DayContext): Reading<Day | null> {
  if (cell === undefined || isBlank(cell)) return read(null);
  const fault = cellFault(cell);
  if (fault) return { ok: false, fault };
  if (cell.kind === 'day') return plausible(cell.value, cellText(cell));
  if (cell.kind === 'number') return readSerial(cell, context);
  const text = cellText(cell);
  if (saysNothing(text)) return read(null);
  return cell.kind === 'text' ? readDayText(text, context) : dayTextFault(text);
}

/** No day takes more characters, with its time, so that patterns need not run over a page of text. */
const LONGEST = 200;

/** The day that a text names, by the plan's locale where the text alone does not settle it. */
export function readDayText(long: string, context: DayContext): Reading<Day | null> {
  const exact = dayFromIso(long);
  if (exact !== null) return plausible(exact, long);
  const text = long.replace(/\s+/g, ' ');
  if (text.length > LONGEST) return readNamedMonth(text.slice(0, LONGEST), '', context);
  const plain = withoutWeekday(text.replace(LEADING_WORDS, '').replace(TRAILING_TIME, ''), context.locale);
  const yearFirst = YEAR_FIRST.exec(plain) ?? EAST_ASIAN.exec(plain);
  if (yearFirst) {
    const [year = 0, month = 0, day = 0] = yearFirst
      .slice(1)
      .filter((part) => /\d/.test(part))
      .map(Number);
    return calendarDay(text, year, month, day);
  }
  const yearLast = YEAR_LAST.exec(plain);
  if (yearLast) return readNumericDay(text, yearLast, context.locale);
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) {
    const serial = Number(plain);
    if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
      return plausible(dayFromSerial(serial, context.date1904), text);
    }
  }
  return readNamedMonth(text, plain, context);
}

/** `Tue 31 March`, `mar. 3 mars`: a word that names a month as well is a weekday only where a month or a day follows. */
function withoutWeekday(text: string, locale: LocaleFacts): string {
  const [all = '', word = ''] = WEEKDAY.exec(text) ?? [];
  const folded = foldWord(word);
  if (!locale.weekdays.has(folded)) return text;
  const rest = text.slice(all.length);
  const needsMonth = locale.months.has(folded);
  return needsMonth && !/\p{L}{3}/u.test(rest) && !YEAR_LAST.test(rest) && !YEAR_FIRST.test(rest)
    ? text
    : rest;
}

/** The days that stand within a text, as far as each is certain by itself. */
function daysWithin(text: string, context: DayContext): Reading<Day | null>[] {
  return [...text.matchAll(DAY_WITHIN)].slice(0, 3).map(([found]) => readDayText(found, context));
}

function readSerial(cell: Cell & { kind: 'number' }, context: DayContext): Reading<Day | null> {
  if (Number.isInteger(cell.value) && cell.value >= FIRST_YEAR && cell.value <= LAST_YEAR) {
    return dayTextFault(String(cell.value));
  }
  const inRange = cell.value >= FIRST_SERIAL && cell.value <= LAST_SERIAL;
  if (inRange && !isPercentFormat(cell.format)) {
    return plausible(dayFromSerial(cell.value, context.date1904), cellText(cell));
  }
  return fail(
    'bad-day',
    said`A day was expected, and the cell holds the number ${cellText(cell)}.`,
    runTogether(String(cell.value)) ?? NO_DAY_MEANT,
  );
}

/** The cure for 20260331. */
function runTogether(digits: string): Text | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  const found = dayFromParts(Number(year), Number(month), Number(day));
  return found !== null && plausible(found, digits).ok
    ? said`Write ${{ day: found }}, with its dashes.`
    : null;
}

/** The day of a year, month and day of the month as written in a text, which may not be one of the calendar. */
function calendarDay(text: string, year: number, month: number, day: number): Reading<Day | null> {
  const found = dayFromParts(year, month, day);
  if (found !== null || month < 1 || month > 12 || day < 29 || day > 31) return plausible(found, text);
  const last = lastDayOf(String(year), month);
  return fail(
    'bad-day',
    said`${quoted(text)} is no day of the calendar: that month ends on ${last}.`,
    said`Write a day that exists, such as ${last}.`,
  );
}

function plausible(day: Day | null, text: string): Reading<Day | null> {
  if (day === null) {
    return fail(
      'bad-day',
      said`${quoted(text)} is no day of the calendar.`,
      said`Write a day that exists, such as 2026-03-31.`,
    );
  }
  if (FIRST_DAY !== null && LAST_DAY !== null && day >= FIRST_DAY && day <= LAST_DAY) return read(day);
  const year = Number(isoFromDay(day).slice(0, 4));
  return fail(
    'bad-day',
    said`${quoted(text)} is a day of the year ${year}; expected is one from ${FIRST_YEAR} to ${LAST_YEAR}.`,
    said`Check the year, and write it with four digits.`,
  );
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Three numbers with the year last, as far as their order can be told; dots always mean that the day comes first. */
function readNumericDay(text: string, match: RegExpExecArray, locale: LocaleFacts): Reading<Day | null> {
  const [, a = '', separator = '', b = '', c = ''] = match;
  const dayFirst = dayFromParts(fullYear(c), Number(b), Number(a));
  const monthFirst = dayFromParts(fullYear(c), Number(a), Number(b));
  const order = separator === '.' ? 'day-first' : locale.dayOrder;
  if (order !== null) {
    const [expected, other] = order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    if (expected === null && other === null) {
      const [day, month] = order === 'day-first' ? [a, b] : [b, a];
      return calendarDay(text, fullYear(c), Number(month), Number(day));
    }
    if (expected !== null || other === null) return plausible(expected, text);
    return againstOrder(text, other, order, separator === '.' ? null : locale.tag);
  }
  // With no settled order and two digits at either end, 26/03/31 may have its year first as well.
  const yearFirst =
    c.length === 2 && a.length === 2 ? dayFromParts(2000 + Number(a), Number(b), Number(c)) : null;
  const readings = new Set([dayFirst, monthFirst, yearFirst].filter((day) => day !== null));
  const [only = null, ...others] = readings;
  if (only === null) {
    const [day, month] = Number(b) <= 12 ? [a, b] : [b, a];
    return calendarDay(text, fullYear(c), Number(month), Number(day));
  }
  if (others.length === 0) return plausible(only, text);
  const days: Part[] = [...readings].map((day) => ({ day }));
  const anyOf = days.reduce((one, other) => said`${one} or ${other}`);
  return fail(
    'ambiguous-day',
    said`${quoted(text)} may be ${listed(days, 'or')}; the plan's locale does not settle which.`,
    said`Format the cell as a date, or write ${anyOf}; or set Locale in the Settings sheet, such as en-GB or en-US.`,
  );
}

function againstOrder(text: string, day: Day, order: string, tag: string | null): Reading<Day | null> {
  const custom = order === 'day-first' ? said`the day first` : said`the month first`;
  const reason =
    tag === null ? said`with dots, ${custom} is expected` : said`the locale ${tag} writes ${custom}`;
  const checked = plausible(day, text);
  if (!checked.ok) return checked;
  return read(day, {
    code: 'day-against-locale',
    message: said`${quoted(text)} was read as ${{ day }}, the only day that it can be, though ${reason}.`,
    fix: said`Write ${{ day }}, or format the cell as a date.`,
  });
}

const FILLERS = new Set(['of', 'the', 'de', 'den', 'der', 'del', 'di', 'do', 'le', 'el', 'il', 'am']);
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|re|e|ro|do|o|a|ter|ten)$/;
const DAY_WITHIN =
  /(?<![\d./-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2}))(?![\d./-]*\d)/g;

/** Days with the month's name: a day, the name and a year in any order, with ordinals and small words between them. */
function readNamedMonth(text: string, plain: string, context: DayContext): Reading<Day | null> {
  const { locale } = context;
  const words = plain
    .split(/[\s,./\-–'’]+/)
    .map((word) => foldWord(word).replace(ORDINAL, '$1'))
    .filter((word) => word !== '' && !FILLERS.has(word));
  const at = words.findIndex((word) => locale.months.has(word));
  const month = locale.months.get(words[at] ?? '') ?? null;
  const numbers = words.filter((_, index) => index !== at);
  const [first = '', second = ''] = numbers;
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  const isDay = numbers.length === 2 && numbers.every((word) => /^(?:\d{1,2}|\d{4})$/.test(word));
  if (month !== null && isDay && day.length < 3) return calendarDay(text, fullYear(year), month, Number(day));
  const isWeekday = words.length > 0 && words.every((word) => locale.weekdays.has(word));
  const spelled = words.filter((word) => locale.months.has(word)).length;
  const fix = runTogether(text);
  if (fix !== null) return fail('bad-day', said`${quoted(text)} is a number; expected is one day.`, fix);
  return dayTextFault(text, { month, spelled, isWeekday, numbers, within: daysWithin(text, context) });
}
