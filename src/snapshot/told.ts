import { inEnglish, inLanguage, type Text } from '../grid/said.ts';
import type { Problem, ToldProblem } from '../plan/problem.ts';
import { sentencesFor } from '../words/words.ts';

/** Says texts in the language of a plan's locale, a BCP 47 tag; in English where that is not translated or none is set. */
export function teller(locale: string | null): (text: Text) => string {
  const sentences = sentencesFor(locale);
  return sentences === null ? inEnglish : (text) => inLanguage(text, sentences);
}

/** Problems in the language of a plan's locale. */
export function tellProblems(problems: readonly Problem[], locale: string | null): ToldProblem[] {
  const tell = teller(locale);
  return problems.map((problem) => ({ ...problem, message: tell(problem.message), fix: tell(problem.fix) }));
}
