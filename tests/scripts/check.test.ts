import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, type Value, writeWorkbook } from '../helpers/workbooks.ts';

const AS_OF = ['--as-of', '2026-06-17'];
const { Goals = [], Milestones = [], Actions = [] } = SMALL_PLAN;
const call = (due: Value): Value[] => ['M2', 'Call the head nurse', 'Ann Lee', due, null, null];
let folder = '';
let good = '';
let bad = '';
let many = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-check-'));
  good = await writeWorkbook(folder, 'good.xlsx', SMALL_PLAN);
  bad = await writeWorkbook(folder, 'bad.xlsx', { ...SMALL_PLAN, Actions: [...Actions, call('ASAP')] });
  const rows = Array.from({ length: 70 }, (_, i) => call(`soon ${i}`));
  many = await writeWorkbook(folder, 'many.xlsx', { ...SMALL_PLAN, Actions: [...Actions, ...rows] });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('check', () => {
  it('shows 50 problems, and all when asked by the command that it names', async () => {
    const first = await runCommand('check', [many, ...AS_OF]);
    expect(first.stdout.match(/ error /g)).toHaveLength(50);
    expect(first.stdout).toContain(`And 20 errors more. To see all: npm run check -- ${many}`);
    expect(first.stdout).toMatch(/--as-of 2026-06-17 --all\n/);
    expect(first.stderr).toBe('70 errors; 70 rows left out.\n');
    const all = await runCommand('check', [many, ...AS_OF, '--all']);
    expect(all.stdout.match(/ error /g)).toHaveLength(70);
  });

  it('names the workbook of each sheet where there are several', async () => {
    const goals = await writeWorkbook(folder, 'part-1.xlsx', { Goals, Milestones });
    const actions = await writeWorkbook(folder, 'part-2.xlsx', { Actions: [...Actions, call('ASAP')] });
    const { stdout } = await runCommand('check', [goals, actions, ...AS_OF]);
    expect(stdout).toMatch(/^Actions \(part-2\.xlsx\)\n/);
  });

  it('has options that no other command takes', async () => {
    const { code, stderr } = await runCommand('pull', [good, '--json']);
    expect(stderr).toContain('Only `npm run check` takes --json');
    expect(code).toBe(2);
    expect((await runCommand('check', ['--help'])).stdout).toContain('--json');
    expect((await runCommand('pull', ['--help'])).stdout).not.toContain('--json');
  });
});

describe('check --json', () => {
  it.each([
    ['a plan without a problem', () => good, 0, { counts: { error: 0 }, problems: [] }],
    [
      'a row in error',
      () => bad,
      1,
      { counts: { error: 1, leftOut: 1 }, problems: [{ cell: 'D4', value: 'ASAP', book: 'bad.xlsx' }] },
    ],
  ])('%s: one document', async (_name, path, exit, expected) => {
    const { code, stdout } = await runCommand('check', [path(), ...AS_OF, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, asOf: '2026-06-17', ...expected });
    expect(code).toBe(exit);
  });

  it('a fatal problem: one document, exit 1', async () => {
    const path = await writeWorkbook(folder, 'fatal.xlsx', { Goals, Actions });
    const { code, stdout } = await runCommand('check', [path, ...AS_OF, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { fatal: 1 },
      problems: [{ code: 'missing-sheet', book: 'fatal.xlsx' }],
    });
    expect(code).toBe(1);
  });

  it.each([
    ['no file', () => ['nowhere.xlsx'], 'no-such-file', 1],
    ['an address of another sort', () => ['ftp://example.com/plan.xlsx'], 'address-invalid', 2],
  ])('%s: a document with the fault', async (_name, args, fault, exit) => {
    const { code, stdout, stderr } = await runCommand('check', [...args(), ...AS_OF, '--json']);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ version: 1, problems: [], fault: { code: fault } });
    expect(stderr).toContain(document.fault.fix);
    expect(code).toBe(exit);
  });

  it('a configuration that cannot be used: a document with the fault, exit 2', async () => {
    const data = join(folder, 'data-config');
    mkdirSync(data);
    writeFileSync(join(data, 'milepost.json'), '{"sources": 1}');
    const { code, stdout } = await runCommand('check', ['--data', data, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ fault: { code: 'usage' } });
    expect(code).toBe(2);
  });
});

describe('check in a workflow', () => {
  const env = () => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  });

  it('annotates the run, adds to the job summary, and lets no cell give a command', async () => {
    writeFileSync(join(folder, 'summary.md'), 'before\n');
    const path = await writeWorkbook(folder, 'flow.xlsx', {
      ...SMALL_PLAN,
      Actions: [...Actions, call('::warning::soon')],
    });
    const { code, stdout } = await runCommand('check', [path, ...AS_OF], { env: env() });
    expect(code).toBe(1);
    const [, token] = /^::stop-commands::(\S+)\n/.exec(stdout) ?? [];
    const [listing = '', after = ''] = stdout.split(`\n::${token}::\n`);
    expect(listing).toContain('::warning::soon');
    expect(after.trim()).toMatch(/^::error file=flow\.xlsx,title=Actions!D4::[^\n]+$/);
    const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
    expect(summary).toMatch(/^before\n## flow/);
    expect(summary).toContain('| D4 | error |');
  });

  it('keeps the document of --json whole', async () => {
    const { stdout, stderr } = await runCommand('check', [bad, ...AS_OF, '--json'], { env: env() });
    expect(JSON.parse(stdout).counts.error).toBe(1);
    expect(stderr).toContain('::error file=bad.xlsx');
  });

  it('tells a fault', async () => {
    const { stdout, code } = await runCommand('check', ['nowhere.xlsx', ...AS_OF], { env: env() });
    expect(stdout).toMatch(/^::error title=There is no file “nowhere\.xlsx”\.::It was looked for/);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('There is no file');
    expect(code).toBe(1);
  });

  it('is not meant where there is none', async () => {
    const { stdout } = await runCommand('check', [bad, ...AS_OF]);
    expect(stdout).not.toContain('::');
  });
});

describe('pull', () => {
  it('says in a line how to see the problems of this very plan', async () => {
    const data = join(folder, 'data-pull');
    const { stderr } = await runCommand('pull', [bad, ...AS_OF, '--data', data]);
    expect(stderr).toContain(
      `1 error; 1 row left out. To see where: npm run check -- ${bad} --as-of 2026-06-17 --data ${data}\n`,
    );
  });

  it('lists no more than ten of the problems that stop it', async () => {
    const data = join(folder, 'data-strict');
    const { stderr, code } = await runCommand('pull', [many, ...AS_OF, '--data', data, '--strict']);
    expect(stderr.match(/ error /g)).toHaveLength(10);
    expect(stderr).toContain('And 60 errors more.');
    expect(code).toBe(1);
  });
});
