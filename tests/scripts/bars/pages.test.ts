import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkFiles } from '../../../scripts/bars/files.ts';
import { Ledger } from '../../../scripts/bars/ledger.ts';
import { checkPages } from '../../../scripts/bars/pages.ts';
import { type ServedSite, serveSite } from '../../../scripts/bars/served-site.ts';
import { launchBrowser } from '../../helpers/site.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`;

/** A page that keeps every bar, and pages that each break some. */
const PAGES: Readonly<Record<string, string>> = {
  'index.html': page('<p>All is well. <a href="/help/#there">Help</a></p>'),
  'help/index.html': page('<h2 id="there">There</h2>'),
  'bad-link/index.html': page('<p><a href="/nowhere/">Gone</a> <a href="/help/#not-there">Lost</a></p>'),
  'bad-markup/index.html': page('<p><div>In a paragraph</div></p>'),
  'bad-label/index.html': page('<input type="text">'),
  'bad-script/index.html': page('<script>document.title = "x"</script>'),
  'bad-host/index.html': page('<p>Far</p>', '<link rel="stylesheet" href="http://localhost:9/style.css">'),
  'bad-width/index.html': page('<p class="wide">Wide</p>', '<link rel="stylesheet" href="/wide.css">'),
  'bad-shift/index.html': page('<p id="late"></p><p>Below</p>', '<script src="/shift.js" defer></script>'),
  'bad-focus/index.html': page(
    '<p><a href="/">Nowhere to be seen</a></p>',
    '<link rel="stylesheet" href="/focus.css">',
  ),
};
const FILES: Readonly<Record<string, string>> = {
  ...PAGES,
  'wide.css': '.wide { width: 900px; }',
  'focus.css': 'a:focus { outline: none; }',
  'shift.js':
    'setTimeout(() => { document.querySelector("#late").textContent = "late ".repeat(900); console.log("moved"); }, 200);',
  '404.html': page('<p>Gone</p>'),
};

let browser: Browser;
let site: ServedSite;
const folder = mkdtempSync(join(tmpdir(), 'milepost-bars-test-'));
beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  browser = await launchBrowser();
  site = await serveSite('test', folder);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const known = new Map<string, string[]>();

/** The titles of the bars that a page breaks. */
async function broken(path: string): Promise<string[]> {
  const before = known.get(path);
  if (before) return before;
  const ledger = new Ledger();
  const alone = { ...site, pages: [path] };
  await checkFiles(alone, [path], ledger);
  await checkPages(browser, alone, [path], ledger);
  const titles = ledger.results.filter(({ isKept }) => !isKept).map(({ bar }) => bar.title);
  known.set(path, titles);
  return titles;
}

it('a sound page breaks no bar', async () => {
  expect(await broken('/')).toEqual([]);
});

it.each([
  ['/bad-link/', 'dead links and fragments'],
  ['/bad-markup/', 'html-validate messages'],
  ['/bad-label/', 'axe violations (WCAG 2.2 AA, best practices)'],
  ['/bad-script/', 'violations of the content security policy'],
  ['/bad-host/', 'requests to other hosts'],
  ['/bad-width/', 'wider than the window at 320 px'],
  ['/bad-shift/', 'layout shift'],
  ['/bad-shift/', 'console messages'],
  ['/bad-shift/', 'words of a page that need script'],
  ['/bad-focus/', 'focused controls without a visible sign'],
])('%s breaks the bar on %s', async (path, bar) => {
  expect(await broken(path)).toContain(bar);
});
