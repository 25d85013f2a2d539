import { addDays, type Day, dayFromParts, isoFromDay } from '../../grid/day.ts';
import type { Cell } from '../../grid/grid.ts';
import { linkOfFormula } from '../links.ts';
import type { CellAnswer } from './answer.ts';

type Content = {
  [Kind in Cell['kind']]: Pick<Extract<Cell, { kind: Kind }>, 'kind' | 'value'>;
}[Cell['kind']];

const BLANK: Content = { kind: 'blank', value: null };
/** A tenth of a millisecond before midnight, in days: the rounding of sums. */
const ALMOST_MIDNIGHT = 1e-9;
/** Google counts days from here without a gap; from 1900-03-01 on, Excel's serials are the same. */
const SERIAL_ZERO = dayFromParts(1899, 12, 30);
const FIRST_SERIAL = 2;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
const DAY_TYPES: ReadonlySet<string> = new Set(['DATE', 'DATE_TIME']);
/** For formats that come without a pattern, which then is the locale's own. */
const USUAL_PATTERNS: ReadonlyMap<string, string> = new Map([
  ['TEXT', '@'],
  ['PERCENT', '0%'],
  ['DATE', 'yyyy-mm-dd'],
  ['DATE_TIME', 'yyyy-mm-dd h:mm:ss'],
  ['TIME', 'h:mm:ss'],
]);
/** What cells show for each type of error. */
const ERRORS: ReadonlyMap<string, string> = new Map([
  ['NULL_VALUE', '#NULL!'],
  ['DIVIDE_BY_ZERO', '#DIV/0!'],
  ['VALUE', '#VALUE!'],
  ['REF', '#REF!'],
  ['NAME', '#NAME?'],
  ['NUM', '#NUM!'],
  ['N_A', '#N/A'],
]);
/** The error of a formula that Google is still working out. */
const LOADING = 'LOADING';

/** The cell at a row and column, both counted from 1; null where it holds nothing. */
export function readCell(row: number, column: number, answer: CellAnswer): Cell | null {
  const { type = '', pattern } = answer.effectiveFormat?.numberFormat ?? {};
  const code = pattern ?? USUAL_PATTERNS.get(type) ?? '';
  const hasFormula = answer.userEnteredValue?.formulaValue !== undefined;
  const isLoading = answer.effectiveValue?.errorValue?.type === LOADING;
  const content = isLoading ? BLANK : readContent(answer, DAY_TYPES.has(type));
  const link = linkOf(answer);
  if (content.kind === 'blank' && link === null && !isLoading) return null;
  const { kind, value } = content;
  const shown = kind === 'blank' ? '' : textShown(content, answer.formattedValue);
  const format = /^\s*(?:general)?\s*$/i.test(code) ? null : code;
  const formula = isLoading ? 'uncached' : hasFormula ? 'cached' : 'none';
  // Written out, since cells made by spreading take half as much memory again. Kind and value come as a pair.
  return { row, column, kind, value, shown, format, link, formula } as Cell;
}

function readContent({ effectiveValue }: CellAnswer, isDay: boolean): Content {
  if (effectiveValue === undefined) return BLANK;
  const { numberValue, stringValue, boolValue, errorValue } = effectiveValue;
  if (errorValue !== undefined)
    return { kind: 'error', value: ERRORS.get(errorValue.type ?? '') ?? '#ERROR!' };
  if (numberValue !== undefined) {
    const day = isDay ? dayOfSerial(numberValue) : null;
    return day === null ? { kind: 'number', value: numberValue } : { kind: 'day', value: day };
  }
  if (boolValue !== undefined) return { kind: 'boolean', value: boolValue };
  return stringValue === undefined || stringValue === '' ? BLANK : { kind: 'text', value: stringValue };
}

/** Null outside of the years 1900 to 9999. */
function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial + ALMOST_MIDNIGHT);
  if (SERIAL_ZERO === null || whole < FIRST_SERIAL || whole > LAST_SERIAL) return null;
  return addDays(SERIAL_ZERO, whole);
}

/** A text is shown as it is; of the rest, blanks that fill up the column's width are left off. */
function textShown(content: Content, formatted: string | undefined): string {
  if (content.kind === 'text') return formatted ?? content.value;
  return (
    formatted?.trim() ?? (content.kind === 'day' ? isoFromDay(content.value) : String(content.value ?? ''))
  );
}

/**
 * The link of the whole cell; else the first that a part of its text, or a chip in it, has. Links within the
 * spreadsheet itself lead nowhere from outside.
 */
function linkOf({ hyperlink, textFormatRuns, chipRuns, userEnteredValue }: CellAnswer): string | null {
  const links = [
    hyperlink,
    ...(textFormatRuns ?? []).map((run) => run.format?.link?.uri),
    ...(chipRuns ?? []).map((run) => run.chip?.richLinkProperties?.uri),
    linkOfFormula(userEnteredValue?.formulaValue ?? ''),
  ];
  return links.find((link) => link && !link.startsWith('#')) ?? null;
}
