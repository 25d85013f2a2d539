import type { Browser } from 'playwright-core';
import { growthOf, type Memory, memoryLine, memoryOf } from './memory.ts';
import { untilRunning } from './running.ts';
import { rebuilt, type WallServer } from './wall-server.ts';

const SECONDS = 5;
const EVERY_MS = 15_000;
const MINUTE_MS = 60_000;
/** In every ten minutes the server is away for two, and in them the page is loaded anew once. */
const CYCLE = 10;
const AWAY_FROM = 6;
const AWAY_TO = 8;

/** A wall in real time. Its clock passes midnight halfway; a new build comes every minute and a half or so. */
export async function soakSlow(
  browser: Browser,
  server: WallServer,
  minutes: number,
  say: (line: string) => void,
): Promise<boolean> {
  const base = server.files;
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(message));
  // Copenhagen, where the sample's teams are, is two hours ahead.
  const midnight = Date.parse('2026-06-17T22:00:00Z');
  await page.clock.install({ time: midnight - (minutes / 2) * MINUTE_MS });
  await page.goto(`${server.origin}/tv/?seconds=${SECONDS}`);
  await untilRunning(page);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const samples: Memory[] = [];
  const start = performance.now();
  let [build, isAway, reloads, seen] = [0, false, 0, ''];
  const shown = () => page.locator('.slide:not([hidden])').evaluate((slide) => slide.id);
  for (let step = 1; performance.now() - start < minutes * MINUTE_MS; step += 1) {
    await new Promise((done) => setTimeout(done, EVERY_MS));
    const minute = (performance.now() - start) / MINUTE_MS;
    const inCycle = minute % CYCLE;
    const away = inCycle >= AWAY_FROM && inCycle < AWAY_TO;
    if (away !== isAway) {
      await (away ? server.down() : server.up());
      isAway = away;
      say(`${minute.toFixed(1)} min: the server is ${away ? 'stopped' : 'back'}`);
    }
    if (step % 6 === 0) {
      build += 1;
      server.files = rebuilt(base, `Build ${build}`, minute > minutes / 2 ? '2026-06-18' : undefined);
    }
    if (away && inCycle > AWAY_FROM + 1 && reloads <= minute / CYCLE - 1) {
      reloads += 1;
      await page.reload();
      await untilRunning(page);
      say(`${minute.toFixed(1)} min: loaded anew without network, shows ${await shown()}`);
    }
    const now = await shown();
    if (now === seen) found.push(`${minute.toFixed(1)} min: “${now}” stands still`);
    seen = now;
    const memory = await memoryOf(page, session);
    samples.push(memory);
    if (step % 8 === 0) say(memoryLine(`${minute.toFixed(1)} min, ${build} builds`, memory));
  }
  if (isAway) await server.up();
  // A look a minute, and the slide that is shown ends first.
  await new Promise((done) => setTimeout(done, 90_000));
  const title = await page.locator('.wall-title').textContent();
  if (title !== `Build ${build}`) found.push(`the wall shows “${title}” in place of build ${build}`);
  const place: unknown = await page.evaluate(() =>
    JSON.parse(localStorage.getItem(`milepost-tv ${location.pathname}${location.search}`) ?? 'null'),
  );
  const id = await shown();
  if (typeof place !== 'object' || place === null || !('id' in place) || place.id !== id)
    found.push(`“${id}” is shown, and kept is ${JSON.stringify(place)}`);
  const clock = await page.locator('.clock').textContent();
  found.push(...growthOf(samples));
  say(`Ends at ${clock} by the wall's clock, on “${id}” of ${title}.`);
  for (const line of found) say(line);
  await context.close();
  return found.length === 0;
}
