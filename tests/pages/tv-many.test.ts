import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilRunning } from '../../scripts/soak/running.ts';
import { type Files, readFiles, rebuilt, WallServer } from '../../scripts/soak/wall-server.ts';
import { MOST_TEAMS } from '../../src/site/tv/slides.ts';
import { markupFaults } from '../helpers/markup-faults.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { on, writeWorkbook } from '../helpers/workbooks.ts';

/** Teams that are late, as many as a wall has room for, and four that are done with their first milestone. */
const LATE = Array.from({ length: MOST_TEAMS }, (_, i) => `Late ${i + 1}`);
const CALM = ['Calm 1', 'Calm 2', 'Calm 3', 'Calm 4'];

let browser: Browser;
let site: BuiltSite;
let files: Files;
let server: WallServer;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-wall-'));
  const teams = [...LATE, ...CALM];
  const path = await writeWorkbook(folder, 'many.xlsx', {
    Goals: [
      ['Team', 'Goal', 'Start', 'Due'],
      ...teams.map((t) => [t, `Goal of ${t}`, on('2026-01-01'), on('2026-12-31')]),
    ],
    Milestones: [
      ['Goal', 'Milestone', 'Due', 'Done on'],
      ...teams.map((t) => [
        `Goal of ${t}`,
        `Step of ${t}`,
        on(t.startsWith('Late') ? '2026-06-01' : '2026-06-15'),
        t.startsWith('Late') ? null : on('2026-06-14'),
      ]),
      ...CALM.map((t) => [`Goal of ${t}`, `Next of ${t}`, on('2026-12-01'), null]),
    ],
    Actions: [
      ['Milestone', 'Action', 'Owner', 'Due'],
      ...LATE.map((t) => [`Step of ${t}`, `Call for ${t}`, `Lead of ${t}`, on('2026-06-18')]),
      ...CALM.map((t) => [`Next of ${t}`, `Call for ${t}`, `Lead of ${t}`, on('2026-06-18')]),
    ],
  });
  [browser, site] = await Promise.all([launchBrowser(), buildSite([path, '--as-of', '2026-06-17'])]);
  files = readFiles(site.folder);
  server = new WallServer(files);
  await server.up();
});
afterAll(async () => {
  await browser.close();
  await server.down();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The walls of teams that were asked for. */
  readonly asked: string[];
}

/** @param isTimed whether the page's clock is moved by hand */
async function open(query: string, isTimed = false): Promise<Opened> {
  server.files = files;
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (isTimed) await page.clock.install({ time: '2026-06-17T09:00:00Z' });
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/teams/')) asked.push(pathname);
  });
  await page.goto(`${server.origin}/tv/${query}`);
  await untilRunning(page);
  return { page, context, asked };
}

/** Waits until a thing is as it should be, while the page's clock goes on: builds come over the network, whose time is real. */
async function eventually(page: Page, holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return true;
    await page.clock.runFor(6000);
    await new Promise((done) => setTimeout(done, 40));
  }
  return false;
}

const now = (page: Page) => page.locator('.slide:not([hidden])').evaluate((slide) => slide.id);

async function walk(page: Page, steps: number): Promise<string[]> {
  const seen: string[] = [];
  for (let i = 0; i < steps; i += 1) {
    seen.push(await now(page));
    await page.keyboard.press('ArrowRight');
  }
  return seen;
}

describe('the wall of more teams than have room', () => {
  it('has slides of those that need attention most, and says how many more there are, and where', () => {
    for (const [path, text] of [
      [
        'tv',
        'Slides of the 100 teams that need attention most; the other 4 are in the overview, each with its own wall.',
      ],
      [
        'tv/de',
        'Tafeln der 100 Teams, die Aufmerksamkeit am nötigsten haben; die anderen 4 stehen im Überblick, je mit eigener Wand.',
      ],
    ]) {
      const html = site.read(`${path}/index.html`);
      expect(html.match(/ id="team-late-/g)).toHaveLength(MOST_TEAMS);
      expect(html.match(/ id="review-late-/g)).toHaveLength(MOST_TEAMS);
      expect(html).not.toContain('id="team-calm-');
      expect(html).not.toContain('id="review-calm-');
      const [, line = ''] = /<p class="rest">\s*(.*?)<\/p>/s.exec(html) ?? [];
      expect(line).toContain('href="/"');
      expect(line.replace(/<[^>]*>/g, '').trim()).toBe(text);
    }
  });

  it('says it on its first slide, also in a review, whose lists count the others', async () => {
    const { page, context } = await open('?review&night=off');
    expect(await page.locator('#review-agenda .rest').textContent()).toMatch(/^\s*and \d+ more\s*$/);
    const listed = await page.locator('#review-agenda li').filter({ visible: true }).count();
    const parts = 3 - ((await page.locator('#review-told').count()) ? 0 : 1);
    const left = Number(/\d+/.exec((await page.locator('#review-agenda .rest').textContent()) ?? '')?.[0]);
    expect(listed + left).toBe(MOST_TEAMS + CALM.length + parts);
    await page.keyboard.press('ArrowRight');
    expect(await now(page)).toBe('standing');
    expect(await page.getByText('the other 4 are in the overview').isVisible()).toBe(true);
    await context.close();
  });

  it('is valid HTML', async () => {
    expect(await markupFaults(site.read('tv/index.html'))).toEqual([]);
  });

  it('is told of where one is set up', () => {
    expect(site.read('tv/setup/index.html')).toContain('with slides of the 100 that need attention most');
  });
});

describe('an address that names teams of which the page has no slides', () => {
  it('has them from their own walls, in its order, beside those that are there', async () => {
    const { page, context, asked } = await open('?teams=calm-3,late-7,calm-1&slides=team');
    expect(await walk(page, 4)).toEqual(['team-late-7', 'team-calm-3', 'team-calm-1', 'team-late-7']);
    expect(asked.sort()).toEqual(['/teams/calm-1/tv/', '/teams/calm-3/tv/']);
    await context.close();
  });

  it('goes on after a reload where it was', async () => {
    const { page, context } = await open('?teams=calm-3,calm-1&slides=team');
    await page.keyboard.press('ArrowRight');
    expect(await now(page)).toBe('team-calm-1');
    await page.reload();
    await untilRunning(page);
    expect(await now(page)).toBe('team-calm-1');
    await context.close();
  });

  it('has them in the language that it asks for', async () => {
    const { page, context } = await open('?teams=calm-1&slides=team&locale=de-DE');
    await page.waitForURL('**/tv/de/**');
    expect(await page.locator('#team-calm-1 h3:visible').first().textContent()).toBe('Nächste Meilensteine');
    await context.close();
  });

  it('has them in a review, before its end', async () => {
    const { page, context } = await open('?review&teams=calm-2,calm-1');
    const seen = await walk(page, 6);
    expect(seen.filter((id) => id !== 'review-told')).toEqual(
      ['review-agenda', 'standing', 'review-calm-2', 'review-calm-1', 'review-end', 'review-agenda'].slice(
        0,
        seen.includes('review-told') ? 5 : 6,
      ),
    );
    await context.close();
  });

  it('keeps them through a new build, which waits until all of it can be had', async () => {
    const { page, context } = await open('?teams=calm-1&slides=team&seconds=5', true);
    let isCut = true;
    await page.route('**/teams/calm-1/tv/', (route) => (isCut ? route.abort() : route.continue()));
    const title = () => page.locator('.wall-title').textContent();
    let refused = 0;
    page.on('requestfailed', () => {
      refused += 1;
    });
    server.files = rebuilt(files, 'Build 2');
    expect(await eventually(page, async () => refused > 1)).toBe(true);
    expect(await title()).not.toBe('Build 2');
    expect(await now(page)).toBe('team-calm-1');
    isCut = false;
    expect(await eventually(page, async () => (await title()) === 'Build 2')).toBe(true);
    expect(await now(page)).toBe('team-calm-1');
    await context.close();
  });

  it('has them without network too, once they were kept', async () => {
    const { page, context } = await open('?teams=calm-1&slides=team');
    const kept = () =>
      page.evaluate(async () =>
        (await caches.has('milepost-tv /tv/'))
          ? (await (await caches.open('milepost-tv /tv/')).keys()).map(({ url }) => new URL(url).pathname)
          : [],
      );
    await expect.poll(kept, { timeout: 30_000, interval: 250 }).toContain('/teams/calm-1/tv/');
    await page.close();
    await server.down();
    try {
      const again = await context.newPage();
      await again.goto(`${server.origin}/tv/?teams=calm-1&slides=team`);
      await untilRunning(again);
      expect(await now(again)).toBe('team-calm-1');
    } finally {
      await server.up();
      await context.close();
    }
  });

  it.each([
    '?teams=..',
    '?teams=.',
    '?teams=//evil.example/x',
    '?teams=https:%2F%2Fevil.example%2F',
    '?teams=%22%5D,*,%5C',
    '?teams=__proto__,constructor,{id}',
    '?teams=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
    '?teams=%00,%F0%9F%92%A9,%uD800',
    '?teams=nobody',
  ])('shows what there is where they are no teams: %s', async (query) => {
    const faults: string[] = [];
    server.files = files;
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => faults.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${server.origin}/`)) faults.push(request.url());
    });
    await page.goto(`${server.origin}/tv/${query}`);
    await untilRunning(page);
    expect(await now(page)).toBe('standing');
    expect(await page.locator('[id=standing]').count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('asks for no more of them than a wall can show', async () => {
    const { context, asked } = await open(`?teams=${Array.from({ length: 2500 }, (_, i) => i).join()}`);
    expect(asked).toHaveLength(100);
    await context.close();
  });
});
