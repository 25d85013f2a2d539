import { onceText } from '../once.ts';

/** How a clock writes each hour of a day, `{m}` where its minutes stand. */
export type Face = readonly string[];

const HOUR_MS = 3_600_000;
/** As wide as a digit. */
const FIGURE_SPACE = '\u2007';

/**
 * The face of a locale's clock, so that a wall needs no format of times, which a browser takes long to make. All hours are
 * equally wide, and nothing beside the clock moves. Null where figures are not written by the digits 0 to 9.
 */
export const clockFace: (locale: string) => Face | null = onceText((locale) => {
  if ((0).toLocaleString(locale) !== '0') return null;
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
  // No hour is 45, so that only the minutes are.
  const hours = Array.from({ length: 24 }, (_, hour) =>
    format.format(hour * HOUR_MS + 45 * 60_000).replace('45', '{m}'),
  );
  const widest = Math.max(...hours.map(({ length }) => length));
  return hours.map((hour) => hour.padStart(widest, FIGURE_SPACE));
});
