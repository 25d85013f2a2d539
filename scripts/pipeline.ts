import { basename, resolve } from 'node:path';
import { type Day, dayFromIso } from '../src/grid/day.ts';
import { noHistory } from '../src/history/promises.ts';
import type { Problem } from '../src/plan/problem.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { readSettings } from '../src/plan/read-settings.ts';
import { scorePlan } from '../src/rollup/score.ts';
import { makeSnapshot } from '../src/snapshot/make.ts';
import { NO_PAST } from '../src/snapshot/past.ts';
import type { Snapshot } from '../src/snapshot/snapshot.ts';
import { openSource } from '../src/source/open.ts';
import { readConfig } from './config.ts';
import { UsageFault } from './fault.ts';
import type { Options } from './options.ts';

/** The project's own folder, whatever folder the command was started in. */
export const PROJECT = resolve(import.meta.dirname, '..');

/** What a pull found. */
export interface Pulled {
  /** Null where a problem is fatal. */
  readonly snapshot: Snapshot | null;
  readonly problems: readonly Problem[];
  readonly sources: readonly string[];
}

/** Which sources to read: those of the command line, else of the environment, else of `milepost.json`. */
export function chosenSources(options: Options): string[] {
  if (options.sources.length > 0) return [...options.sources];
  const fromEnv = (process.env.MILEPOST_SOURCE ?? '').split(/\s+/).filter(Boolean);
  const sources = fromEnv.length > 0 ? fromEnv : readConfig(options.data, PROJECT).sources;
  if (sources.length === 0) {
    throw new UsageFault(
      'There is no plan to read.',
      'Name a workbook with --source plan.xlsx, or under "sources" in data/milepost.json.',
    );
  }
  return [...sources];
}

/** Source to snapshot. Nothing is written. Throws a SourceFault where a source cannot be read at all. */
export async function pull(options: Options): Promise<Pulled> {
  const config = readConfig(options.data, PROJECT);
  const sources = chosenSources(options);
  const books = await Promise.all(sources.map(openSource));
  const { settings, problems: settingsProblems } = readSettings(books, config.defaults);
  const asOf = options.asOf ?? sampleDay(sources, config.sample) ?? today(settings.timeZone, Date.now());
  const reading = readPlan(books, settings, asOf);
  const problems = [...reading.problems, ...settingsProblems];
  if (reading.plan === null) return { snapshot: null, problems, sources };
  const scored = scorePlan(reading.plan, noHistory, asOf);
  const source = books.map(({ name }) => name).join(', ');
  const snapshot = makeSnapshot({ plan: reading.plan, scored, problems, asOf, source, past: NO_PAST });
  return { snapshot, problems, sources: sources.map((each) => basename(each)) };
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

function sampleDay(sources: readonly string[], sample: { source: string; asOf: Day } | null): Day | null {
  const [only, ...more] = sources;
  if (sample === null || only === undefined || more.length > 0) return null;
  return resolve(only) === sample.source ? sample.asOf : null;
}
