import { describe, expect, it } from 'vitest';
import { type History, historyOf } from '../../src/history/history.ts';
import type { Goal } from '../../src/plan/plan.ts';
import { addresses } from '../../src/site/address.ts';
import { redirects } from '../../src/site/redirects.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { customer, goal, inDays, milestone, person, plan as planAt, planOf, team } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

const links = addresses('/repo/');
const plan = snapshotOf(
  planOf([goal({ id: 'new-name', title: 'New name' })], { people: [person()], customers: [customer()] }),
);
const goalsIn = (former: History['former']) =>
  former.flatMap(({ sort, was, id }) => (sort === 'goal' ? [{ sort, was, id } as const] : []));
const of = (former: Snapshot['former']) =>
  redirects({ ...plan, former }, links).map(({ from, to }) => [from, to]);

describe('what the history knows of former IDs', () => {
  it('is each that a row went by before', () => {
    const before = goal({ id: 'old-name', title: 'Old name' });
    const after = goal({ id: 'new-name', title: 'New name' });
    const lines = archiveOf([-10, planWith([before])], [0, planWith([after])]);
    expect(historyOf(lines).former).toEqual([{ sort: 'goal', was: 'old-name', id: 'new-name' }]);
  });

  it('is that of a goal that moved to another team', () => {
    const twoTeams = (north: readonly Goal[], south: readonly Goal[]) =>
      planAt({ teams: [team({ goals: north }), team({ id: 'south', name: 'South', goals: south })] });
    const stays = goal({ id: 'north-stay', title: 'Stay' });
    const moved = { title: 'Win Acme', milestones: [milestone({ id: 'a' }), milestone({ id: 'b' })] };
    const before = twoTeams([stays, goal({ ...moved, id: 'north-acme' })], []);
    const kinds = (after: Goal) => {
      const lines = archiveOf([-10, before], [0, twoTeams([stays], [after])]);
      const history = historyOf(lines);
      return [goalsIn(history.former), history.changes.map(({ event }) => event.kind)];
    };
    const was = [{ sort: 'goal', was: 'north-acme', id: 'south-acme' }];
    expect(kinds(goal({ ...moved, id: 'south-acme' }))).toEqual([was, ['parent']]);
    const others = { id: 'south-acme', owners: ['Bo Ek'], due: inDays(120) };
    expect(kinds(goal({ ...moved, ...others }))[0]).toEqual(was);
    expect(kinds(goal({ ...moved, ...others, milestones: [milestone({ id: 'c' })] }))[0]).toEqual([]);
    expect(kinds(goal({ ...moved, id: 'south-acme', title: 'Win Bolt' }))[0]).toEqual([]);
  });

  it('is none where a new row took the ID', () => {
    const rows = [goal({ id: 'a', title: 'A' })];
    expect(historyOf(archiveOf([-10, planWith(rows)], [0, planWith(rows)])).former).toEqual([]);
  });
});

describe('former addresses', () => {
  it('lead to those of now', () => {
    expect(of([{ sort: 'goal', was: 'Old name', id: 'new-name' }])).toEqual([
      ['goals/old-name', '/repo/goals/new-name/'],
    ]);
    expect(of([{ sort: 'team', was: 'South', id: 'north' }])).toEqual([
      ['teams/south', '/repo/teams/north/'],
      ['teams/south/timeline', '/repo/teams/north/timeline/'],
      ['teams/south/review', '/repo/teams/north/review/'],
      ['teams/south/tv', '/repo/teams/north/tv/'],
    ]);
  });

  it('lead to people and customers, too', () => {
    expect(of([{ sort: 'person', was: 'ann-berg', id: 'ann-lee' }])).toEqual([
      ['people/ann-berg', '/repo/people/ann-lee/'],
    ]);
    expect(of([{ sort: 'customer', was: 'Acme Space', id: 'acme' }])).toEqual([
      ['customers/acme-space', '/repo/customers/acme/'],
    ]);
    expect(of([{ sort: 'person', was: 'ann-lee', id: 'ann-lee' }])).toEqual([]);
  });

  it('make no chain: each leads to a page that there is', () => {
    const names = ['First name', 'Second name', 'Third name', 'First name', 'Last name'];
    const lines = archiveOf(
      ...names.map(
        (name, i) => [i - 10, planWith([goal({ id: name.replace(' ', '-'), title: name })])] as const,
      ),
    );
    const last = snapshotOf(planWith([goal({ id: 'Last-name', title: 'Last name' })]));
    const found = redirects({ ...last, former: [...goalsIn(historyOf(lines).former)] }, links);
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      ['goals/first-name', '/repo/goals/last-name/'],
      ['goals/second-name', '/repo/goals/last-name/'],
      ['goals/third-name', '/repo/goals/last-name/'],
    ]);
  });

  it('never take the place of a page, and lead nowhere where the row is gone', () => {
    expect(of([{ sort: 'goal', was: 'New name', id: 'new-name' }])).toEqual([]);
    expect(of([{ sort: 'goal', was: 'old', id: 'gone' }])).toEqual([]);
  });
});
