import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Ledger } from './ledger.ts';
import { brotliSize, type ServedSite } from './served-site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Opens each page in every theme and width, and holds what it loads, says and shows against the bars. */
export async function checkPages(
  browser: Browser,
  site: ServedSite,
  paths: readonly string[],
  ledger: Ledger,
): Promise<void> {
  for (const path of paths) {
    const where = `${site.name} ${path}`;
    for (const dark of [false, true]) {
      const theme = dark ? 'dark' : 'light';
      const { page, close } = await open(browser, site, path, dark);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 800 });
        const violations = await axe(page);
        ledger.add('axe', violations.length, `${where} ${width} ${theme}`, violations[0]);
      }
      if (!dark) {
        await checkNarrow(page, where, ledger);
        await checkFocus(page, where, ledger);
      }
      await close();
    }
    await checkLoad(browser, site, path, where, ledger);
    await checkScriptless(browser, site, path, where, ledger);
  }
}

async function open(browser: Browser, site: ServedSite, path: string, dark: boolean) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return { page, close: () => context.close() };
}

async function axe(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which no policy holds up.
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    // axe has just been put on the page as a global, which the page's own types do not know.
    const { axe: run } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await run.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  }, TAGS);
}

/** What a page loads, before and after it is scrolled through, what it says to the console, and what moves. */
async function checkLoad(browser: Browser, site: ServedSite, path: string, where: string, ledger: Ledger) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 800 } });
  const page = await context.newPage();
  const said: string[] = [];
  const foreign: string[] = [];
  const loaded = { css: 0, script: 0, fonts: 0, fontFiles: 0 };
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  page.on('response', async (response) => {
    const kind = response.request().resourceType();
    const body = await response.body().catch(() => Buffer.alloc(0));
    if (kind === 'stylesheet') loaded.css += brotliSize(body);
    if (kind === 'script') loaded.script += brotliSize(body);
    if (kind === 'font') {
      loaded.fonts += body.length;
      loaded.fontFiles += 1;
    }
  });
  await page.addInitScript(() => {
    const seen = { shift: 0, csp: 0 };
    Object.assign(window, { milepostSeen: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) seen.shift += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('securitypolicyviolation', () => {
      seen.csp += 1;
    });
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  ledger.add('css', loaded.css, where);
  // A chart may be seen at once, on a short page.
  if ((await page.locator('live-chart.live').count()) === 0) ledger.add('script', loaded.script, where);
  await scrollThrough(page);
  await page.waitForLoadState('networkidle');
  ledger.add('scriptCharts', loaded.script, where);
  ledger.add('fonts', loaded.fonts, where);
  ledger.add('fontFiles', loaded.fontFiles, where);
  ledger.add('console', said.length, where, said[0]);
  ledger.add('foreign', foreign.length, where, foreign[0]);
  const { shift, csp } = await page.evaluate(() => {
    // Put there above.
    const { milepostSeen } = window as unknown as { milepostSeen: { shift: number; csp: number } };
    return milepostSeen;
  });
  ledger.add('shift', shift, where);
  ledger.add('csp', csp, where);
  await context.close();
}

/** Shows every part of a page, as a reader would. */
export async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 600) {
    await page.evaluate((to) => scrollTo(0, to), top);
    await page.waitForTimeout(120);
  }
}

/** 320 px: what a window of 1280 px has at 400 %. */
async function checkNarrow(page: Page, where: string, ledger: Ledger) {
  await page.setViewportSize({ width: 320, height: 800 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  ledger.add('overflow', Math.max(0, over), where);
}

/** How many stops by the Tab key are looked at: the head, the foot, and what is between them of most pages. */
const MOST_STOPS = 60;

/** Goes through a page by the Tab key, and looks whether each stop shows that it has the focus. */
async function checkFocus(page: Page, where: string, ledger: Ledger) {
  await page.setViewportSize({ width: 1440, height: 800 });
  const dark: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { width, height } = focused.getBoundingClientRect();
      const isMarked =
        outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
      const isShown = isMarked && width > 0 && height > 0;
      return { isShown, html: focused.outerHTML.slice(0, 100) };
    });
    if (seen === null) break;
    if (!seen.isShown) dark.push(seen.html);
  }
  ledger.add('focus', dark.length, where, dark[0]);
}

/** Milliseconds after which a page's script has done what it does by itself. */
const SETTLED = 300;

/** Words that stand on a page with script and not without: its controls and charts aside, there should be none. */
async function checkScriptless(
  browser: Browser,
  site: ServedSite,
  path: string,
  where: string,
  ledger: Ledger,
) {
  const words = async (javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 800 }, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    if (javaScriptEnabled) await page.waitForTimeout(SETTLED);
    const text = await page.locator('main').evaluate((main) =>
      [...main.querySelectorAll('p, li, td, th, h1, h2, h3, dd, dt, summary, text')]
        .filter((element) => element.closest('search, button, output, [role=status]') === null)
        .map((element) => element.textContent ?? '')
        .join(' '),
    );
    await context.close();
    return new Set(text.split(/\s+/).filter((word) => /\p{L}/u.test(word)));
  };
  const [withScript, without] = [await words(true), await words(false)];
  const missing = [...withScript].filter((word) => !without.has(word));
  ledger.add('unread', missing.length, where, missing[0]);
}
