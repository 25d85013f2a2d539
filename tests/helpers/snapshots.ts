import { noHistory } from '../../src/history/promises.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { scorePlan } from '../../src/rollup/score.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { NO_PAST, type SnapshotPast } from '../../src/snapshot/past.ts';
import type { Snapshot, SnapshotChange } from '../../src/snapshot/snapshot.ts';
import { TODAY } from './rows.ts';

/** The snapshot of a plan made in memory, as of TODAY. */
export function snapshotOf(plan: Plan, past: Partial<SnapshotPast> = {}): Snapshot {
  const scored = scorePlan(plan, noHistory, TODAY);
  return makeSnapshot({
    plan,
    scored,
    problems: [],
    asOf: TODAY,
    source: 'plan.xlsx',
    past: { ...NO_PAST, ...past },
  });
}

/** A due day of an action that moved by a week, unless said otherwise. */
export function change(more: Partial<SnapshotChange> = {}): SnapshotChange {
  return {
    day: '2026-03-02',
    kind: 'due',
    row: 'action',
    field: 'due',
    from: '2026-03-04',
    to: '2026-03-11',
    sort: 'action',
    title: 'Call the lab',
    team: 'north',
    goal: 'goal',
    milestone: 'milestone',
    owner: 'Ann Lee',
    move: { days: 7, total: 7, time: 1 },
    silent: false,
    ...more,
  };
}
