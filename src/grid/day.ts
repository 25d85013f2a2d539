declare const dayBrand: unique symbol;

/**
 * A calendar day, as whole days since 1970-01-01. It has no time and no zone, so nothing can move it.
 */
export type Day = number & { readonly [dayBrand]: true };

const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Before the month of a year that is no leap year, from January on. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** From 0001-01-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_162;

/** The calendar day of a year, month (1 to 12) and day of the month, or null where there is no such day. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  const before = Number.isInteger(dayOfMonth) ? DAYS_BEFORE[month - 1] : undefined;
  if (before === undefined || dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) return null;
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return asDay(past * 365 + leapDays - DAYS_TO_1970 + before + leapDay + dayOfMonth - 1);
}

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day that `YYYY-MM-DD` names, or null where the text is no such day. */
export function dayFromIso(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `YYYY-MM-DD`. */
export function isoFromDay(day: Day): string {
  const known = isoDays.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  isoDays.set(day, iso);
  return iso;
}

/** Plans have few days, and pages write each many times. */
const isoDays = new Map<Day, string>();

/** The day that lies a number of whole days later, or earlier where the number is negative. */
export function addDays(day: Day, days: number): Day {
  return asDay(day + days);
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** First day of the week that holds a day; a week starts on Monday unless `startsOn` (1 to 7, ISO) says otherwise. */
export function startOfWeek(day: Day, startsOn = 1): Day {
  return addDays(day, -((isoWeekday(day) - startsOn + 7) % 7));
}

/**
 * The day of a serial number of a spreadsheet. The 1900 system counts a 29 February 1900 that never was, as serial 60:
 * serials below it are one day off against those above, and it is itself read as the day after, 1900-03-01. The 1904
 * system counts from 1904-01-01 as day 0. A fraction is a time of day and does not count. Null outside of the years
 * 1900 to 9999.
 */
export function dayFromSerial(serial: number, date1904 = false): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < 0 || whole > (date1904 ? 2_957_003 : 2_958_465)) return null;
  if (date1904) return asDay(whole - 24_107);
  if (whole < 1) return null;
  return asDay(whole - (whole < 61 ? 25_568 : 25_569));
}

/** The one place where a number becomes a day; every caller has whole days since 1970-01-01. */
function asDay(days: number): Day {
  return days as Day;
}
