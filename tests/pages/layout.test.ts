import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';

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

/** Opens a page of the sample's site in a window of a width. */
async function open(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site.origin}${path}`);
  return page;
}

describe('a status', () => {
  it.each([
    ['/', '#attention + .rows > li'],
    ['/teams/housing/', '.milestone > details > summary'],
    ['/review/', '.review-parts li:has(.mark)'],
    ['/customers/', '.marked > li'],
    ['/customers/lindehus-housing/', '.way > .step'],
  ])('is told on %s by a sign and by a word that is seen', async (path, selector) => {
    const page = await open(path, 1440);
    const rows = page.locator(selector);
    expect(await rows.count()).toBeGreaterThan(2);
    for (const row of await rows.all()) {
      const text = await row.innerText();
      const sign = await row.locator('.mark use').first().getAttribute('href');
      // Words that are hidden for the eye are a pixel wide.
      const hidden = await row.locator('.unseen').allInnerTexts();
      const seen = hidden.reduce((left, each) => left.replace(each, ''), text);
      expect(seen, `${sign} without its word`).toContain(sign?.slice(1).replace('-', ' '));
    }
    await page.close();
  });
});

describe('weekly measures', () => {
  it('has no week out of sight on a phone', async () => {
    const page = await open('/teams/hospitals/', 390);
    const places = await page
      .locator('.measures tbody td, .measures tbody th')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
    const whole = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.close();
    expect(whole).toBe(390);
    expect(places.length).toBe(2 * 16);
    expect(Math.max(...places)).toBeLessThanOrEqual(390);
  });
});

describe('the weekly review', () => {
  it('has each part of the agenda at the same place with every team, and tears none apart', async () => {
    const page = await open('/review/', 1440);
    const parts = await page.locator('.review-parts section').evaluateAll((sections) =>
      sections.map((section) => ({
        part: section.querySelector('h3')?.innerText ?? '',
        lefts: [...section.querySelectorAll('h3, ul > li')].map((each) =>
          Math.round(each.getBoundingClientRect().left),
        ),
      })),
    );
    await page.close();
    expect(new Set(parts.map(({ part }) => part))).toEqual(
      new Set([
        '1 Promised last week',
        '2 What moved',
        '4 At risk, and why',
        '5 Promised for this week',
        '6 Updates',
      ]),
    );
    const [left = 0, right = 0] = [...new Set(parts.flatMap(({ lefts }) => lefts))].sort((a, b) => a - b);
    // The last team has nothing on the left: what it has begins there.
    for (const { part, lefts } of parts.slice(0, -1))
      expect(new Set(lefts), part).toEqual(new Set([/^[123]/.test(part) ? left : right]));
  });
});
