import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexNames, likeness } from '../../src/plan/same-person.ts';

const OTHER_WAY = { spelling: 'spelling', shorter: 'fuller', fuller: 'shorter' } as const;

describe('names that are likely one person’s', () => {
  test.each([
    ['Ann Lee', 'Anne Lee', 'spelling'],
    ['Ann Lee', 'Lee Ann', 'spelling'],
    ['Ann Lee', 'Lee, Ann', 'spelling'],
    ['Ann Lee', 'AnnLee', 'spelling'],
    ['Eric Ray', 'Erik Ray', 'spelling'],
    ['Jon Ray', 'John Ray', 'spelling'],
    ['Sara Ray', 'Sarah Ray', 'spelling'],
    ['Stephan Ray', 'Stefan Ray', 'spelling'],
    ['Catherine Ray', 'Katherine Ray', 'spelling'],
    ['Brian Ray', 'Brain Ray', 'spelling'],
    ['Jörg Müller', 'Joerg Müller', 'spelling'],
    ['Anna Müller', 'Anna Mueller', 'spelling'],
    ['Anna Meier', 'Anna Meyer', 'spelling'],
    ['Anna Hoffmann', 'Anna Hoffman', 'spelling'],
    ['Anna Fischer', 'Anna Fisher', 'spelling'],
    ['Alexandra Ray', 'Alexandre Ray', null],
    ['A. Lee', 'Ann Lee', 'shorter'],
    ['Ann L.', 'Ann Lee', 'shorter'],
    ['Ann', 'Ann Lee', 'shorter'],
    ['Lee', 'Ann Lee', 'shorter'],
    ['Ann Lee', 'Ann M. Lee', 'shorter'],
    ['Ann M. Lee', 'Ann Marie Lee', 'shorter'],
    ['Ana Cruz', 'Ana de la Cruz', 'shorter'],
    ['Philip', 'Phillip', 'spelling'],
  ] as const)('%s, %s: %s', (one, other, expected) => {
    expect(likeness(one, other)).toBe(expected);
    expect(likeness(other, one)).toBe(expected === null ? null : OTHER_WAY[expected]);
    const found = indexNames(['Bo Dow', other, 'Cy', 'Di Ray-Dow']).like(one);
    expect(found).toEqual(expected === null ? [] : [{ name: other, likeness: expected }]);
  });
});

describe('names that are two people’s', () => {
  test.each([
    ['Ann Lee', 'Jan Lee'],
    ['Tom Smith', 'Tim Smith'],
    ['Jan Ray', 'Jon Ray'],
    ['Dan Ray', 'Dean Ray'],
    ['Jon Ray', 'Joan Ray'],
    ['Ben Ray', 'Bea Ray'],
    ['Martin Ray', 'Martina Ray'],
    ['Pascal Ray', 'Pascale Ray'],
    ['Julia Ray', 'Julian Ray'],
    ['Mario Ray', 'Maria Ray'],
    ['Iwan Ivanov', 'Iwan Ivanova'],
    ['Ann Hansen', 'Ann Hanson'],
    ['Ann Lee', 'Ann Ray'],
    ['Ann Lee', 'Bob Lee'],
    ['A. Lee', 'B. Lee'],
    ['A. Lee', 'Ann L.'],
    ['A. Lee', 'Anne M. Lee'],
    ['A', 'Ann Lee'],
    ['Ann', 'Anne'],
    ['Ann', 'Bob'],
    ['Bo', 'Bob Lee'],
    ['Ann B. Lee', 'Ann C. Lee'],
    ['Ann', 'Ann'],
    ['Ann', ''],
    ['★', '!'],
  ])('%s, %s', (one, other) => {
    expect(likeness(one, other)).toBeNull();
    expect(likeness(other, one)).toBeNull();
  });
});

const word = fc.constantFrom(
  'ann',
  'anne',
  'a',
  'anna',
  'lee',
  'l',
  'annlee',
  'kathrin',
  'cathrin',
  'ka',
  'katrhin',
  '',
);
const person = fc.array(word, { maxLength: 3 }).map((each) => each.join(' '));

test('property: likeness goes both ways, and the index finds all that are alike', () => {
  let alike = 0;
  fc.assert(
    fc.property(person, person, (one, other) => {
      const found = likeness(one, other);
      expect(likeness(other, one)).toBe(found === null ? null : OTHER_WAY[found]);
      expect(indexNames([other]).like(one)).toEqual(found === null ? [] : [{ name: other, likeness: found }]);
      if (found !== null) alike++;
    }),
    { numRuns: 2000 },
  );
  expect(alike).toBeGreaterThan(10);
});

test('a word that very many names share tells nothing', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `Ann L${'x'.repeat(index % 7)}${index}`);
  expect(indexNames(names).like('Ann')).toEqual([]);
  expect(indexNames(names.slice(0, 1)).like('Ann')).toHaveLength(1);
});
