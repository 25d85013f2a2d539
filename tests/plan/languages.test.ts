import { describe, expect, test } from 'vitest';
import { MORE_LANGUAGES } from '../../src/grid/locale.ts';
import { SHEET_KINDS, SHEETS } from '../../src/plan/columns.ts';
import { LANGUAGES } from '../../src/plan/languages.ts';
import { comparable } from '../../src/plan/name.ts';
import { SETTING_NAMES } from '../../src/plan/settings.ts';

/** Each word with all that it stands for, as far as it stands for more than one thing. */
function contested(pairs: Iterable<readonly [string, string]>): [string, string[]][] {
  const meanings = new Map<string, Set<string>>();
  for (const [word, meaning] of pairs) {
    const key = comparable(word);
    meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
  }
  return [...meanings].flatMap(([word, found]) => (found.size > 1 ? [[word, [...found].sort()]] : []));
}

describe.each(SHEET_KINDS)('the headers of %s', (kind) => {
  const { columns } = SHEETS[kind];

  test('mean one field each, over English and all languages together', () => {
    const english = columns.flatMap(({ field, names }) => names.map((name) => [name, field] as const));
    const others = LANGUAGES.flatMap(({ headers }) =>
      Object.entries(headers[kind] ?? {}).flatMap(([field, names]) =>
        names.map((name) => [name, field] as const),
      ),
    );
    expect(contested([...english, ...others])).toEqual([]);
  });

  test.each(LANGUAGES)('are of known fields, and every needed one has a name: $tag', ({ headers }) => {
    const named = headers[kind] ?? {};
    const fields = columns.map(({ field }) => field);
    expect(Object.keys(named).filter((field) => !fields.includes(field))).toEqual([]);
    const needed = columns.filter((column) => column.needed).map(({ field }) => field);
    expect(needed.filter((field) => (named[field]?.length ?? 0) === 0)).toEqual([]);
  });
});

test('no sheet name means two sheets, and every needed sheet has a name in each language', () => {
  const english = SHEET_KINDS.map((kind) => [SHEETS[kind].name, kind] as const);
  const others = LANGUAGES.flatMap(({ sheets }) =>
    SHEET_KINDS.flatMap((kind) => (sheets[kind] ?? []).map((name) => [name, kind] as const)),
  );
  expect(contested([...english, ...others])).toEqual([]);
  for (const { sheets } of LANGUAGES) {
    expect(SHEET_KINDS.filter((kind) => SHEETS[kind].needed && (sheets[kind] ?? []).length === 0)).toEqual(
      [],
    );
  }
});

test.each(LANGUAGES)('no word is empty, or stands twice in one list: $tag', (language) => {
  for (const list of listsIn(language)) {
    const keys = list.map((word) => comparable(word) || word);
    expect(keys).not.toContain('');
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(list.filter((word) => /[{}|\n]|^\s|\s$/.test(word))).toEqual([]);
  }
});

test('the languages are those whose names of months are understood', () => {
  expect(LANGUAGES.map(({ tag }) => tag)).toEqual([...MORE_LANGUAGES]);
});

test.each(LANGUAGES)('settings are those that there are: $tag', ({ settings }) => {
  expect(Object.keys(settings).sort()).toEqual([...SETTING_NAMES].sort());
});

test('words are written in every ending that braces give', () => {
  const french = LANGUAGES.find(({ tag }) => tag === 'fr');
  expect(french?.states.done).toEqual(expect.arrayContaining(['fait', 'faite', 'faits', 'faites']));
});

/** Every list of words within a language, however deep. */
function listsIn(value: unknown): string[][] {
  if (Array.isArray(value)) return [value.map(String)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsIn) : [];
}
