import { expect, test } from 'vitest';
import { grouped, once, onceEach, onceText } from '../../src/site/once.ts';

test('what is asked of the same object is worked out once, also where there is nothing to find', () => {
  let asked = 0;
  const ask = once((rows: readonly string[]) => {
    asked += 1;
    return rows[0];
  });
  const rows: string[] = [];
  expect([ask(rows), ask(rows)]).toEqual([undefined, undefined]);
  expect(asked).toBe(1);
  expect(ask(['a'])).toBe('a');
});

test('another text is another question', () => {
  const rows = ['a'];
  const ask = onceEach((_: readonly string[], text: string) => ({ text }));
  expect(ask(rows, 'b')).toBe(ask(rows, 'b'));
  expect(ask(rows, 'b')).not.toBe(ask(rows, 'c'));
  expect(ask(rows, 'b')).not.toBe(ask(['a'], 'b'));
});

test('a text is asked about once', () => {
  const asked: string[] = [];
  const ask = onceText((text) => void asked.push(text));
  for (const text of ['a', '__proto__', 'a', '__proto__']) ask(text);
  expect(asked).toEqual(['a', '__proto__']);
});

test('rows keep their order within their group, and groups that of their first row', () => {
  const rows = [{ of: 'b' }, { of: null }, { of: '__proto__' }, { of: 'b' }];
  expect([...grouped(rows, ({ of }) => of)]).toEqual([
    ['b', [rows[0], rows[3]]],
    ['__proto__', [rows[2]]],
  ]);
});
