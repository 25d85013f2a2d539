import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isoFromDay } from '../src/grid/day.ts';
import { programSum } from './fingerprint.ts';
import type { Options } from './options.ts';
import { type FileSums, filesBelow, sumOf, sumOfAll, sumOfFiles } from './sums.ts';
import { today } from './today.ts';

/**
 * What a site was made from. It is kept beside the pulled plan and never in the site, whose bytes it must not change and
 * whose readers it does not concern; of secrets it holds a sum that the program, the sources and the options went into.
 */
export interface Built {
  /** The sum of what the command was asked, by whatever way, and of the program. */
  readonly asked: string;
  /** The day that was today, and where; null where another one was asked for. */
  readonly day: { readonly iso: string; readonly timeZone: string } | null;
  /** What was read, by path, with its sum, null for what is not there; null where not all of it lies on this computer. */
  readonly files: Sums | null;
  /** The site's fingerprint. */
  readonly fingerprint: string;
  /** The sum of all files of the site. */
  readonly site: string;
  /** How these files and the site's stood on the disk before they were summed. */
  readonly marks: string;
  /** What was said of the plan. */
  readonly said: readonly string[];
}

export type Sums = Readonly<Record<string, string | null>>;

type Environment = Readonly<Record<string, string | undefined>>;

const NAME = '.built.json';
const VERSION = 2;
/** Told by the program itself, or by its tests. */
const NOT_ASKED = new Set(['MILEPOST_PLAN', 'MILEPOST_BROWSER']);

/** The sums of files as they are now. */
export function sumsNow(paths: readonly string[]): Sums {
  return Object.fromEntries(paths.map((path) => [path, isFile(path) ? sumOf(readFileSync(path)) : null]));
}

/** The sum of what decides which plan is read and which site is made of it, the files aside. */
export function askedSum(options: Options, env: Environment, folder: string): string {
  const { sources, asOf, data, out, strict, acceptRemovals, compress } = options;
  const own = Object.keys(env).filter((name) => name.startsWith('MILEPOST_') && !NOT_ASKED.has(name));
  const told = own.sort().map((name) => [name, env[name] ?? '']);
  return sumOfAll([
    programSum(),
    process.version,
    JSON.stringify({ folder, sources, asOf, data, out, strict, acceptRemovals, compress, told }),
  ]);
}

/** The sum of all files of a site; null where there is none. @param sums those of files that were taken already */
export function siteSum(out: string, sums?: FileSums): string | null {
  return existsSync(out) && statSync(out).isDirectory() ? sumOfFiles(out, filesBelow(out), sums) : null;
}

/**
 * How files and those of a site stand on the disk, in one sum: their names, sizes, and when and where they were written. As
 * long as it is the same, so is what is in them, which takes long to read; where it is another, that may be the same still.
 */
export function marksNow(paths: readonly string[], out: string): string {
  const site = existsSync(out) ? filesBelow(out).map((path) => join(out, path)) : [];
  return sumOf([...new Set([...paths, ...site])].sort().map(markOf).join('\n'));
}

function markOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) return path;
  return [path, found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
}

/**
 * Whether a command that is asked this would read the same files, speak for the same day and make the very site that is
 * there: then nothing needs to be done.
 */
export function isUnchanged(built: Built, asked: string, out: string, now: number): boolean {
  const { day, files } = built;
  if (built.asked !== asked || files === null) return false;
  if (day !== null && isoFromDay(today(day.timeZone, now)) !== day.iso) return false;
  const paths = Object.keys(files);
  if (marksNow(paths, out) === built.marks) return true;
  const found = sumsNow(paths);
  return paths.every((path) => files[path] === found[path]) && siteSum(out) === built.site;
}

/** What was kept of the last build; null where there was none, or it cannot be read. */
export function readBuilt(data: string): Built | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(data, NAME), 'utf8'));
    return isBuilt(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next build, whole or not at all. */
export function writeBuilt(data: string, built: Built): void {
  const path = join(data, NAME);
  const aside = `${path}.tmp-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(aside, `${JSON.stringify({ version: VERSION, ...built }, null, 1)}\n`, { mode: 0o600 });
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** What does not have this shape, of whatever version or however damaged, is as good as nothing. */
function isBuilt(value: unknown): value is Built {
  if (!isRecord(value) || value.version !== VERSION) return false;
  const { asked, day, files, fingerprint, site, marks, said } = value;
  return (
    [asked, fingerprint, site, marks].every(isText) &&
    (day === null || (isRecord(day) && isText(day.iso) && isText(day.timeZone))) &&
    (files === null ||
      (isRecord(files) && Object.values(files).every((sum) => sum === null || isText(sum)))) &&
    Array.isArray(said) &&
    said.every(isText)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
