import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { PROJECT } from './project.ts';

/**
 * Makes the site of a pulled plan aside, and puts it in its place only once it is whole. Throws where a page cannot be
 * made; what stood there before stays.
 * @param plan path of the pulled plan @param out the site's folder
 * @returns how many pages there are
 */
export async function render(plan: string, out: string): Promise<number> {
  const aside = join(dirname(out), `${basename(out)}.new-${process.pid}`);
  const old = join(dirname(out), `${basename(out)}.old-${process.pid}`);
  process.env.MILEPOST_PLAN = plan;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  try {
    const { build } = await import('astro');
    await build({ root: PROJECT, outDir: aside, logLevel: 'warn' });
    const pages = readdirSync(aside, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    if (!pages.includes('index.html') || !existsSync(join(aside, 'plan.json'))) {
      throw new Error(`the site came out without its first page or plan.json (${relative(PROJECT, aside)})`);
    }
    if (existsSync(out)) renameSync(out, old);
    renameSync(aside, out);
    return pages.length;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    if (existsSync(old) && !existsSync(out)) renameSync(old, out);
    rmSync(old, { recursive: true, force: true });
  }
}
