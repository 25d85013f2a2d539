import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../src/grid/day.ts';
import { historyOf } from '../../src/history/history.ts';
import { planAt } from '../../src/history/plan-at.ts';
import type { Plan, RowSource } from '../../src/plan/plan.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { action, goal, inDays, milestone, TODAY } from '../helpers/rows.ts';

const typed: RowSource = { book: 'plan.xlsx', sheet: 'Actions', row: 2, cells: {}, shown: { id: 'A' } };

function withAction(more: Parameters<typeof action>[0], ofGoal: Parameters<typeof goal>[0] = {}): Plan {
  return planWith([goal({ milestones: [milestone({ actions: [action(more)] })], ...ofGoal })]);
}

const due = (days: number) => withAction({ due: inDays(days) });
// Due on day 7; moved by 7 days on day 10, by −2 on day 12, by 14 on day 20: by 19 in all.
const MOVED = archiveOf([0, due(7)], [10, due(14)], [12, due(12)], [20, due(26)]);

describe('what was first promised', () => {
  it('is the due day with which the history began', () => {
    expect(historyOf(MOVED).firstDue('action')).toBe(inDays(7));
  });

  it('is that of the first plan that had the row', () => {
    const lines = archiveOf([0, planWith([goal({})])], [3, due(7)], [9, due(30)]);
    expect(historyOf(lines).firstDue('action')).toBe(inDays(7));
  });

  it('is where the first known move came from, if the line before is lost', () => {
    const lines = MOVED.filter(({ kind }) => kind !== 'added');
    expect(historyOf(lines).firstDue('action')).toBe(inDays(7));
  });

  it('is the due day of any other line, if that is the first', () => {
    const [, , , added, ...rest] = archiveOf([0, due(7)], [1, withAction({ weight: 2 })], [2, due(9)]);
    expect(added).toMatchObject({ kind: 'added', row: 'action' });
    expect(historyOf(rest).firstDue('action')).toBe(inDays(7));
  });

  it('is not known of a row that was never seen', () => {
    expect(historyOf(MOVED).firstDue('other')).toBeNull();
    expect(historyOf([]).firstDue('action', 'action')).toBeNull();
  });

  it('tells an action from a milestone of the same ID', () => {
    const plan = planWith([
      goal({
        id: '1',
        due: inDays(90),
        milestones: [milestone({ id: '1', due: inDays(60), actions: [action({ id: '1', due: inDays(7) })] })],
      }),
    ]);
    const { firstDue } = historyOf(archiveOf([0, plan]));
    expect(firstDue('1', 'action')).toBe(inDays(7));
    expect(firstDue('1', 'milestone')).toBe(inDays(60));
    expect(firstDue('1', 'goal')).toBe(inDays(90));
    expect(firstDue('1')).toBe(inDays(7));
  });

  it('outlasts a removal', () => {
    const lines = archiveOf(
      [0, due(7)],
      [5, withAction({ id: 'x', title: 'X', due: inDays(1) })],
      [6, due(40)],
    );
    expect(historyOf(lines).firstDue('action')).toBe(inDays(7));
  });

  it('outlasts new IDs and titles', () => {
    const lines = archiveOf(
      [0, withAction({ id: 'call', title: 'Call' })],
      [1, withAction({ id: 'visit', title: 'Visit' })],
      [2, withAction({ id: 'A', title: 'Visit', source: typed })],
      [3, withAction({ id: 'A', title: 'Go there', due: inDays(50), source: typed })],
    );
    const history = historyOf(lines);
    for (const id of ['call', 'visit', 'A']) expect(history.firstDue(id), id).toBe(inDays(7));
    expect(history.find('action', 'call')).toMatchObject({ id: 'A', title: 'Go there', key: 'call' });
  });

  it('is followed to the old ID by the line of the new title alone', () => {
    const lines = archiveOf(
      [0, withAction({ id: 'call', title: 'Call' })],
      [1, withAction({ id: 'visit', title: 'Visit' })],
    );
    expect(historyOf(lines.slice(-1)).find('action', 'call')?.id).toBe('visit');
  });

  it('is that of the right one of two rows whose IDs changed places', () => {
    const twins = (one: number, two: number): Plan => {
      const dues = [one, two].sort((a, b) => a - b);
      return planWith([
        goal({
          milestones: [
            milestone({
              actions: dues.map((days, i) =>
                action({ id: i ? 'call-2' : 'call', title: 'Call', due: inDays(days) }),
              ),
            }),
          ],
        }),
      ]);
    };
    const { firstDue } = historyOf(archiveOf([0, twins(1, 5)], [1, twins(9, 5)]));
    expect(firstDue('call')).toBe(inDays(5));
    expect(firstDue('call-2')).toBe(inDays(1));
  });
});

describe('the moves of a row', () => {
  const row = historyOf(MOVED).find('action', 'action');

  it('are each told, with their days and the total up to each', () => {
    expect(row?.moves).toEqual([
      { day: inDays(10), from: inDays(7), to: inDays(14), days: 7, total: 7 },
      { day: inDays(12), from: inDays(14), to: inDays(12), days: -2, total: 5 },
      { day: inDays(20), from: inDays(12), to: inDays(26), days: 14, total: 19 },
    ]);
  });

  it('are those up to a day', () => {
    expect(historyOf(MOVED, inDays(12)).find('action', 'action')?.moves).toHaveLength(2);
    expect(historyOf(MOVED, inDays(9)).find('action', 'action')?.moves).toEqual([]);
  });

  it('are none where a line names no day', () => {
    const lines = MOVED.map((line) => (line.kind === 'due' ? { ...line, to: 3 } : line));
    expect(historyOf(lines).find('action', 'action')?.moves).toEqual([]);
  });
});

describe('the changes', () => {
  it('come newest first, without the baseline, and know their moves', () => {
    const { changes } = historyOf(MOVED);
    expect(changes.map(({ event, move }) => [event.day, move?.total])).toEqual([
      ['2026-03-24', 19],
      ['2026-03-16', 5],
      ['2026-03-14', 7],
    ]);
  });

  it('name rows and teams by the IDs that they have by now', () => {
    const of = (id: string, name: string, days: number): Plan =>
      planWith([goal({ id: `${id}-win`, title: 'Win', due: inDays(days) })], { id, name });
    const lines = archiveOf(
      [0, of('north', 'North', 9)],
      [1, of('north', 'North', 8)],
      [2, of('west', 'West', 8)],
    );
    const { changes, lastChange } = historyOf(lines);
    expect(changes.map(({ event, id, teamId }) => [event.kind, event.row, id, teamId])).toEqual([
      ['renamed', 'west', 'west', 'west'],
      ['due', 'north-win', 'west-win', 'west'],
    ]);
    expect(lastChange('west')).toBe(inDays(2));
    expect(lastChange('north')).toBe(inDays(2));
  });

  it('by week start on the day on which weeks start', () => {
    // 14 March 2026 is a Saturday, 16 March a Monday, 24 March a Tuesday.
    const starts = (weekStartsOn: number) =>
      historyOf(MOVED)
        .weeks(weekStartsOn)
        .map(({ start, changes }) => [isoFromDay(start), changes.length]);
    expect(starts(1)).toEqual([
      ['2026-03-23', 1],
      ['2026-03-16', 1],
      ['2026-03-09', 1],
    ]);
    expect(starts(6)).toEqual([
      ['2026-03-21', 1],
      ['2026-03-14', 2],
    ]);
  });

  it('of a team are its last one, and none before the first', () => {
    expect(historyOf(MOVED).lastChange('north')).toBe(inDays(20));
    expect(historyOf(archiveOf([0, due(7)])).lastChange('north')).toBeNull();
    expect(historyOf(MOVED).lastChange('west')).toBeNull();
  });
});

describe('what is known of a row', () => {
  const stated = (state: 'in progress' | 'done', current: number | null) =>
    planWith([goal({ state, current, target: 10 })]);

  it('is when it was done, when it last changed, and when its Current did', () => {
    const lines = archiveOf(
      [0, stated('in progress', 1)],
      [4, stated('in progress', 2)],
      [9, stated('done', 2)],
    );
    expect(historyOf(lines).find('goal', 'goal')).toMatchObject({
      firstSeen: TODAY,
      currentSince: inDays(4),
      touched: inDays(9),
      state: 'done',
      doneSeen: inDays(9),
      isInPlan: true,
      parent: { sort: 'team', id: 'north' },
    });
  });

  it('is not done any more once reopened', () => {
    const lines = archiveOf([0, stated('done', 1)], [4, stated('in progress', 1)]);
    expect(historyOf(lines).find('goal', 'goal')).toMatchObject({ state: 'in progress', doneSeen: null });
    expect(historyOf(lines, TODAY).find('goal', 'goal')?.doneSeen).toBe(TODAY);
  });

  it('is that it is gone', () => {
    const lines = archiveOf([0, due(7)], [2, planWith([goal({ milestones: [milestone({})] })])]);
    expect(historyOf(lines).find('action', 'action')).toMatchObject({ isInPlan: false, touched: inDays(2) });
  });

  it('is its parent after it moved, even to one that took the ID of the other', () => {
    const of = (ids: readonly [string, string], at: 0 | 1): Plan =>
      planWith([
        goal({
          milestones: ids.map((id, i) =>
            milestone({
              id,
              title: 'Pilot',
              due: inDays(i),
              actions: i === at ? [action({ id: 'A', source: typed })] : [],
            }),
          ),
        }),
      ]);
    const lines = archiveOf([0, of(['m', 'm-2'], 0)], [1, of(['m-2', 'm'], 1)]);
    expect(lines.map(({ kind, row }) => `${kind} ${row}`).slice(-3)).toEqual(['id m', 'id m-2', 'parent A']);
    expect(historyOf(lines).find('action', 'A')?.parent).toMatchObject({ id: 'm', key: 'm-2' });
    expect(planAt(lines, inDays(1)).find('action', 'A')?.parent).toBe('m');
    expect(planAt(lines, TODAY).find('action', 'A')?.parent).toBe('m-2');
  });
});

describe('the plan of a past day', () => {
  const lines = archiveOf(
    [0, withAction({ priority: 'High' }, { target: 10, current: 1, weight: 1 })],
    [
      3,
      withAction(
        { due: inDays(9), state: 'blocked', priority: 'Low' },
        { target: 12, current: 2, weight: 2 },
      ),
    ],
    [
      8,
      withAction(
        { due: inDays(9), state: 'done', doneOn: inDays(8) },
        { id: 'new', title: 'Win it', target: null },
      ),
    ],
    [9, planWith([goal({ id: 'new', title: 'Win it' })])],
  );
  const stood = (day: number) => {
    const past = planAt(lines, inDays(day)).find('action', 'action');
    return past && [past.due, past.state, past.doneOn, past.priority];
  };

  it('has due days and states as they stood at the end of it', () => {
    expect(stood(2)).toEqual([inDays(7), 'not started', null, 'High']);
    expect(stood(3)).toEqual([inDays(9), 'blocked', null, 'Low']);
    expect(stood(8)).toEqual([inDays(9), 'done', inDays(8), null]);
  });

  it('lacks rows that had not come yet, or were gone', () => {
    expect(planAt(lines, inDays(-1)).rows).toEqual([]);
    expect(stood(9)).toBeNull();
    expect(planAt(lines, inDays(9)).rows.map(({ sort }) => sort)).toEqual(['team', 'goal']);
  });

  it('has the numbers of the day, and the IDs of today', () => {
    const goalOn = (day: number) => planAt(lines, inDays(day)).find('goal', 'new');
    expect(goalOn(2)).toMatchObject({ id: 'new', title: 'Win Acme', target: 10, current: 1, weight: 1 });
    expect(goalOn(5)).toMatchObject({ id: 'new', title: 'Win Acme', target: 12, current: 2, weight: 2 });
    expect(goalOn(8)).toMatchObject({ id: 'new', title: 'Win it', target: null, parent: 'north' });
  });

  it('does what it can with a row whose coming is lost', () => {
    const rest = lines.filter(({ kind }) => kind !== 'added');
    expect(planAt(rest, inDays(3)).find('action', 'action')).toMatchObject({
      state: 'blocked',
      priority: 'Low',
    });
    const odd = rest.map((line) => (line.kind === 'state' ? { ...line, to: 'odd' } : line));
    expect(planAt(odd, inDays(3)).find('action', 'action')?.state).toBeNull();
  });
});
