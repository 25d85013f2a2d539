import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMPANY_DAY, writeCompanyWorkbook } from '../../../scripts/bench/company-workbook.ts';
import { filesBelow } from '../../../scripts/sums.ts';
import { PROJECT } from '../../helpers/run.ts';
import { type BuiltSite, buildSite } from '../../helpers/site.ts';

const counts = z.record(z.string(), z.number());
const budgets = z
  .record(z.string(), counts)
  .parse(JSON.parse(readFileSync(join(PROJECT, 'scripts', 'bench', 'budget.json'), 'utf8')));
const rowCount = z.object({
  teams: z.array(
    z.object({
      goals: z.array(z.object({ milestones: z.array(z.object({ actions: z.array(z.unknown()) })) })),
    }),
  ),
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-budget-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a site takes, by the names of the budget. */
function sizesOf({ folder: site }: BuiltSite): z.infer<typeof counts> {
  const files = filesBelow(site).map((path) => ({ path, bytes: statSync(join(site, path)).size }));
  const ending = (end: string) => files.filter(({ path }) => path.endsWith(end));
  const sum = (all: typeof files) => all.reduce((bytes, file) => bytes + file.bytes, 0);
  const pages = ending('.html');
  const plan = join(dirname(site), 'data', 'plan.json');
  const { teams } = rowCount.parse(JSON.parse(readFileSync(plan, 'utf8')));
  const milestones = teams.flatMap(({ goals }) => goals.flatMap((goal) => goal.milestones));
  const goals = teams.reduce((all, team) => all + team.goals.length, 0);
  const rows = goals + milestones.reduce((all, { actions }) => all + 1 + actions.length, 0);
  return {
    pages: pages.length,
    bytesAPage: Math.round(sum(pages) / pages.length),
    largestPage: Math.max(...pages.map(({ bytes }) => bytes)),
    scriptBytes: sum(ending('.js')),
    styleBytes: sum(ending('.css')),
    searchBytes: sum(files.filter(({ path }) => path === 'search.json')),
    snapshotBytesARow: Math.round(statSync(plan).size / rows),
  };
}

/** A budget that is far above what is used watches nothing. */
const MOST_SLACK = 1.5;

describe('what a site takes stays within its budget', () => {
  it.each<[string, () => Promise<BuiltSite>]>([
    ['sample', () => buildSite([], {}, { keepSampleHistory: true })],
    [
      '50 teams',
      () => {
        const path = (back: number) => join(folder, `plan-${back}.xlsx`);
        for (const back of [28, 0]) writeCompanyWorkbook(path(back), 50, back);
        return buildSite(
          [path(0), '--as-of', COMPANY_DAY],
          {},
          { earlier: [path(28), '--as-of', '2026-05-20'] },
        );
      },
    ],
  ])('%s', async (name, build) => {
    const site = await build();
    try {
      const sizes = sizesOf(site);
      const budget = budgets[name] ?? {};
      expect(Object.keys(sizes)).toEqual(Object.keys(budget));
      const over = Object.entries(sizes).filter(([what, size]) => size > (budget[what] ?? 0));
      expect(
        over,
        'over budget: make it smaller, or say in scripts/bench/budget.json what it may take',
      ).toEqual([]);
      const loose = Object.entries(sizes).filter(([what, size]) => size * MOST_SLACK < (budget[what] ?? 0));
      expect(loose, 'far below budget: lower it in scripts/bench/budget.json').toEqual([]);
    } finally {
      await site.close();
    }
  });
});
