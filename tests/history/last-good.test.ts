import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../src/grid/day.ts';
import { compare } from '../../src/history/compare.ts';
import { lastGoodValues } from '../../src/history/last-good.ts';
import type { RowName } from '../../src/plan/last-good.ts';
import type { Plan, RowSource } from '../../src/plan/plan.ts';
import { planWith } from '../helpers/history.ts';
import { action, goal, inDays, milestone, TODAY } from '../helpers/rows.ts';

const typed: RowSource = { book: 'plan.xlsx', sheet: 'Milestones', row: 2, cells: {}, shown: { id: 'M1' } };

const PLAN = planWith(
  [
    goal({
      id: 'win',
      title: 'Win',
      customer: 'Acme',
      state: 'in progress',
      declared: 'at risk',
      weight: 2,
      milestones: [
        milestone({
          id: 'M1',
          title: 'Pilot',
          source: typed,
          target: 40,
          typedProgress: 0.25,
          owners: ['Ann Lee', 'Bo Ek'],
          actions: [
            action({ id: 'call', title: 'Call', state: 'done', doneOn: inDays(2), notes: 'By noon' }),
            action({ id: 'twin', title: 'Twin', due: inDays(1) }),
            action({ id: 'twin-2', title: 'Twin', due: inDays(2) }),
          ],
        }),
        milestone({ id: 'win-sign', title: 'Sign', start: null, owners: [] }),
      ],
    }),
  ],
  { leader: 'Bo Ek', vision: 'Water' },
);

function values(plan: Plan = PLAN, previous: Parameters<typeof compare>[0] = null, leftOut: RowName[] = []) {
  return lastGoodValues(compare(previous, { plan, leftOut, restored: [] }, TODAY).next);
}

const name = (sort: RowName['sort'], more: Partial<RowName>): RowName => ({
  sort,
  id: null,
  parent: null,
  title: null,
  ...more,
});
const CALL = name('action', { parent: 'M1', title: 'Call' });
const WIN = name('goal', { parent: 'north', title: 'Win' });

describe('what a cell held', () => {
  it.each([
    ['due', CALL, inDays(7)],
    ['owner', CALL, ['Ann Lee']],
    ['status', CALL, { state: 'done', declared: null }],
    ['doneOn', CALL, { done: true, day: inDays(2) }],
    ['weight', CALL, 1],
    ['notes', CALL, 'By noon'],
    ['promisedTo', CALL, null],
    ['milestone', CALL, 'M1'],
    ['action', CALL, 'Call'],
    ['id', CALL, null],
    ['start', WIN, inDays(-100)],
    ['status', WIN, { state: 'in progress', declared: 'at risk' }],
    ['customer', WIN, 'Acme'],
    ['team', WIN, 'North'],
    ['goal', WIN, 'Win'],
    ['id', name('milestone', { id: 'M1' }), 'M1'],
    ['goal', name('milestone', { id: 'm1' }), 'North / Win'],
    ['progress', name('milestone', { id: 'M1' }), 0.25],
    ['target', name('milestone', { id: 'M1' }), 40],
    ['doneOn', name('milestone', { id: 'M1' }), { done: false, day: null }],
    ['start', name('milestone', { title: 'Sign' }), null],
    ['owner', name('milestone', { title: 'Sign' }), []],
    ['leader', name('team', { title: 'North' }), 'Bo Ek'],
    ['vision', name('team', { title: 'North' }), 'Water'],
    ['__proto__', WIN, null],
    ['constructor', WIN, null],
  ])('in %s is of the type that its column reads', (field, row, value) => {
    expect(values().find(row, field)).toEqual({ value, since: TODAY });
  });
});

describe('a row', () => {
  it.each([
    ['its ID', name('milestone', { id: 'M1' })],
    ['its ID, before its title', name('milestone', { id: 'M1', parent: 'win', title: 'Sign' })],
    ['its parent and title, in whatever writing', name('milestone', { parent: 'win', title: 'PILOT ' })],
    ['its title alone where its parent is not known', name('milestone', { title: 'Pilot' })],
  ])('is found by %s', (_, row) => {
    expect(values().find(row, 'target')?.value).toBe(40);
  });

  it.each([
    ['another ID than the one it has', name('milestone', { id: 'M2', parent: 'win', title: 'Pilot' })],
    ['another parent', name('milestone', { parent: 'other', title: 'Pilot' })],
    ['a title that no row has', name('milestone', { title: 'Party' })],
    ['a title that two rows have', name('action', { parent: 'M1', title: 'Twin' })],
    ['nothing', name('milestone', {})],
    ['the title of a row of another sort', name('goal', { title: 'Pilot' })],
  ])('is not found by %s', (_, row) => {
    expect(values().find(row, 'target')).toBeNull();
  });

  it('that has got an ID since is found by parent and title', () => {
    expect(values().find(name('action', { id: 'A1', parent: 'M1', title: 'Call' }), 'due')?.value).toBe(
      inDays(7),
    );
  });
});

describe('the day of a value', () => {
  const kept = compare(null, { plan: PLAN, leftOut: [], restored: [] }, TODAY).next;

  it('is the last on which the cell was read, however often it counted since', () => {
    const restored = [{ sort: 'action', id: 'call', field: 'due', since: TODAY }] as const;
    const { next } = compare(kept, { plan: PLAN, leftOut: [], restored }, inDays(5));
    expect(lastGoodValues(next).find(CALL, 'due')?.since).toBe(TODAY);
    expect(lastGoodValues(next).find(CALL, 'notes')?.since).toBe(inDays(5));
  });

  it('is the last on which the row was read, where it was left out', () => {
    const without = planWith([goal({ id: 'win', title: 'Win', milestones: [] })], { leader: 'Bo Ek' });
    const leftOut = [
      name('milestone', { id: 'M1' }),
      CALL,
      name('milestone', { parent: 'win', title: 'Sign' }),
    ];
    const { next } = compare(kept, { plan: without, leftOut, restored: [] }, inDays(5));
    expect(next.day).toBe(isoFromDay(inDays(5)));
    expect(lastGoodValues(next).find(CALL, 'due')).toEqual({ value: inDays(7), since: TODAY });
  });
});
