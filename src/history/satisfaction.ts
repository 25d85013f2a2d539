import { type Day, dayFromIso } from '../grid/day.ts';
import { isEvent, type Line } from './line.ts';
import { type Name, trackNames } from './names.ts';

/** How satisfied a customer was said to be from a day on: 0 to 10; null where the cell was blank. */
export interface Satisfaction {
  readonly day: Day;
  readonly value: number | null;
}

/**
 * How satisfied each customer was, by the ID that it has at the end of the history, the oldest value first. A value
 * stands from the day of the plan in which it was first seen to that of the next.
 * @param until the last day that counts
 */
export function satisfactions(
  lines: readonly Line[],
  until: Day,
): ReadonlyMap<string, readonly Satisfaction[]> {
  const names = trackNames();
  const known = new Map<Name, Satisfaction[]>();
  for (const line of lines) {
    if (line.sort !== 'customer') continue;
    const name = names.see(line);
    const day = dayFromIso(line.day);
    if (!isEvent(line) || day === null || day > until) continue;
    const values = known.get(name) ?? [];
    known.set(name, values);
    if (line.kind === 'satisfaction')
      values.push({ day, value: typeof line.to === 'number' ? line.to : null });
    else if (line.kind === 'added' || line.kind === 'removed')
      values.push({ day, value: line.satisfaction ?? null });
  }
  return new Map([...known].map(([{ id }, values]) => [id, values]));
}
