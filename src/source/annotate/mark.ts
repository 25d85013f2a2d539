import { parseA1 } from '../../grid/address.ts';
import type { Merge } from '../../grid/grid.ts';
import type { Words } from '../../words/en.ts';
import { ALL_WORDS } from '../../words/words.ts';
import { MAX_COLUMN, MAX_ROW } from '../limits.ts';
import { rangeFinder } from '../ranges.ts';

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

/** The author of the notes. */
export const AUTHOR = 'Milepost';

/** What is wrong with one cell: its marks, the worst first. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  /** The text of its note, without its head. */
  readonly note: string;
}

/** Stands before the text of a note, on a line of its own, as the names of authors do. */
export const NOTE_HEAD = `${AUTHOR}:`;

const LABELS = ALL_WORDS.flatMap((words) => SEVERITIES.map((severity) => labelOf(severity, words)));

/**
 * Finds where our text starts in a note, with the blank lines before it: programs that save a workbook again may forget
 * who wrote a note, or run texts of several looks together. An earlier run may have spoken another language.
 */
export const OUR_NOTE = new RegExp(`(?:^|\\n+)${NOTE_HEAD}\\s*\\n(?:${LABELS.join('|')}): `);

/**
 * The marked cells of one sheet by row and column, each once, whatever many problems it has. One that is merged with
 * others is marked where people see it, at the top left of them.
 */
export function markedCells(marks: readonly Mark[], merges: readonly Merge[], words: Words): MarkedCell[] {
  const mergeAt = rangeFinder(merges);
  const placed = marks
    .flatMap((mark) => {
      const at = parseA1(mark.cell ?? '');
      return at === null || at.row > MAX_ROW || at.column > MAX_COLUMN ? [] : [{ ...at, mark }];
    })
    // The finder is asked row by row.
    .sort((one, other) => one.row - other.row || one.column - other.column);
  const byCell = new Map<string, { row: number; column: number; marks: Mark[] }>();
  for (const { row, column, mark } of placed) {
    const merge = mergeAt(row, column);
    const [top, left] = [merge?.top ?? row, merge?.left ?? column];
    const key = `${top}/${left}`;
    const known = byCell.get(key) ?? { row: top, column: left, marks: [] };
    known.marks.push(mark);
    byCell.set(key, known);
  }
  return [...byCell.values()].flatMap(({ row, column, marks: own }) => {
    const ordered = SEVERITIES.flatMap((severity) => own.filter((mark) => mark.severity === severity));
    const [worst] = ordered;
    return worst === undefined
      ? []
      : [{ row, column, severity: worst.severity, note: noteOf(ordered, words) }];
  });
}

function noteOf(marks: readonly Mark[], words: Words): string {
  return marks
    .map(({ severity, message, fix }) => `${labelOf(severity, words)}: ${message}\n${fix}`)
    .join('\n\n');
}

/** The severity as a word that begins a line. */
export function labelOf(severity: Severity, { problems }: Words): string {
  const label = problems.severity[severity];
  return label.charAt(0).toUpperCase() + label.slice(1);
}
