import { describe, expect, it } from 'vitest';
import { isWithin, Ledger, tableOf } from '../../../scripts/bars/ledger.ts';
import { brotliSize, samplePages } from '../../../scripts/bars/served-site.ts';
import { blockingTime, median, readTrace } from '../../../scripts/bars/speed.ts';

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

describe('blocking time', () => {
  it('is what tasks take beyond 50 ms, from the first paint on', () => {
    const tasks = [
      { start: 0, duration: 400 },
      { start: 900, duration: 49 },
      { start: 1000, duration: 130 },
    ];
    expect(blockingTime(tasks, 500)).toBe(80);
    // A task that is under way at the first paint counts from then on.
    expect(blockingTime(tasks, 300)).toBe(50 + 80);
    expect(blockingTime([], 0)).toBe(0);
  });

  it('is read from a trace: tasks of the page alone, since it began to load', () => {
    const event = (name: string, ts: number, more = {}) => ({
      name,
      ph: 'X',
      ts: ts * 1000,
      pid: 1,
      tid: 1,
      ...more,
    });
    const of = (navigationId: string) => ({ ph: 'R', args: { data: { navigationId } } });
    const events = [
      event('navigationStart', 100, of('page')),
      // Empty documents begin to load in between and afterwards.
      event('navigationStart', 150, of('empty')),
      event('firstContentfulPaint', 200, of('page')),
      event('largestContentfulPaint::Candidate', 200, { ph: 'R' }),
      event('largestContentfulPaint::Candidate', 350, { ph: 'R' }),
      event('ThreadControllerImpl::RunTask', 300, { dur: 120_000 }),
      event('ThreadControllerImpl::RunTask', 300, { dur: 900_000, tid: 2 }),
      event('ThreadControllerImpl::RunTask', 50, { dur: 40_000 }),
      event('navigationStart', 900, of('other')),
    ];
    expect(readTrace(events)).toEqual({ blocked: 70, longest: 120, largestPaint: 250 });
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

  it('is compressed as servers do, and the middle of several runs', () => {
    expect(brotliSize('a'.repeat(10_000))).toBeLessThan(100);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
