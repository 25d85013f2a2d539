import { quote, tidy } from '../grid/text.ts';

/** What there is to know of where a problem lies. */
export interface ProblemPlace {
  readonly book: string;
  readonly sheet: string;
  readonly cell: string | null;
}

/**
 * The value in a cell in quotation marks, where the message does not tell it already; else null. It is on one line,
 * and without characters that nobody sees.
 */
export function foundValue(problem: {
  readonly value: string | null;
  readonly message: string;
}): string | null {
  const value = tidy(problem.value ?? '');
  if (value === '') return null;
  const message = bare(problem.message);
  const isTold = value
    .split(/[,;&\n]/)
    .map(bare)
    .every((part) => part.length > 1 && message.includes(part));
  return isTold || problem.message.includes(quote(value)) ? null : quote(value);
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
