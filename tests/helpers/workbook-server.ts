import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Certificate } from './certificate.ts';

/** One answer; what is left out is as a good host does it. */
export interface Reply {
  /** 200 with the workbook, unless the request holds a validator of it. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: Uint8Array | string;
  /** Packs the body, and says so. */
  readonly gzip?: boolean;
  /** Says another length than the body has. */
  readonly contentLength?: number;
  /** Breaks the connection after so many bytes of the body. */
  readonly cutAfter?: number;
  /** Sends the first byte of the body, and never the next. */
  readonly drip?: boolean;
  /** Never answers. */
  readonly silent?: boolean;
}

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** A host on loopback that gives out a workbook, and speaks plain HTTP/1.1. */
export interface WorkbookServer {
  /** Its address by `127.0.0.1`, which counts as another host than `localhost`. */
  readonly root: string;
  readonly rootByName: string;
  readonly received: readonly Received[];
  /** What to answer to the next requests, in turn; then the workbook again. */
  reply(...replies: readonly Reply[]): void;
  /** What to answer to each request for a path, whenever it comes. */
  replyAt(path: string, reply: Reply): void;
  /** Puts another workbook there, with a validator of its own. */
  store(workbook: Uint8Array): void;
  close(): Promise<void>;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function startWorkbookServer(
  workbook: Uint8Array,
  certificate?: Certificate,
): Promise<WorkbookServer> {
  let stored = workbook;
  let version = 1;
  const replies: Reply[] = [];
  const byPath = new Map<string, Reply>();
  const received: Received[] = [];

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    received.push({ path, headers: request.headers });
    const reply = byPath.get(path) ?? replies.shift() ?? {};
    const validators = {
      etag: `"v${version}"`,
      'last-modified': new Date(Date.UTC(2026, 0, version)).toUTCString(),
    };
    if (reply.status === undefined && reply.body === undefined && isCurrent(request, validators)) {
      response.writeHead(304, { ...validators, ...reply.headers }).end();
      return;
    }
    const usual = reply.status === undefined && reply.body === undefined;
    answer(response, reply, usual ? { 'content-type': TYPE, ...validators } : {}, usual ? stored : '');
  };
  const server =
    certificate === undefined ? createServer(listener) : createSecureServer({ ...certificate }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  const scheme = certificate === undefined ? 'http' : 'https';
  return {
    root: `${scheme}://127.0.0.1:${port}`,
    rootByName: `${scheme}://localhost:${port}`,
    received,
    reply: (...next) => void replies.push(...next),
    replyAt: (path, reply) => void byPath.set(path, reply),
    store(next) {
      stored = next;
      version++;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** True where a request holds a validator of the workbook as it is; If-None-Match counts before the date (RFC 9110, 13.2.2). */
function isCurrent(request: IncomingMessage, validators: { etag: string; 'last-modified': string }): boolean {
  const known = request.headers['if-none-match'];
  if (known !== undefined) return known.replace(/^W\//, '') === validators.etag;
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return since >= Date.parse(validators['last-modified']);
}

function answer(
  response: ServerResponse,
  reply: Reply,
  headers: Readonly<Record<string, string>>,
  usual: Uint8Array | string,
): void {
  if (reply.silent === true) return;
  const plain = Buffer.from(reply.body ?? usual);
  const body = reply.gzip === true ? gzipSync(plain) : plain;
  response.writeHead(reply.status ?? 200, {
    ...headers,
    ...(reply.gzip === true ? { 'content-encoding': 'gzip' } : {}),
    'content-length': String(reply.contentLength ?? body.length),
    ...reply.headers,
  } as Record<string, string | string[]>); // Node takes lists of values as well, and changes none.
  if (reply.drip === true) {
    response.write(body.subarray(0, 1));
  } else if (reply.cutAfter !== undefined) {
    response.write(body.subarray(0, reply.cutAfter), () => response.destroy());
  } else {
    response.end(body);
  }
}
