import { addDays, dayFromIso, isoFromDay } from '../../grid/day.ts';
import { KEPT_DAYS } from '../../rollup/accountability.ts';
import type { SnapshotAction, SnapshotTeam } from '../../snapshot/snapshot.ts';
import { ownedActions, type Promised } from '../people.ts';
import type { PersonView } from '../person-pages.ts';
import { number, over } from './arithmetic.ts';
import { type Door, type Explanation, explanation } from './explanation.ts';

type Outcome = 'kept' | 'late' | 'missed';

/** Broken promises come first; of the others so many are listed that the list stays short. */
const LISTED = 20;
const ORDER: readonly Outcome[] = ['missed', 'late', 'kept'];

/** How a team's kept rate was worked out; null where no promise fell due. */
export function explainKept(team: SnapshotTeam, door: Door): Explanation | null {
  return keptOf(ownedActions({ teams: [team] }), door);
}

/** How the figures of a person's page were counted; `kept` is null where no promise fell due. */
export function explainPerson(
  view: Pick<PersonView, 'person' | 'own' | 'overdue' | 'dueThisWeek'>,
  door: Door,
): { overdue: Explanation; dueThisWeek: Explanation; kept: Explanation | null } {
  const { plan, formats, words } = door;
  const { explain } = words;
  const today = dayFromIso(plan.asOf);
  const last = today === null ? plan.asOf : isoFromDay(addDays(today, 6));
  return {
    overdue: countOf(explain.overdueRule(formats.day(plan.asOf)), view.overdue, view, door),
    dueThisWeek: countOf(
      explain.dueRule(formats.day(plan.asOf), formats.day(last)),
      view.dueThisWeek,
      view,
      door,
    ),
    kept: keptOf(view.own, door),
  };
}

/** Some of a person's open promises, and of how many. */
function countOf(
  rule: string,
  promises: readonly Promised[],
  { person }: Pick<PersonView, 'person'>,
  { formats, links, words }: Door,
): Explanation {
  const { explain } = words;
  return explanation({
    rules: [rule],
    inputs: [
      { label: explain.openInAll, value: formats.number(person.open) },
      { label: explain.ofThese, value: formats.number(promises.length) },
    ],
    columns: [explain.promise, explain.due],
    rows: promises.slice(0, LISTED).map(({ team, milestone, action }) => ({
      title: action.title,
      href: links.milestone(team.id, milestone.id),
      cells: [formats.day(action.due)],
    })),
    more: Math.max(0, promises.length - LISTED),
  });
}

/** The share of kept promises among those that fell due; null where none did. */
function keptOf(owned: readonly Promised[], door: Door): Explanation | null {
  const { plan, formats, links, words } = door;
  const { explain } = words;
  const today = dayFromIso(plan.asOf);
  if (today === null) return null;
  const [from, to] = [isoFromDay(addDays(today, -KEPT_DAYS)), isoFromDay(addDays(today, -1))];
  const promises = owned
    .flatMap(({ team, action, milestone }) => {
      const promised = action.firstDue ?? action.due;
      const outcome = promised >= from && promised <= to ? outcomeOf(action, promised) : null;
      return outcome === null ? [] : [{ team, action, milestone, promised, outcome }];
    })
    .sort(
      (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || a.promised.localeCompare(b.promised),
    );
  if (promises.length === 0) return null;
  const kept = promises.filter(({ outcome }) => outcome === 'kept').length;
  return explanation({
    rules: [explain.keptRule(formats.day(from), formats.day(to), KEPT_DAYS)],
    columns: [explain.promise, explain.promised, explain.outcome],
    rows: promises.slice(0, LISTED).map(({ team, action, milestone, promised, outcome }) => ({
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
