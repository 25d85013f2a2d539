import type { Browser, CDPSession } from 'playwright-core';
import { untilRunning } from './running.ts';
import type { WallServer } from './wall-server.ts';

/** How much slower the processor is taken to be. */
const SLOWER = 6;
const SLIDES = 40;
const SECONDS = 60;
/** On a slow processor a change of slides may take so long: within a tenth of a second, it seems to come at once. */
const MOST_MS = 100;
/** A slide that is fitted to the screen for the first time in a build may take longer. */
const MOST_FIRST_MS = 500;

/**
 * What a change of slides costs on a slow processor. It counts the time that the page's thread works, which other programs
 * on the machine do not lengthen, and takes it as many times. The line that shows a slide's time has to move without that
 * thread: what it animates is told by the browser.
 */
export async function soakSmooth(
  browser: Browser,
  server: WallServer,
  say: (line: string) => void,
): Promise<boolean> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.clock.install({ time: '2026-06-17T09:00:00Z' });
  await page.goto(`${server.origin}/tv/?seconds=${SECONDS}`);
  await untilRunning(page);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const [first, again]: [number[], number[]] = [[], []];
  const seen = new Set<string>();
  for (let slide = 0; slide < SLIDES; slide += 1) {
    const before = await workedFor(session);
    await page.clock.fastForward(SECONDS * 1000);
    const id = await page.locator('.slide:not([hidden])').evaluate((shown) => {
      // What is shown has been laid out.
      shown.getBoundingClientRect();
      return shown.id;
    });
    (seen.has(id) ? again : first).push((await workedFor(session)) - before);
    seen.add(id);
  }
  const animated = await page.evaluate(() =>
    [...document.querySelectorAll('.line > i')]
      .flatMap((line) => line.getAnimations())
      .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
      .flatMap((frame) => Object.keys(frame))
      .filter((name) => !['offset', 'computedOffset', 'easing', 'composite'].includes(name)),
  );
  await context.close();
  const [worstFirst, worst] = [SLOWER * Math.max(0, ...first), SLOWER * Math.max(0, ...again)];
  const usual = SLOWER * median(again);
  say(
    `On a processor ${SLOWER} times slower a change of slides takes ${usual.toFixed(0)} ms, ${worst.toFixed(0)} ms at most; ` +
      `${worstFirst.toFixed(0)} ms at most where a slide is shown for the first time. The line animates ${[...new Set(animated)].join(', ')}.`,
  );
  return (
    usual <= MOST_MS && worstFirst <= MOST_FIRST_MS && animated.length > 0 && animated.every(isCompositors)
  );
}

/** Whether the browser animates a property without the page's own thread. */
function isCompositors(property: string): boolean {
  return property === 'transform' || property === 'opacity';
}

/** Milliseconds that the page's thread has worked so far. */
async function workedFor(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
