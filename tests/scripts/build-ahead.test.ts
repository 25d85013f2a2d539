import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftovers } from '../../scripts/leftovers.ts';
import { readOptions } from '../../scripts/options.ts';
import { pullAside } from '../../scripts/pull-aside.ts';
import { pullAndKeep } from '../../scripts/store.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

let folder = '';
let workbook = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-ahead-'));
  workbook = await writeWorkbook(folder, 'plan.xlsx', SMALL_PLAN);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const args = (source: string, data: string) => [
  source,
  '--as-of',
  '2026-06-17',
  '--data',
  join(folder, data),
];
const builds = (source: string, data: string, ...more: string[]) =>
  runCommand('build', [...args(source, data), '--out', join(folder, `${data}-dist`), ...more]);

describe('a plan that is pulled in a thread of its own', () => {
  it('is the plan that is pulled here, and as much is said of it', async () => {
    const pulled = async (data: string, pull: typeof pullAside) => {
      const said: string[] = [];
      const options = readOptions(args(workbook, data), PROJECT, []);
      const basis = await pull(options, (line) => said.push(line.replaceAll(data, '')));
      const text = readFileSync(join(folder, data, 'plan.json'), 'utf8');
      return { said, text, sources: basis.sources, day: basis.day, config: Object.values(basis.config) };
    };
    expect(await pulled('aside', pullAside)).toEqual(await pulled('here', pullAndKeep));
  });
});

describe('a site that is begun before its plan is read', () => {
  it('is left alone where the plan cannot be read', async () => {
    expect((await builds(workbook, 'kept')).code).toBe(0);
    const before = readFileSync(join(folder, 'kept-dist/index.html'), 'utf8');
    // A small plan is known by now, so that the next site is begun at once.
    const broken = join(folder, 'broken.xlsx');
    writeFileSync(broken, 'no workbook');
    const { code, stdout, stderr } = await builds(broken, 'kept');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(3);
    expect(stderr).toContain('“broken.xlsx”');
    expect(readFileSync(join(folder, 'kept-dist/index.html'), 'utf8')).toBe(before);
    expect(leftovers(join(PROJECT, '.astro'), 'build-')).toEqual([]);
  });

  it('is not made of a plan that stops the pull, and what stops it is told in full', async () => {
    const wrong = await writeWorkbook(folder, 'wrong.xlsx', {
      ...SMALL_PLAN,
      Goals: [...(SMALL_PLAN.Goals ?? []), ['G9', 'North', '', null, null, '', '']],
    });
    const { code, stderr } = await builds(wrong, 'strict', '--strict');
    expect(code).toBe(1);
    expect(stderr).toContain('Stopped by --strict: nothing was written.');
    expect(readdirSync(folder)).not.toContain('strict-dist');
  });
});
