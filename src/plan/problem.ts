import type { Text } from '../grid/said.ts';

/** How bad a problem is: see the catalogue for what each means for the row. */
export type Severity = 'fatal' | 'error' | 'warning' | 'note';

/**
 * Something wrong or odd in the plan, told so that whoever reads it can find the cell and mend it. Its sentences are in
 * no language until somebody is told of it.
 */
export interface Problem<Sentence = Text> {
  readonly severity: Severity;
  /** A stable name from the catalogue, such as `bad-day`. */
  readonly code: string;
  /** The sheet's name as it stands in the workbook; empty where the problem is of the whole workbook. */
  readonly sheet: string;
  /** A1 address, or null where the problem is of the sheet as a whole. */
  readonly cell: string | null;
  /** What the cell shows, or null where it is blank. */
  readonly value: string | null;
  /** What is wrong, what was found and what was expected, in one or two plain sentences. */
  readonly message: Sentence;
  /** What to do about it. */
  readonly fix: Sentence;
  /** Opens that very cell, where the source has such addresses. */
  readonly link: string | null;
  /** The workbook's name. */
  readonly book: string;
  /**
   * The IDs of what the row belongs to, as far as is known: pages show the problems of their own rows. `leftOut` marks
   * the one problem by which a row was left out, so that counting them counts rows.
   */
  readonly scope: {
    readonly team: string | null;
    readonly goal: string | null;
    readonly milestone: string | null;
    readonly leftOut: boolean;
  };
}

/** A problem in the words of a language. */
export type ToldProblem = Problem<string>;
