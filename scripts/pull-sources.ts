import type { Workbook } from '../src/grid/grid.ts';
import { SourceFault } from '../src/source/fault.ts';
import { kindOfSource } from '../src/source/locate.ts';
import { openSource, readKeptSource } from '../src/source/open.ts';
import type { Opened, SourceContext } from '../src/source/opened.ts';
import type { ConfiguredSource } from './config.ts';
import { type KeptPull, keepPull, readKeptPull } from './kept-sources.ts';

/** A source that was read: as it is now, or as it last was when it could be reached. */
export interface PulledSource {
  readonly configured: ConfiguredSource;
  readonly book: Workbook;
  /** Null for one that is current. */
  readonly stale: Stale | null;
}

export interface Stale {
  /** When its values were pulled, in milliseconds since 1970. */
  readonly since: number;
  /** Why it could not be reached, in a sentence. */
  readonly why: string;
}

/** A source that cannot be reached, and of which nothing was kept that is fresh enough. */
export interface LostSource {
  readonly configured: ConfiguredSource;
  readonly fault: SourceFault;
}

export interface PulledSources {
  readonly pulled: readonly PulledSource[];
  readonly lost: readonly LostSource[];
  /** Keeps what was read for when it cannot be reached. */
  keep(): void;
}

/** No more sources are pulled at the same time. */
const SIDE_BY_SIDE = 4;

export interface PullSettings {
  /** Where last good pulls are kept. */
  readonly folder: string;
  /** How old a last good pull may be, in milliseconds. */
  readonly maxAge: number;
  readonly context: Omit<SourceContext, 'kept' | 'progress'>;
  /** The progress of one source. */
  readonly progressOf: (source: number) => SourceContext['progress'];
}

/**
 * Pulls sources side by side. One that cannot be reached is served from its last good pull, and loses nothing for the
 * others. Throws what no last good pull can make good: a wrong configuration, or a file that is no workbook.
 */
export async function pullSources(
  sources: readonly ConfiguredSource[],
  settings: PullSettings,
): Promise<PulledSources> {
  const results: (Result | undefined)[] = sources.map(() => undefined);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < sources.length; index = next++) {
      const configured = sources[index];
      if (configured !== undefined) results[index] = await pullOne(configured, index, settings);
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, sources.length) }, work));
  const done = results.filter((result) => result !== undefined);
  return {
    pulled: withDistinctNames(done.flatMap(({ pulled }) => pulled ?? [])),
    lost: done.flatMap(({ lost }) => lost ?? []),
    keep() {
      for (const { toKeep, pulled } of done) {
        if (toKeep && pulled) keepPull(settings.folder, pulled.configured.source, toKeep);
      }
    },
  };
}

interface Result {
  readonly pulled?: PulledSource;
  readonly lost?: LostSource;
  readonly toKeep?: KeptPull;
}

async function pullOne(
  configured: ConfiguredSource,
  index: number,
  { folder, maxAge, context, progressOf }: PullSettings,
): Promise<Result> {
  const { source } = configured;
  const isRemote = kindOfSource(source) !== 'excel file';
  const kept = isRemote ? readKeptPull(folder, source) : null;
  let opened: Opened;
  try {
    opened = await openSource(source, { ...context, kept, progress: progressOf(index) });
  } catch (error) {
    if (!(error instanceof SourceFault) || error.kind !== 'unreachable') throw error;
    return kept === null
      ? { lost: { configured, fault: error } }
      : serveKept(configured, kept, error, { maxAge, now: context.time.now() });
  }
  const at = context.time.now();
  // A host that says that nothing has changed need not repeat the workbook's name.
  const book = opened.unchanged && kept !== null ? { ...opened.book, name: kept.name } : opened.book;
  const pulled = { configured, book, stale: null };
  return opened.kept === null ? { pulled } : { pulled, toKeep: { ...opened.kept, at, name: book.name } };
}

async function serveKept(
  configured: ConfiguredSource,
  kept: KeptPull,
  fault: SourceFault,
  { maxAge, now }: { readonly maxAge: number; readonly now: number },
): Promise<Result> {
  if (now - kept.at > maxAge) return { lost: { configured, fault: tooOld(fault, kept, maxAge) } };
  const book = await readKeptSource(configured.source, kept, kept.name);
  return { pulled: { configured, book, stale: { since: kept.at, why: fault.what } } };
}

function tooOld(fault: SourceFault, { at, name }: KeptPull, maxAge: number): SourceFault {
  const hours = Math.round(maxAge / 3_600_000);
  return new SourceFault({
    code: 'last-good-too-old',
    kind: 'unreachable',
    what: fault.what,
    why: `${fault.why} What was last read of “${name}” is of ${new Date(at).toISOString()}, and older than the ${hours} hours that it may stand in.`,
    fix: `${fault.fix} To let it stand in for longer, set "lastGoodHours" in data/milepost.json.`,
  });
}

/** Problems name their workbook, so that two of one name are told apart: `plan.xlsx`, `plan.xlsx (2)`. */
function withDistinctNames(pulled: readonly PulledSource[]): PulledSource[] {
  const seen = new Map<string, number>();
  return pulled.map((each) => {
    const count = (seen.get(each.book.name) ?? 0) + 1;
    seen.set(each.book.name, count);
    return count === 1 ? each : { ...each, book: { ...each.book, name: `${each.book.name} (${count})` } };
  });
}
