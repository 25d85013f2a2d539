import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const built = z.object({ asOf: z.string(), plan: z.string() });
const plan = z.object({
  asOf: z.string(),
  changes: z.array(z.object({ kind: z.string(), to: z.union([z.string(), z.number()]).nullable() })),
});

/** What a reader of a published site finds. */
export interface Seen {
  readonly asOf: string;
  /** The days to which due days moved, the newest first. */
  readonly moves: readonly string[];
  readonly pages: number;
}

/**
 * Reads the site that is served as a visitor does, from its first page on, and throws where it is not whole: where a page
 * is cut off, where `build.json` speaks of another `plan.json`, or where the first page tells another day.
 * @param to the folder that is published to @returns null where nothing is published yet
 */
export function readServed(to: string): Seen | null {
  if (!existsSync(join(to, 'current'))) return null;
  const site = realpathSync(join(to, 'current'));
  const text = readFileSync(join(site, 'plan.json'), 'utf8');
  const { asOf, plan: sum } = built.parse(JSON.parse(readFileSync(join(site, 'build.json'), 'utf8')));
  const found = plan.parse(JSON.parse(text));
  if (sum !== createHash('sha256').update(text).digest('hex'))
    throw new Error(`${site}: build.json is of another plan`);
  if (found.asOf !== asOf)
    throw new Error(`${site}: plan.json is as of ${found.asOf}, build.json as of ${asOf}`);
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  for (const page of pages) {
    const html = readFileSync(join(site, page), 'utf8');
    if (!/<\/html>\s*$/.test(html) && !html.includes('http-equiv="refresh"'))
      throw new Error(`${site}: ${page} is cut off`);
  }
  const first = readFileSync(join(site, 'index.html'), 'utf8');
  if (!first.includes(`datetime="${asOf}"`)) throw new Error(`${site}: the first page does not say ${asOf}`);
  const moves = found.changes.flatMap(({ kind, to: day }) => (kind === 'due' ? [String(day)] : []));
  return { asOf, moves, pages: pages.length };
}
