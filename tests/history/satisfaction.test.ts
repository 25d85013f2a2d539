import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../src/grid/day.ts';
import { compare, type Seen } from '../../src/history/compare.ts';
import { historyOf } from '../../src/history/history.ts';
import { type KeptPlan, keptText, readKept } from '../../src/history/kept.ts';
import type { Line } from '../../src/history/line.ts';
import { linesText, readLines } from '../../src/history/read-lines.ts';
import { rebuildKept } from '../../src/history/rebuild.ts';
import { satisfactions } from '../../src/history/satisfaction.ts';
import type { Customer } from '../../src/plan/plan.ts';
import { customer, goal, inDays, planOf } from '../helpers/rows.ts';

type Day = readonly [days: number, customers: readonly Customer[], more?: Partial<Seen>];

/** The archive of a plan with one goal, for Acme, whose customers were seen as given. */
function seen(...days: readonly Day[]): { lines: Line[]; kept: KeptPlan | null } {
  let kept: KeptPlan | null = null;
  const lines: Line[] = [];
  for (const [day, customers, more] of days) {
    const plan = planOf([goal({ customer: customers[0]?.name ?? null })], { customers });
    const comparison = compare(kept, { plan, leftOut: [], restored: [], ...more }, inDays(day));
    // By way of the file, as the next pull finds it.
    kept = readKept(keptText(comparison.next));
    lines.push(...comparison.lines);
  }
  return { lines, kept };
}

const told = (lines: readonly Line[]) =>
  lines
    .filter(({ sort }) => sort === 'customer')
    .map((line) => ('from' in line ? [line.kind, line.row, line.from, line.to] : [line.kind, line.row]));

const acme = (satisfaction: number | null, more: Partial<Customer> = {}) =>
  customer({ satisfaction, ...more });

describe('a customer’s satisfaction', () => {
  it('is there from the first plan on, and an event when it changes', () => {
    const { lines } = seen([-30, [acme(6)]], [-20, [acme(8)]], [-10, [acme(8)]], [0, [acme(null)]]);
    expect(told(lines)).toEqual([
      ['added', 'acme', null, null],
      ['satisfaction', 'acme', 6, 8],
      ['satisfaction', 'acme', 8, null],
    ]);
    expect(historyOf(lines).changes.map(({ event }) => event.kind)).toEqual(['satisfaction', 'satisfaction']);
    expect(satisfactions(lines, inDays(0)).get('acme')).toEqual([
      { day: inDays(-30), value: 6 },
      { day: inDays(-20), value: 8 },
      { day: inDays(0), value: null },
    ]);
    expect(satisfactions(lines, inDays(-21)).get('acme')).toHaveLength(1);
    expect(readLines(linesText(lines), 'events.jsonl')).toEqual({ lines, problems: [] });
  });

  it('adds nothing where the same plan is pulled twice', () => {
    const { lines } = seen([-30, [acme(6)]], [-20, [acme(6)]]);
    expect(lines.every(({ day }) => day === isoFromDay(inDays(-30)))).toBe(true);
  });

  it('begins without news where the history did not follow it yet', () => {
    const before = seen([-30, []]);
    expect(readKept(keptText({ version: 1, day: '2026-01-01', rows: [] }))?.customers).toBeUndefined();
    const after = seen([-30, []], [-20, [acme(6)]], [-10, [acme(7)]]);
    const ofCustomers = after.lines.slice(before.lines.length);
    expect(ofCustomers[0]).toMatchObject({ kind: 'added', satisfaction: 6, baseline: true });
    expect(historyOf(after.lines).changes.map(({ event }) => event.kind)).toEqual(['satisfaction']);
  });

  it('tells of customers that come and go', () => {
    const other = customer({ id: 'bolt', name: 'Bolt', satisfaction: 3 });
    const { lines } = seen([-30, [acme(6)]], [-20, [acme(6), other]], [-10, [acme(6)]]);
    expect(told(lines).slice(1)).toEqual([
      ['added', 'bolt', null, null],
      ['removed', 'bolt', null, null],
    ]);
    expect(historyOf(lines).changes).toHaveLength(2);
    expect(
      satisfactions(lines, inDays(0))
        .get('bolt')
        ?.map(({ value }) => value),
    ).toEqual([3, null]);
  });

  it('keeps the last good value of a row in error', () => {
    const unread = { unread: { customers: ['Acme'], people: [] } };
    const nameless = { unread: { customers: [null], people: [] } };
    const { lines } = seen(
      [-30, [acme(6)]],
      [-20, [acme(null)], unread],
      [-15, [], unread],
      [-12, [], nameless],
      [-10, [acme(7)]],
    );
    expect(told(lines).slice(1)).toEqual([['satisfaction', 'acme', 6, 7]]);
  });

  it('stays that of a customer that is renamed, by the rest of its row or by its goals', () => {
    const row = { does: 'Builds rockets', needs: ['Welding'] };
    const renamed = { id: 'acme-space', name: 'Acme Space' };
    for (const [before, after] of [
      [acme(6, row), acme(6, { ...row, ...renamed })],
      [acme(6), acme(6, renamed)],
    ] as const) {
      const { lines } = seen([-30, [before]], [-20, [after]], [-10, [{ ...after, satisfaction: 9 }]]);
      expect(told(lines).slice(1)).toEqual([
        ['renamed', 'acme-space', 'Acme', 'Acme Space'],
        ['satisfaction', 'acme-space', 6, 9],
      ]);
      expect(
        satisfactions(lines, inDays(0))
          .get('acme-space')
          ?.map(({ value }) => value),
      ).toEqual([6, 9]);
      expect(historyOf(lines).former).toEqual([{ sort: 'customer', was: 'acme', id: 'acme-space' }]);
    }
  });

  it('is nobody else’s where two could be meant, or nothing speaks for it', () => {
    const like = { does: 'Builds rockets' };
    const heirs = [acme(1, { ...like, id: 'a', name: 'A' }), acme(2, { ...like, id: 'b', name: 'B' })];
    const bolt = customer({ id: 'bolt', name: 'Bolt' });
    const { lines } = seen([-30, [bolt, acme(6, like)]], [-20, [bolt, ...heirs]]);
    expect(told(lines).map(([kind]) => kind)).toEqual(['added', 'added', 'removed', 'added', 'added']);
    const other = seen([-30, [bolt, acme(6)]], [-20, [bolt, acme(6, { id: 'a', name: 'A' })]]);
    expect(told(other.lines).map(([kind]) => kind)).toEqual(['added', 'added', 'removed', 'added']);
  });

  it('is known again from the events alone', () => {
    const { lines } = seen([-30, [acme(6), customer({ id: 'bolt', name: 'Bolt' })]], [-20, [acme(8)]]);
    expect(rebuildKept(lines)?.customers).toMatchObject([{ id: 'acme', name: 'Acme', satisfaction: 8 }]);
    const { lines: none } = compare(
      rebuildKept(lines),
      { plan: planOf([goal({ customer: 'Acme' })], { customers: [acme(8)] }), leftOut: [], restored: [] },
      inDays(-10),
    );
    expect(told(none)).toEqual([]);
  });
});
