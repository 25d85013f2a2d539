import { addDays, type Day, isoFromDay, isoWeekday } from '../grid/day.ts';

/** When the plan is pulled and the site is deployed, by the clock of the plan's time zone. */
export interface Schedule {
  /** ISO weekdays, 1 for Monday to 7 for Sunday; at least one. */
  readonly days: ReadonlySet<number>;
  /** Minutes after midnight. */
  readonly at: number;
  /** How long a deployment may take, or start late, in minutes. */
  readonly grace: number;
}

/**
 * From when on a build that speaks for a day is older than its schedule lets it be: when the next one is due after that
 * day, and its grace is over. Without a schedule, once the day after is over too.
 * @returns local time in the plan's zone, such as `2026-06-18T08:30`
 */
export function freshUntil(asOf: Day, schedule: Schedule | null): string {
  if (schedule === null) return `${isoFromDay(addDays(asOf, 2))}T00:00`;
  let next = addDays(asOf, 1);
  while (!schedule.days.has(isoWeekday(next))) next = addDays(next, 1);
  const minutes = schedule.at + schedule.grace;
  const two = (number: number) => String(number).padStart(2, '0');
  const day = addDays(next, Math.floor(minutes / 1440));
  return `${isoFromDay(day)}T${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
}
