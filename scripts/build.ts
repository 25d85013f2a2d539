import { buildSite } from './build-site.ts';
import { command } from './command.ts';
import { BUILD_HELP, BUILD_OPTIONS } from './options.ts';
import { say } from './say.ts';

await command(
  'Builds the site: pulls the plan and makes its pages, unless nothing changed since.',
  (options) => buildSite(options, say),
  { options: BUILD_OPTIONS, help: BUILD_HELP },
);
