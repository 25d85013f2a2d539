import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHEETS } from '../../src/plan/columns.ts';
import { markedPlan } from '../helpers/marked-plan.ts';
import { parseCsv } from '../helpers/parse-csv.ts';
import { parseXml } from '../helpers/parse-xml.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { type Value, writeWorkbook } from '../helpers/workbooks.ts';

/** What somebody who may write in the sheet, but not in the site, might try. Each runs `hit()` where it succeeds. */
const PAYLOADS = [
  '<script>hit()</script>',
  '</title><script>hit()</script>',
  '"><img src=x onerror=hit()>',
  "' onmouseover=hit() autofocus onfocus=hit() x='",
  '<svg onload=hit()><style>*{background:url(https://evil.example/a)}</style></svg>',
  '<iframe srcdoc="<script>parent.hit()</script>"></iframe>',
  '<a href="javascript:hit()">go</a>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<form action=https://evil.example/><button autofocus>go</button></form>',
  ']]><!--</script></style></textarea></template>-->',
  '}*{background:url(https://evil.example/b)}/*',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template, for one that would fill it in.
  '{{hit()}} ${hit()} <%= hit() %> #{hit()}',
  '=HYPERLINK("https://evil.example/","go")',
  "=cmd|' /C calc'!A0",
  '+1+hit()',
  '@SUM(1)',
  '-2+3',
  '\tTab first',
  '\u202egnp.exe\u202c \u2066bidi\u2069 \u200b\ufeff',
  'NUL _x0000_ and bell _x0007_ and \ufffe',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '%2e%2e%2f?#&;',
  'BEGIN:VEVENT\r\nATTACH:https://evil.example/\r\nEND:VEVENT',
  `long ${'very '.repeat(400)}end`,
  'W'.repeat(500),
  '👩‍👩‍👧‍👦 \ud83d',
];
const LINKS = [
  'javascript:hit()',
  'JaVaScRiPt:hit()',
  ' java\tscript:hit()',
  'data:text/html,<script>hit()</script>',
  'vbscript:hit()',
  'file:///etc/passwd',
  'https://evil.example/" onclick="hit()',
  'https://evil.example/<script>hit()</script>',
];

let folder = '';
let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-hostile-'));
  const source = await writeWorkbook(folder, 'hostile.xlsx', hostilePlan());
  site = await buildSite(['--source', source, '--as-of', '2026-06-17'], {
    MILEPOST_SITE: 'https://plan.example.com',
  });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As many rows as there are payloads, each of which stands once in every column that takes text. */
function hostilePlan() {
  const plan = markedPlan();
  return Object.fromEntries(
    Object.values(SHEETS).flatMap(({ kind, name, columns }): [string, Value[][]][] => {
      const [header, first] = plan[name] ?? [];
      if (header === undefined || first === undefined) return [];
      const rows = PAYLOADS.map((_, row) =>
        first.map((value, at): Value => {
          const column = columns[at];
          if (column === undefined) return value;
          const { field, reads } = column;
          if (field === 'id') return `${value}-${row}`;
          // Rows below one another have the same number, so that each has a parent.
          if (kind === 'milestones' && field === 'goal') return `G1-${row}`;
          if (kind === 'actions' && field === 'milestone') return `M1-${row}`;
          if (field === 'team' && kind !== 'teams') return PAYLOADS[row % 6] ?? null;
          if (reads === 'link') return LINKS[row % LINKS.length] ?? null;
          if (reads === 'day' || reads === 'number' || reads === 'done' || reads === 'share') return value;
          if (reads === 'status') return row % 3 === 0 ? (PAYLOADS[row] ?? null) : value;
          return PAYLOADS[(row + (field === SHEETS[kind].title ? 0 : at)) % PAYLOADS.length] ?? null;
        }),
      );
      return [[name, [[...header], ...rows]]];
    }),
  );
}

/** A page that tells what must not happen on it. */
async function guarded(context: BrowserContext, wrongs: string[]) {
  const page = await context.newPage();
  await page.exposeFunction('hit', () => wrongs.push(`${page.url()}: script of a cell ran`));
  await page.exposeFunction('violated', (what: string) => wrongs.push(`${page.url()}: ${what}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      // Put there by `exposeFunction`.
      (globalThis as unknown as { violated(what: string): void }).violated(
        `${violatedDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  page.on('dialog', (dialog) => {
    wrongs.push(`${page.url()}: dialog ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('pageerror', (error) => wrongs.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) wrongs.push(`${page.url()}: asked ${request.url()}`);
  });
  return page;
}

test('no cell runs, loads or sends anything, on any page', async () => {
  const wrongs: string[] = [];
  const context = await browser.newContext();
  const page = await guarded(context, wrongs);
  // Walls are slow to open; those of a few teams stand for all.
  const walls = site.pages.filter((path) => path.endsWith('/tv/'));
  for (const path of site.pages) {
    if (walls.indexOf(path) > 3 && path !== '/tv/') continue;
    await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
    if (new URL(page.url()).origin !== site.origin) wrongs.push(`${path}: left for ${page.url()}`);
    const found = await page.evaluate(async () => {
      const links = [...document.querySelectorAll('a[href], area[href], form[action], use, image')].map(
        (each) => each.getAttribute('href') ?? each.getAttribute('action') ?? '',
      );
      const odd = links.filter((href) => !/^(?:https?:|#|\/|\?|$)/.test(href));
      const handlers = [...document.querySelectorAll('*')].filter((each) =>
        [...each.attributes].some(({ name }) => name.startsWith('on') || name === 'srcdoc'),
      );
      const scripts = [...document.scripts].filter(({ src }) => !src.startsWith(location.origin));
      // As the page was sent: script may place what it moves.
      const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      const styles = sent.querySelectorAll('[style], style').length;
      const frames = document.querySelectorAll('iframe, object, embed, base').length;
      return {
        odd,
        handlers: handlers.map((each) => each.outerHTML.slice(0, 200)),
        scripts: scripts.length + styles,
        frames,
      };
    });
    if (found.odd.length + found.handlers.length + found.scripts + found.frames > 0)
      wrongs.push(`${path}: ${JSON.stringify(found)}`);
  }
  expect(wrongs).toEqual([]);
  await context.close();
}, 300_000);

test('what is searched for and found stays text', async () => {
  const wrongs: string[] = [];
  const context = await browser.newContext();
  const page = await guarded(context, wrongs);
  await page.goto(site.origin);
  await page.waitForLoadState('networkidle');
  for (const query of ['onerror', 'script', 'iframe srcdoc']) {
    await page.keyboard.press('Control+k');
    await page.locator('site-search input').fill(query);
    await page.locator('site-search [role=option]').first().waitFor();
    await page.keyboard.press('Escape');
  }
  expect(wrongs).toEqual([]);
  await context.close();
}, 60_000);

test('the policy holds: a script put into a page does not run', async () => {
  const wrongs: string[] = [];
  const context = await browser.newContext();
  const page = await guarded(context, wrongs);
  await page.goto(site.origin);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=hit()><p style="color:red">x</p>');
    const script = document.createElement('script');
    script.textContent = 'hit()';
    document.body.append(script);
  });
  await page.waitForTimeout(500);
  expect(wrongs.filter((wrong) => wrong.includes('ran'))).toEqual([]);
  expect(wrongs.filter((wrong) => /script-src|style-src/.test(wrong)).length).toBeGreaterThanOrEqual(3);
  await context.close();
}, 60_000);

test('tables hold no formula, feeds and calendars are well formed', () => {
  for (const name of ['actions.csv', 'milestones.csv']) {
    const cells = parseCsv(site.read(name).replace(/^\ufeff/, '')).flat();
    expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/.test(cell))).toEqual([]);
  }
  expect(() => parseXml(site.read('changes.xml'))).not.toThrow();
  const calendars = [site.read('calendar.ics')];
  for (const text of calendars) {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((event) => event.hasProperty('attach'))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(text).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
  }
  expect(() => JSON.parse(readFileSync(join(site.folder, 'plan.json'), 'utf8'))).not.toThrow();
});
