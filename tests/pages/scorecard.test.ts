import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBigWorkbook } from '../../scripts/bench/big-workbook.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { on, type Sheets, type Value, writeWorkbook } from '../helpers/workbooks.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TEAM = /^\/teams\/[^/]+\/$/;
const GOAL = /^\/goals\/[^/]+\/$/;
const CUSTOMER = /^\/customers\/[^/]+\/$/;
const PERSON = /^\/people\/[^/]+\/$/;

/** A German plan of one team with 3 goals, 7 milestones a goal and 3 actions a milestone; some late, some blocked. */
function fullPlan(): Sheets {
  const month = (index: number) => String((index % 12) + 1).padStart(2, '0');
  const goals: Value[][] = [
    ['ID', 'Team', 'Goal', 'Start', 'Due', 'Owner', 'For the customer', 'For us', 'Customer'],
  ];
  const milestones: Value[][] = [
    ['ID', 'Goal', 'Milestone', 'Kind', 'Owner', 'Start', 'Due', 'Status', 'Done on'],
  ];
  const actions: Value[][] = [['Milestone', 'Action', 'Owner', 'Due', 'Status', 'Done on']];
  for (let g = 1; g <= 3; g += 1) {
    goals.push([
      `G${g}`,
      'Nord',
      `Jede Station der Klinik ${g} hat sauberes Wasser`,
      on('2026-01-01'),
      on('2026-12-31'),
      'Ann Lee',
      'Niemand denkt über das Wasser nach',
      'Eine Klinik, die uns weiterempfiehlt',
      `Klinik ${g}`,
    ]);
    for (let m = 1; m <= 7; m += 1) {
      const id = `G${g}.${m}`;
      const done = m <= 2;
      milestones.push([
        id,
        `G${g}`,
        `Meilenstein ${m} ist mit der Leitung der Pflege abgenommen`,
        'Go-live',
        'Bo Ek',
        on('2026-01-01'),
        on(`2026-${month(m + 2)}-20`),
        done ? 'Done' : null,
        done ? on(`2026-${month(m + 2)}-18`) : null,
      ]);
      for (let a = 1; a <= 3; a += 1) {
        const finished = done || a === 1;
        actions.push([
          id,
          `Schritt ${a} mit der Nachtschicht besprechen`,
          'Ann Lee',
          on(`2026-${month(m + 1)}-1${a}`),
          finished ? 'Done' : a === 2 && m === 3 ? 'Blocked' : null,
          finished ? on(`2026-${month(Math.min(m + 1, 5))}-1${a}`) : null,
        ]);
      }
    }
  }
  return {
    Goals: goals,
    Milestones: milestones,
    Actions: actions,
    Teams: [
      ['Team', 'Leader', 'Vision'],
      ['Nord', 'Ann Lee', 'Kein Mensch wird krank vom Wasser.'],
    ],
    Settings: [
      ['Setting', 'Value'],
      ['Locale', 'de-DE'],
    ],
  };
}

let browser: Browser;
let sample: BuiltSite;
let full: BuiltSite;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'milepost-scorecard-'));
  sample = await buildSite([]);
  const workbook = await writeWorkbook(folder, 'full.xlsx', fullPlan());
  full = await buildSite([workbook, '--as-of', '2026-06-17']);
});
afterAll(async () => {
  await browser.close();
  await sample.close();
  await full.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(site: BuiltSite, path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return { page, close: () => context.close() };
}

function pagesOf(site: BuiltSite, kind: RegExp): string[] {
  return site.pages.filter((path) => kind.test(path));
}

/** Opens all that can be opened, without a click on each. */
function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

describe('on paper', () => {
  /** With its history, and so with charts and promises that were moved. */
  let past: BuiltSite;
  beforeAll(async () => {
    past = await buildSite([], {}, { keepSampleHistory: true });
  });
  afterAll(() => past.close());

  /** How many sheets each page takes, printed with narrow margins. */
  async function sheets(site: BuiltSite, paths: readonly string[], format: 'A4' | 'Letter') {
    const found: Record<string, number> = {};
    const { page, close } = await open(site, '/');
    for (const path of paths) {
      await page.goto(site.origin + path);
      const edge = '12mm';
      const pdf = await page.pdf({ format, margin: { top: edge, bottom: edge, left: edge, right: edge } });
      found[path] = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    }
    await close();
    return found;
  }

  it.each(['A4', 'Letter'] as const)('each scorecard takes one sheet of %s', async (format) => {
    const teams = pagesOf(past, TEAM);
    expect(teams.length).toBeGreaterThan(5);
    for (const [path, count] of Object.entries(await sheets(past, teams, format))) {
      expect(count, `${path} on ${format}`).toBe(1);
    }
    expect(await sheets(full, ['/teams/nord/'], format)).toEqual({ '/teams/nord/': 1 });
  });

  it('a scorecard of 18 milestones with long names takes one sheet', async () => {
    const workbook = join(folder, 'long.xlsx');
    // An action in each of 90 rows makes one team.
    writeBigWorkbook(
      workbook,
      90,
      ' in every region that we have served since the very beginning, with all partners',
    );
    const long = await buildSite([workbook, '--as-of', '2026-06-17']);
    const teams = pagesOf(long, TEAM);
    expect(teams).toHaveLength(1);
    for (const format of ['A4', 'Letter'] as const)
      expect(Object.values(await sheets(long, teams, format)), format).toEqual([1]);
    await long.close();
  });

  it.each(['A4', 'Letter'] as const)('each goal takes two sheets of %s at most', async (format) => {
    const goals = pagesOf(past, GOAL);
    for (const [path, count] of Object.entries(await sheets(past, goals, format))) {
      expect(count, `${path} on ${format}`).toBeLessThanOrEqual(2);
    }
  });

  it.each(['A4', 'Letter'] as const)('the review takes a sheet of %s a team', async (format) => {
    const teams = pagesOf(past, TEAM).length;
    expect(await sheets(past, ['/review/'], format)).toEqual({ '/review/': teams });
    expect(await sheets(full, ['/review/'], format)).toEqual({ '/review/': 1 });
  });

  it.each(['A4', 'Letter'] as const)(
    'the overview takes two sheets of %s, all its figures shown',
    async (format) => {
      expect(await sheets(past, ['/'], format)).toEqual({ '/': 2 });
    },
  );

  it.each(['A4', 'Letter'] as const)(
    'each customer takes one sheet of %s, with its chart',
    async (format) => {
      for (const [path, count] of Object.entries(await sheets(past, pagesOf(past, CUSTOMER), format)))
        expect(count, `${path} on ${format}`).toBe(1);
    },
  );

  it('each person takes one sheet, and all of them together two', async () => {
    for (const [path, count] of Object.entries(await sheets(past, pagesOf(past, PERSON), 'A4')))
      expect(count, path).toBe(1);
    for (const format of ['A4', 'Letter'] as const)
      expect(await sheets(past, ['/people/'], format)).toEqual({ '/people/': 2 });
  });

  it('keeps every column of the tables of people and customers', async () => {
    const { page, close } = await open(past, '/customers/');
    await page.emulateMedia({ media: 'print' });
    for (const path of ['/customers/', '/people/']) {
      await page.goto(past.origin + path);
      const rows = await page
        .locator('.register tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().left)),
        );
      const heads = await page
        .locator('.register thead th')
        .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().left));
      for (const row of rows.filter(({ length }) => length > 1)) expect(row, path).toEqual(heads);
    }
    await close();
  });

  it('shows no explanation, even one left open', async () => {
    const { page, close } = await open(past, '/teams/food-drink/');
    await openAll(page);
    expect(await page.locator('.how').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.how:visible').count()).toBe(0);
    await close();
  });

  it('of a person, all that is said of a promise stands within a phone', async () => {
    const { page, close } = await open(past, '/people/dagny-holmquern/', {
      viewport: { width: 390, height: 844 },
    });
    const right = await page
      .locator('.stand > *')
      .evaluateAll((all) => Math.max(...all.map((part) => part.getBoundingClientRect().right)));
    expect(right).toBeLessThanOrEqual(390);
    await close();
  });
});

describe('the first screen of a scorecard', () => {
  it('says how the team stands, and what is next, by whom', async () => {
    for (const path of pagesOf(sample, TEAM)) {
      const { page, close } = await open(sample, path, { viewport: { width: 1440, height: 900 } });
      for (const part of ['.verdict-status .status', '.verdict-pace .big', '.verdict-kept .big'])
        expect(await bottomOf(page, part), `${part} of ${path}`).toBeLessThan(700);
      expect(await bottomOf(page, '.steps li:nth-child(3)'), path).toBeLessThan(900);
      expect(await page.locator('.steps li:first-child .names a').count(), path).toBeGreaterThan(0);
      await close();
    }
  });

  async function bottomOf(page: Page, selector: string): Promise<number> {
    const box = await page.locator(selector).first().boundingBox();
    return box ? box.y + box.height : Number.POSITIVE_INFINITY;
  }
});

describe('a figure', () => {
  it('opens by keyboard and without script, down to its arithmetic', async () => {
    const { page, close } = await open(sample, '/teams/food-drink/', { javaScriptEnabled: false });
    const figure = page.locator('.verdict-pace .explain');
    expect(await figure.locator('.how').isVisible()).toBe(false);
    await figure.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await figure.locator('.how').isVisible()).toBe(true);
    expect(await figure.locator('.sum').first().textContent()).toMatch(/\(2 × .*\) \/ 3 = .*%/);
    expect(await figure.locator('a[href="/goals/f1/"]').count()).toBe(1);
    await close();
  });

  it('can be opened for the team, each goal and each milestone', async () => {
    const { page, close } = await open(sample, '/teams/food-drink/');
    const without = await page.evaluate(() => {
      const wanted = [
        '.verdict-status',
        '.verdict-pace',
        '.verdict-kept',
        '.goal-figures',
        '.m-more',
        '.fitness-sum',
      ];
      return wanted.flatMap((selector) =>
        [...document.querySelectorAll(selector)]
          .filter((part) => part.querySelector('details.explain .how') === null)
          .map(() => selector),
      );
    });
    expect(without).toEqual([]);
    await close();
  });

  it('opens each large figure of a person', async () => {
    const { page, close } = await open(sample, '/people/dagny-holmquern/');
    const figures = page.locator('.person-verdict > details.explain');
    expect(await figures.count()).toBe(3);
    for (const figure of await figures.all()) {
      await figure.locator('summary').click();
      expect(await figure.locator('.how').isVisible()).toBe(true);
    }
    // As many rows as the figure says.
    const overdue = Number(await figures.first().locator('.big b').textContent());
    expect(await figures.first().locator('tbody tr').count()).toBe(overdue);
    await close();
  });
});

it('names of people that stand below one another are far enough apart to be tapped', async () => {
  const { page, close } = await open(sample, '/customers/corvane-resorts/');
  const tops = await page
    .locator('.needs .names:has(li + li)')
    .first()
    .locator('a')
    .evaluateAll((all) => all.map((name) => name.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(1);
  expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeGreaterThanOrEqual(24);
  await close();
});

describe.each([
  ['a scorecard', '/teams/food-drink/', '/teams/nord/'],
  ['a goal’s page', '/goals/f1/', '/goals/g1/'],
])('%s with everything opened', (_name, ofSample, ofFull) => {
  const both = () =>
    [
      [sample, ofSample],
      [full, ofFull],
    ] as const;

  it('is accessible in light and dark', async () => {
    for (const [site, path] of both()) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, close } = await open(site, path, {
          colorScheme,
          viewport: { width: 1440, height: 900 },
        });
        await openAll(page);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          // axe has just been put on the page as a global, which the page's own types do not know.
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(found, `${path} in ${colorScheme}`).toEqual([]);
        await close();
      }
    }
  });

  it('fits every width', async () => {
    for (const [site, path] of both()) {
      for (const width of [320, 390, 768, 1440, 3840]) {
        const { page, close } = await open(site, path, { viewport: { width, height: 900 } });
        await openAll(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
        await close();
      }
    }
  });
});

describe('the weight of scorecards and goals’ pages', () => {
  it('is at most 20 KB each', () => {
    for (const site of [sample, full]) {
      for (const path of [...pagesOf(site, TEAM), ...pagesOf(site, GOAL)]) {
        const bytes = brotliCompressSync(site.read(`${path}index.html`)).length;
        expect(bytes, path).toBeLessThan(20_000);
      }
    }
  });
});

describe('in German', () => {
  it('says what a scorecard and a goal say', async () => {
    const { page, close } = await open(full, '/teams/nord/');
    await openAll(page);
    const text = await page.locator('main').innerText();
    for (const words of [
      'Was als Nächstes zu tun ist',
      'bis heute erwartet',
      'Für den Kunden',
      'entscheidet',
    ])
      expect(text).toContain(words);
    for (const words of ['What to do', 'expected', 'For the customer', 'Next:', 'overdue', 'decides'])
      expect(text.replaceAll(/^.*(?:Behind|Overdue|Blocked):.*$/gm, '')).not.toContain(words);
    await close();
  });
});
