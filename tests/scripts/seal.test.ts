import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, sumOfFiles } from '../../scripts/sums.ts';
import {
  keyFromText,
  keysOf,
  keyText,
  masterOf,
  openBytes,
  saltOf,
  sealBytes,
  sealedName,
} from '../../src/site/seal/keys.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';

const PASSPHRASE = 'otter lantern gravel mosaic thimble';
const SITE = 'https://plan.example.com';
const ENV = { MILEPOST_PASSPHRASE: PASSPHRASE, MILEPOST_SITE: SITE };
const SAMPLE = ['--source', join(PROJECT, 'data/plan.xlsx'), '--as-of', '2026-06-17'];

let folder = '';
let sealed = '';
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-seal-'));
  sealed = join(folder, 'sealed');
  const data = join(folder, 'data');
  cpSync(join(PROJECT, 'data/history'), join(data, 'history'), { recursive: true });
  const built = await runCommand('build', [...SAMPLE, '--passphrase', '--data', data, '--out', sealed], {
    env: ENV,
  });
  said = built.stdout + built.stderr;
  if (built.code !== 0) throw new Error(said);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that a plan says and that words of the program do not: names, titles, IDs, texts and figures of some length. */
function tellingTexts(plan: unknown): Set<string> {
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'number' && Math.abs(value) >= 10_000) texts.add(String(value));
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(plan);
  return texts;
}

describe('a sealed site', () => {
  test('has nothing of the plan in any file or in any name of one', () => {
    const plan: Record<string, unknown> = JSON.parse(readFileSync(join(folder, 'data/plan.json'), 'utf8'));
    const { teams, people, customers, updates, changes, problems, title, source } = plan;
    const told = tellingTexts({ teams, people, customers, updates, changes, problems, title, source });
    // Words that say nothing of this plan: statuses, kinds, fields, and whatever is too short to be told from chance.
    const own = readFileSync(join(PROJECT, 'src/words/en.ts'), 'utf8').toLowerCase();
    // A font's weight, a field of seal.json, a class of the styles.
    const ordinary = new Set(['medium', 'rounds', 'not-started']);
    const telling = [...told]
      .map((text) => text.toLowerCase())
      .filter((text) => {
        const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
        return text.length > 5 && !isDay && !ordinary.has(text) && !own.includes(text);
      });
    expect(telling.length).toBeGreaterThan(1000);
    const found: string[] = [];
    for (const path of filesBelow(sealed)) {
      const text =
        `${path}\n${readFileSync(join(sealed, path), 'latin1')}\n${readFileSync(join(sealed, path), 'utf8')}`.toLowerCase();
      for (const each of telling) if (text.includes(each)) found.push(`${path}: ${each}`);
    }
    expect(found).toEqual([]);
  });

  test('has files of sealed names alone, besides what is the program’s own', () => {
    const open = filesBelow(sealed).filter((path) => !/^sealed\/[0-9a-f]{32}\.bin$/.test(path));
    expect(open.filter((path) => !path.startsWith('_assets/')).sort()).toEqual([
      '404.html',
      '_headers',
      'files.sha256',
      'icon.svg',
      'index.html',
      'manifest.webmanifest',
      'robots.txt',
      'seal-worker.js',
      'seal.json',
      'theme.js',
      'unlock/index.html',
    ]);
    for (const name of readdirSync(join(sealed, 'sealed')))
      expect(readFileSync(join(sealed, 'sealed', name)).length % 1024).toBe(28);
  });

  test('is opened by the passphrase again, file by file', async () => {
    const { salt } = JSON.parse(readFileSync(join(sealed, 'seal.json'), 'utf8'));
    const keys = await keysOf(await masterOf(`  ${PASSPHRASE.replaceAll(' ', '  ')} `, salt));
    const bytes = readFileSync(join(sealed, 'sealed', `${await sealedName(keys, 'plan.json')}.bin`));
    const frame = await openBytes(keys, 'plan.json', new Uint8Array(bytes));
    const length = new DataView(frame.buffer).getUint32(0);
    const plan = JSON.parse(gunzipSync(frame.subarray(4, 4 + length)).toString());
    expect(plan.asOf).toBe('2026-06-17');
    expect(existsSync(join(sealed, 'sealed', `${await sealedName(keys, 'calendar.ics')}.bin`))).toBe(false);
    expect(existsSync(join(sealed, 'sealed', `${await sealedName(keys, 'changes.xml')}.bin`))).toBe(false);
  });

  test('comes out the same for the same plan, and says no passphrase', async () => {
    expect(said).not.toContain('otter');
    const kept = [join(folder, 'data/.built.json'), join(folder, 'data/plan.json')];
    for (const path of kept) expect(readFileSync(path, 'utf8')).not.toContain('otter');
    const again = join(folder, 'again');
    const { code } = await runCommand(
      'build',
      [...SAMPLE, '--passphrase', '--data', join(folder, 'data'), '--out', again],
      { env: ENV },
    );
    expect(code).toBe(0);
    expect(sumOfFiles(again, filesBelow(again))).toBe(sumOfFiles(sealed, filesBelow(sealed)));
  }, 120_000);

  test('is whole before it is sealed, by the same checks as an open one', async () => {
    const checked = join(folder, 'checked');
    const { code, stderr } = await runCommand(
      'build',
      ['--pulled', '--passphrase', '--data', join(folder, 'data'), '--out', checked],
      { env: ENV },
    );
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(sumOfFiles(checked, filesBelow(checked))).toBe(sumOfFiles(sealed, filesBelow(sealed)));
  }, 300_000);

  test('is another where the passphrase or the address is, to the last file', async () => {
    const names = (keys: Parameters<typeof sealedName>[0]) => sealedName(keys, 'plan.json');
    const one = await keysOf(await masterOf(PASSPHRASE, saltOf(`${SITE}/`)));
    const two = await keysOf(await masterOf(`${PASSPHRASE}s`, saltOf(`${SITE}/`)));
    const three = await keysOf(await masterOf(PASSPHRASE, saltOf('https://other.example.com/')));
    expect(new Set([one.id, two.id, three.id])).toHaveLength(3);
    expect(new Set([await names(one), await names(two), await names(three)])).toHaveLength(3);
  });
});

describe('what is sealed', () => {
  const content = new TextEncoder().encode('Safe water in every ward');

  test('opens under its own path alone, and not once a bit of it is another', async () => {
    const keys = await keysOf(new Uint8Array(32).fill(7));
    const bytes = await sealBytes(keys, 'a.html', content);
    expect(await openBytes(keys, 'a.html', bytes)).toEqual(content);
    await expect(openBytes(keys, 'b.html', bytes)).rejects.toThrow();
    await expect(openBytes(await keysOf(new Uint8Array(32).fill(8)), 'a.html', bytes)).rejects.toThrow();
    for (const at of [0, 13, bytes.length - 1]) {
      const bent = bytes.slice();
      bent[at] = (bent[at] ?? 0) ^ 1;
      await expect(openBytes(keys, 'a.html', bent)).rejects.toThrow();
    }
  });

  test('has a nonce of its own for every path and content, and the same for the same', async () => {
    const keys = await keysOf(new Uint8Array(32).fill(7));
    const nonceOf = async (path: string, text: string) =>
      String((await sealBytes(keys, path, new TextEncoder().encode(text))).subarray(0, 12));
    expect(await nonceOf('a', 'x')).toBe(await nonceOf('a', 'x'));
    // Where path and content meet makes a difference too.
    const all = await Promise.all([
      nonceOf('a', 'x'),
      nonceOf('b', 'x'),
      nonceOf('a', 'y'),
      nonceOf('ax', ''),
      nonceOf('', 'ax'),
    ]);
    expect(new Set(all)).toHaveLength(all.length);
  });

  test('is as it always was, so that browsers stay unlocked', async () => {
    const keys = await keysOf(await masterOf(PASSPHRASE, saltOf(`${SITE}/`)));
    expect(keys.id).toMatchInlineSnapshot(`"746f9135e73aabfe554cc0fdeaf7da9b"`);
    expect(await sealedName(keys, 'index.html')).toMatchInlineSnapshot(`"ba24606d8c4a1ee7f5c04c3fd80b49ba"`);
  });

  test('has a key that a link can carry', () => {
    const master = Uint8Array.from({ length: 32 }, (_, at) => at * 8);
    expect(keyFromText(keyText(master))).toEqual(master);
    expect(keyFromText('')).toBeNull();
    expect(keyFromText(`${keyText(master)}x`)).toBeNull();
    expect(keyFromText('<script>')).toBeNull();
  });
});

describe('--passphrase', () => {
  const build = (env: Record<string, string>, ...more: string[]) =>
    runCommand(
      'build',
      [...SAMPLE, ...more, '--data', join(folder, 'none'), '--out', join(folder, 'none-out')],
      {
        env,
      },
    );

  test.each([
    ['no passphrase', { MILEPOST_SITE: SITE }, 'finds no MILEPOST_PASSPHRASE'],
    ['a blank one', { MILEPOST_SITE: SITE, MILEPOST_PASSPHRASE: '   ' }, 'finds no MILEPOST_PASSPHRASE'],
    ['a short one', { MILEPOST_SITE: SITE, MILEPOST_PASSPHRASE: 'hunter2' }, 'too easy to guess'],
    ['a dull one', { MILEPOST_SITE: SITE, MILEPOST_PASSPHRASE: 'abababababababababab' }, 'too easy to guess'],
    ['no address', { MILEPOST_PASSPHRASE: PASSPHRASE }, 'where the site will be'],
  ])('publishes nothing with %s', async (_, env, why) => {
    const { code, stderr } = await build(env, '--passphrase');
    expect(code).toBe(2);
    expect(stderr).toContain(why);
    expect(stderr).not.toMatch(/hunter2|abab|otter/);
    expect(existsSync(join(folder, 'none-out'))).toBe(false);
  });

  test('is wanted wherever there is a passphrase, so that none is forgotten', async () => {
    const { code, stderr } = await build(ENV);
    expect(code).toBe(2);
    expect(stderr).toContain('without --passphrase the site would be there for all to read');
    expect(stderr).not.toContain('otter');
    expect(existsSync(join(folder, 'none-out'))).toBe(false);
  });

  test('takes no value, so that none gets into a list of commands', async () => {
    const { code, stderr } = await build(ENV, '--passphrase=otter lantern gravel');
    expect(code).toBe(2);
    expect(stderr).not.toContain('otter');
  });
});
