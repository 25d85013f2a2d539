/**
 * A plan from its workbook to its site, stage by stage, in a process of its own:
 * `site-stages.ts WORKBOOK DATA OUT`. The history in DATA is read and nothing is added to it.
 */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'astro';
import { dayFromIso } from '../../src/grid/day.ts';
import { compare } from '../../src/history/compare.ts';
import { historyOf } from '../../src/history/history.ts';
import { lastGoodValues } from '../../src/history/last-good.ts';
import { findSheets } from '../../src/plan/find-sheets.ts';
import { noLastGood } from '../../src/plan/last-good.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { readSettings } from '../../src/plan/read-settings.ts';
import { readSheet } from '../../src/plan/read-sheet.ts';
import { scorePlan } from '../../src/rollup/score.ts';
import { trends } from '../../src/rollup/trend.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { pastOf } from '../../src/snapshot/past.ts';
import { tellProblems } from '../../src/snapshot/told.ts';
import { writeSnapshot } from '../../src/snapshot/write.ts';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { openArchive } from '../archive.ts';
import { PROJECT } from '../project.ts';
import { COMPANY_DAY } from './company-workbook.ts';

const [workbook = '', data = '', out = ''] = process.argv.slice(2);
const asOf = dayFromIso(COMPANY_DAY);
if (asOf === null) throw new Error('no day');

const stages: [name: string, milliseconds: number][] = [];
let last = performance.now();
function end(name: string): void {
  const now = performance.now();
  stages.push([name, now - last]);
  last = now;
}

const books = [await readExcelFile(workbook)];
end('read');
const { settings } = readSettings(books, {});
for (const sheet of findSheets(books, new Map()).sheets)
  if (sheet.kind !== 'settings') readSheet(sheet, settings.locale, () => false);
end('grid');
const archive = openArchive(join(data, 'history'));
const lastGood = archive.last === null ? noLastGood : lastGoodValues(archive.last);
end('history');
const reading = readPlan(books, settings, asOf, lastGood);
const { plan } = reading;
if (plan === null) throw new Error('no plan');
end('plan');
const { lines: changed } = compare(archive.last, { ...reading, plan }, asOf);
const lines = [...archive.lines, ...changed];
const history = historyOf(lines, asOf);
end('history');
const scored = scorePlan(plan, history, asOf, history.lastChange);
end('roll-up');
const ways = trends(plan, history.changes, asOf, dayFromIso(lines[0]?.day ?? ''));
end('trends');
const snapshot = makeSnapshot({
  plan,
  scored,
  problems: tellProblems(reading.problems, settings.locale),
  asOf,
  source: basename(workbook),
  past: pastOf(history, lines, plan, asOf),
  trends: ways,
});
mkdirSync(data, { recursive: true });
const path = join(data, 'plan.json');
writeSnapshot(path, snapshot);
end('snapshot');

process.env.MILEPOST_PLAN = path;
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.chdir(PROJECT);
await build({
  root: PROJECT,
  outDir: out,
  logLevel: 'warn',
  vite: { plugins: [{ name: 'bench', buildApp: { order: 'post', handler: async () => end('assets') } }] },
});
end('render');
process.stdout.write(JSON.stringify(stages));
