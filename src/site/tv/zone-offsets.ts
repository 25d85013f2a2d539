import { onceText } from '../once.ts';

/** Minutes by which clocks are ahead of UTC, from so many milliseconds since 1970 on; in order. The first holds before it too. */
export type Offsets = readonly (readonly [since: number, minutes: number])[];

const DAY_MS = 86_400_000;
/** Days before and after, since a plan may be shown as of another day than today's. */
const BEFORE = 2 * 366;
const AFTER = 10 * 366;
/** A zone's clocks are never changed twice within so many days. */
const STEP_DAYS = 7;

/**
 * How far a zone's clocks are ahead of UTC, with each change of some years around a day.
 * @param zone IANA name @param asOf ISO day
 */
export function zoneOffsets(zone: string, asOf: string): Offsets {
  return offsetsFrom(`${asOf} ${zone}`);
}

const offsetsFrom = onceText((from): Offsets => {
  const [asOf = '', zone = ''] = from.split(' ');
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const offsetAt = (moment: number) =>
    Math.round((Date.parse(`${format.format(moment).replace(',', '')} UTC`) - moment) / 60_000);
  const first = Date.parse(`${asOf}T00:00Z`) - BEFORE * DAY_MS;
  const offsets: [number, number][] = [[first, offsetAt(first)]];
  for (let start = first; start < first + (BEFORE + AFTER) * DAY_MS; start += STEP_DAYS * DAY_MS) {
    let [before, after] = [start, start + STEP_DAYS * DAY_MS];
    const offset = offsetAt(after);
    if (offset === offsetAt(before)) continue;
    while (after - before > 60_000) {
      const middle = before + Math.floor((after - before) / 120_000) * 60_000;
      if (offsetAt(middle) === offset) after = middle;
      else before = middle;
    }
    offsets.push([after, offset]);
  }
  return offsets;
});
