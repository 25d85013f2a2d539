import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigPlan } from '../helpers/big-plan.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { writeWorkbook } from '../helpers/workbooks.ts';

const TEAMS = 12;
let browser: Browser;
let site: BuiltSite;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'milepost-overview-'));
  site = await buildSite([
    await writeWorkbook(folder, 'twelve.xlsx', bigPlan(TEAMS)),
    '--as-of',
    '2026-06-17',
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(query = '', javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${site.origin}/${query}`);
  return { page, close: () => context.close() };
}

const names = (page: Page) => page.locator('.teams tbody tr:visible th > a').allTextContents();
const figures = async (page: Page, cell: string) =>
  (await page.locator(`.teams tbody tr:visible ${cell}`).allTextContents()).map((text) =>
    Number.parseInt(text, 10),
  );
const isRising = (numbers: readonly number[]) =>
  numbers.every((one, i) => i === 0 || one >= (numbers[i - 1] ?? 0));

describe('the table of teams', () => {
  it('sorts by a column, says so, and keeps it in the address', async () => {
    const { page, close } = await open();
    const ranked = await names(page);
    expect(ranked).toHaveLength(TEAMS);
    await page.locator('th[data-sort=name] button').click();
    const byName = await names(page);
    expect(byName).toEqual([...ranked].sort(new Intl.Collator('en', { numeric: true }).compare));
    expect(byName).not.toEqual(ranked);
    expect(new URL(page.url()).search).toBe('?sort=name');
    expect(await page.locator('th[aria-sort]').allTextContents()).toEqual(['Team']);
    await page.locator('th[data-sort=name] button').click();
    expect(await names(page)).toEqual(ranked);
    expect(new URL(page.url()).search).toBe('');
    await close();
  });

  it('takes its order and its filters from the address', async () => {
    const { page, close } = await open('?sort=progress&status=at-risk,off-track');
    const shown = await figures(page, '.pace-figures b');
    expect(shown.length).toBeGreaterThan(1);
    expect(isRising(shown)).toBe(true);
    expect(await page.locator('.teams tbody tr.on-track:visible').count()).toBe(0);
    expect(await page.locator('.team-filter select').inputValue()).toBe('progress');
    expect(await page.locator('.team-filter input:checked').count()).toBeGreaterThan(0);
    await close();
  });

  it('finds teams by what is typed, counts them, and goes back', async () => {
    const { page, close } = await open();
    const all = await names(page);
    const status = await page.locator('.team-filter input[type=checkbox]').first().getAttribute('value');
    await page.locator('.team-filter input[type=checkbox]').first().check();
    const some = await names(page);
    expect(some.length).toBeLessThan(all.length);
    expect(new URL(page.url()).search).toBe(`?status=${status}`);
    await page.locator('.team-filter input[type=search]').fill(all[0]?.toUpperCase() ?? '');
    expect(await page.locator('.team-count [role=status]').textContent()).toMatch(/^\d+ of 12 teams$/);
    await page.locator('.team-filter input[type=search]').fill('nobody is called this');
    expect(await page.locator('.no-match').isVisible()).toBe(true);
    await page.getByText('Show all').click();
    expect(await names(page)).toEqual(all);
    await page.goBack();
    await page.goBack();
    expect(await names(page)).toEqual(all);
    await page.goForward();
    expect((await names(page)).length).toBeLessThan(all.length);
    await close();
  });

  it('works by keyboard alone', async () => {
    const { page, close } = await open();
    await page.locator('.team-filter input[type=search]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(new URL(page.url()).search).toBe('?sort=name');
    await page.locator('th[data-sort=gap] button').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).search).toBe('?sort=gap');
    await close();
  });

  it('stands as ranked and without controls where no script runs', async () => {
    const { page, close } = await open('', false);
    expect(await page.locator('.team-filter').isVisible()).toBe(false);
    expect(await page.locator('.teams thead button').count()).toBe(0);
    expect((await names(page)).length).toBe(TEAMS);
    await close();
  });

  it('counts in the figures of the plan’s locale, as do the search and the wall', async () => {
    const sheets = {
      ...bigPlan(TEAMS),
      Settings: [
        ['Setting', 'Value'],
        ['Locale', 'ar-EG'],
      ],
    };
    const egyptian = await buildSite([
      await writeWorkbook(folder, 'egyptian.xlsx', sheets),
      '--as-of',
      '2026-06-17',
    ]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(`${egyptian.origin}/`);
    const count = page.locator('.team-count [role=status]');
    await count.filter({ hasText: 'teams' }).waitFor();
    expect(await count.textContent()).toBe('١٢ of ١٢ teams');
    await page.keyboard.press('/');
    await page.locator('#search').fill('team');
    const found = page.locator('site-search [role=status]');
    await found.filter({ hasText: /\S/ }).waitFor();
    expect(await found.textContent()).toMatch(/^[٠-٩]+ /);
    await page.goto(`${egyptian.origin}/tv/?slides=horizon`);
    expect(await page.locator('#horizon .rest:visible').textContent()).toMatch(/^\s*and [٠-٩]+ more\s*$/);
    await page.close();
    await egyptian.close();
  });

  it('shows all of a few teams, which need no filter, and sorts them all the same', async () => {
    const few = await buildSite([]);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${few.origin}/`);
    await page.locator('th[data-sort=name] button').waitFor();
    const ranked = await names(page);
    expect(ranked).toHaveLength(6);
    expect(await page.locator('.team-filter').count()).toBe(0);
    await page.locator('th[data-sort=name] button').click();
    expect(await names(page)).toEqual([...ranked].sort());
    await page.close();
    await few.close();
  });
});
