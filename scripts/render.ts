import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { clearLeftovers, recover } from './leftovers.ts';
import { ownerName, thisProcess } from './owner.ts';
import { PROJECT } from './project.ts';
import { compress } from './publish/compress.ts';
import { writeSums } from './publish/content-sums.ts';
import { writeHeaders } from './publish/headers-file.ts';
import { type Seal, sealSite } from './seal.ts';
import type { FileSums } from './sums.ts';

/** Where sites are made. Their pages run from there as they are made, and find the project's packages above it. */
const WORKSHOP = join(PROJECT, '.astro');

/** What a site waits for, and what else is done with its pages before they are put in their place. */
export interface RenderSteps {
  /** Comes once the plan is there: what needs none is done meanwhile. What it is rejected with stops all. */
  readonly ready?: Promise<unknown>;
  /** Looks at the pages as they were made, before anything is added or sealed. What it throws stops all. */
  readonly inspect?: (folder: string) => void;
  /** Adds compressed files for servers that send these; those of a site compressed before, where it is named, are used again. */
  readonly compress?: { readonly served: string | null } | null;
  /** Takes the sums of the site's files, for who needs them once it is in its place. */
  readonly sums?: FileSums;
  /** With what the site is sealed; null where everybody may read it. */
  readonly seal?: Seal | null;
}

/**
 * Makes the site of a pulled plan aside, and puts it in its place only once it is whole. Throws where a page cannot be
 * made; what stood there before stays. Several may run at once: each has a folder of its own.
 * @param plan path of the pulled plan @param out the site's folder
 * @returns how many pages there are
 */
export async function render(
  plan: string,
  out: string,
  { ready = Promise.resolve(), inspect, seal = null, compress: compressed = null, sums }: RenderSteps = {},
): Promise<number> {
  clearLeftovers(WORKSHOP, 'build-');
  recover(out);
  const made = join(WORKSHOP, `build-${ownerName(thisProcess())}`);
  try {
    await make(plan, made, ready);
    const pages = readdirSync(made, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    if (!pages.includes('index.html') || !existsSync(join(made, 'plan.json'))) {
      throw new Error(`the site came out without its first page or plan.json (${relative(PROJECT, made)})`);
    }
    inspect?.(made);
    if (seal !== null) await sealSite(made, seal);
    writeHeaders(made, process.env.MILEPOST_BASE ?? '/');
    if (compressed !== null) await compress(made, compressed.served);
    writeSums(made, sums);
    replace(out, made);
    return pages.length;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Astro itself, which takes about half a second to load and needs no plan for that. */
export function loadAstro(): Promise<typeof import('astro')> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // The bundler gives memory back as soon as it is done, which pages then need; it reads this once it is loaded.
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  return import('astro');
}

async function make(plan: string, folder: string, ready: Promise<unknown>): Promise<void> {
  process.env.MILEPOST_PLAN = plan;
  const { build } = await loadAstro();
  const before = process.cwd();
  // Astro makes a site outside of the current folder in one folder for all builds, which is no place for two.
  process.chdir(PROJECT);
  try {
    await build({ root: PROJECT, outDir: folder, logLevel: 'warn', integrations: [pagesAfter(ready)] });
  } finally {
    process.chdir(before);
  }
}

/** Has Astro begin with the pages only once something is there. */
function pagesAfter(ready: Promise<unknown>): AstroIntegration {
  return {
    name: 'milepost-pages-after',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own) => ({
          ...own,
          async setup() {
            await ready;
            await own.setup?.();
          },
        })),
    },
  };
}

/** Puts a folder in another's place; where that lies on another disk, by a copy beside it. */
function replace(out: string, made: string): void {
  const beside = (state: string) =>
    join(dirname(out), `${basename(out)}.${state}-${ownerName(thisProcess())}`);
  const fresh = beside('new');
  const old = beside('old');
  try {
    mkdirSync(dirname(out), { recursive: true });
    move(made, fresh);
    if (existsSync(out)) renameSync(out, old);
    renameSync(fresh, out);
  } finally {
    if (existsSync(old) && !existsSync(out)) renameSync(old, out);
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
  }
}
