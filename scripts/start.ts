import { buildSite } from './build-site.ts';
import { command } from './command.ts';
import { BUILD_HELP, BUILD_OPTIONS } from './options.ts';
import { PROJECT } from './project.ts';
import { say } from './say.ts';

await command(
  'Pulls the plan, builds the site and serves it on this computer.',
  async (options) => {
    await buildSite(options, say);
    const { preview } = await import('astro');
    const server = await preview({
      root: PROJECT,
      outDir: options.out,
      server: { port: options.port, host: 'localhost' },
      logLevel: 'error',
    });
    const address = `http://localhost:${server.port}${process.env.MILEPOST_BASE ?? '/'}`;
    say(`\n  The site:  ${address}\n\nPress Ctrl+C to stop.`);
    await server.closed();
  },
  { options: BUILD_OPTIONS, help: BUILD_HELP },
);
