import { addDays, dayFromIso, isoFromDay } from '../../grid/day.ts';
import { KEPT_DAYS } from '../../rollup/accountability.ts';
import type { SnapshotAction, SnapshotTeam } from '../../snapshot/snapshot.ts';
import { ownedActions } from '../people.ts';
import { number, over } from './arithmetic.ts';
import { type Door, type Explanation, explanation } from './explanation.ts';

type Outcome = 'kept' | 'late' | 'missed';

/** Broken promises come first; of the others so many are listed that the list stays short. */
const LISTED = 20;
const ORDER: readonly Outcome[] = ['missed', 'late', 'kept'];

/** How a team's kept rate was worked out; null where no promise fell due. */
export function explainKept(team: SnapshotTeam, door: Door): Explanation | null {
  const { plan, formats, links, words } = door;
  const { explain } = words;
  const today = dayFromIso(plan.asOf);
  if (today === null) return null;
  const [from, to] = [isoFromDay(addDays(today, -KEPT_DAYS)), isoFromDay(addDays(today, -1))];
  const promises = ownedActions({ teams: [team] })
    .flatMap(({ action, milestone }) => {
      const promised = action.firstDue ?? action.due;
      const outcome = promised >= from && promised <= to ? outcomeOf(action, promised) : null;
      return outcome === null ? [] : [{ action, milestone, promised, outcome }];
    })
    .sort(
      (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || a.promised.localeCompare(b.promised),
    );
  if (promises.length === 0) return null;
  const kept = promises.filter(({ outcome }) => outcome === 'kept').length;
  return explanation({
    rules: [explain.keptRule(formats.day(from), formats.day(to), KEPT_DAYS)],
    columns: [explain.promise, explain.promised, explain.outcome],
    rows: promises.slice(0, LISTED).map(({ action, milestone, promised, outcome }) => ({
      title: action.title,
      href: links.milestone(team.id, milestone.id),
      cells: [formats.day(promised), words.figures[outcome]],
    })),
    more: Math.max(0, promises.length - LISTED),
    sums: [{ figure: 'kept', label: explain.keptRate, term: over(number(kept), number(promises.length)) }],
  });
}

/** Null where it is done and nobody knows when. */
function outcomeOf({ state, doneOn }: SnapshotAction, promised: string): Outcome | null {
  if (state !== 'done') return 'missed';
  if (doneOn === null) return null;
  return doneOn <= promised ? 'kept' : 'late';
}
