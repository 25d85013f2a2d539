import type { Hours } from './options.ts';

/** A moment as a clock in a time zone shows it, such as `2026-06-17T09:05`: these compare as texts. */
export function localTime(now: number, timeZone: string): string {
  const parts = new Map<string, string>(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: string) => parts.get(type) ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
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
