import { CATALOGUE, OTHER_PROBLEMS } from '../plan/catalogue.ts';
import { SHEET_KINDS, SHEETS } from '../plan/columns.ts';
import { SETTING_NAMES, SETTINGS } from '../plan/settings.ts';
import { STATUS_GUIDE } from '../plan/statuses.ts';
import { teller } from '../snapshot/told.ts';
import type { Words } from '../words/en.ts';

export interface ColumnGuide {
  readonly name: string;
  readonly needed: boolean;
  /** Other headers that are understood. */
  readonly also: readonly string[];
}

export interface SheetGuide {
  readonly name: string;
  readonly needed: boolean;
  readonly columns: readonly ColumnGuide[];
}

/** The sheets and their columns, from the very tables by which they are read. */
export const SHEET_GUIDE: readonly SheetGuide[] = SHEET_KINDS.filter((kind) => kind !== 'settings').map(
  (kind) => {
    const { name, needed, columns } = SHEETS[kind];
    return {
      name,
      needed,
      columns: columns.map(({ names: [first = '', ...also], needed: isNeeded }) => ({
        name: first,
        needed: isNeeded,
        also: also.slice(0, 4),
      })),
    };
  },
);

export interface SettingGuide {
  readonly name: string;
  readonly expected: string;
}

/** The settings and what each expects, in the language of a locale. */
export function settingGuide(locale: string | null): SettingGuide[] {
  const tell = teller(locale);
  return SETTING_NAMES.map((name) => ({
    name: SETTINGS[name].names[0] ?? name,
    expected: tell(SETTINGS[name].expected),
  }));
}

/** What every status may be written as. */
export const STATUS_WORDS = STATUS_GUIDE;

/** Every sort of problem, by severity, in the plan's language. */
export function problemGuide({ meanings }: Words['problems']) {
  return Object.entries({ ...CATALOGUE, ...OTHER_PROBLEMS }).map(([code, { severity, meaning }]) => ({
    code,
    severity,
    meaning: meanings.get(code) ?? meaning,
  }));
}
