import { cpSync } from 'node:fs';
import { locked } from '../../scripts/publish/lock.ts';
import { putRelease } from '../../scripts/publish/release.ts';
import { clearRoot, prune, readReleases } from '../../scripts/publish/releases.ts';
import { say } from '../../scripts/say.ts';

/** Publishes a site that is made already, with all that comes after the making: to be killed at it. */
const [root = '', made = '', keep = '3'] = process.argv.slice(2);

await locked(root, say, async () => {
  clearRoot(root);
  await putRelease(readReleases(root), made, async (site) => cpSync(made, site, { recursive: true }));
  prune(readReleases(root), Number(keep));
});
