import { describe, expect, it } from 'vitest';
import { actionsNow } from '../../src/site/actions-now.ts';
import { action, doneAction, goal, inDays, milestone, planOf } from '../helpers/rows.ts';
import { one } from '../helpers/scored.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

function stepsOf(...goals: readonly ReturnType<typeof goal>[]) {
  const plan = snapshotOf(planOf(goals));
  return actionsNow(one(plan.teams), plan.asOf).map(({ action: of, milestone: under, urgency }) => [
    of?.id ?? under.id,
    urgency,
  ]);
}

describe('what a team should do next', () => {
  it('is what is overdue, then blocked, then due within the week, then what has no next action', () => {
    const actions = [
      action({ id: 'last day', due: inDays(6) }),
      action({ id: 'today', due: inDays(0) }),
      action({ id: 'blocked', due: inDays(30), state: 'blocked' }),
      action({ id: 'blocked and overdue', due: inDays(-1), state: 'blocked' }),
      action({ id: 'long overdue', due: inDays(-9) }),
      action({ id: 'later', due: inDays(7) }),
    ];
    const found = stepsOf(
      goal({ milestones: [milestone({ id: 'm', actions }), milestone({ id: 'bare', due: inDays(3) })] }),
    );
    expect(found).toEqual([
      ['long overdue', 'overdue'],
      ['blocked and overdue', 'overdue'],
      ['blocked', 'blocked'],
      ['today', 'this week'],
      ['last day', 'this week'],
      ['bare', 'no next action'],
    ]);
  });

  it('is filled up with what lies ahead where little presses', () => {
    const actions = [5, 20, 30, 40].map((days) => action({ id: `in ${days}`, due: inDays(days) }));
    expect(stepsOf(goal({ milestones: [milestone({ actions })] }))).toEqual([
      ['in 5', 'this week'],
      ['in 20', 'ahead'],
      ['in 30', 'ahead'],
    ]);
  });

  it('asks for no next action of what is closed, has not started or lies below what is closed', () => {
    const closed = milestone({ id: 'done', state: 'done' });
    const waiting = milestone({ id: 'waiting', start: inDays(1) });
    const below = goal({ id: 'g2', state: 'done', milestones: [milestone({ id: 'below' })] });
    expect(stepsOf(goal({ milestones: [closed, waiting] }), below)).toEqual([]);
  });

  it('leaves out what is done or dropped, and all below what is dropped', () => {
    const over = [
      doneAction(inDays(-2), { id: 'a' }),
      action({ id: 'b', state: 'dropped', due: inDays(-2) }),
    ];
    const late = [action({ id: 'c', due: inDays(-2) })];
    expect(
      stepsOf(
        goal({ milestones: [milestone({ start: inDays(2), actions: over })] }),
        goal({ id: 'g2', milestones: [milestone({ id: 'm2', state: 'dropped', actions: late })] }),
        goal({ id: 'g3', state: 'dropped', milestones: [milestone({ id: 'm3', actions: late })] }),
      ),
    ).toEqual([]);
  });
});
