import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { command } from './command.ts';
import { chosenSources, PROJECT } from './pipeline.ts';
import { planPath, pullAndKeep, say } from './store.ts';

/** A program that saves a workbook writes several times, and may put a new file in the old one's place. */
const SETTLE_MILLISECONDS = 300;

await command(
  'Serves the site while you work: it is made again at each save of the workbook.',
  async (options) => {
    await pullAndKeep(options, say);
    process.env.MILEPOST_PLAN = planPath(options);
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    let vite: ViteDevServer | null = null;
    const plugin: Plugin = {
      name: 'milepost-reload',
      configureServer(server) {
        vite = server;
      },
    };
    const { dev } = await import('astro');
    const server = await dev({
      root: PROJECT,
      server: { port: options.port, host: 'localhost' },
      vite: { plugins: [plugin] },
      logLevel: 'warn',
    });
    say(`\n  The site:  http://localhost:${server.address.port}${process.env.MILEPOST_BASE ?? '/'}\n`);
    for (const source of chosenSources(options)) {
      onSave(source, async () => {
        try {
          await pullAndKeep(options, say);
          if (vite !== null) reload(vite);
        } catch (error) {
          say(
            `${error instanceof Error ? error.message : error}\nThe pages still show the plan as it was before.`,
          );
        }
      });
    }
  },
);

/** Watches the folder rather than the file, since a save may replace the file. */
function onSave(path: string, then: () => Promise<void>): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  return watch(dirname(path), (_event, name) => {
    if (name !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(then, SETTLE_MILLISECONDS);
  });
}

/** Has every page made anew from the plan as it is now, and shown. */
function reload(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    environment.moduleGraph.invalidateAll();
    environment.hot.send({ type: 'full-reload' });
  }
}
