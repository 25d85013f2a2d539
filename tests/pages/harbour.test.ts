import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../helpers/run.ts';
import { type BuiltSite, buildSite } from '../helpers/site.ts';

const CASE = join(PROJECT, 'tests/cases/harbour');
const DIGITS = 9;

/** What is expected, with every number as one that may differ in its last binary digits only. */
function nearly(expected: unknown): unknown {
  if (typeof expected === 'number') return expect.closeTo(expected, DIGITS);
  if (Array.isArray(expected)) return expected.map(nearly);
  if (typeof expected !== 'object' || expected === null) return expected;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, nearly(value)])),
  );
}

describe('a plan made in LibreOffice and worked out by hand', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite([join(CASE, 'harbour.xlsx'), '--as-of', '2026-06-17']);
  });
  afterAll(() => site.close());

  it('has the published figures that were worked out', () => {
    const expected: unknown = JSON.parse(readFileSync(join(CASE, 'expected.json'), 'utf8'));
    expect(JSON.parse(site.read('plan.json'))).toEqual(nearly(expected));
  });

  it('shows them on the overview and on the scorecard', () => {
    const text = (path: string) =>
      site
        .read(path)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ');
    expect(text('index.html')).toContain('Harbour is at risk');
    expect(text('index.html')).toContain('52% done, 69% expected');
    const team = text('teams/harbour/index.html');
    for (const shown of ['52% done, 69% expected', '44% done, 66% expected', '69% done, 77% expected']) {
      expect(team).toContain(shown);
    }
    expect(team).toContain('33% of promises kept');
    expect(team).toContain('1 kept, 1 late, 1 missed');
  });
});
