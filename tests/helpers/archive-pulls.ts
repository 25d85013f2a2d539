import { openArchive, writeArchive } from '../../scripts/archive.ts';
import { compare } from '../../src/history/compare.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planWith } from './history.ts';
import { action, goal, inDays, milestone } from './rows.ts';

/** The plan of a pull: from each to the next, rows come, go, move, are done and renamed. */
export function planOfPull(pull: number): Plan {
  const goals = [1, 2, 3].map((g) =>
    goal({
      id: `G${g}`,
      title: `Søg ${g}`,
      current: Math.floor(pull / g),
      milestones: [1, 2, 3].map((m) =>
        milestone({
          id: `G${g}M${m}`,
          due: inDays(10 * m + (pull % (g + m))),
          actions: Array.from({ length: 3 + ((pull + g * m) % 4) }, (_, a) =>
            action({
              id: `G${g}M${m}A${a}`,
              title: `Ring ${a} ☎`,
              due: inDays(a + (pull % 3)),
              state: (pull + a) % 5 === 0 ? 'done' : 'in progress',
            }),
          ),
        }),
      ),
    }),
  );
  return planWith(goals);
}

/** Pulls a plan into the archive of a folder, as a command does. */
export function appendPull(folder: string, pull: number): void {
  const archive = openArchive(folder);
  const seen = { plan: planOfPull(pull), leftOut: [], restored: [] };
  const { lines, next } = compare(archive.last, seen, inDays(pull));
  writeArchive(archive, lines, next);
}
