import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageFault } from '../fault.ts';
import { flush } from '../flush.ts';
import { clearLeftovers } from '../leftovers.ts';
import { ownerName, thisProcess } from '../owner.ts';

/** The folder in a release that is served. */
export const SITE = 'site';
const CURRENT = 'current';
const RELEASES = 'releases';
const RECORD = 'release.json';
const WITHDRAWN = 'withdrawn';

const record = z.object({
  version: z.literal(1),
  /** The sum of all that decided its bytes. */
  fingerprint: z.string(),
  /** Null where the site is sealed, and says nothing of its plan in the open. */
  asOf: z.string().nullable(),
  /** The SHA-256 of its plan.json; null as above. */
  plan: z.string().nullable(),
  /** Assets of earlier releases that it serves too, and until when. */
  carried: z.record(z.string(), z.iso.datetime()),
});

/** What is known of a release. It lies beside the site, where nobody reads it. */
export type ReleaseRecord = z.infer<typeof record>;

/** The place that a site is published to. */
export interface Releases {
  readonly root: string;
  /** The releases that are there, the oldest first. An ID is the time of its making. */
  readonly ids: readonly string[];
  /** The one that is served; null before the first. */
  readonly current: string | null;
}

/** What a folder of releases holds. Throws a UsageFault where something else stands in its place. */
export function readReleases(root: string): Releases {
  const folder = join(root, RELEASES);
  const ids = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => isReleaseId(name))
        .sort()
    : [];
  const link = join(root, CURRENT);
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (found !== undefined && !found.isSymbolicLink()) {
    throw new UsageFault(
      `${link} is no link that a publish made.`,
      'Give --to a folder of its own: it will hold the link “current”, which a server serves, and the folder “releases”.',
    );
  }
  const [, id = ''] = found ? (/([^/\\]+)[/\\]site[/\\]?$/.exec(readlinkSync(link)) ?? []) : [];
  return { root, ids, current: ids.includes(id) ? id : null };
}

/** Whether a text is the ID of a release, such as `2026-06-17T06-30-00Z`. */
export function isReleaseId(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(text);
}

/** The ID of a release that is made now, in milliseconds since 1970: later than all others, even if the clock was set back. */
export function nextId({ ids }: Releases, now: number): { readonly id: string; readonly time: Date } {
  const last = ids.at(-1);
  const time = new Date(Math.max(now, last === undefined ? 0 : timeOf(last) + 1000));
  return { id: `${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z`, time };
}

function timeOf(id: string): number {
  return Date.parse(id.replace(/T(\d\d)-(\d\d)-(\d\d)Z$/, 'T$1:$2:$3Z'));
}

export function releaseFolder({ root }: Releases, id: string): string {
  return join(root, RELEASES, id);
}

/** The folder of the site that is served; null before the first. */
export function servedSite(releases: Releases): string | null {
  return releases.current === null ? null : join(releaseFolder(releases, releases.current), SITE);
}

/** What is known of a release; null where it cannot be read. */
export function readRecord(folder: string): ReleaseRecord | null {
  try {
    return record.parse(JSON.parse(readFileSync(join(folder, RECORD), 'utf8')));
  } catch {
    return null;
  }
}

/** Writes it whole or not at all. Only its owner may read it: a secret may have gone into its sum. */
export function writeRecord(folder: string, known: ReleaseRecord): void {
  const aside = join(folder, `.${RECORD}`);
  writeFileSync(aside, `${JSON.stringify(record.parse(known), null, 1)}\n`, { mode: 0o600, flush: true });
  renameSync(aside, join(folder, RECORD));
  flush(folder);
}

/** Whether somebody went back from a release. */
export function isWithdrawn(releases: Releases, id: string): boolean {
  return existsSync(join(releaseFolder(releases, id), WITHDRAWN));
}

export function setWithdrawn(releases: Releases, id: string, withdrawn: boolean): void {
  const mark = join(releaseFolder(releases, id), WITHDRAWN);
  if (withdrawn) writeFileSync(mark, '');
  else rmSync(mark, { force: true });
}

/** Serves another release from now on: at every moment a reader finds the one or the other. */
export function switchTo({ root }: Releases, id: string): void {
  const aside = join(root, `.${CURRENT}-${ownerName(thisProcess())}`);
  rmSync(aside, { force: true });
  symlinkSync(join(RELEASES, id, SITE), aside);
  renameSync(aside, join(root, CURRENT));
  flush(root);
}

/**
 * Removes the oldest releases, so that this many are left; never the one that is served. Each leaves its place before its
 * files go, so that no half of it can be served later.
 */
export function prune(releases: Releases, keep: number): string[] {
  const { root, ids, current } = releases;
  const old = ids.slice(0, Math.max(0, ids.length - keep)).filter((id) => id !== current);
  for (const id of old) {
    const gone = join(root, `.gone-${id}-${ownerName(thisProcess())}`);
    renameSync(releaseFolder(releases, id), gone);
    rmSync(gone, { recursive: true, force: true });
  }
  return old;
}

/** Removes what killed publishes left. */
export function clearRoot(root: string): void {
  for (const prefix of ['.new-', '.gone-', `.${CURRENT}-`]) clearLeftovers(root, prefix);
}
