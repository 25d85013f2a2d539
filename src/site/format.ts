import { dayFromIso } from '../grid/day.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** How the site writes days, shares and numbers, in the plan's locale. Nothing here depends on the machine. */
export interface Formats {
  readonly locale: string;
  /** `17 Jun`, with the year where it is not the as-of day's. */
  day(iso: string): string;
  /** `Wednesday, 17 June 2026`. */
  longDay(iso: string): string;
  /** `today`, `in 9 days`, `3 weeks ago`: from the as-of day. */
  fromNow(iso: string): string;
  /** A share of 1 as whole percent; a dash where there is none. */
  percent(share: number | null): string;
  /** A difference of shares as whole percentage points, without its sign. */
  points(gap: number): string;
  number(value: number | null, unit?: string | null): string;
  /** Days from the as-of day; negative in the past. */
  daysAway(iso: string): number;
}

/** @param locale BCP 47 tag; British English where the plan sets none, since its days cannot be misread */
export function formats(locale: string | null, asOf: string): Formats {
  const tag = locale ?? 'en-GB';
  const utc = { timeZone: 'UTC' } as const;
  const short = new Intl.DateTimeFormat(tag, { ...utc, day: 'numeric', month: 'short' });
  const full = new Intl.DateTimeFormat(tag, { ...utc, day: 'numeric', month: 'short', year: 'numeric' });
  const long = new Intl.DateTimeFormat(tag, {
    ...utc,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const daysAway = (iso: string) => daysOf(iso) - daysOf(asOf);

  return {
    locale: tag,
    day: (iso) => (iso.slice(0, 4) === asOf.slice(0, 4) ? short : full).format(dateOf(iso)),
    longDay: (iso) => long.format(dateOf(iso)),
    fromNow(iso) {
      const days = daysAway(iso);
      return Math.abs(days) < 21
        ? relative.format(days, 'day')
        : Math.abs(days) < 70
          ? relative.format(Math.round(days / 7), 'week')
          : relative.format(Math.round(days / 30.44), 'month');
    },
    percent: (share) => (share === null ? '–' : percent.format(share)),
    points: (gap) => String(Math.abs(Math.round(gap * 100))),
    number: (value, unit) =>
      value === null ? '–' : unit ? `${number.format(value)}\u00a0${unit}` : number.format(value),
    daysAway,
  };
}

function daysOf(iso: string): number {
  const day = dayFromIso(iso);
  if (day === null) throw new RangeError(`“${iso}” is no day`);
  return day;
}

function dateOf(iso: string): Date {
  return new Date(daysOf(iso) * MILLISECONDS_A_DAY);
}
