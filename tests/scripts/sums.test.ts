import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteSum } from '../../scripts/built.ts';
import { writeSums } from '../../scripts/publish/content-sums.ts';
import { FileSums } from '../../scripts/sums.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-sums-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

function site(name: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, 'teams'), { recursive: true });
  writeFileSync(join(path, 'index.html'), 'first');
  writeFileSync(join(path, 'teams', 'index.html'), 'second');
  return path;
}

describe('sums of files that are needed twice', () => {
  it('are of what is in them, and taken once, also where their folder was moved', () => {
    const sums = new FileSums();
    const before = site('before');
    const first = sums.of(join(before, 'index.html'));
    expect(first.toString('hex')).toBe(sha('first'));
    const after = join(folder, 'after');
    renameSync(before, after);
    // The very same, so that it was not read again.
    expect(sums.of(join(after, 'index.html'))).toBe(first);
  });

  it('are taken again of a file that was written since, though it is as long and as old', () => {
    const sums = new FileSums();
    const path = join(site('written'), 'index.html');
    const then = new Date('2026-06-17T09:00:00Z');
    utimesSync(path, then, then);
    sums.of(path);
    writeFileSync(path, 'other');
    utimesSync(path, then, then);
    expect(sums.of(path).toString('hex')).toBe(sha('other'));
  });

  it('tell two files apart that hold the same or stand in one place', () => {
    const sums = new FileSums();
    const path = site('apart');
    writeFileSync(join(path, 'twin.html'), 'first');
    expect(sums.of(join(path, 'twin.html'))).toEqual(sums.of(join(path, 'index.html')));
    renameSync(join(path, 'teams', 'index.html'), join(path, 'twin.html'));
    expect(sums.of(join(path, 'twin.html')).toString('hex')).toBe(sha('second'));
  });

  it('make the sum of a site what it is without them, also where a file was changed meanwhile', () => {
    const sums = new FileSums();
    const path = site('whole');
    writeSums(path, sums);
    expect(siteSum(path, sums)).toBe(siteSum(path));
    const before = siteSum(path);
    writeFileSync(join(path, 'teams', 'index.html'), 'changed');
    expect(siteSum(path, sums)).toBe(siteSum(path));
    expect(siteSum(path, sums)).not.toBe(before);
  });
});
