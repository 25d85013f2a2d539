import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBigWorkbook } from '../../scripts/bench/big-workbook.ts';
import { untilRunning } from '../../scripts/soak/running.ts';
import { type Files, readFiles, rebuilt, WallServer } from '../../scripts/soak/wall-server.ts';
import { markupFaults } from '../helpers/markup-faults.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The sample's as-of day, at eleven in its zone. */
const MORNING = '2026-06-17T09:00:00Z';
const SIZES = [
  [1920, 1080],
  [3840, 2160],
  [1366, 768],
  [1080, 1920],
] as const;

let browser: Browser;
let site: BuiltSite;
let files: Files;
let server: WallServer;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await buildSite([], {}, { keepSampleHistory: true });
  files = readFiles(site.folder);
  server = new WallServer(files);
  await server.up();
});
afterAll(async () => {
  await browser.close();
  await server.down();
  await site.close();
});

interface Wall {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The ID of the slide that is shown. */
  now(): Promise<string>;
  /** Lets so many seconds of the page's clock pass. */
  pass(seconds: number): Promise<void>;
}

interface Opened {
  readonly size?: readonly [number, number];
  readonly time?: string;
  readonly script?: boolean;
  /** What is served; the sample's site where it is not said. */
  readonly of?: Files;
  readonly at?: string;
}

async function open(
  query = '',
  { size = [1920, 1080], time = MORNING, script = true, of = files, at = '/tv/' }: Opened = {},
): Promise<Wall> {
  server.files = of;
  const [width, height] = size;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  await page.clock.install({ time });
  await page.goto(`${server.origin}${at}${query}`);
  if (script) {
    await untilRunning(page);
    await page.evaluate(() => document.fonts.ready.then(() => true));
  }
  return {
    page,
    context,
    now: () => page.locator('.slide:not([hidden])').evaluate((slide) => slide.id),
    pass: (seconds) => page.clock.runFor(seconds * 1000),
  };
}

/** Waits until a thing of the page is as it should be: builds come over the network, whose time is real. */
async function eventually(wall: Wall, seconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 40; tries += 1) {
    if (await holds()) return true;
    await wall.pass(seconds);
    await wall.page.evaluate(() => new Promise((done) => queueMicrotask(() => done(true))));
    await new Promise((done) => setTimeout(done, 25));
  }
  return false;
}

const title = (wall: Wall) => wall.page.locator('.wall-title').textContent();

describe('the wall', () => {
  it('turns its slides by itself: the standing, the teams that need attention, others in turn', async () => {
    const wall = await open();
    const seen: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      seen.push(await wall.now());
      await wall.pass(20);
    }
    const urgent = ['standing', 'team-housing', 'team-food-drink'];
    expect(seen).toEqual([
      ...[...urgent, 'team-hotels-resorts', 'team-service-renewals', 'promises'],
      ...[...urgent, 'team-hospitals', 'team-pools-baths', 'wins'],
    ]);
    await wall.context.close();
  });

  it('obeys keys and remote: on, back, hold, digits, first and last', async () => {
    const wall = await open();
    const press = async (...keys: string[]) => {
      for (const key of keys) await wall.page.keyboard.press(key);
      return wall.now();
    };
    expect(await press('ArrowRight')).toBe('team-housing');
    expect(await press('ArrowLeft')).toBe('standing');
    expect(await press('3')).toBe('team-food-drink');
    await wall.pass(2);
    expect(await press('1', '0')).toBe('horizon');
    await wall.pass(2);
    expect(await press('Home')).toBe('standing');
    await press(' ');
    await wall.pass(300);
    expect(await wall.now()).toBe('standing');
    expect(await wall.page.locator('.notices').textContent()).toBe('Held');
    await press(' ');
    await wall.pass(25);
    expect(await wall.now()).toBe('team-housing');
    await wall.context.close();
  });

  it('lets a slide that was held stay for the time that it had left', async () => {
    const wall = await open('?seconds=20');
    await wall.pass(15);
    await wall.page.keyboard.press(' ');
    await wall.pass(60);
    await wall.page.keyboard.press(' ');
    await wall.pass(4);
    expect(await wall.now()).toBe('standing');
    await wall.pass(2);
    expect(await wall.now()).toBe('team-housing');
    await wall.context.close();
  });

  it('shows what its address chooses', async () => {
    const wall = await open('?teams=hospitals&slides=team,standing&seconds=10&theme=light&night=off');
    expect(await wall.now()).toBe('team-hospitals');
    await wall.pass(10);
    expect(await wall.now()).toBe('standing');
    await wall.pass(10);
    expect(await wall.now()).toBe('team-hospitals');
    expect(await wall.page.locator('html').getAttribute('data-theme')).toBe('light');
    await wall.context.close();
  });

  it('speaks the language that its address asks for', async () => {
    const wall = await open('?locale=de-DE&teams=housing');
    await wall.page.waitForURL('**/tv/de/?locale=de-DE&teams=housing');
    expect(await wall.page.locator('html').getAttribute('lang')).toBe('de');
    expect(await wall.page.locator('.about:visible').textContent()).toBe(
      'Drei von sechs Teams sind im Plan.',
    );
    expect(await wall.page.locator('#horizon .track time').first().textContent()).toBe('3. Juli');
    // The roll-up worded the reasons in the plan's language.
    const why = wall.page.locator('#team-housing .why');
    expect(await why.textContent()).toMatch(/^Nicht im Plan: „Parkveien says yes“ und „/);
    expect(await wall.page.locator('#review-housing .risks .soft').first().textContent()).toBe(
      'War fällig am 12. Juni 2026, vor 5 Tagen',
    );
    await wall.context.close();
  });

  it('writes clock and days as its address asks where its words are not translated', async () => {
    const wall = await open('?locale=fr-FR');
    expect(new URL(wall.page.url()).pathname).toBe('/tv/');
    expect(await wall.page.locator('.as-of time').textContent()).toBe('17 juin 2026');
    expect(await wall.page.locator('#horizon .track time').first().textContent()).toBe('3 juil.');
    expect(await wall.page.locator('.clock').textContent()).toMatch(/^11:0\d$/);
    await wall.context.close();
  });

  it('goes on after a reload where it was', async () => {
    const wall = await open();
    await wall.pass(50);
    const before = await wall.now();
    expect(before).not.toBe('standing');
    await wall.page.reload();
    await untilRunning(wall.page);
    expect(await wall.now()).toBe(before);
    await wall.context.close();
  });

  it('explains its keys, and closes that again', async () => {
    const wall = await open();
    await wall.page.keyboard.press('?');
    expect(await wall.page.locator('dialog').isVisible()).toBe(true);
    await wall.page.keyboard.press('Escape');
    expect(await wall.page.locator('dialog').isVisible()).toBe(false);
    await wall.context.close();
  });

  it('shows all slides, one below the other, where no script runs', async () => {
    const wall = await open('', { script: false });
    expect(await wall.page.locator('.slide:visible').count()).toBe(await wall.page.locator('.slide').count());
    expect(await wall.page.locator('.slide').count()).toBeGreaterThan(10);
    await wall.context.close();
  });

  describe('whose script comes late', () => {
    const LATE = 700;

    async function openLate(query: string, visits: number): Promise<{ page: Page; context: BrowserContext }> {
      server.files = files;
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
      const page = await context.newPage();
      for (let visit = 1; visit < visits; visit += 1) {
        await page.goto(`${server.origin}/tv/${query}`);
        await untilRunning(page);
        await page.keyboard.press('ArrowRight');
      }
      await page.route('**/_assets/*.js', async (route) => {
        await new Promise((done) => setTimeout(done, LATE));
        await route.continue();
      });
      // Nothing that was painted may move.
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ('value' in entry) moved.push(Number(entry.value));
        }).observe({ type: 'layout-shift', buffered: true });
        const moved: number[] = [];
        Object.assign(globalThis, { moved });
      });
      await page.goto(`${server.origin}/tv/${query}`, { waitUntil: 'commit' });
      return { page, context };
    }

    const painted = (page: Page) =>
      page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null);
    /** What is seen of the slides, and where: headings, lists, the frame. */
    const places = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.slide .about, .slide .why, .slide .key, .as-of, .wall-title')]
          .filter((part) => part.checkVisibility({ visibilityProperty: true }))
          .map((part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return `${part.textContent?.trim()} ${[x, y, width, height].map(Math.round)}`;
          }),
      );
    const moved = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'moved'));

    it('is painted before, as it stays: one slide, but for its lists, whose size is found then', async () => {
      const { page, context } = await openLate('', 1);
      await expect.poll(() => painted(page)).not.toBeNull();
      expect(await painted(page)).toBeLessThan(LATE);
      const before = await places(page);
      expect(before[0]).toMatch(/teams are on track/);
      expect(before.length).toBeGreaterThan(4);
      const list = page.locator('#standing .ranks');
      expect(await list.isVisible()).toBe(false);
      await untilRunning(page);
      expect(await places(page)).toEqual(before);
      expect(await list.isVisible()).toBe(true);
      expect(await moved(page)).toEqual([]);
      await context.close();
    });

    it.each([
      ['the address chooses', '?slides=wins', 1],
      ['a wall was here before', '', 2],
    ])('shows nothing until it is there where %s', async (_, query, visits) => {
      const { page, context } = await openLate(query, visits);
      await untilRunning(page);
      await expect.poll(() => painted(page)).toBeGreaterThan(LATE);
      expect(await page.locator('.slide').filter({ visible: true }).count()).toBe(1);
      expect(await moved(page)).toEqual([]);
      await context.close();
    });
  });

  it('shows all slides where its script cannot be had', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/_assets/*.js', (route) => route.abort());
    server.files = files;
    await page.goto(`${server.origin}/tv/`);
    await page.locator('.slide').last().waitFor();
    expect(await page.locator('.slide').filter({ visible: true }).count()).toBeGreaterThan(6);
    await context.close();
  });

  it('shows all slides where its script is none that the browser understands', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/_assets/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'class {' }),
    );
    server.files = files;
    for (const query of ['', '?slides=wins']) {
      await page.goto(`${server.origin}/tv/${query}`);
      await page.locator('.slide').last().waitFor();
      expect(await page.locator('.slide').filter({ visible: true }).count()).toBeGreaterThan(6);
    }
    await context.close();
  });

  it.each(['', '?theme=light'])('runs where the browser keeps nothing: /tv/%s', async (query) => {
    server.files = files;
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto(`${server.origin}/tv/${query}`);
    await untilRunning(page);
    expect(await page.locator('.slide').filter({ visible: true }).count()).toBe(1);
    expect(await page.locator('#standing .ranks').isVisible()).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.slide:not([hidden])').getAttribute('id')).toBe('team-housing');
    await context.close();
  });

  it('is dimmed at night, by the clock of the plan’s zone', async () => {
    const wall = await open('', { time: '2026-06-17T17:59:00Z' });
    const dimmed = () => wall.page.locator('tv-wall').evaluate((element) => element.matches('.night'));
    expect(await dimmed()).toBe(false);
    await wall.pass(61);
    expect(await dimmed()).toBe(true);
    await wall.context.close();
  });
});

describe('what is read from across the room', () => {
  it('tells what happened to one row on one day in one line, and so does the team’s review', () => {
    const slide = /id="team-food-drink"[\s\S]*?<\/section>/.exec(site.read('tv/index.html'))?.[0] ?? '';
    const parts = [
      slide.slice(slide.indexOf('Moved this week')),
      /What moved\s*<\/h3>[\s\S]*?<\/section>/.exec(site.read('teams/food-drink/review/index.html'))?.[0] ??
        '',
    ];
    for (const part of parts) {
      const moved = part.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ');
      expect(moved).toContain('14 days later; priority: Medium to High');
      expect(moved.match(/Get the food authority’s stamp/g)).toHaveLength(1);
    }
  });

  it('says how much is left out only where something is', () => {
    const rests = [...site.read('tv/index.html').matchAll(/<p class="rest"([^>]*)>(.*?)<\/p>/gs)];
    expect(rests.length).toBeGreaterThan(20);
    for (const [all, attributes = '', text = ''] of rests)
      expect(text.replace(/<[^>]*>|\s+/g, ' ').trim(), all).toMatch(
        / hidden/.test(attributes) ? /^and +more$/ : /^and +[1-9]\d* +more$/,
      );
  });

  it.each(SIZES)('fits, and is large enough, on %i × %i', async (width, height) => {
    await everySlideIsRead([width, height]);
  });

  it.each(SIZES)('is so in German, on %i × %i', async (width, height) => {
    await everySlideIsRead([width, height], { at: '/tv/de/' });
  });

  it('is written as large as there is room for', async () => {
    const wall = await open('?night=off');
    const sizes: number[] = [];
    for (let number = 1; number <= 8; number += 1) {
      const size = await roomOf(wall.page);
      sizes.push(size);
      // Tried from the small end: it is the last before the first that does not fit.
      const fitting = await wall.page.evaluate(() => {
        const slide = document.querySelector<HTMLElement>('.slide:not([hidden])');
        if (!slide) throw new Error('no slide is shown');
        const overflows = (part: HTMLElement, by: number) =>
          part.scrollHeight > part.clientHeight * by + 1 || part.scrollWidth > part.clientWidth + 1;
        const cuts = (size: number) => {
          slide.style.setProperty('--room', String(size));
          return (
            [slide, ...slide.querySelectorAll<HTMLElement>('[data-room]')].some((part) =>
              overflows(part, 1),
            ) ||
            [...slide.querySelectorAll<HTMLElement>('.what, .ranks b')].some((text) => overflows(text, 1.15))
          );
        };
        const all = [1.15, 1.3, 1.45, 1.7];
        const written = slide.style.getPropertyValue('--room');
        const first = all.findIndex(cuts);
        slide.style.setProperty('--room', written);
        return all[(first === -1 ? all.length : first) - 1] ?? 1;
      });
      expect(size, `slide ${number}`).toBe(fitting);
      await wall.page.keyboard.press('ArrowRight');
    }
    expect(new Set(sizes).size).toBeGreaterThan(1);
    await wall.context.close();
  });

  function roomOf(page: Page): Promise<number> {
    return page
      .locator('.slide:not([hidden])')
      .evaluate((slide: HTMLElement) => Number(slide.style.getPropertyValue('--room') || 1));
  }

  it('is so on the wall of one team', async () => {
    await everySlideIsRead([1366, 768], { at: '/teams/housing/tv/' });
  });

  it('is so with many teams whose names are long', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-long-'));
    const path = join(folder, 'long.xlsx');
    writeBigWorkbook(path, 900, ' in every region that we have served since the very beginning');
    const long = await buildSite([path, '--as-of', '2026-06-17']);
    try {
      const of = readFiles(long.folder);
      for (const size of SIZES) await everySlideIsRead(size, { of });
    } finally {
      await long.close();
      rmSync(folder, { recursive: true });
    }
  });

  async function everySlideIsRead(size: readonly [number, number], opened: Opened = {}): Promise<void> {
    const least = Math.min(...size);
    for (const query of ['?night=off', '?review&night=off']) {
      const wall = await open(query, { ...opened, size });
      await wall.page.keyboard.press('End');
      const last = await wall.now();
      await wall.page.keyboard.press('Home');
      for (let number = 1, id = ''; id !== last; number += 1) {
        for (const digit of String(number).padStart(number > 9 ? 2 : 1))
          await wall.page.keyboard.press(digit);
        await wall.pass(2);
        const found = await measure(wall.page);
        id = found.id;
        expect(
          found.small.filter(({ size }) => size < 0.029 * least),
          found.id,
        ).toEqual([]);
        expect(found.about, found.id).toBeGreaterThanOrEqual(0.049 * least);
        if (/^(?:standing|team-)/.test(found.id) && found.key > 0)
          expect(found.key, found.id).toBeGreaterThanOrEqual(0.1 * least);
        expect(found.cut, found.id).toEqual([]);
        expect(found.holes, found.id).toEqual([]);
        expect(found.scrolls, found.id).toBe(false);
        expect(number).toBeLessThan(60);
      }
      await wall.context.close();
    }
  }

  /** Sizes of text in CSS pixels, and what is cut off, on the slide that is shown. */
  function measure(page: Page) {
    return page.evaluate(() => {
      const slide = document.querySelector<HTMLElement>('.slide:not([hidden])');
      if (!slide) throw new Error('no slide is shown');
      const texts = [...document.querySelectorAll<HTMLElement>('.slide:not([hidden]) *, .frame *')].filter(
        (element) =>
          [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '') &&
          element.checkVisibility() &&
          !element.matches('.unseen'),
      );
      const size = (element: Element | null) =>
        element === null ? 0 : Number.parseFloat(getComputedStyle(element).fontSize);
      const frame = document.querySelector('.frame')?.getBoundingClientRect().top ?? innerHeight;
      return {
        id: slide.id,
        small: texts.map((element) => ({ text: element.textContent?.trim(), size: size(element) })),
        about: size(slide.querySelector('.about')),
        key: size(slide.querySelector('.key')),
        cut: [...slide.querySelectorAll<HTMLElement>('h2, h3, li, .key, .rest')]
          .filter((element) => element.checkVisibility())
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.bottom > frame + 8 || box.right > innerWidth + 1 || box.left < -8;
          })
          .map((element) => element.textContent?.trim()),
        // What a list leaves out is its end.
        holes: [...slide.querySelectorAll('[data-fit] > [hidden] + :not([hidden])')].map(
          (row) => row.textContent,
        ),
        scrolls:
          document.documentElement.scrollHeight > innerHeight ||
          document.documentElement.scrollWidth > innerWidth,
      };
    });
  }

  it.each(['dark', 'light'])('breaks no rule of access in %s', async (theme) => {
    const wall = await open(`?theme=${theme}&night=off`);
    for (const digit of ['1', '2', '8', '9']) {
      await wall.page.keyboard.press(digit);
      await wall.pass(2);
      await wall.page.evaluate(axe);
      // axe-core puts itself onto the page under this name.
      const found = await wall.page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found, `slide ${digit}`).toEqual([]);
    }
    await wall.context.close();
  });
});

describe('a new build', () => {
  it('is looked for every minute, not by all walls at once, and costs an answer without content', async () => {
    const wall = await open();
    const answers: number[] = [];
    server.onAnswer = (path, status) => {
      if (path === '/build.json') answers.push(status);
    };
    const passed: number[] = [];
    for (let second = 0; second < 330; second += 1) {
      const before = answers.length;
      await wall.pass(1);
      if (second % 5 === 0) await new Promise((done) => setTimeout(done, 15));
      if (answers.length > before) passed.push(second);
    }
    server.onAnswer = () => {};
    expect(answers.length).toBeGreaterThanOrEqual(4);
    expect(answers.length).toBeLessThanOrEqual(6);
    expect(answers.slice(1)).toEqual(answers.slice(1).map(() => 304));
    const steps = passed.slice(1).map((second, i) => second - (passed[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...steps)).toBeLessThanOrEqual(75);
    await wall.context.close();
  });

  it('comes without a flash: in each frame one slide is seen, in the wall’s colours and sizes', async () => {
    server.files = files;
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const frames = new Set<string>();
      Object.assign(globalThis, { frames });
      const look = () => {
        const slides = [...document.querySelectorAll<HTMLElement>('.slide')].filter((slide) => !slide.hidden);
        const about = slides[0]?.querySelector('.about');
        if (about && document.querySelector('[data-wall="runs"]')) {
          const size = Number.parseFloat(getComputedStyle(about).fontSize);
          const ground = getComputedStyle(document.documentElement).backgroundColor;
          frames.add(`${slides.length} ${ground} ${size > 50}`);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`${server.origin}/tv/?seconds=5`);
    const [name, style] = [...files].find(([path]) => /\.css$/.test(path) && isOf(path)) ?? [];
    if (name === undefined || style === undefined) throw new Error('the wall has no style');
    const next = rebuilt(files, 'Build 4');
    const other = name.replace('.css', '-next.css');
    next.set('/tv/', Buffer.from(String(next.get('/tv/')).replaceAll(name, other))).set(other, style);
    server.files = next;
    await expect
      .poll(() => page.locator('.wall-title').textContent(), { timeout: 40_000, interval: 250 })
      .toBe('Build 4');
    // Reads what the script above has put there.
    const seen = await page.evaluate(() => [...(globalThis as unknown as { frames: Set<string> }).frames]);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^1 rgb\(\d{1,2}, \d{1,2}, \d{1,2}\) true$/);
    await context.close();
  });

  /** Whether the wall's page asks for a file. */
  function isOf(path: string): boolean {
    return String(files.get('/tv/')).includes(path);
  }

  it('comes between two slides, and never while one is held', async () => {
    const wall = await open();
    await wall.pass(15);
    await wall.page.keyboard.press(' ');
    server.files = rebuilt(files, 'Build 2');
    await eventually(wall, 20, async () => false);
    expect(await title(wall)).not.toBe('Build 2');
    await wall.page.keyboard.press(' ');
    expect(await eventually(wall, 5, async () => (await title(wall)) === 'Build 2')).toBe(true);
    expect(await wall.page.locator('.slide:not([hidden])').count()).toBe(1);
    await wall.context.close();
  });

  it('that is there by half is not shown', async () => {
    const wall = await open();
    await wall.pass(15);
    const next = rebuilt(files, 'Build 3');
    // build.json is new, and the page old.
    server.files = new Map(files).set('/build.json', next.get('/build.json') ?? Buffer.alloc(0));
    await eventually(wall, 25, async () => false);
    expect(await title(wall)).not.toBe('Build 3');
    // The page is cut off.
    const page = String(next.get('/tv/'));
    server.files = new Map(next).set('/tv/', Buffer.from(page.slice(0, page.length - 40)));
    await eventually(wall, 25, async () => false);
    expect(await title(wall)).not.toBe('Build 3');
    // A style is missing.
    server.files = new Map(next).set(
      '/tv/',
      Buffer.from(page.replace(/href="[^"]*\.css"/, 'href="/gone.css"')),
    );
    await eventually(wall, 25, async () => false);
    expect(await title(wall)).not.toBe('Build 3');
    server.files = next;
    expect(await eventually(wall, 25, async () => (await title(wall)) === 'Build 3')).toBe(true);
    await wall.context.close();
  });
});

describe('without network', () => {
  it('goes on, says since when, and catches up by itself', async () => {
    const wall = await open();
    await wall.pass(15);
    await server.down();
    const silent = () => wall.page.locator('.notices').textContent();
    expect(
      await eventually(wall, 25, async () => /^No network since 11:\d\d$/.test((await silent()) ?? '')),
    ).toBe(true);
    const before = await wall.now();
    await wall.pass(25);
    expect(await wall.now()).not.toBe(before);
    await server.up();
    expect(await eventually(wall, 25, async () => (await silent()) === '')).toBe(true);
    await wall.context.close();
  });

  it('counts an answer that names no plan for none', async () => {
    const wall = await open();
    server.files = new Map(files).set('/build.json', Buffer.from('{"error":"sign in"}'));
    const notice = () => wall.page.locator('.notices').textContent();
    expect(await eventually(wall, 25, async () => /^No network since/.test((await notice()) ?? ''))).toBe(
      true,
    );
    server.files = files;
    expect(await eventually(wall, 25, async () => (await notice()) === '')).toBe(true);
    await wall.context.close();
  });

  it('comes back after a power cut, at its bookmarked address, with the last whole build', async () => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}/tv/?theme=light`);
    const kept = () => page.evaluate(() => caches.keys());
    await expect.poll(kept, { timeout: 30_000, interval: 250 }).toEqual(['milepost-tv /tv/']);
    await page.close();
    await server.down();
    try {
      const again = await context.newPage();
      await again.goto(`${server.origin}/tv/?theme=light`);
      await untilRunning(again);
      expect(await again.locator('.slide:not([hidden]) .about').textContent()).toContain(
        'teams are on track',
      );
      const font = await again.evaluate(
        () => getComputedStyle(document.querySelector('.about') ?? document.body).fontSize,
      );
      expect(Number.parseFloat(font)).toBeGreaterThan(40);
      await again.reload();
      await untilRunning(again);
      expect(await again.locator('.slide:not([hidden]) .about').textContent()).toContain(
        'teams are on track',
      );
      // Other pages of the site are none of the wall's business.
      await expect(again.goto(`${server.origin}/`)).rejects.toThrow();
    } finally {
      await server.up();
      await context.close();
    }
  });
});

describe('in another language', () => {
  it('comes back without network from the address that chose it', async () => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}/tv/?locale=de-DE`);
    const kept = () => page.evaluate(() => caches.keys());
    await expect.poll(kept, { timeout: 30_000, interval: 250 }).toEqual(['milepost-tv /tv/de/']);
    await page.close();
    await server.down();
    try {
      const again = await context.newPage();
      await again.goto(`${server.origin}/tv/?locale=de-DE`);
      await untilRunning(again);
      expect(await again.locator('.slide:not([hidden]) .about').textContent()).toContain('sind im Plan');
    } finally {
      await server.up();
      await context.close();
    }
  });
});

describe('data that is older than it should be', () => {
  const until = (text: string): Files =>
    new Map(files).set(
      '/tv/',
      Buffer.from(String(files.get('/tv/')).replace('<tv-wall', `<tv-wall data-fresh-until="${text}"`)),
    );

  it('looks stale, with its age in words, from the minute on', async () => {
    const wall = await open();
    expect(await wall.page.locator('.age').isVisible()).toBe(false);
    server.files = until('2026-06-17T11:30');
    await wall.page.reload();
    await untilRunning(wall.page);
    expect(await wall.page.locator('tv-wall.stale').count()).toBe(0);
    await wall.pass(30 * 60);
    expect(await wall.page.locator('tv-wall.stale').count()).toBe(1);
    const opacity = () =>
      wall.page.locator('.stage').evaluate((stage) => Number(getComputedStyle(stage).opacity));
    expect(await opacity()).toBeLessThan(0.7);
    // Midnight passes.
    await wall.page.clock.fastForward(14 * 3_600_000);
    expect(await wall.page.locator('.age').textContent()).toBe('This is 1 day old');
    await wall.context.close();
  });
});

describe('the pages of the wall', () => {
  it.each(['tv', 'tv/de', 'tv/setup', 'teams/housing/tv'])('are valid HTML: /%s/', async (path) => {
    expect(await markupFaults(site.read(`${path}/index.html`))).toEqual([]);
  });
});

describe('setting one up', () => {
  it('makes the link that shows what is chosen, and its code', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/tv/setup/`);
    const link = page.locator('.wall-link');
    const code = () => page.locator('.code path').getAttribute('d');
    expect(await link.textContent()).toBe(`${server.origin}/tv/`);
    const before = await code();
    await page.getByLabel('Housing').check();
    await page.getByLabel('Seconds a slide').fill('15');
    await page.getByRole('button', { name: 'Move “What was done” up' }).click();
    expect(await link.getAttribute('href')).toBe(
      `${server.origin}/tv/?teams=housing&slides=standing,team,wins,promises,horizon&seconds=15`,
    );
    expect(await code()).not.toBe(before);
    await link.click();
    await untilRunning(page);
    expect(await page.locator('.slide:not([hidden])').getAttribute('id')).toBe('standing');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.slide:not([hidden])').getAttribute('id')).toBe('team-housing');
    await context.close();
  });

  it('opens the wall at its short address', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/tv/setup/`);
    await page.getByLabel('Housing').check();
    await page.getByLabel('Seconds a slide').fill('15');
    await page.getByLabel('Seconds a slide').press('Enter');
    await page.waitForURL(`${server.origin}/tv/?teams=housing&seconds=15`);
    await context.close();
  });

  it('has no code of a link that is too long for one', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${server.origin}/tv/setup/`);
    const team = page.getByLabel('Housing');
    await team.evaluate((box: HTMLInputElement) => {
      box.value = 'x'.repeat(4000);
    });
    await team.check();
    expect(await page.locator('.code').isVisible()).toBe(false);
    await team.uncheck();
    expect(await page.locator('.code').isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('works without script: the form leads to the wall that is chosen', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.origin}/tv/setup/`);
    expect(await page.locator('.wall-link').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /^(?:Copy|Move)/ }).count()).toBe(0);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    await page.getByLabel('Housing').check();
    for (const name of ['Promises of this week', 'What was done', 'The next six weeks'])
      await page.getByRole('checkbox', { name }).uncheck();
    await page.getByLabel('Seconds a slide').fill('15');
    await page.getByLabel('Colours').selectOption('light');
    await page.getByRole('button', { name: 'Open it here' }).click();
    const { pathname, search } = new URL(page.url());
    expect(pathname).toBe('/tv/');
    await context.close();
    // On the TV, script runs.
    const wall = await open(search);
    expect(await wall.now()).toBe('standing');
    await wall.pass(15);
    expect(await wall.now()).toBe('team-housing');
    await wall.pass(15);
    expect(await wall.now()).toBe('standing');
    expect(await wall.page.locator('html').getAttribute('data-theme')).toBe('light');
    await wall.context.close();
  });
});

describe('its page on a phone', () => {
  it('has no name beside which the box is lost, and no parameter that is broken in two', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}/tv/setup/`);
    const label = page.locator('.choices label').first();
    await label.evaluate((element) => element.append(' of a name that takes more lines than one'));
    const [box, name] = await label.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [input, ...texts] = [...range.getClientRects()].map(({ left, right }) => ({ left, right }));
      return [input?.right ?? 0, Math.min(...texts.map(({ left }) => left))] as const;
    });
    expect(name).toBeGreaterThanOrEqual(box);
    const lines = await page
      .locator('.prose th code')
      .evaluateAll((all) => all.map((code) => code.getClientRects().length));
    expect(new Set(lines)).toEqual(new Set([1]));
    await context.close();
  });
});

describe('the weekly review', () => {
  it('goes from the agenda over the standing and each team to what is told and promised', async () => {
    const wall = await open('?review');
    const seen: string[] = [];
    for (let i = 0; i < 11; i += 1) {
      seen.push(await wall.now());
      await wall.page.keyboard.press('ArrowRight');
    }
    expect(seen.slice(0, 3)).toEqual(['review-agenda', 'standing', 'review-housing']);
    expect(seen.slice(-3)).toEqual(['review-told', 'review-end', 'review-agenda']);
    const minutes = await wall.page.locator('#review-agenda .num').allTextContents();
    expect(minutes).toHaveLength(9);
    expect(minutes.slice(0, 2)).toEqual(['1.5 min', '2.5 min']);
    await wall.context.close();
  });

  it('is led by remote, team after team, and shows its time against the plan', async () => {
    const wall = await open('?review&minutes=15');
    expect(await wall.now()).toBe('review-agenda');
    await wall.pass(600);
    expect(await wall.now()).toBe('review-agenda');
    const timers = () => wall.page.locator('.timers').textContent();
    expect(await timers()).toBe('Meeting 0:00 / 15:00');
    await wall.page.keyboard.press('ArrowRight');
    expect(await wall.now()).toBe('standing');
    await wall.page.keyboard.press('ArrowRight');
    await wall.pass(65);
    expect(await wall.now()).toBe('review-housing');
    expect(await timers()).toMatch(/^This part 1:0[456] \/ 2:00 {2}· {2}Meeting 1:0[456] \/ 15:00$/);
    await wall.page.keyboard.press('Enter');
    await wall.page.keyboard.press('ArrowRight');
    await wall.pass(125);
    expect(await timers()).toMatch(
      /^This part 2:0[456] \/ 2:00 over {2}· {2}Meeting 3:(?:09|1[012]) \/ 15:00$/,
    );
    await wall.page.reload();
    await untilRunning(wall.page);
    expect(await wall.now()).toBe('review-food-drink');
    expect(await timers()).toMatch(/Meeting 3:(?:09|1[0-5])/);
    const promised = wall.page.locator('#review-food-drink .outcomes li');
    expect(await promised.first().textContent()).toContain('missed');
    await wall.context.close();
  });

  it('is one key away from the wall, and back', async () => {
    const wall = await open();
    await wall.page.keyboard.press('r');
    expect(await wall.now()).toBe('review-agenda');
    await wall.page.keyboard.press('r');
    expect(await wall.now()).toBe('standing');
    await wall.context.close();
  });
});
