import { describe, expect, test } from 'vitest';
import { accountability } from '../../src/rollup/accountability.ts';
import {
  action,
  doneAction,
  firstPromised,
  goal,
  inDays,
  milestone,
  person,
  plan,
  TODAY,
  team,
} from '../helpers/rows.ts';
import { one, score, scoreTeam } from '../helpers/scored.ts';

const nothing = firstPromised({});
const of = (...actions: ReturnType<typeof action>[]) => accountability(actions, nothing, TODAY, 1);

describe('kept, late, missed', () => {
  test.each([
    ['done on its day', doneAction(inDays(-5)), 'kept'],
    ['done before its day', doneAction(inDays(-9), { due: inDays(-5) }), 'kept'],
    ['done a day after', doneAction(inDays(-4), { due: inDays(-5) }), 'late'],
    ['not done', action({ due: inDays(-5) }), 'missed'],
    ['blocked', action({ due: inDays(-5), state: 'blocked' }), 'missed'],
    ['done without a day', action({ due: inDays(-5), state: 'done' }), null],
    ['due yesterday', action({ due: inDays(-1) }), 'missed'],
    ['due today', action({ due: inDays(0) }), null],
    ['due today and done', doneAction(inDays(0)), null],
    ['due 28 days ago', action({ due: inDays(-28) }), 'missed'],
    ['due 29 days ago', action({ due: inDays(-29) }), null],
    ['without an owner it is no commitment', action({ due: inDays(-5), owners: [] }), null],
  ])('%s', (_, each, expected) => {
    const { kept } = of(each);
    const { rate, ...counts } = kept;
    const none = { kept: 0, late: 0, missed: 0 };
    expect(counts).toEqual(expected === null ? none : { ...none, [expected]: 1 });
    expect(rate).toBe(expected === null ? null : expected === 'kept' ? 1 : 0);
  });

  test('rate: 2 kept, 1 late, 1 missed is 2 / 4; the broken ones by due day', () => {
    const scored = of(
      action({ id: 'missed', due: inDays(-2) }),
      doneAction(inDays(-5), { id: 'a' }),
      doneAction(inDays(-6), { id: 'b' }),
      doneAction(inDays(-1), { id: 'late', due: inDays(-7) }),
    );
    expect(scored.kept).toEqual({ kept: 2, late: 1, missed: 1, rate: 0.5 });
    expect(scored.broken.map(({ id }) => id)).toEqual(['late', 'missed']);
  });

  test('nothing fell due: no rate', () => {
    expect(of().kept).toEqual({ kept: 0, late: 0, missed: 0, rate: null });
  });

  test('moving the due day does not keep a promise', () => {
    const known = firstPromised({ moved: inDays(-10), early: inDays(30) });
    const moved = doneAction(inDays(-5), { id: 'moved' });
    const early = action({ id: 'early', due: inDays(-3) });
    expect(accountability([moved], known, TODAY, 1).kept).toMatchObject({ late: 1, rate: 0 });
    expect(accountability([early], known, TODAY, 1).kept.rate).toBeNull();
  });
});

describe('by week', () => {
  // Weeks begin on Mondays 86, …, 16, 9 days before the as-of day, a Wednesday.
  const weeks = (days: number, startsOn = 1) =>
    accountability([action({ due: inDays(days) })], nothing, TODAY, startsOn).keptByWeek;

  test('12 full weeks, oldest first', () => {
    const starts = weeks(0).map(({ start }) => start);
    expect(starts).toEqual(Array.from({ length: 12 }, (_, index) => inDays(-86 + 7 * index)));
  });
  test.each([
    [-87, -1],
    [-86, 0],
    [-80, 0],
    [-79, 1],
    [-9, 11],
    [-3, 11],
    [-2, -1],
  ])('due %d days away is of week %d', (days, index) => {
    expect(weeks(days).findIndex(({ missed }) => missed === 1)).toBe(index);
  });
  test('weeks that begin on Sunday', () => {
    expect(weeks(-4, 7).at(-1)).toMatchObject({ start: inDays(-10), missed: 1 });
    expect(weeks(-3, 7).every(({ missed }) => missed === 0)).toBe(true);
  });
});

test('open, overdue, due from today to the sixth day after', () => {
  const days = [-1, 0, 6, 7].map((days) => action({ id: `${days}`, due: inDays(days) }));
  const scored = of(...days, doneAction(inDays(-1)));
  expect(scored).toMatchObject({ open: 4, overdue: 1, dueThisWeek: 2 });
});

describe('whose commitments count', () => {
  const late = (id: string, ...owners: string[]) => action({ id, owners, due: inDays(-3) });
  const goals = [
    goal({
      milestones: [
        milestone({
          actions: [late('a', 'Ann', 'Bo'), late('b', 'Ann'), { ...late('c', 'Ann'), state: 'dropped' }],
        }),
        milestone({ id: 'dropped', state: 'dropped', actions: [late('d', 'Ann')] }),
      ],
    }),
    goal({
      id: 'dropped',
      state: 'dropped',
      milestones: [milestone({ id: 'e', actions: [late('e', 'Ann')] })],
    }),
  ];
  const people = [
    person({ id: 'ann', name: 'Ann' }),
    person({ id: 'bo', name: 'Bo' }),
    person({ id: 'cy', name: 'Cy' }),
  ];

  test('of a team: all that are not dropped, nor below what is', () => {
    expect(scoreTeam(goals).accountability).toMatchObject({ kept: { missed: 2 }, open: 2, overdue: 2 });
  });
  test('of people: one with two owners counts for both', () => {
    const scored = score(plan({ teams: [team({ goals })], people })).people;
    expect(scored.map(({ accountability: { kept, open } }) => [kept.missed, open])).toEqual([
      [2, 2],
      [1, 1],
      [0, 0],
    ]);
  });
  test('an owner named twice counts once', () => {
    const twice = [goal({ milestones: [milestone({ actions: [late('a', 'Ann', 'Ann')] })] })];
    const scored = score(plan({ teams: [team({ goals: twice })], people: [person({ name: 'Ann' })] }));
    expect(one(scored.people).accountability.kept.missed).toBe(1);
  });
});
