import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { PROJECT, runCommand } from './run.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** A site built by the project's own command, served on loopback. */
export interface BuiltSite {
  readonly folder: string;
  readonly origin: string;
  /** Addresses of all its pages, such as `/teams/north/`. */
  readonly pages: readonly string[];
  read(path: string): string;
  close(): Promise<void>;
}

/** What the history of a site that is built knows; where nothing is said, the plan is pulled for the first time. */
export interface Past {
  readonly keepSampleHistory?: boolean;
  /** The arguments of a pull into the same folder before the build. */
  readonly earlier?: readonly string[];
}

/** Builds and serves the site of a plan. Throws with what the command said where it cannot be built. */
export async function buildSite(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { keepSampleHistory = false, earlier }: Past = {},
): Promise<BuiltSite> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-site-'));
  if (keepSampleHistory)
    cpSync(join(PROJECT, 'data', 'history'), join(root, 'data', 'history'), { recursive: true });
  if (earlier !== undefined) {
    const pulled = await runCommand('pull', [...earlier, '--data', join(root, 'data')], { env });
    if (pulled.code !== 0) throw new Error(pulled.stderr);
  }
  const folder = join(root, 'dist');
  const { code, stderr } = await runCommand(
    'build',
    [...args, '--data', join(root, 'data'), '--out', folder],
    { env },
  );
  if (code !== 0) throw new Error(stderr);
  const server = await serve(folder);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    folder,
    origin: `http://localhost:${address.port}`,
    pages: readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('index.html'))
      .map((path) => `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
      .sort(),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    async close() {
      await new Promise((done) => server.close(done));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = existsSync(file) && extname(file) !== '';
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[extname(file)] ?? 'text/html; charset=utf-8',
    });
    response.end(readFileSync(found ? file : join(folder, '404.html')));
  });
  return new Promise((done) => server.listen(0, 'localhost', () => done(server)));
}

/** The browser that `npm test` found; running a test file by itself, the one that is on the path of Debian. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.MILEPOST_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}
