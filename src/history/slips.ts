import { nameKey } from '../plan/name.ts';
import type { Update } from '../plan/plan.ts';
import type { History, Move, RowHistory } from './history.ts';

/** How far from the day of a move an update may lie to be its reason, in days, before and after. */
export const REASON_DAYS = 7;

/** A due day that moved. */
export interface Slip {
  readonly row: RowHistory;
  readonly move: Move;
  /** Which of the row's moves it is: 1 is the first. */
  readonly time: number;
  /** The update that gives a reason, the nearest in days; null where it moved without a word. */
  readonly reason: Update | null;
}

/**
 * Each move of a due day, the latest first, also of rows that are in the plan no more. Its reason is an update about
 * the row, or about the milestone or the goal that it belongs to, within 7 days of it.
 */
export function slips(history: History, updates: readonly Update[]): Slip[] {
  const about = updatesByRow(updates);
  return history.changes.flatMap(({ event, id, move }) => {
    const row = move === null ? null : history.find(event.sort, id);
    if (row === null || move === null) return [];
    return [{ row, move, time: row.moves.indexOf(move) + 1, reason: reasonFor(row, move, about) }];
  });
}

type ByRow = ReadonlyMap<string, readonly Update[]>;

/** An action is no row that an update can be linked to: it is known by what the update says that it is about. */
function updatesByRow(updates: readonly Update[]): ByRow {
  const rows = new Map<string, Update[]>();
  const add = (key: string, update: Update): void => {
    const list = rows.get(key);
    if (list) list.push(update);
    else rows.set(key, [update]);
  };
  for (const update of updates) {
    if (update.aboutGoal !== null) add(`goal\n${update.aboutGoal}`, update);
    else if (update.aboutMilestone !== null) add(`milestone\n${update.aboutMilestone}`, update);
    else if (update.about !== null) add(actionKey(update.team, update.about), update);
  }
  return rows;
}

function actionKey(team: string, name: string): string {
  return `action\n${team}\n${nameKey(name)}`;
}

function reasonFor(row: RowHistory, { day }: Move, about: ByRow): Update | null {
  const near = lineage(row)
    .flatMap((each) => updatesAbout(each, about))
    .filter((update) => Math.abs(update.day - day) <= REASON_DAYS)
    .sort((one, other) => Math.abs(one.day - day) - Math.abs(other.day - day));
  return near[0] ?? null;
}

function updatesAbout(row: RowHistory, about: ByRow): readonly Update[] {
  if (row.sort !== 'action') return about.get(`${row.sort}\n${row.id}`) ?? [];
  const team = lineage(row).find(({ sort }) => sort === 'team')?.id ?? '';
  return [row.title, row.id].flatMap((name) => about.get(actionKey(team, name)) ?? []);
}

/** A row and all that it belongs to, from itself up. */
function lineage(row: RowHistory): RowHistory[] {
  const rows: RowHistory[] = [];
  for (let each: RowHistory | null = row; each !== null; each = each.parent) rows.push(each);
  return rows;
}
