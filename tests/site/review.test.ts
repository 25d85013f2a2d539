import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/plan/plan.ts';
import { reviewOf, reviewWeeks, weekName } from '../../src/site/review.ts';
import { action, doneAction, goal, inDays, milestone, planOf } from '../helpers/rows.ts';
import { change, snapshotOf } from '../helpers/snapshots.ts';

// The as-of day is Wednesday, 4 March 2026; its week began on Monday, 2 March; the week before on 23 February.
function reviewed(
  actions: readonly Action[],
  week = '2026-03-02',
  changes = [] as ReturnType<typeof change>[],
) {
  const plan = snapshotOf(planOf([goal({ milestones: [milestone({ actions })] })]), { changes });
  const [team] = reviewOf(plan, week).teams;
  if (!team) throw new Error('the plan has no team');
  return team;
}

describe('the name of a week', () => {
  it.each([
    ['2026-03-02', '2026-W10'],
    // 1 January 2026 is a Thursday: its week, from 29 December, is the first of 2026.
    ['2025-12-29', '2026-W01'],
    // 1 January 2027 is a Friday: its week, from 28 December, is the 53rd of 2026.
    ['2026-12-28', '2026-W53'],
    // A week that starts on Sunday is named after the Monday behind it only if Sunday starts it; here the Thursday decides.
    ['2026-03-01', '2026-W09'],
  ])('that begins on %s is %s', (start, name) => {
    expect(weekName(start)).toBe(name);
  });
});

describe('promises of last week', () => {
  it('are those due from its Monday to its Sunday, the missed first', () => {
    const { lastWeek } = reviewed([
      doneAction(inDays(-5), { id: 'kept', due: inDays(-4) }),
      doneAction(inDays(-3), { id: 'late', due: inDays(-6) }),
      action({ id: 'missed', due: inDays(-3) }),
      action({ id: 'too early', due: inDays(-10) }),
      action({ id: 'too late', due: inDays(-2) }),
      action({ id: 'dropped', due: inDays(-5), state: 'dropped' }),
      action({ id: 'nobody knows when', due: inDays(-5), state: 'done' }),
    ]);
    expect(lastWeek.map(({ action: { id }, outcome }) => [id, outcome])).toEqual([
      ['missed', 'missed'],
      ['late', 'late'],
      ['kept', 'kept'],
    ]);
  });

  it('of a past week stand as they stood at its end', () => {
    // Due on Thursday 19 February, done on Monday 2 March: at the end of the week of 23 February it was missed.
    const { lastWeek } = reviewed([doneAction(inDays(-2), { id: 'slow', due: inDays(-13) })], '2026-02-23');
    expect(lastWeek).toMatchObject([{ outcome: 'missed', doneSince: '2026-03-02' }]);
  });
});

describe('rows that are gone', () => {
  const goneSince = (changes: ReturnType<typeof change>[], week = '2026-02-23') =>
    reviewOf(snapshotOf(planOf([goal({ milestones: [milestone({ actions: [] })] })]), { changes }), week)
      .removedSince;
  const removed = (day: string, row = 'old') => change({ kind: 'removed', row, day });
  const added = (day: string, row = 'old') => change({ kind: 'added', row, day });

  it('are counted in the reviews of weeks in which they stood in the plan', () => {
    // The week of 23 February ends on 1 March.
    expect(goneSince([removed('2026-03-03'), removed('2026-03-02', 'other')])).toBe(2);
    expect(goneSince([removed('2026-02-27')])).toBe(0);
    expect(goneSince([removed('2026-03-03')], '2026-03-02')).toBe(0);
  });

  it('are not those that came later, nor those that came back', () => {
    expect(goneSince([removed('2026-03-03'), added('2026-03-02')])).toBe(0);
    expect(goneSince([added('2026-03-03'), removed('2026-03-02')])).toBe(0);
    expect(goneSince([removed('2026-03-04'), added('2026-03-03'), removed('2026-03-02')])).toBe(1);
  });

  it('stand in the plan of a past week again where they came back', () => {
    const back = action({ id: 'old', due: inDays(-3) });
    const changes = [added('2026-03-03'), removed('2026-03-02')];
    expect(reviewed([back], '2026-02-23', changes).thisWeek).toHaveLength(1);
    expect(reviewed([back], '2026-02-23', [added('2026-03-03')]).thisWeek).toHaveLength(0);
  });
});

describe('promises for this week', () => {
  it('are the open ones due from its Monday to its Sunday', () => {
    const { thisWeek } = reviewed([
      action({ id: 'monday', due: inDays(-2) }),
      action({ id: 'sunday', due: inDays(4) }),
      action({ id: 'next monday', due: inDays(5) }),
      doneAction(inDays(-1), { id: 'done', due: inDays(1) }),
    ]);
    expect(thisWeek.map(({ action: { id } }) => id)).toEqual(['monday', 'sunday']);
  });

  it('of a past week take back a day that moved later', () => {
    const moved = action({ id: 'action', due: inDays(7) });
    const changes = [change({ day: '2026-03-02', from: '2026-02-25', to: '2026-03-11' })];
    expect(reviewed([moved], '2026-02-23', changes).thisWeek).toHaveLength(1);
    expect(reviewed([moved], '2026-02-23').thisWeek).toHaveLength(0);
  });

  it('of a past week leave out what was added later', () => {
    const changes = [change({ day: '2026-03-02', kind: 'added', move: null, from: null, to: null })];
    const late = action({ id: 'action', due: inDays(-7) });
    expect(reviewed([late], '2026-02-23').thisWeek).toHaveLength(1);
    expect(reviewed([late], '2026-02-23', changes).thisWeek).toHaveLength(0);
  });
});

describe('a past week', () => {
  const WEEK = '2026-02-23';
  const facts = (more: Parameters<typeof change>[0]) =>
    change({ day: '2026-03-02', field: null, from: null, to: null, move: null, ...more });

  it('tells the day and the owner of then', () => {
    const changes = [
      facts({ kind: 'owner', field: 'owner', from: 'Ann Lee', to: 'Bo Ek', day: '2026-03-03' }),
      facts({ kind: 'owner', field: 'owner', from: 'Cy Dee', to: 'Ann Lee' }),
      facts({ kind: 'due', field: 'due', from: '2026-02-25', to: '2026-03-11' }),
      facts({
        kind: 'due',
        field: 'due',
        from: '2026-03-05',
        to: '2026-05-03',
        sort: 'milestone',
        row: 'milestone',
      }),
    ];
    const late = action({ owners: ['Bo Ek'], due: inDays(7) });
    const { thisWeek, dueSoon } = reviewed([late], WEEK, changes);
    expect(thisWeek.map(({ action: { due, owner } }) => [due, owner])).toEqual([['2026-02-25', 'Cy Dee']]);
    expect(dueSoon.map(({ due }) => due)).toEqual(['2026-03-05']);
    expect(reviewed([late], '2026-03-02', changes).dueSoon).toEqual([]);
  });

  it('has no promise of an action that nobody owned then', () => {
    const mine = action({ due: inDays(-7) });
    const changes = [facts({ kind: 'owner', field: 'owner', from: null, to: 'Ann Lee' })];
    expect(reviewed([mine], WEEK).thisWeek).toHaveLength(1);
    expect(reviewed([mine], WEEK, changes).thisWeek).toEqual([]);
  });

  it('has what was dropped since, and not what was dropped then', () => {
    const given = action({ state: 'dropped', due: inDays(-14) });
    const since = [facts({ kind: 'dropped', field: 'state', from: 'in progress', to: 'dropped' })];
    expect(reviewed([given], WEEK, since).lastWeek.map(({ outcome }) => outcome)).toEqual(['missed']);
    expect(reviewed([given], WEEK).lastWeek).toEqual([]);
    const back = [facts({ kind: 'reopened', field: 'state', from: 'dropped', to: 'in progress' })];
    expect(reviewed([action({ due: inDays(-14) })], WEEK, back).lastWeek).toEqual([]);
    const plan = snapshotOf(
      planOf([goal({ state: 'dropped', milestones: [milestone({ due: inDays(3), state: 'dropped' })] })]),
      {
        changes: (['goal', 'milestone'] as const).map((sort) =>
          facts({ kind: 'dropped', field: 'state', from: 'in progress', sort, row: sort }),
        ),
      },
    );
    expect(reviewOf(plan, WEEK).teams[0]?.dueSoon).toHaveLength(1);
    expect(reviewOf(plan, '2026-03-02').teams[0]?.dueSoon).toEqual([]);
  });
});

describe('what moved', () => {
  it('is what changed in the seven days up to the review, due days first', () => {
    const changes = [
      change({ day: '2026-03-04', kind: 'added', row: 'new', move: null }),
      change({ day: '2026-02-26', row: 'moved' }),
      change({ day: '2026-02-25', row: 'a week ago' }),
      change({ day: '2026-03-03', row: 'of another team', team: 'south' }),
    ];
    expect(reviewed([], '2026-03-02', changes).moved.map(({ row }) => row)).toEqual(['moved', 'new']);
  });
});

describe('milestones', () => {
  it('due within 14 days of the review are shown, and those at risk with why', () => {
    const plan = snapshotOf(
      planOf([
        goal({
          milestones: [
            milestone({ id: 'in 14 days', due: inDays(14) }),
            milestone({ id: 'in 15 days', due: inDays(15) }),
            milestone({ id: 'done', due: inDays(3), state: 'done', doneOn: inDays(-1) }),
            milestone({ id: 'overdue', due: inDays(-1) }),
          ],
        }),
      ]),
    );
    const [team] = reviewOf(plan, '2026-03-02').teams;
    expect(team?.dueSoon.map(({ id }) => id)).toEqual(['in 14 days']);
    expect(team?.atRisk.map(({ id }) => id)).toContain('overdue');
    expect(team?.atRisk.map(({ id }) => id)).not.toContain('done');
  });
});

describe('the weeks that have a review', () => {
  it('are that of the as-of day, and those with something due or changed in or before them', () => {
    const due = action({ due: inDays(-20) });
    const plan = snapshotOf(planOf([goal({ milestones: [milestone({ actions: [due] })] })]));
    // Due on 12 February, in the week of the 9th: talked about then, and a week later.
    expect(reviewWeeks(plan)).toEqual(['2026-03-02', '2026-02-16', '2026-02-09']);
  });
});
