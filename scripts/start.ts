import { command } from './command.ts';
import { PROJECT } from './pipeline.ts';
import { render } from './render.ts';
import { planPath, pullAndKeep, say } from './store.ts';

await command('Pulls the plan, builds the site and serves it on this computer.', async (options) => {
  await pullAndKeep(options, say);
  const pages = await render(planPath(options), options.out);
  const { preview } = await import('astro');
  const server = await preview({
    root: PROJECT,
    outDir: options.out,
    server: { port: options.port, host: 'localhost' },
    logLevel: 'error',
  });
  const address = `http://localhost:${server.port}${process.env.MILEPOST_BASE ?? '/'}`;
  say(`Made ${pages} pages.\n\n  The site:  ${address}\n\nPress Ctrl+C to stop.`);
  await server.closed();
});
