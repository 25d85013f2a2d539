import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigPlan } from '../helpers/big-plan.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [320, 390, 1440] as const;
/** Of many pages of one kind, a few stand for the rest. */
const KINDS: readonly RegExp[] = [
  /^\/$/,
  /^\/timeline\/$/,
  /^\/problems\/$/,
  /^\/help\/$/,
  /^\/teams\/[^/]+\/$/,
  /^\/teams\/[^/]+\/timeline\/$/,
  /^\/people\/$/,
  /^\/people\/[^/]+\/$/,
  /^\/customers\/$/,
  /^\/customers\/[^/]+\/$/,
  /^\/teams\/[^/]+\/review\/$/,
  /^\/goals\/[^/]+\/$/,
  /^\/review\/$/,
  /^\/review\/[^/]+\/$/,
  /^\/changes\/$/,
];

let browser: Browser;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'milepost-pages-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const asOf = ['--as-of', '2026-06-17'];
const SITES: readonly (readonly [string, () => Promise<BuiltSite>])[] = [
  ['the sample', () => buildSite([])],
  [
    'one team and three rows',
    async () => buildSite([await writeWorkbook(folder, 'small.xlsx', SMALL_PLAN), ...asOf]),
  ],
  [
    'a goal and nothing else',
    async () => {
      const goals = (SMALL_PLAN.Goals ?? []).map((row) => row.slice(0, 5));
      const headers = {
        Milestones: (SMALL_PLAN.Milestones ?? []).slice(0, 1),
        Actions: (SMALL_PLAN.Actions ?? []).slice(0, 1),
      };
      return buildSite([await writeWorkbook(folder, 'bare.xlsx', { Goals: goals, ...headers }), ...asOf]);
    },
  ],
  [
    '60 teams with long names',
    async () => buildSite([await writeWorkbook(folder, 'big.xlsx', bigPlan(60)), ...asOf]),
  ],
];

/** The first page of each kind, and for a team's pages the last too. */
function samplePages(site: BuiltSite): string[] {
  return KINDS.flatMap((kind) => {
    const found = site.pages.filter((page) => kind.test(page));
    return [...new Set([found[0], found.at(-1)])].filter((page) => page !== undefined);
  });
}

/** Opens a page and collects what should not happen on it. */
async function open(site: BuiltSite, path: string, options: { width: number; dark?: boolean }) {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) complaints.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} of ${response.url()}`);
  });
  await page.goto(site.origin + path);
  return { page, complaints, close: () => context.close() };
}

async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // axe has just been put on the page as a global, which the page's own types do not know.
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Pairs of names on a timeline whose boxes share room. */
function overlappingNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const drawing of document.querySelectorAll('svg.timeline')) {
      const texts = [...drawing.querySelectorAll('.mark-link text, .lane-goal text, .lane-team')];
      const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (across > 1 && down > 2) found.push(`${a.text} | ${b.text}`);
        }
      }
    }
    return found;
  });
}

describe.each(SITES)('the site of %s', (_name, build) => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await build();
  });
  afterAll(() => site.close());

  it('is accessible, in light and dark', async () => {
    for (const path of samplePages(site)) {
      for (const dark of [false, true]) {
        const { page, close } = await open(site, path, { width: 1440, dark });
        expect(await axeViolations(page), `${path} ${dark ? 'dark' : 'light'}`).toEqual([]);
        await close();
      }
    }
  });

  it('fits every width, complains of nothing, and asks no other host', async () => {
    for (const path of samplePages(site)) {
      for (const width of WIDTHS) {
        const { page, complaints, close } = await open(site, path, { width });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
        expect(await overlappingNames(page), `${path} at ${width}`).toEqual([]);
        expect(complaints, path).toEqual([]);
        await close();
      }
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-inline-style': 'off',
        'long-title': 'off',
        'require-sri': 'off',
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
      },
    });
    for (const path of [...samplePages(site), '/404.html']) {
      const file = path.endsWith('/') ? `${path}index.html` : path;
      const { results } = await validator.validateString(site.read(file), path);
      const messages = results.flatMap((result) =>
        result.messages.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
      );
      expect(messages, path).toEqual([]);
    }
  });

  it('has no dead link, on any page', () => {
    const dead: string[] = [];
    const ids = new Map<string, Set<string>>();
    const idsOf = (path: string) => {
      const known =
        ids.get(path) ??
        new Set([...site.read(`${path}index.html`).matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
      ids.set(path, known);
      return known;
    };
    for (const path of site.pages) {
      for (const [, href = ''] of site.read(`${path}index.html`).matchAll(/\shref="([^"]+)"/g)) {
        if (/^(https?:|mailto:|#(on-track|at-risk|off-track|done|not-started|dropped)$)/.test(href)) continue;
        const [target = '', hash] = href.split('#');
        const to = target === '' ? path : decodeURIComponent(target);
        if (to.endsWith('/') ? !site.pages.includes(to) : !isFile(site, to)) dead.push(`${path} → ${href}`);
        else if (hash && to.endsWith('/') && !idsOf(to).has(decodeURIComponent(hash)))
          dead.push(`${path} → ${href}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('can be read without script, and under a policy that forbids what is written into the page', () => {
    for (const path of site.pages) {
      const html = site.read(`${path}index.html`);
      const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)/g)];
      for (const [tag, attributes = '', body = ''] of scripts) {
        expect(body.trim(), `${path}: ${tag}`).toBe('');
        expect(attributes, path).toMatch(/^( type="module"( blocking="render")?)? src="[^"]+\.js"$/);
      }
      expect(html, path).not.toMatch(/<[^>]+\s(style|on\w+)=/);
    }
  });
});

function isFile(site: BuiltSite, path: string): boolean {
  try {
    return site.read(path).length > 0;
  } catch {
    return false;
  }
}
