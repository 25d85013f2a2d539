import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/history/history.ts';
import { quietRows } from '../../src/history/quiet.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { action, goal, inDays, milestone } from '../helpers/rows.ts';

/** The quiet rows, 14 days being long, as of a number of days after the first plan. */
function quiet(asOf: number, ...seen: readonly (readonly [days: number, plan: Plan])[]): string[] {
  const plan = seen.at(-1)?.[1] ?? planWith([]);
  return quietRows(historyOf(archiveOf(...seen)), plan, inDays(asOf), 14).map(
    ({ row, what, since, team }) => `${team.id} ${row.id} ${what} ${since - inDays(0)}`,
  );
}

const measured = (current: number | null, more: Parameters<typeof goal>[0] = {}) =>
  planWith([goal({ measure: 'Wards', target: 10, current, ...more })]);

describe('a measure', () => {
  it('is quiet when its Current has stood still for 14 days, and no sooner', () => {
    expect(quiet(14, [0, measured(1)])).toEqual(['north goal current 0']);
    expect(quiet(13, [0, measured(1)])).toEqual([]);
  });

  it('counts from its last change', () => {
    expect(quiet(17, [0, measured(1)], [4, measured(2)])).toEqual([]);
    expect(quiet(18, [0, measured(1)], [4, measured(2)])).toEqual(['north goal current 4']);
  });

  it('is not woken by another change of its row', () => {
    expect(quiet(14, [0, measured(1)], [10, measured(1, { priority: 'High' })])).toEqual([
      'north goal current 0',
    ]);
  });

  it('of a milestone is looked at too', () => {
    const plan = (priority: string) =>
      planWith([goal({ priority, milestones: [milestone({ target: 3, current: 1 })] })]);
    expect(quiet(14, [0, plan('Low')], [10, plan('High')])).toEqual(['north milestone current 0']);
  });
});

describe('an open row', () => {
  const plan = (
    more: Parameters<typeof action>[0],
    state: 'in progress' | 'done' | 'dropped' = 'in progress',
  ) => planWith([goal({ state, milestones: [milestone({ actions: [action(more)] })] })]);

  it('is quiet when neither it nor any row below it has changed for 14 days', () => {
    expect(quiet(14, [0, plan({})])).toEqual([
      'north goal row 0',
      'north milestone row 0',
      'north action row 0',
    ]);
    expect(quiet(13, [0, plan({})])).toEqual([]);
  });

  it('is woken by a change below it', () => {
    expect(quiet(14, [0, plan({})], [1, plan({ state: 'in progress' })])).toEqual([]);
  });

  it('is quiet though the row above it is not', () => {
    const raised = planWith([goal({ priority: 'High', milestones: [milestone({ actions: [action()] })] })]);
    expect(quiet(14, [0, plan({})], [1, raised])).toEqual(['north milestone row 0', 'north action row 0']);
  });

  it('is not quiet once done or dropped, nor is what is below', () => {
    expect(quiet(30, [0, plan({}, 'done')])).toEqual([]);
    expect(quiet(30, [0, plan({}, 'dropped')])).toEqual([]);
    expect(quiet(30, [0, plan({ state: 'done' })])).toEqual(['north goal row 0', 'north milestone row 0']);
  });

  it('is not quiet where no history knows it', () => {
    expect(quietRows(historyOf([]), plan({}), inDays(99), 14)).toEqual([]);
  });
});
