import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import { PLAN_VERSION } from '../../src/snapshot/published.ts';
import { readSnapshot } from '../../src/snapshot/read.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { writeSnapshot } from '../../src/snapshot/write.ts';

/** Calls of the file system that are to fail, by name. */
const failing = vi.hoisted(() => new Set<string>());

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    writeFileSync(...args: Parameters<typeof real.writeFileSync>) {
      if (failing.has('write') && typeof args[0] === 'number') {
        real.writeFileSync(args[0], '{"version": 1, "as');
        throw new Error('ENOSPC: no space left');
      }
      real.writeFileSync(...args);
    },
    renameSync(...args: Parameters<typeof real.renameSync>) {
      if (failing.has('rename')) throw new Error('EACCES: permission denied');
      real.renameSync(...args);
    },
  };
});

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-'));
  path = join(folder, 'plan.json');
});

afterEach(() => {
  failing.clear();
  rmSync(folder, { recursive: true });
});

function emptyPlan(title: string): Snapshot {
  return {
    version: PLAN_VERSION,
    asOf: '2026-03-04',
    title,
    source: 'plan.xlsx',
    sources: [],
    settings: DEFAULT_SETTINGS,
    problems: [],
    teams: [],
    people: [],
    customers: [],
    updates: [],
    ...NO_PAST,
    freshUntil: null,
    leftOut: 0,
  };
}

test('what is written is what is read, and nothing stays beside it', () => {
  writeSnapshot(path, emptyPlan('First'));
  writeSnapshot(path, emptyPlan('Second'));
  expect(readSnapshot(path)).toEqual(emptyPlan('Second'));
  expect(readdirSync(folder)).toEqual(['plan.json']);
});

test('the same plan gives the same bytes', () => {
  writeSnapshot(path, emptyPlan('Plan'));
  const before = readFileSync(path);
  writeSnapshot(path, emptyPlan('Plan'));
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each(['write', 'rename'])('a %s that fails leaves the old plan whole and nothing beside it', (call) => {
  writeSnapshot(path, emptyPlan('Old'));
  const before = readFileSync(path, 'utf8');
  failing.add(call);
  expect(() => writeSnapshot(path, emptyPlan('New'))).toThrow(/ENOSPC|EACCES/);
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['plan.json']);
});

test.each(['write', 'rename'])('a first %s that fails leaves nothing at all', (call) => {
  failing.add(call);
  expect(() => writeSnapshot(path, emptyPlan('New'))).toThrow(/ENOSPC|EACCES/);
  expect(readdirSync(folder)).toEqual([]);
});

test('a plan that breaks its own schema is not written', () => {
  writeSnapshot(path, emptyPlan('Old'));
  const before = readFileSync(path, 'utf8');
  expect(() => writeSnapshot(path, { ...emptyPlan('New'), asOf: '2026-02-30' })).toThrow();
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['plan.json']);
});

test('a folder in the place of the plan is left as it was', () => {
  mkdirSync(path);
  writeFileSync(join(path, 'kept.txt'), 'kept');
  expect(() => writeSnapshot(path, emptyPlan('New'))).toThrow();
  expect(readdirSync(folder)).toEqual(['plan.json']);
  expect(readdirSync(path)).toEqual(['kept.txt']);
});
