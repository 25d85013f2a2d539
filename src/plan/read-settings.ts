import type { Cell, Workbook } from '../grid/grid.ts';
import { cellFault } from '../grid/reading.ts';
import { listed, quoted, said, type Text } from '../grid/said.ts';
import { cellText, isBlank, saysNothing } from '../grid/text.ts';
import { closest, didYouMean } from './closest.ts';
import { findSheets } from './find-sheets.ts';
import type { Mappings } from './mapping.ts';
import type { Settings } from './plan.ts';
import type { Problem } from './problem.ts';
import { type PlanSheet, readSheet } from './read-sheet.ts';
import { type Finding, problemAt } from './report.ts';
import {
  DEFAULT_SETTINGS,
  localeOf,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type SettingSpec,
  settingNamed,
  timeZoneOf,
} from './settings.ts';

export interface SettingsRead {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/**
 * The settings of a plan: as the Settings sheet has them, else as given, else as the workbook's own locale and time zone
 * have them, else the defaults. A value that cannot be used is a problem, and its default holds.
 */
export function readSettings(
  books: readonly Workbook[],
  given: Partial<Settings>,
  mappings: Mappings = new Map(),
): SettingsRead {
  const problems: Problem[] = [];
  const base: Settings = { ...DEFAULT_SETTINGS, ...ofBooks(books), ...given };
  const typed: Partial<Settings> = {};
  const cells = new Map<SettingName, (finding: Finding) => Problem>();
  for (const found of findSheets(books, mappings).sheets) {
    if (found.kind !== 'settings') continue;
    const { sheet, problems: own } = readSheet(found, null);
    problems.push(...own);
    if (sheet !== null) readSettingRows(sheet, typed, cells, problems);
  }
  const settings = { ...base, ...typed };
  if (settings.atRiskFrom < settings.offTrackFrom) return { settings, problems };
  const at = cells.get('offTrackFrom') ?? cells.get('atRiskFrom');
  if (at !== undefined) {
    const percent = (share: number): Text => said`${+(share * 100).toFixed(6)} %`;
    const [risk, off] = [percent(settings.atRiskFrom), percent(settings.offTrackFrom)];
    problems.push(
      at({
        code: 'bad-setting',
        message: said`At risk from (${risk}) must be less than Off track from (${off}); the defaults of both hold.`,
        fix: said`Write an At risk from that is less than Off track from.`,
      }),
    );
  }
  const { atRiskFrom, offTrackFrom } = base.atRiskFrom < base.offTrackFrom ? base : DEFAULT_SETTINGS;
  return { settings: { ...settings, atRiskFrom, offTrackFrom }, problems };
}

function readSettingRows(
  sheet: PlanSheet,
  typed: Partial<Settings>,
  cells: Map<SettingName, (finding: Finding) => Problem>,
  problems: Problem[],
): void {
  for (const record of sheet.records) {
    const title = cellText(record.cell('setting'));
    const cell = record.cell('value');
    const place = { book: sheet.book.name, sheet: sheet.grid.sheet };
    const atTitle = { ...place, cell: record.address('setting'), value: title };
    const name = settingNamed(title);
    if (name === null) {
      problems.push(problemAt(atTitle, unknownSetting(title)));
      continue;
    }
    if (cells.has(name)) {
      const message = said`The setting ${quoted(title)} stands twice; the first counts.`;
      problems.push(
        problemAt(atTitle, { code: 'repeated-setting', message, fix: said`Remove one of the two rows.` }),
      );
      continue;
    }
    const atValue = { ...place, cell: record.address('value'), value: cellText(cell) || null };
    cells.set(name, (finding) => problemAt(atValue, finding));
    if (cell === undefined || isBlank(cell) || saysNothing(cellText(cell))) continue;
    const fault = cellFault(cell) ?? readInto(typed, name, cell);
    if (fault) problems.push(problemAt(atValue, fault));
  }
}

function readInto<N extends SettingName>(typed: Partial<Settings>, name: N, cell: Cell): Finding | null {
  const spec: SettingSpec<Settings[N]> = SETTINGS[name];
  const text = cellText(cell);
  const value = spec.read(cell, text);
  if (value !== null) {
    typed[name] = value;
    return null;
  }
  return {
    code: 'bad-setting',
    message: said`${quoted(text)} cannot be used for ${spec.names[0] ?? name}; expected is ${spec.expected}. The default holds.`,
    fix: said`Write ${spec.expected}.`,
  };
}

function unknownSetting(title: string): Finding {
  const names = SETTING_NAMES.flatMap((name) => SETTINGS[name].names[0] ?? []);
  return {
    code: 'unknown-setting',
    message: said`The setting ${quoted(title)} is not known, and was ignored.${didYouMean(closest(title, names))}`,
    fix: said`The settings are ${listed(names, 'and')}.`,
  };
}

/** What the sources themselves know: the first that knows it. */
function ofBooks(books: readonly Workbook[]): Partial<Settings> {
  const locale = books.map((book) => book.locale && localeOf(book.locale)).find((tag) => tag);
  const timeZone = books.map((book) => book.timeZone && timeZoneOf(book.timeZone)).find((zone) => zone);
  return { ...(locale ? { locale } : {}), ...(timeZone ? { timeZone } : {}) };
}
