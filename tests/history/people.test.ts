import { describe, expect, it } from 'vitest';
import { compare, type Seen } from '../../src/history/compare.ts';
import { historyOf } from '../../src/history/history.ts';
import { type KeptPlan, keptText, readKept } from '../../src/history/kept.ts';
import type { Line } from '../../src/history/line.ts';
import { linesText, readLines } from '../../src/history/read-lines.ts';
import { slug } from '../../src/plan/name.ts';
import type { Person } from '../../src/plan/plan.ts';
import { goal, inDays, person, planOf, team } from '../helpers/rows.ts';

const row = team({}).source ?? { book: 'plan.xlsx', sheet: 'People', row: 2, cells: {}, shown: {} };
const named = (name: string, more: Partial<Person> = {}) =>
  person({ id: slug(name), name, role: 'Engineer', source: row, ...more });

type Day = readonly [people: readonly Person[], more?: Partial<Seen>];

function linesOf(...days: readonly Day[]): Line[] {
  let kept: KeptPlan | null = null;
  const lines: Line[] = [];
  for (const [day, [people, more]] of days.entries()) {
    const plan = planOf([goal()], { people });
    const comparison = compare(kept, { plan, leftOut: [], restored: [], ...more }, inDays(day));
    kept = readKept(keptText(comparison.next));
    lines.push(...comparison.lines);
  }
  return lines;
}

const former = (...days: readonly Day[]) => {
  const lines = linesOf(...days);
  expect(readLines(linesText(lines), 'events.jsonl')).toEqual({ lines, problems: [] });
  expect(historyOf(lines).changes).toEqual([]);
  return historyOf(lines).former;
};

describe('a person under a new name', () => {
  it('is the same with team, role and a word of the name, or with the whole row', () => {
    const is = [{ sort: 'person', was: 'ann-lee', id: 'ann-berg' }];
    expect(former([[named('Ann Lee')]], [[named('Ann Berg')]])).toEqual(is);
    const part = { part: 'Keeps the lab running', skills: ['Lab'] };
    expect(former([[named('Ann Lee', part)]], [[named('Bo Ek', part)]])).toEqual([
      { sort: 'person', was: 'ann-lee', id: 'bo-ek' },
    ]);
  });

  it('leads on through all names', () => {
    expect(former([[named('Ann Lee')]], [[named('Ann Berg')]], [[named('Anna Berg')]])).toEqual([
      { sort: 'person', was: 'ann-berg', id: 'anna-berg' },
      { sort: 'person', was: 'ann-lee', id: 'anna-berg' },
    ]);
  });

  it.each<[string, readonly Person[], readonly Person[], Partial<Seen>?]>([
    ['of another role', [named('Ann Lee')], [named('Ann Berg', { role: 'Lawyer' })]],
    ['of another team', [named('Ann Lee')], [named('Ann Berg', { team: 'South' })]],
    ['with nothing alike', [named('Ann Lee')], [named('Bo Ek')]],
    [
      'where the old name is still mentioned',
      [named('Ann Lee')],
      [named('Ann Berg'), named('Ann Lee', { source: null })],
    ],
    ['where two could be meant', [named('Ann Lee')], [named('Ann Berg'), named('Ann Dahl')]],
    ['where two could have become it', [named('Ann Lee'), named('Ann Dahl')], [named('Ann Berg')]],
    [
      'where the row is in error',
      [named('Ann Lee')],
      [named('Ann Berg')],
      { unread: { customers: [], people: ['Ann Lee'] } },
    ],
  ])('is somebody else %s', (_, before, after, more) => {
    expect(former([before], [after, more ?? {}])).toEqual([]);
  });

  it('is found again after a row in error', () => {
    const unread = { unread: { customers: [], people: ['Ann Lee'] } };
    expect(former([[named('Ann Lee')]], [[], unread], [[named('Ann Berg')]])).toEqual([
      { sort: 'person', was: 'ann-lee', id: 'ann-berg' },
    ]);
  });
});
