import { describe, expect, test } from 'vitest';
import type { Goal, Milestone, Settings } from '../../src/plan/plan.ts';
import { action, doneAction, goal, inDays, milestone } from '../helpers/rows.ts';
import { codes, scoreGoal, scoreMilestone } from '../helpers/scored.ts';

/** Half of its time is over, and half of it done, as typed; something is due soon: on track, unless said otherwise. */
function scoreOne(more: Partial<Milestone>, ofGoal: Partial<Goal> = {}, settings: Partial<Settings> = {}) {
  const actions = [action({ id: 'next', due: inDays(5) })];
  const healthy = milestone({ start: inDays(-50), due: inDays(50), typedProgress: 0.5, actions });
  return scoreMilestone(
    { ...healthy, ...more },
    { start: inDays(-50), due: inDays(50), ...ofGoal },
    { settings },
  );
}

/** An action done in each of the last 12 full weeks, in a goal long under way. */
const oneAWeek = Array.from({ length: 12 }, (_, week) =>
  doneAction(inDays(-3 - 7 * week), { id: `past-${week}` }),
);
const longGoal: Partial<Goal> = { start: inDays(-200) };
const left = (count: number) => Array.from({ length: count }, (_, index) => action({ id: `left-${index}` }));

describe('progress', () => {
  const of = (more: Partial<Milestone>) => scoreOne({ typedProgress: null, ...more }).progress;
  const outcome = { baseline: 0, target: 10, current: 3 };

  test('done is 1, whatever is typed', () => {
    expect(of({ state: 'done', typedProgress: 0.2 })).toBe(1);
  });
  test('typed goes before the outcome', () => {
    expect(of({ typedProgress: 0.2, ...outcome })).toBe(0.2);
  });
  test('0 typed is typed', () => {
    expect(of({ typedProgress: 0, ...outcome })).toBe(0);
  });
  test('the outcome, 3 of 10, goes before the actions', () => {
    expect(of({ ...outcome, actions: [doneAction(inDays(-1), { id: 'a' })] })).toBe(0.3);
  });
  test('3 / (3 + 1 + 2): in progress earns nothing, dropped does not weigh', () => {
    const actions = [
      doneAction(inDays(-1), { id: 'a', weight: 3 }),
      action({ id: 'b', state: 'in progress' }),
      action({ id: 'c', weight: 2 }),
      action({ id: 'd', weight: 10, state: 'dropped' }),
    ];
    expect(of({ actions })).toBe(0.5);
  });
  test('no actions, or none but dropped ones: 0', () => {
    expect(of({ actions: [] })).toBe(0);
    expect(of({ actions: [action({ id: 'a', state: 'dropped' })] })).toBe(0);
  });
  test('all actions done is 1, and does not close it', () => {
    const scored = scoreOne({ typedProgress: null, actions: [doneAction(inDays(-1), { id: 'a' })] });
    expect(scored.progress).toBe(1);
    expect(scored.status).toBe('at risk');
    expect(codes(scored)).toEqual(['no-next-action', 'close-or-next']);
  });
});

describe('start and expected', () => {
  test('its own start: 50 of 100 days', () => {
    expect(scoreOne({}, longGoal)).toMatchObject({ start: inDays(-50), expected: 0.5, gap: 0 });
  });
  test("else its goal's: 150 of 200 days", () => {
    const scored = scoreOne({ start: null }, { start: inDays(-150) });
    expect(scored).toMatchObject({ start: inDays(-150), expected: 0.75, gap: 0.25 });
  });
});

describe('status, first that holds', () => {
  const cases: readonly [name: string, Partial<Milestone>, status: string, code: string | null][] = [
    ['dropped as typed, though overdue', { state: 'dropped', due: inDays(-5) }, 'dropped', 'dropped'],
    ['done, though overdue', { state: 'done', due: inDays(-5) }, 'done', 'done'],
    ['due yesterday', { due: inDays(-1), typedProgress: 1 }, 'off track', 'overdue'],
    ['due on the as-of day is not yet overdue', { due: inDays(0), typedProgress: 1 }, 'on track', null],
    [
      'gap 0.7 − 0.45, just under 0.25 in floating point',
      { start: inDays(-70), due: inDays(30), typedProgress: 0.45 },
      'off track',
      'behind',
    ],
    ['gap exactly 0.25', { typedProgress: 0.25 }, 'off track', 'behind'],
    ['gap 0.24', { typedProgress: 0.26 }, 'at risk', 'behind'],
    ['gap 0.5 − 0.4, just under 0.10 in floating point', { typedProgress: 0.4 }, 'at risk', 'behind'],
    ['gap 0.09', { typedProgress: 0.41 }, 'on track', null],
    [
      'an open action is blocked',
      { actions: [action({ id: 'a', state: 'blocked' })] },
      'at risk',
      'blocked-action',
    ],
    ['an action in progress', { actions: [action({ id: 'a', state: 'in progress' })] }, 'on track', null],
    [
      'an open action was due yesterday',
      { actions: [action({ id: 'a', due: inDays(-1) }), action({ id: 'b' })] },
      'at risk',
      'overdue-action',
    ],
    ['an open action is due today', { actions: [action({ id: 'a', due: inDays(0) })] }, 'on track', null],
    [
      'a dropped action was due yesterday',
      { actions: [action({ id: 'a', due: inDays(-1), state: 'dropped' }), action({ id: 'b' })] },
      'on track',
      null,
    ],
    [
      'a done action was due yesterday',
      { actions: [doneAction(inDays(-1), { id: 'a' }), action({ id: 'b' })] },
      'on track',
      null,
    ],
    [
      'started today, no open action',
      { start: inDays(0), typedProgress: 0, actions: [] },
      'at risk',
      'no-next-action',
    ],
    [
      'starts tomorrow, no open action',
      { start: inDays(1), typedProgress: 0, actions: [] },
      'not started',
      null,
    ],
    [
      'started 14 days ago, nothing done or due',
      {
        start: inDays(-14),
        due: inDays(86),
        typedProgress: 0.14,
        actions: [action({ id: 'a', due: inDays(15) })],
      },
      'at risk',
      'stalled',
    ],
    [
      'started 13 days ago',
      {
        start: inDays(-13),
        due: inDays(87),
        typedProgress: 0.13,
        actions: [action({ id: 'a', due: inDays(15) })],
      },
      'on track',
      null,
    ],
    [
      'done 14 days ago',
      { actions: [doneAction(inDays(-14), { id: 'a' }), action({ id: 'b', due: inDays(40) })] },
      'on track',
      null,
    ],
    [
      'done 15 days ago',
      { actions: [doneAction(inDays(-15), { id: 'a' }), action({ id: 'b', due: inDays(40) })] },
      'at risk',
      'stalled',
    ],
    [
      'done today',
      { actions: [doneAction(inDays(0), { id: 'a' }), action({ id: 'b', due: inDays(40) })] },
      'on track',
      null,
    ],
    [
      'done on a day to come',
      { actions: [doneAction(inDays(1), { id: 'a' }), action({ id: 'b', due: inDays(40) })] },
      'at risk',
      'stalled',
    ],
    [
      'done without a day',
      { actions: [action({ id: 'a', state: 'done' }), action({ id: 'b', due: inDays(40) })] },
      'at risk',
      'stalled',
    ],
    ['due in 14 days', { actions: [action({ id: 'a', due: inDays(14) })] }, 'on track', null],
    ['due in 15 days', { actions: [action({ id: 'a', due: inDays(15) })] }, 'at risk', 'stalled'],
    ['starts tomorrow, progress 0', { start: inDays(1), typedProgress: 0 }, 'not started', 'not-started'],
    ['starts tomorrow, 1 % done', { start: inDays(1), typedProgress: 0.01 }, 'on track', 'ahead'],
    ['starts today, progress 0', { start: inDays(0), typedProgress: 0 }, 'on track', 'on-pace'],
    [
      'starts tomorrow, progress 0, with a blocked action',
      { start: inDays(1), typedProgress: 0, actions: [action({ id: 'a', state: 'blocked' })] },
      'at risk',
      'blocked-action',
    ],
  ];
  test.each(cases)('%s: %s', (_, more, status, code) => {
    const scored = scoreOne(more, longGoal);
    expect(scored.status).toBe(status);
    if (code !== null) expect(codes(scored)).toContain(code);
    expect(scored.reasons.length).toBeGreaterThan(0);
    // A reason to worry stands only where its rule holds.
    if (status === 'on track') expect(codes(scored).join()).toMatch(/^(ahead|on-pace|near-pace)$/);
  });

  test('the case just under 0.25 is one: 0.7 − 0.45 < 0.25', () => {
    expect(0.7 - 0.45).toBeLessThan(0.25);
  });

  test.each([
    ['7 actions at one a week: in 49 days, due in 49', 7, 49, 'on track'],
    ['7 actions at one a week: in 49 days, due in 48', 7, 48, 'at risk'],
    ['105 actions at one a week: beyond the horizon', 105, 20_000, 'at risk'],
    ['104 actions at one a week: within it', 104, 20_000, 'on track'],
  ])('forecast: %s', (_, count, due, status) => {
    const scored = scoreOne(
      { due: inDays(due), typedProgress: 0.9, actions: [...oneAWeek, ...left(count)] },
      { ...longGoal, due: inDays(20_000) },
    );
    expect(scored.status).toBe(status);
    expect(codes(scored).includes('forecast-late')).toBe(status === 'at risk');
  });

  test('no forecast, no reason from it', () => {
    const scored = scoreOne({ due: inDays(10), typedProgress: 1, actions: left(9) }, longGoal);
    expect(scored).toMatchObject({ forecast: null, status: 'on track' });
  });

  test("the settings' numbers hold, not the defaults", () => {
    const limits = { atRiskFrom: 0.3, offTrackFrom: 0.4, stalledAfter: 3 };
    const behind = (typedProgress: number) => scoreOne({ typedProgress }, {}, limits);
    expect(
      scoreOne({ typedProgress: 0.2, actions: [action({ id: 'a', due: inDays(3) })] }, {}, limits),
    ).toMatchObject({
      status: 'at risk',
      reasons: [{ code: 'behind' }],
    });
    expect(codes(behind(0.2))).toEqual(['behind', 'stalled']);
    expect(behind(0.1).status).toBe('off track');
    expect(behind(0.21).reasons.map(({ code }) => code)).toEqual(['stalled']);
  });

  test('off track from below at risk from', () => {
    const limits = { atRiskFrom: 0.3, offTrackFrom: 0.2 };
    expect(scoreOne({ typedProgress: 0.25 }, {}, limits).status).toBe('off track');
    expect(scoreOne({ typedProgress: 0.31 }, {}, limits).status).toBe('on track');
  });
});

describe('reasons', () => {
  test('all that hold, the most serious first', () => {
    const scored = scoreOne({
      due: inDays(-9),
      typedProgress: 0.4,
      declared: 'on track',
      actions: [action({ id: 'Call the lab', state: 'blocked', due: inDays(-3), owners: ['Ann', 'Bo'] })],
    });
    expect(scored.reasons).toEqual([
      { code: 'overdue', text: 'Was due on 23 Feb 2026, 9 days ago' },
      { code: 'behind', text: 'Behind: 40% done, 100% expected' },
      { code: 'blocked-action', text: 'Blocked: “Call the lab” (Ann, Bo)' },
      { code: 'overdue-action', text: 'Overdue: “Call the lab” (Ann, Bo)' },
      { code: 'stalled', text: 'Stalled: nothing done in the last 14 days, nothing due in the next 14' },
      { code: 'declared-differs', text: 'The owner says on track; the figures say off track' },
    ]);
  });

  test('one day ago', () => {
    expect(scoreOne({ due: inDays(-1) }).reasons[0]?.text).toBe('Was due on 3 Mar 2026, 1 day ago');
  });

  test('three are named, by due day, then title, and the others counted', () => {
    const blocked = (id: string, due: number) =>
      action({ id, state: 'blocked', due: inDays(due), owners: [] });
    const actions = [blocked('E', 9), blocked('D', 2), blocked('B', 3), blocked('A', 3), blocked('C', 9)];
    const text = 'Blocked: “D”, “A”, “B” and 2 more';
    expect(scoreOne({ actions }).reasons).toContainEqual({ code: 'blocked-action', text });
  });

  test.each([
    [0.5, 'on-pace', 'On pace: 50% done, 50% expected'],
    [0.495, 'on-pace', 'On pace: 50% done, 50% expected'],
    [0.45, 'near-pace', 'A little behind: 45% done, 50% expected'],
    [0.51, 'ahead', 'Ahead: 51% done, 50% expected'],
  ])('on track, %d done', (typedProgress, code, text) => {
    expect(scoreOne({ typedProgress }).reasons).toEqual([{ code, text }]);
  });

  test.each([
    ['not started', { start: inDays(1), typedProgress: 0 }, 'Starts on 5 Mar 2026'],
    ['done', { state: 'done', doneOn: inDays(-2) }, 'Done on 2 Mar 2026'],
    ['done without a day', { state: 'done' }, 'Done, on a day that nobody wrote down'],
    ['dropped', { state: 'dropped' }, 'Dropped'],
  ] as const)('%s', (_, more, text) => {
    expect(scoreOne(more).reasons.map((reason) => reason.text)).toEqual([text]);
  });

  test("the owner's word differs, or does not", () => {
    expect(codes(scoreOne({ declared: 'at risk' }))).toEqual(['on-pace', 'declared-differs']);
    expect(codes(scoreOne({ declared: 'on track' }))).toEqual(['on-pace']);
  });

  test('the forecast, with what it stands on', () => {
    const late = (count: number) =>
      scoreOne(
        { due: inDays(5), typedProgress: 0.9, actions: [...oneAWeek, ...left(count)] },
        longGoal,
      ).reasons.at(-1)?.text;
    const basis = 'at the pace of the last 12 weeks (12 actions done,';
    expect(late(2)).toBe(`Likely only by 18 Mar 2026 ${basis} 2 to do)`);
    expect(late(105)).toBe(`Would take more than two years ${basis} 105 to do)`);
  });

  test("in the plan's language, with its days and shares", () => {
    const scored = scoreOne({ due: inDays(-9), typedProgress: 0.4 }, {}, { locale: 'de-DE' });
    expect(scored.reasons.slice(0, 2).map(({ text }) => text)).toEqual([
      'War fällig am 23. Feb. 2026, vor 9 Tagen',
      'Zurück: 40\u202f% geschafft, 100\u202f% erwartet',
    ]);
  });
});

test('flagged only while open and with all actions done', () => {
  const flagged = (more: Partial<Milestone>) => codes(scoreOne(more)).includes('close-or-next');
  const dropped = action({ id: 'x', state: 'dropped' });
  expect(flagged({ actions: [doneAction(inDays(-1), { id: 'a' }), dropped] })).toBe(true);
  expect(flagged({ actions: [doneAction(inDays(-1), { id: 'a' }), action({ id: 'b' })] })).toBe(false);
  expect(flagged({ actions: [dropped] })).toBe(false);
  expect(flagged({ actions: [] })).toBe(false);
  expect(flagged({ actions: [doneAction(inDays(-1), { id: 'a' })], state: 'done' })).toBe(false);
});

test('done, dropped and idle milestones have no forecast', () => {
  const actions = [...oneAWeek, ...left(2)];
  const { milestones } = scoreGoal(
    goal({
      ...longGoal,
      milestones: [
        milestone({ id: 'open', actions }),
        milestone({ id: 'done', state: 'done', actions: left(1) }),
        milestone({ id: 'dropped', state: 'dropped', actions: left(1) }),
        milestone({ id: 'idle', actions: [] }),
      ],
    }),
  );
  expect(milestones.map(({ forecast }) => forecast?.remaining ?? null)).toEqual([2, null, null, null]);
});
