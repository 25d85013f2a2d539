import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { on, writeWorkbook } from '../helpers/workbooks.ts';

const TEAMS = 230;
const AS_OF = ['--as-of', '2026-06-17'];
let site: BuiltSite;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-many-'));
  const teams = Array.from({ length: TEAMS }, (_, i) => i + 1);
  const path = await writeWorkbook(folder, 'many.xlsx', {
    Goals: [
      ['Team', 'Goal', 'Customer', 'Start', 'Due'],
      ...teams.map((t) => [`Team ${t}`, `Goal ${t}`, `Customer ${t}`, on('2026-01-01'), on('2026-12-31')]),
    ],
    Milestones: [
      ['Goal', 'Milestone', 'Owner', 'Due'],
      ...teams.map((t) => [`Goal ${t}`, `Step ${t}`, `Lead ${t}`, on('2026-07-15')]),
    ],
    Actions: [
      ['Milestone', 'Action', 'Owner', 'Due'],
      ...teams.flatMap((t) => [
        [`Step ${t}`, `Call ${t}`, `Lead ${t}`, on('2026-06-18')],
        // Two cells a team that nobody can read, and a second person.
        [`Step ${t}`, `Write ${t}`, `Aide ${t}`, 'soon'],
        [`Step ${t}`, `Visit ${t}`, `Aide ${t}`, 'later'],
        [`Step ${t}`, `Ask ${t}`, `Aide ${t}`, on('2026-06-19')],
      ]),
    ],
  });
  site = await buildSite([path, ...AS_OF]);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The pages of a list, in the order in which their links lead from one to the next. */
function chain(first: string): string[] {
  const pages = [first];
  for (;;) {
    const html = site.read(`${pages.at(-1)}index.html`);
    const next = /rel="next" href="([^"]+)"/.exec(html)?.[1];
    if (next === undefined) return pages;
    const before = /rel="prev" href="([^"]+)"/.exec(site.read(`${next}index.html`))?.[1];
    // A week's first page may be at two addresses.
    if (pages.length > 1 || !first.startsWith('/review')) expect(before).toBe(pages.at(-1));
    pages.push(next);
  }
}

const times = (pages: readonly string[], what: RegExp): number =>
  new Set(pages.flatMap((page) => site.read(`${page}index.html`).match(what) ?? [])).size;

describe('a plan of many teams', () => {
  it.each<[string, string[], RegExp, number]>([
    [
      '/',
      ['/', '/overview/2/', '/overview/3/'],
      /<tr[^>]*data-keys[\s\S]*?href="\/teams\/team-\d+\/"/g,
      TEAMS,
    ],
    ['/timeline/', ['/timeline/', '/timeline/2/', '/timeline/3/'], / id="team-team-\d+"/g, TEAMS],
    ['/review/', ['/review/', '/review/2026-W25/2/', '/review/2026-W25/3/'], / id="team-team-\d+"/g, TEAMS],
    [
      '/problems/',
      ['/problems/', '/problems/2/'],
      /<section class="problem-group" id="team-team-\d+"/g,
      TEAMS,
    ],
    ['/people/', ['/people/', '/people/all/2/'], /href="\/people\/(lead|aide)-\d+\/"/g, 2 * TEAMS],
    ['/customers/', ['/customers/', '/customers/all/2/'], /href="\/customers\/customer-\d+\/"/g, TEAMS],
  ])('parts %s, with a way from page to page and every row on one of them', (first, pages, row, count) => {
    expect(chain(first)).toEqual(pages);
    expect(times(pages, row)).toBe(count);
    for (const page of pages) expect(times([page], row)).toBeLessThan(count);
  });

  it('keeps every page small', () => {
    const large = site.pages
      .map((path) => ({ path, kilobytes: site.read(`${path}index.html`).length / 1024 }))
      .filter(({ kilobytes }) => kilobytes > 600);
    expect(large).toEqual([]);
  });

  it('leads to the cells of a team wherever they stand, from its page and from an address of old', () => {
    const pages = new Set<string>();
    const old = site.read('/problems/index.html');
    for (let team = 1; team <= TEAMS; team += 1) {
      const id = `team-team-${team}`;
      const html = site.read(`/teams/team-${team}/index.html`);
      const [, page = ''] = new RegExp(`href="([^"]*)#${id}"`).exec(html) ?? [];
      pages.add(page);
      expect(site.read(`${page}index.html`)).toContain(`<section class="problem-group" id="${id}"`);
      // The address of old has a link in that place, or the cells themselves.
      expect(old).toContain(`id="${id}"`);
    }
    expect([...pages].sort()).toEqual(['/problems/', '/problems/2/']);
  });

  it('has a review whose links lead to their teams, however far down, and in which nothing moves', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${site.origin}/review/`);
      const links = page.locator('.chips a[href^="#team-"]');
      const last = links.nth((await links.count()) - 1);
      const target = (await last.getAttribute('href')) ?? '';
      expect(await page.locator(target).evaluate((team) => team.getBoundingClientRect().top)).toBeGreaterThan(
        2000,
      );
      await last.click();
      const top = () => page.locator(target).evaluate((team) => team.getBoundingClientRect().top);
      // It is the last of the page.
      await expect.poll(top).toBeLessThan(800);
      expect(await top()).toBeGreaterThan(-1);
      await page.waitForTimeout(600);
      // Back up, as a reader does.
      for (let step = 0; step < 12; step += 1) {
        await page.mouse.wheel(0, -400);
        await page.waitForTimeout(50);
      }
      const moved = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            // What moves within half a second of a click is what was asked for.
            const seen = new PerformanceObserver((list) =>
              done(list.getEntries().filter((entry) => !Reflect.get(entry, 'hadRecentInput')).length),
            );
            seen.observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(0), 500);
          }),
      );
      expect(moved).toBe(0);
    } finally {
      await browser.close();
    }
  });

  it('has no dead link among its lists', () => {
    const lists = site.pages.filter((path) => !/^\/(teams|goals|people|customers)\/(?!all)/.test(path));
    const dead = lists.flatMap((page) => {
      const html = site.read(`${page}index.html`);
      return [...html.matchAll(/\shref="(\/[^"]*|#[^"]*)"/g)]
        .map(([, href = '']) => new URL(href, `http://site${page}`))
        .filter(({ pathname, hash }) => {
          const path = join(
            site.folder,
            decodeURIComponent(pathname),
            pathname.endsWith('/') ? 'index.html' : '',
          );
          if (!existsSync(path)) return true;
          const id = decodeURIComponent(hash.slice(1));
          return id !== '' && !readFileSync(path, 'utf8').includes(`id="${id}"`);
        })
        .map(({ pathname, hash }) => `${page} → ${pathname}${hash}`);
    });
    expect([...new Set(dead)]).toEqual([]);
  });
});
