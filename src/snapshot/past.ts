import { type Day, isoFromDay } from '../grid/day.ts';
import { calibration } from '../history/calibration.ts';
import type { History, RowHistory } from '../history/history.ts';
import type { Line, RowSort } from '../history/line.ts';
import { quietRows } from '../history/quiet.ts';
import { slips } from '../history/slips.ts';
import type { Plan } from '../plan/plan.ts';
import type { Snapshot, SnapshotChange } from './snapshot.ts';

/** The parts of the snapshot that come from the history. */
export type SnapshotPast = Pick<Snapshot, 'changes' | 'quiet' | 'former' | 'calibration' | 'historyFrom'>;

/** A plan without a history. */
export const NO_PAST: SnapshotPast = {
  changes: [],
  quiet: [],
  former: [],
  calibration: { p50: { past: 0, met: 0 }, p85: { past: 0, met: 0 }, goals: 0 },
  historyFrom: null,
};

/** What the history tells of the plan as of a day: changes, the newest first; rows gone quiet; how forecasts came out. */
export function pastOf(history: History, lines: readonly Line[], plan: Plan, asOf: Day): SnapshotPast {
  const bySlip = new Map(slips(history, plan.updates).map((slip) => [slip.move, slip]));
  const changes = history.changes.map(({ event, id, teamId, move }): SnapshotChange => {
    const slip = move === null ? undefined : bySlip.get(move);
    const above = ancestry(history.find(event.sort, id));
    return {
      day: event.day,
      kind: event.kind,
      row: id,
      field: event.field,
      from: event.from,
      to: event.to,
      sort: event.sort,
      title: event.title,
      team: teamId,
      goal: above.goal ?? null,
      milestone: above.milestone ?? null,
      owner: event.owners.length === 0 ? null : event.owners.join(', '),
      move: move === null ? null : { days: move.days, total: move.total, time: slip?.time ?? 1 },
      silent: slip !== undefined && slip.reason === null,
    };
  });
  const { p50, p85, goals } = calibration(history, asOf);
  return {
    changes,
    quiet: quietRows(history, plan, asOf, plan.settings.stalledAfter).map(
      ({ sort, row, team, what, since }) => ({
        sort,
        id: row.id,
        title: row.title,
        team: team.id,
        what,
        since: isoFromDay(since),
      }),
    ),
    former: history.former.flatMap(({ sort, was, id }) =>
      sort === 'team' || sort === 'goal' ? [{ sort, was, id }] : [],
    ),
    calibration: { p50: { past: p50.past, met: p50.met }, p85: { past: p85.past, met: p85.met }, goals },
    historyFrom: lines[0]?.day ?? null,
  };
}

/** The IDs, by sort, of a row and of all that it belongs to. */
function ancestry(row: RowHistory | null): Partial<Record<RowSort, string>> {
  const ids: Partial<Record<RowSort, string>> = {};
  for (let each = row; each !== null; each = each.parent) ids[each.sort] = each.id;
  return ids;
}
