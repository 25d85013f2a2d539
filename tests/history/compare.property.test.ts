import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../src/grid/day.ts';
import { compare } from '../../src/history/compare.ts';
import { historyOf } from '../../src/history/history.ts';
import type { KeptPlan, KeptRow } from '../../src/history/kept.ts';
import type { Line } from '../../src/history/line.ts';
import { planAt } from '../../src/history/plan-at.ts';
import { rebuildKept } from '../../src/history/rebuild.ts';
import { type Draw, drawnPlan, shuffled } from '../helpers/drawn-plans.ts';
import { inDays } from '../helpers/rows.ts';

const row = fc.record({
  title: fc.integer({ min: 0, max: 5 }),
  due: fc.integer({ min: 0, max: 4 }),
  owner: fc.integer({ min: 0, max: 2 }),
  state: fc.integer({ min: 0, max: 4 }),
  number: fc.integer({ min: 0, max: 3 }),
  hasId: fc.boolean(),
  parent: fc.nat({ max: 5 }),
});
const drawn: fc.Arbitrary<Draw> = fc.record({
  goals: fc.array(row, { minLength: 1, maxLength: 3 }),
  milestones: fc.array(row, { maxLength: 4 }),
  actions: fc.array(row, { maxLength: 6 }),
});
const plans = fc.array(drawn, { minLength: 1, maxLength: 5 });

function pullAll(draws: readonly Draw[]): { lines: Line[]; kept: KeptPlan | null } {
  const lines: Line[] = [];
  let kept: KeptPlan | null = null;
  for (const [day, draw] of draws.entries()) {
    const comparison = compare(kept, { plan: drawnPlan(draw), leftOut: [], restored: [] }, inDays(day));
    lines.push(...comparison.lines);
    kept = comparison.next;
  }
  return { lines, kept };
}

/** What events tell of a kept row. */
function followed(row: KeptRow) {
  const { typed: _typed, team: _team, cells: _cells, stale: _stale, held: _held, ...rest } = row;
  return rest;
}

describe('for any plans, one after another', () => {
  it('the last seen once more adds nothing', () => {
    fc.assert(
      fc.property(plans, (draws) => {
        const { kept } = pullAll(draws);
        const last = draws.at(-1);
        if (last === undefined) return;
        const again = compare(kept, { plan: drawnPlan(last), leftOut: [], restored: [] }, inDays(99));
        expect(again).toEqual({ lines: [], next: kept });
      }),
    );
  });

  it('the lines, one after another, lead to the plan that is kept', () => {
    fc.assert(
      fc.property(plans, (draws) => {
        const { lines, kept } = pullAll(draws);
        expect(rebuildKept(lines)?.rows.map(followed)).toEqual(kept?.rows.map(followed));
      }),
      { numRuns: 300 },
    );
  });

  it('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(plans, fc.integer(), (draws, seed) => {
        const sorted = pullAll(draws);
        let kept: KeptPlan | null = null;
        const lines: Line[] = [];
        for (const [day, draw] of draws.entries()) {
          const plan = shuffled(drawnPlan(draw), seed);
          const comparison = compare(kept, { plan, leftOut: [], restored: [] }, inDays(day));
          lines.push(...comparison.lines);
          kept = comparison.next;
        }
        expect(lines).toEqual(sorted.lines);
        expect(kept).toEqual(sorted.kept);
      }),
    );
  });

  it('every row of the last has its first due day and the sum of its moves', () => {
    fc.assert(
      fc.property(plans, (draws) => {
        const { lines, kept } = pullAll(draws);
        const history = historyOf(lines);
        for (const { sort, id, due } of kept?.rows ?? []) {
          const known = history.find(sort, id);
          expect(known?.isInPlan).toBe(true);
          if (sort === 'team') continue;
          // A row that was gone for a while may come back with another due day, which is no move.
          const came = lines.filter(
            (line) => line.kind === 'added' && (line.key ?? line.row) === known?.key && line.sort === sort,
          );
          if (came.length > 1 || known?.firstDue == null) continue;
          expect(isoFromDay(inDays(known.firstDue + (known.moves.at(-1)?.total ?? 0) - inDays(0)))).toBe(due);
        }
      }),
    );
  });

  it('no two rows of a sort have one key', () => {
    fc.assert(
      fc.property(plans, (draws) => {
        const keys = (pullAll(draws).kept?.rows ?? []).map(({ sort, key }) => `${sort} ${key}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('the plan of a past day is that of the archive up to it', () => {
    fc.assert(
      fc.property(plans, fc.nat({ max: 4 }), (draws, days) => {
        const { lines } = pullAll(draws);
        const until = pullAll(draws.slice(0, days + 1)).kept?.rows ?? [];
        const past = planAt(lines, inDays(days)).rows;
        expect(past.map(({ sort, key, title }) => [sort, key, title]).sort()).toEqual(
          until.map(({ sort, key, title }) => [sort, key, title]).sort(),
        );
      }),
    );
  });
});
