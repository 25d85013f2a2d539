import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { type Day, dayFromIso } from '../src/grid/day.ts';
import { UsageFault } from './fault.ts';

const day = z.iso.date();

const configFile = z.strictObject({
  sources: z.array(z.string().min(1)).min(1).optional(),
  /** The plan that comes with Milepost speaks for one fixed day, so that it never looks dead. */
  sample: z.strictObject({ source: z.string().min(1), asOf: day }).optional(),
  title: z.string().min(1).optional(),
  timeZone: z.string().min(1).optional(),
  locale: z.string().min(1).optional(),
  currency: z.string().min(1).optional(),
});

/** What `milepost.json` says, its paths made absolute. */
export interface Config {
  readonly sources: readonly string[];
  readonly sample: { readonly source: string; readonly asOf: Day } | null;
  /** Taken where the workbook's own Settings are silent. */
  readonly defaults: {
    readonly title?: string;
    readonly timeZone?: string;
    readonly locale?: string;
    readonly currency?: string;
  };
}

/**
 * Reads `milepost.json` of the data folder, or of the project's own where that has none. Throws a UsageFault that names
 * every key that is wrong.
 */
export function readConfig(dataFolder: string, projectFolder: string): Config {
  const path = [join(dataFolder, 'milepost.json'), join(projectFolder, 'data', 'milepost.json')].find(
    existsSync,
  );
  if (path === undefined) return { sources: [], sample: null, defaults: {} };
  const shown = relative(process.cwd(), path);
  const parsed = configFile.safeParse(parseJson(path, shown));
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    throw new UsageFault(`${shown} is not as expected. ${issues.join('. ')}.`, `Correct ${shown}.`);
  }
  const { sources = [], sample, ...defaults } = parsed.data;
  const folder = dirname(path);
  const asOf = sample ? dayFromIso(sample.asOf) : null;
  return {
    sources: sources.map((source) => placeSource(source, folder)),
    sample: sample && asOf !== null ? { source: resolve(folder, sample.source), asOf } : null,
    defaults: Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined)),
  };
}

/** A source that looks like a file's path, made absolute; addresses and IDs stay as they are. */
function placeSource(source: string, folder: string): string {
  const path = resolve(folder, source);
  return /^[a-z]+:\/\//i.test(source) || (!existsSync(path) && !/\.[a-z]{3,4}$/i.test(source))
    ? source
    : path;
}

function parseJson(path: string, shown: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageFault(
      `${shown} cannot be read: ${why}.`,
      'Correct it; JSON allows no comments and no comma at the end.',
    );
  }
}
