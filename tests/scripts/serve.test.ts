import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { cleanEnv, PROJECT, runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'milepost-serve-'));
const AS_OF = ['--as-of', '2026-06-17'];
let running: ChildProcess | null = null;

afterEach(() => {
  running?.kill('SIGKILL');
  running = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a command that serves, and waits for the address that it prints. */
function serving(name: string, args: readonly string[]): Promise<{ address: string; said: () => string }> {
  const child = spawn(process.execPath, [join(PROJECT, 'scripts', `${name}.ts`), ...args], {
    cwd: PROJECT,
    env: cleanEnv(),
  });
  running = child;
  let said = '';
  return new Promise((done, fail) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const address = /The site:\s+(http:\S+)/.exec(said)?.[1];
      if (address) done({ address, said: () => said });
    });
    child.on('close', () => fail(new Error(said)));
  });
}

/** Asks until the answer is as wanted; the test's own time limit ends it. */
async function until(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) await new Promise((later) => setTimeout(later, 200));
}

function changed(title: string) {
  const [header = [], row = []] = SMALL_PLAN.Goals ?? [];
  return {
    ...SMALL_PLAN,
    Goals: [header, row.map((value) => (value === 'Safe water in every ward' ? title : value))],
  };
}

describe('start', () => {
  it('pulls, builds and serves, and prints where', async () => {
    const plan = await writeWorkbook(folder, 'start.xlsx', SMALL_PLAN);
    const out = join(folder, 'start-dist');
    const port = '46210';
    const { address } = await serving('start', [
      plan,
      ...AS_OF,
      '--data',
      join(folder, 'start-data'),
      '--out',
      out,
      '--port',
      port,
    ]);
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('North');
    expect((await fetch(`${address}teams/north/`)).status).toBe(200);
    expect((await fetch(`${address}nowhere/`)).status).toBe(404);
  });
});

describe('dev', () => {
  it('shows each save of the workbook, and keeps the last good plan when a save cannot be read', async () => {
    const plan = await writeWorkbook(folder, 'dev.xlsx', SMALL_PLAN);
    const { address, said } = await serving('dev', [
      plan,
      ...AS_OF,
      '--data',
      join(folder, 'dev-data'),
      '--port',
      '46310',
    ]);
    const page = async () => (await fetch(`${address}teams/north/`)).text();
    expect(await page()).toContain('Safe water in every ward');
    expect((await fetch(`${address}design/`)).status, 'the design language').toBe(200);
    await writeWorkbook(folder, 'dev.xlsx', changed('Safe water on every floor'));
    await until(async () => (await page()).includes('Safe water on every floor'));
    await writeWorkbook(folder, 'dev.xlsx', { ...SMALL_PLAN, Milestones: [] });
    await until(async () => said().includes('as it was before'));
    expect(await page()).toContain('Safe water on every floor');
  });
});

describe('build', () => {
  it('leaves the site as it was when the plan cannot be read, and nothing beside it', async () => {
    const good = await writeWorkbook(folder, 'build.xlsx', SMALL_PLAN);
    const bad = await writeWorkbook(folder, 'build-bad.xlsx', { ...SMALL_PLAN, Actions: [] });
    const out = join(folder, 'site', 'dist');
    const args = [...AS_OF, '--data', join(folder, 'build-data'), '--out', out];
    expect((await runCommand('build', [good, ...args])).code).toBe(0);
    const before = readFileSync(join(out, 'plan.json'), 'utf8');
    expect((await runCommand('build', [bad, ...args])).code).toBe(1);
    expect(readFileSync(join(out, 'plan.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'site'))).toEqual(['dist']);
  });

  it('replaces the site whole, and publishes no more of the plan than the contract lists', async () => {
    const out = join(folder, 'again', 'dist');
    const args = [...AS_OF, '--data', join(folder, 'again-data'), '--out', out];
    await runCommand('build', [await writeWorkbook(folder, 'a.xlsx', SMALL_PLAN), ...args]);
    const [header = [], row = []] = SMALL_PLAN.Goals ?? [];
    const south = {
      ...SMALL_PLAN,
      Goals: [header, row.map((value) => (value === 'North' ? 'South' : value))],
    };
    await runCommand('build', [await writeWorkbook(folder, 'b.xlsx', south), ...args]);
    expect(existsSync(join(out, 'teams/south/index.html'))).toBe(true);
    expect(existsSync(join(out, 'design')), 'the design language is for developers').toBe(false);
    // The team is the same under another name: its old address leads on to the new one.
    expect(readFileSync(join(out, 'teams/north/index.html'), 'utf8')).toContain('url=/teams/south/');
    expect(existsSync(join(out, 'teams/north/calendar.ics'))).toBe(false);
    const plan = JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8'));
    expect(Object.keys(plan)).toEqual([
      'version',
      'asOf',
      'title',
      'source',
      'settings',
      'problems',
      'teams',
      'people',
      'customers',
      'updates',
      'changes',
    ]);
    expect(plan.teams[0]).not.toHaveProperty('leftOut');
  });

  it('publishes below a path', async () => {
    const out = join(folder, 'below', 'dist');
    const args = [...AS_OF, '--data', join(folder, 'below-data'), '--out', out];
    const plan = await writeWorkbook(folder, 'below.xlsx', SMALL_PLAN);
    await runCommand('build', [plan, ...args], { env: { MILEPOST_BASE: '/plan' } });
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    const links = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !link?.startsWith('/plan/'))).toEqual([]);
  });
});
