import { addDays, type Day, startOfWeek } from '../grid/day.ts';

/** How many full weeks back the record of promises and the forecast's sample reach. */
export const WEEKS_BACK = 12;

/** First days of the last full weeks before the week that holds the as-of day, oldest first. */
export function fullWeeksBefore(asOf: Day, weekStartsOn: number, count = WEEKS_BACK): Day[] {
  const thisWeek = startOfWeek(asOf, weekStartsOn);
  return Array.from({ length: count }, (_, i) => addDays(thisWeek, -7 * (count - i)));
}
