import type { Browser, CDPSession } from 'playwright-core';
import { type BarName, isKept, type Ledger } from './ledger.ts';
import type { ServedSite } from './served-site.ts';
import { blockingTime, longestTask, readTrace, type TraceEvent } from './trace.ts';

const SLOWER = 6;
/** How often a page is loaded; and how often where a bar seems to be broken, so that noise alone breaks none. */
const TURNS = 3;
const MORE_TURNS = 13;
/** Milliseconds after which a page has done what it does by itself. */
const SETTLED = 900;
/** Milliseconds between looks at a page, and after which none is taken any more. */
const EACH = 120;
const PATIENCE = 30_000;
const CATEGORIES =
  'devtools.timeline,toplevel,loading,disabled-by-default-devtools.timeline,blink.user_timing';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/**
 * Blocking time and largest paint on a processor that is slowed down. Each page is loaded in turns with the same page without
 * its scripts, by the same browser, and the median counts: what else the machine does slows down both.
 */
export async function checkSpeed(
  browser: Browser,
  site: ServedSite,
  paths: readonly string[],
  ledger: Ledger,
  say: (line: string) => void,
): Promise<void> {
  for (const [i, path] of paths.entries()) {
    say(`${site.name}: speed of page ${i + 1} of ${paths.length}, ${path}`);
    // The server packs a page when it is first asked for it.
    await load(browser, site.origin + path);
    await load(browser, site.scriptless(path));
    const turns: Turn[] = [];
    let figures: [BarName, number][] = [];
    while (
      turns.length < TURNS ||
      (turns.length < MORE_TURNS && figures.some(([bar, value]) => !isKept(bar, value)))
    ) {
      const withScript = await load(browser, site.origin + path, true);
      const without = await load(browser, site.scriptless(path));
      turns.push({ ...withScript, paint: withScript.largestPaint / without.largestPaint });
      figures = figuresOf(turns);
    }
    for (const [bar, value] of figures) ledger.add(bar, value, `${site.name} ${path}`);
  }
}

/** What turns come to. Charts are made when they are seen, so what blocks then counts too. */
function figuresOf(turns: readonly Turn[]): [BarName, number][] {
  const middle = (value: (turn: Turn) => number) => median(turns.map(value));
  const longest = Math.round(middle((turn) => turn.longest));
  const paint = middle((turn) => turn.paint);
  return turns.some(({ charts }) => charts > 0)
    ? [
        ['blockedCharts', Math.round(middle(({ blocked, blockedLater }) => blocked + blockedLater))],
        ['task', longest],
        ['paint', paint],
      ]
    : [
        ['blocked', Math.round(middle(({ blocked }) => blocked))],
        ['task', longest],
        ['paint', paint],
      ];
}

interface Run {
  /** Milliseconds, of the load by itself, and of what follows when the page is scrolled through. */
  readonly blocked: number;
  readonly blockedLater: number;
  readonly longest: number;
  readonly largestPaint: number;
  readonly charts: number;
}

interface Turn extends Run {
  /** The largest paint to that of the same page without script. */
  readonly paint: number;
}

/** Loads a page, leaves it alone until it is quiet, and then scrolls through it where what that does is asked for. */
async function load(browser: Browser, address: string, scroll = false): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let quiet = 0;
    const events = await traced(session, async () => {
      await page.goto(address, { waitUntil: 'networkidle' });
      await untilPainted(session, address);
      await page.waitForTimeout(SETTLED);
      quiet = await ask(session, 'performance.now()');
      if (!scroll) return;
      await scrollThrough(session);
      await page.waitForTimeout(SETTLED);
    });
    const trace = readTrace(events);
    if (trace === null) throw new Error(`${address} paints nothing`);
    const { tasks, firstPaint, largestPaints } = trace;
    return {
      blocked: blockingTime(
        tasks.filter(({ start }) => start < quiet),
        firstPaint,
      ),
      blockedLater: blockingTime(
        tasks.filter(({ start }) => start >= quiet),
        firstPaint,
      ),
      longest: longestTask(tasks, firstPaint),
      // What is painted when it is scrolled to is no part of the load.
      largestPaint: Math.max(...largestPaints.filter((paint) => paint < quiet)),
      charts: await page.locator('live-chart.live').count(),
    };
  } finally {
    await context.close();
  }
}

/** What the browser traces while something is done. */
async function traced(session: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // What the protocol calls an object is one of the trace's events.
    events.push(...(value as unknown as TraceEvent[]));
  });
  const complete = new Promise<void>((done) => {
    session.once('Tracing.tracingComplete', () => done());
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: CATEGORIES });
  await run();
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** A busy machine paints long after all is loaded. Throws where nothing is painted at all. */
async function untilPainted(session: CDPSession, address: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += EACH) {
    if ((await ask(session, 'performance.getEntriesByName("first-contentful-paint").length')) > 0) return;
    await new Promise((done) => setTimeout(done, EACH));
  }
  throw new Error(`${address} paints nothing`);
}

/** The number that an expression comes to on the page. */
async function ask(session: CDPSession, expression: string): Promise<number> {
  return Number((await session.send('Runtime.evaluate', { expression })).result.value);
}

/**
 * Shows every part of a page, as a reader would. It speaks to the browser itself: what a test driver puts on a page in order to
 * speak with it blocks that page too.
 */
async function scrollThrough(session: CDPSession): Promise<void> {
  const height = await ask(session, 'document.documentElement.scrollHeight');
  for (let top = 0; top < height; top += 600) {
    await ask(session, `scrollTo(0, ${top})`);
    await new Promise((done) => setTimeout(done, EACH));
  }
}
