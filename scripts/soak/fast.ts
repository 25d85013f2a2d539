import type { Browser, Page } from 'playwright-core';
import { growthOf, type Memory, memoryLine, memoryOf } from './memory.ts';
import { untilRunning } from './running.ts';
import { rebuilt, type WallServer } from './wall-server.ts';

const SECONDS = 60;
const SAMPLES = 20;
/** How long a build may take to arrive over loopback, in milliseconds of real time. */
const PATIENCE_MS = 5000;

/** Weeks of a wall within minutes: each step lets a slide's time pass by the page's own clock. */
export async function soakFast(
  browser: Browser,
  server: WallServer,
  { slides, builds }: { readonly slides: number; readonly builds: number },
  say: (line: string) => void,
): Promise<boolean> {
  const base = server.files;
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.clock.install({ time: '2026-06-17T09:00:00Z' });
  await page.goto(`${server.origin}/tv/?seconds=${SECONDS}`);
  await untilRunning(page);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const samples: Memory[] = [];
  const everyBuild = Math.max(1, Math.floor(slides / builds));
  let build = 0;
  for (let slide = 1; slide <= slides; slide += 1) {
    if (slide % everyBuild === 0 && build < builds) {
      build += 1;
      server.files = rebuilt(base, `Build ${build}`);
      await arrives(page, `Build ${build}`);
    }
    await page.clock.fastForward(SECONDS * 1000);
    if (slide % Math.max(1, Math.floor(slides / SAMPLES)) === 0) {
      const memory = await memoryOf(page, session);
      samples.push(memory);
      say(memoryLine(`${slide} slides, ${build} builds`, memory));
    }
  }
  const found = [...growthOf(samples), ...errors];
  const title = await page.locator('.wall-title').textContent();
  if (title !== `Build ${build}`) found.push(`the wall shows “${title}” in place of build ${build}`);
  for (const line of found) say(line);
  await context.close();
  return found.length === 0;
}

/** Lets slides pass until a build is on the wall. */
async function arrives(page: Page, title: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if ((await page.locator('.wall-title').textContent()) === title) return;
    await page.clock.fastForward(SECONDS * 1000);
    await new Promise((done) => setTimeout(done, 5));
  }
}
