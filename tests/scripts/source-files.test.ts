import { expect, test } from 'vitest';
import { shownSource, sourceFiles } from '../../scripts/source-files.ts';

test.each([
  ['plan.xlsx', 'plan.xlsx'],
  ['https://user:pass@example.com/a/plan.xlsx?sig=secret#x', 'https://example.com/…/plan.xlsx'],
  ['https://cloud.example.org/s/SecretToken', 'https://cloud.example.org/…'],
  ['https://acme.sharepoint.com/:x:/s/team/SecretKey?e=abc', 'https://acme.sharepoint.com/…'],
  ['https://exa mple/', 'an address'],
])('of %s a log may show %s', (source, shown) => {
  expect(shownSource(source)).toBe(shown);
});

test('a source that is no file has no path, and no secret in its name', () => {
  expect(sourceFiles(['a/plan.xlsx', 'https://example.com/s/Secret'], '/home/me')).toEqual([
    { name: 'plan.xlsx', path: '/home/me/a/plan.xlsx' },
    { name: 'https://example.com/…', path: null },
  ]);
});
