/** The clock, waiting and chance, as arguments, so that tests need neither wait nor guess. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
}

/** How long a source is tried. All in milliseconds. */
export interface Patience {
  /** In all, waiting included: a quota counts by the minute, so that more than one must fit. */
  readonly total: number;
  /** For one request, from its start to the last byte of its answer. */
  readonly request: number;
  /** The wait after the first failure; it doubles with each. */
  readonly firstWait: number;
  readonly longestWait: number;
}

export const PATIENCE: Patience = { total: 150_000, request: 60_000, firstWait: 1_000, longestWait: 32_000 };

/** What a failure says of trying again: null where it is no use. */
export interface Retry {
  /** What the other side asks to wait (Retry-After), in milliseconds; null where it does not say. */
  readonly after: number | null;
}

/**
 * Runs an attempt until it succeeds, cannot succeed, or the time is up; then throws what the last attempt threw.
 * Between attempts it waits by exponential backoff with full jitter: a random part of a span that doubles, so that
 * many clients do not come back at the same moment. It never waits less than the other side asks for.
 * @param retryOf whether a failure may pass by itself
 */
export async function patiently<T>(
  attempt: () => Promise<T>,
  retryOf: (error: unknown) => Retry | null,
  patience: Patience,
  time: Time,
): Promise<T> {
  const end = time.now() + patience.total;
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      const retry = retryOf(error);
      if (retry === null) throw error;
      const span = Math.min(patience.longestWait, patience.firstWait * 2 ** failures);
      const wait = Math.max(retry.after ?? 0, span * time.random());
      if (time.now() + wait >= end) throw error;
      await time.sleep(wait);
    }
  }
}

/**
 * The wait that a Retry-After header asks for, in milliseconds (RFC 9110, section 10.2.3: seconds or an HTTP date); null
 * where it is absent or cannot be read.
 */
export function retryAfter(header: string | null | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
