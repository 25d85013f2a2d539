import type { KeptPlan } from '../src/history/kept.ts';
import { isRowEvent, type Line } from '../src/history/line.ts';
import { PlanFault } from './fault.ts';

/** Fewer rows than these may vanish at any time: a small plan loses half of its rows by ending one goal. */
const FEW_ROWS = 5;
const SHOWN = 10;

/** The goals, milestones and actions that were in the plan, and are no more. */
export function removedRows(lines: readonly Line[]) {
  return lines.flatMap((line) =>
    isRowEvent(line) && line.kind === 'removed' && line.sort !== 'team'
      ? [{ sort: line.sort, title: line.title }]
      : [],
  );
}

/**
 * Throws a PlanFault where so many rows are gone that the sheet was more likely wiped or filtered than planned anew.
 * @param last the plan as it was; null for the first @param share of its rows that may go, from 0 to 1
 */
export function refuseRemovals(lines: readonly Line[], last: KeptPlan | null, share: number): void {
  const removed = removedRows(lines);
  const known = last === null ? 0 : last.rows.filter(({ sort }) => sort !== 'team').length;
  if (removed.length < FEW_ROWS || removed.length <= known * share) return;
  const shown = removed.slice(0, SHOWN).map(({ sort, title }) => `  ${sort} “${title}”`);
  const rest = removed.length - shown.length;
  throw new PlanFault(
    [
      `${removed.length} of the plan's ${known} rows are gone, more than the ${Math.round(share * 100)} % that may go at once:`,
      ...shown,
      ...(rest > 0 ? [`  and ${rest} more`] : []),
      'A sheet may have been wiped, filtered or replaced. Nothing was written; what was published stays.',
      'If the rows are meant to be gone, run it again with --accept-removals. The share is "removalsFrom" in data/milepost.json.',
    ].join('\n'),
  );
}
