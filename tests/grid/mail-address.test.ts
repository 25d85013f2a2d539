import { expect, test } from 'vitest';
import { holdsMailAddress, withoutMailAddresses } from '../../src/grid/mail-address.ts';

test.each([
  ['write to ann.lee@example.com today', 'write to ann.lee today'],
  ['<bo@a.example>,cy+x@b.example.org.', '<bo>,cy+x.'],
  ['mailto:ann@example.com', 'ann'],
  ['jörg@müller-söhne.de', 'jörg'],
  ['ann＠example.com', 'ann'],
  ['a@b.example@c.example', 'a'],
])('%j is published as %j', (text, shown) => {
  expect(withoutMailAddresses(text)).toBe(shown);
});

test.each(['5 crates @ 10.50', 'follow @ann', 'ann@desk', '2@10.5', 'https://x.example/@52.1,4.3', ''])(
  '%j is no address, and stays',
  (text) => expect(withoutMailAddresses(text)).toBe(text),
);

test('a long text without an end takes no longer than it should', () => {
  const long = 'a'.repeat(1_000_000);
  expect(withoutMailAddresses(`${long}@${long}`)).toHaveLength(2_000_001);
});

test.each([
  ['mailto:ann@example.com', true],
  ['https://example.com/?to=ann%40example.com', true],
  ['https://ann@example.com/', true],
  ['https://example.com/%E0%A4%A?to=ann%40example.com', true],
  ['https://example.com/@ann/', false],
  ['https://example.com/a?b=c', false],
])('the link %s holds an address: %s', (link, holds) => {
  expect(holdsMailAddress(link)).toBe(holds);
});
