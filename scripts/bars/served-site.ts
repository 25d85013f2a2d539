import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { SECURITY_HEADERS } from '../../src/site/security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.svg', '.webmanifest', '.txt']);

/** A built site, served on loopback as a good server would: compressed, and under a strict policy. */
export interface ServedSite {
  /** As the table names it. */
  readonly name: string;
  readonly folder: string;
  readonly origin: string;
  /** Paths of all pages, such as `/teams/north/`. */
  readonly pages: readonly string[];
  read(path: string): string;
  /** The address of a page as it would be without its scripts. */
  scriptless(path: string): string;
  close(): Promise<void>;
}

/** Serves the files of a folder. */
export async function serveSite(name: string, folder: string): Promise<ServedSite> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    const wanted = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const isFound = wanted.startsWith(folder) && existsSync(wanted) && extname(wanted) !== '';
    const file = isFound ? wanted : join(folder, '404.html');
    const type = extname(file);
    const isScriptless = type === '.html' && search === SCRIPTLESS;
    const isPacked = COMPRESSED.has(type) && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(isFound ? 200 : 404, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      ...SECURITY_HEADERS,
      'cache-control': 'max-age=600',
      ...(isPacked ? { 'content-encoding': 'br' } : {}),
    });
    const content = () =>
      isScriptless ? Buffer.from(withoutScripts(readFileSync(file, 'utf8'))) : readFileSync(file);
    response.end(isPacked ? pack(file + (isScriptless ? SCRIPTLESS : ''), content, packed) : content());
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    name,
    folder,
    origin: `http://localhost:${address.port}`,
    pages: readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('index.html'))
      .map((path) => `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
      .sort(),
    scriptless: (path) => `http://localhost:${address.port}${path}${SCRIPTLESS}`,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function pack(key: string, content: () => Buffer, packed: Map<string, Buffer>): Buffer {
  const known = packed.get(key) ?? brotliCompressSync(content());
  packed.set(key, known);
  return known;
}

/** The query by which the server leaves out a page's scripts. */
const SCRIPTLESS = '?scriptless';

/** A page's HTML without its scripts, and without what fetches them ahead. */
export function withoutScripts(html: string): string {
  return html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link\b[^>]*\brel="modulepreload"[^>]*>/g, '');
}

/** How many bytes a text or a file has when it is compressed with brotli. */
export function brotliSize(content: string | Buffer): number {
  return brotliCompressSync(content).length;
}

/** Of many pages of one kind, the first and the last stand for the rest. */
export function samplePages(pages: readonly string[]): string[] {
  return [...new Set(kindsOf(pages).flatMap((of) => [of[0] ?? '', of.at(-1) ?? '']))].filter(Boolean);
}

/** Of many pages of one kind, the first. */
export function onePerKind(pages: readonly string[]): string[] {
  return kindsOf(pages).flatMap((of) => of.slice(0, 1));
}

function kindsOf(pages: readonly string[]): string[][] {
  const kinds = new Map<string, string[]>();
  for (const page of pages) {
    const kind = page
      .replace(/^(\/(?:teams|goals|people|customers|review)\/)[^/]+\//, '$1*/')
      // A wall in another language.
      .replace(/\/tv\/[a-z]{2}\/$/, '/tv/');
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  return [...kinds.values()];
}
