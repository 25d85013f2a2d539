import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/history/history.ts';
import { slips } from '../../src/history/slips.ts';
import type { Update } from '../../src/plan/plan.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { action, goal, inDays, milestone, update } from '../helpers/rows.ts';

const planDue = (milestoneDue: number, actionDue: number) =>
  planWith([
    goal({
      milestones: [milestone({ due: inDays(milestoneDue), actions: [action({ due: inDays(actionDue) })] })],
    }),
  ]);

// The milestone moves by 10 days on day 20 and by −5 on day 40, the action by 3 on day 20.
const HISTORY = historyOf(archiveOf([0, planDue(60, 30)], [20, planDue(70, 33)], [40, planDue(65, 33)]));

const milestoneReasons = (...updates: Update[]) =>
  slips(HISTORY, updates)
    .filter(({ row }) => row.sort === 'milestone')
    .map(({ reason }) => reason?.text ?? null);
const actionReason = (...updates: Update[]) =>
  slips(HISTORY, updates).find(({ row }) => row.sort === 'action')?.reason?.text ?? null;

const about = (days: number, more: Partial<Update>): Update =>
  update({ day: inDays(days), text: 'Why', ...more });

describe('each move of a due day', () => {
  it('is told with how often and how far in all, the latest first', () => {
    expect(slips(HISTORY, []).map(({ row, move, time }) => [row.id, move.days, move.total, time])).toEqual([
      ['milestone', -5, 5, 2],
      ['action', 3, 3, 1],
      ['milestone', 10, 10, 1],
    ]);
  });

  it('went without a word where no update is about it', () => {
    expect(milestoneReasons(about(20, {}), about(20, { aboutMilestone: 'other' }))).toEqual([null, null]);
  });

  it.each([13, 20, 27])('has its reason in an update of day %i, within 7 days', (days) => {
    expect(milestoneReasons(about(days, { aboutMilestone: 'milestone' }))).toEqual([null, 'Why']);
  });

  it.each([12, 28])('has no reason in an update of day %i, 8 days away', (days) => {
    expect(milestoneReasons(about(days, { aboutMilestone: 'milestone' }))).toEqual([null, null]);
  });

  it('has its reason in the nearest update', () => {
    const far = about(25, { aboutMilestone: 'milestone', text: 'Far' });
    expect(milestoneReasons(far, about(21, { aboutMilestone: 'milestone' }))[1]).toBe('Why');
    expect(milestoneReasons(far, about(24, { aboutGoal: 'goal' }))[1]).toBe('Why');
  });

  it('of an action has its reason in an update about its milestone, its goal or its own name', () => {
    expect(actionReason(about(20, { aboutMilestone: 'milestone' }))).toBe('Why');
    expect(actionReason(about(20, { aboutGoal: 'goal' }))).toBe('Why');
    expect(actionReason(about(20, { about: 'call the LAB' }))).toBe('Why');
    expect(actionReason(about(20, { about: 'action' }))).toBe('Why');
  });

  it('has no reason in an update of another team about an action of the same name', () => {
    expect(actionReason(about(20, { about: 'Call the lab', team: 'west' }))).toBeNull();
    expect(actionReason(about(20, { about: 'Call the bank' }))).toBeNull();
  });
});
