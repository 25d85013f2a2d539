import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './pipeline.ts';

/** What of the program decides what a site's bytes are. */
const PROGRAM = ['src', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];

/** What of the environment does; a secret counts by its sum alone. */
const SETTINGS = ['MILEPOST_BASE', 'MILEPOST_SITE', 'MILEPOST_PASSPHRASE'];

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
  const sum = createHash('sha256');
  const parts = [programSum(), plan, ...SETTINGS.map((name) => env[name] ?? ''), ...more];
  for (const part of parts) sum.update(createHash('sha256').update(part).digest());
  return sum.digest('hex');
}

let program: string | null = null;

/** The sum of the program's files, their names included. */
export function programSum(): string {
  program ??= sumOf(PROGRAM.flatMap((name) => filesIn(name)));
  return program;
}

function sumOf(paths: readonly string[]): string {
  const sum = createHash('sha256');
  for (const path of [...paths].sort()) {
    const content = createHash('sha256')
      .update(readFileSync(join(PROJECT, path)))
      .digest();
    sum.update(`${path}\0`).update(content);
  }
  return sum.digest('hex');
}

function filesIn(name: string): string[] {
  const entries = readdirSync(PROJECT, { withFileTypes: true }).filter((entry) => entry.name === name);
  return entries.flatMap((entry) => {
    if (!entry.isDirectory()) return [name];
    const all = readdirSync(join(PROJECT, name), { recursive: true, withFileTypes: true });
    return all
      .filter((file) => file.isFile())
      .map((file) =>
        join(file.parentPath, file.name)
          .slice(PROJECT.length + 1)
          .replaceAll('\\', '/'),
      );
  });
}
