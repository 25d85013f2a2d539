import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearLeftovers, leftovers, recover } from '../../scripts/leftovers.ts';
import { ownerIn, ownerName, runs, thisProcess } from '../../scripts/owner.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

let folder = '';
let plan = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-render-'));
  plan = await writeWorkbook(folder, 'plan.xlsx', SMALL_PLAN);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(name: string, out: string, cwd = PROJECT) {
  return runCommand('build', [plan, '--as-of', '2026-06-17', '--data', join(folder, name), '--out', out], {
    cwd,
  });
}

/** A process that has ended. */
function gone() {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  return { ...thisProcess(), pid };
}

describe('builds in one checkout', () => {
  it('make the same site at once, each in a folder of its own, wherever they are started', async () => {
    const outs = ['one', 'two', 'three'].map((name) => join(folder, name, 'dist'));
    const runs = await Promise.all(
      outs.map((out, i) => build(`data-${i}`, out, i === 2 ? tmpdir() : PROJECT)),
    );
    expect(runs.map(({ code, stderr }) => (code === 0 ? '' : stderr))).toEqual(['', '', '']);
    const [first = [], ...others] = outs.map((out) => readdirSync(out, { recursive: true }).sort());
    expect(first).toContain('index.html');
    for (const files of others) expect(files).toEqual(first);
    expect(leftovers(join(PROJECT, '.astro'), 'build-')).toEqual([]);
  });

  it.skipIf(!existsSync('/dev/shm') || statSync('/dev/shm').dev === statSync(PROJECT).dev)(
    'reach a folder on another disk',
    async () => {
      const away = mkdtempSync('/dev/shm/milepost-');
      try {
        const { code, stderr } = await build('data-away', join(away, 'dist'));
        expect(code, stderr).toBe(0);
        expect(readdirSync(away)).toEqual(['dist']);
        expect(existsSync(join(away, 'dist/index.html'))).toBe(true);
      } finally {
        rmSync(away, { recursive: true });
      }
    },
  );
});

describe('what a killed build left', () => {
  it('is removed, and what it was replacing comes back', () => {
    const out = join(folder, 'killed', 'dist');
    const owner = ownerName(gone());
    for (const state of ['new', 'old']) {
      mkdirSync(`${out}.${state}-${owner}`, { recursive: true });
      writeFileSync(join(`${out}.${state}-${owner}`, 'index.html'), state);
    }
    recover(out);
    expect(readdirSync(join(folder, 'killed'))).toEqual(['dist']);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  });

  it('stays where its owner still runs, and where nobody can know', () => {
    const here = join(folder, 'leftovers');
    const names = {
      gone: `build-${ownerName(gone())}`,
      mine: `build-${ownerName(thisProcess())}`,
      elsewhere: `build-${ownerName({ ...gone(), host: 'abcdefabcdef' })}`,
      other: 'build-by-hand',
    };
    for (const name of Object.values(names)) mkdirSync(join(here, name), { recursive: true });
    clearLeftovers(here, 'build-');
    expect(readdirSync(here).sort()).toEqual([names.mine, names.elsewhere, names.other].sort());
  });
});

describe('the owner of a folder', () => {
  it('is the process that started then, and no later one with its number', () => {
    expect(runs(thisProcess())).toBe(true);
    expect(runs(gone())).toBe(false);
    expect(runs({ ...thisProcess(), started: 'abcdefabcdef' })).toBe(process.platform === 'win32');
    expect(runs({ ...thisProcess(), host: 'abcdefabcdef' })).toBeNull();
    expect(ownerIn(ownerName(thisProcess()))).toEqual(thisProcess());
    expect(ownerIn('dist')).toBeNull();
  });
});
