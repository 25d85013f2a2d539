/** One stage of a benchmark, in a process of its own, so that the peak of memory is the stage's: `stage.ts NAME FILE`. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { dayFromIso } from '../../src/grid/day.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { readSettings } from '../../src/plan/read-settings.ts';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { writeBigWorkbook } from './big-workbook.ts';

const STAGES: Readonly<Record<string, (path: string) => Promise<string>>> = {
  /** What no reader can do without: all parts unpacked, and every cell found. */
  async scan(path) {
    let cells = 0;
    for (const part of Object.values(unzipSync(readFileSync(path)))) {
      for (let at = part.indexOf(0x3c); at >= 0; at = part.indexOf(0x3c, at + 1)) {
        if (part[at + 1] === 0x63 && part[at + 2] === 0x20) cells++;
      }
    }
    return `${cells} cells`;
  },
  async read(path) {
    const { grids } = await readExcelFile(path);
    return `${grids.reduce((sum, { rows }) => sum + rows.length, 0)} rows`;
  },
  async plan(path) {
    const asOf = dayFromIso('2026-06-17');
    if (asOf === null) throw new Error('no day');
    const books = [await readExcelFile(path)];
    const { plan, problems } = readPlan(books, readSettings(books, {}).settings, asOf);
    const goals = plan?.teams.flatMap((team) => team.goals) ?? [];
    const actions = goals.flatMap((goal) => goal.milestones.flatMap((milestone) => milestone.actions));
    return `${actions.length} actions, ${problems.length} problems`;
  },
  async exceljs(path) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    return `${book.worksheets.length} sheets`;
  },
};

const [name = '', path = '', rows = ''] = process.argv.slice(2);
if (name === 'make') writeBigWorkbook(path, Number(rows));
else {
  const stage = STAGES[name];
  if (stage === undefined) throw new Error(`There is no stage ${name}.`);
  const start = performance.now();
  const found = await stage(path);
  const milliseconds = performance.now() - start;
  // maxRSS is in kilobytes.
  process.stdout.write(
    JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, found }),
  );
}
