import type { Status } from '../../snapshot/snapshot.ts';
import type { Site } from '../plan.ts';
import { type Figures, figures, type Term, textOf, worth } from './arithmetic.ts';

/** What explanations are made from: the plan, and how the site speaks of it. */
export type Door = Pick<Site, 'plan' | 'words' | 'formats' | 'links'>;

/** The names of the figures that a page shows and an explanation works out. */
export type Figure = 'progress' | 'expected' | 'gap' | 'work' | 'expectedWork' | 'kept' | 'fitness';

/** One sum: the figure that it gives, and the arithmetic that gives it. */
export interface Sum {
  readonly figure: Figure;
  readonly label: string;
  readonly term: Term;
}

/** A row of the plan that counts, with its part in the sum. */
export interface CountedRow {
  readonly title: string;
  readonly href: string | null;
  readonly cells: readonly string[];
}

/** A rule that settles a status; the first that holds does. */
export interface Condition {
  readonly status: Status;
  readonly text: string;
  readonly holds: boolean;
}

/** How figures of a page were worked out: the rule in words, what went in, the rows that count, and the sums. */
export interface Explanation {
  readonly rules: readonly string[];
  readonly inputs: readonly { readonly label: string; readonly value: string }[];
  /** Headers of the rows' table: the row's own, then one a cell. */
  readonly columns: readonly string[];
  readonly rows: readonly CountedRow[];
  /** Rows that count and are not listed. */
  readonly more: number;
  readonly conditions: readonly Condition[];
  readonly sums: readonly Sum[];
}

/** An explanation of the parts that are given. */
export function explanation(parts: Partial<Explanation>): Explanation {
  return { rules: [], inputs: [], columns: [], rows: [], more: 0, conditions: [], sums: [], ...parts };
}

const writers = new Map<string, Figures>();

/** How figures are written in a plan's locale, made once. */
export function fine({ formats }: Pick<Door, 'formats'>): Figures {
  const known = writers.get(formats.locale) ?? figures(formats.locale);
  writers.set(formats.locale, known);
  return known;
}

/** The sum as a reader can do it again: `(2 × 25% + 49.5%) / 3 = 33.2%, shown as 33%`. */
export function sumText({ figure, term }: Sum, door: Door): string {
  const { formats, words } = door;
  const write = fine(door);
  const arithmetic = textOf(term, write);
  const value = worth(term);
  if (figure === 'gap') {
    return `${arithmetic} = ${words.explain.points(write.number(Math.round(value * 1000) / 10))}`;
  }
  const result = write.percent(value);
  const before = term.op === 'held' ? worth(term.of) : value;
  const held = before === value ? '' : words.explain.countedAs(result);
  const steps = arithmetic === write.percent(before) ? [arithmetic] : [arithmetic, write.percent(before)];
  const shown = formats.percent(value);
  const rounded = held || shown === result ? '' : words.explain.shownAs(shown);
  return `${steps.join(' = ')}${held}${rounded}`;
}
