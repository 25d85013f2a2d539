import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftovers as leftoverBuilds } from '../../scripts/leftovers.ts';
import { checkSite } from '../../scripts/publish/check-site.ts';
import { readReleases, switchTo } from '../../scripts/publish/releases.ts';
import { filesBelow } from '../../scripts/sums.ts';
import { cleanEnv, PROJECT } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

/** Each way of killing is tried so many times; `MILEPOST_KILLS=30` makes it hundreds in all. */
const TIMES = Number(process.env.MILEPOST_KILLS ?? 3);
/** How long all of them may take, in milliseconds, on a machine that has other things to do. */
const PATIENCE = 300_000 + TIMES * 60_000;
const KEEP = 3;
const CHILD = join(PROJECT, 'tests/helpers/publish-child.ts');
const READER = join(PROJECT, 'tests/helpers/link-reader.ts');
const COMMAND = join(PROJECT, 'scripts/publish.ts');

/** What a publish does in the folder, by the first letters of the name that comes or goes. */
const MOMENTS = ['.lock', '.new-', '20', '.current-', 'current', '.gone-'] as const;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-kills-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A made site that knows its own number, in every file. */
function writeSite(number: number): string {
  const site = join(folder, `site-${number}`);
  const files = Array.from({ length: 40 }, (_, i) => `pages/${i}/index.html`);
  for (const file of ['index.html', ...files, `_assets/Page.${number}.css`, 'build.json']) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    const text = file === 'build.json' ? JSON.stringify({ asOf: '2026-06-17', plan: String(number) }) : '';
    writeFileSync(join(site, file), text || `${file} ${number}\n${'x'.repeat(20_000)}`);
  }
  return site;
}

/** Whether what is served is whole: every file of one made site, none of another but assets. @returns its number */
function servedNumber(root: string): number {
  const site = realpathSync(join(root, 'current'));
  const { plan } = JSON.parse(readFileSync(join(site, 'build.json'), 'utf8'));
  const made = join(folder, `site-${plan}`);
  for (const file of filesBelow(made))
    expect(readFileSync(join(site, file)).equals(readFileSync(join(made, file))), file).toBe(true);
  const own = filesBelow(made);
  const others = filesBelow(site).filter((file) => !own.includes(file));
  expect(others.filter((file) => !file.startsWith('_assets/'))).toEqual([]);
  return Number(plan);
}

/** Starts a publish and kills it by `when`. @returns whether it was killed before it ended by itself */
function killed(
  script: string,
  args: readonly string[],
  when: (kill: () => void) => () => void,
): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: PROJECT,
      env: cleanEnv(),
      stdio: 'ignore',
    });
    const stop = when(() => child.kill('SIGKILL'));
    child.on('close', (_code, signal) => {
      stop();
      done(signal === 'SIGKILL');
    });
  });
}

/** At some time between the start and the end of a publish. */
function atRandom(milliseconds: number) {
  return (kill: () => void) => {
    const timer = setTimeout(kill, Math.random() * milliseconds);
    return () => clearTimeout(timer);
  };
}

/** As soon as something of this name comes or goes, or a little later. */
function atMoment(root: string, start: string) {
  return (kill: () => void) => {
    const look = (_event: string, name: string | null) => {
      if (name?.startsWith(start)) setTimeout(kill, Math.random() < 0.5 ? 0 : Math.random() * 10);
    };
    const watchers = [root, join(root, 'releases')].map((path) => watch(path, look));
    return () => {
      for (const watcher of watchers) watcher.close();
    };
  };
}

function run(script: string, args: readonly string[]): Promise<boolean> {
  return killed(script, args, () => () => {});
}

/** All that a publish left behind, once another has ended. */
function leftovers(root: string): string[] {
  return readdirSync(root).filter((name) => !/^(current|releases|\.lock\.\d+)$/.test(name));
}

describe('a publish', () => {
  it('has something served at every moment', async () => {
    const root = join(folder, 'www-read');
    mkdirSync(root);
    for (const number of [9001, 9002]) await run(CHILD, [root, writeSite(number)]);
    const enough = join(folder, 'enough');
    const reader = spawn(process.execPath, [READER, root, enough], { cwd: PROJECT, env: cleanEnv() });
    let told = '';
    reader.stdout.on('data', (chunk) => {
      told += chunk;
    });
    const ended = new Promise((done) => reader.on('close', done));
    await once(reader.stdout, 'data');
    const { ids } = readReleases(root);
    for (let time = 0; time < 500; time += 1) switchTo(readReleases(root), ids[time % 2] ?? '');
    writeFileSync(enough, '');
    await ended;
    const { found, missed } = JSON.parse(told.split('\n').at(-1) ?? '');
    expect(missed).toBe(0);
    expect(found).toBeGreaterThan(1000);
  });
});

describe('a publish that is killed', () => {
  it(
    'at any moment after the site is made leaves a whole site served, and the next one goes on',
    async () => {
      const root = join(folder, 'www');
      mkdirSync(root);
      let number = 1;
      await run(CHILD, [root, writeSite(number), String(KEEP)]);
      expect(servedNumber(root)).toBe(1);
      const start = Date.now();
      await run(CHILD, [root, writeSite(++number), String(KEEP)]);
      const takes = (Date.now() - start) * 1.1;
      const ways = [...MOMENTS.map((name) => atMoment(root, name)), ...MOMENTS.map(() => atRandom(takes))];
      const outcomes = { before: 0, after: 0, ended: 0 };
      for (let time = 0; time < TIMES; time += 1) {
        for (const way of ways) {
          const before = servedNumber(root);
          const made = writeSite(++number);
          const wasKilled = await killed(CHILD, [root, made, String(KEEP)], way);
          const now = servedNumber(root);
          expect([before, number]).toContain(now);
          outcomes[!wasKilled ? 'ended' : now === before ? 'before' : 'after'] += 1;
        }
        // The next publish takes over the lock, publishes, and removes what the killed ones left.
        await run(CHILD, [root, writeSite(++number), String(KEEP)]);
        expect(servedNumber(root)).toBe(number);
        expect(leftovers(root)).toEqual([]);
        expect(readdirSync(join(root, 'releases'))).toHaveLength(KEEP);
        for (let old = 1; old < number; old += 1)
          rmSync(join(folder, `site-${old}`), { recursive: true, force: true });
      }
      // Otherwise nothing was proved.
      expect(outcomes.before).toBeGreaterThan(0);
      expect(outcomes.after).toBeGreaterThan(0);
      if (TIMES > 3) process.stderr.write(`${JSON.stringify(outcomes)}\n`);
    },
    PATIENCE,
  );

  it(
    'at any moment of the whole command leaves a whole site served',
    async () => {
      const root = join(folder, 'www-whole');
      const args = ['--to', root, '--data', join(folder, 'data'), '--as-of', '2026-06-17'];
      const publish = async (way?: (kill: () => void) => () => void) => {
        const plan = await writeWorkbook(folder, 'plan.xlsx', {
          ...SMALL_PLAN,
          Settings: [
            ['Setting', 'Value'],
            ['Title', `Plan ${Math.random()}`],
          ],
        });
        const all = ['--source', plan, ...args];
        return way ? killed(COMMAND, all, way) : run(COMMAND, all);
      };
      await publish();
      const start = Date.now();
      await publish();
      const takes = Date.now() - start;
      for (let time = 0; time < Math.max(3, TIMES / 3); time += 1) {
        await publish(atRandom(takes));
        expect(() =>
          checkSite(realpathSync(join(root, 'current')), { base: '/', origin: null }),
        ).not.toThrow();
      }
      await publish();
      expect(leftovers(root)).toEqual([]);
      expect(leftoverBuilds(join(PROJECT, '.astro'), 'build-')).toEqual([]);
    },
    PATIENCE,
  );
});
