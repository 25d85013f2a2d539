import type { Browser } from 'playwright-core';
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

describe('the timeline of a plan with a history', () => {
  it('shows what was first promised, and how far it has moved, and lets no texts run into each other', async () => {
    for (const width of [1440, 390]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(`${site.origin}/timeline/`);
      const slips = await page.locator('svg.timeline .slip text:visible').allTextContents();
      expect(slips.length).toBeGreaterThan(3);
      for (const slip of slips) expect(slip.trim()).toMatch(/^[+−]\d+ days?$/);
      const overlaps = await page.evaluate(() => {
        const found: string[] = [];
        for (const drawing of document.querySelectorAll('svg.timeline')) {
          const texts = [...drawing.querySelectorAll('.mark-title, .mark-meta, .slip text, .lane-goal text')];
          const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
          for (const [i, a] of boxes.entries())
            for (const b of boxes.slice(i + 1)) {
              const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
              const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
              if (across > 1 && down > 4) found.push(`${a.text} | ${b.text}`);
            }
        }
        return found;
      });
      expect(overlaps, `at ${width}`).toEqual([]);
      await page.close();
    }
  });

  it('says all of it to those who do not see the drawing', () => {
    const html = site.read('teams/food-drink/timeline/index.html');
    const [title = ''] = /<title>Line 2 rinses without chlorine: [^<]*<\/title>/.exec(html) ?? [];
    expect(title).toContain('at risk');
    expect(title).toMatch(/first promised for \d+ \w+, \d+ days earlier/);
    expect(title).toContain('moved 2 times');
    expect(title).toMatch(/Even odds by/);
    expect(title).toContain('next: Replace the gasket of the dosing pump');
  });

  it('shows where a milestone slipped past one that was planned after it, and there alone', () => {
    const html = site.read('teams/housing/timeline/index.html');
    const said = [...html.matchAll(/<title>([^:<]*):[^<]*(?:slipped|likely to slip) past [^<]*</g)];
    expect(new Set(said.map(([, title]) => title))).toEqual(new Set(['Block A live', 'Block B live']));
    // Two in each form, and one in the key.
    expect([...html.matchAll(/<path class="crossing" d="M[^"]*m-3/g)].length).toBe(5);
    expect(html).toContain('slipped past the start of “Meter readings go out with the rent letter”');
    expect(site.read('teams/hospitals/timeline/index.html')).not.toMatch(/slip(ped)? past “/);
  });

  it('shows a milestone’s card to whoever points at it, goes to it by keyboard or taps it', async () => {
    const address = `${site.origin}/teams/food-drink/timeline/`;
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    const mark = page.locator('.timeline-wide .mark-link').filter({ hasText: 'Line 2 rinses' });
    const card = page.locator('.timeline-card:visible');
    await mark.locator('.mark').hover();
    await card.waitFor();
    expect(await card.locator('b').textContent()).toBe('Line 2 rinses without chlorine: at risk');
    expect(await card.textContent()).toContain('first promised for');
    await card.hover();
    await page.waitForTimeout(400);
    expect(await card.count()).toBe(1);
    const covered = await card.boundingBox();
    await page.keyboard.press('Escape');
    // Another mark comes under a pointer that has not moved: it says nothing.
    const isMark = await page.evaluate(
      ([x, y]) => {
        scrollBy(0, 2);
        return document.elementFromPoint(x, y)?.closest('.mark-link') !== null;
      },
      [
        (covered?.x ?? 0) + (covered?.width ?? 0) / 2,
        (covered?.y ?? 0) + (covered?.height ?? 0) / 2,
      ] as const,
    );
    expect(isMark).toBe(true);
    await page.waitForTimeout(300);
    expect(await card.count()).toBe(0);
    await mark.focus();
    await card.waitFor();
    const [over, under] = [await mark.boundingBox(), await card.boundingBox()];
    expect(
      (under?.y ?? 0) >= (over?.y ?? 0) + (over?.height ?? 0) ||
        (under?.y ?? 0) + (under?.height ?? 0) <= (over?.y ?? 0),
    ).toBe(true);
    await page.close();

    const phone = await browser.newContext({
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
    });
    const touched = await phone.newPage();
    await touched.goto(address);
    const narrow = touched.locator('.timeline-narrow .mark-link').filter({ hasText: 'Line 2 rinses' });
    await narrow.locator('.mark').tap();
    await touched.locator('.timeline-card:visible').waitFor();
    expect(touched.url()).toBe(address);
    await narrow.locator('.mark').tap();
    await touched.waitForURL(/#milestone-/);
    await phone.close();
  });

  it('stretches time by button, key and wheel, and leaves text its size', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.origin}/timeline/`);
    const frame = page.locator('.timeline-scroll:visible').first();
    const title = page.locator('.timeline-wide .mark-title').first();
    const measure = async () => {
      const box = await title.boundingBox();
      const [wide, seen, high] = await frame.evaluate(({ scrollWidth, clientWidth, scrollHeight }) => [
        scrollWidth,
        clientWidth,
        scrollHeight,
      ]);
      return { height: Math.round(box?.height ?? 0), stretch: (wide ?? 0) / (seen ?? 1), high };
    };
    const before = await measure();
    expect(before.stretch).toBe(1);
    await page.locator('[data-zoom=in]').click();
    const once = await measure();
    expect(once.stretch).toBeGreaterThan(1.3);
    expect([once.height, once.high]).toEqual([before.height, before.high]);
    // All drawings keep to one axis.
    const lines = await page
      .locator('.timeline-wide .timeline-room .today')
      .evaluateAll((all) => new Set(all.slice(0, 2).map((line) => line.getBoundingClientRect().left)).size);
    expect(lines).toBe(1);
    await frame.focus();
    await page.keyboard.press('+');
    expect((await measure()).stretch).toBeGreaterThan(once.stretch);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('0');
    expect(await measure()).toEqual(before);
    await page.locator('[data-zoom=today]').click();
    const today = await page.locator('.timeline-wide .timeline-room .today').first().boundingBox();
    expect(Math.abs((today?.x ?? 0) - 720)).toBeLessThan(200);
    // Dragged by a mark, the drawing moves and no link opens.
    const from = await page.locator('.timeline-wide .mark-link .mark').nth(2).boundingBox();
    await page.mouse.move((from?.x ?? 0) + 9, (from?.y ?? 0) + 9);
    await page.mouse.down();
    await page.mouse.move((from?.x ?? 0) - 60, (from?.y ?? 0) + 9, { steps: 5 });
    await page.mouse.up();
    expect(page.url()).toBe(`${site.origin}/timeline/`);
    await frame.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 400);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await measure()).stretch).toBeLessThan(2);
    await page.close();
  });

  it('keeps names beside their marks and lanes in their place, however far it is stretched', async () => {
    for (const [width, form] of [
      [1440, 'wide'],
      [390, 'narrow'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(`${site.origin}/timeline/`);
      const lane = page.locator(`.timeline-${form} .lane-goal text`).first();
      const before = await lane.getAttribute('x');
      for (let i = 0; i < 5; i += 1) await page.locator('[data-zoom=in]').click();
      expect(await lane.getAttribute('x')).toBe(before);
      const distances = await page
        .locator(`.timeline-${form}`)
        .first()
        .evaluate((view) =>
          [...view.querySelectorAll('.mark-link')].map((link) => {
            const box = (selector: string) => link.querySelector(selector)?.getBoundingClientRect();
            const end = Math.max(
              box('.mark')?.right ?? 0,
              box('.bar-late')?.right ?? Number.NEGATIVE_INFINITY,
            );
            return (box('.mark-title')?.left ?? 0) - end;
          }),
        );
      expect(distances.length).toBeGreaterThan(3);
      for (const distance of form === 'wide' ? distances : []) {
        expect(distance).toBeGreaterThan(4);
        expect(distance).toBeLessThan(18);
      }
      await page.close();
    }
  });

  it('keeps dates and the names of goals in sight, and tells the weeks once they have room', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 500 } });
    await page.goto(`${site.origin}/teams/food-drink/timeline/`);
    expect(await page.locator('.timeline-wide .fine').count()).toBe(0);
    for (let i = 0; i < 4; i += 1) await page.locator('[data-zoom=in]').click();
    const fine = await page.locator('.timeline-wide .axis .fine text').allTextContents();
    expect(fine.length).toBeGreaterThan(20);
    for (const day of fine) expect(day).toMatch(/^\d{1,2}$/);
    const frame = page.locator('.timeline-wide .timeline-scroll');
    await frame.evaluate((element) => element.scrollTo(900, 0));
    const copies = page.locator('.timeline-wide .timeline-names');
    await copies.waitFor();
    expect(await copies.textContent()).toContain('Milk from Bryndal');
    expect(Math.abs(((await copies.boundingBox())?.x ?? 0) - ((await frame.boundingBox())?.x ?? 9))).toBe(0);
    // Each month's line still stands below its name.
    const apart = await page.evaluate(() => {
      const leftOf = (selector: string) =>
        document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
      return leftOf('.timeline-wide .axis > path.major') - leftOf('.timeline-wide .timeline-room path.major');
    });
    expect(Math.abs(apart)).toBeLessThan(1);
    await page.evaluate(() => scrollTo(0, 450));
    expect((await page.locator('.timeline-wide .timeline-axis').first().boundingBox())?.y).toBe(0);
    // Whoever goes to a goal's name by keyboard sees that name.
    await page.locator('.timeline-wide .timeline-sheet .lane-goal').first().focus();
    await expect.poll(() => copies.isVisible()).toBe(false);
    await page.close();
  });

  it('lists the same milestones by date in a table, with what has moved', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.origin}/timeline/`);
    const table = page.locator('.timeline-list table');
    expect(await table.isVisible()).toBe(false);
    await page.locator('.timeline-list summary').click();
    expect(await table.isVisible()).toBe(true);
    const days = await table
      .locator('time')
      .evaluateAll((all) => all.map((each) => each.getAttribute('datetime') ?? ''));
    expect(days.length).toBe(await page.locator('.timeline-wide .mark-link').count());
    expect(days).toEqual([...days].sort());
    const row = table.locator('tr').filter({ hasText: 'Line 2 rinses' });
    expect(await row.textContent()).toMatch(/17 Jul.*Milk from Bryndal.*Food & Drink.*at risk.*\+21 days/s);
    await page.close();
  });

  it('prints on A3 in landscape, with no team torn apart', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/timeline/`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round(Number(width)),
      Math.round(Number(height)),
    ]);
    expect(boxes.length).toBeGreaterThan(2);
    for (const box of boxes) expect(box).toEqual([1191, 842]);
    // On paper a team is no higher than a page.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1497, height: 1000 });
    const heights = await page
      .locator('.timeline-team')
      .evaluateAll((teams) => teams.map((team) => team.getBoundingClientRect().height));
    for (const height of heights) expect(height).toBeLessThan(1032);
    // The lines down the drawing lie below its names.
    const title = page.locator('.timeline-wide .mark-title').first();
    await title.scrollIntoViewIfNeeded();
    const top = await title.evaluate((name) => {
      const { left, top, width, height } = name.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('svg')?.classList[0];
    });
    expect(top).toBe('timeline');
    await page.close();
  });
});
