import { type Day, dayFromIso } from '../src/grid/day.ts';

/** The calendar day that it is in a time zone at an instant, in milliseconds since 1970. */
export function today(timeZone: string, now: number): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  const day = dayFromIso(parts);
  if (day === null) throw new RangeError(`“${parts}” is no day`);
  return day;
}
