import { dayFromIso, isoFromDay } from '../grid/day.ts';
import { inKeptOrder, type KeptPlan, type KeptRow } from './kept.ts';
import type { Line } from './line.ts';
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
  return { version: 1, day: last, rows: rows.sort(inKeptOrder) };
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
