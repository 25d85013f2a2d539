import { type Day, dayFromIso } from '../../grid/day.ts';

/** A day of the snapshot. Throws where it is none, which its schema rules out. */
export function snapshotDay(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`“${iso}” is no day`);
  return found;
}
