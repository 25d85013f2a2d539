import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putRelease } from '../../scripts/publish/release.ts';
import { prune, readReleases } from '../../scripts/publish/releases.ts';
import { SECURITY_HEADERS } from '../../src/site/security-headers.ts';
import { findOrInstallNginx, type RunningNginx, runNginx } from '../helpers/nginx.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const DOC = readFileSync(join(PROJECT, '.github/HOSTING.md'), 'utf8');
const NGINX = findOrInstallNginx();
const ANALYZE = '/usr/bin/systemd-analyze';

/** The blocks of a language in the docs of an own server. */
function blocks(language: string): string[] {
  const part = DOC.slice(DOC.indexOf('\n## Your own server\n'), DOC.indexOf('\n## Object stores\n'));
  return [...part.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, of, text = '']) =>
    of === language ? [text] : [],
  );
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-server-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Unlike fetch, it hands over what the server sent as it is. */
function get(origin: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(new URL(path, origin), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}

function siteOf(root: string): string {
  const [text = ''] = blocks('nginx');
  return text.replace('/srv/www/plan', root);
}

describe('the docs of an own server', () => {
  it('send every security header, with nginx and with Caddy', () => {
    const [nginx = ''] = blocks('nginx');
    const [caddy = ''] = blocks('caddy');
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(nginx).toContain(`    add_header ${name} "${value}" always;\n`);
      expect(caddy).toContain(`\t\t${name} "${value}"\n`);
    }
  });

  it.skipIf(!existsSync(ANALYZE))('have units that systemd understands', () => {
    const [service = '', timer = ''] = blocks('ini');
    const here = (text: string) =>
      text.replace(/^ExecStart=\S+/m, 'ExecStart=/bin/true').replace(/^User=.*\n/m, '');
    writeFileSync(join(folder, 'milepost.service'), here(service));
    writeFileSync(join(folder, 'milepost.timer'), timer);
    const units = ['milepost.service', 'milepost.timer'].map((name) => join(folder, name));
    const { status, stderr } = spawnSync(ANALYZE, ['verify', ...units], { encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => line.includes('milepost.'))).toEqual([]);
    expect(status).toBe(0);
    const [, calendar = ''] = /^OnCalendar=(.*)$/m.exec(timer) ?? [];
    expect(spawnSync(ANALYZE, ['calendar', calendar]).status).toBe(0);
  });
});

describe.skipIf(NGINX === null)('nginx, as the docs set it up', () => {
  let nginx: RunningNginx;
  let root = '';

  const publish = async (title: string) => {
    const plan = await writeWorkbook(folder, 'plan.xlsx', {
      ...SMALL_PLAN,
      Settings: [
        ['Setting', 'Value'],
        ['Title', title],
      ],
    });
    const args = ['--to', root, '--data', join(folder, 'data'), '--source', plan, '--as-of', '2026-06-17'];
    const { code, stderr } = await runCommand('publish', args);
    if (code !== 0) throw new Error(stderr);
  };

  beforeAll(async () => {
    root = join(folder, 'www');
    await publish('Plan A');
    nginx = await runNginx(NGINX ?? '', join(folder, 'nginx'), siteOf(root));
  });
  afterAll(() => nginx.stop());

  const asset = async () =>
    /_assets\/Page\.[\w-]+\.css/.exec(String((await get(nginx.origin, '/')).body))?.[0] ?? '';

  it('sends types, security headers, and who may keep what for how long', async () => {
    const wanted: [string, string, string][] = [
      ['/', 'text/html; charset=utf-8', 'no-cache'],
      ['/teams/north/', 'text/html; charset=utf-8', 'no-cache'],
      [`/${await asset()}`, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['/build.json', 'application/json', 'no-cache'],
      ['/theme.js', 'text/javascript; charset=utf-8', 'no-cache'],
      ['/calendar.ics', 'text/calendar; charset=utf-8', 'no-cache'],
      ['/actions.csv', 'text/csv; charset=utf-8', 'no-cache'],
      ['/changes.xml', 'application/atom+xml', 'no-cache'],
      ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
      ['/icon.svg', 'image/svg+xml', 'no-cache'],
    ];
    for (const [path, type, cache] of wanted) {
      const { status, headers } = await get(nginx.origin, path);
      expect([path, status, headers['content-type'], headers['cache-control']]).toEqual([
        path,
        200,
        type,
        cache,
      ]);
      for (const [name, value] of Object.entries(SECURITY_HEADERS))
        expect(headers[name.toLowerCase()]).toBe(value);
    }
  });

  it('answers what a reader has already by 304, with a tag for each way of packing', async () => {
    for (const coding of ['identity', 'gzip']) {
      const first = await get(nginx.origin, '/', { 'accept-encoding': coding });
      const tag = String(first.headers.etag);
      const again = await get(nginx.origin, '/', { 'accept-encoding': coding, 'if-none-match': tag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers['cache-control']).toBe('no-cache');
      const other = coding === 'gzip' ? 'identity' : 'gzip';
      const unpacked = await get(nginx.origin, '/', { 'accept-encoding': other, 'if-none-match': tag });
      expect(unpacked.status).toBe(200);
    }
  });

  it('sends the packed file to who takes it', async () => {
    const plain = await get(nginx.origin, '/');
    const packed = await get(nginx.origin, '/', { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/html; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.equals(readFileSync(join(root, 'current/index.html.gz')))).toBe(true);
  });

  it('shows the page of the site where there is none, and keeps nothing of it', async () => {
    for (const path of ['/nowhere/', '/_assets/nothing.js']) {
      const { status, headers, body } = await get(nginx.origin, path);
      expect(status).toBe(404);
      expect(String(body)).toBe(readFileSync(join(root, 'current/404.html'), 'utf8'));
      expect(headers['content-security-policy']).toBe(SECURITY_HEADERS['Content-Security-Policy']);
      expect(headers['cache-control']).toBeUndefined();
    }
    const { status, headers } = await get(nginx.origin, '/teams/north');
    expect([status, headers.location]).toEqual([301, '/teams/north/']);
  });

  it('serves the next release without being told, and 304s for what did not change', async () => {
    const css = `/${await asset()}`;
    const tagOf = async (path: string) => String((await get(nginx.origin, path)).headers.etag);
    const [page, style] = [await tagOf('/'), await tagOf(css)];
    await publish('Plan B');
    const next = await get(nginx.origin, '/', { 'if-none-match': page });
    expect(next.status).toBe(200);
    expect(String(next.body)).toContain('Plan B');
    expect((await get(nginx.origin, css, { 'if-none-match': style })).status).toBe(304);
  });
});

describe.skipIf(NGINX === null)('a switch under load', () => {
  const PAGES = ['', 'teams/north/', 'tv/'];

  /** A site whose pages name styles and scripts of their own. */
  async function makeSite(site: string, number: number): Promise<void> {
    const assets = ['a', 'b', 'c'].map((name) => `_assets/${name}.${number}.js`);
    const html = `<title>${number}</title>${assets.map((file) => `<script src="/${file}"></script>`).join('')}</html>`;
    const files = [
      ...assets.map((file) => [file, String(number)]),
      ...PAGES.map((page) => [`${page}index.html`, html]),
    ];
    const build = JSON.stringify({ asOf: '2026-06-17', plan: String(number) });
    for (const [path = '', text = ''] of [...files, ['build.json', build], ['404.html', '404']]) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    }
  }

  it('never shows a reader parts of two releases, nor nothing', async () => {
    const root = join(folder, 'www-load');
    mkdirSync(root);
    const put = async (number: number) => {
      await putRelease(readReleases(root), String(number), (site) => makeSite(site, number));
      prune(readReleases(root), 2);
    };
    await put(1);
    const nginx = await runNginx(NGINX ?? '', join(folder, 'nginx-load'), siteOf(root));
    let isOver = false;
    const seen = new Set<string>();
    const faults: string[] = [];
    const read = async () => {
      while (!isOver) {
        for (const path of PAGES) {
          const page = await get(nginx.origin, `/${path}`);
          const html = String(page.body);
          const [, number = 'none'] = /<title>(\d+)<\/title>/.exec(html) ?? [];
          seen.add(number);
          if (page.status !== 200 || !html.endsWith('</html>'))
            faults.push(`${path}: ${page.status} ${html}`);
          for (const [, file = ''] of html.matchAll(/src="([^"]+)"/g)) {
            // As over a slow line: two releases may have come by then.
            await sleep(Math.random() * 30);
            const asset = await get(nginx.origin, file);
            if (asset.status !== 200 || String(asset.body) !== number)
              faults.push(`${path} of ${number}: ${file}`);
          }
        }
      }
    };
    const readers = Array.from({ length: 8 }, read);
    for (let number = 2; number <= 40; number += 1) await put(number);
    isOver = true;
    await Promise.all(readers);
    await nginx.stop();
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(5);
  });
});
