import type { SnapshotMilestone, Status } from '../snapshot/snapshot.ts';

/** Every status that a row can have, from good to none. */
export const STATUSES: readonly Status[] = [
  'on track',
  'at risk',
  'off track',
  'done',
  'not started',
  'dropped',
];

/** Progress bars as they may stand; shares from 0 to 1. */
export const PACES: readonly {
  readonly of: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly status: Status;
}[] = [
  { of: 'On pace', progress: 0.5, expected: 0.48, status: 'on track' },
  { of: 'Ahead', progress: 0.8, expected: 0.55, status: 'on track' },
  { of: 'Behind', progress: 0.33, expected: 0.48, status: 'at risk' },
  { of: 'Far behind', progress: 0.18, expected: 0.58, status: 'off track' },
  { of: 'Nothing done at the end', progress: 0, expected: 1, status: 'off track' },
  { of: 'Done', progress: 1, expected: 0.9, status: 'done' },
  { of: 'Before its start', progress: 0, expected: 0, status: 'not started' },
  { of: 'Nothing to measure', progress: null, expected: null, status: 'not started' },
];

/** Kept rates: none due, all kept, some missed. */
export const KEPT = [
  { kept: 0, late: 0, missed: 0, rate: null },
  { kept: 12, late: 0, missed: 0, rate: 1 },
  { kept: 4, late: 5, missed: 6, rate: 4 / 15 },
] as const;

/** Twelve weeks of promises, quiet and busy. */
export function keptWeeks(asOf: string) {
  const last = Date.parse(asOf);
  return [0, 1, 2, 0, 3, 4, 2, 6, 5, 7, 3, 8].map((kept, i) => ({
    start: new Date(last - (12 - i) * 7 * 86_400_000).toISOString().slice(0, 10),
    kept,
    late: i % 3,
    missed: i % 4 === 3 ? 2 : 0,
  }));
}

/** A milestone in a state, with names as long as people make them. */
export function milestoneState(
  status: Status,
  asOf: string,
  changes: Partial<SnapshotMilestone> = {},
): SnapshotMilestone {
  const closed = status === 'done' || status === 'dropped';
  return {
    id: `design-${status}`,
    title: `A milestone that is ${status}`,
    kind: 'Proof',
    owner: 'Its owner',
    owners: [],
    start: asOf,
    due: asOf,
    firstDue: null,
    doneOn: status === 'done' ? asOf : null,
    weight: 1,
    priority: null,
    progress: closed ? 1 : 0.4,
    expected: 0.6,
    gap: closed ? -0.4 : 0.2,
    status,
    declared: null,
    reasons: [{ code: 'behind', text: 'Behind: 40% done, 60% expected' }],
    forecast: null,
    measure: null,
    unit: null,
    baseline: null,
    target: null,
    current: null,
    outcome: null,
    notes: null,
    link: null,
    typedProgress: null,
    restored: [],
    leftOut: 0,
    row: { sheet: 'Milestones', row: 2 },
    actions: [],
    ...changes,
  };
}

export const LONG_NAME =
  'Regional hospitals of the northern coast agree that every ward, kitchen and dialysis station is switched before the first frost';
