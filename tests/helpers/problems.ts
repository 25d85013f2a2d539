import type { Problem } from '../../src/plan/problem.ts';

/** A day in Actions!E14 that is none, unless said otherwise. */
export function problem(more: Partial<Problem> = {}): Problem {
  return {
    severity: 'error',
    code: 'bad-day',
    sheet: 'Actions',
    cell: 'E14',
    value: 'ASAP',
    message: '“ASAP” names no day; expected is one day.',
    fix: 'Write the day that you aim for.',
    link: null,
    book: 'plan.xlsx',
    scope: { team: null, goal: null, milestone: null, leftOut: false },
    ...more,
  };
}

/** So many problems of a severity, in the cells E1, E2, E3 … */
export function problems(count: number, more: Partial<Problem> = {}): Problem[] {
  return Array.from({ length: count }, (_, i) => problem({ cell: `E${i + 1}`, ...more }));
}
