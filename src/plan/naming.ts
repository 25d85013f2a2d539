import type { Naming } from '../grid/header.ts';
import { SHEET_KINDS, SHEETS, type SheetKind } from './columns.ts';
import { LANGUAGES } from './languages.ts';
import { comparable } from './name.ts';

/** What a header's text names in a sheet; null where it names no field. */
export type HeaderNaming = (text: string) => Naming | null;

/** English names first, so that no other language changes what they mean. */
const fieldsByName: ReadonlyMap<SheetKind, ReadonlyMap<string, string>> = new Map(
  SHEET_KINDS.map((kind) => {
    const fields = new Map<string, string>();
    const add = (field: string, names: readonly string[]): void => {
      for (const name of names) if (!fields.has(comparable(name))) fields.set(comparable(name), field);
    };
    for (const { field, names } of SHEETS[kind].columns) add(field, names);
    for (const { headers } of LANGUAGES) {
      for (const [field, names] of Object.entries(headers[kind] ?? {})) add(field, names);
    }
    return [kind, fields];
  }),
);

const kindByName: ReadonlyMap<string, SheetKind> = new Map(
  SHEET_KINDS.flatMap((kind) => {
    const others = LANGUAGES.flatMap(({ sheets }) => sheets[kind] ?? []);
    return [SHEETS[kind].name, ...others].map((name) => [comparable(name), kind] as const);
  }),
);

/** The sheet of a plan that a name stands for; null where it stands for none. */
export function sheetNamed(name: string): SheetKind | null {
  return kindByName.get(comparable(name)) ?? null;
}

/**
 * What the headers of a sheet name: the usual names, or a workbook's own ones instead of them.
 * @param ownHeaders header by field, as the workbook itself has it
 */
export function headerNaming(
  kind: SheetKind,
  ownHeaders: ReadonlyMap<string, string> = new Map(),
): HeaderNaming {
  const usual = fieldsByName.get(kind) ?? new Map<string, string>();
  if (ownHeaders.size === 0) return (text) => nameIn(usual, text);
  const fields = new Map([...usual].filter(([, field]) => !ownHeaders.has(field)));
  for (const [field, header] of ownHeaders) fields.set(comparable(header), field);
  return (text) => nameIn(fields, text);
}

function nameIn(fields: ReadonlyMap<string, string>, text: string): Naming | null {
  const whole = fields.get(comparable(text));
  if (whole !== undefined) return { field: whole, exact: true };
  const field = partOf(fields, text);
  return field === null ? null : { field, exact: false };
}

const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g;
const NUMBERING = /^\s*(?:\d{1,2}|[a-z])[.)]\s+/i;
/** How a day is to be written, as in `Due dd/mm/yyyy`, in English, German, French, Spanish and Portuguese. */
const DAY_PATTERN = /\b(?:[dtj]{1,2}|m{1,2}|[yja]{2,4})(?:[./-](?:[dtj]{1,2}|m{1,2}|[yja]{2,4})){1,2}\b\.?/gi;
/** A unit behind a name, as in `Target in EUR`. */
const UNIT = /\s+(?:in|en|em)\s+\S+$/i;

/** The field that a header names with a part of its text: all but brackets, numbering and units; or one of its pieces. */
function partOf(fields: ReadonlyMap<string, string>, text: string): string | null {
  const bare = text.replace(BRACKETS, ' ').replace(NUMBERING, '');
  const named =
    fields.get(comparable(bare)) ?? fields.get(comparable(bare.replace(DAY_PATTERN, ' ').replace(UNIT, '')));
  return named ?? inPieces(fields, bare, /[\n/|]/, false) ?? inPieces(fields, bare, /[,;:]|\s[-–—]\s/, true);
}

/**
 * The one field that the pieces of a text name, as `Fällig / Due` does; null where they name several, or none.
 * @param leads whether it takes the first piece, as in `Owner, full name`
 */
function inPieces(
  fields: ReadonlyMap<string, string>,
  text: string,
  separator: RegExp,
  leads: boolean,
): string | null {
  const pieces = text.split(separator).map((piece) => fields.get(comparable(piece)));
  const named = new Set(pieces.filter((field) => field !== undefined));
  if (pieces.length < 2 || named.size !== 1 || (leads && pieces[0] === undefined)) return null;
  return [...named][0] ?? null;
}
