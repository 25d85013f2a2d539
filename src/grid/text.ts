import type { Cell } from './grid.ts';

/** Characters that nobody sees: zero-width ones, joiners' marks, soft hyphens, byte order marks, control characters. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[^\P{Cc}\t\n\r]/gu;
const WIDE_BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;

/** Anything that tidying may change; most cells hold nothing of the sort. */
const UNTIDY =
  /^\s|\s$|[\u00a0\u00ad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]|[^\P{Cc}\n]/u;

/** Text as people see it: every sort of blank as a plain one, nothing invisible, none at the ends. New lines stay. */
export function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').replace(WIDE_BLANKS, ' ').trim();
}

/** What a cell says as text: the text itself, else what the spreadsheet shows. Empty for a blank cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'blank') return '';
  if (cell.kind === 'text') return tidy(cell.value);
  const shown = tidy(cell.shown);
  return shown === '' ? String(cell.value) : shown;
}

/** True where a cell holds nothing that counts: no value, or an empty text, and no formula whose result is unknown. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  if (cell.kind === 'blank') return cell.formula !== 'uncached';
  return cell.kind === 'text' && tidy(cell.value) === '';
}

/** True for the marks by which people say that there is no value: dashes or n/a. */
export function saysNothing(text: string): boolean {
  return /^(?:[-‐‑‒–—−]{1,9}|n\/?a|n\. ?a\.|k\. ?a\.)$/i.test(text);
}

/** Text cut to a length with an ellipsis. */
export function shorten(text: string, length: number): string {
  const characters = text.length <= length ? [] : [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** Text on one line, cut where it is long: for messages. */
export function excerpt(text: string): string {
  return shorten(text.replace(/\s+/g, ' '), 60);
}

/** An excerpt in English quotation marks. */
export function quote(text: string): string {
  return `“${excerpt(text)}”`;
}
