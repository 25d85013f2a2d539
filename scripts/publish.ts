import { guard } from './command.ts';
import { PUBLISH_HELP, readPublishOptions } from './publish/publish-options.ts';
import { publishSite } from './publish/publish-site.ts';
import { rollBack } from './publish/roll-back.ts';
import { say } from './say.ts';

const ABOUT =
  'Publishes the site to a folder that a server serves: pulls, builds aside, checks, and switches at once.';

await guard(async (args) => {
  const given = readPublishOptions(args, process.cwd());
  if (given.options.help) process.stdout.write(`${ABOUT}\n${PUBLISH_HELP}`);
  else if (given.rollback !== null) await rollBack(given.to, given.rollback, say);
  else await publishSite(given, say);
});
