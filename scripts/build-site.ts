import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  askedSum,
  type Built,
  isUnchanged,
  marksNow,
  readBuilt,
  type Sums,
  siteSum,
  sumsNow,
  writeBuilt,
} from './built.ts';
import { siteFingerprint } from './fingerprint.ts';
import { type Options, planPath } from './options.ts';
import type { Basis } from './pipeline.ts';
import { PROJECT } from './project.ts';
import { pullAside } from './pull-aside.ts';
import { type Seal, sealFor } from './seal.ts';
import { FileSums } from './sums.ts';

/**
 * Pulls the plan and makes its site, unless the site that is there already is the very one. Where all that was read lies
 * on this computer and is as it was, not even the plan is read anew; else the pulled plan decides. Says what it did.
 * With `--pulled` the site is made of the plan that is there.
 */
export async function buildSite(options: Options, say: (line: string) => void): Promise<void> {
  const { data, out } = options;
  const seal = await sealFor(options, process.env);
  if (options.pulled) return buildPulled(options, seal, say);
  const asked = askedSum(options, process.env, process.cwd());
  const before = options.force ? null : readBuilt(data);
  const shown = relative(process.cwd(), out) || out;
  const unchanged = `Nothing changed: ${shown} is the site of this plan already. To make it anew, add --force.`;
  if (before !== null && isUnchanged(before, asked, out, Date.now())) {
    for (const line of [...before.said, unchanged]) say(line);
    return;
  }
  const said: string[] = [];
  const plan = planPath(options);
  const pulled = pullAside(options, (line) => {
    said.push(line);
    say(line);
  });
  const found = pulled.then((basis) => {
    const fingerprint = siteFingerprint(readFileSync(plan, 'utf8'), process.env, [
      process.version,
      JSON.stringify(Object.values(basis.config)),
      ...(options.compress ? ['compress'] : []),
    ]);
    const isSame = before !== null && before.fingerprint === fingerprint && siteSum(out) === before.site;
    return { basis, fingerprint, isSame };
  });
  const ready = found.then(({ isSame }) => {
    if (isSame) throw new Unneeded();
  });
  // Whoever waits for it is told; that nobody does yet is no fault.
  ready.catch(() => {});
  if (isLikelyNew(before)) {
    // Of a large plan, too, Astro is loaded while it is read. What hinders that is told when the site is made.
    import('./render.ts').then(({ loadAstro }) => loadAstro()).catch(() => {});
  }
  const isNeeded = isBegunAhead(before, plan) || !(await found).isSame;
  const sums = new FileSums();
  const pages = isNeeded ? await made(plan, out, ready, options, seal, sums) : null;
  say(pages === null ? unchanged : `Made ${pages} pages in ${shown}.`);
  const { basis, fingerprint } = await found;
  const known = pages === null ? (before?.site ?? null) : null;
  const { site, ...state } = stateOf(basis, plan, out, { known, sums });
  if (site !== null) writeBuilt(data, { asked, day: basis.day, fingerprint, site, ...state, said });
}

/** Says that the site that is there is the one that would be made. */
class Unneeded extends Error {}

/** Bytes of a pulled plan from which on it is not worth the memory to read it and to bundle pages at once. */
const LARGE = 8_000_000;

/** Whether a site will have to be made: a plan that lies elsewhere is asked for again and again, and mostly as it was. */
function isLikelyNew(before: Built | null): boolean {
  return before === null || before.files !== null;
}

/**
 * Whether a site is begun before its plan is read: where it is likely new, and its plan is known not to be large. Astro works
 * in the project's folder, and a plan is read from that in which the command was called.
 */
function isBegunAhead(before: Built | null, plan: string): boolean {
  const size = statSync(plan, { throwIfNoEntry: false })?.size ?? LARGE;
  return isLikelyNew(before) && size < LARGE && process.cwd() === PROJECT;
}

/** Makes the site once the plan is there; null where it need not be made. */
async function made(
  plan: string,
  out: string,
  ready: Promise<void>,
  { compress }: Options,
  seal: Seal | null,
  sums: FileSums,
): Promise<number | null> {
  try {
    // Loaded only where there is something to do.
    const { render } = await import('./render.ts');
    return await render(plan, out, { ready, seal, sums, compress: compress ? { served: null } : null });
  } catch (error) {
    if (error instanceof Unneeded) return null;
    throw error;
  }
}

/** Makes the site of the plan that is there, as a host does that pulled before, and checks it. */
async function buildPulled(
  { data, out, compress }: Options,
  seal: Seal | null,
  say: (line: string) => void,
): Promise<void> {
  const [{ render }, { checkSite }] = await Promise.all([
    import('./render.ts'),
    import('./publish/check-site.ts'),
  ]);
  const place = { base: process.env.MILEPOST_BASE || '/', origin: process.env.MILEPOST_SITE || null };
  const pages = await render(join(data, 'plan.json'), out, {
    inspect: (folder) => checkSite(folder, place),
    seal,
    compress: compress ? { served: null } : null,
  });
  say(`Made ${pages} pages in ${relative(process.cwd(), out) || out}, and checked them.`);
}

/**
 * What a site was made from and what it is, as both stand now; its sum is null where there is none.
 * @param taken its sum (`known`), or those of its files (`sums`), as far as they were taken already
 */
export function stateOf(
  basis: Basis,
  plan: string,
  out: string,
  { known = null, sums }: { readonly known?: string | null; readonly sums?: FileSums } = {},
): Pick<Built, 'files' | 'marks'> & { readonly site: string | null } {
  const { config, sources, history } = basis;
  const paths = sources === null ? [] : [...Object.keys(config), ...Object.keys(sources), ...history, plan];
  // First, so that what changes while the sums are taken has other marks.
  const marks = marksNow(paths, out);
  return { marks, files: filesOf(basis, plan), site: known ?? siteSum(out, sums) };
}

/** What was read and what was kept, as it is now; null where it may be another already than what was read. */
function filesOf({ config, sources, history }: Basis, plan: string): Sums | null {
  if (sources === null) return null;
  const read = { ...config, ...sources };
  const now = sumsNow(Object.keys(read));
  if (Object.keys(read).some((path) => read[path] !== now[path])) return null;
  return { ...read, ...sumsNow([...history, plan]) };
}
