import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markupFaults } from '../helpers/markup-faults.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { SMALL_PLAN, type Value, writeWorkbook } from '../helpers/workbooks.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { Actions = [] } = SMALL_PLAN;
const NASTY = '<img src=x onerror=alert(1)>\u202e';
const MAX_PAGE_BYTES = 40 * 1024;
const MAX_SCRIPT_BYTES = 6 * 1024;

let browser: Browser;
let site: BuiltSite;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-problems-'));
  const rows: Value[][] = Array.from({ length: 1000 }, (_, i) => [
    'M2',
    `Call the nurse of ward ${i}`,
    'Ann Lee',
    i === 0 ? NASTY : `soon, ${i} or so`,
    null,
    null,
  ]);
  const path = await writeWorkbook(folder, 'plan.xlsx', {
    ...SMALL_PLAN,
    Teams: [
      ['Team', 'Leader'],
      ['North', 'Rosa'],
    ],
    Actions: [...Actions, ...rows],
    People: [['Nobody'], ['x']],
  });
  browser = await launchBrowser();
  site = await buildSite([path, '--as-of', '2026-06-17'], { MILEPOST_SITE: 'https://plan.example.com' });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/problems/`);
    await use(page);
  } finally {
    await context.close();
  }
}

describe('the page of a thousand problems', () => {
  it('is small, and its script a small file of its own', () => {
    const page = site.read('problems/index.html');
    expect(brotliCompressSync(page).length).toBeLessThan(MAX_PAGE_BYTES);
    const sources = [...page.matchAll(/<script type="module" src="([^"]+)"><\/script>/g)].map(
      ([, src]) => src,
    );
    const own = sources.filter((source) => source?.includes('MendLine'));
    expect(own).toHaveLength(1);
    expect(brotliCompressSync(site.read(own[0] ?? '')).length).toBeLessThan(MAX_SCRIPT_BYTES);
  });

  it('is valid HTML, with the text of cells as text', async () => {
    const page = site.read('problems/index.html');
    expect(page).not.toContain('<img');
    expect(await markupFaults(page)).toEqual([]);
  });

  it('shows ten of a sheet, folds the rest away, and opens it', async () => {
    await open({}, async (page) => {
      const shown = page.locator('#team-north .problem:visible');
      expect(await shown.count()).toBe(10);
      await page.getByText('390 errors more in Actions').click();
      expect(await shown.count()).toBe(400);
    });
  });

  it('leads on to the rest of them, each once', () => {
    const cells = ['', '2/', '3/'].flatMap((at) =>
      [...site.read(`problems/${at}index.html`).matchAll(/class="cell">([A-Z]+\d+)</g)].map(
        ([, cell]) => cell,
      ),
    );
    expect(new Set(cells).size).toBe(1000);
    expect(site.read('problems/index.html')).toContain('href="/problems/2/"');
    expect(site.read('problems/3/index.html')).not.toContain('href="/problems/4/"');
  });

  it('shows all of them on paper', async () => {
    await open({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const last = page.locator('#team-north .problem').last();
      expect((await last.boundingBox())?.height).toBeGreaterThan(10);
      expect(await page.locator('.mend-line button').first().isVisible()).toBe(false);
    });
  });

  it('is accessible when opened, in light and dark, and fits a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await open({ colorScheme, viewport: { width: 320, height: 800 } }, async (page) => {
        await page.evaluate(axe);
        await page.locator('summary').first().click();
        const found = await page.evaluate(async () => {
          // axe has just been put on the page as a global, which the page's own types do not know.
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(found).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      });
    }
  });
});

describe('the line of a team’s leader', () => {
  const start = 'Rosa: 1,000 cells to mend in plan.xlsx — Actions!D4 (';

  it('is selected whole by a click, without script, and has no button then', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('#team-north .mend-line button').isVisible()).toBe(false);
      const line = page.locator('#team-north .mend-text');
      expect(await line.evaluate((element) => getComputedStyle(element).userSelect)).toBe('all');
      expect(await line.textContent()).toContain(start);
    });
  });

  it('is copied by a button, by keyboard too', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const button = page.getByRole('button', { name: 'Copy the line for Rosa' });
      await button.press('Enter');
      await page.getByText('Copied').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.startsWith(start)).toBe(true);
      expect(copied.endsWith('and 992 more. https://plan.example.com/problems/#team-north')).toBe(true);
      expect(copied).not.toMatch(/\n|\u202e/);
    });
  });

  it('stays to be copied by hand where the browser has no clipboard', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const page = await context.newPage();
    await page.goto(`${site.origin}/problems/`);
    await page.waitForFunction(() => customElements.get('mend-line') !== undefined);
    expect(await page.locator('.mend-line button').first().isVisible()).toBe(false);
    await context.close();
  });
});
