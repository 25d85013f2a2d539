import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { AstroIntegration, HookParameters } from 'astro';
import { command } from './command.ts';
import { readConfig } from './config.ts';
import { planPath } from './options.ts';
import { chosenSources } from './pipeline.ts';
import { PROJECT } from './project.ts';
import { say } from './say.ts';
import { sourceFiles } from './source-files.ts';
import { pullAndKeep } from './store.ts';

type DevServer = HookParameters<'astro:server:setup'>['server'];

/** A program that saves a workbook writes several times, and may put a new file in the old one's place. */
const SETTLE_MILLISECONDS = 300;

await command(
  'Serves the site while you work: it is made again at each save of the workbook.',
  async (options) => {
    await pullAndKeep(options, say);
    process.env.MILEPOST_PLAN = planPath(options);
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const { integration, reload } = reloader();
    const { dev } = await import('astro');
    const server = await dev({
      root: PROJECT,
      server: { port: options.port, host: 'localhost' },
      integrations: [integration],
      logLevel: 'warn',
    });
    say(`\n  The site:  http://localhost:${server.address.port}${process.env.MILEPOST_BASE ?? '/'}\n`);
    const sources = chosenSources(options, readConfig(options.data, PROJECT)).map(({ source }) => source);
    for (const { path } of sourceFiles(sources, process.cwd())) {
      // What lies elsewhere tells nobody when it is saved.
      if (path === null) continue;
      onSave(path, async () => {
        try {
          await pullAndKeep(options, say);
          reload();
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

/** Has every page made anew from the plan as it is now, and shown in the browsers that are open. */
function reloader(): { integration: AstroIntegration; reload: () => void } {
  const servers: DevServer[] = [];
  const integration: AstroIntegration = {
    name: 'milepost-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        servers.push(server);
      },
    },
  };
  const reload = () => {
    for (const environment of servers.flatMap((server) => Object.values(server.environments))) {
      environment.moduleGraph.invalidateAll();
      environment.hot.send({ type: 'full-reload' });
    }
  };
  return { integration, reload };
}
