import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compress } from '../../scripts/publish/compress.ts';
import { writeSums } from '../../scripts/publish/content-sums.ts';
import { writeHeaders } from '../../scripts/publish/headers-file.ts';
import { filesBelow } from '../../scripts/sums.ts';
import { SECURITY_HEADERS } from '../../src/site/security-headers.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'milepost-files-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PAGE = '<p>A line that stands here many times.</p>\n'.repeat(100);

function site(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(root, name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('compressed files', () => {
  it('stand beside what gets smaller by them, and hold the same', async () => {
    const noise = Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919 + i * i * 31) & 255));
    const folder = site('packed', {
      'index.html': PAGE,
      '_assets/a.css': PAGE,
      'short.json': '{}',
      'font.woff2': PAGE,
      'noise.txt': spawnSync('head', ['-c', '400', '/dev/urandom']).stdout ?? noise,
    });
    await compress(folder, null);
    expect(filesBelow(folder).sort()).toEqual(
      [
        ...['', '.br', '.gz'].flatMap((end) => [`index.html${end}`, `_assets/a.css${end}`]),
        ...['short.json', 'font.woff2', 'noise.txt'],
      ].sort(),
    );
    expect(brotliDecompressSync(readFileSync(join(folder, 'index.html.br'))).toString()).toBe(PAGE);
    expect(gunzipSync(readFileSync(join(folder, 'index.html.gz'))).toString()).toBe(PAGE);
    expect(statSync(join(folder, 'index.html.br')).size).toBeLessThan(PAGE.length / 10);
  });

  it('are the same bytes each time, with no time and no system in them', async () => {
    const folders = ['one', 'two'].map((name) => site(name, { 'index.html': PAGE }));
    for (const folder of folders) await compress(folder, null);
    for (const end of ['br', 'gz']) {
      const [one, two] = folders.map((folder) => readFileSync(join(folder, `index.html.${end}`)));
      expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    }
    const head = readFileSync(join(root, 'one', 'index.html.gz')).subarray(4, 10);
    expect([...head]).toEqual([0, 0, 0, 0, 2, 255]);
  });

  it('are taken from a site that has the very file, and made where it has another', async () => {
    const served = site('served', {
      'a.html': PAGE,
      'a.html.br': 'taken',
      'b.html': `${PAGE} `,
      'b.html.br': 'no',
    });
    const folder = site('next', { 'a.html': PAGE, 'b.html': PAGE });
    await compress(folder, served);
    expect(readFileSync(join(folder, 'a.html.br'), 'utf8')).toBe('taken');
    expect(brotliDecompressSync(readFileSync(join(folder, 'b.html.br'))).toString()).toBe(PAGE);
  });
});

describe('the sums of contents', () => {
  it.skipIf(!existsSync('/usr/bin/sha256sum'))('are read by sha256sum, which finds what is another', () => {
    const folder = site('summed', { 'index.html': PAGE, 'teams/über uns/index.html': 'x' });
    writeSums(folder);
    const check = () =>
      spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'files.sha256'], { cwd: folder });
    expect(check().status).toBe(0);
    writeFileSync(join(folder, 'index.html'), 'another');
    expect(check().status).not.toBe(0);
  });
});

describe('the file of headers', () => {
  it('has every security header for every file, below the base, and keeps assets for a year', () => {
    const folder = site('headers', {});
    mkdirSync(folder, { recursive: true });
    writeHeaders(folder, '/plan/');
    const text = readFileSync(join(folder, '_headers'), 'utf8');
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(text).toContain(`\n  ${name}: ${value}\n`);
    expect(text).toMatch(/^\/plan\/\*\n/);
    expect(text).toContain('\n/plan/_assets/*\n  Cache-Control: public, max-age=31536000, immutable\n');
    // Two rules for one header would be sent as one.
    expect(text.match(/Cache-Control/g)).toHaveLength(1);
  });
});
