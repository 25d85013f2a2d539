import { relative } from 'node:path';
import { command } from './command.ts';
import { render } from './render.ts';
import { planPath, pullAndKeep, say } from './store.ts';

await command('Builds the site: pulls the plan and makes its pages.', async (options) => {
  await pullAndKeep(options, say);
  const pages = await render(planPath(options), options.out);
  say(`Made ${pages} pages in ${relative(process.cwd(), options.out) || options.out}.`);
});
