import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/run.ts';
import { type BuiltSite, buildSite } from '../helpers/site.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const ORIGIN = 'https://plan.example.com';
const BASE = '/repo/';

describe('a site below a path', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite([], { MILEPOST_SITE: ORIGIN, MILEPOST_BASE: BASE });
  });
  afterAll(() => site.close());

  /** Whether an address of the site leads to a file, and its fragment to an element. */
  function leads(from: string, address: string): boolean {
    const url = new URL(address, `${ORIGIN}${BASE.slice(0, -1)}${from}`);
    if (url.origin !== ORIGIN || /^mailto:/.test(address)) return true;
    if (!url.pathname.startsWith(BASE)) return false;
    const path = decodeURIComponent(url.pathname.slice(BASE.length - 1));
    const file = join(site.folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return false;
    const id = decodeURIComponent(url.hash.slice(1));
    return id === '' || !file.endsWith('.html') || readFileSync(file, 'utf8').includes(`id="${id}"`);
  }

  it('has no dead link, picture, icon, feed or script on any page', () => {
    const dead = site.pages.flatMap((path) => {
      const html = site.read(`${path}index.html`);
      const addresses = [
        ...html.matchAll(/\s(?:href|src)="([^"]*)"/g),
        ...html.matchAll(/property="og:(?:image|url)" content="([^"]*)"/g),
        ...html.matchAll(/data-index="([^"]*)"/g),
      ].map(([, address = '']) => address.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
      return addresses
        .filter((address) => !address.startsWith('#') || html.includes(`id="${address.slice(1)}"`) === false)
        .filter((address) => !leads(path, address))
        .map((address) => `${path} → ${address}`);
    });
    expect(dead).toEqual([]);
  });

  it('finds nothing in its search that does not stand on a page', () => {
    const { storedFields } = JSON.parse(site.read('search.json'));
    const found: string[] = Object.values<{ h: string }>(storedFields).map(({ h }) => h);
    expect(found.length).toBeGreaterThan(300);
    expect([...new Set(found)].filter((path) => !leads('/', BASE.slice(0, -1) + path))).toEqual([]);
  });

  it('has icons and a start for those who install it', () => {
    const manifest = JSON.parse(site.read('manifest.webmanifest'));
    for (const address of [manifest.start_url, ...manifest.icons.map(({ src }: { src: string }) => src)])
      expect(leads('/manifest.webmanifest', address), address).toBe(true);
  });

  it('tells networks who it is, with a picture of its own a team', () => {
    const html = site.read('teams/housing/index.html');
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/repo/teams/housing/">`);
    expect(html).toContain(`content="${ORIGIN}/repo/share/teams/housing.png"`);
    expect(html).toMatch(/<meta name="description" content="Housing is off track: [^"]*58%/);
    const png = readFileSync(join(site.folder, 'share/teams/housing.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('an address that something had before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-former-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leads on to the one of now', async () => {
    const out = join(folder, 'dist');
    const args = ['--data', join(folder, 'data'), '--out', out];
    const asOf = (day: string) => ['--as-of', day];
    // Without IDs of its own, a goal is known by its title.
    const planOf = (title: string) => ({
      ...SMALL_PLAN,
      Goals: (SMALL_PLAN.Goals ?? []).map((cells) =>
        cells.map((value) => (value === 'G1' ? null : value === 'Safe water in every ward' ? title : value)),
      ),
      Milestones: (SMALL_PLAN.Milestones ?? []).map((cells) =>
        cells.map((value) => (value === 'G1' ? title : value)),
      ),
    });
    const before = await writeWorkbook(folder, 'plan.xlsx', planOf('Safe water in every ward'));
    expect((await runCommand('pull', [before, ...asOf('2026-06-10'), ...args.slice(0, 2)])).code).toBe(0);
    await writeWorkbook(folder, 'plan.xlsx', planOf('Clean water in every ward'));
    const { code, stderr } = await runCommand('build', [before, ...asOf('2026-06-17'), ...args]);
    expect(code, stderr).toBe(0);
    const old = join(out, 'goals/north-safe-water-in-every-ward/index.html');
    const html = readFileSync(old, 'utf8');
    const [, to = ''] = /content="0; url=([^"]+)"/.exec(html) ?? [];
    expect(to).toBe('/goals/north-clean-water-in-every-ward/');
    expect(existsSync(join(out, to, 'index.html'))).toBe(true);
    expect(html).toContain('noindex');
    expect(dirname(old)).not.toBe(join(out, to));
  });
});
