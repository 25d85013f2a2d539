import { basename, join, resolve } from 'node:path';
import { type Day, dayFromIso } from '../src/grid/day.ts';
import { lastGoodValues } from '../src/history/last-good.ts';
import { noLastGood } from '../src/plan/last-good.ts';
import type { Problem } from '../src/plan/problem.ts';
import { type Proposal, proposeMapping } from '../src/plan/propose.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { readSettings } from '../src/plan/read-settings.ts';
import { makeSnapshot } from '../src/snapshot/make.ts';
import { pastOf } from '../src/snapshot/past.ts';
import type { Snapshot } from '../src/snapshot/snapshot.ts';
import { openSource } from '../src/source/open.ts';
import { openArchive } from './archive.ts';
import { type Config, type ConfiguredSource, readConfig } from './config.ts';
import { UsageFault } from './fault.ts';
import type { Options } from './options.ts';
import { remember } from './remember.ts';

/** The project's own folder, whatever folder the command was started in. */
export const PROJECT = resolve(import.meta.dirname, '..');

/** What a pull found. */
export interface Pulled {
  /** Null where a problem is fatal. */
  readonly snapshot: Snapshot | null;
  readonly problems: readonly Problem[];
  readonly sources: readonly string[];
  /** How the workbooks may be mapped to a plan; empty where they can be read as they are. */
  readonly proposals: readonly Proposal[];
  /** Writes down what the history learns of this pull. */
  readonly writeHistory: () => void;
}

/** Which sources to read: those of the command line, else of the environment, else of `milepost.json`. */
export function chosenSources(options: Options, config: Config): ConfiguredSource[] {
  const given =
    options.sources.length > 0
      ? options.sources
      : (process.env.MILEPOST_SOURCE ?? '').split(/\s+/).filter(Boolean);
  if (given.length > 0) return given.map((source) => configuredSource(source, config));
  if (config.sources.length === 0) {
    throw new UsageFault(
      'There is no plan to read.',
      'Name a workbook with --source plan.xlsx, or under "sources" in data/milepost.json.',
    );
  }
  return [...config.sources];
}

/** A source that `milepost.json` knows keeps its names, however it is given. */
function configuredSource(source: string, config: Config): ConfiguredSource {
  const known = config.sources.find((each) => each.source === source || each.source === resolve(source));
  return { source, mapping: known?.mapping ?? config.mapping };
}

/** Source to snapshot. Nothing is written. Throws a SourceFault where a source cannot be read at all. */
export async function pull(options: Options): Promise<Pulled> {
  const config = readConfig(options.data, PROJECT);
  const chosen = chosenSources(options, config);
  const sources = chosen.map(({ source }) => source);
  const books = await Promise.all(sources.map((source) => openSource(source)));
  const mappings = new Map(books.map((book, index) => [book, chosen[index]?.mapping ?? config.mapping]));
  const { settings, problems: settingsProblems } = readSettings(books, config.defaults, mappings);
  const sample = isSample(sources, config.sample) ? config.sample : null;
  const asOf = options.asOf ?? sample?.asOf ?? today(settings.timeZone, Date.now());
  const archive = openArchive(historyFolder(options.data, sample !== null));
  const lastGood = archive.last === null ? noLastGood : lastGoodValues(archive.last);
  const reading = readPlan(books, settings, asOf, lastGood, mappings);
  const problems = [...reading.problems, ...settingsProblems, ...archive.problems];
  const names = sources.map((each) => basename(each));
  const { plan } = reading;
  if (plan === null) {
    const proposals = books.flatMap((book) => proposeMapping(book, settings.locale));
    return { snapshot: null, problems, sources: names, proposals, writeHistory: () => {} };
  }
  const { history, lines, scored, write } = remember(archive, { ...reading, plan }, asOf);
  const snapshot = makeSnapshot({
    plan,
    scored,
    problems,
    asOf,
    source: books.map(({ name }) => name).join(', '),
    restored: reading.restored,
    past: pastOf(history, lines, plan, asOf),
  });
  return { snapshot, problems, sources: names, proposals: [], writeHistory: write };
}

/** Where the history lives. That of the sample is kept apart, so that it never mixes with anybody's own plan. */
export function historyFolder(data: string, isSamplePlan: boolean): string {
  return isSamplePlan ? join(data, 'history', 'sample') : join(data, 'history');
}

/** The calendar day that it is in a time zone at an instant, in milliseconds since 1970. */
export function today(timeZone: string, now: number): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  const day = dayFromIso(parts);
  if (day === null) throw new RangeError(`“${parts}” is no day`);
  return day;
}

function isSample(sources: readonly string[], sample: { readonly source: string } | null): boolean {
  const [only, ...more] = sources;
  return sample !== null && only !== undefined && more.length === 0 && resolve(only) === sample.source;
}
