import { inEnglish, listed } from '../grid/said.ts';
import { closest, didYouMean } from './closest.ts';
import { SHEET_KINDS, SHEETS, type SheetKind } from './columns.ts';
import { comparable } from './name.ts';
import { headerNaming, sheetNamed } from './naming.ts';

/** What of a plan is not published, by the configuration. */
export interface Withheld {
  /** Names of teams, as written. */
  readonly teams: readonly string[];
  readonly sheets: ReadonlySet<SheetKind>;
  /** Fields by sheet. */
  readonly columns: ReadonlyMap<SheetKind, ReadonlySet<string>>;
}

export const NOTHING_WITHHELD: Withheld = { teams: [], sheets: new Set(), columns: new Map() };

/** What the configuration says, sheets and columns by their names. */
export interface WithheldNames {
  readonly teams?: readonly string[] | undefined;
  readonly sheets?: readonly string[] | undefined;
  readonly columns?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** True where anything at all is not published. */
export function withholdsAny({ teams, sheets, columns }: Withheld): boolean {
  return teams.length > 0 || sheets.size > 0 || columns.size > 0;
}

/** Whether a column is not published, by itself or with its whole sheet. */
export function isWithheld({ sheets, columns }: Withheld, kind: SheetKind, field: string): boolean {
  return sheets.has(kind) || (columns.get(kind)?.has(field) ?? false);
}

/** Columns that no plan needs, but its pages do, and why. */
const CARRYING: Readonly<Record<string, string>> = {
  id: 'addresses and links are made of it',
  start: 'the timeline and what is expected by today are made of it',
  doneOn: 'what is done, and when, is told on every page',
  status: 'what is done, blocked or dropped is told on every page',
  progress: 'pages show how progress is worked out from it',
  weight: 'pages show how progress is worked out from it',
  direction: 'without it, nobody could tell good weeks from bad ones',
};

/**
 * Reads what is not to be published. Sheets and columns are known by every name that a workbook may give them.
 * @returns what was understood, and in words everything that cannot be followed, each with its key
 */
export function readWithheld({ teams = [], sheets = [], columns = {} }: WithheldNames): {
  withheld: Withheld;
  faults: string[];
} {
  const faults: string[] = [];
  const key = 'publish.without';
  const kinds = new Set<SheetKind>();
  for (const name of sheets) {
    const kind = sheetNamed(name);
    if (kind === null) faults.push(`${key}.sheets: ${noSheet(name)}`);
    else if (SHEETS[kind].needed || kind === 'settings')
      faults.push(
        `${key}.sheets: ${SHEETS[kind].name} cannot be left out, since the whole site is made of it`,
      );
    else kinds.add(kind);
  }
  const fields = new Map<SheetKind, Set<string>>();
  for (const [name, headers] of Object.entries(columns)) {
    const kind = sheetNamed(name);
    if (kind === null || kind === 'settings') {
      faults.push(`${key}.columns: ${noSheet(name)}`);
      continue;
    }
    for (const header of headers) {
      const { field, fault } = fieldOf(kind, header);
      if (fault !== null) faults.push(`${key}.columns.${name}: ${fault}`);
      else fields.set(kind, (fields.get(kind) ?? new Set()).add(field));
    }
  }
  return { withheld: { teams, sheets: kinds, columns: fields }, faults };
}

function fieldOf(
  kind: SheetKind,
  header: string,
): { field: string; fault: null } | { field: null; fault: string } {
  const spec = SHEETS[kind];
  const named = headerNaming(kind)(header);
  const column =
    spec.columns.find(({ field }) => field === header) ??
    spec.columns.find(({ field }) => named?.exact && field === named.field);
  if (column === undefined) {
    const names = spec.columns.map(({ names: [first = ''] }) => first);
    const meant = inEnglish(didYouMean(closest(header, names)));
    const all = meant || ` Its columns are ${inEnglish(listed(names, 'and'))}.`;
    return { field: null, fault: `“${header}” is no column of ${spec.name}.${all}` };
  }
  const [name = column.field] = column.names;
  if (column.needed) {
    const instead = spec.needed ? '' : `; leave out the sheet ${spec.name} instead`;
    const fault = `${name} cannot be left out, since a row without it is no ${spec.row}${instead}`;
    return { field: null, fault };
  }
  const carries = CARRYING[column.field];
  if (carries !== undefined) return { field: null, fault: `${name} cannot be left out, since ${carries}` };
  return { field: column.field, fault: null };
}

function noSheet(name: string): string {
  const names = SHEET_KINDS.map((kind) => SHEETS[kind].name);
  const near = names.filter((each) => comparable(each) !== comparable(name));
  return `“${name}” is no sheet of a plan.${inEnglish(didYouMean(closest(name, near)))}`;
}
