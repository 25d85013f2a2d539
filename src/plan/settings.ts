import type { Cell } from '../grid/grid.ts';
import { foldWord, localeFacts } from '../grid/locale.ts';
import { readAmount } from '../grid/read-number.ts';
import { readShare } from '../grid/read-percent.ts';
import { said, type Text } from '../grid/said.ts';
import { LANGUAGES } from './languages.ts';
import { comparable } from './name.ts';
import type { Settings } from './plan.ts';

/** What holds where neither the Settings sheet nor whoever runs the build says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  title: 'Milepost',
  timeZone: 'UTC',
  locale: null,
  currency: null,
  weekStartsOn: 1,
  atRiskFrom: 0.1,
  offTrackFrom: 0.25,
  stalledAfter: 14,
  lineOfSight: 45,
  tvSeconds: 20,
};

export type SettingName = keyof Settings;
/** What is expected of a value, and the value that a text or a number stands for; null where it is not as expected. */
export interface SettingSpec<T> {
  readonly names: readonly string[];
  readonly expected: Text;
  readonly read: (cell: Cell, text: string) => T | null;
}

export const SETTINGS: { readonly [N in SettingName]: SettingSpec<Settings[N]> } = {
  title: { names: ['Title', 'Plan title'], expected: said`a text`, read: (_, text) => text },
  timeZone: {
    names: ['Time zone', 'Timezone'],
    expected: said`a time zone by its IANA name, such as Europe/Zurich`,
    read: (_, text) => timeZoneOf(text),
  },
  locale: {
    names: ['Locale', 'Language'],
    expected: said`a locale, such as en-GB, en-US or de-DE`,
    read: (_, text) => localeOf(text),
  },
  currency: {
    names: ['Currency'],
    expected: said`a currency by its three letters, such as EUR`,
    read: (_, text) =>
      Intl.supportedValuesOf('currency').includes(text.toUpperCase()) ? text.toUpperCase() : null,
  },
  weekStartsOn: {
    names: ['Week starts on', 'First day of the week'],
    expected: said`a day of the week, such as Monday`,
    read: (_, text) =>
      localeFacts(null).weekdays.get(foldWord(text)) ?? (/^[1-7]$/.test(text) ? Number(text) : null),
  },
  atRiskFrom: {
    names: ['At risk from'],
    expected: said`a share above 0 and up to 100 %, such as 10%`,
    read: shareOf,
  },
  offTrackFrom: {
    names: ['Off track from'],
    expected: said`a share above 0 and up to 100 %, such as 25%`,
    read: shareOf,
  },
  stalledAfter: {
    names: ['Stalled after'],
    expected: said`a whole number of days from 1 to 365`,
    read: (cell) => wholeOf(cell, 1, 365),
  },
  lineOfSight: {
    names: ['Line of sight'],
    expected: said`a whole number of days from 1 to 3650`,
    read: (cell) => wholeOf(cell, 1, 3650),
  },
  tvSeconds: {
    names: ['TV seconds'],
    expected: said`a whole number of seconds from 5 to 3600`,
    read: (cell) => wholeOf(cell, 5, 3600),
  },
};

// Object.keys of a complete record of its names.
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
const nameByText: ReadonlyMap<string, SettingName> = new Map(
  SETTING_NAMES.flatMap((name) =>
    [...SETTINGS[name].names, ...LANGUAGES.flatMap(({ settings }) => settings[name] ?? [])].map(
      (text): [string, SettingName] => [comparable(text), name],
    ),
  ),
);

/** The setting that a text names, or null. */
export function settingNamed(text: string): SettingName | null {
  return nameByText.get(comparable(text)) ?? null;
}

/** The tag in its canonical form; `en_GB` is taken for `en-GB`. */
export function localeOf(text: string): string | null {
  try {
    const tag = Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
    return tag !== undefined && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : null;
  } catch {
    return null;
  }
}

export function timeZoneOf(text: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** 10%, 0.1 and 10 are the same share. */
function shareOf(cell: Cell): number | null {
  const locale = localeFacts(null);
  const amount = readAmount(cell, locale);
  const points = amount.ok && amount.value !== null && amount.value.value > 1;
  const share = readShare(cell, locale, points);
  return share.ok && share.value !== null && share.value > 0 && share.value <= 1 ? share.value : null;
}

function wholeOf(cell: Cell, least: number, most: number): number | null {
  const amount = readAmount(cell, localeFacts(null));
  const value = amount.ok ? amount.value : null;
  const fits = value !== null && !value.percent && Number.isInteger(value.value);
  return fits && value.value >= least && value.value <= most ? value.value : null;
}
