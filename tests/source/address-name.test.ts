import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workbookName } from '../../src/source/address/file-name.ts';

const name = (disposition: string | null, address: string, final = address) =>
  workbookName(
    new Headers(disposition === null ? {} : { 'content-disposition': disposition }),
    new URL(address),
    new URL(final),
  );

test.each([
  ['attachment; filename="plan.xlsx"', 'plan.xlsx'],
  ['attachment; filename=plan.xlsx; size=3', 'plan.xlsx'],
  ['inline;FILENAME="Our \\"best\\" plan.xlsx"', 'Our "best" plan.xlsx'],
  ['attachment; filename="pl_n.xlsx"; filename*=UTF-8\'\'pl%C3%A4n.xlsx', 'plän.xlsx'],
  ["attachment; filename*=utf-8'en'our%20plan.xlsx; filename=x.xlsx", 'our plan.xlsx'],
  ["attachment; filename*=iso-8859-1''pl%E4n.xlsx", 'plän.xlsx'],
  ["attachment; filename*=UTF-8''%ff.xlsx; filename=plan.xlsx", 'plan.xlsx'],
  [`attachment; filename="${Buffer.from('计划.xlsx').toString('latin1')}"`, '计划.xlsx'],
  [`attachment; filename="${Buffer.from('plän.xlsx', 'latin1').toString('latin1')}"`, 'plän.xlsx'],
  ['attachment; filename="../../etc/plan.xlsx"', 'plan.xlsx'],
  ['attachment; filename="C:\\\\plans\\\\plan.xlsx"', 'plan.xlsx'],
  ["attachment; filename*=UTF-8''a%2Fb%00%0A%1B%5Bplan.xlsx", 'b[plan.xlsx'],
  ["attachment; filename*=UTF-8''plan%E2%80%AExslx.exe", 'planxslx.exe'],
  ['attachment; filename="plan"', 'plan'],
  ['attachment; filename=".."', 'address.xlsx'],
  ['attachment; filename=""', 'address.xlsx'],
  ['attachment', 'address.xlsx'],
  [null, 'address.xlsx'],
])('%j is called %j', (disposition, expected) => {
  expect(name(disposition, 'https://example.org/address.xlsx?a=other.xlsx')).toBe(expected);
});

test.each([
  ['https://example.org/a/My%20plan.xlsx?x=1', 'My plan.xlsx'],
  ['https://example.org/plan.xlsx;jsessionid=key.abc', 'plan.xlsx'],
  ['https://example.org/a%2Fb%2Fplan.xlsx', 'plan.xlsx'],
  ['https://example.org/%E0%plan.xlsx', '%E0%plan.xlsx'],
  ['https://ann:pw@example.org:8443/s/niKCpgZ4kWFefJM/download', 'example.org:8443'],
  ['https://acme.sharepoint.com/:x:/s/plans/EaBcDeFg?e=1', 'acme.sharepoint.com'],
  ['https://example.org/.xlsx', 'example.org'],
  ['https://example.org', 'example.org'],
])('without a word of the host, what is at %s is called %s', (address, expected) => {
  expect(name(null, address)).toBe(expected);
});

test('what came from elsewhere may be called as it is there', () => {
  expect(name(null, 'https://a.example/s/t0ken', 'https://b.example/x/plan.xlsx?k=1')).toBe('plan.xlsx');
  expect(name(null, 'https://a.example/own.xlsx', 'https://b.example/x/plan.xlsx')).toBe('own.xlsx');
});

test('long names are cut, and end as they did', () => {
  const long = name(`attachment; filename="${'p'.repeat(500)}.xlsx"`, 'https://a.example/');
  expect([...long]).toHaveLength(120);
  expect(long).toMatch(/p….xlsx$/);
});

test('no name has a path, a control character, nothing, or an ending that it did not have', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0x2fff })), (codes) => {
      const text = String.fromCharCode(...codes);
      const encoded = encodeURIComponent(text).replaceAll("'", '%27');
      const found = name(`attachment; filename*=UTF-8''${encoded}`, 'https://a.example/');
      expect(found).toMatch(/^[^/\\\p{Cc}\p{Cf}]+$/u);
      if (found.endsWith('.xlsx')) expect(text).toContain('xlsx');
    }),
  );
});
