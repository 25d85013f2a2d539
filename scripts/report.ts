import type { Severity, ToldProblem } from '../src/plan/problem.ts';
import { counted } from '../src/site/problem-text.ts';
import type { Snapshot } from '../src/snapshot/snapshot.ts';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['fatal', 'error', 'warning', 'note'];

/** Problems that stand in the same sheet of the same workbook; the sheet is empty where the whole workbook is meant. */
export interface SheetProblems {
  readonly book: string;
  readonly sheet: string;
  readonly problems: readonly ToldProblem[];
}

/** `3 errors, 12 warnings`, the worst first; `no problems` where there are none. */
export function countProblems(problems: readonly ToldProblem[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return 'no problems';
  return counts.map(({ severity, count }) => counted(count, severity)).join(', ');
}

/** How many rows do not count because of an error. */
export function countLeftOut(problems: readonly ToldProblem[]): number {
  return problems.filter(({ scope }) => scope.leftOut).length;
}

/** `3 errors, 12 warnings; 2 rows left out`. */
export function sumUp(problems: readonly ToldProblem[]): string {
  const leftOut = countLeftOut(problems);
  return countProblems(problems) + (leftOut === 0 ? '' : `; ${counted(leftOut, 'row')} left out`);
}

/** The problems with the worst first; of one severity, in the order in which they came. */
export function worstFirst(problems: readonly ToldProblem[]): ToldProblem[] {
  return SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}

/**
 * The worst problems up to a number, by sheet, and the rest. Which problems are shown is decided by severity alone, so
 * that no note takes the room of an error; sheets stay in their order, and within each the worst stands first.
 */
export function worstBySheet(
  problems: readonly ToldProblem[],
  limit: number,
): { readonly sheets: readonly SheetProblems[]; readonly rest: readonly ToldProblem[] } {
  const ordered = worstFirst(problems);
  const shown = ordered.slice(0, limit);
  return { sheets: bySheet(shown, problems), rest: ordered.slice(limit) };
}

function bySheet(shown: readonly ToldProblem[], inOrder: readonly ToldProblem[]): SheetProblems[] {
  const key = ({ book, sheet }: ToldProblem): string => JSON.stringify([book, sheet]);
  const groups = new Map<string, ToldProblem[]>(inOrder.map((problem) => [key(problem), []]));
  for (const problem of shown) groups.get(key(problem))?.push(problem);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ book: first.book, sheet: first.sheet, problems: group }];
  });
}

/** `6 teams, 12 goals, 45 milestones, 214 actions`. */
export function countRows({ teams }: Snapshot): string {
  const goals = teams.flatMap((team) => team.goals);
  const milestones = goals.flatMap((goal) => goal.milestones);
  const actions = milestones.flatMap((milestone) => milestone.actions);
  return [
    counted(teams.length, 'team'),
    counted(goals.length, 'goal'),
    counted(milestones.length, 'milestone'),
    counted(actions.length, 'action'),
  ].join(', ');
}
