import type { Cell } from '../grid/grid.ts';
import type { HeaderColumn } from '../grid/header.ts';
import { type DayContext, readDay } from '../grid/read-day.ts';
import type { GridRecord } from '../grid/record.ts';
import { cellText } from '../grid/text.ts';
import { SHEETS, type SheetKind } from './columns.ts';
import { nameKey } from './name.ts';
import { type HeaderNaming, headerNaming } from './naming.ts';

/** The sheets whose rows may stand in one table, outermost first. */
export const LEVELS: readonly SheetKind[] = ['goals', 'milestones', 'actions'];

/** Days that a table has once for all levels: those of an outer row span those of the rows in it. */
const SPANNED: ReadonlySet<string> = new Set(['start', 'due']);

/**
 * What the headers of a table name for an outer level, where the rows of inner ones stand in it too: columns such as
 * Owner, Status or Current speak of the innermost row; an outer one has its title, what names it, and its days.
 * @param inner the levels below that stand in the same table
 */
export function outerNaming(
  kind: SheetKind,
  inner: readonly SheetKind[],
  ownHeaders: ReadonlyMap<string, string>,
): HeaderNaming {
  const naming = headerNaming(kind, ownHeaders);
  const innerNamings = inner.map((each) => headerNaming(each));
  const { title } = SHEETS[kind];
  return (text) => {
    const named = naming(text);
    if (named === null || ownHeaders.has(named.field)) return named;
    const isInner = innerNamings.some((innerNaming) => {
      const field = innerNaming(text)?.field;
      return field !== undefined && field !== title && !SPANNED.has(field);
    });
    return isInner ? null : named;
  };
}

/** True where a header names something for one of the levels of a table. */
export function isNamedBy(kinds: readonly SheetKind[], column: HeaderColumn): boolean {
  return kinds.some((kind) => headerNaming(kind)(column.text) !== null);
}

export interface Grouped {
  /** The first record of each group. */
  readonly leaders: readonly GridRecord[];
  /** By the number of each row, that of its group's first. */
  readonly leaderOf: ReadonlyMap<number, number>;
}

/**
 * Brings the rows of a table together that repeat one outer row. Its start is the earliest of theirs and its due day the
 * latest, where these are not columns of its own.
 * @param names the fields that together tell one outer row from another
 * @param spans of start and due, those that are taken from all rows
 */
export function groupRecords(
  records: readonly GridRecord[],
  names: readonly string[],
  spans: readonly string[],
  context: DayContext,
): Grouped {
  const groups = new Map<string, GridRecord[]>();
  const leaderOf = new Map<number, number>();
  for (const record of records) {
    const key = JSON.stringify(names.map((field) => nameKey(cellText(record.cell(field)))));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
    leaderOf.set(record.row, groups.get(key)?.[0]?.row ?? record.row);
  }
  const leaders: GridRecord[] = [];
  for (const group of groups.values()) {
    const [leader] = group;
    if (leader === undefined) continue;
    for (const field of spans) {
      const cell = outermost(group, field, context);
      if (cell !== undefined) leader.speak(field, cell);
    }
    leaders.push(leader);
  }
  return { leaders, leaderOf };
}

/** The cell of a group with the earliest start or the latest due day; undefined where the leader's own it is. */
function outermost(group: readonly GridRecord[], field: string, context: DayContext): Cell | undefined {
  const sign = field === 'start' ? -1 : 1;
  let found: { cell: Cell; day: number } | undefined;
  for (const record of group) {
    const cell = record.cell(field);
    const reading = readDay(cell, context);
    if (cell === undefined || !reading.ok || reading.value === null) continue;
    const day = reading.value * sign;
    if (found === undefined || day > found.day) found = { cell, day };
  }
  return found?.cell;
}
