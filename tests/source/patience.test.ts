import { expect, test } from 'vitest';
import { type Patience, patiently, type Retry, retryAfter, type Time } from '../../src/source/patience.ts';

const PATIENCE: Patience = { total: 60_000, request: 1_000, firstWait: 1_000, longestWait: 8_000 };

/** A clock that only sleeping moves, and how long each sleep was. */
function clock(random = 0.5): { time: Time; waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    now += milliseconds;
  };
  return { time: { now: () => now, sleep, random: () => random }, waits };
}

/** Fails a number of times, then answers. */
function failing(times: number): () => Promise<string> {
  let left = times;
  return async () => {
    if (left-- > 0) throw new Error('busy');
    return 'answer';
  };
}

const again = (after: number | null) => (): Retry => ({ after });

test('waits a random part of a span that doubles up to a limit', async () => {
  const { time, waits } = clock(0.5);
  expect(await patiently(failing(6), again(null), PATIENCE, time)).toBe('answer');
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000]);
});

test('waits at least as long as it is asked to', async () => {
  const { time, waits } = clock(0.5);
  await patiently(failing(2), again(30_000), { ...PATIENCE, total: 90_000 }, time);
  expect(waits).toEqual([30_000, 30_000]);
});

test('throws the last failure when the time is up, without a wait that leads nowhere', async () => {
  const { time, waits } = clock(1);
  await expect(patiently(failing(100), again(null), PATIENCE, time)).rejects.toThrow('busy');
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(PATIENCE.total);
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000, 8_000, 8_000]);
});

test('does not try again what is no use', async () => {
  const { time, waits } = clock();
  await expect(patiently(failing(1), () => null, PATIENCE, time)).rejects.toThrow('busy');
  expect(waits).toEqual([]);
});

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
  ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['', null],
  [null, null],
  [undefined, null],
])('Retry-After %j is %j', (header, wait) => {
  expect(retryAfter(header, Date.parse('2026-10-21T07:28:00Z'))).toBe(wait);
});
