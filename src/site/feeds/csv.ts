import { writable } from './characters.ts';

/** A cell: a text, a number, or nothing. */
export type CsvValue = string | number | null;

/** A column: its header, and what it shows of a row. */
export type Column<R> = readonly [header: string, of: (row: R) => CsvValue];

/** Without it, Excel reads UTF-8 as another encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/** Characters that begin a formula, their full-width forms too. */
const FORMULA_STARTS = new Set('=+-@＝＋－＠');
/** What may stand before one: blanks, quotes, what nobody sees, and what parts cells. */
const LEADS = /^[;\s\p{C}'"‘’“”]*|[;\s\p{C}'"‘’“”]+/gu;
/** What a text has that may have to be kept from running. */
const RISKY = /(?:^|[;\s\p{C}'"‘’“”])[=+\-@＝＋－＠]|[\t\r]/u;
/** Where a spreadsheet that expects another separator than the comma begins a cell of its own. */
const SEPARATOR = /[;\t\r\n]/;

/**
 * A table by RFC 4180: a header row, then the rows, CRLF after each; UTF-8 with a byte order mark. No text runs as a
 * formula where a spreadsheet opens it: an apostrophe stands before what would.
 */
export function csvText<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const header = line(columns.map(([name]) => name));
  return BYTE_ORDER_MARK + header + rows.map((row) => line(columns.map(([, of]) => of(row)))).join('');
}

function line(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? decimal(value) : quotedWhereNeeded(inert(writable(value)));
}

/** Without an exponent, since not every reader takes one for a number. What is below 1e-100 is 0. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 100 })
    : text;
}

/** The text with an apostrophe wherever a cell could begin with a formula, or does with a tab or a carriage return. */
function inert(text: string): string {
  if (!RISKY.test(text)) return text;
  return text.replace(LEADS, (lead, at: number) => {
    const runs = FORMULA_STARTS.has(text.charAt(at + lead.length));
    const before = at === 0 && (runs || /[\t\r]/.test(lead)) ? "'" : '';
    const after = runs && SEPARATOR.test(lead) ? "'" : '';
    return before + lead + after;
  });
}

function quotedWhereNeeded(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
