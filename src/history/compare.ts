import { type Day, isoFromDay } from '../grid/day.ts';
import type { RestoredCell, RowName, UnreadNames } from '../plan/last-good.ts';
import { nameKey } from '../plan/name.ts';
import type { Plan } from '../plan/plan.ts';
import { compareCustomers } from './compare-customers.ts';
import { comparePeople } from './compare-people.ts';
import { linesOf, removed } from './events.ts';
import { compareText, inKeptOrder, type KeptPlan, type KeptRow, keptRows, sameRows } from './kept.ts';
import { keptCustomers } from './kept-names.ts';
import { EVENT_KINDS, isEvent, type Line, type RowSort, SORTS } from './line.ts';
import { matchRows } from './match.ts';

type Restored = Pick<RestoredCell, 'sort' | 'id' | 'field' | 'since'>;

/** A plan as it was read: what counts, and what does not. */
export interface Seen {
  readonly plan: Plan;
  /** The rows that are left out because of an error. */
  readonly leftOut: readonly RowName[];
  /** The cells that count in the plan with what they held before. */
  readonly restored: readonly Restored[];
  /** The names in rows of customers and people that are in error; null for one that has none. */
  readonly unread?: UnreadNames;
}

export interface Comparison {
  /** What is to be appended to the archive. */
  readonly lines: readonly Line[];
  /** What is to be kept of the plan: the same object as before where nothing changed. */
  readonly next: KeptPlan;
}

/**
 * What changed from the last plan seen to this one. The first plan is the baseline: each of its rows is added, so that
 * the archive knows what was first promised, and marked as nothing that changed. So it is where two plans share no
 * goal, milestone or action: the second is another plan. The same plan twice gives no lines. A row in error keeps its
 * last good self. The order of the rows in the sheets does not matter. A plan as of a day before the last is no news.
 * @param day the as-of day of this plan
 */
export function compare(
  previous: KeptPlan | null,
  { plan, leftOut, restored, unread = { customers: [], people: [] } }: Seen,
  day: Day,
): Comparison {
  const on = isoFromDay(day);
  if (previous !== null && on < previous.day) return { lines: [], next: previous };
  const old = previous?.rows ?? [];
  const now = keptRows(plan);
  const { before, held } = matchRows(old, now, leftOut);
  const found = new Set(before.values());
  const stays = withParents(held, old, found);
  giveKeys(now, before, old);
  markStale(now, restored);
  keepTeamsInError(now, before, leftOut, previous?.day ?? on);
  const rows = [...now, ...heldRows(stays, before, previous?.day ?? on)].sort(inKeptOrder);
  const customers = compareCustomers(
    previous?.customers ?? null,
    keptCustomers(plan.customers),
    before,
    unread.customers,
    on,
  );
  const people = comparePeople(previous?.people ?? [], plan.people, unread.people, on);
  // Where there are none, nothing is kept: the first ones to come are a baseline.
  const next: KeptPlan = {
    version: 1,
    day: on,
    rows,
    ...(customers.next.length > 0 ? { customers: [...customers.next] } : {}),
    ...(people.next.length > 0 ? { people: [...people.next] } : {}),
  };
  if (previous !== null && sameRows(rows, old) && sameNames(next, previous))
    return { lines: [], next: previous };

  const isMoved = moves(old, rows);
  const lines = now.flatMap((row) => {
    const was = before.get(row);
    return linesOf(was, row, was !== undefined && isMoved(was, row), on);
  });
  for (const row of old) if (!found.has(row) && !stays.has(row)) lines.push(removed(row, on));
  const isOther = ![...found, ...stays].some(({ sort }) => sort !== 'team');
  const all = [...lines.sort(inLineOrder), ...customers.lines, ...people.lines];
  return {
    lines: isOther ? all.map((line) => (isEvent(line) ? { ...line, baseline: true as const } : line)) : all,
    next,
  };
}

type Names = Pick<KeptPlan, 'customers' | 'people'>;

function sameNames(one: Names, other: Names): boolean {
  const text = ({ customers = [], people = [] }: Names) => JSON.stringify([customers, people]);
  return text(one) === text(other);
}

/** What is held, with all above it that is not in the plan any more: a row in error needs a place to come back to. */
function withParents(
  held: ReadonlySet<KeptRow>,
  old: readonly KeptRow[],
  found: ReadonlySet<KeptRow>,
): Set<KeptRow> {
  const all = new Set(held);
  if (held.size === 0) return all;
  const byId = new Map(old.map((row) => [nameOf(row.sort, row.id), row]));
  for (const row of all) {
    const parent = byId.get(nameOf(above(row.sort), row.parent));
    // What is added to a set while it is gone through has its turn too.
    if (parent !== undefined && !found.has(parent)) all.add(parent);
  }
  return all;
}

/** A row that was there before keeps its key; that of a new one is its ID, unless another row has or had that key. */
function giveKeys(
  now: readonly KeptRow[],
  before: ReadonlyMap<KeptRow, KeptRow>,
  old: readonly KeptRow[],
): void {
  const taken = new Set(old.map(({ sort, key }) => nameOf(sort, key)));
  for (const row of now) {
    const old = before.get(row);
    let key = old?.key ?? row.id;
    for (let n = 2; old === undefined && taken.has(nameOf(row.sort, key)); n += 1) key = `${row.id}~${n}`;
    taken.add(nameOf(row.sort, key));
    row.key = key;
  }
}

function markStale(now: readonly KeptRow[], restored: readonly Restored[]): void {
  if (restored.length === 0) return;
  const byId = new Map(now.map((row) => [nameOf(row.sort, row.id), row]));
  const inOrder = [...restored].sort((one, other) => compareText(one.field, other.field));
  for (const { sort, id, field, since } of inOrder) {
    const row = byId.get(nameOf(sort, id));
    if (row !== undefined) row.stale = { ...row.stale, [field]: isoFromDay(since) };
  }
}

/** A team whose own row is in error is in the plan by its name alone; the rest is as it was. */
function keepTeamsInError(
  now: readonly KeptRow[],
  before: ReadonlyMap<KeptRow, KeptRow>,
  leftOut: readonly RowName[],
  lastSeen: string,
): void {
  const names = new Set(
    leftOut.flatMap(({ sort, title }) => (sort === 'team' && title !== null ? [nameKey(title)] : [])),
  );
  if (names.size === 0) return;
  for (const row of now) {
    const old = row.sort === 'team' && names.has(nameKey(row.title)) ? before.get(row) : undefined;
    if (old === undefined) continue;
    row.owners = old.owners;
    row.cells = old.cells;
    row.held = old.held ?? lastSeen;
  }
}

/** The held rows as they were, below what their parents are called by now. */
function heldRows(
  held: ReadonlySet<KeptRow>,
  before: ReadonlyMap<KeptRow, KeptRow>,
  lastSeen: string,
): KeptRow[] {
  if (held.size === 0) return [];
  const ids = new Map([...before].map(([now, old]) => [nameOf(old.sort, old.id), now.id]));
  const idNow = (sort: RowSort | undefined, id: string): string => ids.get(nameOf(sort, id)) ?? id;
  return [...held].map((row) => ({
    ...row,
    parent: row.parent === null ? null : idNow(above(row.sort), row.parent),
    team: idNow('team', row.team),
    held: row.held ?? lastSeen,
  }));
}

/** Whether a row stands below another row than before, whatever the IDs of these. */
function moves(old: readonly KeptRow[], now: readonly KeptRow[]): (before: KeptRow, now: KeptRow) => boolean {
  const keysOf = (rows: readonly KeptRow[]) =>
    new Map(rows.map(({ sort, id, key }) => [nameOf(sort, id), key]));
  const [oldKeys, newKeys] = [keysOf(old), keysOf(now)];
  return (before, row) => {
    const sort = above(row.sort);
    if (sort === undefined) return false;
    return oldKeys.get(nameOf(sort, before.parent)) !== newKeys.get(nameOf(sort, row.parent));
  };
}

function above(sort: RowSort): RowSort | undefined {
  return SORTS[SORTS.indexOf(sort) - 1];
}

function nameOf(sort: RowSort | undefined, id: string | null): string {
  return `${sort}:${id}`;
}

const LINE_KINDS: readonly Line['kind'][] = [...EVENT_KINDS, 'id', 'forecast'];

/** Teams first and actions last; of each sort, what is removed first, so that its ID is free; by ID, by kind. */
function inLineOrder(one: Line, other: Line): number {
  const removed = Number(other.kind === 'removed') - Number(one.kind === 'removed');
  const isSame = one.sort === other.sort;
  return (
    (isSame ? removed : 0) ||
    inKeptOrder({ sort: one.sort, id: one.row }, { sort: other.sort, id: other.row }) ||
    LINE_KINDS.indexOf(one.kind) - LINE_KINDS.indexOf(other.kind) ||
    compareText(one.title, other.title)
  );
}
