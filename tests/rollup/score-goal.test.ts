import { describe, expect, test } from 'vitest';
import type { Goal, Milestone } from '../../src/plan/plan.ts';
import { action, doneAction, goal, inDays, milestone } from '../helpers/rows.ts';
import { codes, scoreGoal, scoreTeam } from '../helpers/scored.ts';

/** Expected 0.5 and done 0.5, as typed; something is due soon: on track. */
function healthy(more: Partial<Milestone> = {}): Milestone {
  return milestone({
    start: inDays(-50),
    due: inDays(50),
    typedProgress: 0.5,
    actions: [action({ id: `next of ${more.id}`, due: inDays(5) })],
    ...more,
  });
}

/** A goal of one such milestone, of which half of the time is over too. */
function scoreHealthy(more: Partial<Goal> = {}) {
  return scoreGoal(goal({ start: inDays(-50), due: inDays(50), milestones: [healthy()], ...more }));
}

const outcome = (current: number) => ({ baseline: 0, target: 100, current });
const oneAWeek = Array.from({ length: 12 }, (_, week) =>
  doneAction(inDays(-3 - 7 * week), { id: `past-${week}` }),
);
const left = (count: number, of = '') =>
  Array.from({ length: count }, (_, index) => action({ id: `left-${of}${index}` }));

describe('status of a goal, first that holds', () => {
  const off = (id: string) => healthy({ id, due: inDays(-1), weight: 0.001, typedProgress: 0.99 });
  const cases: readonly [name: string, Partial<Goal>, status: string, codes: string[]][] = [
    ['dropped as typed, though overdue', { state: 'dropped', due: inDays(-9) }, 'dropped', ['dropped']],
    ['done as typed, though overdue', { state: 'done', due: inDays(-9) }, 'done', ['done']],
    [
      'all its milestones done does not close it',
      { milestones: [healthy({ state: 'done' })] },
      'on track',
      ['ahead'],
    ],
    ['due yesterday', { due: inDays(-1), ...outcome(100) }, 'off track', ['overdue']],
    ['due today', { due: inDays(0), ...outcome(100) }, 'on track', ['on-pace']],
    ['gap exactly 0.25', outcome(25), 'off track', ['behind']],
    ['gap 0.24', outcome(26), 'at risk', ['behind']],
    ['gap 0.5 − 0.4, just under 0.10 in floating point', outcome(40), 'at risk', ['behind']],
    ['gap 0.09', outcome(41), 'on track', ['near-pace']],
    [
      'an open action of an open milestone is blocked',
      { ...outcome(50), milestones: [healthy({ actions: [action({ state: 'blocked' })] })] },
      'at risk',
      ['blocked-action'],
    ],
    [
      'an open action of a done milestone is blocked',
      { ...outcome(50), milestones: [healthy({ state: 'done', actions: [action({ state: 'blocked' })] })] },
      'on track',
      ['on-pace'],
    ],
    [
      'an open action of a dropped milestone is blocked',
      {
        ...outcome(50),
        milestones: [healthy({ state: 'dropped', actions: [action({ state: 'blocked' })] })],
      },
      'on track',
      ['on-pace'],
    ],
    [
      'an open action was due yesterday',
      { ...outcome(50), milestones: [healthy({ actions: [action({ due: inDays(-1) })] })] },
      'at risk',
      ['overdue-action'],
    ],
    [
      'an open action is due today',
      { ...outcome(50), milestones: [healthy({ actions: [action({ due: inDays(0) })] })] },
      'on track',
      ['on-pace'],
    ],
    [
      'a milestone is off track',
      { ...outcome(50), milestones: [off('late')] },
      'at risk',
      ['milestone-off-track'],
    ],
    [
      'a milestone is at risk',
      { ...outcome(50), milestones: [healthy({ typedProgress: 0.3 })] },
      'on track',
      ['on-pace'],
    ],
    [
      'a dropped milestone was due yesterday',
      { ...outcome(50), milestones: [{ ...off('late'), state: 'dropped' }] },
      'on track',
      ['on-pace'],
    ],
    ['starts tomorrow, progress 0', { start: inDays(1), ...outcome(0) }, 'not started', ['not-started']],
    ['starts tomorrow, progress 0.01', { start: inDays(1), ...outcome(1) }, 'on track', ['ahead']],
    ['starts today, progress 0', { start: inDays(0), ...outcome(0) }, 'on track', ['on-pace']],
    ['nothing holds', outcome(50), 'on track', ['on-pace']],
    [
      "the owner's word differs",
      { ...outcome(50), declared: 'off track' },
      'on track',
      ['on-pace', 'declared-differs'],
    ],
    ["the owner's word is the same", { ...outcome(25), declared: 'off track' }, 'off track', ['behind']],
  ];
  test.each(cases)('%s: %s', (_, more, status, expected) => {
    const scored = scoreHealthy(more);
    expect({ status: scored.status, codes: codes(scored) }).toEqual({ status, codes: expected });
  });

  test.each([
    ['7 left at one a week, due in 49 days', 49, 'on track'],
    ['7 left at one a week, due in 48 days', 48, 'at risk'],
  ])('forecast: %s', (_, due, status) => {
    const milestones = [healthy({ due: inDays(1000), actions: [...oneAWeek, ...left(7)] })];
    const scored = scoreHealthy({ start: inDays(-200), due: inDays(due), ...outcome(100), milestones });
    expect(scored.status).toBe(status);
    expect(codes(scored).includes('forecast-late')).toBe(status === 'at risk');
  });

  test('reasons name their causes: milestones by due day, and of actions the milestone', () => {
    const held = (id: string) =>
      healthy({ id, actions: [action({ title: 'Sign', state: 'blocked', owners: ['Bo'] })] });
    const scored = scoreHealthy({
      ...outcome(50),
      milestones: [off('B'), { ...off('A'), due: inDays(-2) }, off('C'), off('D'), held('Pilot')],
    });
    expect(scored.reasons.map(({ text }) => text)).toEqual([
      'Off track: “A”, “B”, “C” and 1 more',
      'Blocked: “Sign” (Bo) in “Pilot”',
    ]);
  });
});

describe('progress and expected', () => {
  // 50 of 100 days; the milestone beside it: 0.2 done of 40 / 100.
  const slow = milestone({ typedProgress: 0.2 });
  test.each([
    ['an outcome goes before work', { ...outcome(30), milestones: [slow] }, 0.3, 0.5],
    ['work, where there is none', { milestones: [slow] }, 0.2, 0.4],
    ['an outcome of 0 is one', { ...outcome(0), milestones: [slow] }, 0, 0.5],
    ['neither: 0 against its own pace', { milestones: [] }, 0, 0.5],
    [
      'none but dropped milestones: the same',
      { milestones: [{ ...slow, state: 'dropped' as const }] },
      0,
      0.5,
    ],
    ['done: 1', { ...outcome(30), state: 'done' as const }, 1, 0.5],
  ])('%s', (_, more, progress, expected) => {
    expect(scoreHealthy(more)).toMatchObject({ progress, expected, gap: expected - progress });
  });

  test('work (3 × 0.5 + 1 × 0.1) / 4 = 0.4, expected work (3 × 0.5 + 1 × 0.9) / 4 = 0.6', () => {
    const late = healthy({ id: 'b', typedProgress: 0.1, start: inDays(-90), due: inDays(10) });
    const { work, expectedWork } = scoreHealthy({ milestones: [healthy({ id: 'a', weight: 3 }), late] });
    expect(work).toBeCloseTo(0.4, 12);
    expect(expectedWork).toBeCloseTo(0.6, 12);
  });

  test('no milestones: no work, rather than 0', () => {
    expect(scoreHealthy({ milestones: [] })).toMatchObject({ work: null, expectedWork: null });
  });
});

describe('forecast of a goal and its milestones', () => {
  const forecastOf = (milestones: readonly Milestone[], more: Partial<Goal> = {}) => {
    const scored = scoreGoal(goal({ start: inDays(-200), due: inDays(100), milestones, ...more }));
    return {
      goal: scored.forecast?.remaining ?? null,
      milestones: scored.milestones.map(({ forecast }) => forecast?.remaining ?? null),
    };
  };
  const past = milestone({ id: 'past', state: 'done', due: inDays(-10), actions: oneAWeek });
  const first = milestone({ id: 'first', due: inDays(20), actions: left(2, 'a') });
  const second = milestone({ id: 'second', due: inDays(40), actions: left(3, 'b') });
  const twin = milestone({ id: 'twin', due: inDays(40), actions: left(1, 'c') });

  test('left: for the goal all, for a milestone those due no later than it, its twins too', () => {
    expect(forecastOf([past, twin, second, first])).toEqual({ goal: 6, milestones: [null, 6, 6, 2] });
  });
  test('open actions of done and dropped milestones are not left to do', () => {
    const closed = milestone({ id: 'closed', state: 'done', due: inDays(1), actions: left(5, 'd') });
    const dropped = milestone({ id: 'dropped', state: 'dropped', due: inDays(1), actions: left(5, 'e') });
    expect(forecastOf([past, closed, dropped, first])).toEqual({
      goal: 2,
      milestones: [null, null, null, 2],
    });
  });
  test('actions done below a dropped milestone are no history', () => {
    expect(forecastOf([{ ...past, state: 'dropped' }, first])).toEqual({
      goal: null,
      milestones: [null, null],
    });
  });
  test('nothing open: no forecast', () => {
    expect(forecastOf([past])).toEqual({ goal: null, milestones: [null] });
  });
  test('a done goal has none, an open milestone below it does', () => {
    expect(forecastOf([past, first], { state: 'done' })).toEqual({ goal: null, milestones: [null, 2] });
  });
  test('a dropped goal has none, nor has anything below it', () => {
    expect(forecastOf([past, first], { state: 'dropped' })).toEqual({ goal: null, milestones: [null, null] });
  });
  test('weights do not matter', () => {
    const heavy = { ...first, actions: first.actions.map((each) => ({ ...each, weight: 9 })) };
    expect(forecastOf([past, heavy])).toEqual(forecastOf([past, first]));
  });
});

describe('status of a team', () => {
  const part = (id: string, current: number, more: Partial<Goal> = {}) =>
    goal({ id, title: id, start: inDays(-50), due: inDays(50), ...outcome(current), ...more });
  const waiting = (id: string) => part(id, 0, { start: inDays(1) });
  const finished = (id: string) => part(id, 0, { state: 'done' });
  const cases: readonly [name: string, goals: Goal[], status: string, codes: string[]][] = [
    ['gap exactly 0.25', [part('A', 25)], 'off track', ['behind', 'goal-off-track']],
    [
      'gap (0.24 + 0.25) / 2 = 0.245',
      [part('A', 26), part('B', 25)],
      'at risk',
      ['behind', 'goal-off-track', 'goal-at-risk'],
    ],
    ['gap 0.10 in spite of dust', [part('A', 40)], 'at risk', ['behind', 'goal-at-risk']],
    [
      'gap (0.18 + 0) / 2 = 0.09, a goal at risk',
      [part('A', 32), part('B', 50)],
      'on track',
      ['near-pace', 'goal-at-risk'],
    ],
    ['a goal off track, on the whole ahead', [part('A', 25), part('B', 80)], 'at risk', ['goal-off-track']],
    ['a goal off track, the others done', [part('A', 25), finished('B')], 'at risk', ['goal-off-track']],
    ['all done', [finished('A'), finished('B')], 'done', ['done']],
    ['all done but for a dropped one', [finished('A'), part('B', 0, { state: 'dropped' })], 'done', ['done']],
    ['one done, one to start', [finished('A'), waiting('B')], 'on track', ['ahead']],
    ['none started', [waiting('A'), waiting('B')], 'not started', ['not-started']],
    ['one started', [waiting('A'), part('B', 50)], 'on track', ['on-pace']],
    ['no goals', [], 'not started', ['no-goals']],
    ['all dropped', [part('A', 0, { state: 'dropped' })], 'not started', ['no-goals']],
  ];
  test.each(cases)('%s', (_, goals, status, expected) => {
    const scored = scoreTeam(goals);
    expect({ status: scored.status, codes: codes(scored) }).toEqual({ status, codes: expected });
  });

  test('no figures without a goal that counts', () => {
    for (const goals of [[], [part('A', 0, { state: 'dropped' })]]) {
      expect(scoreTeam(goals)).toMatchObject({ progress: null, expected: null, gap: null });
    }
    expect(scoreTeam([]).reasons[0]?.text).toBe('No goals yet');
  });

  test('its goals by weight: progress (3 × 0.5 + 1 × 0.1) / 4 = 0.4', () => {
    const scored = scoreTeam([part('A', 50, { weight: 3 }), part('B', 10)]);
    expect(scored.progress).toBeCloseTo(0.4, 12);
    expect(scored.expected).toBe(0.5);
  });
});
