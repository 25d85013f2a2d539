import { type Patience, patiently, type Retry, retryAfter, type Time } from '../../src/source/patience.ts';
import type { Webhook } from './webhook.ts';

/** A message is news: what comes minutes late is worth no longer wait. */
const PATIENCE: Patience = { total: 90_000, request: 10_000, firstWait: 1_000, longestWait: 16_000 };
/** Answers that may be others in a moment. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/** Why a message was not taken, in a sentence that does not tell the address. */
class Refused extends Error {
  readonly retry: Retry | null;

  /** @param retry null where trying again is no use, or the message may have arrived */
  constructor(why: string, retry: Retry | null) {
    super(why);
    this.retry = retry;
  }
}

/**
 * Posts a message. It is tried again where the other side could not be reached or asks to wait, and not where it may
 * have arrived.
 * @returns null once it is taken; else why it is not, in a sentence. The address stands in nothing that is returned.
 */
export async function send(webhook: Webhook, message: unknown, time: Time): Promise<string | null> {
  const body = JSON.stringify(message);
  try {
    await patiently(
      () => post(webhook, body, time),
      (error) => (error instanceof Refused ? error.retry : null),
      PATIENCE,
      time,
    );
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

async function post({ address }: Webhook, body: string, time: Time): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'milepost' },
    body,
    // A webhook does not move: who answers with another address is not whom the secret is for.
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE.request),
  }).catch((error: unknown) => {
    throw refusedBy(error);
  });
  await answer.body?.cancel();
  if (answer.ok) return;
  const retry = PASSING.has(answer.status)
    ? { after: retryAfter(answer.headers.get('retry-after'), time.now()) }
    : null;
  throw new Refused(`It answered with status ${answer.status}.`, retry);
}

/** Messages of Node hold the host and the port; codes do not. */
function refusedBy(error: unknown): Refused {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new Refused(`It did not answer within ${PATIENCE.request / 1000} seconds.`, null);
  }
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new Refused(`It could not be reached${/^[A-Z_]+$/.test(code) ? ` (${code})` : ''}.`, {
    after: null,
  });
}
