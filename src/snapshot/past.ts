import { type Day, isoFromDay } from '../grid/day.ts';
import { calibration } from '../history/calibration.ts';
import type { History, RowHistory } from '../history/history.ts';
import type { Line, LineSort } from '../history/line.ts';
import { quietRows } from '../history/quiet.ts';
import { satisfactions } from '../history/satisfaction.ts';
import { slips } from '../history/slips.ts';
import { nameKey } from '../plan/name.ts';
import type { Plan } from '../plan/plan.ts';
import type { Snapshot, SnapshotChange } from './snapshot.ts';

/** The parts of the snapshot that come from the history. */
export type SnapshotPast = Pick<
  Snapshot,
  'changes' | 'quiet' | 'former' | 'satisfaction' | 'calibration' | 'historyFrom'
>;

/** A plan without a history. */
export const NO_PAST: SnapshotPast = {
  changes: [],
  quiet: [],
  former: [],
  satisfaction: [],
  calibration: { p50: { past: 0, met: 0 }, p85: { past: 0, met: 0 }, goals: 0 },
  historyFrom: null,
};

/** What the history tells of the plan as of a day: changes, the newest first; rows gone quiet; how forecasts came out. */
export function pastOf(history: History, lines: readonly Line[], plan: Plan, asOf: Day): SnapshotPast {
  const bySlip = new Map(slips(history, plan.updates).map((slip) => [slip.move, slip]));
  const serving = teamsServing(plan);
  const satisfied = satisfactions(lines, asOf);
  const changes = history.changes.flatMap(({ event, id, teamId, move }): SnapshotChange[] => {
    // Of people the history has no events.
    if (event.sort === 'person') return [];
    const isCustomer = event.sort === 'customer';
    const slip = move === null ? undefined : bySlip.get(move);
    const above = ancestry(history.find(event.sort, id));
    const change: SnapshotChange = {
      day: event.day,
      kind: event.kind,
      row: id,
      field: event.field,
      from: event.from,
      to: event.to,
      sort: event.sort,
      title: event.title,
      team: isCustomer ? null : teamId,
      ...(isCustomer ? { teams: [...(serving.get(id) ?? [])] } : {}),
      goal: above.goal ?? null,
      milestone: above.milestone ?? null,
      owner: event.owners.length === 0 ? null : event.owners.join(', '),
      move: move === null ? null : { days: move.days, total: move.total, time: slip?.time ?? 1 },
      silent: slip !== undefined && slip.reason === null,
    };
    return [change];
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
      sort === 'milestone' || sort === 'action' ? [] : [{ sort, was, id }],
    ),
    satisfaction: plan.customers.flatMap(({ id }) => {
      const known = satisfied.get(id) ?? [];
      return known.length === 0
        ? []
        : [{ customer: id, known: known.map(({ day, value }) => ({ day: isoFromDay(day), value })) }];
    }),
    calibration: { p50: { past: p50.past, met: p50.met }, p85: { past: p85.past, met: p85.met }, goals },
    historyFrom: lines[0]?.day ?? null,
  };
}

/** The teams that have a goal for a customer which is not dropped, by the customer's ID. */
function teamsServing({ teams, customers }: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map(customers.map(({ id, name }) => [nameKey(name), id]));
  const serving = new Map<string, Set<string>>();
  for (const team of teams) {
    for (const { customer, state } of team.goals) {
      const id = customer === null || state === 'dropped' ? undefined : ids.get(nameKey(customer));
      if (id !== undefined) serving.set(id, (serving.get(id) ?? new Set()).add(team.id));
    }
  }
  return serving;
}

/** The IDs, by sort, of a row and of all that it belongs to. */
function ancestry(row: RowHistory | null): Partial<Record<LineSort, string>> {
  const ids: Partial<Record<LineSort, string>> = {};
  for (let each = row; each !== null; each = each.parent) ids[each.sort] = each.id;
  return ids;
}
