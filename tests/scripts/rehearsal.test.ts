import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayFromIso, isoFromDay } from '../../src/grid/day.ts';
import { cleanEnv, PROJECT, type Ran, runProcess } from '../helpers/run.ts';
import { readServed, type Seen } from '../helpers/served-plan.ts';
import { startWorkbookServer, type WorkbookServer } from '../helpers/workbook-server.ts';
import { on, type Sheets, SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

/** `npm run rehearse` sets a month. */
const DAYS = Number(process.env.MILEPOST_REHEARSAL_DAYS ?? 4);
const FIRST = '2026-06-01';
/** What happens day by day, over and over. */
const STORY = ['kill', 'wiped', 'too old', 'unreachable', 'change', 'race', 'bad row', 'nothing'] as const;

let folder: string;
let data: string;
let to: string;
let host: WorkbookServer;
/** The due days that the one open action was moved to, oldest first. */
const moves: string[] = [];
let due = '2026-12-01';
let last: Seen | null = null;

function sheets(dueCell: Date | string, rows: 'all' | 'few' = 'all'): Sheets {
  const [head = [], first = []] = SMALL_PLAN.Actions ?? [];
  const many = Array.from({ length: 10 }, (_, i) => [
    'M2',
    `Fit ward ${i + 1}`,
    'Bo Ek',
    on('2026-07-20'),
    null,
    null,
  ]);
  const own = ['M2', 'Train the night shift', 'Ann Lee', dueCell, null, null];
  return { ...SMALL_PLAN, Actions: rows === 'few' ? [head, first] : [head, first, own, ...many] };
}

async function store(plan: Sheets): Promise<void> {
  host.store(readFileSync(await writeWorkbook(folder, 'plan.xlsx', plan)));
}

/** A day so many days later. */
function later(iso: string, days: number): string {
  const day = dayFromIso(iso);
  if (day === null) throw new RangeError(iso);
  return isoFromDay(addDays(day, days));
}

/** The team moves a day, as it is pulled from now on. */
async function move(): Promise<void> {
  due = later(due, 1);
  moves.push(due);
  await store(sheets(on(due)));
}

const argsOf = (day: string) => [
  join(PROJECT, 'scripts/publish.ts'),
  ...['--to', to, '--data', data, '--as-of', day, '--keep', '3', '--source', `${host.root}/plan.xlsx`],
];

/** One scheduled run, while somebody reads what is served over and over. */
async function publish(day: string): Promise<Ran> {
  const reader = setInterval(look, 200);
  try {
    return await runProcess(process.execPath, argsOf(day), PROJECT);
  } finally {
    clearInterval(reader);
    look();
  }
}

const faults: unknown[] = [];

/** What is served is whole at every moment, and never older than before. */
function look(): void {
  try {
    const seen = readServed(to);
    if (last !== null && (seen === null || seen.asOf < last.asOf))
      faults.push(`${last.asOf} became ${seen?.asOf}`);
    last = seen;
  } catch (error) {
    faults.push(error);
  }
}

/** One run that loses its power after so many milliseconds. */
function publishAndKill(day: string, after: number): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, argsOf(day), { cwd: PROJECT, env: cleanEnv(), stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('close', () => {
      clearTimeout(timer);
      look();
      done();
    });
  });
}

const down = (isDown: boolean) =>
  host.replyAt('/plan.xlsx', isDown ? { status: 503, headers: { 'retry-after': '3600' } } : {});
const configure = (more: object) =>
  writeFileSync(join(data, 'milepost.json'), JSON.stringify({ timeZone: 'UTC', ...more }));

/** Runs that must come out well: the site is of this day, and knows every move so far. */
async function publishWell(day: string): Promise<Ran> {
  const ran = await publish(day);
  expect(ran.code, ran.stderr).toBe(0);
  expect(last?.asOf).toBe(day);
  expect(last?.moves).toEqual([...moves].reverse());
  return ran;
}

/** Runs that must fail, and change nothing: neither what is served nor what is remembered. */
async function publishBadly(day: string, code: number): Promise<void> {
  const before = [last, history()];
  const ran = await publish(day);
  expect(ran.code, ran.stderr).toBe(code);
  expect([last, history()]).toEqual(before);
}

function history(): string[] {
  const path = join(data, 'history/events.jsonl');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-rehearsal-'));
  data = join(folder, 'data');
  to = join(folder, 'www');
  mkdirSync(data);
  configure({});
  const first = await writeWorkbook(folder, 'plan.xlsx', sheets(on(due)));
  host = await startWorkbookServer(readFileSync(first));
});
afterAll(() => host.close());

test(`${DAYS} days of scheduled runs`, { timeout: 1_800_000 }, async () => {
  await publishWell(later(FIRST, -1));
  for (let n = 0; n < DAYS; n += 1) {
    const day = later(FIRST, n);
    const what = STORY[n % STORY.length];
    process.stderr.write(`${day}: ${what}\n`);
    if (what === 'change' || what === 'kill' || what === 'race') await move();
    switch (what) {
      case 'kill':
        // Early, in the middle and late, over the days.
        for (const part of [1, 4]) await publishAndKill(day, 300 * part * (1 + (n % 7)));
        await publishWell(day);
        break;
      case 'race': {
        const both = await Promise.all([publish(day), publish(day)]);
        expect(
          both.filter(({ code }) => code === 0).length,
          both.map(({ stderr }) => stderr).join('\n'),
        ).toBeGreaterThan(0);
        expect((await publishWell(day)).stderr).toContain('Nothing changed');
        break;
      }
      case 'wiped':
        await store(sheets(on(due), 'few'));
        await publishBadly(day, 1);
        await store(sheets(on(due)));
        break;
      case 'bad row':
        await store(sheets('soon, I hope'));
        expect((await publishWell(day)).stderr).toContain('1 error');
        await store(sheets(on(due)));
        break;
      case 'unreachable':
        down(true);
        expect((await publishWell(day)).stderr).toContain('is as it was at');
        down(false);
        break;
      case 'too old':
        down(true);
        configure({ lastGoodHours: 0 });
        await publishBadly(day, 3);
        configure({});
        down(false);
        break;
      default:
        await publishWell(day);
        if (what === 'nothing') expect((await publishWell(day)).stderr).toContain('Nothing changed');
    }
    expect(faults).toEqual([]);
  }
  const moved = history().filter((line) => line.includes('"kind":"due"'));
  expect(moved.map((line) => /"to":"([^"]*)"/.exec(line)?.[1])).toEqual(moves);
  expect(new Set(history()).size).toBe(history().length);
  expect(history().join('\n')).not.toMatch(/"kind":"(removed|reopened)"/);
});
