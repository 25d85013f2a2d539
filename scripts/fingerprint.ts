import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';
import { filesBelow, sumOfAll, sumOfFiles } from './sums.ts';

/** What of the program decides what a site's bytes are. */
const PROGRAM = ['src', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];

/** What of the environment does; a secret counts by its sum alone. */
const SETTINGS = ['MILEPOST_BASE', 'MILEPOST_SITE', 'MILEPOST_PASSPHRASE', 'MILEPOST_SEALED'];

/**
 * All that decides what a site's bytes are, in one sum: the pulled plan (and with it the as-of day), the program, and what
 * the environment says. Two builds of one fingerprint are the same site.
 * @param plan the text of the pulled plan @param more what else decides, such as options of the command
 * @returns a SHA-256 in hexadecimal digits
 */
export function siteFingerprint(
  plan: string,
  env: Readonly<Record<string, string | undefined>>,
  more: readonly string[] = [],
): string {
  return sumOfAll([programSum(), plan, ...SETTINGS.map((name) => env[name] ?? ''), ...more]);
}

let program: string | null = null;

/** The sum of the program's files, their names included. */
export function programSum(): string {
  program ??= sumOfFiles(
    PROJECT,
    PROGRAM.flatMap((name) => filesIn(name)),
  );
  return program;
}

function filesIn(name: string): string[] {
  const path = join(PROJECT, name);
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory() ? filesBelow(PROJECT, name) : [name];
}
