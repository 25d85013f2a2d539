import { excerpt, tidy } from '../grid/text.ts';
import type { Words } from '../words/en.ts';

/** What there is to know of where a problem lies. */
export interface ProblemPlace {
  readonly book: string;
  readonly sheet: string;
  readonly cell: string | null;
}

/** What a problem says of its cell. */
interface Told {
  readonly value: string | null;
  readonly message: string;
}

/** The message of a problem and, where it does not tell that already, what the cell holds, in the words given. */
export function wholeMessage(problem: Told, words: Words['problems']): string {
  const found = foundValue(problem);
  if (found === null) return problem.message;
  return `${problem.message} ${words.inTheCell(words.line.quoted(found))}`;
}

/**
 * The value in a cell, where the message does not tell it already; else null. It is on one line, cut where it is long,
 * and without characters that nobody sees.
 */
export function foundValue(problem: Told): string | null {
  const value = tidy(problem.value ?? '');
  if (value === '') return null;
  const message = bare(problem.message);
  const shown = excerpt(value);
  const isTold = value
    .split(/[,;&\n]/)
    .map(bare)
    .every((part) => part.length > 1 && (message.includes(part) || message.includes(withDots(part))));
  const isQuoted = [`“${shown}”`, `„${shown}“`].some((quoted) => problem.message.includes(quoted));
  return isTold || isQuoted ? null : shown;
}

/** `2026-03-31` as a message in another language may tell it; any other text as it is. */
function withDots(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1');
}

function bare(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** `Actions!E14`; the sheet where the whole of it is meant, the workbook where that is. */
export function placeName({ book, sheet, cell }: ProblemPlace): string {
  return cell === null ? sheet || book : `${sheet}!${cell}`;
}

/** `1 row`, `2 rows`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === 'fatal' ? '' : 's'}`;
}
