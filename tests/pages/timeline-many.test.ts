import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBigWorkbook } from '../../scripts/bench/big-workbook.ts';
import { bigPlan } from '../helpers/big-plan.ts';
import { manyMilestones } from '../helpers/many-milestones.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';
import { writeWorkbook } from '../helpers/workbooks.ts';

const AS_OF = ['--as-of', '2026-06-17'];

let browser: Browser;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'milepost-many-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Names of the drawings in sight whose boxes share room with others, or with others' marks. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const lane of document.querySelectorAll('.timeline-sheet > .timeline')) {
      if (lane.getBoundingClientRect().height === 0) continue;
      const things = [...lane.querySelectorAll('.mark-link text, .lane-goal text, .mark-link .mark')];
      const boxes = things.map((thing) => ({
        of: thing.closest('a'),
        name: thing.textContent || 'a mark',
        box: thing.getBoundingClientRect(),
      }));
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (a.of !== b.of && across > 1 && down > 3) found.push(`${a.name} | ${b.name}`);
        }
    }
    return found;
  });
}

describe('the timeline of a team with 200 milestones', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite([await writeWorkbook(folder, 'many.xlsx', manyMilestones()), ...AS_OF]);
  });
  afterAll(() => site.close());

  it('says all of their names, none over another, however far it is stretched', async () => {
    for (const [width, form] of [
      [1440, 'wide'],
      [390, 'narrow'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(`${site.origin}/teams/north/timeline/`);
      expect(await page.locator(`.timeline-${form} .mark-link`).count()).toBe(200);
      expect(await overlaps(page), `at ${width}`).toEqual([]);
      for (const times of [1, 2, 3]) {
        for (let i = 0; i < times; i += 1) await page.locator('[data-zoom=in]').click();
        expect(await overlaps(page), `at ${width}, stretched`).toEqual([]);
      }
      await page.close();
    }
  });

  it('has its dates above and at its foot, and on paper on each page, with no goal torn apart', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.origin}/teams/north/timeline/`);
    const dates = page.locator('.timeline-wide .timeline-axis');
    expect(await dates.count()).toBe(2);
    await page.emulateMedia({ media: 'print' });
    expect(await dates.evaluateAll((all) => all.map((each) => getComputedStyle(each).display))).toEqual([
      'table-header-group',
      'table-footer-group',
    ]);
    await page.setViewportSize({ width: 1497, height: 1000 });
    const lanes = page.locator('.timeline-wide .timeline');
    for (const box of await lanes.evaluateAll((all) =>
      all.map((each) => ({
        height: each.getBoundingClientRect().height,
        breaks: getComputedStyle(each).breakInside,
      })),
    )) {
      // A page of A3 is 1032 px high, less its dates.
      expect(box.height).toBeLessThan(920);
      expect(box.breaks).toBe('avoid');
    }
    await page.close();
  });
});

describe('the timeline of 60 teams', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite([await writeWorkbook(folder, 'big.xlsx', bigPlan(60)), ...AS_OF]);
  });
  afterAll(() => site.close());

  it('is drawn in short below dates that stay in sight, and leads to each team’s own', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.origin}/timeline/`);
    expect(await page.locator('.timeline-short .mark-link').count()).toBe(720);
    expect(await page.locator('.timeline-axis').count()).toBe(1);
    expect(await page.locator('.timeline-team h2 a').count()).toBe(60);
    await page.evaluate(() => scrollTo(0, 4000));
    expect((await page.locator('.timeline-axis').boundingBox())?.y).toBe(0);
    await page.close();
  });

  it.each([
    ['by its style', true, true],
    ['without script', false, true],
    ['by script, where the style is not known', true, false],
  ] as const)('begins at today on a phone, below names that fit it, %s', async (_how, script, style) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: script,
    });
    const page = await context.newPage();
    let isTaken = false;
    if (!style) {
      await page.addInitScript(() => {
        CSS.supports = () => false;
      });
      await page.route('**/*.css', async (route) => {
        const response = await route.fetch();
        const known = await response.text();
        const unknown = known.replaceAll('scroll-initial-target', 'scroll-unknown-target');
        isTaken ||= unknown !== known;
        await route.fulfill({ response, body: unknown });
      });
    }
    await page.goto(`${site.origin}/timeline/`);
    expect(isTaken).toBe(!style);
    const today = await page.locator('.timeline-dates .today path').boundingBox();
    expect(today?.x).toBeGreaterThan(40);
    expect(today?.x).toBeLessThan(195);
    const names = page.locator('.timeline-team h2');
    for (const name of [names.first(), names.nth(1)]) {
      const box = await name.boundingBox();
      expect(box?.x).toBeGreaterThan(0);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThan(390);
    }
    // And so does how each goal stands, beside its lane.
    const [sign, goal] = await page.evaluate(() =>
      ['.lane-signs .mark', '.timeline-short .lane-goal .mark'].map((each) => {
        const { x, y, width } = document.querySelector(each)?.getBoundingClientRect() ?? new DOMRect();
        return { x: Math.floor(x), y: Math.round(y), width: Math.round(width) };
      }),
    );
    expect(sign?.x).toBe(16);
    expect(goal?.x).toBeLessThan(0);
    expect({ ...sign, x: 0 }).toEqual({ ...goal, x: 0 });
    if (script) {
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 300);
          }),
      );
      expect(shift).toBe(0);
    }
    await context.close();
  });

  it('on a phone, has rows of teams without a gap between what is said of one', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${site.origin}/`);
    const pads = await page
      .locator('.teams.dense tbody tr:first-child > *')
      .evaluateAll((all) => all.map((cell) => getComputedStyle(cell).paddingTop));
    expect(new Set(pads)).toEqual(new Set(['0px']));
    await page.close();
  });

  it('has two teams on a sheet of A3, also where each has 18 milestones', async () => {
    const path = join(folder, 'full.xlsx');
    writeBigWorkbook(path, 5_400);
    const full = await buildSite([path, ...AS_OF]);
    const page = await browser.newPage();
    await page.goto(`${full.origin}/timeline/`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // The first sheet has the page's title, and one of them.
    expect(pdf.match(/\/MediaBox /g)).toHaveLength(31);
    await page.close();
    await full.close();
  });

  it('stretches those in sight, and the others when they come', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.origin}/timeline/`);
    const widthOf = (nth: number) =>
      page
        .locator('.timeline-short .timeline')
        .nth(nth)
        .evaluate((drawing) => (drawing instanceof SVGSVGElement ? drawing.viewBox.baseVal.width : 0));
    await page.locator('[data-zoom=in]').click();
    const stretched = await widthOf(0);
    expect(stretched).toBeGreaterThan(1500);
    expect(await widthOf(59)).toBe(1216);
    await page.locator('.timeline-short').last().scrollIntoViewIfNeeded();
    await expect.poll(() => widthOf(59)).toBe(stretched);
    const [dates, room] = await page.evaluate(() =>
      ['.axis .today path', '.timeline-team:last-of-type .today'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().left ?? 0,
      ),
    );
    expect(Math.abs((dates ?? 0) - (room ?? 99))).toBeLessThan(1);
    expect(await overlaps(page)).toEqual([]);
    await page.close();
  });
});
