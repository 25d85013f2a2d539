export type Severity = 'fatal' | 'error' | 'warning' | 'note';

/** A problem to be shown in a workbook. */
export interface Mark {
  /** The sheet's name; empty where the whole workbook is meant. */
  readonly sheet: string;
  /** A1 address, or null where the sheet as a whole is meant. */
  readonly cell: string | null;
  readonly severity: Severity;
  /** What the cell shows. */
  readonly value: string | null;
  readonly message: string;
  readonly fix: string;
}

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['fatal', 'error', 'warning', 'note'];

/** The author of the notes, by which a second run finds those of the first. */
export const AUTHOR = 'Milepost';
/** What is wrong with one cell: its marks, the worst first. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  /** The text of its note. */
  readonly note: string;
}

export function noteOf(marks: readonly Mark[]): string {
  return marks.map(({ severity, message, fix }) => `${capital(severity)}: ${message}\n${fix}`).join('\n\n');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
