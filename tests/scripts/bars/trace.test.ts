import fc from 'fast-check';
import { Metrics } from 'lighthouse/core/lib/lantern/lantern.js';
import { describe, expect, it } from 'vitest';
import { withoutScripts } from '../../../scripts/bars/served-site.ts';
import { blockingTime, longestTask, readTrace, type Task } from '../../../scripts/bars/trace.ts';

describe('blocking time', () => {
  const tasks = [
    { start: 0, duration: 400 },
    { start: 900, duration: 49 },
    { start: 1000, duration: 130 },
  ];

  it('is what tasks take beyond 50 ms, from the first paint on', () => {
    expect(blockingTime(tasks, 500)).toBe(80);
    // A task that is under way at the first paint counts from then on.
    expect(blockingTime(tasks, 300)).toBe(50 + 80);
    expect(blockingTime(tasks, 360)).toBe(80);
    expect(blockingTime([], 0)).toBe(0);
  });

  it('is what Lighthouse takes for it, whatever the tasks', () => {
    const ms = { min: 0, max: 400 };
    const some = fc.array(fc.record({ apart: fc.integer(ms), duration: fc.integer(ms) }));
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 3000 }), (steps, firstPaint) => {
        let end = 0;
        const all = steps.map(({ apart, duration }): Task => {
          const start = end + apart;
          end = start + duration;
          return { start, duration };
        });
        const events = all.map(({ start, duration }) => ({ start, duration, end: start + duration }));
        expect(blockingTime(all, firstPaint)).toBe(
          Metrics.TBTUtils.calculateSumOfBlockingTime(events, firstPaint, Number.POSITIVE_INFINITY),
        );
      }),
    );
  });

  it('has a longest task, of those that end after the first paint', () => {
    expect(longestTask(tasks, 399)).toBe(400);
    expect(longestTask(tasks, 400)).toBe(130);
    expect(longestTask([], 0)).toBe(0);
  });
});

describe('a trace', () => {
  const event = (name: string, ts: number, more = {}) => ({
    name,
    ph: 'X',
    ts: ts * 1000,
    pid: 1,
    tid: 1,
    ...more,
  });
  const of = (navigationId: string) => ({ ph: 'R', args: { data: { navigationId } } });
  const task = (ts: number, ms: number, more = {}) =>
    event('ThreadControllerImpl::RunTask', ts, { dur: ms * 1000, ...more });

  it('is read for tasks and paints of the page alone, since it began to load', () => {
    const events = [
      event('navigationStart', 100, of('page')),
      // Empty documents begin to load in between and afterwards.
      event('navigationStart', 150, of('empty')),
      event('firstContentfulPaint', 200, of('page')),
      event('largestContentfulPaint::Candidate', 200, { ph: 'R' }),
      event('largestContentfulPaint::Candidate', 250, { ph: 'R', pid: 2 }),
      event('largestContentfulPaint::Candidate', 350, { ph: 'R' }),
      task(300, 120),
      task(300, 900, { tid: 2 }),
      task(50, 40),
      event('navigationStart', 900, of('other')),
    ];
    expect(readTrace(events)).toEqual({
      tasks: [{ start: 200, duration: 120 }],
      firstPaint: 100,
      largestPaints: [100, 250],
    });
  });

  it('counts no moment twice where a task is reported within another', () => {
    const start = [event('navigationStart', 0, of('a')), event('firstContentfulPaint', 10, of('a'))];
    expect(readTrace([...start, task(130, 20), task(100, 200)])?.tasks).toEqual([
      { start: 100, duration: 30 },
      { start: 130, duration: 20 },
    ]);
  });

  it('of a page that paints nothing says nothing', () => {
    expect(readTrace([event('navigationStart', 0, of('a')), task(0, 100)])).toBeNull();
  });
});

it('measures beside the page without its scripts and what fetches them', () => {
  const html =
    '<head><link rel="modulepreload" href="/a.js"><script async src="/a.js"></script></head><p>A</p><script>\nb();\n</script>';
  expect(withoutScripts(html)).toBe('<head></head><p>A</p>');
});
