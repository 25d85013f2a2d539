import type { Browser, BrowserContext } from 'playwright-core';
import type { Ledger } from './ledger.ts';
import { scrollThrough } from './pages.ts';
import type { ServedSite } from './served-site.ts';

const SLOWER = 6;
const RUNS = 3;

/** A task of the page's main thread, in milliseconds from the start of its load. */
export interface Task {
  readonly start: number;
  readonly duration: number;
}

/** What tasks take beyond 50 ms, from the first paint on: the total blocking time as web.dev defines it. */
export function blockingTime(tasks: readonly Task[], firstPaint: number): number {
  return tasks
    .map(({ start, duration }) => start + duration - Math.max(start, firstPaint) - 50)
    .reduce((sum, over) => sum + Math.max(0, over), 0);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Blocking time and largest paint on a processor that is slowed down, each the median of some runs. */
export async function checkSpeed(
  browser: Browser,
  site: ServedSite,
  paths: readonly string[],
  ledger: Ledger,
) {
  for (const path of paths) {
    const where = `${site.name} ${path}`;
    const runs: Run[] = [];
    const paints: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const withScript = await load(browser, site.origin + path, true);
      const without = await load(browser, site.origin + path, false);
      runs.push(withScript);
      if (without.largestPaint > 0) paints.push(withScript.largestPaint / without.largestPaint);
    }
    const hasCharts = runs.some(({ charts }) => charts > 0);
    ledger.add(
      hasCharts ? 'blockedCharts' : 'blocked',
      Math.round(median(runs.map(({ blocked }) => blocked))),
      where,
    );
    if (hasCharts) ledger.add('task', Math.round(median(runs.map(({ longest }) => longest))), where);
    ledger.add('paint', median(paints), where);
  }
}

interface Run {
  readonly blocked: number;
  readonly longest: number;
  readonly charts: number;
  readonly largestPaint: number;
}

async function load(browser: Browser, address: string, javaScriptEnabled: boolean): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 800 }, javaScriptEnabled });
  try {
    return await measure(context, address);
  } finally {
    await context.close();
  }
}

/** Tasks are taken from the browser's trace, so that they are known of a page without script too. */
async function measure(context: BrowserContext, address: string): Promise<Run> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // What the protocol calls an object is one of the trace's events.
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'devtools.timeline,toplevel,loading,disabled-by-default-devtools.timeline,blink.user_timing',
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  if (await page.evaluate(() => true).catch(() => false)) await scrollThrough(page);
  await page.waitForTimeout(900);
  const charts = await page.locator('live-chart.live').count();
  const complete = new Promise<void>((done) => {
    session.once('Tracing.tracingComplete', () => done());
  });
  await session.send('Tracing.end');
  await complete;
  return { ...readTrace(events), charts };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly navigationId?: string } };
}

/** The page's long tasks, and its largest paint, both in milliseconds from when its load began. */
export function readTrace(events: readonly TraceEvent[]): Omit<Run, 'charts'> {
  const paints = events.filter(({ name }) => name === 'largestContentfulPaint::Candidate');
  const first = events.find(({ name }) => name === 'firstContentfulPaint');
  // The trace also has starts of empty documents, before and after: that of the page has the paint's own ID.
  const start = events.find(
    ({ name, args }) =>
      name === 'navigationStart' && args?.data?.navigationId === first?.args?.data?.navigationId,
  );
  if (first === undefined || start === undefined) return { blocked: 0, longest: 0, largestPaint: 0 };
  const since = (ts: number) => (ts - start.ts) / 1000;
  const tasks = events
    .filter(
      ({ name, ph, pid, tid, ts }) =>
        ph === 'X' &&
        name === 'ThreadControllerImpl::RunTask' &&
        pid === first.pid &&
        tid === first.tid &&
        ts >= start.ts,
    )
    .map(({ ts, dur = 0 }) => ({ start: since(ts), duration: dur / 1000 }));
  return {
    blocked: blockingTime(tasks, since(first.ts)),
    longest: Math.max(
      0,
      ...tasks.filter((task) => task.start + task.duration > since(first.ts)).map(({ duration }) => duration),
    ),
    largestPaint: Math.max(0, ...paints.filter(({ pid }) => pid === first.pid).map(({ ts }) => since(ts))),
  };
}
