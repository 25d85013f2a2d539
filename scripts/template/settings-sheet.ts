import type ExcelJS from 'exceljs';
import { inEnglish } from '../../src/grid/said.ts';
import type { Settings } from '../../src/plan/plan.ts';
import { DEFAULT_SETTINGS, SETTING_NAMES, SETTINGS, type SettingName } from '../../src/plan/settings.ts';
import { COLOURS, FONT, wrappedHeight } from './look.ts';
import { fromWords, within } from './validations.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Of the column of texts, in characters. */
const WIDTH = 100;
const percent = (share: number): string => `${+(share * 100).toFixed(6)}%`;

interface SettingGuide<T> {
  readonly meaning: string;
  /** What holds where the value is blank, in words. */
  readonly byDefault: (value: T) => string;
  readonly validation: (error: string) => ExcelJS.DataValidation | null;
  readonly format?: string;
}

const share: Omit<SettingGuide<number>, 'meaning'> = {
  byDefault: percent,
  validation: (error) => ({ ...within(0, 1, error), formulae: [0.001, 1] }),
  format: '0%',
};

function whole(least: number, most: number): Omit<SettingGuide<number>, 'meaning'> {
  return { byDefault: String, validation: (error) => within(least, most, error, 'whole'), format: '0' };
}

function suggested(...words: readonly string[]): SettingGuide<unknown>['validation'] {
  return () => fromWords(words, 'suggestion');
}

/** Each setting; complete by its type, so that none is forgotten. */
const GUIDES: { readonly [N in SettingName]: SettingGuide<Settings[N]> } = {
  title: {
    meaning: 'What the plan is called. It heads every page.',
    byDefault: String,
    validation: () => null,
  },
  timeZone: {
    meaning: 'Whose calendar says which day is today.',
    byDefault: String,
    validation: suggested(
      'UTC',
      'Europe/London',
      'Europe/Berlin',
      'Europe/Paris',
      'Europe/Madrid',
      'Europe/Zurich',
      'America/New_York',
      'America/Chicago',
      'America/Los_Angeles',
      'America/Sao_Paulo',
      'Asia/Kolkata',
      'Asia/Singapore',
      'Asia/Tokyo',
      'Australia/Sydney',
    ),
  },
  locale: {
    meaning: 'How days and numbers are read where they are typed as text, and how the pages show them.',
    byDefault: (value) =>
      value ??
      'what the workbook says, if it does; else a text such as 3/4/2026 is reported and not guessed at',
    validation: suggested(
      'en-GB',
      'en-US',
      'de-DE',
      'de-CH',
      'fr-FR',
      'es-ES',
      'pt-BR',
      'pt-PT',
      'nl-NL',
      'da-DK',
    ),
  },
  currency: {
    meaning: 'What amounts of money are in.',
    byDefault: (value) => value ?? 'none',
    validation: suggested('EUR', 'USD', 'GBP', 'CHF', 'DKK', 'SEK', 'NOK', 'CAD', 'AUD', 'BRL', 'INR', 'JPY'),
  },
  weekStartsOn: {
    meaning: 'The first day of a week in the weekly review.',
    byDefault: (value) => WEEKDAYS[value - 1] ?? String(value),
    validation: () => fromWords(WEEKDAYS, 'warning'),
  },
  atRiskFrom: {
    meaning: 'At risk is what is this far behind where it should be by today. Less than Off track from.',
    ...share,
  },
  offTrackFrom: { meaning: 'Off track is what is this far behind where it should be by today.', ...share },
  stalledAfter: {
    meaning: 'Stalled is a milestone of which nothing was done, and nothing is due, in so many days.',
    ...whole(1, 365),
  },
  lineOfSight: {
    meaning: 'The next milestone should never be more than so many days away.',
    ...whole(1, 3650),
  },
  tvSeconds: { meaning: 'How many seconds the TV dashboard shows a page.', ...whole(5, 3600) },
};

/**
 * Fills the sheet of settings: the names, blank values, and beside each what it means. The text stands under no header,
 * so that it is no column of the plan.
 */
export function fillSettings(sheet: ExcelJS.Worksheet): void {
  sheet.getColumn(3).width = WIDTH;
  for (const [index, name] of SETTING_NAMES.entries()) fillSetting(sheet, index + 2, name);
}

function fillSetting<N extends SettingName>(sheet: ExcelJS.Worksheet, row: number, name: N): void {
  const { meaning, byDefault, validation, format }: SettingGuide<Settings[N]> = GUIDES[name];
  const { names } = SETTINGS[name];
  const expected = inEnglish(SETTINGS[name].expected);
  const title = sheet.getCell(row, 1);
  title.value = names[0] ?? name;
  title.font = { ...FONT, bold: true };
  title.alignment = { vertical: 'middle' };
  const value = sheet.getCell(row, 2);
  value.alignment = { vertical: 'middle', horizontal: 'left', wrapText: true };
  value.border = { bottom: { style: 'thin', color: { argb: COLOURS.line } } };
  if (format !== undefined) value.numFmt = format;
  const rule = validation(`Write ${expected}.`);
  if (rule !== null) value.dataValidation = rule;
  const text = sheet.getCell(row, 3);
  text.value = `${meaning} Write ${expected}. If blank: ${byDefault(DEFAULT_SETTINGS[name])}.`;
  text.font = { ...FONT, color: { argb: COLOURS.muted } };
  text.alignment = { vertical: 'middle', horizontal: 'left', wrapText: true, indent: 1 };
  sheet.getRow(row).height = wrappedHeight(text.value, WIDTH);
}
