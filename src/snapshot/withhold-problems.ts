import { parseA1 } from '../grid/address.ts';
import { comparable } from '../plan/name.ts';
import type { Plan, RowSource } from '../plan/plan.ts';
import type { ToldProblem } from '../plan/problem.ts';
import type { PlanReading } from '../plan/read-plan.ts';
import { isWithheld, type Withheld, withholdsAny } from '../plan/withheld.ts';
import type { VisiblePlan } from '../rollup/without-teams.ts';
import type { Words } from '../words/en.ts';

/**
 * Problems as the site may tell them. One in a cell that is not published, or of which nobody can tell whether it is, keeps
 * its place and severity and loses its words; one of a team that is left out is none. `npm run check` tells all of them.
 * @param columns which field each column of the workbooks holds
 */
export function withholdProblems(
  problems: readonly ToldProblem[],
  plan: Plan,
  withheld: Withheld,
  { hiddenTeams, hiddenNames, hiddenBooks }: VisiblePlan,
  columns: PlanReading['columns'],
  { message, fix }: Words['withheld'],
): ToldProblem[] {
  if (!withholdsAny(withheld)) return [...problems];
  const fields = new Map(columns.map((each) => [placeKey(each.book, each.sheet, each.column), each.fields]));
  const secrets = phrases([...hiddenNames, ...withheldTexts(plan, withheld)]);
  const isTold = (problem: ToldProblem): boolean => {
    const { scope, cell, book, sheet } = problem;
    if ([problem.message, problem.fix, problem.value ?? ''].some(secrets)) return false;
    if (cell === null) return problem.code !== 'mapped-value';
    if (hiddenTeams.size > 0 && scope.team === null) return false;
    const here = fields.get(placeKey(book, sheet, parseA1(cell)?.column ?? 0));
    return here !== undefined && !here.some(({ kind, field }) => isWithheld(withheld, kind, field));
  };
  return problems
    .filter(
      ({ scope, book, sheet }) =>
        !hiddenTeams.has(scope.team ?? '') && !hiddenBooks.has(book) && !secrets(sheet),
    )
    .map((problem) => (isTold(problem) ? problem : { ...problem, value: null, message, fix }));
}

function placeKey(book: string, sheet: string, column: number): string {
  return JSON.stringify([book, sheet, column]);
}

/** Tells whether a text holds one of some phrases, by whole words. */
function phrases(of: readonly string[]): (text: string) => boolean {
  const words = [...new Set(of.map(comparable))].filter((each) => each !== '').map((each) => ` ${each} `);
  return (text) => {
    const read = ` ${comparable(text)} `;
    return words.some((each) => read.includes(each));
  };
}

/** What cells that are not published show. Numbers and single letters stand in many sentences by chance. */
function withheldTexts(plan: Plan, withheld: Withheld): string[] {
  const texts: string[] = [];
  const add = (kind: Parameters<typeof isWithheld>[1], source: RowSource | null): void => {
    if (source === null || (!withheld.sheets.has(kind) && !withheld.columns.has(kind))) return;
    for (const [field, text] of Object.entries(source.shown))
      if (isWithheld(withheld, kind, field) && /\p{L}{3}/u.test(text)) texts.push(text);
  };
  for (const team of plan.teams) {
    add('teams', team.source);
    for (const goal of team.goals) {
      add('goals', goal.source);
      for (const milestone of goal.milestones) {
        add('milestones', milestone.source);
        for (const action of milestone.actions) add('actions', action.source);
      }
    }
  }
  for (const { source } of plan.people) add('people', source);
  for (const { source } of plan.customers) add('customers', source);
  for (const { source } of plan.updates) add('updates', source);
  for (const { source } of plan.measures) add('measures', source);
  return texts;
}
