import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { flush, flushAll } from '../flush.ts';
import { ownerName, thisProcess } from '../owner.ts';
import { filesBelow } from '../sums.ts';
import { ASSETS } from './assets.ts';
import {
  nextId,
  type Releases,
  readRecord,
  releaseFolder,
  SITE,
  servedSite,
  switchTo,
  writeRecord,
} from './releases.ts';

/** How long a page that somebody has open may still ask for what belonged to it. */
const CARRY_MILLISECONDS = 30 * 24 * 3_600_000;

const buildFile = z.looseObject({ asOf: z.string(), plan: z.string() });

/**
 * Makes a site into a release and serves it from now on. Where this is killed, what was served before still is.
 * @param fingerprint of the site @param make makes the site in a folder that is given to it, or throws
 * @returns the ID of the release
 */
export async function putRelease(
  releases: Releases,
  fingerprint: string,
  make: (site: string) => Promise<void>,
): Promise<string> {
  const aside = join(releases.root, `.new-${ownerName(thisProcess())}`);
  try {
    const site = join(aside, SITE);
    await make(site);
    const build = join(site, 'build.json');
    const { asOf, plan } = existsSync(build)
      ? buildFile.parse(JSON.parse(readFileSync(build, 'utf8')))
      : { asOf: null, plan: null };
    const { id, time } = nextId(releases, Date.now());
    await settle(aside, releases, time);
    writeRecord(aside, { version: 1, fingerprint, asOf, plan, carried: carryAssets(releases, aside, time) });
    flushNames(aside);
    const folder = releaseFolder(releases, id);
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(aside, folder);
    flush(dirname(folder));
    switchTo(releases, id);
    return id;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * Files that the served release has too are shared with it, so that they keep their time, by which a server tells readers
 * that nothing changed. All others get the release's own time, which no other release has: a page of the same length
 * is never taken for an earlier one.
 */
async function settle(aside: string, releases: Releases, time: Date): Promise<void> {
  const site = join(aside, SITE);
  const served = servedSite(releases);
  const own: string[] = [];
  for (const file of filesBelow(site)) {
    const path = join(site, file);
    if (served !== null && shares(path, join(served, file))) continue;
    utimesSync(path, time, time);
    own.push(path);
  }
  await flushAll(own);
}

/** Has a release that was left serve the assets of the one that is served now, too. */
export function carryBack(releases: Releases, id: string, time: Date): void {
  const folder = releaseFolder(releases, id);
  const known = readRecord(folder);
  if (known === null) throw new Error(`the record of release ${id} cannot be read`);
  const carried = { ...known.carried, ...carryAssets(releases, folder, time) };
  flush(join(folder, SITE, ASSETS));
  writeRecord(folder, { ...known, carried });
}

/** @returns until when each asset is carried that the release itself did not make */
function carryAssets(releases: Releases, folder: string, time: Date): Record<string, string> {
  if (releases.current === null) return {};
  const from = releaseFolder(releases, releases.current);
  const before = readRecord(from)?.carried ?? {};
  const there = join(folder, SITE, ASSETS);
  const carried: Record<string, string> = {};
  const served = join(from, SITE, ASSETS);
  if (!existsSync(served)) return {};
  mkdirSync(there, { recursive: true });
  for (const name of readdirSync(served)) {
    const until = before[name] ?? new Date(time.getTime() + CARRY_MILLISECONDS).toISOString();
    if (existsSync(join(there, name)) || until < time.toISOString()) continue;
    share(join(served, name), join(there, name));
    carried[name] = until;
  }
  return carried;
}

/** Whether two files are the same; then they become one on the disk, where it can do that. */
function shares(path: string, served: string): boolean {
  const found = statSync(served, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== statSync(path).size) return false;
  if (!readFileSync(path).equals(readFileSync(served))) return false;
  rmSync(path);
  share(served, path);
  return true;
}

/** Gives a file a second name; a copy with its times where the disk knows no such thing. */
function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** Makes the names of all files below outlast a loss of power. */
function flushNames(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) flush(join(entry.parentPath, entry.name));
  flush(folder);
}
