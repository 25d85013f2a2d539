import { dayFromIso } from '../grid/day.ts';
import { percentFormat } from '../words/percent.ts';
import { onceText } from './once.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** How the site writes days, shares and numbers, in the plan's locale. Nothing here depends on the machine. */
export interface Formats {
  readonly locale: string;
  /** `17 Jun`, with the year where it is not the as-of day's. */
  day(iso: string): string;
  /** `17 Jun 2026`. */
  fullDay(iso: string): string;
  /** `Wednesday, 17 June 2026`. */
  longDay(iso: string): string;
  /** `today`, `in 9 days`, `3 weeks ago`: from the as-of day. */
  fromNow(iso: string): string;
  /** A share of 1 as whole percent; a dash where there is none. */
  percent(share: number | null): string;
  /**
   * How far two shares are apart, in whole percentage points, without a sign: the difference of what `percent` says of them, so that
   * whoever subtracts the two figures comes to the same.
   */
  points(share: number, other: number): string;
  /**
   * A number with its unit behind it: as money where the unit is a currency, as percent where it is `%`.
   * @param beside the other figures of the same measure: where none of them exceeds 1, percent are shares of 1
   */
  number(value: number | null, unit?: string | null, beside?: readonly (number | null)[]): string;
  /**
   * Numbers that stand in a row or column, without their unit, each with as many decimals as the one with the most. Percent are written as
   * percent, whether the cells hold shares of 1 or not.
   */
  figures(
    values: readonly (number | null)[],
    unit?: string | null,
    beside?: readonly (number | null)[],
  ): string[];
  /** Days from the as-of day; negative in the past. */
  daysAway(iso: string): number;
}

/**
 * @param locale BCP 47 tag; British English where the plan sets none, since its days cannot be misread
 * @param currency the plan's own, by its three letters: what a sign that several currencies share stands for
 */
export function formats(locale: string | null, asOf: string, currency: string | null = null): Formats {
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
  const percent = percentFormat(tag);
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const fine = percentFormat(tag, 1);
  const money = moneyFormats(tag, currency);
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const daysAway = (iso: string) => daysOf(iso) - daysOf(asOf);

  return {
    locale: tag,
    day: onceText((iso) => (iso.slice(0, 4) === asOf.slice(0, 4) ? short : full).format(dateOf(iso))),
    fullDay: onceText((iso) => full.format(dateOf(iso))),
    longDay: onceText((iso) => long.format(dateOf(iso))),
    fromNow: onceText((iso) => {
      const days = daysAway(iso);
      return Math.abs(days) < 21
        ? relative.format(days, 'day')
        : Math.abs(days) < 70
          ? relative.format(Math.round(days / 7), 'week')
          : relative.format(Math.round(days / 30.44), 'month');
    }),
    percent: (share) => (share === null ? '–' : percent(share)),
    points: (share, other) => String(Math.abs(Math.round(share * 100) - Math.round(other * 100))),
    number(value, unit, beside = []) {
      if (value === null) return '–';
      const name = unit?.trim() ?? '';
      if (name === '') return number.format(value);
      if (name === '%') return fine(areShares([value, ...beside]) ? value : value / 100);
      const amount = money(name);
      return amount === null ? `${number.format(value)}\u00a0${name}` : amount.format(value);
    },
    figures(values, unit, beside = []) {
      const share = unit?.trim() === '%' && areShares([...values, ...beside]);
      const shown = values.map((value) => (value === null ? null : share ? value * 100 : value));
      const decimals = Math.max(0, ...shown.map((value) => decimalsOf(value ?? 0)));
      const even = new Intl.NumberFormat(tag, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
      return shown.map((value) => (value === null ? '–' : even.format(value)));
    },
    daysAway,
  };
}

/** How many decimals a number is written with, of two at most. */
function decimalsOf(value: number): number {
  const hundredths = Math.round(Math.abs(value) * 100);
  return hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2;
}

/** Percent cells hold shares of 1; where percent are typed as plain numbers, at least one exceeds 1. */
function areShares(values: readonly (number | null)[]): boolean {
  return values.every((value) => value === null || Math.abs(value) <= 1);
}

/** The format of a currency by its three letters or its sign, without cents that are 0; null of any other unit. */
function moneyFormats(locale: string, own: string | null): (unit: string) => Intl.NumberFormat | null {
  const known = new Set(Intl.supportedValuesOf('currency'));
  const formatOf = (code: string) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: code,
      trailingZeroDisplay: 'stripIfInteger',
    });
  const signOf = (code: string) =>
    formatOf(code)
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value;
  const bySign = new Map([
    ['€', 'EUR'],
    ['£', 'GBP'],
    ['$', 'USD'],
    ['¥', 'JPY'],
    ['₹', 'INR'],
  ]);
  const narrow = (code: string) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value;
  if (own !== null) for (const sign of [signOf(own), narrow(own)]) if (sign) bySign.set(sign, own);
  const found = new Map<string, Intl.NumberFormat | null>();
  return (unit) => {
    const format = found.get(unit);
    if (format !== undefined) return format;
    const code = bySign.get(unit) ?? unit;
    const made = known.has(code) ? formatOf(code) : null;
    found.set(unit, made);
    return made;
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
