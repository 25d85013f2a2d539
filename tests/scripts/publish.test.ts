import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerName, thisProcess } from '../../scripts/owner.ts';
import { checkSite } from '../../scripts/publish/check-site.ts';
import { deadLinks, siteFiles } from '../../scripts/publish/dead-links.ts';
import { locked } from '../../scripts/publish/lock.ts';
import { filesBelow } from '../../scripts/sums.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const PLACE = { base: '/', origin: null };
let folder = '';
let www = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-publish-'));
  www = join(folder, 'www');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function writePlan(milestone: string): Promise<void> {
  await writeWorkbook(folder, 'plan.xlsx', {
    ...SMALL_PLAN,
    Milestones: (SMALL_PLAN.Milestones ?? []).map((row) =>
      row.map((cell) => (cell === 'First ward live' ? milestone : cell)),
    ),
  });
}

function publish(...args: string[]) {
  const plan = ['--source', join(folder, 'plan.xlsx'), '--as-of', '2026-06-17'];
  return runCommand('publish', ['--to', www, '--data', join(folder, 'data'), ...plan, ...args]);
}

const released = () => readdirSync(join(www, 'releases')).sort();
const served = () => readlinkSync(join(www, 'current')).split('/')[1] ?? '';
const page = (path: string) => readFileSync(join(www, 'current', path), 'utf8');

describe('publish', () => {
  it('serves a whole site by a link, and nothing but it', async () => {
    await writePlan('First ward live');
    const { code, stderr } = await publish();
    expect(code, stderr).toBe(0);
    expect(page('teams/north/index.html')).toContain('First ward live');
    expect(() => checkSite(realpathSync(join(www, 'current')), PLACE)).not.toThrow();
    expect(readdirSync(www).filter((name) => !name.startsWith('.lock.'))).toEqual(['current', 'releases']);
    expect(statSync(join(www, 'releases', served(), 'release.json')).mode & 0o077).toBe(0);
  });

  it('publishes nothing where nothing changed, and says so', async () => {
    const before = served();
    const pulled = () => statSync(join(folder, 'data/plan.json')).mtimeMs;
    const read = pulled();
    const { code, stderr } = await publish();
    expect(stderr).toContain(`Nothing changed: ${before}`);
    expect(code).toBe(0);
    expect(released()).toEqual([before]);
    // Not even the plan was read.
    expect(pulled()).toBe(read);
    rmSync(join(www, 'releases', before, '.built.json'));
    expect((await publish()).stderr).toContain(`Nothing changed: ${before}`);
    expect(pulled()).toBeGreaterThan(read);
  });

  it('switches to a changed plan; what did not change keeps its time, what did has another', async () => {
    const before = served();
    // An asset that only the earlier release has.
    writeFileSync(join(www, 'current', '_assets', 'Old.12345678.js'), 'old');
    await writePlan('Ward one live');
    const { code, stderr } = await publish();
    expect(code, stderr).toBe(0);
    expect(released()).toEqual([before, served()]);
    expect(page('teams/north/index.html')).toContain('Ward one live');
    expect(page('_assets/Old.12345678.js')).toBe('old');
    const time = (id: string, path: string) => statSync(join(www, 'releases', id, 'site', path)).mtimeMs;
    expect(time(before, 'theme.js')).toBe(time(served(), 'theme.js'));
    expect(time(before, 'build.json')).toBeLessThan(time(served(), 'build.json') - 999);
  });

  it('stops where the plan cannot be read, and serves what it served', async () => {
    const before = served();
    writeFileSync(join(folder, 'plan.xlsx'), 'no workbook');
    expect((await publish()).code).toBe(1);
    expect(served()).toBe(before);
    expect(released()).toHaveLength(2);
  });

  it('goes back, and does not publish again by itself what somebody went back from', async () => {
    await writePlan('Ward one live');
    const [first = '', second = ''] = released();
    const back = await publish('--rollback');
    expect(back.code, back.stderr).toBe(0);
    expect(served()).toBe(first);
    expect(page('teams/north/index.html')).toContain('First ward live');
    const again = await publish();
    expect(again.stderr).toContain(`Nothing changed since ${second}, which somebody went back from`);
    expect(served()).toBe(first);
    expect((await publish('--rollback')).code).toBe(2);
    expect((await publish('--rollback', second)).code).toBe(0);
    expect(served()).toBe(second);
    expect((await publish('--rollback', '2020-01-01T00-00-00Z')).stderr).toContain(`${second} (served)`);
  });

  it('keeps as many releases as it is told, and the served one', async () => {
    const [first, second] = released();
    await writePlan('Two wards live');
    await publish('--keep', '2');
    expect(released()).toEqual([second, served()]);
    expect(first).not.toBe(second);
    await publish('--keep', '1');
    expect(released()).toEqual([served()]);
  });

  it('removes what a killed publish left', async () => {
    const owner = ownerName({ ...thisProcess(), pid: spawnSync(process.execPath, ['-e', '0']).pid });
    mkdirSync(join(www, `.new-${owner}`, 'site'), { recursive: true });
    mkdirSync(join(www, `.gone-2026-01-01T00-00-00Z-${owner}`));
    writeFileSync(join(www, '.lock.900'), owner);
    const { code, stderr } = await publish();
    expect(code, stderr).toBe(0);
    expect(readdirSync(www).sort()).toEqual(['.lock.901', 'current', 'releases']);
  });

  it.each<[string, string[], string]>([
    ['no folder', ['--keep', '3'], 'Publish where?'],
    ['a folder for the site', ['--to', 'x', '--out', 'y'], 'no --out'],
    ['none to keep', ['--to', 'x', '--keep', '0'], 'no number of releases'],
    ['a release that is none', ['--to', 'x', '--rollback', 'yesterday'], 'is no release'],
    ['an unknown option', ['--to', 'x', '--sauce', 'y'], 'sauce'],
  ])('%s: exit 2', async (_name, args, words) => {
    const { code, stderr } = await runCommand('publish', args);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });

  it('is nothing that npm starts by itself', () => {
    const { private: isPrivate, scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(isPrivate).toBe(true);
    const own = /^(pre|post)?(publish|prepare|pack|install)(Only)?$/;
    expect(Object.keys(scripts).filter((name) => own.test(name))).toEqual(['publish']);
  });

  it('does not write where something of another program stands', async () => {
    mkdirSync(join(folder, 'other', 'current'), { recursive: true });
    const { code, stderr } = await runCommand('publish', ['--to', join(folder, 'other')]);
    expect(stderr).toContain('no link that a publish made');
    expect(code).toBe(2);
  });
});

describe('the check before a site is published', () => {
  it('takes what stands behind the # of the page that unlocks for no element', () => {
    const site = mkdtempSync(join(folder, 'links-'));
    mkdirSync(join(site, 'unlock'));
    writeFileSync(join(site, 'unlock/index.html'), '<main></main></html>');
    writeFileSync(join(site, 'index.html'), '<a href="/unlock/#lock">Lock</a><a href="/#lock">Up</a></html>');
    expect(deadLinks(siteFiles(site), PLACE)).toEqual(['index.html → /#lock']);
  });

  const broken = (path: string, change: (text: string) => string | null) => {
    const site = mkdtempSync(join(folder, 'broken-'));
    const from = realpathSync(join(www, 'current'));
    for (const file of filesBelow(from)) {
      const text =
        file === path ? change(readFileSync(join(from, file), 'utf8')) : readFileSync(join(from, file));
      if (text === null) continue;
      mkdirSync(join(site, file, '..'), { recursive: true });
      writeFileSync(join(site, file), text);
    }
    return () => checkSite(site, PLACE);
  };

  it.each<[string, string, (text: string) => string | null, RegExp]>([
    ['a missing page', 'people/ann-lee/index.html', () => null, /missing: people\/ann-lee\/index\.html/],
    ['a page that is cut off', 'index.html', (text) => text.slice(0, -20), /cut off: index\.html/],
    [
      'a dead link',
      'index.html',
      (text) => text.replace('/timeline/', '/timelime/'),
      /index\.html → \/timelime\//,
    ],
    ['a dead fragment', 'index.html', (text) => text.replace('#main', '#mean'), /index\.html → #mean/],
    [
      'a missing style',
      'index.html',
      (text) => text.replace(/Page\.[\w-]+\.css/, 'Page.x.css'),
      /Page\.x\.css/,
    ],
    [
      'a plan that breaks its schema',
      'plan.json',
      (text) => text.replace('"asOf":"2', '"asOf":"x'),
      /schema at asOf/,
    ],
    ['a build.json of another plan', 'plan.json', (text) => `${text}\n`, /build\.json speaks of another/],
    ['no plan', 'plan.json', () => null, /missing: plan\.json/],
  ])('finds %s', (_name, path, change, message) => {
    expect(broken(path, (text) => text)).not.toThrow();
    expect(broken(path, change)).toThrow(message);
  });
});

describe('the lock of a folder', () => {
  it('lets one in at a time', async () => {
    const root = mkdtempSync(join(folder, 'lock-'));
    const said: string[] = [];
    let inside = 0;
    const run = () =>
      locked(
        root,
        (line) => said.push(line),
        async () => {
          inside += 1;
          expect(inside).toBe(1);
          await new Promise((done) => setTimeout(done, 20));
          inside -= 1;
        },
      );
    await Promise.all([run(), run(), run()]);
    expect(said[0]).toContain(`by process ${process.pid}`);
    expect(readdirSync(root)).toEqual(['.lock.3']);
  });

  it('is given up on where its owner goes on for too long, and is freed by what throws', async () => {
    const root = mkdtempSync(join(folder, 'lock-'));
    const idle = async () => {};
    await locked(
      root,
      () => {},
      async () => {
        await expect(locked(root, () => {}, idle, 0)).rejects.toThrow('has not ended yet');
      },
    );
    await expect(
      locked(
        root,
        () => {},
        () => Promise.reject(new Error('no')),
      ),
    ).rejects.toThrow('no');
    await locked(root, () => {}, idle, 0);
  });

  it('of another machine counts as long as it is touched', async () => {
    const root = mkdtempSync(join(folder, 'lock-'));
    writeFileSync(
      join(root, '.lock.7'),
      ownerName({ pid: 1, started: 'abcdefabcdef', host: 'abcdefabcdef' }),
    );
    const idle = async () => {};
    await expect(locked(root, () => {}, idle, 0)).rejects.toThrow('by process 1.');
    const old = new Date(Date.now() - 11 * 60_000);
    utimesSync(join(root, '.lock.7'), old, old);
    await locked(root, () => {}, idle, 0);
    expect(existsSync(join(root, '.lock.8'))).toBe(true);
  });
});
