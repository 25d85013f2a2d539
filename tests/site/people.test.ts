import { describe, expect, it, test } from 'vitest';
import { noHistory, type Promises } from '../../src/history/promises.ts';
import type { Action, Plan } from '../../src/plan/plan.ts';
import { addresses } from '../../src/site/address.ts';
import { directory, peopleByTeam, peopleLine, rankedPeople } from '../../src/site/people.ts';
import { outcomeOf, type PersonView, personPaths, personViews } from '../../src/site/person-pages.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import type { Snapshot, SnapshotPerson } from '../../src/snapshot/snapshot.ts';
import { en } from '../../src/words/en.ts';
import {
  action,
  customer,
  doneAction,
  firstPromised,
  goal,
  inDays,
  milestone,
  person,
  plan,
  planOf,
  TODAY,
  team,
} from '../helpers/rows.ts';
import { score } from '../helpers/scored.ts';

const ANN = person();
const BO = person({ id: 'bo-ek', name: 'Bo Ek' });

function made(of: Plan, promises: Promises = noHistory): Snapshot {
  const scored = score(of, { promises });
  return makeSnapshot({ plan: of, scored, problems: [], asOf: TODAY, source: 'plan.xlsx', past: NO_PAST });
}

/** A plan in which North has one milestone with these actions. */
function withActions(actions: readonly Action[], promises?: Promises): Snapshot {
  return made(planOf([goal({ milestones: [milestone({ actions })] })], { people: [ANN, BO] }), promises);
}

function viewOf(of: Snapshot, id: string): PersonView {
  const found = of.people.find((each) => each.id === id);
  if (!found) throw new Error(`nobody has the ID ${id}`);
  return personViews(of)(found);
}

const idsOf = (promises: PersonView['later']) => promises.map((each) => each.action.id);

function counts(
  name: string,
  more: Partial<SnapshotPerson> & { missed?: number; late?: number } = {},
): SnapshotPerson {
  const { missed = 0, late = 0, ...rest } = more;
  return {
    id: name,
    name,
    team: null,
    role: null,
    skills: [],
    part: null,
    kept: { kept: 0, late, missed, rate: null },
    keptByWeek: [],
    open: 0,
    overdue: 0,
    dueThisWeek: 0,
    owes: [],
    awaits: [],
    ...rest,
  };
}

describe('what a person promised', () => {
  // TODAY is 4 March: this week is 4 to 10 March.
  const due = (id: string, days: number) => action({ id, due: inDays(days) });

  it('is parted by today and the sixth day after it, the earliest due first', () => {
    const shown = viewOf(
      withActions([
        due('seventh', 7),
        due('sixth', 6),
        due('today', 0),
        due('yesterday', -1),
        due('old', -40),
      ]),
      'ann-lee',
    );
    expect(idsOf(shown.overdue)).toEqual(['old', 'yesterday']);
    expect(idsOf(shown.dueThisWeek)).toEqual(['today', 'sixth']);
    expect(idsOf(shown.later)).toEqual(['seventh']);
  });

  it('adds up to the counts of the roll-up', () => {
    const snapshot = withActions([due('a', -3), due('b', 0), due('c', 6), due('d', 7), due('e', 90)]);
    const shown = viewOf(snapshot, 'ann-lee');
    expect([shown.overdue.length, shown.dueThisWeek.length, shown.later.length]).toEqual([1, 2, 2]);
    expect(shown.person).toMatchObject({ overdue: 1, dueThisWeek: 2, open: 5 });
  });

  it('is shown as done for 28 days, the latest first; done without a day is counted apart', () => {
    const shown = viewOf(
      withActions([
        doneAction(inDays(-29), { id: 'too old' }),
        doneAction(inDays(-28), { id: 'oldest' }),
        doneAction(TODAY, { id: 'today' }),
        doneAction(inDays(-2), { id: 'lately' }),
        action({ id: 'undated', state: 'done' }),
      ]),
      'ann-lee',
    );
    expect(idsOf(shown.doneLately)).toEqual(['today', 'lately', 'oldest']);
    expect(shown.doneUndated).toBe(1);
  });

  it('leaves out what is dropped, or stands below what is', () => {
    const mine = { actions: [due('a', -1)] };
    const snapshot = made(
      planOf(
        [
          goal({ id: 'g1', state: 'dropped', milestones: [milestone({ id: 'm1', ...mine })] }),
          goal({
            id: 'g2',
            milestones: [milestone({ id: 'm2', state: 'dropped', actions: [due('b', -1)] })],
          }),
          goal({
            id: 'g3',
            milestones: [
              milestone({ id: 'm3', actions: [action({ id: 'c', state: 'dropped' }), due('d', -1)] }),
            ],
          }),
        ],
        { people: [ANN] },
      ),
    );
    const shown = viewOf(snapshot, 'ann-lee');
    expect(idsOf([...shown.overdue, ...shown.dueThisWeek, ...shown.later])).toEqual(['d']);
    expect(shown.goals.map((each) => each.goal.id)).toEqual(['g2', 'g3']);
    expect(shown.milestones.map((each) => each.milestone.id)).toEqual(['m3']);
  });

  it('belongs to each of several owners', () => {
    const snapshot = withActions([action({ id: 'both', owners: ['Ann Lee', 'Bo Ek'], due: inDays(-1) })]);
    expect(idsOf(viewOf(snapshot, 'ann-lee').overdue)).toEqual(['both']);
    expect(idsOf(viewOf(snapshot, 'bo-ek').overdue)).toEqual(['both']);
  });
});

describe('how a promise came out', () => {
  const done = (doneOn: string | null, due: string, firstDue: string | null = null) =>
    outcomeOf({ doneOn, due, firstDue });

  it('is held against the day first promised', () => {
    expect(done('2026-03-04', '2026-03-04')).toEqual({ word: 'kept', daysLate: 0 });
    expect(done('2026-03-01', '2026-03-04')).toEqual({ word: 'kept', daysLate: 0 });
    expect(done('2026-03-04', '2026-03-20', '2026-03-01')).toEqual({ word: 'late', daysLate: 3 });
  });

  it('is nothing while it is open, or done without a day', () => {
    expect(done(null, '2026-03-04')).toBeNull();
  });

  it('says late of what the roll-up counts as late', () => {
    const snapshot = withActions(
      [doneAction(inDays(-2), { id: 'moved', due: inDays(5) })],
      firstPromised({ moved: inDays(-4) }),
    );
    const [moved] = viewOf(snapshot, 'ann-lee').doneLately;
    expect(moved && outcomeOf(moved.action)).toEqual({ word: 'late', daysLate: 2 });
    expect(viewOf(snapshot, 'ann-lee').person.kept).toMatchObject({ kept: 0, late: 1, missed: 0 });
  });
});

describe('who waits on whom', () => {
  const promise = (id: string, owners: string[], promisedTo: string, days = 3) =>
    action({ id, owners, promisedTo, due: inDays(days) });

  it('is counted by name, the most overdue first', () => {
    const snapshot = withActions([
      promise('a', ['Ann Lee'], 'Acme'),
      promise('b', ['Ann Lee'], 'Acme', 9),
      promise('c', ['Ann Lee'], 'Bo Ek', -1),
    ]);
    expect(viewOf(snapshot, 'ann-lee').waitedForBy).toEqual([
      { name: 'Bo Ek', count: 1, overdue: 1 },
      { name: 'Acme', count: 2, overdue: 0 },
    ]);
    expect(viewOf(snapshot, 'bo-ek').waitsFor).toEqual([{ name: 'Ann Lee', count: 1, overdue: 1 }]);
  });

  it('has in it what the roll-up has: no promise to oneself, none that is done', () => {
    const snapshot = withActions([
      promise('self', ['Ann Lee'], 'Ann Lee'),
      promise('shared', ['Ann Lee', 'Bo Ek'], 'Ann Lee'),
      promise('open', ['Ann Lee'], 'Bo Ek'),
      doneAction(inDays(-1), { id: 'done', promisedTo: 'Bo Ek' }),
    ]);
    for (const { id, owes, awaits } of snapshot.people) {
      const shown = viewOf(snapshot, id);
      const sum = (waiters: PersonView['waitsFor']) => waiters.reduce((all, { count }) => all + count, 0);
      expect(sum(shown.waitedForBy), id).toBe(owes.length);
      expect(sum(shown.waitsFor), id).toBe(awaits.length);
    }
    expect(viewOf(snapshot, 'ann-lee').waitsFor).toEqual([{ name: 'Bo Ek', count: 1, overdue: 0 }]);
  });

  it('lists what was promised to the team, but not by oneself', () => {
    const snapshot = withActions([
      promise('to team', ['Bo Ek'], 'NORTH', 5),
      promise('own', ['Ann Lee'], 'North'),
      promise('to me', ['Bo Ek'], 'Ann Lee', 1),
      promise('to myself', ['Ann Lee'], 'Ann Lee', 2),
    ]);
    expect(idsOf(viewOf(snapshot, 'ann-lee').promisedToThem)).toEqual(['to me', 'to team']);
    expect(idsOf(viewOf(snapshot, 'bo-ek').promisedToThem)).toEqual(['own']);
  });
});

test('goals and milestones owned: open ones first, then by day', () => {
  const own = [
    milestone({ id: 'done', state: 'done', doneOn: inDays(-9), due: inDays(-10) }),
    milestone({ id: 'late', due: inDays(50) }),
    milestone({ id: 'soon', due: inDays(5) }),
    milestone({ id: 'not mine', owners: ['Bo Ek'] }),
  ];
  const shown = viewOf(made(planOf([goal({ milestones: own })], { people: [ANN, BO] })), 'ann-lee');
  expect(shown.milestones.map((each) => each.milestone.id)).toEqual(['soon', 'late', 'done']);
  expect(shown.goals.map((each) => each.goal.id)).toEqual(['goal']);
});

test('a person without anything has empty lists, and a page', () => {
  const snapshot = made(plan({ people: [person({ team: null })] }));
  const [path] = personPaths(snapshot);
  expect(path?.params).toEqual({ person: 'ann-lee' });
  expect(path?.props.view).toMatchObject({
    team: null,
    teams: [],
    overdue: [],
    doneLately: [],
    doneUndated: 0,
    promisedToThem: [],
    waitedForBy: [],
    milestones: [],
    goals: [],
  });
});

describe('the order of people', () => {
  it('puts the most overdue or missed first: a moved day hides no missed promise', () => {
    const people = [
      counts('Fine'),
      counts('One overdue', { overdue: 1, missed: 1 }),
      counts('Moved', { missed: 2 }),
      counts('Two overdue', { overdue: 2 }),
      counts('Late', { late: 3 }),
      counts('Busy', { dueThisWeek: 1 }),
    ];
    expect(rankedPeople(people).map(({ name }) => name)).toEqual([
      'Two overdue',
      'Moved',
      'One overdue',
      'Late',
      'Busy',
      'Fine',
    ]);
  });

  const many = (size: number) =>
    Array.from({ length: size }, (_, i) => counts(`P${i}`, { team: i % 2 ? 'North' : 'South' }));

  it('groups from 13 people on, and only where there are teams to group by', () => {
    const { teams } = made(plan({ teams: [team()] }));
    expect(peopleByTeam({ people: many(12), teams })).toHaveLength(1);
    expect(peopleByTeam({ people: many(13), teams })).toHaveLength(2);
    const alone = many(13).map((each) => ({ ...each, team: 'North' }));
    expect(peopleByTeam({ people: alone, teams })).toHaveLength(1);
  });

  it('puts the team with most overdue first, spelt in any way, and those without a team last', () => {
    const { teams } = made(plan({ teams: [team()] }));
    const people = [
      ...many(13),
      counts('Nobody’s', { overdue: 9 }),
      counts('Anna', { team: 'NORTH ', overdue: 1 }),
    ];
    const groups = peopleByTeam({ people, teams });
    expect(groups.map((each) => [each.people.length, each.team?.id ?? null])).toEqual([
      [7, 'north'],
      [7, null],
      [1, null],
    ]);
    expect(groups.at(-1)?.name).toBeNull();
  });
});

describe('the line above the people', () => {
  const late = (id: string, ...owners: string[]) => action({ id, owners, due: inDays(-2) });
  const line = (...actions: Action[]) => peopleLine(withActions(actions), en);

  it.each<[string, Action[]]>([
    ['1 promise is overdue, held by Ann Lee.', [late('a', 'Ann Lee')]],
    ['1 promise is overdue, held by Ann Lee and Bo Ek.', [late('a', 'Ann Lee', 'Bo Ek')]],
    ['2 promises are overdue, all held by Bo Ek.', [late('a', 'Bo Ek'), late('b', 'Bo Ek')]],
    ['2 promises are overdue, one each with Ann Lee and Bo Ek.', [late('a', 'Ann Lee'), late('b', 'Bo Ek')]],
    [
      '3 promises are overdue. Bo Ek has the most, 2.',
      [late('a', 'Ann Lee'), late('b', 'Bo Ek'), late('c', 'Bo Ek')],
    ],
    ['No promise is overdue.', [doneAction(inDays(-2))]],
    ['No promise is overdue, and none has fallen due lately.', [action()]],
  ])('is “%s”', (expected, actions) => {
    expect(line(...actions)).toBe(expected);
  });
});

test('names lead to people before customers, and to these before teams', () => {
  const snapshot = made(
    plan({
      people: [ANN],
      customers: [customer(), customer({ id: 'c2', name: 'Ann Lee' })],
      teams: [team(), team({ id: 't2', name: 'Acme' })],
    }),
  );
  const { addressOf, nameOf } = directory(snapshot, addresses('/plan/'));
  expect(addressOf('ann  LEE')).toBe('/plan/people/ann-lee/');
  expect(addressOf('Acme')).toBe('/plan/customers/acme/');
  expect(addressOf('North')).toBe('/plan/teams/north/');
  expect(addressOf('__proto__')).toBeNull();
  expect(nameOf('ann-lee')).toBe('Ann Lee');
});
