import { SourceFault } from '../fault.ts';
import type { Validators } from '../opened.ts';
import { readBody } from './body.ts';
import { Cookies } from './cookies.ts';
import type { Credentials } from './credentials.ts';
import { type Asked, Failure, unreachable } from './failure.ts';
import { utf8OfHeader } from './file-name.ts';
import { cutOff, networkFailure, timeOut } from './network-failure.ts';
import { statusFailure } from './status-failure.ts';

const MOST_REDIRECTS = 10;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const NOT_MODIFIED = 304;
/** What a header may hold; what was kept may have been changed since. */
const VALUE = /^[\x20-\x7e\x80-\xff]*$/;
const WORKBOOK_TYPES =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/octet-stream;q=0.9, */*;q=0.5';

export interface Request {
  readonly url: URL;
  readonly asked: Asked;
  readonly credentials: Credentials;
  /** What tells the version that is there already; null asks for the workbook whatever it is. */
  readonly validators: Validators | null;
  /** From the start to the last byte, redirects included, in milliseconds. */
  readonly time: number;
  readonly now: () => number;
  readonly onProgress: (host: string, bytes: number, of: number | null) => void;
}

export interface Answer {
  /** Null where the workbook is the one that the validators tell of. */
  readonly bytes: Uint8Array | null;
  readonly headers: Headers;
  /** Where it came from in the end. */
  readonly url: URL;
}

/** Asks for a workbook once, and follows redirects. Throws a Failure, or a SourceFault where the workbook is too large. */
export async function request(request: Request): Promise<Answer> {
  const timer = new AbortController();
  const timeOutId = setTimeout(() => timer.abort(), request.time);
  try {
    return await follow(request, timer.signal);
  } finally {
    clearTimeout(timeOutId);
    // Ends what is still coming, of an answer that is of no use.
    timer.abort();
  }
}

async function follow(request: Request, signal: AbortSignal): Promise<Answer> {
  const { asked, credentials } = request;
  const cookies = new Cookies();
  const visited = new Set<string>();
  let url = request.url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    visited.add(url.href);
    const { host } = url;
    const authorization = credentials.headerFor(url);
    const headers = headersOf(request.validators, authorization, cookies.headerFor(url));
    const response = await ask(url, headers, signal).catch((error: unknown) => {
      throw signal.aborted ? timeOut(host, asked, request.time, false) : networkFailure(error, host, asked);
    });
    cookies.keep(url, response.headers);
    const { status } = response;
    if (status === 200) return { ...(await take(response, host, request, signal)), url };
    if (status === NOT_MODIFIED && request.validators !== null) {
      return { bytes: null, headers: response.headers, url };
    }
    // An answer that breaks off here has said all that is needed.
    await response.body?.cancel().catch(() => undefined);
    if (!REDIRECTS.has(status)) {
      const answer = { status, host, headers: response.headers, known: authorization !== null };
      throw statusFailure(answer, asked, credentials, request.now());
    }
    url = nextOf(response.headers, url, asked);
  }
  throw new Failure(tooManyRedirects(url, asked, visited.has(url.href)));
}

/** Credentials go as a header or not at all: fetch takes none in an address, and those in a redirect are not ours. */
async function ask(url: URL, headers: Headers, signal: AbortSignal): Promise<Response> {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  return fetch(plain, { headers, signal, redirect: 'manual' });
}

async function take(response: Response, host: string, request: Request, signal: AbortSignal) {
  const { asked } = request;
  const name = asked.file.replaceAll(/[“”]/g, '');
  try {
    const bytes = await readBody(response, name, (sofar, of) => request.onProgress(host, sofar, of));
    return { bytes, headers: response.headers };
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw signal.aborted ? timeOut(host, asked, request.time, true) : cutOff(host, asked);
  }
}

function headersOf(
  validators: Validators | null,
  authorization: string | null,
  cookie: string | null,
): Headers {
  // A workbook is packed already; packed again, its length would not be known.
  const headers = new Headers({
    accept: WORKBOOK_TYPES,
    'accept-encoding': 'identity',
    'user-agent': 'Milepost',
  });
  const optional = {
    'if-none-match': validators?.etag ?? null,
    'if-modified-since': validators?.lastModified ?? null,
    authorization,
    cookie,
  };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== null && VALUE.test(value)) headers.set(name, value);
  }
  return headers;
}

/** Where a redirect leads. */
function nextOf(headers: Headers, from: URL, asked: Asked): URL {
  const location = headers.get('location');
  const url = location === null ? null : URL.parse(utf8OfHeader(location), from);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Failure(
      unreachable({
        code: 'address-redirect',
        what: `${from.host} sends on to somewhere that is no web address.`,
        why: `It answered with a redirect, and not with ${asked.file}.`,
        fix: 'Open the address in a browser, and pass the one from which the browser downloads the workbook.',
      }),
    );
  }
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    throw new Failure(
      unreachable({
        code: 'address-redirect',
        what: `${from.host} sends on to ${url.host} without encryption.`,
        why: 'From an address with https:// a workbook is not fetched over http://, where others could read and change it.',
        fix: 'Pass the address from which the browser downloads the workbook, where it starts with https://; or ask those who run the host.',
      }),
    );
  }
  return url;
}

function tooManyRedirects(url: URL, asked: Asked, circle: boolean): SourceFault {
  return unreachable({
    code: 'address-redirect',
    what: circle
      ? `${url.host} sends on in a circle, and never to ${asked.file}.`
      : `${asked.host} sends on more than ${MOST_REDIRECTS} times, the last time to ${url.host}.`,
    why: 'Often that is a login that cannot work without a browser.',
    fix: asked.sharing,
  });
}
