import { describe, expect, it } from 'vitest';
import { isWithin, Ledger, tableOf } from '../../../scripts/bars/ledger.ts';
import { brotliSize, onePerKind, samplePages } from '../../../scripts/bars/served-site.ts';
import { median } from '../../../scripts/bars/speed.ts';

describe('the ledger', () => {
  it('keeps the worst of each bar, where it was, and what is to be mended', () => {
    const ledger = new Ledger();
    ledger.add('axe', 0, '/a/');
    ledger.add('axe', 2, '/b/', 'label: <input>');
    ledger.add('axe', 1, '/c/', 'label: <select>');
    ledger.add('performance', 99, '/a/');
    ledger.add('performance', 97, '/b/');
    expect(ledger.results.map(({ worst, where, count, isKept }) => [worst, where, count, isKept])).toEqual([
      [2, '/b/', 3, false],
      [97, '/b/', 2, false],
    ]);
    expect(ledger.notes).toHaveLength(2);
    expect(ledger.notes[0]).toContain('/b/: label: <input>');
  });

  it('tells of a broken bar at once, and of no other', () => {
    const said: string[] = [];
    const ledger = new Ledger((line) => said.push(line));
    ledger.add('blocked', 0, 'sample /');
    ledger.add('blocked', 12, 'sample /tv/');
    expect(said).toEqual([expect.stringMatching(/broken: .*, 12 ms: sample \/tv\/$/)]);
  });

  it('is a table whose columns stand under one another', () => {
    const ledger = new Ledger();
    ledger.add('html', 21 * 1024, '/teams/north/');
    ledger.add('fontFiles', 2, '/');
    const [head = '', html = '', fonts = ''] = tableOf(ledger.results).split('\n');
    expect(html).toMatch(/^BROKEN .* ≤ 20\.0 KB +21\.0 KB +\/teams\/north\/$/);
    expect(fonts).toMatch(/^ok .* ≤ 2 +2 +\/$/);
    expect(html.indexOf('21.0')).toBe(head.indexOf('worst'));
  });

  it.each([
    [{ title: '', limit: 0, unit: '' }, 0, true],
    [{ title: '', limit: 0, unit: '' }, 0.001, false],
    [{ title: '', limit: 98, isLeast: true, unit: '' }, 98, true],
    [{ title: '', limit: 98, isLeast: true, unit: '' }, 97, false],
  ])('holds %j to %j: %j', (bar, value, kept) => {
    expect(isWithin(bar, value)).toBe(kept);
  });
});

describe('what is measured', () => {
  it('is the first and the last page of each kind', () => {
    const pages = [
      '/',
      '/help/',
      '/teams/a/',
      '/teams/a/timeline/',
      '/teams/b/',
      '/teams/c/',
      '/teams/c/timeline/',
    ];
    expect(samplePages(pages)).toEqual([
      '/',
      '/help/',
      '/teams/a/',
      '/teams/c/',
      '/teams/a/timeline/',
      '/teams/c/timeline/',
    ]);
  });

  it('is one wall of several languages, where one page of each kind is measured', () => {
    expect(onePerKind(['/tv/', '/tv/de/', '/tv/setup/', '/teams/a/tv/', '/teams/a/tv/de/'])).toEqual([
      '/tv/',
      '/tv/setup/',
      '/teams/a/tv/',
    ]);
  });

  it('is compressed as servers do, and the middle of several runs', () => {
    expect(brotliSize('a'.repeat(10_000))).toBeLessThan(100);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
