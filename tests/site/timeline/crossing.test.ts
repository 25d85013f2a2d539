import { describe, expect, it } from 'vitest';
import { crossingOf } from '../../../src/site/timeline/crossing.ts';
import type { SnapshotGoal, SnapshotMilestone } from '../../../src/snapshot/snapshot.ts';
import { goal, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

function bare(): SnapshotGoal {
  const found = snapshotOf(planOf([goal({ milestones: [milestone()] })])).teams[0]?.goals[0];
  if (!found) throw new Error('no goal');
  return found;
}

type Days = Partial<Pick<SnapshotMilestone, 'start' | 'due' | 'firstDue' | 'status' | 'forecast'>>;

/** What the milestone “a”, first promised for 10 April, crosses in a goal with others. */
function crossing(a: Days, ...others: readonly Days[]) {
  const plain = bare();
  const [one] = plain.milestones;
  if (!one) throw new Error('no milestone');
  const first = { ...one, id: 'a', start: '2026-03-01', firstDue: '2026-04-10', due: '2026-04-10', ...a };
  const rest = others.map((days, i) => ({
    ...one,
    id: `${i + 1}`,
    start: '2026-03-01',
    firstDue: null,
    ...days,
  }));
  const found = crossingOf(first, { ...plain, milestones: [...rest, first] });
  return found === null ? null : `${found.past.id} ${found.at} ${found.day} ${found.by}`;
}

describe('a milestone that slipped', () => {
  const next = { due: '2026-04-30' };

  it('crosses the due day of one planned after it', () => {
    expect(crossing({ due: '2026-05-01' }, next)).toBe('1 due 2026-04-30 due');
  });

  it('crosses nothing up to that day', () => {
    expect(crossing({ due: '2026-04-30' }, next)).toBeNull();
    expect(crossing({}, next)).toBeNull();
  });

  it('crosses the start of one that was to begin when it was done', () => {
    expect(crossing({ due: '2026-04-14' }, { start: '2026-04-10', due: '2026-05-20' })).toBe(
      '1 start 2026-04-10 due',
    );
  });

  it('does not cross the start of one that was planned to overlap', () => {
    expect(crossing({ due: '2026-04-14' }, { start: '2026-04-09', due: '2026-05-20' })).toBeNull();
    expect(crossing({ due: '2026-04-10' }, { start: '2026-04-10', due: '2026-05-20' })).toBeNull();
  });

  it('is compared with what was first promised for a later day, whenever that is due now', () => {
    // Moved from May to the end of April: planned after it all the same.
    expect(crossing({ due: '2026-05-05' }, { firstDue: '2026-05-20', due: '2026-04-30' })).toBe(
      '1 due 2026-04-30 due',
    );
    // First promised for March, and moved behind: planned before it.
    expect(crossing({ due: '2026-05-05' }, { firstDue: '2026-03-20', due: '2026-04-30' })).toBeNull();
  });

  it('says the first of several', () => {
    expect(crossing({ due: '2026-06-01' }, { due: '2026-05-20' }, next)).toBe('2 due 2026-04-30 due');
  });

  it('counts no milestone that is closed', () => {
    expect(crossing({ due: '2026-05-01', status: 'done' }, next)).toBeNull();
    expect(crossing({ due: '2026-05-01' }, { ...next, status: 'done' })).toBeNull();
    expect(crossing({ due: '2026-05-01' }, { ...next, status: 'dropped' })).toBeNull();
  });

  it('counts the day of even odds, behind the due day itself', () => {
    const forecast = { p50: '2026-05-06', p85: '2026-05-20' };
    expect(crossing({ forecast }, next)).toBe('1 due 2026-04-30 forecast');
    expect(crossing({ forecast, due: '2026-05-01' }, next)).toBe('1 due 2026-04-30 due');
    expect(crossing({ forecast: { p50: null, p85: null } }, next)).toBeNull();
    expect(crossing({ forecast: { p50: '2026-04-30', p85: null } }, next)).toBeNull();
  });
});
