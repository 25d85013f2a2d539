import { z } from 'zod';
import { shorten } from '../../grid/text.ts';
import { type Retry, retryAfter } from '../patience.ts';

/** An answer of which nothing can be made. */
export class OddAnswer extends Error {}

/** What an error of the client tells, with nothing of the request in it: that holds the credentials. */
export interface Failure {
  /** Of HTTP; null where no answer came. */
  readonly status: number | null;
  /** Google's own name for it, such as PERMISSION_DENIED or invalid_grant. */
  readonly name: string;
  /** A closer one, such as SERVICE_DISABLED; empty where there is none. */
  readonly reason: string;
  /** What Google says in words; empty where it says nothing. */
  readonly said: string;
  /** The name of the API that it is about; empty where it does not say. */
  readonly api: string;
  /** The page of Google's console to go to; null where it names none. */
  readonly page: string | null;
  /** What went wrong where no answer came, as the system names it, such as ECONNRESET. */
  readonly system: string;
  /** Why it may pass by itself; null where trying again is no use. */
  readonly passing: Passing | null;
  readonly after: number | null;
}

export type Passing = 'quota' | 'busy' | 'time-out' | 'out of reach' | 'cut' | 'odd answer';

const apiError = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().default(''),
    errors: z.array(z.object({ reason: z.string().default('') })).default([]),
    details: z
      .array(
        z.object({
          reason: z.string().default(''),
          metadata: z.record(z.string(), z.string()).catch({}),
        }),
      )
      .default([]),
  }),
});
const tokenError = z.object({ error: z.string(), error_description: z.string().default('') });

const TIME_OUT: ReadonlySet<string> = new Set(['TimeoutError', 'AbortError', 'ETIMEDOUT']);
const OUT_OF_REACH: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const CUT = /^(?:ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE|Z_\w+_ERROR|HPE_\w+)$/;
const QUOTA =
  /^(?:RATE_LIMIT_EXCEEDED|RESOURCE_EXHAUSTED|rateLimitExceeded|userRateLimitExceeded|quotaExceeded)$/;
/** How often something is tried that cannot be reached: a network that is down does not come back within minutes. */
const REACHES = 4;

/** Reads what an error tells. @param secrets what must not be told, even where the other side says it */
export function failureOf(error: unknown, secrets: ReadonlySet<string>, now: number): Failure {
  const response = get(error, 'response');
  const status = numberOr(get(response, 'status'), null);
  const after = retryAfter(header(get(response, 'headers'), 'retry-after'), now);
  const told = toldBy(get(response, 'data'), secrets);
  const system = status === null ? systemName(error) : '';
  const passing = error instanceof OddAnswer ? 'odd answer' : whyPassing(status, told, system);
  return { status, ...told, system, passing, after };
}

/** Decides on trying again, for `patiently`. Counts how often the other side was out of reach. */
export function retries(): (failure: Failure) => Retry | null {
  let reaches = 0;
  return ({ passing, after }) => {
    if (passing === null || (passing === 'out of reach' && ++reaches >= REACHES)) return null;
    return { after };
  };
}

/** What a person signed in with through `gcloud` belongs to no project that the quota could be counted for. */
export function isQuotaProject({ said }: Failure): boolean {
  return /quota project/i.test(said);
}

/** Google's own words as the end of a sentence; nothing where it has none. */
export function quoted(said: string): string {
  return said === '' ? '' : ` “${said.replace(/[.\s]+$/, '')}”`;
}

type Told = Pick<Failure, 'name' | 'reason' | 'said' | 'api' | 'page'>;

function toldBy(data: unknown, secrets: ReadonlySet<string>): Told {
  const json = typeof data === 'string' ? jsonOf(data) : data;
  const api = apiError.safeParse(json);
  if (api.success) {
    const { message, status, details, errors } = api.data.error;
    const detail = details.find(({ reason }) => reason !== '');
    return {
      name: status,
      reason: detail?.reason ?? errors[0]?.reason ?? '',
      said: withoutSecrets(message, secrets),
      api: withoutSecrets(detail?.metadata.serviceTitle ?? '', secrets),
      page: pageOfConsole(detail?.metadata.activationUrl ?? ''),
    };
  }
  const token = tokenError.safeParse(json);
  const { error = '', error_description: said = '' } = token.success ? token.data : {};
  return { name: error, reason: '', said: withoutSecrets(said, secrets), api: '', page: null };
}

function whyPassing(status: number | null, { name, reason }: Told, system: string): Passing | null {
  if (status === 429 || (status === 403 && (QUOTA.test(reason) || QUOTA.test(name)))) return 'quota';
  if (status !== null) return status >= 500 || status === 408 ? 'busy' : null;
  if (TIME_OUT.has(system)) return 'time-out';
  if (OUT_OF_REACH.has(system)) return 'out of reach';
  return CUT.test(system) ? 'cut' : null;
}

/** The deepest name that an error or one of its causes has: the outer ones tell of the request alone. */
function systemName(error: unknown): string {
  let found = '';
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const name = get(each, 'code') ?? get(each, 'type');
    if (typeof name === 'string' && /^[\w-]{1,60}$/.test(name)) found = name;
    if (found === 'TimeoutError') break;
  }
  return found;
}

/** Only pages of Google are passed on. */
function pageOfConsole(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, href } = new URL(text);
  return protocol === 'https:' && /^(?:console\.developers|console\.cloud)\.google\.com$/.test(hostname)
    ? href
    : null;
}

/** Tokens of any kind: those of Google, signed ones, and whatever a header carries. */
const TOKENS = /\bya29\.[\w.-]+|\beyJ[\w-]+\.[\w.-]+|\b(?:bearer|basic)\s+\S+/gi;

function withoutSecrets(text: string, secrets: ReadonlySet<string>): string {
  let clean = text.replace(TOKENS, '…').replace(/\s+/g, ' ').trim();
  for (const secret of secrets) {
    const line = secret.replace(/\s+/g, ' ').trim();
    if (line !== '') clean = clean.replaceAll(line, '…');
  }
  return shorten(clean, 300);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The library's headers are not those of Node, and work alike. */
function header(headers: unknown, name: string): string | null {
  const read = get(headers, 'get');
  const value: unknown = typeof read === 'function' ? read.call(headers, name) : null;
  return typeof value === 'string' ? value : null;
}

function get(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;
}

function numberOr<Other>(value: unknown, other: Other): number | Other {
  return typeof value === 'number' ? value : other;
}
