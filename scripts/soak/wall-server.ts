import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { SECURITY_HEADERS } from '../../src/site/security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The files of a built site, by their addresses such as `/tv/`. */
export type Files = Map<string, Buffer>;

export function readFiles(folder: string): Files {
  const files: Files = new Map();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path);
    if (!statSync(file).isFile()) continue;
    files.set(`/${path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`, readFileSync(file));
  }
  return files;
}

/** The same site made from another plan: another sum, and a title by which the build can be told. */
export function rebuilt(files: Files, title: string, asOf?: string): Files {
  const sum = createHash('sha256').update(title).digest('hex');
  const build: unknown = JSON.parse(String(files.get('/build.json')));
  if (typeof build !== 'object' || build === null || !('plan' in build) || !('asOf' in build)) {
    throw new TypeError('build.json is not as expected');
  }
  const { plan, asOf: was } = build;
  const next: Files = new Map(files);
  next.set('/build.json', Buffer.from(JSON.stringify({ ...build, plan: sum, asOf: asOf ?? was })));
  for (const [path, content] of files) {
    if (!path.endsWith('/tv/')) continue;
    const text = String(content)
      .replaceAll(String(plan), sum)
      .replace(/data-as-of="[^"]*"/, `data-as-of="${asOf ?? was}"`)
      .replace(/(class="wall-title"[^>]*>)[^<]*/, `$1${title}`);
    next.set(path, Buffer.from(text));
  }
  return next;
}

/** Serves a site's files on one port of loopback, may be stopped and started, and given other files at any moment. */
export class WallServer {
  files: Files;
  /** Is told of each answer: its path and its status. */
  onAnswer: (path: string, status: number) => void = () => {};
  #server: Server | null = null;
  #port = 0;

  constructor(files: Files) {
    this.files = files;
  }

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const content = this.files.get(path);
      const tag = content && `"${createHash('sha256').update(content).digest('hex').slice(0, 24)}"`;
      const head = {
        ...SECURITY_HEADERS,
        'content-type':
          TYPES[extname(path.endsWith('/') ? 'index.html' : path)] ?? 'application/octet-stream',
        'cache-control': path.startsWith('/_assets/') ? 'max-age=31536000, immutable' : 'no-cache',
        ...(tag ? { etag: tag } : {}),
      };
      const status = content === undefined ? 404 : request.headers['if-none-match'] === tag ? 304 : 200;
      response.writeHead(status, head).end(status === 200 ? content : undefined);
      this.onAnswer(path, status);
    });
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(this.#port, 'localhost', done);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    this.#port = address.port;
    this.#server = server;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  }
}
