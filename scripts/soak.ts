import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { buildPlan, PLANS } from './bars/sites.ts';
import { findOrInstallBrowser } from './browser.ts';
import { guard } from './command.ts';
import { soakFast } from './soak/fast.ts';
import { soakSlow } from './soak/slow.ts';
import { soakSmooth } from './soak/smooth.ts';
import { readFiles, WallServer } from './soak/wall-server.ts';

const HELP = `Leaves the wall of the sample plan running, and tells what it keeps in memory.

  npm run soak                    10,000 slides and 500 builds, with the page's clock sped up
  npm run soak -- --minutes 60    in real time: new builds, a server that stops and starts, a midnight
  npm run soak -- --slow-cpu      what a change of slides takes on a processor six times slower
  npm run soak -- --slides N --builds N
  npm run soak -- --site DIR      a site that is built already

It ends with 1 where memory, nodes, listeners or canvases grow, where the wall does not end as it should, or where slides
change too slowly.
`;

await guard(async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      slides: { type: 'string', default: '10000' },
      builds: { type: 'string', default: '500' },
      site: { type: 'string' },
      'slow-cpu': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      debug: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const executablePath = findOrInstallBrowser(say);
  if (executablePath === null) {
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'milepost-soak-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--js-flags=--expose-gc'] });
  const [sample] = PLANS;
  try {
    const dist = values.site ?? (sample && (await buildPlan(sample, folder)));
    if (dist === undefined) throw new Error('there is no plan to build');
    const files = readFiles(dist);
    const server = new WallServer(files);
    await server.up();
    const isWell = values['slow-cpu']
      ? await soakSmooth(browser, server, say)
      : values.minutes === undefined
        ? await soakFast(
            browser,
            server,
            { slides: Number(values.slides), builds: Number(values.builds) },
            say,
          )
        : await soakSlow(browser, server, Number(values.minutes), say);
    await server.down();
    if (!isWell) process.exitCode = 1;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
