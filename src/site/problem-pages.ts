import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import { onceEach } from './once.ts';
import { A_PAGE, pagesOfGroups } from './paging.ts';
import { type ProblemGroup, problemGroups, type SheetGroup } from './problem-groups.ts';

/** What of a group of problems stands on one page. */
export interface ProblemSection {
  readonly group: ProblemGroup;
  readonly sheets: readonly SheetGroup[];
  /** True where the group began on a page before. */
  readonly goesOn: boolean;
}

/** The groups of problems by page: one page, unless there are too many. */
export function problemPages(groups: readonly ProblemGroup[]): ProblemSection[][] {
  const placed = ({ sheets }: ProblemGroup) =>
    sheets.flatMap(({ title, problems }) => problems.map((problem) => ({ title, problem })));
  return pagesOfGroups(groups, placed, A_PAGE.problems).map((sections) =>
    sections.map(({ group, rows, goesOn }) => {
      const titles = [...new Set(rows.map(({ title }) => title))];
      const sheets = titles.map((title) => ({
        title,
        problems: rows.filter((row) => row.title === title).map(({ problem }) => problem),
      }));
      return { group, sheets, goesOn };
    }),
  );
}

const numbers = onceEach((plan: Pick<Snapshot, 'problems' | 'teams'>, general: string) => {
  const pages = problemPages(problemGroups(plan, { wholeWorkbook: general }));
  const found = new Map<string | null, number>();
  for (const [i, sections] of pages.entries())
    for (const { group, goesOn } of sections) if (!goesOn) found.set(group.teamId, i + 1);
  return found;
});

/** The number of the page on which a team's problems begin; 1 where it has none. */
export function problemPageOf(
  plan: Pick<Snapshot, 'problems' | 'teams'>,
  words: Pick<Words, 'problems'>,
  teamId: string,
): number {
  return numbers(plan, words.problems.wholeWorkbook).get(teamId) ?? 1;
}
