import { dayFromIso, dayFromSerial, isoFromDay } from '../grid/day.ts';
import type { Cell } from '../grid/grid.ts';
import type { CellFormat } from './cell-format.ts';
import { detached } from './detached.ts';
import { unescapeText } from './escapes.ts';
import type { Allowance } from './limits.ts';
import type { Styles } from './styles.ts';

/** What the cells of all sheets of a workbook draw on. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
  readonly allowance: Allowance;
}

/** A cell as it stands in the XML. */
export interface RawCell {
  /** `n` where the cell does not say. */
  readonly type: string;
  readonly style: number;
  /** The text of `<v>`, or null where there is no such element. */
  readonly value: string | null;
  /** The text of `<is>`, or null where there is no such element. */
  readonly inline: string | null;
  readonly hasFormula: boolean;
}

type Content = {
  [Kind in Cell['kind']]: Pick<Extract<Cell, { kind: Kind }>, 'kind' | 'value'>;
}[Cell['kind']];

const BLANK: Content = { kind: 'blank', value: null };
/** A cell that points at a text that is not there: an error, rather than a blank that nobody would notice. */
const TEXT_LOST: Content = { kind: 'error', value: '#REF!' };
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:T|$)/;
/** A tenth of a millisecond before midnight, in days: the rounding of sums, as spreadsheet programs take it. */
const ALMOST_MIDNIGHT = 1e-9;
/** The serial of 1970-01-01 in the 1900 system. */
const SERIAL_1970 = 25_569;

/** The cell with its value and how it is shown; of kind `blank` where it has none. */
export function readCell(
  row: number,
  column: number,
  raw: RawCell,
  link: string | null,
  context: CellContext,
): Cell {
  const format = context.styles.format(raw.style);
  const content = readContent(raw, format, context);
  // An empty `<v>` is the result of a formula that gives an empty text, and none where the cell is no text.
  const hasResult =
    content.kind !== 'blank' || raw.inline !== null || (raw.type === 'str' && raw.value !== null);
  // Written out, since cells made by spreading take half as much memory again. Kind and value come as a pair.
  const { kind, value } = content;
  const shown = show(content, raw, format, context);
  const formula = raw.hasFormula ? (hasResult ? 'cached' : 'uncached') : 'none';
  return { row, column, kind, value, shown, format: format.code, link, formula } as Cell;
}

function readContent(
  raw: RawCell,
  format: CellFormat,
  { strings, date1904, allowance }: CellContext,
): Content {
  const { type, value } = raw;
  if (raw.inline !== null && (type === 'inlineStr' || value === null)) {
    allowance.keepText(raw.inline.length);
    return textContent(detached(raw.inline));
  }
  if (value === null || value === '') return BLANK;
  switch (type) {
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined;
      return text === undefined ? TEXT_LOST : textContent(text);
    }
    case 'n': {
      const number = NUMBER.test(value) ? Number(value) : Number.NaN;
      return Number.isFinite(number) ? numberContent(number, format, date1904) : ownText(value, allowance);
    }
    case 'b':
      return { kind: 'boolean', value: value.trim() === '1' || value.trim().toLowerCase() === 'true' };
    case 'e':
      return { kind: 'error', value: value.trim() };
    case 'd': {
      const day = dayFromIso(ISO_DAY.exec(value.trim())?.[1] ?? '');
      return day === null ? ownText(value, allowance) : { kind: 'day', value: day };
    }
    default:
      return ownText(value, allowance);
  }
}

function numberContent(value: number, format: CellFormat, date1904: boolean): Content {
  const day = format.isDay ? dayFromSerial(value + ALMOST_MIDNIGHT, date1904) : null;
  return day === null ? { kind: 'number', value } : { kind: 'day', value: day };
}

function ownText(value: string, allowance: Allowance): Content {
  allowance.keepText(value.length);
  return textContent(detached(unescapeText(value)));
}

function textContent(value: string): Content {
  return value === '' ? BLANK : { kind: 'text', value };
}

function show(content: Content, raw: RawCell, format: CellFormat, { date1904 }: CellContext): string {
  switch (content.kind) {
    case 'blank':
      return '';
    case 'text':
      return format.showText(content.value);
    case 'number':
      return format.showNumber(content.value);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return content.value;
    case 'day': {
      if (raw.type !== 'd') return format.showNumber(Number(raw.value));
      if (!format.isDay) return isoFromDay(content.value);
      return format.showNumber(content.value + SERIAL_1970 - (date1904 ? 1462 : 0));
    }
  }
}
