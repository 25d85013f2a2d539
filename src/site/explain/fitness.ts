import type { SnapshotTeam } from '../../snapshot/snapshot.ts';
import { fitnessSum } from '../overview.ts';
import { number, over } from './arithmetic.ts';
import { type Door, type Explanation, explanation } from './explanation.ts';

type Check = SnapshotTeam['fitness'][number];

/** How the sum of a team's checks of fitness was worked out; null where none could be measured. */
export function explainFitness(team: SnapshotTeam, door: Door): Explanation | null {
  const { explain } = door.words;
  const { passed, measured } = fitnessSum(team);
  if (measured === 0) return null;
  return explanation({
    rules: [explain.fitnessRule(team.fitness.length, team.fitness.length - measured)],
    sums: [{ figure: 'fitness', label: explain.passed, term: over(number(passed), number(measured)) }],
  });
}

/** The rows that fail a check, each with its page; null where it fails for none by name. */
export function explainCheck({ rows }: Check, team: SnapshotTeam, door: Door): Explanation | null {
  if (rows.length === 0) return null;
  return explanation({
    columns: [door.words.explain.failing],
    rows: rows.map((row) => ({ title: row.title, href: pageOf(row, team, door), cells: [] })),
  });
}

function pageOf({ sort, id }: Check['rows'][number], team: SnapshotTeam, { links }: Door): string | null {
  switch (sort) {
    case 'goal':
      return links.goal(id);
    case 'milestone':
      return links.milestone(team.id, id);
    case 'action': {
      const milestones = team.goals.flatMap((goal) => goal.milestones);
      const above = milestones.find(({ actions }) => actions.some((action) => action.id === id));
      return above ? links.milestone(team.id, above.id) : null;
    }
    case 'person':
      return links.person(id);
    case 'customer':
      return links.customer(id);
  }
}
