import { dayFromIso } from '../grid/day.ts';
import type { LastGoodValues, RowName } from '../plan/last-good.ts';
import { nameKey } from '../plan/name.ts';
import type { KeptPlan, KeptRow } from './kept.ts';
import { sortAbove } from './names.ts';

/**
 * What the cells of the last plan held. A row is found by its ID, else by parent and title, else, where its parent is not
 * known, by its title alone; in each case only where one row can be meant.
 */
export function lastGoodValues({ day, rows }: KeptPlan): LastGoodValues {
  const byId = new Map<string, KeptRow[]>();
  const byPath = new Map<string, KeptRow[]>();
  const byTitle = new Map<string, KeptRow[]>();
  for (const row of rows) {
    add(byId, keyFor(row.sort, row.id), row);
    add(byPath, keyFor(row.sort, row.parent ?? '', row.title), row);
    add(byTitle, keyFor(row.sort, row.title), row);
  }
  const findRow = ({ sort, id, parent, title }: RowName): KeptRow | null => {
    const withId = id === null ? null : only(byId.get(keyFor(sort, id)));
    if (withId !== null || title === null) return withId;
    const found = only(
      parent === null && sort !== 'team'
        ? byTitle.get(keyFor(sort, title))
        : byPath.get(keyFor(sort, parent ?? '', title)),
    );
    // Two rows with an ID each are two rows.
    return found?.typed && id !== null ? null : found;
  };
  const parentOf = (row: KeptRow): KeptRow | null => {
    const above = sortAbove(row.sort);
    return above === null || row.parent === null ? null : only(byId.get(keyFor(above, row.parent)));
  };
  return {
    find(name, field) {
      const row = findRow(name);
      if (row === null) return null;
      const stale = Object.hasOwn(row.stale, field) ? row.stale[field] : undefined;
      const since = dayFromIso(stale ?? row.held ?? day);
      return since === null ? null : { value: lastValue(row, field, parentOf), since };
    },
  };
}

type ParentOf = (row: KeptRow) => KeptRow | null;

/** What a cell held, of the type that its column reads; null where it was blank. */
function lastValue(row: KeptRow, field: string, parentOf: ParentOf): unknown {
  switch (field) {
    case 'id':
      return row.typed ? row.id : null;
    case 'owner':
      return row.owners;
    case 'leader':
      return row.owners[0] ?? null;
    case 'due':
      return row.due === null ? null : dayFromIso(row.due);
    case 'start':
      return typeof row.cells.start === 'string' ? dayFromIso(row.cells.start) : null;
    case 'status':
      return row.state === null ? null : { state: row.state, declared: row.cells.declared ?? null };
    case 'doneOn':
      return { done: row.state === 'done', day: row.doneOn === null ? null : dayFromIso(row.doneOn) };
    case 'priority':
    case 'target':
    case 'current':
    case 'weight':
    case 'progress':
      return row[field];
    default:
      return field === row.sort ? row.title : (parentName(row, field, parentOf) ?? cellOf(row, field));
  }
}

/** How a row names the one above: by its ID, else by all titles on the way down to it, which name it alone. */
function parentName(row: KeptRow, field: string, parentOf: ParentOf): string | null {
  if (field !== sortAbove(row.sort)) return null;
  const parent = parentOf(row);
  if (parent === null) return null;
  if (parent.typed) return parent.id;
  const titles: string[] = [];
  for (let each: KeptRow | null = parent; each !== null; each = parentOf(each)) titles.unshift(each.title);
  return titles.join(' / ');
}

function cellOf({ cells }: KeptRow, field: string): string | number | null {
  return Object.hasOwn(cells, field) ? (cells[field] ?? null) : null;
}

function keyFor(...names: readonly string[]): string {
  return names.map(nameKey).join('\n');
}

function add(lists: Map<string, KeptRow[]>, key: string, row: KeptRow): void {
  const list = lists.get(key);
  if (list) list.push(row);
  else lists.set(key, [row]);
}

function only(rows: readonly KeptRow[] | undefined): KeptRow | null {
  return rows?.length === 1 ? (rows[0] ?? null) : null;
}
