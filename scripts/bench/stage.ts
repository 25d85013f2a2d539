/** One stage of a benchmark, in a process of its own, so that the peak of memory is the stage's: `stage.ts NAME FILE`. */
import { readFileSync } from 'node:fs';

/** Loads what a stage needs, and no more: modules count neither for its time nor for the memory of other stages. */
type Stage = () => Promise<(path: string) => Promise<string>>;

const STAGES: Readonly<Record<string, Stage>> = {
  /** What no reader can do without: all parts unpacked, and every cell found. */
  async scan() {
    const { unzipSync } = await import('fflate');
    return async (path) => {
      let cells = 0;
      for (const part of Object.values(unzipSync(readFileSync(path)))) {
        for (let at = part.indexOf(0x3c); at >= 0; at = part.indexOf(0x3c, at + 1)) {
          if (part[at + 1] === 0x63 && part[at + 2] === 0x20) cells++;
        }
      }
      return `${cells} cells`;
    };
  },
  async read() {
    const { readExcelFile } = await import('../../src/source/excel-file.ts');
    return async (path) => {
      const { grids } = await readExcelFile(path);
      return `${grids.reduce((sum, { rows }) => sum + rows.length, 0)} rows`;
    };
  },
  async plan() {
    const { dayFromIso } = await import('../../src/grid/day.ts');
    const { readPlan } = await import('../../src/plan/read-plan.ts');
    const { readSettings } = await import('../../src/plan/read-settings.ts');
    const { readExcelFile } = await import('../../src/source/excel-file.ts');
    return async (path) => {
      const asOf = dayFromIso('2026-06-17');
      if (asOf === null) throw new Error('no day');
      const books = [await readExcelFile(path)];
      const { plan, problems } = readPlan(books, readSettings(books, {}).settings, asOf);
      const goals = plan?.teams.flatMap((team) => team.goals) ?? [];
      const actions = goals.flatMap((goal) => goal.milestones.flatMap((milestone) => milestone.actions));
      return `${actions.length} actions, ${problems.length} problems`;
    };
  },
  async exceljs() {
    const { default: ExcelJS } = await import('exceljs');
    return async (path) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      return `${book.worksheets.length} sheets`;
    };
  },
  async make() {
    const { writeBigWorkbook } = await import('./big-workbook.ts');
    return async (path) => {
      writeBigWorkbook(path, Number(rows));
      return `${rows} actions`;
    };
  },
};

const [name = '', path = '', rows = ''] = process.argv.slice(2);
const load = STAGES[name];
if (load === undefined) throw new Error(`There is no stage ${name}.`);
const stage = await load();
const start = performance.now();
const found = await stage(path);
const milliseconds = performance.now() - start;
// maxRSS is in kilobytes.
process.stdout.write(
  JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, found }),
);
