import { inEnglish } from '../../src/grid/said.ts';
import type { Problem, ToldProblem } from '../../src/plan/problem.ts';
import { tellProblems } from '../../src/snapshot/told.ts';

/** A day in Actions!E14 that is none, unless said otherwise. */
export function problem(more: Partial<ToldProblem> = {}): ToldProblem {
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
export function problems(count: number, more: Partial<ToldProblem> = {}): ToldProblem[] {
  return Array.from({ length: count }, (_, i) => problem({ cell: `E${i + 1}`, ...more }));
}

/** What was found in a cell, in English. */
export function toldFinding<F extends Pick<Problem, 'message' | 'fix'>>(finding: F) {
  return { ...finding, message: inEnglish(finding.message), fix: inEnglish(finding.fix) };
}

/** Problems as a plan without a locale tells them: in English. */
export function told(problems: readonly Problem[]): ToldProblem[] {
  return tellProblems(problems, null);
}
