import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOf } from '../build-site.ts';
import { askedSum, isUnchanged, readBuilt, writeBuilt } from '../built.ts';
import { siteFingerprint } from '../fingerprint.ts';
import { planPath } from '../options.ts';
import { pullAside } from '../pull-aside.ts';
import { type Seal, sealFor } from '../seal.ts';
import { FileSums } from '../sums.ts';
import { locked } from './lock.ts';
import type { PublishOptions } from './publish-options.ts';
import { putRelease } from './release.ts';
import {
  clearRoot,
  isWithdrawn,
  prune,
  type Releases,
  readRecord,
  readReleases,
  releaseFolder,
  SITE,
  servedSite,
} from './releases.ts';

/**
 * Pulls the plan, and where it makes another site than the one that is served, builds that aside, checks it and switches
 * to it. Where all that was read lies on this computer and is as it was, not even the plan is read. At whatever moment this
 * is killed, a whole release is served, and the next publish removes what is left over.
 */
export async function publishSite(
  { to, keep, options }: PublishOptions,
  say: (line: string) => void,
): Promise<void> {
  const seal = await sealFor(options, process.env);
  mkdirSync(to, { recursive: true });
  let isNew = false;
  await locked(to, say, async () => {
    clearRoot(to);
    const releases = readReleases(to);
    const asked = askedSum(options, process.env, process.cwd());
    const said = options.force ? null : unchanged(releases, asked);
    if (said !== null) {
      for (const line of said) say(line);
      prune(releases, keep);
      return;
    }
    const told: string[] = [];
    const basis = await pullAside(options, (line) => {
      told.push(line);
      say(line);
    });
    const fingerprint = siteFingerprint(readFileSync(planPath(options), 'utf8'), process.env, [
      'publish',
      process.version,
      JSON.stringify(Object.values(basis.config)),
    ]);
    const known = options.force ? null : sameRelease(releases, fingerprint);
    const sums = new FileSums();
    if (known !== null) {
      say(known);
    } else {
      const id = await putRelease(releases, fingerprint, (site) =>
        makeSite(planPath(options), site, { served: servedSite(releases), seal, sums }, say),
      );
      say(`Published ${id}.`);
      isNew = true;
    }
    const now = readReleases(to);
    const folder = now.current === null ? null : releaseFolder(now, now.current);
    if (folder !== null && readRecord(folder)?.fingerprint === fingerprint) {
      const { site, ...state } = stateOf(basis, planPath(options), join(folder, SITE), { sums });
      if (site !== null)
        writeBuilt(folder, { asked, day: basis.day, fingerprint, site, ...state, said: told });
    }
    prune(now, keep);
  });
  if (!isNew) return;
  // Whoever waits to publish need not wait for a chat; where nothing is told, it is not even loaded.
  const { tellPeople } = await import('../notify/tell-people.ts');
  await tellPeople(options, say);
}

/** What is said where the served site was made of the very same, told without reading the plan; else null. */
function unchanged(releases: Releases, asked: string): string[] | null {
  const { current } = releases;
  if (current === null) return null;
  const folder = releaseFolder(releases, current);
  const built = readBuilt(folder);
  if (built === null || !isUnchanged(built, asked, join(folder, SITE), Date.now())) return null;
  return [...built.said, saidUnchanged(current)];
}

function saidUnchanged(id: string): string {
  return `Nothing changed: ${id} is the site of this plan already.`;
}

/** Why this very site needs not be published; null where it needs to. */
function sameRelease(releases: Releases, fingerprint: string): string | null {
  const { ids, current } = releases;
  const same = ids.filter((id) => readRecord(releaseFolder(releases, id))?.fingerprint === fingerprint);
  if (current !== null && same.includes(current) && isThere(releases, current)) return saidUnchanged(current);
  const left = same.findLast((id) => isWithdrawn(releases, id));
  if (left === undefined) return null;
  return `Nothing changed since ${left}, which somebody went back from: ${current} stays. To publish it again, add --force.`;
}

function isThere(releases: Releases, id: string): boolean {
  return existsSync(join(releaseFolder(releases, id), SITE, 'index.html'));
}

async function makeSite(
  plan: string,
  site: string,
  steps: { readonly served: string | null; readonly seal: Seal | null; readonly sums: FileSums },
  say: (line: string) => void,
): Promise<void> {
  // Loaded only where there is something to do.
  const [{ render }, { checkSite }] = await Promise.all([import('../render.ts'), import('./check-site.ts')]);
  const place = { base: process.env.MILEPOST_BASE ?? '/', origin: process.env.MILEPOST_SITE || null };
  const pages = await render(plan, site, {
    inspect: (folder) => checkSite(folder, place),
    seal: steps.seal,
    sums: steps.sums,
    compress: { served: steps.served },
  });
  say(`Made ${pages} pages and checked them.`);
}
