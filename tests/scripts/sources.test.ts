import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { environment, SHEET_ID } from '../helpers/google-pull.ts';
import { type GoogleServer, startGoogleServer } from '../helpers/google-server.ts';
import { spreadsheetOf } from '../helpers/google-spreadsheet.ts';
import { API_KEY } from '../helpers/google-tokens.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { startWorkbookServer, type WorkbookServer } from '../helpers/workbook-server.ts';
import { on, type Sheets, SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const AS_OF = ['--as-of', '2026-06-17'];
let folder = '';
let google: GoogleServer;
let host: WorkbookServer;
let googleEnv: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-sources-'));
  google = await startGoogleServer();
  const env = environment(google, { MILEPOST_GOOGLE_API_KEY: API_KEY });
  googleEnv = Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  host = await startWorkbookServer(new Uint8Array());
});
afterAll(async () => {
  await Promise.all([google.close(), host.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const planOf = (data: string) => JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'));

function dataFolder(name: string, json: unknown = {}): string {
  const data = join(folder, name);
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'milepost.json'), JSON.stringify(json));
  return data;
}

async function storeAt(server: WorkbookServer, sheets: Sheets, name: string): Promise<void> {
  server.store(readFileSync(await writeWorkbook(folder, name, sheets)));
}

/** A plan without what tells where it comes from. */
function bare(plan: Record<string, unknown>): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    const { source: _source, sources: _sources, book: _book, ...rest } = value as Record<string, unknown>;
    return Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, strip(each)]));
  };
  return strip(plan);
}

test('the sample plan is the same as a file, by address and as a Google Sheet, but for source and links', async () => {
  const file = join(PROJECT, 'data/plan.xlsx');
  const book = await readExcelFile(file);
  google.served.set(SHEET_ID, {
    spreadsheet: spreadsheetOf({ ...book, locale: 'en_GB' }, SHEET_ID),
    open: true,
  });
  host.store(readFileSync(file));
  const pull = async (name: string, source: string) => {
    const data = dataFolder(name);
    const ran = await runCommand('pull', ['--source', source, ...AS_OF, '--data', data], { env: googleEnv });
    expect(ran.stderr).toContain('6 teams');
    expect(ran.code).toBe(0);
    return planOf(data);
  };
  const ofFile = await pull('file', file);
  const byAddress = await pull('address', `${host.root}/plans/plan.xlsx`);
  const ofGoogle = await pull('google', `https://docs.google.com/spreadsheets/d/${SHEET_ID}/edit#gid=0`);
  expect(bare(byAddress)).toEqual(bare(ofFile));
  // A cell of a Google Sheet has an address of its own.
  const problems = ofGoogle.problems as { sheet: string; cell: string | null; link?: string }[];
  const inCells = problems.filter(({ cell }) => cell !== null);
  expect(inCells.length).toBeGreaterThan(10);
  for (const { cell, link } of inCells) {
    expect(link).toMatch(
      new RegExp(`^https://docs\\.google\\.com/spreadsheets/d/${SHEET_ID}/edit#gid=\\d+&range=${cell}$`),
    );
  }
  const unlinked = {
    ...ofGoogle,
    problems: problems.map(({ link: _link, ...problem }) => problem),
  };
  expect(bare(unlinked)).toEqual(bare(ofFile));
});

describe('a source that cannot be reached', () => {
  const address = (): string => `${host.root}/team.xlsx`;
  const down = { status: 404 } as const;

  test('is served as it last was, and every page and build.json say so', async () => {
    await storeAt(host, SMALL_PLAN, 'up.xlsx');
    const data = dataFolder('down', { sources: [address()] });
    const args = [...AS_OF, '--data', data];
    expect((await runCommand('pull', args)).code).toBe(0);
    host.replyAt('/team.xlsx', { status: 503, headers: { 'retry-after': '3600' } });
    const out = join(folder, 'site');
    const { code, stderr } = await runCommand('build', [...args, '--out', out]);
    host.replyAt('/team.xlsx', {});
    expect(code).toBe(0);
    expect(stderr).toMatch(/team\.xlsx is as it was at 20\d\d-/);
    const build = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8'));
    expect(build.sources).toMatchObject([
      { name: 'team.xlsx', stale: { why: expect.stringContaining('503') } },
    ]);
    for (const page of [
      'index.html',
      'teams/north/index.html',
      'timeline/index.html',
      'problems/index.html',
    ]) {
      expect(readFileSync(join(out, page), 'utf8')).toContain('team.xlsx as of');
    }
  });

  test('is not served any more once that is too old', async () => {
    await storeAt(host, SMALL_PLAN, 'old.xlsx');
    const data = dataFolder('old', { sources: [address()], lastGoodHours: 1 });
    const args = [...AS_OF, '--data', data];
    await runCommand('pull', args);
    const before = readFileSync(join(data, 'plan.json'));
    const kept = readdirSync(join(data, 'sources')).find((name) => name.endsWith('.json')) ?? '';
    const meta = JSON.parse(readFileSync(join(data, 'sources', kept), 'utf8'));
    writeFileSync(join(data, 'sources', kept), JSON.stringify({ ...meta, at: meta.at - 2 * 3_600_000 }));
    host.replyAt('/team.xlsx', { status: 503, headers: { 'retry-after': '3600' } });
    const { code, stderr } = await runCommand('pull', args);
    host.replyAt('/team.xlsx', {});
    expect(code).toBe(3);
    expect(stderr).toContain('older than the 1 hours');
    expect(readFileSync(join(data, 'plan.json'))).toEqual(before);
  });

  test('ends in exit code 3 where it never was reached, and nothing is written', async () => {
    host.replyAt('/never.xlsx', { status: 503, headers: { 'retry-after': '3600' } });
    const data = dataFolder('never');
    const { code } = await runCommand('pull', [
      '--source',
      `${host.root}/never.xlsx`,
      ...AS_OF,
      '--data',
      data,
    ]);
    expect(code).toBe(3);
    expect(existsSync(join(data, 'plan.json'))).toBe(false);
    expect(existsSync(join(data, 'sources'))).toBe(false);
  });

  test('does not lose the others: its rows are missing, and that is told', async () => {
    host.replyAt('/south.xlsx', { status: 503, headers: { 'retry-after': '3600' } });
    const north = await writeWorkbook(folder, 'north.xlsx', SMALL_PLAN);
    const data = dataFolder('one-of-two', { sources: [north, `${host.root}/south.xlsx`] });
    const { code, stderr } = await runCommand('pull', [...AS_OF, '--data', data]);
    expect(code).toBe(0);
    expect(stderr).toContain('1 error');
    const plan = planOf(data);
    expect(plan.teams).toHaveLength(1);
    expect(plan.problems[0]).toMatchObject({ code: 'source-unreachable', severity: 'error' });
  });

  test('is no removal of its rows: a plan that knew them stops instead', async () => {
    const north = await writeWorkbook(folder, 'north2.xlsx', SMALL_PLAN);
    await storeAt(
      host,
      {
        ...SMALL_PLAN,
        Goals: [
          SMALL_PLAN.Goals?.[0] ?? [],
          ['G9', 'South', 'Win Beta', on('2026-01-01'), on('2026-12-31'), null, null],
        ],
        Milestones: [SMALL_PLAN.Milestones?.[0] ?? []],
        Actions: [SMALL_PLAN.Actions?.[0] ?? []],
      },
      'south2.xlsx',
    );
    const data = dataFolder('known', { sources: [north, `${host.root}/south2.xlsx`] });
    expect((await runCommand('pull', [...AS_OF, '--data', data])).code).toBe(0);
    const events = readFileSync(join(data, 'history/events.jsonl'));
    rmSync(join(data, 'sources'), { recursive: true });
    host.replyAt('/south2.xlsx', down);
    host.replyAt('/south2.xlsx', { status: 503, headers: { 'retry-after': '3600' } });
    const { code } = await runCommand('pull', [...AS_OF, '--data', data]);
    expect(code).toBe(3);
    expect(readFileSync(join(data, 'history/events.jsonl'))).toEqual(events);
  });
});

test('what has not changed is not downloaded again', async () => {
  await storeAt(host, SMALL_PLAN, 'same.xlsx');
  const data = dataFolder('same', { sources: [`${host.root}/same.xlsx`] });
  const args = [...AS_OF, '--data', data];
  await runCommand('pull', args);
  const first = planOf(data);
  await runCommand('pull', args);
  const asked = host.received.filter(({ path }) => path === '/same.xlsx');
  expect(asked).toHaveLength(2);
  expect(asked[1]?.headers['if-none-match']).toMatch(/^"v\d+"$/);
  expect(planOf(data)).toEqual(first);
});

test('check keeps nothing of what it reads', async () => {
  await storeAt(host, SMALL_PLAN, 'check.xlsx');
  const data = dataFolder('check');
  await runCommand('check', ['--source', `${host.root}/check.xlsx`, ...AS_OF, '--data', data]);
  expect(readdirSync(data)).toEqual(['milepost.json']);
});

test('two workbooks of one name are told apart', async () => {
  mkdirSync(join(folder, 'a'));
  mkdirSync(join(folder, 'b'));
  const bad: Sheets = {
    ...SMALL_PLAN,
    Actions: [...(SMALL_PLAN.Actions ?? []), ['M2', 'Call', 'Ann Lee', 'ASAP', null, null]],
  };
  const one = await writeWorkbook(join(folder, 'a'), 'plan.xlsx', SMALL_PLAN);
  const other = await writeWorkbook(join(folder, 'b'), 'plan.xlsx', {
    Goals: SMALL_PLAN.Goals?.slice(0, 1) ?? [],
    Milestones: SMALL_PLAN.Milestones?.slice(0, 1) ?? [],
    Actions: [bad.Actions?.[0] ?? [], bad.Actions?.at(-1) ?? []],
  });
  const data = dataFolder('twins');
  await runCommand('pull', ['--source', one, '--source', other, ...AS_OF, '--data', data]);
  const plan = planOf(data);
  expect(plan.source).toBe('plan.xlsx, plan.xlsx (2)');
  expect(plan.problems).toMatchObject([{ code: 'bad-day', cell: 'D2', book: 'plan.xlsx (2)' }]);
});

describe('a plan that loses most of its rows', () => {
  const many = (count: number): Sheets => ({
    ...SMALL_PLAN,
    Actions: [
      SMALL_PLAN.Actions?.[0] ?? [],
      ...Array.from({ length: count }, (_, index) => [
        'M2',
        `Call ${index}`,
        'Ann Lee',
        on('2026-07-01'),
        null,
        null,
      ]),
    ],
  });

  test('stops and says what is gone, until a person accepts it', async () => {
    const path = await writeWorkbook(folder, 'wiped.xlsx', many(12));
    const data = dataFolder('wiped', { sources: [path] });
    const args = [...AS_OF, '--data', data];
    await runCommand('pull', args);
    const before = readFileSync(join(data, 'plan.json'));
    await writeWorkbook(folder, 'wiped.xlsx', many(2));
    const { code, stderr } = await runCommand('pull', args);
    expect(code).toBe(1);
    expect(stderr).toContain("10 of the plan's 15 rows are gone, more than the 30 %");
    expect(stderr).toContain('action “Call 11”');
    expect(stderr).toContain('--accept-removals');
    expect(readFileSync(join(data, 'plan.json'))).toEqual(before);
    expect((await runCommand('pull', [...args, '--accept-removals'])).code).toBe(0);
    expect(planOf(data).teams[0].goals[0].milestones[1].actions).toHaveLength(2);
  });

  test('may lose as many as the configuration allows', async () => {
    const path = await writeWorkbook(folder, 'allowed.xlsx', many(12));
    const data = dataFolder('allowed', { sources: [path], removalsFrom: 0.9 });
    await runCommand('pull', [...AS_OF, '--data', data]);
    await writeWorkbook(folder, 'allowed.xlsx', many(2));
    expect((await runCommand('pull', [...AS_OF, '--data', data])).code).toBe(0);
  });
});

test('what an address holds of secrets is in no output, and in no file', async () => {
  const bad: Sheets = {
    ...SMALL_PLAN,
    Actions: [...(SMALL_PLAN.Actions ?? []), ['M2', 'Call', 'Ann Lee', 'ASAP', null, null]],
  };
  await storeAt(host, bad, 'secret.xlsx');
  const at = host.root.replace('http://', 'http://ann:Passw0rd@');
  const source = `${at}/s/ShareKey/secret.xlsx?sig=Signature`;
  const data = dataFolder('secret');
  const out = join(folder, 'secret-site');
  const runs = [
    await runCommand('build', ['--source', source, ...AS_OF, '--data', data, '--out', out]),
    await runCommand('check', ['--source', source, ...AS_OF, '--data', data, '--debug']),
    await runCommand('check', ['--source', source, ...AS_OF, '--data', data, '--json']),
    await runCommand(
      'check',
      ['--source', source.replace('secret.xlsx', 'gone.xlsx'), ...AS_OF, '--data', data, '--json'],
      {
        env: { GITHUB_ACTIONS: 'true' },
      },
    ),
  ];
  const files = [data, out].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  expect(files.length).toBeGreaterThan(20);
  const told = [
    ...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
    ...files.flatMap(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]),
  ];
  expect(runs[0]?.stderr).toContain('1 error');
  for (const secret of ['Passw0rd', 'ShareKey', 'Signature']) {
    expect(told.filter((text) => text.includes(secret))).toEqual([]);
  }
});
