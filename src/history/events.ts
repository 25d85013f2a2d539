import type { KeptRow } from './kept.ts';
import type { EventKind, IdLine, Line, PlanEvent } from './line.ts';

type Value = PlanEvent['from'];

/** What is compared beside the state, each with the kind of event that its change is. */
const FIELDS: readonly {
  readonly kind: EventKind;
  readonly field: string;
  readonly of: (row: KeptRow) => Value;
}[] = [
  { kind: 'renamed', field: 'title', of: ({ title }) => title },
  { kind: 'due', field: 'due', of: ({ due }) => due },
  { kind: 'owner', field: 'owner', of: ownersText },
  { kind: 'priority', field: 'priority', of: ({ priority }) => priority },
  { kind: 'target', field: 'target', of: ({ target }) => target },
  { kind: 'current', field: 'current', of: ({ current }) => current },
  { kind: 'weight', field: 'weight', of: ({ weight }) => weight },
  { kind: 'progress', field: 'progress', of: ({ progress }) => progress },
];

/**
 * The lines that one row gives.
 * @param before the row as it was; undefined where it is new
 * @param isMoved true where it stands below another row than before, not only one of another ID
 */
export function linesOf(before: KeptRow | undefined, now: KeptRow, isMoved: boolean, on: string): Line[] {
  if (before === undefined) return [added(now, on)];
  const newId = before.id !== now.id;
  const lines: Line[] = stateEvents(before, now, on);
  for (const { kind, field, of } of FIELDS) {
    const [from, to] = [of(before), of(now)];
    if (from === to) continue;
    const was = newId && kind === 'renamed' ? { was: before.id } : {};
    lines.push({ ...eventOf(kind, now, on), field, from, to, ...was });
  }
  if (isMoved) {
    lines.push({ ...eventOf('parent', now, on), field: 'parent', from: before.parent, to: now.parent });
  }
  if (newId && before.title === now.title) lines.push(idLineOf(now, on));
  return lines;
}

/** A row that is in the plan no more, with what a trend needs of it and no other event tells. */
export function removed(row: KeptRow, on: string): PlanEvent {
  const { start, baseline } = row.cells;
  const isMeasured = row.sort === 'goal' || row.sort === 'milestone';
  return {
    ...eventOf('removed', row, on),
    ...(isMeasured && {
      start: typeof start === 'string' ? start : null,
      measuredFrom: typeof baseline === 'number' ? baseline : null,
    }),
  };
}

/** An event of a row as it stands, without what changed. */
function eventOf(kind: EventKind, row: KeptRow, on: string): PlanEvent {
  return { ...whoOf(row, on), kind, owners: row.owners, due: row.due, field: null, from: null, to: null };
}

function whoOf({ sort, id, key, title, parent, team }: KeptRow, on: string) {
  return { day: on, sort, row: id, ...(key === id ? {} : { key }), title, parent, team };
}

function idLineOf(row: KeptRow, on: string): IdLine {
  return { ...whoOf(row, on), kind: 'id' };
}

function added(row: KeptRow, on: string): PlanEvent {
  const { state, doneOn, priority, target, current, weight, progress } = row;
  const rest = { state, doneOn, priority, target, current, weight, progress };
  const known = Object.entries(rest).filter(([, value]) => value !== null);
  return { ...eventOf('added', row, on), ...Object.fromEntries(known) };
}

function stateEvents(before: KeptRow, now: KeptRow, on: string): PlanEvent[] {
  const doneOn = now.doneOn === null ? {} : { doneOn: now.doneOn };
  if (before.state !== now.state) {
    const kind = kindOfMove(before.state, now.state);
    return [{ ...eventOf(kind, now, on), field: 'state', from: before.state, to: now.state, ...doneOn }];
  }
  if (before.doneOn === now.doneOn) return [];
  return [{ ...eventOf('done', now, on), field: 'doneOn', from: before.doneOn, to: now.doneOn, ...doneOn }];
}

function kindOfMove(from: KeptRow['state'], to: KeptRow['state']): EventKind {
  if (to === 'done' || to === 'dropped') return to;
  return from === 'done' || from === 'dropped' ? 'reopened' : 'state';
}

function ownersText({ owners }: KeptRow): string | null {
  return owners.length === 0 ? null : owners.join(', ');
}
