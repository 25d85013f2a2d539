import { describe, expect, it } from 'vitest';
import { kindOfSource } from '../../src/source/locate.ts';
import { openSource } from '../../src/source/open.ts';
import type { SourceContext } from '../../src/source/opened.ts';

const ID = '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms';
const none = () => false;

describe('what a source names', () => {
  it.each([
    ['plan.xlsx', 'excel file'],
    ['../plans/plan 2026.xlsm', 'excel file'],
    ['C:\\plans\\plan.xlsx', 'excel file'],
    ['file:///plans/plan.xlsx', 'excel file'],
    [`${ID}.xlsx`, 'excel file'],
    [`plans/${ID}`, 'excel file'],
    [ID, 'google'],
    [` ${ID}\n`, 'google'],
    [`https://docs.google.com/spreadsheets/d/${ID}/edit?gid=0#gid=0`, 'google'],
    [`https://docs.google.com/a/example.com/spreadsheets/d/${ID}`, 'google'],
    [`docs.google.com/spreadsheets/d/${ID}`, 'google'],
    [`https://docs.google.com/spreadsheets/d/${ID}/export?format=xlsx`, 'address'],
    ['https://docs.google.com/spreadsheets/d/e/2PACX-1/pub?output=xlsx', 'address'],
    ['https://example.com/plan.xlsx', 'address'],
    ['https://example.com/?from=docs.google.com/spreadsheets/', 'address'],
    ['https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml', 'address'],
    ['HTTP://EXAMPLE.COM/PLAN.XLSX', 'address'],
    ['ftp://example.com/plan.xlsx', 'address'],
    ['FILE:///plans/plan.xlsx', 'excel file'],
  ])('%s', (text, kind) => {
    expect(kindOfSource(text, none)).toBe(kind);
  });

  it('a file of that name comes before an ID', () => {
    expect(kindOfSource(ID, (path) => path === ID)).toBe('excel file');
  });
});

const CONTEXT: SourceContext = {
  env: {},
  kept: null,
  progress: () => {},
  time: { now: () => 0, sleep: async () => {}, random: () => 0 },
};

describe('opening', () => {
  it('a path or a file address is read from the disk', async () => {
    await expect(openSource('file:///no/such/plan.xlsx', CONTEXT)).rejects.toMatchObject({
      code: 'no-such-file',
      what: 'There is no file “/no/such/plan.xlsx”.',
    });
  });
});
