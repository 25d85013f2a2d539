import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import { readSnapshot } from '../../src/snapshot/read.ts';

let path: string;

beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'milepost-')), 'plan.json');
});

afterAll(() => {
  rmSync(join(path, '..'), { recursive: true });
});

const WHOLE = {
  version: 1,
  asOf: '2026-03-04',
  title: 'Plan',
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

function messageOf(text: string): string {
  writeFileSync(path, text);
  try {
    readSnapshot(path);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'no error';
}

test('a whole plan is read as it stands', () => {
  writeFileSync(path, JSON.stringify(WHOLE));
  expect(readSnapshot(path)).toEqual(WHOLE);
});

test('without a plan, the message says to pull', () => {
  const missing = join(path, '..', 'none.json');
  expect(() => readSnapshot(missing)).toThrow(
    `There is no pulled plan at ${missing}. Run \`npm run pull\` first.`,
  );
});

test.each([
  ['half a file', JSON.stringify(WHOLE).slice(0, 60)],
  ['an empty file', ''],
  ['no JSON', 'plan'],
])('%s is said to be no whole JSON', (_, text) => {
  expect(messageOf(text)).toBe(`The pulled plan at ${path} is not whole JSON. Run \`npm run pull\` again.`);
});

test.each([
  ['another version', { ...WHOLE, version: 2 }, 'version: '],
  ['a missing part', { ...WHOLE, teams: undefined }, 'teams: '],
  ['no day', { ...WHOLE, asOf: '2026-02-30' }, 'asOf: '],
  ['a bad value deep inside', { ...WHOLE, people: [{ id: 7 }] }, 'people.0.id: '],
  ['no object at all', [], 'its top level: '],
])('%s is said to be damaged, and where', (_, plan, where) => {
  const message = messageOf(JSON.stringify(plan));
  expect(message).toContain(`The pulled plan at ${path} is damaged or of another version (${where}`);
  expect(message).toMatch(/Run `npm run pull` again\.$/);
});
