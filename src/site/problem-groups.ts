import type { Snapshot, SnapshotProblem } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import { grouped, once } from './once.ts';

/** Problems of one sheet, what weighs most first. */
export interface SheetGroup {
  /** The sheet's name, with its workbook's where the plan lies in several; the workbook's where all of it is meant. */
  readonly title: string;
  readonly problems: readonly SnapshotProblem[];
}

/** Problems that one team has to mend, or that belong to no team. */
export interface ProblemGroup {
  readonly teamId: string | null;
  readonly title: string;
  /** Who is asked to see to them. */
  readonly leader: string | null;
  readonly problems: readonly SnapshotProblem[];
  /** The same by sheet, in the order of the sheets. */
  readonly sheets: readonly SheetGroup[];
}

const SEVERITY_ORDER = ['fatal', 'error', 'warning', 'note'] as const;

/** Problems by team, in the teams' order, those of no team last, and by sheet within each. */
export function problemGroups(
  plan: Pick<Snapshot, 'problems' | 'teams'>,
  words: Pick<Words['problems'], 'wholeWorkbook'>,
): ProblemGroup[] {
  const byTeam = new Map<string | null, SnapshotProblem[]>(plan.teams.map(({ id }) => [id, []]));
  const general: SnapshotProblem[] = [];
  for (const problem of plan.problems) {
    const group = problem.scope.team === null ? general : (byTeam.get(problem.scope.team) ?? general);
    group.push(problem);
  }
  const keys = [...new Set(plan.problems.map(sheetKey))];
  const order = new Map(keys.map((key, i) => [key, i]));
  const orderOf = (key: string): number => order.get(key) ?? keys.length;
  const severalBooks = new Set(plan.problems.filter(({ sheet }) => sheet).map(({ book }) => book)).size > 1;
  const group = (teamId: string | null, title: string, leader: string | null, own: SnapshotProblem[]) => ({
    teamId,
    title,
    leader,
    problems: own,
    sheets: bySheet(own, orderOf, severalBooks),
  });
  return [
    ...plan.teams.map(({ id, name, leader }) => group(id, name, leader, byTeam.get(id) ?? [])),
    group(null, words.wholeWorkbook, null, general),
  ].filter(({ problems }) => problems.length > 0);
}

/** How many problems are errors. */
export const errorCount = once(
  (problems: Snapshot['problems']): number => problems.filter(({ severity }) => severity === 'error').length,
);

/** How many problems of each severity there are, the worst first, without those that have none. */
export function severityCounts(problems: readonly Pick<SnapshotProblem, 'severity'>[]) {
  return SEVERITY_ORDER.map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  })).filter(({ count }) => count > 0);
}

function sheetKey({ book, sheet }: SnapshotProblem): string {
  return JSON.stringify([book, sheet]);
}

/** The order of the sheets is that in which the problems of the whole plan come. */
function bySheet(
  own: readonly SnapshotProblem[],
  orderOf: (key: string) => number,
  severalBooks: boolean,
): SheetGroup[] {
  const groups = [...grouped(own, sheetKey)].sort(([a], [b]) => orderOf(a) - orderOf(b));
  return groups.flatMap(([, problems]) => {
    const [first] = problems;
    if (first === undefined) return [];
    const { book, sheet } = first;
    const title = sheet === '' ? book : severalBooks ? `${sheet} (${book})` : sheet;
    return [{ title, problems: bySeverity(problems) }];
  });
}

function bySeverity(problems: readonly SnapshotProblem[]): SnapshotProblem[] {
  const rank = ({ severity }: SnapshotProblem) => SEVERITY_ORDER.indexOf(severity);
  return [...problems].sort((a, b) => rank(a) - rank(b));
}
