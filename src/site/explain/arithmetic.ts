import { percentFormat } from '../../words/percent.ts';

/**
 * Arithmetic that can be both worked out and read, so that what a page shows and what it says the sum is cannot part.
 * Shares are of 1 and read as percent.
 */
export type Term =
  | { readonly op: 'share' | 'number'; readonly value: number }
  | { readonly op: 'plus' | 'times'; readonly of: readonly Term[] }
  | { readonly op: 'less' | 'over'; readonly left: Term; readonly right: Term }
  /** Held within 0 and 1. */
  | { readonly op: 'held'; readonly of: Term };

/** How terms are written: finer than figures on a page, so that a reader can do the sum again. */
export interface Figures {
  /** A share of 1 as percent with one decimal at most. */
  percent(share: number): string;
  /** Up to four decimals. */
  number(value: number): string;
}

/** @param locale BCP 47 tag */
export function figures(locale: string): Figures {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  return { percent: percentFormat(locale, 1), number: (value) => plain.format(value) };
}

export function share(value: number): Term {
  return { op: 'share', value };
}

export function number(value: number): Term {
  return { op: 'number', value };
}

export function plus(of: readonly Term[]): Term {
  return { op: 'plus', of };
}

export function less(left: Term, right: Term): Term {
  return { op: 'less', left, right };
}

export function over(left: Term, right: Term): Term {
  return { op: 'over', left, right };
}

export function held(of: Term): Term {
  return { op: 'held', of };
}

/** Up to so many items, a mean is written out; past that only its two sums are. */
const WRITTEN_OUT = 6;

/** Σ weight × share / Σ weight; a plain mean where all weights are 1. */
export function weightedMean(items: readonly { readonly weight: number; readonly value: number }[]): Term {
  const plain = items.every(({ weight }) => weight === 1);
  const weights = sum(items.map(({ weight }) => weight));
  if (items.length > WRITTEN_OUT) {
    return over(number(sum(items.map(({ weight, value }) => weight * value))), number(weights));
  }
  const of = items.map(
    ({ weight, value }): Term => (plain ? share(value) : { op: 'times', of: [number(weight), share(value)] }),
  );
  return over(plus(of), number(weights));
}

/** What a term comes to. */
export function worth(term: Term): number {
  switch (term.op) {
    case 'share':
    case 'number':
      return term.value;
    case 'plus':
      return sum(term.of.map(worth));
    case 'times':
      return term.of.map(worth).reduce((all, value) => all * value, 1);
    case 'less':
      return worth(term.left) - worth(term.right);
    case 'over':
      return worth(term.left) / worth(term.right);
    case 'held':
      return Math.min(1, Math.max(0, worth(term.of))) + 0;
  }
}

/** A term as people write it: `(2 × 25% + 1 × 49%) / 3`. */
export function textOf(term: Term, figures: Figures): string {
  switch (term.op) {
    case 'share':
      return figures.percent(term.value);
    case 'number':
      return figures.number(term.value);
    case 'plus':
      return term.of.map((part) => textOf(part, figures)).join(' + ');
    case 'times':
      return term.of.map((part) => inner(part, figures)).join(' × ');
    case 'less':
      return `${textOf(term.left, figures)} − ${inner(term.right, figures)}`;
    case 'over':
      return `${inner(term.left, figures)} / ${inner(term.right, figures)}`;
    case 'held':
      return textOf(term.of, figures);
  }
}

/** A part of a product or a quotient: in brackets where it is a sum, and where a sign would stand alone. */
function inner(term: Term, figures: Figures): string {
  const text = textOf(term, figures);
  const summed = (term.op === 'plus' && term.of.length > 1) || term.op === 'less' || term.op === 'over';
  const negative = (term.op === 'number' || term.op === 'share') && term.value < 0;
  return summed || negative ? `(${text})` : text;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
