import type { Hours } from './options.ts';

/**
 * How a moment is written as a clock in a time zone shows it, such as `2026-06-17T09:05`: these compare as texts. It is made
 * once for a zone, since a wall asks every second. Every browser has American English; other locales, some televisions leave out.
 */
export function localTimes(timeZone: string): (now: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (now) => new Date(`${format.format(now).replace(',', '')} UTC`).toISOString().slice(0, 16);
}

/** Whether a local time is in hours that may pass midnight. */
export function isWithin(local: string, { from, to }: Hours): boolean {
  const hour = Number(local.slice(11, 13)) + Number(local.slice(14, 16)) / 60;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Whole days from one day to a later local time. */
export function daysSince(day: string, local: string): number {
  return Math.round((Date.parse(`${local.slice(0, 10)}T00:00Z`) - Date.parse(`${day}T00:00Z`)) / 86_400_000);
}

/** Writes the days below an element in another locale than the plan's: with the year where it is not the as-of day's. */
export function writeDays(below: Element, locale: string, asOf: string): void {
  const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const full = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  for (const time of below.querySelectorAll('time')) {
    const of = time.dateTime.slice(0, 4) === asOf.slice(0, 4) && !time.closest('.as-of') ? short : full;
    time.textContent = of.format(Date.parse(`${time.dateTime}T00:00Z`));
  }
}
