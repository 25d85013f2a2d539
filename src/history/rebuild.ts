import { dayFromIso, isoFromDay } from '../grid/day.ts';
import { compareText, inKeptOrder, type KeptPlan, type KeptRow } from './kept.ts';
import type { KeptCustomer } from './kept-names.ts';
import { isEvent, keyOf, type Line } from './line.ts';
import { type PastRow, planAt } from './plan-at.ts';

/**
 * The last plan seen, as far as the archive tells: for where what was kept of it is lost. Cells that the history does
 * not follow are blank, and no ID is known to be of the sheet, so that rows are found by parent and title, or by an ID
 * that the sheet has now. Null where the archive is empty.
 */
export function rebuildKept(lines: readonly Line[]): KeptPlan | null {
  const last = lines.reduce((latest, { day }) => (day > latest ? day : latest), '');
  const day = dayFromIso(last);
  if (day === null) return null;
  const past = planAt(lines, day);
  const rows = past.rows.map((row) => keptOf(row, teamOf(row, past)));
  const customers = customersOf(lines);
  return {
    version: 1,
    day: last,
    rows: rows.sort(inKeptOrder),
    ...(customers.length > 0 ? { customers } : {}),
  };
}

/** The customers at the end of the archive, by ID. Of their rows it tells no more than name and satisfaction. */
function customersOf(lines: readonly Line[]): KeptCustomer[] {
  const known = new Map<string, KeptCustomer>();
  for (const line of lines) {
    if (line.sort !== 'customer' || !isEvent(line)) continue;
    const { row: id, title: name, kind, to } = line;
    const key = keyOf(line);
    const before = known.get(key)?.satisfaction ?? null;
    const told = kind === 'added' ? (line.satisfaction ?? null) : typeof to === 'number' ? to : null;
    const satisfaction = kind === 'added' || kind === 'satisfaction' ? told : before;
    if (kind === 'removed') known.delete(key);
    else
      known.set(key, {
        id,
        key,
        name,
        satisfaction,
        does: null,
        theirCustomers: null,
        needs: [],
        since: null,
      });
  }
  return [...known.values()].sort((one, other) => compareText(one.id, other.id));
}

function teamOf(row: PastRow, past: ReturnType<typeof planAt>): string {
  let each: PastRow | null = row;
  for (const sort of ['milestone', 'goal', 'team'] as const) {
    if (each?.parent && each.sort !== 'team') each = past.find(sort, each.parent) ?? each;
  }
  return each.id;
}

function keptOf(row: PastRow, team: string): KeptRow {
  const { due, doneOn, owners, ...rest } = row;
  return {
    ...rest,
    typed: false,
    team,
    owners: [...owners],
    due: due === null ? null : isoFromDay(due),
    doneOn: doneOn === null ? null : isoFromDay(doneOn),
    cells: {},
    stale: {},
    held: null,
  };
}
