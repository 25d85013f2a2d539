import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';

let browser: Browser;
let site: BuiltSite;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await buildSite([]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(colorScheme: 'light' | 'dark', javaScriptEnabled = true) {
  const context = await browser.newContext({ colorScheme, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  return { page, ground, button: page.locator('theme-switch button'), close: () => context.close() };
}

describe('the switch between light and dark', () => {
  it('starts with the system’s colours, changes them, and remembers that on other pages', async () => {
    const { page, ground, button, close } = await open('light');
    const light = await ground();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.goto(`${site.origin}/help/`);
    expect(await ground()).toBe(dark);
    await close();
  });

  it('follows the system again once the choice is the system’s', async () => {
    const { page, ground, button, close } = await open('dark');
    const dark = await ground();
    await button.click();
    await button.click();
    expect(await ground()).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground()).not.toBe(dark);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await close();
  });

  it('never shows the system’s colours to whoever chose others, however late its script comes', async () => {
    const { page, close } = await open('light');
    const LATE = 700;
    // As browsers read it that do not know `blocking`.
    await page.route('**/help/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/ blocking="?render"?/g, '');
      await route.fulfill({ response, body });
    });
    await page.route('**/theme.js', async (route) => {
      await new Promise((done) => setTimeout(done, LATE));
      await route.continue();
    });
    await page.goto(`${site.origin}/help/`);
    const firstPaint = () =>
      page.evaluate(() => performance.getEntriesByName('first-paint')[0]?.startTime ?? null);
    await expect.poll(firstPaint).not.toBeNull();
    expect(await firstPaint()).toBeGreaterThan(LATE);
    await close();
  });

  it('is not there where no script runs', async () => {
    const { button, close } = await open('light', false);
    expect(await button.isVisible()).toBe(false);
    await close();
  });

  it('prints in light colours whatever is chosen', async () => {
    const { page, ground, button, close } = await open('light');
    await button.click();
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await close();
  });
});
