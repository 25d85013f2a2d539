import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { checkFiles } from './bars/files.ts';
import { Ledger, tableOf } from './bars/ledger.ts';
import { checkLighthouse } from './bars/lighthouse.ts';
import { checkPages } from './bars/pages.ts';
import { onePerKind, type ServedSite, samplePages, serveSite } from './bars/served-site.ts';
import { buildPlan, PLANS } from './bars/sites.ts';
import { checkSpeed } from './bars/speed.ts';
import { findOrInstallBrowser } from './browser.ts';
import { guard } from './command.ts';
import { UsageFault } from './fault.ts';

const HELP = `Holds the pages of built sites to the bars that this project sets itself, and prints a table.

  npm run bars                     builds three plans: the sample, three rows, 60 teams of long names
  npm run bars -- --site DIR       the site that is built already
  npm run bars -- --all            every page, not only the first and the last of each kind
  npm run bars -- --plan NAME      of the three plans, this one (may be repeated)
  npm run bars -- --page PATH      this page, such as /timeline/ (may be repeated)
  npm run bars -- --only PART      files, pages, speed or lighthouse (may be repeated)
  npm run bars -- --json FILE      writes the results there too

It ends with 1 where a bar is broken. Speed is taken on a processor that is slowed down, and as the median of runs; it
still hangs on what else the machine does.
`;
const PARTS = ['files', 'pages', 'speed', 'lighthouse'] as const;

await guard(async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      site: { type: 'string' },
      all: { type: 'boolean' },
      plan: { type: 'string', multiple: true },
      page: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      debug: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const parts = chosen('part', values.only, PARTS);
  const plans = chosen(
    'plan',
    values.plan,
    PLANS.map(({ name }) => name),
  );
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const executablePath = findOrInstallBrowser(say);
  if (executablePath === null) {
    process.exitCode = 1;
    return;
  }
  const ledger = new Ledger(say);
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bars-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const check = async (site: ServedSite) => {
    const named = values.page && chosen('page', values.page, site.pages);
    const paths = named ?? (values.all ? site.pages : samplePages(site.pages));
    // What takes seconds a page and run is taken of one page a kind.
    const few = named ?? (values.all ? site.pages : onePerKind(site.pages));
    say(`${site.name}: ${paths.length} of ${site.pages.length} pages`);
    if (parts.includes('files')) await checkFiles(site, paths, ledger);
    if (parts.includes('pages')) await checkPages(browser, site, paths, ledger);
    if (parts.includes('speed')) await checkSpeed(browser, site, few, ledger, say);
    if (parts.includes('lighthouse')) await checkLighthouse(executablePath, site, few, ledger, say);
  };
  const serveAndCheck = async (name: string, path: string) => {
    const site = await serveSite(name, path);
    try {
      await check(site);
    } finally {
      await site.close();
    }
  };
  try {
    if (values.site !== undefined) await serveAndCheck('site', values.site);
    else
      for (const [i, plan] of PLANS.entries()) {
        if (!plans.includes(plan.name)) continue;
        say(`Building ${plan.name}.`);
        await serveAndCheck(plan.name, await buildPlan(plan, mkdtempSync(join(folder, `${i}-`))));
      }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const { results, notes } = ledger;
  for (const note of notes) say(note);
  process.stdout.write(`${tableOf(results)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  if (results.some(({ isKept }) => !isKept)) process.exitCode = 1;
});

/** What was asked for; all, where nothing was. Throws where something is not known. */
function chosen(what: string, asked: readonly string[] | undefined, known: readonly string[]) {
  const unknown = asked?.find((each) => !known.includes(each));
  if (unknown !== undefined)
    throw new UsageFault(`There is no ${what} “${unknown}”.`, `Name one of ${known.join(', ')}.`);
  return asked ?? known;
}
