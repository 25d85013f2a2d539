import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PASSPHRASE = 'otter lantern gravel mosaic thimble';
const OTHER = 'pewter saddle orchid drizzle falcon';
const SAMPLE = ['--source', join(PROJECT, 'data/plan.xlsx'), '--passphrase'];
const env = (passphrase: string) => ({
  MILEPOST_PASSPHRASE: passphrase,
  MILEPOST_SITE: 'https://plan.example.com',
});

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  site = await buildSite([...SAMPLE, '--as-of', '2026-06-17'], env(PASSPHRASE), { keepSampleHistory: true });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Another build in the place of the one that is served. */
async function rebuild(asOf: string, passphrase: string): Promise<void> {
  const args = [...SAMPLE, '--as-of', asOf, '--data', join(site.folder, '../data'), '--out', site.folder];
  const { code, stderr } = await runCommand('build', args, { env: env(passphrase) });
  if (code !== 0) throw new Error(stderr);
}

async function opened(context: BrowserContext, path: string, wrongs: string[] = []): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => wrongs.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A host's own answer to an address that it does not know.
    if (message.type() === 'error' && !message.text().includes('404'))
      wrongs.push(`${page.url()}: ${message.text()}`);
  });
  await page.goto(site.origin + path);
  return page;
}

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

async function isLocked(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Locked', exact: true }).waitFor();
  // It comes once all else is done.
  await page.getByLabel('Passphrase', { exact: true }).waitFor();
}

async function isOpen(page: Page): Promise<void> {
  await page.locator('header.top, tv-wall').first().waitFor();
}

describe('a sealed site in a browser', () => {
  test('opens by the passphrase alone, and stays open in it', async () => {
    const wrongs: string[] = [];
    const context = await browser.newContext();
    const page = await opened(context, '/', wrongs);
    await isLocked(page);
    expect(await page.content()).not.toContain('2026');
    await unlock(page, 'a wrong passphrase of some length');
    await page.getByText('This passphrase does not open it.').waitFor();
    await unlock(page);
    await isOpen(page);
    expect(new URL(page.url()).pathname).toBe('/');
    // Links, search, what is made by script, files.
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await page.waitForURL('**/timeline/');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Control+k');
    await page.locator('site-search input').fill('bryndal');
    await page.locator('site-search [role=option]').first().waitFor();
    expect(
      await page.evaluate(async () => (await fetch('/plan.json')).headers.get('content-type')),
    ).toContain('json');
    expect(await page.evaluate(async () => (await fetch('/calendar.ics')).status)).toBe(404);
    await page.keyboard.press('Escape');
    await page.reload();
    await isOpen(page);
    await page.goto(`${site.origin}/nowhere/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await isOpen(page);
    // Says what is missing, and locks again.
    await page.goto(`${site.origin}/`);
    await page.getByText('calendars and feeds are left out').waitFor();
    expect(await page.locator('a[href$=".ics"], link[type="application/atom+xml"]').count()).toBe(0);
    await page.getByRole('link', { name: 'Lock', exact: true }).click();
    await isLocked(page);
    await page.goto(`${site.origin}/timeline/`);
    await isLocked(page);
    expect(wrongs).toEqual([]);
    await context.close();
  }, 300_000);

  test('shows every page as an open one does', async () => {
    const wrongs: string[] = [];
    const context = await browser.newContext();
    const page = await opened(context, '/', wrongs);
    await unlock(page);
    await isOpen(page);
    const links = new Set(['/']);
    for (const path of links) {
      if (links.size > 400) break;
      const response = await page.request.get(site.origin + path).catch(() => null);
      // Past the worker there is nothing to be had.
      if (path !== '/') expect(response?.status()).toBe(404);
      const found = await page.evaluate(async (address) => {
        const answer = await fetch(address);
        const text = await answer.text();
        const sent = new DOMParser().parseFromString(text, 'text/html');
        const hrefs = [...sent.querySelectorAll('a[href^="/"]')].map(
          (link) => link.getAttribute('href') ?? '',
        );
        return { ok: answer.ok, title: sent.title, hrefs };
      }, path);
      expect(found.ok, path).toBe(true);
      for (const href of found.hrefs) {
        const [plain = ''] = href.split('#');
        if (plain.endsWith('/') && plain !== '/unlock/') links.add(plain);
      }
    }
    expect(links.size).toBeGreaterThan(50);
    expect(wrongs).toEqual([]);
    await context.close();
  }, 300_000);

  test('opens a page that a link leads to, at its own address', async () => {
    const context = await browser.newContext();
    const page = await opened(context, '/timeline/?x=1#main');
    await isLocked(page);
    await unlock(page);
    await isOpen(page);
    expect(page.url()).toBe(`${site.origin}/timeline/?x=1#main`);
    await context.close();
  }, 300_000);

  test('locks itself some hours after it was last used, unless it is to stay', async () => {
    const context = await browser.newContext();
    const page = await opened(context, '/');
    await unlock(page);
    await isOpen(page);
    const until = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const asked = indexedDB.open('milepost-seal', 1);
          asked.onsuccess = () => {
            const store = asked.result.transaction('keys', 'readwrite').objectStore('keys');
            const wanted = store.get('/');
            wanted.onsuccess = () => {
              const { until: was } = wanted.result;
              store.put({ ...wanted.result, until: Date.now() - 1 }, '/').onsuccess = () => {
                asked.result.close();
                done(was - Date.now());
              };
            };
          };
        }),
    );
    expect(until / 3_600_000).toBeCloseTo(12, 0);
    await page.reload();
    await isLocked(page);
    await context.close();
  }, 300_000);

  test('keeps keys that no script can read', async () => {
    const context = await browser.newContext();
    const page = await opened(context, '/');
    await unlock(page);
    await isOpen(page);
    const kept = await page.evaluate(
      () =>
        new Promise<unknown>((done) => {
          const asked = indexedDB.open('milepost-seal', 1);
          asked.onsuccess = () => {
            const wanted = asked.result.transaction('keys').objectStore('keys').get('/');
            wanted.onsuccess = async () => {
              const { content, names, ...rest } = wanted.result;
              const read = await Promise.allSettled(
                [content, names].map((key) => crypto.subtle.exportKey('raw', key)),
              );
              done({ read: read.map(({ status }) => status), fields: Object.keys(rest).sort() });
            };
          };
        }),
    );
    expect(kept).toEqual({ read: ['rejected', 'rejected'], fields: ['id', 'until'] });
    await context.close();
  }, 300_000);

  test.each(['light', 'dark'] as const)(
    'asks for the passphrase in a way that anybody can use, %s',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme });
      const page = await opened(context, '/unlock/#tv');
      await isLocked(page);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        // axe has just been put on the page as a global, which the page's own types do not know.
        const { axe: run } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string }[] }> };
        };
        return (await run.run()).violations.map(({ id }) => id);
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('passphrase');
      await context.close();
    },
    60_000,
  );

  test('says plainly where a browser cannot open it', async () => {
    const plain = await chromium.launch({
      executablePath: process.env.MILEPOST_BROWSER ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--host-resolver-rules=MAP plan.test 127.0.0.1, MAP plan.test [::1]'],
    });
    const page = await plain.newPage();
    await page.goto(site.origin.replace('localhost', 'plan.test')).catch(() => null);
    await page.getByText('https://').waitFor();
    expect(await page.locator('form').isVisible()).toBe(false);
    await plain.close();
  }, 300_000);
});

describe('a TV', () => {
  test('opens once by a link, stays open through a new build and without network, until the passphrase changes', async () => {
    const desk = await browser.newContext();
    const maker = await opened(desk, '/unlock/#tv');
    await maker.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await maker.getByLabel('Page to open').fill('tv/?seconds=5');
    await maker.getByRole('button', { name: 'Make the link' }).click();
    const field = maker.getByLabel('Link with the key');
    await field.waitFor();
    const link = await field.inputValue();
    expect(link).toMatch(/\/unlock\/#key=[\w-]{43}&to=tv/);
    await desk.close();

    const context = await browser.newContext();
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url() + JSON.stringify(request.headers())));
    const page = await context.newPage();
    await page.goto(link);
    await isOpen(page);
    expect(page.url()).toBe(`${site.origin}/tv/?seconds=5`);
    const key = new URLSearchParams(new URL(link).hash.slice(1)).get('key') ?? 'none';
    expect(asked.filter((each) => !each.startsWith(link) && each.includes(key))).toEqual([]);
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain(key);
    await page.goto(`${site.origin}/tv/`);
    await isOpen(page);

    await rebuild('2026-06-24', PASSPHRASE);
    await page.reload();
    await isOpen(page);
    expect(await page.locator('tv-wall').getAttribute('data-as-of')).toBe('2026-06-24');
    await page.waitForLoadState('networkidle');

    await context.setOffline(true);
    await page.reload();
    await isOpen(page);
    expect(await page.locator('tv-wall').getAttribute('data-as-of')).toBe('2026-06-24');
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).not.toBe('8px');
    await context.setOffline(false);

    await rebuild('2026-06-24', OTHER);
    await page.reload();
    await isLocked(page);
    await page.getByText('The passphrase has been changed.').waitFor();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText('The key in this link does not open it.').waitFor();
    await context.close();
  }, 600_000);
});
