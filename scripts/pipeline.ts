import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayFromIso, isoFromDay } from '../src/grid/day.ts';
import { said } from '../src/grid/said.ts';
import { lastGoodValues } from '../src/history/last-good.ts';
import { goneRows } from '../src/history/plan-at.ts';
import { OTHER_PROBLEMS } from '../src/plan/catalogue.ts';
import { noLastGood } from '../src/plan/last-good.ts';
import { withLinks } from '../src/plan/links.ts';
import type { Problem, ToldProblem } from '../src/plan/problem.ts';
import { type Proposal, proposeMapping } from '../src/plan/propose.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { readSettings } from '../src/plan/read-settings.ts';
import { NO_SCOPE } from '../src/plan/report.ts';
import { freshUntil } from '../src/plan/schedule.ts';
import { scorePlan } from '../src/rollup/score.ts';
import { trends } from '../src/rollup/trend.ts';
import { makeSnapshot } from '../src/snapshot/make.ts';
import { pastOf } from '../src/snapshot/past.ts';
import type { Snapshot } from '../src/snapshot/snapshot.ts';
import { tellProblems } from '../src/snapshot/told.ts';
import { withhold } from '../src/snapshot/withhold.ts';
import { withholdProblems } from '../src/snapshot/withhold-problems.ts';
import { snapshotWithoutMailAddresses } from '../src/snapshot/without-mail-addresses.ts';
import type { Time } from '../src/source/patience.ts';
import type { Words } from '../src/words/en.ts';
import { wordsFor } from '../src/words/words.ts';
import { archiveFiles, openArchive } from './archive.ts';
import { type Sums, sumsNow } from './built.ts';
import { type Config, type ConfiguredSource, configFiles, readConfig } from './config.ts';
import { UsageFault } from './fault.ts';
import type { Options } from './options.ts';
import { type Stream, tellProgress } from './progress.ts';
import { PROJECT } from './project.ts';
import { type LostSource, type PulledSource, type PulledSources, pullSources } from './pull-sources.ts';
import { remember } from './remember.ts';
import { refuseRemovals, removedRows } from './removals.ts';
import { sourceFiles } from './source-files.ts';
import { today } from './today.ts';
import { visiblePlan } from './visible.ts';

/** What a pull stands on: as long as all of it is the same, so is what it finds. */
export interface Basis {
  readonly config: Sums;
  /** The workbooks' files as they were before they were read; null where not all of them lie on this computer. */
  readonly sources: Sums | null;
  /** Paths of the history's files, which the pull itself may change. */
  readonly history: readonly string[];
  /** The day that was today, and where; null where another one was asked for. */
  readonly day: { readonly iso: string; readonly timeZone: string } | null;
}

/** What a pull found. */
export interface Pulled {
  /** Null where a problem is fatal. */
  readonly snapshot: Snapshot | null;
  /** In the plan's language. */
  readonly problems: readonly ToldProblem[];
  /** Those of the plan's language. */
  readonly words: Words;
  /** The names of the workbooks that were read. */
  readonly sources: readonly string[];
  /** Those that could not be reached, and are as they last were. */
  readonly stale: readonly PulledSource[];
  /** How the workbooks may be mapped to a plan; empty where they can be read as they are. */
  readonly proposals: readonly Proposal[];
  readonly basis: Basis;
  /** Writes down what the history learns of this pull, and keeps what was read. */
  readonly write: () => void;
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

/**
 * Source to snapshot. Nothing is written. Throws a SourceFault where a source cannot be read at all, and a PlanFault
 * where so many rows vanished that it is likely a mistake.
 * @param errors is told what is waited for
 */
export async function pull(options: Options, errors: Stream = process.stderr): Promise<Pulled> {
  const read = sumsNow(configFiles(options.data, PROJECT));
  const config = readConfig(options.data, PROJECT);
  const sources = chosenSources(options, config);
  const files = fileSums(sources);
  const { pulled, lost, keep } = await reach(sources, options, config, errors);
  const books = pulled.map(({ book }) => book);
  const mappings = new Map(pulled.map(({ book, configured }) => [book, configured.mapping]));
  const { settings, problems: settingsProblems } = readSettings(books, config.defaults, mappings);
  const sample = isSample(sources, config.sample) ? config.sample : null;
  const asOf = options.asOf ?? sample?.asOf ?? today(settings.timeZone, Date.now());
  const isToday = options.asOf === null && sample === null;
  const archive = openArchive(historyFolder(options.data, sample !== null));
  const lastGood = archive.last === null ? noLastGood : lastGoodValues(archive.last);
  const reading = readPlan(books, settings, asOf, lastGood, mappings);
  const found = [...reading.problems, ...settingsProblems, ...archive.problems, ...lost.map(lostSource)];
  const problems = tellProblems(withLinks(found, books), settings.locale);
  const base = {
    problems,
    words: wordsFor(settings.locale),
    sources: books.map(({ name }) => name),
    stale: pulled.filter(({ stale }) => stale !== null),
    basis: {
      config: read,
      sources: files,
      history: archiveFiles(archive.folder),
      day: isToday ? { iso: isoFromDay(asOf), timeZone: settings.timeZone } : null,
    },
  };
  const { plan } = reading;
  const [first] = lost;
  if (plan === null) {
    // What is missing may be in what could not be reached.
    if (first) throw first.fault;
    const proposals = books.flatMap((book) => proposeMapping(book, settings.locale));
    return { ...base, snapshot: null, proposals, write: () => {} };
  }
  const { history, changed, lines, scored, write } = remember(archive, { ...reading, plan }, asOf);
  // Rows of a source that cannot be reached are not gone.
  if (first && removedRows(changed).length > 0) throw first.fault;
  if (!options.acceptRemovals) refuseRemovals(changed, archive.last, config.removalsFrom);
  const visible = visiblePlan(plan, history, lines, config.withheld);
  const shown = pulled.filter(({ book }) => !visible.hiddenBooks.has(book.name));
  const whole = makeSnapshot({
    plan: visible.plan,
    scored: visible.plan === plan ? scored : scorePlan(visible.plan, history, asOf, history.lastChange),
    problems: withholdProblems(
      problems,
      plan,
      config.withheld,
      visible,
      reading.columns,
      base.words.withheld,
    ),
    asOf,
    source: shown.map(({ book }) => book.name).join(', '),
    sources: shown.map(({ book, stale }) => ({ name: book.name, kind: book.kind, stale })),
    restored: reading.restored,
    // A day that somebody chose is as old as it is meant to be.
    freshUntil: isToday ? freshUntil(asOf, config.schedule) : null,
    past: pastOf(visible.history, visible.lines, visible.plan, asOf),
    trends: trends(
      visible.plan,
      visible.history.changes,
      asOf,
      dayFromIso(visible.lines[0]?.day ?? ''),
      goneRows(visible.lines, asOf),
    ),
  });
  const snapshot = snapshotWithoutMailAddresses(withhold(whole, visible.plan, config.withheld));
  const writeAll = (): void => {
    keep();
    write();
  };
  return { ...base, snapshot, proposals: [], write: writeAll };
}

/** Pulls all sources, and says what it waits for where that takes long. Throws where none can be reached. */
async function reach(
  sources: readonly ConfiguredSource[],
  options: Options,
  config: Config,
  errors: Stream,
): Promise<PulledSources> {
  const progress = tellProgress(errors);
  try {
    const found = await pullSources(sources, {
      folder: join(options.data, 'sources'),
      maxAge: config.lastGoodHours * HOUR,
      context: { env: process.env, time: CLOCK },
      progressOf: progress.of,
    });
    const [first] = found.lost;
    if (first && found.pulled.length === 0) throw first.fault;
    return found;
  } finally {
    progress.end();
  }
}

const HOUR = 3_600_000;
const CLOCK: Time = {
  now: () => Date.now(),
  sleep: (milliseconds) => sleep(milliseconds),
  random: () => Math.random(),
};

/** A source that cannot be reached takes its rows with it, and leaves those of the others. */
function lostSource({ fault }: LostSource): Problem {
  return {
    severity: OTHER_PROBLEMS['source-unreachable'].severity,
    code: 'source-unreachable',
    sheet: '',
    cell: null,
    value: null,
    message: said`${fault.what} ${fault.why} Its rows are missing.`,
    fix: said`${fault.fix}`,
    link: null,
    book: '',
    scope: NO_SCOPE,
  };
}

/** Where the history of the plan lives that a command reads. */
export function planHistoryFolder(options: Options): string {
  const config = readConfig(options.data, PROJECT);
  return historyFolder(options.data, isSample(chosenSources(options, config), config.sample));
}

/** Where the history lives. That of the sample is kept apart, so that it never mixes with anybody's own plan. */
export function historyFolder(data: string, isSamplePlan: boolean): string {
  return isSamplePlan ? join(data, 'history', 'sample') : join(data, 'history');
}

/** The sums of the workbooks' files; null where one of them is elsewhere. */
function fileSums(sources: readonly ConfiguredSource[]): Sums | null {
  const paths = sourceFiles(
    sources.map(({ source }) => source),
    process.cwd(),
  ).map(({ path }) => path);
  const here = paths.filter((path) => path !== null);
  return here.length === paths.length ? sumsNow(here) : null;
}

function isSample(sources: readonly ConfiguredSource[], sample: { readonly source: string } | null): boolean {
  const [only, ...more] = sources;
  return sample !== null && only !== undefined && more.length === 0 && resolve(only.source) === sample.source;
}
