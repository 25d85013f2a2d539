import { styleText } from 'node:util';
import type { Problem, Severity } from '../src/plan/problem.ts';
import type { Snapshot } from '../src/snapshot/snapshot.ts';

const SEVERITIES: readonly Severity[] = ['fatal', 'error', 'warning', 'note'];
const COLOURS = { fatal: 'red', error: 'red', warning: 'yellow', note: 'dim' } as const;

/** `3 errors, 12 warnings`, the worst first; `no problems` where there are none. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return 'no problems';
  return counts
    .map(({ severity, count }) =>
      severity === 'fatal' ? `${count} fatal` : `${count} ${severity}${count === 1 ? '' : 's'}`,
    )
    .join(', ');
}

/** Every problem, by sheet: where, what is wrong, what to do. Control characters of cells are made visible. */
export function describeProblems(problems: readonly Problem[], colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const sheets = [...new Set(problems.map(({ book, sheet }) => `${book}\u0000${sheet}`))];
  const blocks = sheets.map((key) => {
    const [book, sheet] = key.split('\u0000');
    const here = problems.filter((problem) => problem.book === book && problem.sheet === sheet);
    const lines = here.map((problem) => {
      const where = problem.cell === null ? '' : `${problem.cell} `;
      const head = `  ${paint(COLOURS[problem.severity], problem.severity.padEnd(7))} ${paint('bold', where)}`;
      return `${head}${plain(problem.message)}\n          ${plain(problem.fix)}`;
    });
    return `${paint('bold', sheet ? `${sheet} (${book})` : (book ?? ''))}\n${lines.join('\n')}`;
  });
  return blocks.join('\n\n');
}

/** `6 teams, 12 goals, 45 milestones, 214 actions`. */
export function countRows({ teams }: Snapshot): string {
  const goals = teams.flatMap((team) => team.goals);
  const milestones = goals.flatMap((goal) => goal.milestones);
  const actions = milestones.flatMap((milestone) => milestone.actions);
  return [
    [teams.length, 'team'],
    [goals.length, 'goal'],
    [milestones.length, 'milestone'],
    [actions.length, 'action'],
  ]
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** A cell's text cannot move the cursor or colour the terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
