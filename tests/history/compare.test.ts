import { describe, expect, it } from 'vitest';
import { compare, type Seen } from '../../src/history/compare.ts';
import type { KeptPlan } from '../../src/history/kept.ts';
import { isEvent, type Line } from '../../src/history/line.ts';
import type { RowName } from '../../src/plan/last-good.ts';
import type { Goal, Milestone, Plan, RowSource } from '../../src/plan/plan.ts';
import { planWith } from '../helpers/history.ts';
import { action, goal, inDays, milestone, TODAY, team } from '../helpers/rows.ts';

const LATER = inDays(7);

function seen(plan: Plan, more: Partial<Seen> = {}): Seen {
  return { plan, leftOut: [], restored: [], ...more };
}

function kept(plan: Plan): KeptPlan {
  return compare(null, seen(plan), TODAY).next;
}

/** `kind row: from → to` of each event, other lines by their kind and row. */
function told(lines: readonly Line[]): string[] {
  return lines.map((line) =>
    isEvent(line) && line.field !== null
      ? `${line.kind} ${line.row}: ${line.from} → ${line.to}`
      : `${line.kind} ${line.row}`,
  );
}

function change(before: Plan, after: Plan, more: Partial<Seen> = {}): string[] {
  return told(compare(kept(before), seen(after, more), LATER).lines);
}

/** A plan of one milestone with one action. */
function oneMilestone(more: Partial<Milestone>): Plan {
  return planWith([goal({ milestones: [milestone({ actions: [action()], ...more })] })]);
}

const PLAN = oneMilestone({});

describe('the first plan', () => {
  const { lines, next } = compare(null, seen(PLAN), TODAY);

  it('adds each row, parents first, marked as the baseline', () => {
    expect(told(lines)).toEqual(['added north', 'added goal', 'added milestone', 'added action']);
    expect(lines.every((line) => isEvent(line) && line.baseline)).toBe(true);
  });

  it('tells all of a row on its line', () => {
    expect(lines[3]).toEqual({
      day: '2026-03-04',
      kind: 'added',
      sort: 'action',
      row: 'action',
      title: 'Call the lab',
      parent: 'milestone',
      team: 'north',
      owners: ['Ann Lee'],
      due: '2026-03-11',
      field: null,
      from: null,
      to: null,
      baseline: true,
      state: 'not started',
      weight: 1,
    });
  });

  it('is kept, and the same plan gives nothing new', () => {
    const again = compare(next, seen(PLAN), LATER);
    expect(again.lines).toEqual([]);
    expect(again.next).toBe(next);
  });

  it('of no rows at all is a baseline of nothing', () => {
    expect(compare(null, seen(planWith([])), TODAY).lines).toHaveLength(1);
  });
});

describe('a change of a row', () => {
  const cases: [string, Partial<Milestone>, Partial<Milestone>, string][] = [
    [
      'done',
      { state: 'in progress' },
      { state: 'done', doneOn: LATER },
      'done milestone: in progress → done',
    ],
    ['reopened', { state: 'done' }, { state: 'blocked' }, 'reopened milestone: done → blocked'],
    [
      'taken up again',
      { state: 'dropped' },
      { state: 'not started' },
      'reopened milestone: dropped → not started',
    ],
    ['dropped', { state: 'blocked' }, { state: 'dropped' }, 'dropped milestone: blocked → dropped'],
    [
      'started',
      { state: 'not started' },
      { state: 'in progress' },
      'state milestone: not started → in progress',
    ],
    [
      'done on another day',
      { state: 'done', doneOn: TODAY },
      { state: 'done', doneOn: LATER },
      'done milestone: 2026-03-04 → 2026-03-11',
    ],
    ['due', { due: TODAY }, { due: LATER }, 'due milestone: 2026-03-04 → 2026-03-11'],
    ['owner', { owners: ['Ann Lee', 'Bo Ek'] }, { owners: [] }, 'owner milestone: Ann Lee, Bo Ek → null'],
    ['priority', { priority: null }, { priority: 'High' }, 'priority milestone: null → High'],
    ['target', { target: 40 }, { target: 30 }, 'target milestone: 40 → 30'],
    ['current', { current: 0 }, { current: null }, 'current milestone: 0 → null'],
    ['weight', { weight: 1 }, { weight: 2.5 }, 'weight milestone: 1 → 2.5'],
    ['progress', { typedProgress: 0.2 }, { typedProgress: 0.4 }, 'progress milestone: 0.2 → 0.4'],
    [
      'renamed',
      { title: 'Pilot agreed' },
      { title: 'Pilot signed' },
      'renamed milestone: Pilot agreed → Pilot signed',
    ],
  ];

  it.each(cases)('%s is one event, with the value before and after', (_, before, after, event) => {
    expect(change(oneMilestone(before), oneMilestone(after))).toEqual([event]);
  });

  it('that the history does not follow is kept without an event', () => {
    const { lines, next } = compare(kept(PLAN), seen(oneMilestone({ notes: 'Call first' })), LATER);
    expect(lines).toEqual([]);
    expect(next.day).toBe('2026-03-11');
    expect(next.rows[2]?.cells).toMatchObject({ notes: 'Call first' });
  });

  it('comes with the row as it stands after it', () => {
    const after = oneMilestone({ due: LATER, owners: ['Bo Ek'] });
    const [event] = compare(kept(PLAN), seen(after), LATER).lines;
    expect(event).toMatchObject({
      kind: 'due',
      owners: ['Bo Ek'],
      due: '2026-03-11',
      parent: 'goal',
      team: 'north',
    });
  });

  it('of several cells is an event each, in the order of the kinds', () => {
    const after = oneMilestone({ weight: 3, due: LATER, state: 'done', title: 'Pilot agreed!' });
    expect(change(PLAN, after).map((event) => event.split(' ')[0])).toEqual([
      'renamed',
      'done',
      'due',
      'weight',
    ]);
  });

  it('of a team is that of its leader and its name', () => {
    const before = planWith([goal({})]);
    const led = planWith([goal({})], { leader: 'Bo Ek' });
    expect(change(before, led)).toEqual(['owner north: null → Bo Ek']);
  });
});

describe('rows that come and go', () => {
  const two = oneMilestone({ actions: [action(), action({ id: 'other', title: 'Other', due: inDays(20) })] });

  it('are added and removed', () => {
    expect(change(PLAN, two)).toEqual(['added other']);
    expect(change(two, PLAN)).toEqual(['removed other']);
  });

  it('are no baseline once the history has begun', () => {
    expect(compare(kept(PLAN), seen(two), LATER).lines[0]).not.toHaveProperty('baseline');
  });

  it('go with all below them, a line each', () => {
    const [first] = PLAN.teams[0]?.goals ?? [];
    const more = planWith([first ?? goal({}), goal({ id: 'G2', milestones: [milestone({ id: 'M2' })] })]);
    expect(change(more, PLAN)).toEqual(['removed G2', 'removed M2']);
  });

  it('all at once are another plan, and no change', () => {
    const other = planWith([goal({ id: 'X', title: 'Quite another', due: inDays(3) })]);
    const { lines } = compare(kept(PLAN), seen(other), LATER);
    expect(told(lines)).toEqual(['removed goal', 'added X', 'removed milestone', 'removed action']);
    expect(lines.every((line) => isEvent(line) && line.baseline)).toBe(true);
  });

  it('are not looked at in a plan as of a day before the last', () => {
    const last = kept(PLAN);
    expect(compare(last, seen(two), inDays(-1))).toEqual({ lines: [], next: last });
  });
});

const typed: RowSource = { book: 'plan.xlsx', sheet: 'Actions', row: 2, cells: {}, shown: { id: 'typed' } };

/** A plan whose one milestone has actions of these IDs and titles; those with an ID of the sheet begin with #. */
function actions(...rows: [id: string, title: string, more?: Parameters<typeof action>[0]][]): Plan {
  return oneMilestone({
    actions: rows.map(([id, title, more]) => {
      const isTyped = id.startsWith('#');
      return action({ id: id.replace('#', ''), title, ...(isTyped ? { source: typed } : {}), ...more });
    }),
  });
}

describe('a row is found again', () => {
  it('by its ID, whatever else changes', () => {
    const after = actions(['#A1', 'Visit', { due: LATER, owners: ['Bo Ek'] }]);
    expect(
      change(actions(['#A1', 'Call', { due: TODAY }]), after).map((event) => event.split(' ')[0]),
    ).toEqual(['renamed', 'due', 'owner']);
  });

  it('by its ID below another parent', () => {
    const two = (of: 0 | 1): Plan => {
      const moving = [action({ id: 'A1', source: typed })];
      return planWith([
        goal({
          milestones: ['M1', 'M2'].map((id, i) =>
            milestone({ id, title: id, actions: i === of ? moving : [] }),
          ),
        }),
      ]);
    };
    expect(change(two(0), two(1))).toEqual(['parent A1: M1 → M2']);
  });

  it('by parent and title where it has no ID, however the title is written', () => {
    expect(
      change(actions(['call', 'Call', { due: TODAY }]), actions(['call', 'CALL!', { due: LATER }])),
    ).toEqual(['renamed call: Call → CALL!', 'due call: 2026-03-04 → 2026-03-11']);
  });

  it('when its ID is filled in, with a line for the new ID and no event', () => {
    const { lines } = compare(kept(actions(['call', 'Call'])), seen(actions(['#A1', 'Call'])), LATER);
    expect(lines).toMatchObject([{ kind: 'id', row: 'A1', key: 'call' }]);
  });

  it('when its ID is taken out', () => {
    expect(change(actions(['#A1', 'Call']), actions(['call', 'Call']))).toEqual(['id call']);
  });

  it('when all IDs are numbered anew, by all else being the same', () => {
    expect(change(actions(['#A1', 'Call']), actions(['#B1', 'Call']))).toEqual(['id B1']);
  });

  it('but not as a row of another ID and another due day', () => {
    expect(change(actions(['#A1', 'Call']), actions(['#B1', 'Call', { due: inDays(30) }]))).toEqual([
      'removed A1',
      'added B1',
    ]);
  });

  it('below a parent that was renamed, whose new slug changes its own', () => {
    const named = (title: string, id: string): Plan =>
      planWith([
        goal({
          id,
          title,
          milestones: [
            milestone({
              id: `${id}-pilot`,
              title: 'Pilot',
              actions: [action({ id: `${id}-pilot-call`, title: 'Call' })],
            }),
          ],
        }),
      ]);
    const { lines } = compare(kept(named('Win Acme', 'win')), seen(named('Keep Acme', 'keep')), LATER);
    expect(lines).toMatchObject([
      { kind: 'renamed', row: 'keep', key: 'win', was: 'win', from: 'Win Acme', to: 'Keep Acme' },
      { kind: 'id', row: 'keep-pilot', key: 'win-pilot', parent: 'keep' },
      { kind: 'id', row: 'keep-pilot-call', key: 'win-pilot-call', parent: 'keep-pilot' },
    ]);
  });

  it('below a team that was renamed', () => {
    const of = (id: string, name: string): Plan =>
      planWith([goal({ id: `${id}-win`, title: 'Win' }), goal({ id: `${id}-keep`, title: 'Keep' })], {
        id,
        name,
      });
    expect(change(of('north', 'North'), of('west', 'West'))).toEqual([
      'renamed west: North → West',
      'id west-keep',
      'id west-win',
    ]);
  });

  it('as a team only where it has half of its goals', () => {
    const of = (id: string, titles: readonly string[]): Plan =>
      planWith(
        titles.map((title) => goal({ id: `${id}-${title}`, title, due: inDays(title.length) })),
        { id, name: id },
      );
    const after = change(of('north', ['a', 'bb', 'ccc']), of('west', ['a', 'x', 'y']));
    expect(after).toContain('removed north');
    expect(after).toContain('added west');
  });

  it('as a team only where no other team has goals of it', () => {
    const named = (id: string, goals: readonly Goal[]) => team({ id, name: id, goals });
    const a = goal({ id: 'a', title: 'A' });
    const b = goal({ id: 'b', title: 'B' });
    const before = { ...PLAN, teams: [named('north', [a, b])] };
    const after = { ...PLAN, teams: [named('east', [a]), named('west', [b])] };
    expect(change(before, after).filter((event) => event.startsWith('renamed'))).toEqual([]);
  });
});

describe('rows of one title', () => {
  const twin = (id: string, due: number, owner = 'Ann Lee') =>
    [id, 'Call', { due: inDays(due), owners: [owner] }] as [string, string, Parameters<typeof action>[0]];

  it('are told apart by due day and owner, though their slugs change places', () => {
    // What was due first moved behind the other, so that the slugs, numbered by due day, changed places.
    const { lines } = compare(
      kept(actions(twin('call', 1), twin('call-2', 5))),
      seen(actions(twin('call', 5), twin('call-2', 9))),
      LATER,
    );
    expect(lines).toMatchObject([
      { kind: 'id', row: 'call', key: 'call-2' },
      { kind: 'due', row: 'call-2', key: 'call', from: '2026-03-05', to: '2026-03-13' },
      { kind: 'id', row: 'call-2', key: 'call' },
    ]);
  });

  it('lose the one that is gone', () => {
    expect(change(actions(twin('call', 1), twin('call-2', 5)), actions(twin('call', 5)))).toEqual([
      'removed call',
      'id call',
    ]);
  });

  it('keep those with an ID apart', () => {
    expect(change(actions(twin('#A', 1), twin('#B', 5)), actions(twin('#B', 1), twin('#C', 9)))).toEqual([
      'removed A',
      'due B: 2026-03-09 → 2026-03-05',
      'added C',
    ]);
  });
});

describe('a row with a new title', () => {
  it('is the one with the same parent, owner and due day', () => {
    const { lines } = compare(kept(actions(['call', 'Call'])), seen(actions(['visit', 'Visit'])), LATER);
    expect(lines).toMatchObject([
      { kind: 'renamed', row: 'visit', key: 'call', was: 'call', from: 'Call', to: 'Visit' },
    ]);
  });

  it.each([
    ['owner', { owners: ['Bo Ek'] }],
    ['due day', { due: inDays(8) }],
  ])('is another row where its %s is another', (_, more) => {
    expect(change(actions(['call', 'Call']), actions(['visit', 'Visit', more]))).toEqual([
      'removed call',
      'added visit',
    ]);
  });

  it('is another row below another parent', () => {
    const below = (id: string, title: string, of: string): Plan =>
      planWith([
        goal({
          milestones: ['M1', 'M2'].map((each) =>
            milestone({ id: each, title: each, actions: each === of ? [action({ id, title })] : [] }),
          ),
        }),
      ]);
    expect(change(below('call', 'Call', 'M1'), below('visit', 'Visit', 'M2'))).toEqual([
      'removed call',
      'added visit',
    ]);
  });

  it('is another row where more than one may be meant', () => {
    const before = actions(['call', 'Call'], ['mail', 'Mail']);
    expect(change(before, actions(['visit', 'Visit'], ['write', 'Write']))).toEqual([
      'removed call',
      'removed mail',
      'added visit',
      'added write',
    ]);
    expect(change(before, actions(['visit', 'Visit']))).toEqual([
      'removed call',
      'removed mail',
      'added visit',
    ]);
  });

  it('is another row where both have an ID', () => {
    expect(change(actions(['#A', 'Call']), actions(['#B', 'Visit']))).toEqual(['removed A', 'added B']);
  });

  it('does not take the key of a row that has it still', () => {
    // “Call” became “Visit”, and keeps the key; then another “Call” comes.
    const renamed = compare(kept(actions(['call', 'Call'])), seen(actions(['visit', 'Visit'])), LATER).next;
    const both = actions(['visit', 'Visit'], ['call', 'Call', { due: inDays(40) }]);
    expect(compare(renamed, seen(both), LATER).lines).toMatchObject([
      { kind: 'added', row: 'call', key: 'call~2' },
    ]);
  });
});

describe('a row in error', () => {
  const two = actions(['call', 'Call'], ['mail', 'Mail', { due: inDays(9) }]);
  const left = actions(['mail', 'Mail', { due: inDays(9) }]);
  const name = (more: Partial<RowName>): RowName => ({
    sort: 'action',
    id: null,
    parent: 'milestone',
    title: 'Call',
    ...more,
  });

  it.each([
    ['by parent and title', name({})],
    ['by its title alone where its parent is not known', name({ parent: null })],
    ['as the only one that its parent lacks, under a new title', name({ title: 'Call thrice' })],
  ])('is held %s', (_, leftOut) => {
    const { lines, next } = compare(kept(two), seen(left, { leftOut: [leftOut] }), LATER);
    expect(lines).toEqual([]);
    expect(next.rows.find(({ id }) => id === 'call')).toMatchObject({
      due: '2026-03-11',
      held: '2026-03-04',
    });
  });

  it('is held by its ID', () => {
    const before = actions(['#A', 'Call'], ['mail', 'Mail']);
    const after = actions(['mail', 'Mail']);
    expect(change(before, after, { leftOut: [name({ id: 'a', parent: null, title: null })] })).toEqual([]);
  });

  it.each([
    ['of another sort', name({ sort: 'milestone', parent: 'goal' })],
    ['of a title that no row had, below a parent not known', name({ title: 'Sing', parent: null })],
    ['of no title, below a parent not known', name({ title: null, parent: null })],
  ])('%s holds none', (_, leftOut) => {
    expect(change(two, left, { leftOut: [leftOut] })).toEqual(['removed call']);
  });

  it('with an ID does not hold a row of another ID', () => {
    expect(
      change(actions(['#A', 'Call'], ['#B', 'Mail']), actions(['#B', 'Mail']), {
        leftOut: [name({ id: 'C', parent: null })],
      }),
    ).toEqual(['removed A']);
  });

  it('holds nothing by chance where two rows are lacking', () => {
    const three = actions(
      ['call', 'Call'],
      ['mail', 'Mail', { due: inDays(9) }],
      ['sing', 'Sing', { due: inDays(10) }],
    );
    expect(change(three, left, { leftOut: [name({ title: 'Other' })] })).toEqual([
      'removed call',
      'removed sing',
    ]);
  });

  it('comes back without an event', () => {
    const { next } = compare(kept(two), seen(left, { leftOut: [name({})] }), LATER);
    expect(compare(next, seen(two), inDays(8)).lines).toEqual([]);
  });

  it('comes back with what changed meanwhile', () => {
    const { next } = compare(kept(two), seen(left, { leftOut: [name({})] }), LATER);
    const later = actions(['call', 'Call', { due: inDays(30) }], ['mail', 'Mail', { due: inDays(9) }]);
    expect(told(compare(next, seen(later), inDays(8)).lines)).toEqual(['due call: 2026-03-11 → 2026-04-03']);
  });

  it('keeps the day on which it was last read, however long it lasts', () => {
    const leftOut = [name({})];
    const once = compare(kept(two), seen(left, { leftOut }), LATER).next;
    const moved = actions(['mail', 'Mail', { due: inDays(12) }]);
    const twice = compare(once, seen(moved, { leftOut }), inDays(8)).next;
    expect(twice.rows.find(({ id }) => id === 'call')?.held).toBe('2026-03-04');
  });

  it('keeps its parents in the history, and follows their new names', () => {
    const before = planWith([
      goal({ id: 'win', title: 'Win', milestones: [milestone({ id: 'win-pilot' })] }),
    ]);
    const after = planWith([goal({ id: 'keep', title: 'Keep' })]);
    const leftOut: RowName[] = [{ sort: 'milestone', id: null, parent: 'keep', title: 'win-pilot' }];
    const { lines, next } = compare(kept(before), seen(after, { leftOut }), LATER);
    expect(told(lines)).toEqual(['renamed keep: Win → Keep']);
    expect(next.rows[2]).toMatchObject({ id: 'win-pilot', parent: 'keep' });
  });

  it('keeps a team whose only goal is in error', () => {
    const before: Plan = {
      ...PLAN,
      teams: [...PLAN.teams, team({ id: 'west', name: 'West', goals: [goal({ id: 'W' })] })],
    };
    const leftOut: RowName[] = [{ sort: 'goal', id: null, parent: null, title: 'W' }];
    expect(change(before, PLAN, { leftOut })).toEqual([]);
  });

  it('of a team leaves its leader as it was', () => {
    const before = planWith([goal({})], { leader: 'Bo Ek', vision: 'Water for all' });
    const leftOut: RowName[] = [{ sort: 'team', id: null, parent: null, title: 'North' }];
    const { lines, next } = compare(kept(before), seen(planWith([goal({})]), { leftOut }), LATER);
    expect(lines).toEqual([]);
    expect(next.rows[0]).toMatchObject({
      owners: ['Bo Ek'],
      cells: { vision: 'Water for all' },
      held: '2026-03-04',
    });
  });

  it('that counts with an old value is marked with the day of it', () => {
    const restored = [{ sort: 'action', id: 'action', field: 'due', since: TODAY }] as const;
    const { lines, next } = compare(kept(PLAN), seen(PLAN, { restored }), LATER);
    expect(lines).toEqual([]);
    expect(next.rows[3]?.stale).toEqual({ due: '2026-03-04' });
    expect(compare(next, seen(PLAN, { restored }), inDays(9)).next).toBe(next);
  });
});
