import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';

/** A goal of the sample, whose history has twelve weeks. */
const GOAL = '/goals/f1/';

let browser: Browser;
let site: BuiltSite;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await buildSite([], {}, { keepSampleHistory: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(options: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' } = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 500 }, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.origin + GOAL);
  return { page, asked, complaints, close: () => context.close() };
}

const charts = (page: Page) => page.locator('live-chart');
const isDrawn = (page: Page) => page.locator('.series path').first().isVisible();

/** How many dots of a canvas have a colour. */
function painted(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('live-chart canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
  });
}

/** The darkest dot that is painted, from 0 to 255. */
function darkest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('live-chart canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let least = 255;
    for (let i = 0; i < pixels.length; i += 4)
      if (pixels[i + 3] === 255) least = Math.min(least, pixels[i] ?? 255);
    return least;
  });
}

describe('a chart', () => {
  it('stands as a picture with its figures where no script runs', async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    expect(await charts(page).count()).toBe(2);
    expect(await isDrawn(page)).toBe(true);
    expect(await page.locator('.chart table').first().locator('tbody tr').count()).toBeGreaterThan(10);
    await close();
  });

  it('comes to life when it is seen, and not before', async () => {
    const { page, asked, complaints, close } = await open();
    const isRuntime = (url: string) => url.includes('chart-runtime');
    await page.waitForLoadState('networkidle');
    expect(asked.filter(isRuntime)).toEqual([]);
    const before = await charts(page).first().boundingBox();
    await charts(page).first().scrollIntoViewIfNeeded();
    // Of two that came into sight at once, either may be the first to live.
    await charts(page).first().and(page.locator('.live')).waitFor();
    await expect.poll(() => painted(page)).toBeGreaterThan(100);
    expect(asked.filter(isRuntime)).toHaveLength(1);
    expect(await isDrawn(page)).toBe(false);
    const after = await charts(page).first().boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads the figures of the table out, by keyboard and by pointer', async () => {
    const { page, close } = await open();
    await charts(page).first().scrollIntoViewIfNeeded();
    await charts(page).first().locator('canvas').focus();
    const tip = page.locator('.chart-tip').first();
    const rows = page.locator('.chart').first().locator('tbody tr');
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return tip.textContent();
      })
      .not.toBe('');
    const [day, ...cells] = (await rows.last().locator('th, td').allTextContents()).map((text) =>
      text.trim(),
    );
    const said = (await tip.textContent()) ?? '';
    expect(said.startsWith(`${day}: `)).toBe(true);
    for (const cell of cells) expect(said).toContain(cell);
    await page.keyboard.press('ArrowLeft');
    expect(await tip.textContent()).toContain((await rows.nth(-2).locator('th').textContent())?.trim() ?? '');
    await page.keyboard.press('Escape');
    expect(await tip.textContent()).toBe('');
    await page
      .locator('live-chart canvas')
      .first()
      .hover({ position: { x: 8, y: 40 } });
    expect(await tip.textContent()).toContain((await rows.first().locator('th').textContent())?.trim() ?? '');
    await close();
  });

  it('takes on the colours of the theme, and is a picture again on paper', async () => {
    const { page, close } = await open({ colorScheme: 'light' });
    await charts(page).first().scrollIntoViewIfNeeded();
    await expect.poll(() => painted(page)).toBeGreaterThan(100);
    expect(await darkest(page)).toBeLessThan(60);
    await page.locator('theme-switch button').click();
    await expect.poll(() => darkest(page)).toBeGreaterThan(60);
    await page.emulateMedia({ media: 'print' });
    expect(await isDrawn(page)).toBe(true);
    expect(await page.locator('live-chart canvas').first().isVisible()).toBe(false);
    await close();
  });
});

describe('satisfaction', () => {
  it('is drawn for a customer with two values or more, listed behind it, and alive when it is seen', async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(`${site.origin}/customers/lindehus-housing/`);
    const chart = page.locator('.chart');
    expect(await chart.locator('figcaption').textContent()).toContain('Down to 4.5, from 7.5 on 25 Mar.');
    expect(await chart.locator('tbody tr').count()).toBe(6);
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('canvas').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await chart.locator('output').textContent()).toContain('Satisfaction 4.5');
    await page.goto(`${site.origin}/customers/skarvo-ferries/`);
    expect(await page.locator('.chart').count()).toBe(0);
    await page.goto(`${site.origin}/customers/`);
    const row = page.locator('tr', { hasText: 'Lindehus Housing' });
    expect(await row.textContent()).toContain('down from 5.5 on 11\u00a0Jun');
    await page.goto(`${site.origin}/changes/`);
    expect(await page.locator('main').textContent()).toContain('satisfaction: 5.5 to 4.5');
    expect(site.read('changes.xml')).toContain('Customer “Lindehus Housing”: satisfaction: 5.5 to 4.5');
    await page.goto(`${site.origin}/review/2026-W24/`);
    const [housing] = await page.locator('.review-team', { hasText: 'Block A' }).allTextContents();
    expect(housing).toContain('satisfaction: 5.5 to 4.5');
    await page.close();
  });
});
