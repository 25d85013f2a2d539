/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell's A1 address from its row and column, both counted from 1. */
export function a1(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

const DOLLAR = 36;
const ZERO = 48;
const NINE = 57;
const UPPER_A = 65;
const LETTERS = 26;
/** Upper and lower case letters differ in this bit of their codes. */
const CASE_BIT = 32;

/**
 * Row and column, both counted from 1, of an A1 address with or without `$`; null where the text is none: one to three
 * letters, then one to seven digits of which the first is not 0. Read a character at a time, as every cell has one.
 */
export function parseA1(address: string): { row: number; column: number } | null {
  let at = address.charCodeAt(0) === DOLLAR ? 1 : 0;
  let column = 0;
  const lettersFrom = at;
  for (; at < address.length; at++) {
    const letter = (address.charCodeAt(at) & ~CASE_BIT) - UPPER_A;
    if (letter < 0 || letter >= LETTERS || address.charCodeAt(at) < UPPER_A) break;
    column = column * LETTERS + letter + 1;
  }
  const letters = at - lettersFrom;
  if (letters < 1 || letters > 3) return null;
  if (address.charCodeAt(at) === DOLLAR) at++;
  const digits = address.length - at;
  if (digits < 1 || digits > 7 || address.charCodeAt(at) === ZERO) return null;
  let row = 0;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code < ZERO || code > NINE) return null;
    row = row * 10 + code - ZERO;
  }
  return { row, column };
}
