import { describe, expect, it } from 'vitest';
import { addresses } from '../../src/site/address.ts';
import {
  changedRows,
  changedWeeks,
  changesOfGoal,
  changeText,
  linkOfChange,
  quietRows,
} from '../../src/site/changes.ts';
import { formats } from '../../src/site/format.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { goal, inDays, milestone, planOf } from '../helpers/rows.ts';
import { change, snapshotOf } from '../helpers/snapshots.ts';

const british = formats('en-GB', '2026-03-04');

describe('a change in words', () => {
  it('tells how far a due day moved, and how often', () => {
    expect(changeText(change(), british, en)).toBe('due moved from 4 Mar to 11 Mar, 7 days later');
    expect(changeText(change({ move: { days: -1, total: -1, time: 1 } }), british, en)).toContain(
      '1 day earlier',
    );
    expect(changeText(change({ move: { days: 7, total: 21, time: 3 } }), british, en)).toBe(
      'due moved from 4 Mar to 11 Mar, 7 days later; moved 3 times, 21 days in all',
    );
  });

  it('tells what was, of each sort of change', () => {
    const text = (kind: string, from: string | number | null, to: string | number | null) =>
      changeText(change({ kind, from, to, move: null }), british, en);
    expect(text('added', null, null)).toBe('added');
    expect(text('satisfaction', 5.5, 4.5)).toBe('satisfaction: 5.5 to 4.5');
    expect(text('target', 40, 1200.5)).toBe('target: 40 to 1,200.5');
    expect(text('owner', null, 'Bo Ek')).toBe('owner: none to Bo Ek');
    expect(text('progress', 0.2, 0.45)).toBe('progress: 20% to 45%');
    expect(text('state', 'in progress', 'blocked')).toBe('state: in progress to blocked');
    expect(
      changeText(change({ kind: 'state', from: 'in progress', to: 'blocked', move: null }), british, de),
    ).toBe('Stand: in Arbeit → blockiert');
    expect(text('renamed', 'Old title', 'New title')).toBe('renamed; it was “Old title”');
  });
});

describe('changes on pages', () => {
  it('of one row on one day stand together', () => {
    const changes = [
      change(),
      change({ row: 'other' }),
      change({ kind: 'priority' }),
      change({ day: '2026-03-01' }),
    ];
    expect(changedRows(changes).map(({ changes: of }) => of.map(({ kind }) => kind))).toEqual([
      ['due', 'priority'],
      ['due'],
      ['due'],
    ]);
  });

  it('are those of a goal and of all below it', () => {
    const changes = [
      change(),
      change({ goal: 'other' }),
      change({ sort: 'goal', row: 'goal', milestone: null }),
    ];
    expect(changesOfGoal({ changes }, 'goal')).toHaveLength(2);
  });

  it('stand by week, in the order in which they come', () => {
    const changes = [
      change({ day: '2026-03-04' }),
      change({ day: '2026-03-02' }),
      change({ day: '2026-03-01' }),
    ];
    expect(changedWeeks(changes, 1).map(({ start, changes: of }) => [start, of.length])).toEqual([
      ['2026-03-02', 2],
      ['2026-02-23', 1],
    ]);
  });

  it('link to what is still in the plan', () => {
    const plan = snapshotOf(planOf([goal({ milestones: [milestone()] })]));
    const links = addresses('/plan/');
    expect(linkOfChange(change(), plan, links)).toBe('/plan/teams/north/#milestone-milestone');
    expect(linkOfChange(change({ sort: 'goal' }), plan, links)).toBe('/plan/goals/goal/');
    expect(linkOfChange(change({ goal: 'gone' }), plan, links)).toBeNull();
    expect(linkOfChange(change({ team: null }), plan, links)).toBeNull();
  });
});

describe('rows gone quiet', () => {
  it('are those under way, the longest first', () => {
    const quiet = (id: string, since: string, sort: 'milestone' | 'action' = 'milestone') => ({
      sort,
      id,
      title: id,
      team: 'north',
      what: 'row' as const,
      since,
    });
    const milestones = [
      milestone({ id: 'short' }),
      milestone({ id: 'long' }),
      milestone({ id: 'to come', start: inDays(10) }),
    ];
    const plan = snapshotOf(planOf([goal({ milestones })]), {
      quiet: [
        quiet('short', '2026-02-10'),
        quiet('long', '2026-01-10'),
        quiet('to come', '2026-01-01'),
        quiet('a', '2026-01-01', 'action'),
      ],
    });
    expect(quietRows(plan).map(({ id }) => id)).toEqual(['long', 'short']);
  });
});
