import type { Snapshot, SnapshotProblem } from '../snapshot/snapshot.ts';

/** Problems that one team has to mend, or that belong to no team. */
export interface ProblemGroup {
  readonly teamId: string | null;
  readonly title: string;
  readonly problems: readonly SnapshotProblem[];
}

const SEVERITY_ORDER = ['fatal', 'error', 'warning', 'note'] as const;

/** Problems by team, in the teams' order, those of no team last; in each group what weighs most stands first. */
export function problemGroups(plan: Pick<Snapshot, 'problems' | 'teams'>): ProblemGroup[] {
  const byTeam = new Map<string | null, SnapshotProblem[]>(plan.teams.map(({ id }) => [id, []]));
  const general: SnapshotProblem[] = [];
  for (const problem of plan.problems) {
    const group = problem.scope.team === null ? general : (byTeam.get(problem.scope.team) ?? general);
    group.push(problem);
  }
  const groups = plan.teams.map(({ id, name }) => ({
    teamId: id,
    title: name,
    problems: bySeverity(byTeam.get(id) ?? []),
  }));
  return [...groups, { teamId: null, title: 'The whole workbook', problems: bySeverity(general) }].filter(
    ({ problems }) => problems.length > 0,
  );
}

/** How many problems of each severity there are, the worst first, without those that have none. */
export function severityCounts(problems: readonly SnapshotProblem[]) {
  return SEVERITY_ORDER.map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  })).filter(({ count }) => count > 0);
}

function bySeverity(problems: readonly SnapshotProblem[]): SnapshotProblem[] {
  const rank = ({ severity }: SnapshotProblem) => SEVERITY_ORDER.indexOf(severity);
  return [...problems].sort((a, b) => rank(a) - rank(b));
}
