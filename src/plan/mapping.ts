import { z } from 'zod';
import type { Workbook } from '../grid/grid.ts';
import { inEnglish, listed } from '../grid/said.ts';
import { closest, didYouMean } from './closest.ts';
import { SHEET_KINDS, SHEETS, type SheetKind } from './columns.ts';
import { comparable } from './name.ts';

/** Where the values of a column are: below a header of another name, or one value for every row. */
export type ColumnOrigin = { readonly column: string } | { readonly value: string };

/** How a workbook names one of a plan's sheets and its columns, where it has names of its own. */
export interface SheetMapping {
  /** The name of the sheet that holds the rows; null for the usual name. Several sheets of a plan may be from one. */
  readonly from: string | null;
  /**
   * By field. A bare text is a header where the sheet has such a header, and else a value, as a bare `string`.
   */
  readonly columns: ReadonlyMap<string, ColumnOrigin | string>;
}

export type Mapping = ReadonlyMap<SheetKind, SheetMapping>;

/** The mappings of the workbooks that have one. */
export type Mappings = ReadonlyMap<Workbook, Mapping>;

export const NO_MAPPING: Mapping = new Map();

const value = z.union([z.string(), z.number().transform(String)]);
const origin = z.union([
  value,
  z.strictObject({ column: z.string().min(1) }),
  z.strictObject({ value: value }),
]);
const sheetMapping = z.record(z.string(), origin);

const kindByName = new Map(SHEET_KINDS.map((kind) => [comparable(SHEETS[kind].name), kind]));

/** The sheet of a plan that a key of the configuration stands for; null where it stands for none. */
export function mappedSheet(key: string): SheetKind | null {
  return kindByName.get(comparable(key)) ?? null;
}

/**
 * Reads a mapping from the configuration: an object of sheets, each an object of its own names.
 * @param entries the keys of the configuration that are sheets, as `mappedSheet` knows them
 * @returns the mapping, and in words everything in it that cannot be used
 */
export function readMapping(entries: Readonly<Record<string, unknown>>): {
  mapping: Mapping;
  faults: string[];
} {
  const mapping = new Map<SheetKind, SheetMapping>();
  const faults: string[] = [];
  for (const [key, json] of Object.entries(entries)) {
    const kind = mappedSheet(key);
    if (kind === null) {
      const names = SHEET_KINDS.map((each) => SHEETS[each].name);
      faults.push(`“${key}” is no sheet of a plan.${inEnglish(didYouMean(closest(key, names)))}`);
      continue;
    }
    const parsed = sheetMapping.safeParse(json);
    if (!parsed.success) {
      faults.push(`${key} must be an object such as {"due": "Go-live"}, with texts as values`);
      continue;
    }
    const { from, columns, unknown } = readColumns(kind, parsed.data);
    faults.push(...unknown.map((name) => unknownField(kind, key, name)));
    mapping.set(kind, { from, columns });
  }
  return { mapping, faults };
}

/** `from` names the sheet; every other key is a field, or the name of its column in a template. */
function readColumns(kind: SheetKind, entries: Readonly<Record<string, ColumnOrigin | string>>) {
  const columns = new Map<string, ColumnOrigin | string>();
  const unknown: string[] = [];
  let from: string | null = null;
  for (const [key, given] of Object.entries(entries)) {
    if (key === 'from' && typeof given === 'string') {
      from = given;
      continue;
    }
    const spec = SHEETS[kind].columns.find(
      ({ field, names }) => field === key || comparable(names[0] ?? '') === comparable(key),
    );
    if (spec === undefined) unknown.push(key);
    else columns.set(spec.field, given);
  }
  return { from, columns, unknown };
}

function unknownField(kind: SheetKind, key: string, name: string): string {
  const fields = SHEETS[kind].columns.map(({ field }) => field);
  const meant = inEnglish(didYouMean(closest(name, fields)));
  return `${key}.${name} is no column of a plan.${meant || ` The columns are ${inEnglish(listed(fields, 'and'))}.`}`;
}
