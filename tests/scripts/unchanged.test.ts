import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedSum, type Built, isUnchanged, marksNow, readBuilt } from '../../scripts/built.ts';
import { readOptions } from '../../scripts/options.ts';
import { dayFromIso } from '../../src/grid/day.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const NOW = Date.UTC(2026, 5, 17, 12);
let folder = '';
let workbook = '';
let data = '';
let out = '';
let kept: Built | null = null;

const args = (asOf = '2026-06-17') => [workbook, '--as-of', asOf, '--data', data, '--out', out];
const build = (...more: string[]) => runCommand('build', [...args(), ...more]);
const page = () => join(out, 'index.html');
const isSame = (built: Built | null, asked = built?.asked ?? '', now = NOW) =>
  built !== null && isUnchanged(built, asked, out, now);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-unchanged-'));
  workbook = await writeWorkbook(folder, 'plan.xlsx', SMALL_PLAN);
  data = join(folder, 'data');
  out = join(folder, 'dist');
  const { code, stderr } = await build();
  if (code !== 0) throw new Error(stderr);
  kept = readBuilt(data);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found with a file changed, which then is as it was. */
function withFile<T>(path: string, content: string | Uint8Array | null, find: () => T): T {
  const before = readFileSync(path);
  try {
    if (content === null) rmSync(path);
    else writeFileSync(path, content);
    return find();
  } finally {
    writeFileSync(path, before);
  }
}

describe('a build of what is built already', () => {
  it('is known by how its files stand on the disk, and by what is in them where they stand otherwise', () => {
    const marks = () => marksNow(Object.keys(kept?.files ?? {}), out);
    expect(marks()).toBe(kept?.marks);
    // As they are still there, not one of them is read.
    expect(isSame(kept && { ...kept, site: 'another' })).toBe(true);
    const whole = readFileSync(page());
    const damaged = Uint8Array.from(whole, (byte, at) => (at === 0 ? byte + 1 : byte));
    expect(withFile(page(), damaged, () => isSame(kept))).toBe(false);
    expect(marks()).not.toBe(kept?.marks);
    expect(isSame(kept)).toBe(true);
    expect(isSame(kept && { ...kept, site: 'another' })).toBe(false);
  });

  it('does nothing, and says so beside what the plan is like', async () => {
    const before = statSync(page());
    const { code, stderr } = await build();
    expect(code).toBe(0);
    expect(stderr).toContain('Nothing changed');
    expect(stderr).toContain('1 team, 1 goal');
    expect(stderr).not.toContain('Made');
    expect(statSync(page())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('leaves nothing of it in the site', () => {
    expect(isSame(kept)).toBe(true);
    expect(kept?.files).toHaveProperty([workbook]);
    for (const sum of [kept?.asked ?? '', kept?.fingerprint ?? ''])
      expect(readFileSync(page(), 'utf8') + readFileSync(join(out, 'build.json'), 'utf8')).not.toContain(sum);
  });

  it.each(['index.html', 'plan.json'])('sees that %s of the site was cut off or removed', (name) => {
    const path = join(out, name);
    expect(withFile(path, readFileSync(path, 'utf8').slice(0, -1), () => isSame(kept))).toBe(false);
    expect(withFile(path, null, () => isSame(kept))).toBe(false);
    expect(isSame(kept)).toBe(true);
  });

  it('sees that there is no site at all, or one file more', () => {
    const more = join(out, 'teams', 'index.txt');
    expect(kept !== null && isUnchanged(kept, kept.asked, join(folder, 'elsewhere'), NOW)).toBe(false);
    writeFileSync(more, '');
    expect(isSame(kept)).toBe(false);
    rmSync(more);
    expect(isSame(kept)).toBe(true);
  });

  it('sees that the workbook, the history or the pulled plan is another', () => {
    for (const path of [workbook, join(data, 'history', 'events.jsonl'), join(data, 'plan.json')]) {
      expect(withFile(path, 'other', () => isSame(kept))).toBe(false);
      expect(withFile(path, null, () => isSame(kept))).toBe(false);
    }
  });

  it('sees a configuration that was not there before', () => {
    const path = join(data, 'milepost.json');
    writeFileSync(path, '{}');
    expect(isSame(kept)).toBe(false);
    rmSync(path);
    expect(isSame(kept)).toBe(true);
  });

  it('sees that something else is asked for, or by another environment', () => {
    const asked = (more: readonly string[], env: Record<string, string> = {}) =>
      askedSum(readOptions([...args(), ...more], PROJECT, ['force']), env, PROJECT);
    expect(isSame(kept, asked([]))).toBe(true);
    expect(isSame(kept, asked([], { HOME: '/', MILEPOST_BROWSER: 'one' }))).toBe(true);
    expect(isSame(kept, asked(['--strict']))).toBe(false);
    expect(isSame(kept, asked(['--as-of', '2026-06-18']))).toBe(false);
    expect(isSame(kept, asked([], { MILEPOST_BASE: '/plan/' }))).toBe(false);
    expect(isSame(kept, asked([], { MILEPOST_PASSPHRASE: 'a' }))).toBe(false);
  });

  it('sees that another day has begun, where it speaks for today', () => {
    const today = kept && { ...kept, day: { iso: '2026-06-17', timeZone: 'Pacific/Auckland' } };
    const midnight = Date.UTC(2026, 5, 17, 12);
    expect(isSame(today, today?.asked, midnight - 1)).toBe(true);
    expect(isSame(today, today?.asked, midnight)).toBe(false);
    expect(dayFromIso(today?.day?.iso ?? '')).not.toBe(null);
  });

  it('does not trust what is kept of it where that is damaged', () => {
    const path = join(data, '.built.json');
    const text = readFileSync(path, 'utf8');
    for (const other of ['', '{}', 'null', text.slice(0, -9), text.replace('"said": [', '"said": [1,')])
      expect(withFile(path, other, () => readBuilt(data))).toBe(null);
    expect(readBuilt(data)).toEqual(kept);
  });

  it('is made anew where a page is damaged, and with --force', async () => {
    const whole = readFileSync(page(), 'utf8');
    writeFileSync(page(), whole.slice(0, 100));
    expect((await build()).stderr).toContain('Made');
    expect(readFileSync(page(), 'utf8')).toBe(whole);
    expect((await build('--force')).stderr).toContain('Made');
    expect((await build()).stderr).toContain('Nothing changed');
  });

  it('is not made anew where a workbook was saved and says the same', async () => {
    const before = statSync(page());
    const copy = join(folder, 'copy.xlsx');
    copyFileSync(workbook, copy);
    writeFileSync(workbook, zipSync(unzipSync(readFileSync(copy)), { level: 1 }));
    expect(isSame(kept)).toBe(false);
    // The site was begun meanwhile, of which nobody hears.
    expect((await build()).stderr.trim().split('\n').at(-1)).toContain('Nothing changed');
    expect(statSync(page()).ino).toBe(before.ino);
    expect(isSame(readBuilt(data))).toBe(true);
  });
});

it('is a wish that only building knows', async () => {
  const { code, stderr } = await runCommand('pull', ['--force']);
  expect(code).toBe(2);
  expect(stderr).toContain('Only `npm run build` takes --force.');
});
