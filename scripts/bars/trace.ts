/** A task of the page's main thread, in milliseconds from the start of its load. */
export interface Task {
  readonly start: number;
  readonly duration: number;
}

/** What the browser's trace says of a load. */
export interface Load {
  /** In order, none beginning before the one ahead of it has ended. */
  readonly tasks: readonly Task[];
  /** Milliseconds from the start of the load, as are those below. */
  readonly firstPaint: number;
  /** Each was the largest so far. */
  readonly largestPaints: readonly number[];
}

/** As much of an event of a trace as is read. Times are in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly navigationId?: string } };
}

/** Longer tasks make a click wait for more than one notices. */
const UNNOTICED = 50;

/**
 * What tasks take beyond 50 ms, each counted from the first paint on: the total blocking time as Lighthouse takes it. That
 * ends once the page has been quiet for five seconds; here it ends with the tasks, so it is never less.
 */
export function blockingTime(tasks: readonly Task[], firstPaint: number): number {
  return tasks
    .map(({ start, duration }) => start + duration - Math.max(start, firstPaint) - UNNOTICED)
    .reduce((sum, over) => sum + Math.max(0, over), 0);
}

/** In milliseconds: the longest task that ends after a moment, or 0. */
export function longestTask(tasks: readonly Task[], since: number): number {
  return Math.max(
    0,
    ...tasks.filter(({ start, duration }) => start + duration > since).map(({ duration }) => duration),
  );
}

/** The page's own tasks and paints, from when its load began. Null where the trace holds no load that painted anything. */
export function readTrace(events: readonly TraceEvent[]): Load | null {
  const first = events.find(({ name }) => name === 'firstContentfulPaint');
  // The trace also has starts of empty documents, before and after: that of the page has the paint's own ID.
  const start = events.find(
    ({ name, args }) =>
      name === 'navigationStart' && args?.data?.navigationId === first?.args?.data?.navigationId,
  );
  if (first === undefined || start === undefined) return null;
  const since = (ts: number) => (ts - start.ts) / 1000;
  const own = events.filter(({ pid, ts }) => pid === first.pid && ts >= start.ts);
  return {
    tasks: apart(
      own
        .filter(({ name, ph, tid, dur = 0 }) => ph === 'X' && tid === first.tid && name === TASK && dur > 0)
        .map(({ ts, dur = 0 }) => ({ start: since(ts), duration: dur / 1000 })),
    ),
    firstPaint: since(first.ts),
    largestPaints: own
      .filter(({ name }) => name === 'largestContentfulPaint::Candidate')
      .map(({ ts }) => since(ts)),
  };
}

const TASK = 'ThreadControllerImpl::RunTask';

/** A task that begins within another ends that one: browsers report some so. */
function apart(tasks: readonly Task[]): Task[] {
  const sorted = [...tasks].sort((a, b) => a.start - b.start);
  return sorted.map(({ start, duration }, i) => ({
    start,
    duration: Math.min(duration, (sorted[i + 1]?.start ?? Number.POSITIVE_INFINITY) - start),
  }));
}
