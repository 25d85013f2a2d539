import type { Problem, Severity } from '../src/plan/problem.ts';
import { counted } from '../src/site/problem-text.ts';
import type { Snapshot } from '../src/snapshot/snapshot.ts';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['fatal', 'error', 'warning', 'note'];

/** Problems that stand in the same sheet of the same workbook; the sheet is empty where the whole workbook is meant. */
export interface SheetProblems {
  readonly book: string;
  readonly sheet: string;
  readonly problems: readonly Problem[];
}

/** `3 errors, 12 warnings`, the worst first; `no problems` where there are none. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return 'no problems';
  return counts.map(({ severity, count }) => counted(count, severity)).join(', ');
}

/** How many rows do not count because of an error. */
export function countLeftOut(problems: readonly Problem[]): number {
  return problems.filter(({ scope }) => scope.leftOut).length;
}

/** `3 errors, 12 warnings; 2 rows left out`. */
export function sumUp(problems: readonly Problem[]): string {
  const leftOut = countLeftOut(problems);
  return countProblems(problems) + (leftOut === 0 ? '' : `; ${counted(leftOut, 'row')} left out`);
}

/** The problems with the worst first; of one severity, in the order in which they came. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}

/**
 * The worst problems up to a number, by sheet, and the rest. Which problems are shown is decided by severity alone, so
 * that no note takes the room of an error; sheets stay in their order, and within each the worst stands first.
 */
export function worstBySheet(
  problems: readonly Problem[],
  limit: number,
): { readonly sheets: readonly SheetProblems[]; readonly rest: readonly Problem[] } {
  const ordered = worstFirst(problems);
  const shown = ordered.slice(0, limit);
  return { sheets: bySheet(shown, problems), rest: ordered.slice(limit) };
}

function bySheet(shown: readonly Problem[], inOrder: readonly Problem[]): SheetProblems[] {
  const key = ({ book, sheet }: Problem): string => JSON.stringify([book, sheet]);
  const groups = new Map<string, Problem[]>(inOrder.map((problem) => [key(problem), []]));
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
