import { addDays, type Day } from '../grid/day.ts';
import type { Promises } from '../history/promises.ts';
import type { Action } from '../plan/plan.ts';
import { isOpen } from './counted.ts';
import { fullWeeksBefore } from './weeks.ts';
import { inDueOrder } from './wording.ts';

/** How far back the kept rate looks, in days. */
export const KEPT_DAYS = 28;

export interface Kept {
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  /** kept / (kept + late + missed); null where no commitment fell due. */
  readonly rate: number | null;
}

export interface KeptWeek {
  readonly start: Day;
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
}

export interface Accountability {
  /** Over commitments first promised for the 28 days before the as-of day. */
  readonly kept: Kept;
  /** The commitments of those 28 days that were done late or not at all, the earliest due first. */
  readonly broken: readonly Action[];
  /** Over the last 12 full weeks, oldest first. */
  readonly keptByWeek: readonly KeptWeek[];
  readonly open: number;
  readonly overdue: number;
  /** Open and due from the as-of day to the sixth day after it. */
  readonly dueThisWeek: number;
}

type Outcome = 'kept' | 'late' | 'missed';

/**
 * How commitments came out. A promise is held against the day first promised: moving the due day does not keep it. One
 * done without a day counts nowhere, since nobody knows when.
 * @param actions those that count: not dropped, and below nothing that is
 */
export function accountability(
  actions: readonly Action[],
  promises: Promises,
  asOf: Day,
  weekStartsOn: number,
): Accountability {
  const dated = actions
    .filter(({ owners }) => owners.length > 0)
    .flatMap((action) => {
      const promised = promises.firstDue(action.id, 'action') ?? action.due;
      const outcome = promised < asOf ? outcomeOf(action, promised) : null;
      return outcome === null ? [] : [{ action, promised, outcome }];
    });
  const recent = dated.filter(({ promised }) => promised >= addDays(asOf, -KEPT_DAYS));
  const open = actions.filter(isOpen);
  return {
    kept: count(recent),
    broken: inDueOrder(recent.filter(({ outcome }) => outcome !== 'kept').map(({ action }) => action)),
    keptByWeek: fullWeeksBefore(asOf, weekStartsOn).map((start) => {
      const { kept, late, missed } = count(
        dated.filter(({ promised }) => promised >= start && promised < addDays(start, 7)),
      );
      return { start, kept, late, missed };
    }),
    open: open.length,
    overdue: open.filter(({ due }) => due < asOf).length,
    dueThisWeek: open.filter(({ due }) => due >= asOf && due <= addDays(asOf, 6)).length,
  };
}

function outcomeOf({ state, doneOn }: Action, promised: Day): Outcome | null {
  if (state !== 'done') return 'missed';
  if (doneOn === null) return null;
  return doneOn <= promised ? 'kept' : 'late';
}

function count(commitments: readonly { readonly outcome: Outcome }[]): Kept {
  const of = (wanted: Outcome) => commitments.filter(({ outcome }) => outcome === wanted).length;
  const [kept, late, missed] = [of('kept'), of('late'), of('missed')];
  const all = kept + late + missed;
  return { kept, late, missed, rate: all === 0 ? null : kept / all };
}
