import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeForeignPlan } from '../helpers/foreign-plan.ts';
import { PROJECT } from '../helpers/run.ts';
import { type BuiltSite, buildSite, launchBrowser } from '../helpers/site.ts';

/** Words that hardly an English sentence does without, and that no German one holds. */
const ENGLISH =
  /\b(?:the|and|of|is|are|with|from|not|this|that|its|every|by|for|to|be|has|have|or|it|your|you|which|when|where|who|what|how|why|no|on|at|than|more|one|each|as|does|week|weeks|day|days|done|open|due|goal|milestone|people|nothing|left|out|since)\b/;

let folder: string;
let browser: Browser;
let site: BuiltSite;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-german-'));
  const sample = join(PROJECT, 'data', 'plan.xlsx');
  const [before, now] = [join(folder, 'before.xlsx'), join(folder, 'now.xlsx')];
  await writeForeignPlan(sample, before, { locale: 'de-DE', later: -5 });
  await writeForeignPlan(sample, now, { locale: 'de-DE' });
  browser = await launchBrowser();
  site = await buildSite(
    ['--source', now, '--as-of', '2026-06-17'],
    {},
    { earlier: ['--source', before, '--as-of', '2026-06-03'] },
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

/** All that a page tells: its texts and what its controls and pictures are called, but for what it marks as English. */
function told(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('[lang="en"], code, script, style')) element.remove();
    const named = ['title', 'alt', 'aria-label', 'aria-description', 'placeholder', 'content'];
    const texts = [...document.querySelectorAll('*')].flatMap((element) => [
      ...named.map((name) => element.getAttribute(name) ?? ''),
      // A word that script tells something by has no blank.
      ...Object.values(element instanceof HTMLElement ? element.dataset : {})
        .filter((value) => / /.test(value ?? ''))
        .map((value) => value ?? ''),
      ...[...element.childNodes].map((node) => (node instanceof Text ? node.data : '')),
    ]);
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
}

it('says nothing in English on any page of a German plan, but for what a sheet is called', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  const english = new Map<string, string>();
  const stops: string[] = [];
  for (const path of site.pages) {
    await page.goto(`${site.origin}${path}`);
    for (const text of await told(page)) {
      if (/[^.]\.\.(?:[^.]|$)/.test(text)) stops.push(text);
      // What stands in quotation marks is a cell's text, or the name of a column.
      if (ENGLISH.test(text.replace(/„[^“]*“/g, '').replace(/\{.*\}/, ''))) english.set(text, path);
    }
  }
  expect(Object.fromEntries(english)).toEqual({});
  // A month that is cut short ends with a full stop, and so may the sentence.
  expect(stops).toEqual([]);
});
