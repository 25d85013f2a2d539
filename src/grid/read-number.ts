import type { Cell } from './grid.ts';
import type { LocaleFacts } from './locale.ts';
import { numberTextFault } from './number-fault.ts';
import { isPercentFormat } from './number-format.ts';
import { cellFault, fail, type Reading, read } from './reading.ts';
import { quoted, said } from './said.ts';
import { cellText, isBlank, saysNothing } from './text.ts';

/**
 * Powers of ten of the suffixes that people write after an amount. A single b is read as a billion, as beside k and m.
 * Not among them: mil, a million to some and a thousand to others, and billón and its like.
 */
const POWERS: ReadonlyMap<string, number> = new Map([
  ...['k', 'thousand', 'tsd', 'tausend', 'teur', 'keur'].map((suffix) => [suffix, 3] as const),
  ...['m', 'mm', 'mn', 'mio', 'mill', 'million', 'millions', 'millionen', 'millones', 'milhões', 'meur'].map(
    (suffix) => [suffix, 6] as const,
  ),
  ...['b', 'bn', 'mrd', 'billion', 'billions', 'milliarden', 'milliards'].map(
    (suffix) => [suffix, 9] as const,
  ),
]);
const PERCENT_WORDS: ReadonlySet<string> = new Set([
  ...['percent', 'pct', 'per cent', 'prozent', 'pour cent', 'por ciento', 'por cento'],
]);
/** What says that there is no number yet: as good as blank. */
const UNDECIDED = /^(?:tb[acd]|to be (?:decided|defined|determined|confirmed)|unknown|none|\?+)\.?$/i;
/** No number takes more characters, with its currency, so that patterns need not run over a page of text. */
const LONGEST = 100;
const CURRENCY_WORDS: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()),
  ...[
    'kr',
    'zł',
    'kč',
    'ft',
    'fr',
    'rs',
    'us',
    'a',
    'c',
    'r',
    's',
    'nz',
    'hk',
    'lei',
    'leu',
    'euro',
    'euros',
    'dollars',
  ],
]);
const AMOUNT = /^(?:(\p{L}+)\.?\s*)?(\d[\d.,'’ ]*|[.,]\d+)(?:\s*(\p{L}+\.?(?: \p{L}+\.?)?))?$/u;
const GROUPED = /^\d{1,3}(?:(?<separator>[.,'’ ])\d{3})(?:\k<separator>\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** A number, and whether it was written as percent, by the cell's format or in the text. */
export interface Amount {
  readonly value: number;
  readonly percent: boolean;
}

/** The number in a cell; null where it is blank, a dash, n/a or TBD. 40 % is 0.4. */
export function readNumber(cell: Cell | undefined, locale: LocaleFacts): Reading<number | null> {
  const amount = readAmount(cell, locale);
  return amount.ok ? read(amount.value?.value ?? null) : amount;
}

/** As `readNumber`, and tells whether it was written as percent. */
export function readAmount(cell: Cell | undefined, locale: LocaleFacts): Reading<Amount | null> {
  if (cell === undefined || isBlank(cell)) return read(null);
  const fault = cellFault(cell);
  if (fault) return { ok: false, fault };
  if (cell.kind === 'number') return read({ value: cell.value, percent: isPercentFormat(cell.format) });
  const text = cellText(cell);
  if (saysNothing(text) || UNDECIDED.test(text)) return read(null);
  if (cell.kind === 'day') {
    return fail(
      'bad-number',
      said`A number was expected, and the cell holds the day ${text}.`,
      said`Format the cell as a number and type the number again; a part such as 3/5 is written as 60%.`,
    );
  }
  const short = text.replace(/ {2,}/g, ' ');
  const isText = cell.kind === 'text' && short.length <= LONGEST;
  return isText ? readAmountText(short, locale) : numberTextFault(short.slice(0, LONGEST));
}

function readAmountText(text: string, locale: LocaleFacts): Reading<Amount | null> {
  const negative = /^\(.+\)$/.test(text) || /^[-−–]|^\p{Sc}\s*[-−–]/u.test(text);
  const bare = text
    .replace(/^\((.+)\)$/, '$1')
    .replace(/\p{Sc}/gu, ' ')
    .replace(/^\s*[-−–+]/, '')
    // Prices with no cents: 1'200.–
    .replace(/(\d)[.,][-−–—]+(?=$|\s)/, '$1')
    .trim();
  const percent = bare.endsWith('%');
  const match = AMOUNT.exec((percent ? bare.slice(0, -1) : bare).trim());
  if (!match) return numberTextFault(text);
  const before = (match[1] ?? '').toLowerCase();
  const after = (match[3] ?? '').toLowerCase().replaceAll('.', '');
  const inWords = PERCENT_WORDS.has(after);
  const power = inWords ? 0 : suffixPower(after);
  if (power === null || (before !== '' && !CURRENCY_WORDS.has(before))) return numberTextFault(text);
  const digits = (match[2] ?? '').trim();
  const number = separated(digits, locale);
  if (number === 'ambiguous') return ambiguous(text, digits);
  if (number === null || !Number.isFinite(number)) return numberTextFault(text);
  const isPercent = percent || inWords;
  const value = shifted(number, isPercent ? -2 : power);
  return read({ value: negative ? -value : value, percent: isPercent });
}

/** What follows the digits, as a power of ten: nothing, a suffix, a currency, or both; null where it is something else. */
function suffixPower(after: string): number | null {
  if (after === '') return 0;
  const [first = '', second] = after.split(' ');
  const power = POWERS.get(first);
  if (second !== undefined) return power !== undefined && CURRENCY_WORDS.has(second) ? power : null;
  return power ?? (CURRENCY_WORDS.has(first) ? 0 : null);
}

/** A number times a power of ten, by way of its digits, so that 99.9 % is 0.999 and nothing beside it. */
function shifted(number: number, power: number): number {
  const digits = String(number);
  return digits.includes('e') ? number * 10 ** power : Number(`${digits}e${power}`);
}

/** Digits with separators as a number; null where they are none. With no locale, 1,234 and 1.234 stay ambiguous. */
function separated(digits: string, locale: LocaleFacts): number | 'ambiguous' | null {
  const whole = digits.replace(/[.,'’ ]/g, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return whole === digits || GROUPED.test(digits) ? Number(whole) : null;
  const head = digits.slice(0, last);
  const tail = digits.slice(last + 1);
  const asDecimal = /^(?:\d*)$/.test(head) || GROUPED.test(head);
  const decimalFits = asDecimal && /^\d*$/.test(tail) && !head.includes(digits.charAt(last));
  const groupFits = GROUPED.test(digits) && !/^0\D/.test(digits);
  const decimalValue = (): number => Number(`${head.replace(/\D/g, '')}.${tail}`);
  if (decimalFits && groupFits) {
    if (locale.decimal === null) return 'ambiguous';
    return locale.decimal === digits.charAt(last) ? decimalValue() : Number(whole);
  }
  if (groupFits) return Number(whole);
  return decimalFits ? decimalValue() : null;
}

function ambiguous(text: string, digits: string): Reading<never> {
  const grouped = digits.replace(/\D/g, '');
  const decimal = digits.replace(/[.,]/, '.');
  return fail(
    'ambiguous-number',
    said`${quoted(text)} may be ${grouped} or ${decimal}; the plan has no locale that settles which.`,
    said`Format the cell as a number, or write it with no thousands separator; or set Locale in the Settings sheet.`,
  );
}
