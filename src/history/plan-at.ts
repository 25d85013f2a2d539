import { type Day, dayFromIso, isoFromDay } from '../grid/day.ts';
import { isRowEvent, type Line, type PlanEvent, type RowEvent, type RowSort } from './line.ts';
import { type Name, type Names, sortAbove, trackNames } from './names.ts';

/** A row as it stood at the end of a day, as far as the history follows it. */
export interface PastRow {
  readonly sort: RowSort;
  /** The ID that it has by now, so that it can be found in the plan of today. */
  readonly id: string;
  /** What it is known by through all changes of its ID. */
  readonly key: string;
  readonly title: string;
  /** The ID by now of the row that it stood below; null for a team. */
  readonly parent: string | null;
  readonly owners: readonly string[];
  readonly due: Day | null;
  /** Null for a team, and where the line that told it is lost. */
  readonly state: Exclude<PlanEvent['state'], undefined> | null;
  readonly doneOn: Day | null;
  readonly priority: string | null;
  readonly target: number | null;
  readonly current: number | null;
  readonly weight: number | null;
  readonly progress: number | null;
}

export interface PastPlan {
  /** The rows that were in the plan, in the order in which they came in. */
  readonly rows: readonly PastRow[];
  find(sort: RowSort, id: string): PastRow | null;
}

/** A row as it was when it was removed. */
export interface RemovedRow extends PastRow {
  /** Null where it was blank; undefined where the archive did not note it. */
  readonly start: Day | null | undefined;
  readonly baseline: number | null | undefined;
}

interface Row {
  readonly now: { -readonly [Field in keyof PastRow]: PastRow[Field] };
  /** The parent's ID as last told, so that the parent is looked up only where that changes. */
  parentId: string | null;
  parent: Name | null;
}

/** The plan as it stood at the end of a day. Rows are named by the IDs that they have at the end of the history. */
export function planAt(lines: readonly Line[], day: Day): PastPlan {
  const end = isoFromDay(day);
  const names = trackNames();
  const rows = new Map<Name, Row>();
  for (const line of lines) {
    const name = names.see(line);
    if (line.day > end || !isRowEvent(line)) continue;
    if (line.kind === 'removed') rows.delete(name);
    else rows.set(name, changed(line.kind === 'added' ? undefined : rows.get(name), line, name, names));
  }
  for (const [{ id }, row] of rows) {
    row.now.id = id;
    row.now.parent = row.parent?.id ?? row.parentId;
  }
  const find = (sort: RowSort, id: string): PastRow | null => {
    const name = names.find(sort, id);
    return name === null ? null : (rows.get(name)?.now ?? null);
  };
  return { rows: [...rows.values()].map(({ now }) => now), find };
}

/**
 * The rows that were removed up to the end of a day, by the event that tells it, each as it was just before. A row whose
 * coming the archive does not tell is left out: what it was is not known.
 */
export function goneRows(lines: readonly Line[], day: Day): ReadonlyMap<PlanEvent, RemovedRow> {
  const end = isoFromDay(day);
  const names = trackNames();
  const rows = new Map<Name, Row>();
  const removed: { event: RowEvent; name: Name; row: Row }[] = [];
  for (const line of lines) {
    const name = names.see(line);
    if (line.day > end || !isRowEvent(line)) continue;
    const row = rows.get(name);
    if (line.kind !== 'removed')
      rows.set(name, changed(line.kind === 'added' ? undefined : row, line, name, names));
    else if (row !== undefined) {
      removed.push({ event: line, name, row });
      rows.delete(name);
    }
  }
  return new Map(
    removed.map(({ event, name, row: { now, parent, parentId } }) => {
      const start = event.start === undefined ? undefined : dayOrNull(event.start);
      return [
        event,
        { ...now, id: name.id, parent: parent?.id ?? parentId, start, baseline: event.measuredFrom },
      ];
    }),
  );
}

/** The row after an event. */
function changed(row: Row | undefined, event: RowEvent, name: Name, names: Names): Row {
  const seen = row ?? { now: firstSeen(event, name), parentId: null, parent: null };
  const after = seen.now;
  after.title = event.title;
  after.owners = event.owners;
  after.due = dayOrNull(event.due);
  if (event.parent !== seen.parentId || event.kind === 'parent') {
    const above = sortAbove(event.sort);
    seen.parentId = event.parent;
    seen.parent = event.parent === null || above === null ? null : names.find(above, event.parent);
  }
  const { field, to } = event;
  if (field === 'state' || field === 'doneOn') {
    if (field === 'state') after.state = stateOf(to);
    after.doneOn = dayOrNull(event.doneOn);
  } else if (field === 'priority') after.priority = to === null ? null : String(to);
  else if (field === 'target' || field === 'current' || field === 'weight' || field === 'progress')
    after[field] = typeof to === 'number' ? to : null;
  return seen;
}

function firstSeen(event: RowEvent, { key }: Name): Row['now'] {
  const { sort, row, title, owners, state, doneOn, priority, target, current, weight, progress } = event;
  return {
    sort,
    id: row,
    key,
    title,
    parent: null,
    owners,
    due: null,
    state: state ?? null,
    doneOn: dayOrNull(doneOn),
    priority: priority ?? null,
    target: target ?? null,
    current: current ?? null,
    weight: weight ?? null,
    progress: progress ?? null,
  };
}

const STATES: ReadonlySet<unknown> = new Set(['not started', 'in progress', 'blocked', 'done', 'dropped']);

function stateOf(value: PlanEvent['to']): PastRow['state'] {
  // The set holds every state and nothing else.
  return STATES.has(value) ? (value as PastRow['state']) : null;
}

function dayOrNull(iso: string | null | undefined): Day | null {
  return iso ? dayFromIso(iso) : null;
}
