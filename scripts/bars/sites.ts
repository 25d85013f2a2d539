import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { writeBigWorkbook } from '../bench/big-workbook.ts';
import { PROJECT } from '../project.ts';

/** A plan whose site is held to the bars. */
export interface MeasuredPlan {
  readonly name: string;
  /** Writes its workbook. @returns the arguments by which it is built */
  readonly prepare: (folder: string) => Promise<readonly string[]>;
}

const AS_OF = ['--as-of', '2026-06-17'];
/** 60 teams of 90 actions each. */
const MANY_ACTIONS = 5_400;
const LONG =
  ' in every region that we have served since the very beginning, with all of its service partners';

/** Plans as different as plans are: full, bare, and large with long names. */
export const PLANS: readonly MeasuredPlan[] = [
  {
    name: 'sample',
    prepare: async (folder) => {
      // With its history, so that there are charts.
      cpSync(join(PROJECT, 'data', 'history'), join(folder, 'data', 'history'), { recursive: true });
      return [];
    },
  },
  {
    name: 'three rows',
    prepare: async (folder) => {
      const path = join(folder, 'small.xlsx');
      await writeSmallWorkbook(path);
      return [path, ...AS_OF];
    },
  },
  {
    name: '60 teams',
    prepare: async (folder) => {
      const path = join(folder, 'large.xlsx');
      writeBigWorkbook(path, MANY_ACTIONS, LONG);
      return [path, ...AS_OF];
    },
  },
];

/** Builds a plan's site by the project's own command. Throws with what that said where it cannot be built. */
export async function buildPlan(plan: MeasuredPlan, folder: string): Promise<string> {
  const args = await plan.prepare(folder);
  const out = join(folder, 'dist');
  const command = [
    join(PROJECT, 'scripts', 'build.ts'),
    ...args,
    '--data',
    join(folder, 'data'),
    '--out',
    out,
  ];
  const env = { ...process.env, MILEPOST_SITE: 'https://plan.example.com', MILEPOST_BASE: '/' };
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: PROJECT, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The site of “${plan.name}” could not be built.\n${stderr}`);
  return out;
}

/** One team, with a goal, a milestone and an action. */
async function writeSmallWorkbook(path: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  const sheets: Readonly<Record<string, readonly (readonly (string | Date)[])[]>> = {
    Goals: [
      ['Team', 'Goal', 'Start', 'Due'],
      ['North', 'Safe water in every ward', new Date('2026-01-01'), new Date('2026-12-31')],
    ],
    Milestones: [
      ['Goal', 'Milestone', 'Due'],
      ['Safe water in every ward', 'Pilot agreed', new Date('2026-07-31')],
    ],
    Actions: [
      ['Milestone', 'Action', 'Owner', 'Due'],
      ['Pilot agreed', 'Call the lab', 'Ann Lee', new Date('2026-06-19')],
    ],
  };
  for (const [name, rows] of Object.entries(sheets))
    workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
  await workbook.xlsx.writeFile(path);
}
