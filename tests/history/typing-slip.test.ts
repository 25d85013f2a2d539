import { describe, expect, it } from 'vitest';
import { addDays, isoFromDay } from '../../src/grid/day.ts';
import { inEnglish } from '../../src/grid/said.ts';
import { type Comparison, compare } from '../../src/history/compare.ts';
import { type KeptPlan, keptText, readKept } from '../../src/history/kept.ts';
import { lastGoodValues } from '../../src/history/last-good.ts';
import { noLastGood } from '../../src/plan/last-good.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { error } from '../helpers/grids.ts';
import { AS_OF, planBook, type Sheets } from '../helpers/plans.ts';

/** Reads a sheet and holds it against what is kept of the one before, as a pull does. */
function pull(kept: KeptPlan | null, sheets: Sheets, days: number): Comparison & ReturnType<typeof readPlan> {
  const asOf = addDays(AS_OF, days);
  const lastGood = kept === null ? noLastGood : lastGoodValues(kept);
  const reading = readPlan([planBook(sheets)], DEFAULT_SETTINGS, asOf, lastGood);
  if (reading.plan === null) throw new Error('The plan cannot be read');
  const comparison = compare(kept, { ...reading, plan: reading.plan }, asOf);
  // As it comes back from its file.
  return { ...reading, ...comparison, next: readKept(keptText(comparison.next)) ?? comparison.next };
}

const milestoneIn = ({ plan }: ReturnType<typeof pull>) => plan?.teams[0]?.goals[0]?.milestones[0];
const first = pull(null, {}, 0);

describe('a slip of typing', () => {
  it('makes no milestone vanish, and is no event', () => {
    const slip = pull(first.next, { milestones: [{ Due: 'ASAP' }] }, 7);
    expect(milestoneIn(slip)).toMatchObject({
      due: milestoneIn(first)?.due,
      actions: [{ title: 'Call the lab' }],
    });
    expect(slip.lines).toEqual([]);
    expect(slip.leftOut).toEqual([]);
    expect(slip.restored.map(({ text }) => inEnglish(text))).toEqual([
      'due “ASAP” cannot be used; counting 2026-06-30, from 2026-03-01',
    ]);
  });

  it('that stays counts with the same value and the same day', () => {
    let kept = first.next;
    for (const days of [7, 14, 21]) {
      const slip = pull(kept, { milestones: [{ Due: 'ASAP', Notes: `Week ${days}` }] }, days);
      expect(slip.lines).toEqual([]);
      expect(slip.restored.map(({ since }) => isoFromDay(since))).toEqual(['2026-03-01']);
      kept = slip.next;
    }
    expect(pull(kept, {}, 28).lines).toEqual([]);
  });

  it('in another cell lets what changed in the row be told', () => {
    const slip = pull(first.next, { milestones: [{ Due: 'ASAP', Priority: 'High' }] }, 7);
    expect(slip.lines).toMatchObject([{ kind: 'priority', to: 'High' }]);
  });

  it('in the name of the parent keeps the row below it', () => {
    const slip = pull(first.next, { milestones: [{ Goal: 'Win Acmee' }] }, 7);
    expect(milestoneIn(slip)?.title).toBe('Pilot agreed');
    expect(slip.lines).toEqual([]);
  });

  it.each<[string, Sheets]>([
    ['a goal', { goals: [{ Start: '??', Due: '??', Weight: error(), Status: '??' }] }],
    [
      'a milestone',
      { milestones: [{ Goal: error(), Due: '??', Progress: '??', 'Done on': '??', Start: '??' }] },
    ],
    ['an action', { actions: [{ Milestone: '??', Owner: error(), Due: '??', 'Promised to': error() }] }],
    ['a team', { goals: [{ Team: error() }] }],
  ])('in many cells of %s is no event either', (_, sheets) => {
    const slip = pull(first.next, sheets, 7);
    expect(slip.lines).toEqual([]);
    expect(slip.leftOut).toEqual([]);
    expect(pull(slip.next, {}, 14).lines).toEqual([]);
  });

  it('that nothing can be known of leaves the row out, and its past as it was', () => {
    const typed = { actions: [{ ID: 'A1' }, { ID: 'A2', Action: 'Visit the lab' }] };
    const before = pull(null, typed, 0);
    const twice = { actions: [{ ID: 'A1' }, { ID: 'A1', Action: 'Visit the lab' }] };
    const slip = pull(before.next, twice, 7);
    expect(slip.leftOut).toMatchObject([{ sort: 'action', id: 'A1' }]);
    expect(slip.lines).toEqual([]);
    expect(pull(slip.next, typed, 14).lines).toEqual([]);
  });
});
