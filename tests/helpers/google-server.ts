import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { applyMask, parseMask } from './google-fields.ts';
import type { Resource } from './google-spreadsheet.ts';
import {
  ACCOUNT,
  type Answer,
  API_KEY,
  CLOUD_PLATFORM,
  READ_SHEETS,
  Tokens,
  WORKFLOW_BEARER,
  WORKFLOW_TOKEN,
} from './google-tokens.ts';

/** A spreadsheet that is served, and to whom. */
export interface Served {
  readonly spreadsheet: Resource;
  readonly sharedWith?: readonly string[];
  /** True where anyone with the link may see it. */
  readonly open?: boolean;
  /** True for an Office file that was not converted. */
  readonly office?: boolean;
}

/** What is done to one request instead of answering it, or to its answer. */
export interface Mishap {
  /** Requests for values, or for tokens of any sort. */
  readonly at: 'api' | 'token';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is told as JSON. */
  readonly body?: unknown;
  /** The connection is ended after so many bytes of the real answer. */
  readonly cutAfter?: number;
  /** The error's message repeats what the request held of credentials. */
  readonly echo?: boolean;
  /** No answer ever comes. */
  readonly hang?: boolean;
  /** It happens to every request, and not to one alone. */
  readonly always?: boolean;
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly status: number;
  /** As sent, which is packed where the client takes it. */
  readonly bytes: number;
  readonly body: string;
}

export interface GoogleServer {
  readonly url: string;
  readonly tokens: Tokens;
  readonly served: Map<string, Served>;
  /** Each is used up by one request, unless it happens always. */
  readonly mishaps: Mishap[];
  readonly seen: Seen[];
  /** The paths of what was asked for, in order. */
  paths(): string[];
  close(): Promise<void>;
}

/** Google's error body; `details` as google.rpc.Status has them. */
export function googleError(
  code: number,
  status: string,
  message: string,
  details?: readonly unknown[],
): Answer {
  return { status: code, body: { error: { code, message, status, ...(details ? { details } : {}) } } };
}

/** A detail of an error that gives its reason. */
export function errorInfo(reason: string, metadata: Readonly<Record<string, string>> = {}): Resource {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata };
}

/**
 * A server on loopback that speaks the Sheets API, version 4, as far as spreadsheets.get goes, and the endpoints of Google
 * that give tokens.
 */
export async function startGoogleServer(): Promise<GoogleServer> {
  const tokens = new Tokens();
  const served = new Map<string, Served>();
  const mishaps: Mishap[] = [];
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += chunk;
    const at = url.pathname.startsWith('/v4/') ? 'api' : 'token';
    const index = mishaps.findIndex((each) => each.at === at);
    const mishap = mishaps[index];
    if (mishap !== undefined && !mishap.always) mishaps.splice(index, 1);
    const answer = mishap?.status === undefined ? route(request, url, body) : refusal(mishap, request, body);
    const bytes = send(request, response, url, answer, mishap);
    const { method = '', headers } = request;
    seen.push({
      method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      status: answer.status,
      bytes,
      body,
    });
  });

  function route(request: IncomingMessage, url: URL, body: string): Answer {
    const form = new URLSearchParams(body);
    const { authorization } = request.headers;
    if (url.pathname === '/token') return tokens.grant(form);
    if (url.pathname === '/v1/token') return tokens.exchange(form);
    if (url.pathname.startsWith('/computeMetadata/')) return machine(request, url);
    if (url.pathname === '/workflow-token') {
      if (authorization !== `Bearer ${WORKFLOW_BEARER}`) return { status: 401, body: { message: 'no' } };
      return { status: 200, body: { value: WORKFLOW_TOKEN } };
    }
    const account = /^\/v1\/projects\/-\/serviceAccounts\/([^:]+):generateAccessToken$/.exec(
      url.pathname,
    )?.[1];
    if (account !== undefined)
      return tokens.actFor(decodeURIComponent(account), authorization, JSON.parse(body));
    const id = /^\/v4\/spreadsheets\/([^/:]+)$/.exec(url.pathname)?.[1];
    if (id === undefined || request.method !== 'GET') return googleError(404, 'NOT_FOUND', 'No such method.');
    return spreadsheet(id, request, url);
  }

  /** The server that tells machines of Google Cloud about themselves. */
  function machine(request: IncomingMessage, url: URL): Answer {
    const path = url.pathname.replace('/computeMetadata/v1/instance/service-accounts/default/', '');
    if (request.headers['metadata-flavor'] !== 'Google') return { status: 403, body: {} };
    if (path === '' && url.searchParams.get('recursive') === 'true') {
      return { status: 200, body: { aliases: ['default'], email: ACCOUNT, scopes: [CLOUD_PLATFORM] } };
    }
    if (path !== 'token') return { status: 404, body: {} };
    const scopes = (url.searchParams.get('scopes') ?? '').split(',');
    return {
      status: 200,
      body: { access_token: tokens.issue(ACCOUNT, scopes), expires_in: 3599, token_type: 'Bearer' },
    };
  }

  function spreadsheet(id: string, request: IncomingMessage, url: URL): Answer {
    const found = served.get(id);
    const key = request.headers['x-goog-api-key'] ?? url.searchParams.get('key');
    const token = tokens.of(request.headers.authorization);
    if (token === null && key === null)
      return googleError(401, 'UNAUTHENTICATED', 'Request had invalid credentials.');
    if (token === null && key !== API_KEY) {
      const message = 'API key not valid. Please pass a valid API key.';
      return googleError(400, 'INVALID_ARGUMENT', message, [errorInfo('API_KEY_INVALID')]);
    }
    if (token !== null && !token.scopes.includes(READ_SHEETS)) {
      const message = 'Request had insufficient authentication scopes.';
      return googleError(403, 'PERMISSION_DENIED', message, [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT')]);
    }
    if (found === undefined) return googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    if (!found.open && !(token !== null && found.sharedWith?.includes(token.account))) {
      return googleError(403, 'PERMISSION_DENIED', 'The caller does not have permission');
    }
    if (found.office) {
      return googleError(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document');
    }
    const mask = parseMask(url.searchParams.get('fields') ?? '');
    if (mask === null) return googleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    return { status: 200, body: applyMask(found.spreadsheet, mask) };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    tokens,
    served,
    mishaps,
    seen,
    paths: () => seen.map(({ path }) => path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusal({ status = 500, echo, body }: Mishap, request: IncomingMessage, asked: string): Answer {
  if (!echo) return { status, body };
  const { authorization, 'x-goog-api-key': key } = request.headers;
  const message = [authorization, key, ...new URLSearchParams(asked).values()].filter(Boolean).join(' ');
  return googleError(status, 'TEAPOT', `You sent ${message}`);
}

/** @returns how many bytes of the body were sent */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { status, body }: Answer,
  mishap: Mishap | undefined,
): number {
  if (mishap?.hang) return 0;
  const isText = typeof body === 'string';
  const indent = url.searchParams.get('prettyPrint') === 'false' ? 0 : 2;
  const plain = Buffer.from(isText ? body : JSON.stringify(body ?? {}, null, indent));
  const packs = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = packs ? gzipSync(plain) : plain;
  response.writeHead(status, {
    'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=UTF-8',
    ...(packs ? { 'content-encoding': 'gzip' } : {}),
    ...mishap?.headers,
  });
  if (mishap?.cutAfter === undefined) {
    response.end(bytes);
    return bytes.length;
  }
  response.write(bytes.subarray(0, mishap.cutAfter), () => response.destroy());
  return mishap.cutAfter;
}
