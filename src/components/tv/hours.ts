import type { Face } from '../../site/tv/clock.ts';
import type { Offsets } from '../../site/tv/zone-offsets.ts';
import type { Hours } from './options.ts';

/**
 * A moment as a clock shows it, such as `2026-06-17T09:05`: these compare as texts. The page brings the offsets of its zone: a
 * browser takes long over its first format of a time, and some televisions know no zones.
 */
export function localTime(offsets: Offsets, now: number): string {
  const [, minutes = 0] = offsets.filter(([since], i) => i === 0 || since <= now).pop() ?? [];
  return new Date(now + minutes * 60_000).toISOString().slice(0, 16);
}

/** How a clock with a face writes local times. */
export function timesOn(face: Face): (local: string) => string {
  return (local) => (face[Number(local.slice(11, 13))] ?? '').replace('{m}', local.slice(14));
}

/** How a locale writes local times. */
export function timesIn(locale: string): (local: string) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
  return (local) => format.format(Date.parse(`${local}Z`));
}

/** Whether a local time is in hours that may pass midnight. */
export function isWithin(local: string, { from, to }: Hours): boolean {
  const hour = Number(local.slice(11, 13));
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Whole days from one day to a later local time. */
export function daysSince(day: string, local: string): number {
  return (Date.parse(local.slice(0, 10)) - Date.parse(day)) / 86_400_000;
}

/** Writes the days below an element in another locale than the plan's: with the year where it is not the as-of day's. */
export function writeDays(below: Element, locale: string, asOf: string): void {
  const timeZone = 'UTC';
  const short = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const full = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  for (const time of below.querySelectorAll('time')) {
    const isNear = time.dateTime.slice(0, 4) === asOf.slice(0, 4) && !time.closest('.as-of');
    time.textContent = (isNear ? short : full).format(Date.parse(time.dateTime));
  }
}
