import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays, dayFromIso, isoFromDay } from '../../src/grid/day.ts';
import { PROJECT } from '../project.ts';
import { filesBelow } from '../sums.ts';
import { ACTIONS_A_TEAM, COMPANY_DAY, writeCompanyWorkbook } from './company-workbook.ts';
import { medianBy, type Run, runScript } from './measured.ts';

/** What a plan of so many teams took, from its workbook to its site, beside what nothing can be faster than. */
export interface Measured {
  readonly teams: number;
  readonly actions: number;
  /** `npm run build`, as one types it. */
  readonly build: Run;
  /** The same again, with nothing changed. */
  readonly again: Run;
  /** Stage by stage, in the order of the pipeline: seconds. */
  readonly stages: readonly (readonly [name: string, seconds: number])[];
  readonly exceljs: Run;
  readonly astro: Run;
  /** The site's pages by Astro, where their texts are ready. */
  readonly ready: Run;
  readonly written: Run;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly html: number;
  readonly snapshot: number;
}

/** The days that the history knows, before the one that is built for. */
const DAYS_BACK = [56, 28] as const;
const stageTimes = z.array(z.tuple([z.string(), z.number()]));

/** Builds plans of so many teams; the sides take turns, so that a busy machine is busy for all. */
export async function benchWhole(
  sizes: readonly number[],
  runs: number | null,
  say: (line: string) => void,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const teams of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
    // Astro's packages are found from below the project.
    mkdirSync(join(PROJECT, '.astro'), { recursive: true });
    const workshop = mkdtempSync(join(PROJECT, '.astro', 'bench-'));
    try {
      measured.push(
        await measure(teams, runs ?? (teams < 100 ? 5 : teams < 1000 ? 3 : 1), folder, workshop, say),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
      rmSync(workshop, { recursive: true, force: true });
    }
  }
  return measured;
}

async function measure(
  teams: number,
  count: number,
  folder: string,
  workshop: string,
  say: (line: string) => void,
): Promise<Measured> {
  say(`${teams} teams: making the workbook and its history`);
  const past = join(folder, 'past');
  for (const back of DAYS_BACK) {
    const path = join(folder, 'plan.xlsx');
    writeCompanyWorkbook(path, teams, back);
    await runScript([join(PROJECT, 'scripts', 'pull.ts'), path, '--as-of', daysBefore(back), '--data', past]);
  }
  const workbook = join(folder, 'plan.xlsx');
  writeCompanyWorkbook(workbook, teams);
  const data = join(folder, 'data');
  const out = join(folder, 'dist');
  const site = join(workshop, 'site');
  const command = [workbook, '--as-of', COMPANY_DAY, '--data', data, '--out', out];
  const turns: Record<'build' | 'again' | 'exceljs' | 'astro' | 'ready' | 'written', Run[]> = {
    build: [],
    again: [],
    exceljs: [],
    astro: [],
    ready: [],
    written: [],
  };
  const stages: (readonly (readonly [string, number])[])[] = [];
  let found = { pages: 0, files: 0, bytes: 0, html: 0 };
  for (let turn = 1; turn <= count; turn++) {
    say(`${teams} teams, run ${turn} of ${count}`);
    for (const each of [data, out, site]) rmSync(each, { recursive: true, force: true });
    turns.exceljs.push(await runScript([join(PROJECT, 'scripts', 'bench', 'stage.ts'), 'exceljs', workbook]));
    turns.astro.push(await runScript([script('floors'), 'astro', join(workshop, 'empty')]));
    cpSync(past, data, { recursive: true });
    turns.build.push(await runScript([join(PROJECT, 'scripts', 'build.ts'), ...command]));
    turns.again.push(await runScript([join(PROJECT, 'scripts', 'build.ts'), ...command]));
    found = sizesOf(out);
    turns.ready.push(await runScript([script('floors'), 'pages', out, join(workshop, 'ready')]));
    rmSync(join(workshop, 'ready'), { recursive: true, force: true });
    turns.written.push(
      await runScript([script('floors'), 'files', `${found.pages}`, `${found.html}`, join(folder, 'files')]),
    );
    rmSync(join(folder, 'files'), { recursive: true, force: true });
    rmSync(data, { recursive: true, force: true });
    cpSync(past, data, { recursive: true });
    const { stdout } = await runScript([script('site-stages'), workbook, data, site]);
    stages.push(added(stageTimes.parse(JSON.parse(stdout))));
  }
  const middle = (name: keyof typeof turns): Run => medianBy(turns[name], ({ seconds }) => seconds);
  return {
    teams,
    actions: teams * ACTIONS_A_TEAM,
    build: middle('build'),
    again: middle('again'),
    exceljs: middle('exceljs'),
    astro: middle('astro'),
    ready: middle('ready'),
    written: middle('written'),
    stages: medianBy(stages, (each) => each.reduce((sum, [, seconds]) => sum + seconds, 0)),
    ...found,
    snapshot: statSync(join(data, 'plan.json')).size,
  };
}

/** Stages that come in several parts, added up; in seconds. */
function added(parts: readonly (readonly [string, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, milliseconds] of parts) sums.set(name, (sums.get(name) ?? 0) + milliseconds / 1000);
  // Reading the plan reads the grids again: what that takes is told apart.
  sums.set('plan', Math.max(0, (sums.get('plan') ?? 0) - (sums.get('grid') ?? 0)));
  return STAGES.map((name) => [name, sums.get(name) ?? 0]);
}

const STAGES = [
  'read',
  'grid',
  'plan',
  'history',
  'roll-up',
  'trends',
  'snapshot',
  'assets',
  'render',
] as const;

function sizesOf(folder: string): { pages: number; files: number; bytes: number; html: number } {
  const files = filesBelow(folder).map((path) => ({ path, size: statSync(join(folder, path)).size }));
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const sum = (all: typeof files) => all.reduce((bytes, { size }) => bytes + size, 0);
  return { pages: pages.length, files: files.length, bytes: sum(files), html: sum(pages) };
}

function script(name: string): string {
  return join(import.meta.dirname, `${name}.ts`);
}

function daysBefore(days: number): string {
  const day = dayFromIso(COMPANY_DAY);
  if (day === null) throw new Error('no day');
  return isoFromDay(addDays(day, -days));
}
