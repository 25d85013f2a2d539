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

async function open(path = '/') {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(site.origin + path);
  await page.waitForLoadState('networkidle');
  const input = page.locator('site-search input');
  const options = page.locator('site-search [role=option]');
  const type = async (text: string) => {
    await input.fill(text);
    await options.first().waitFor();
    return (await options.allTextContents()).map((each) => each.trim());
  };
  return { page, asked, complaints, input, options, type, context, close: () => context.close() };
}

describe('the search', () => {
  it('opens by a key, fetches its index only then, and leads by keyboard to what it finds', async () => {
    const { page, asked, complaints, input, type, close } = await open();
    expect(asked).not.toContain('/search.json');
    await page.keyboard.press('/');
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    const found = await type('bryndal');
    expect(found.some((text) => text.includes('Milk from Bryndal stays fresh'))).toBe(true);
    expect(asked.filter((path) => path === '/search.json')).toHaveLength(1);
    expect(await page.locator('site-search [role=status]').textContent()).toBe(`${found.length} found`);
    expect(await input.getAttribute('aria-activedescendant')).toBe('found-0');
    await page.keyboard.press('ArrowDown');
    expect(await input.getAttribute('aria-activedescendant')).toBe('found-1');
    await page.keyboard.press('ArrowUp');
    const href = await page.locator('#found-0').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => href?.startsWith(url.pathname) ?? false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('finds in spite of accents and small slips, and says where nothing is found', async () => {
    const { page, type, input, close } = await open('/help/');
    await page.locator('site-search button').click();
    expect((await type('karadere holm')).join()).toContain('Elif Karadere-Holm');
    expect((await type('asantofy')).join()).toContain('Kwame Asantofi');
    expect((await type('SKARVO')).join()).toContain('Skarvø');
    await input.fill('zzzzzz');
    await page.getByText('Nothing is called that.').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('site-search dialog').isVisible()).toBe(false);
    await close();
  });

  it('does not take the key from somebody who types', async () => {
    const { page, type, input, close } = await open();
    await page.keyboard.press('Control+k');
    await type('milk');
    await page.keyboard.press('End');
    await page.keyboard.type('/');
    expect(await input.inputValue()).toBe('milk/');
    await close();
  });

  it('works without a connection once it is loaded', async () => {
    const { page, type, context, close } = await open();
    await page.keyboard.press('/');
    await type('milk');
    await context.setOffline(true);
    expect((await type('hospital')).length).toBeGreaterThan(0);
    await close();
  });

  it('opens the row that it leads to, where that is folded away', async () => {
    const { page, type, close } = await open();
    await page.keyboard.press('/');
    await type('hang the lab sheets');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#milestone-/);
    await page.getByText('Hang the lab sheets beside line 2').first().waitFor({ state: 'visible' });
    await close();
  });
});
