import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { type Day, dayFromIso } from '../src/grid/day.ts';
import { type Mapping, mappedSheet, readMapping } from '../src/plan/mapping.ts';
import type { Schedule } from '../src/plan/schedule.ts';
import { NOTHING_WITHHELD, readWithheld, type Withheld } from '../src/plan/withheld.ts';
import { UsageFault } from './fault.ts';

/** Over a long weekend, and a day to notice. */
const LAST_GOOD_HOURS = 96;
/** More than a goal or two that ends; less than a sheet of several that is wiped. */
const REMOVALS_FROM = 0.3;

const day = z.iso.date();
const source = z.string().min(1);

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const GRACE_HOURS = 2;

/** When a deployment is due, by the clock of the plan's time zone. */
const schedule = z.strictObject({
  days: z
    .array(z.enum(WEEKDAYS))
    .min(1)
    .default([...WEEKDAYS]),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 06:30'),
  graceHours: z.number().min(0).max(72).default(GRACE_HOURS),
});

const configFile = z.strictObject({
  /** A source may have names and values of its own: that of a team whose sheets do not say which team it is. */
  sources: z
    .array(z.union([source, z.looseObject({ source })]))
    .min(1)
    .optional(),
  /** The plan that comes with Milepost speaks for one fixed day, so that it never looks dead. */
  sample: z.strictObject({ source: z.string().min(1), asOf: day }).optional(),
  /** How long a source that cannot be reached may be served as it last was. */
  lastGoodHours: z.number().min(0).optional(),
  /** The share of the plan's rows that may be gone at once without a word from a person. */
  removalsFrom: z.number().min(0).max(1).optional(),
  /** When the site is to be deployed anew: what is older looks stale on a TV. */
  schedule: schedule.optional(),
  /** What of the plan the site does not show. */
  publish: z
    .strictObject({
      without: z.strictObject({
        teams: z.array(z.string().min(1)).optional(),
        sheets: z.array(z.string().min(1)).optional(),
        columns: z.record(z.string(), z.array(z.string().min(1)).min(1)).optional(),
      }),
    })
    .optional(),
  title: z.string().min(1).optional(),
  timeZone: z.string().min(1).optional(),
  locale: z.string().min(1).optional(),
  currency: z.string().min(1).optional(),
});

export interface ConfiguredSource {
  readonly source: string;
  /** How its sheets and columns are named; where it does not say, as all sources are. */
  readonly mapping: Mapping;
}

/** What `milepost.json` says, its paths made absolute. */
export interface Config {
  readonly sources: readonly ConfiguredSource[];
  /** How sheets and columns are named in any other source, such as one of the command line. */
  readonly mapping: Mapping;
  readonly sample: { readonly source: string; readonly asOf: Day } | null;
  /** How old the last good pull of a source may be that cannot be reached, in hours. */
  readonly lastGoodHours: number;
  /** The share of the plan's rows, from 0 to 1, that may be gone at once. */
  readonly removalsFrom: number;
  /** When the site is deployed; null where nobody says. */
  readonly schedule: Schedule | null;
  /** What the site does not show. */
  readonly withheld: Withheld;
  /** Taken where the workbook's own Settings are silent. */
  readonly defaults: {
    readonly title?: string;
    readonly timeZone?: string;
    readonly locale?: string;
    readonly currency?: string;
  };
}

/** Where `milepost.json` may be: the first that is there counts. */
export function configFiles(dataFolder: string, projectFolder: string): string[] {
  return [join(dataFolder, 'milepost.json'), join(projectFolder, 'data', 'milepost.json')];
}

/**
 * Reads `milepost.json` of the data folder, or of the project's own where that has none. Throws a UsageFault that names
 * every key that is wrong.
 */
export function readConfig(dataFolder: string, projectFolder: string): Config {
  const path = configFiles(dataFolder, projectFolder).find(existsSync);
  if (path === undefined)
    return {
      sources: [],
      mapping: new Map(),
      sample: null,
      lastGoodHours: LAST_GOOD_HOURS,
      removalsFrom: REMOVALS_FROM,
      schedule: null,
      withheld: NOTHING_WITHHELD,
      defaults: {},
    };
  const shown = relative(process.cwd(), path);
  const faults: string[] = [];
  const { names, rest } = partSheets(parseJson(path, shown));
  const mappingOf = (entries: Readonly<Record<string, unknown>>): Mapping => {
    const { mapping, faults: own } = readMapping(entries);
    faults.push(...own);
    return mapping;
  };
  const mapping = mappingOf(names);
  const parsed = configFile.safeParse(rest);
  if (!parsed.success) {
    faults.push(
      ...parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`),
    );
  }
  const {
    sources = [],
    sample,
    lastGoodHours = LAST_GOOD_HOURS,
    removalsFrom = REMOVALS_FROM,
    schedule: times,
    publish,
    ...defaults
  } = parsed.data ?? {};
  const { withheld, faults: unfit } = readWithheld(publish?.without ?? {});
  faults.push(...unfit);
  const folder = dirname(path);
  const asOf = sample ? dayFromIso(sample.asOf) : null;
  const configured = sources.map((entry): ConfiguredSource => {
    if (typeof entry === 'string') return { source: placeSource(entry, folder), mapping };
    const { source: text, ...own } = entry;
    return { source: placeSource(text, folder), mapping: new Map([...mapping, ...mappingOf(own)]) };
  });
  if (faults.length > 0) {
    throw new UsageFault(
      `${shown} is not as expected. ${faults.map((fault) => fault.replace(/\.$/, '')).join('. ')}.`,
      `Correct ${shown}.`,
    );
  }
  return {
    sources: configured,
    mapping,
    lastGoodHours,
    removalsFrom,
    schedule: times ? scheduleOf(times) : null,
    withheld,
    sample: sample && asOf !== null ? { source: resolve(folder, sample.source), asOf } : null,
    defaults: Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined)),
  };
}

function scheduleOf({ days, time, graceHours }: z.infer<typeof schedule>): Schedule {
  return {
    days: new Set(days.map((name) => WEEKDAYS.indexOf(name) + 1)),
    at: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
    grace: Math.round(graceHours * 60),
  };
}

/** Keys that are sheets of a plan apart from all others. */
function partSheets(json: unknown): { names: Record<string, unknown>; rest: unknown } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { names: {}, rest: json };
  const entries = Object.entries(json);
  return {
    names: Object.fromEntries(entries.filter(([key]) => mappedSheet(key) !== null)),
    rest: Object.fromEntries(entries.filter(([key]) => mappedSheet(key) === null)),
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
