import { addDays, type Day } from '../../grid/day.ts';
import type { SnapshotTeam } from '../../snapshot/snapshot.ts';
import { type TimeAxis, timeAxis } from '../time-axis.ts';
import { LABEL_SIZE, MARK_RADIUS, type TimelineForm } from './form.ts';
import { snapshotDay } from './snapshot-day.ts';

/** Two weeks behind today and four ahead are in sight, whatever is due. */
const DAYS_BEFORE = 14;
const DAYS_AFTER = 28;
/** Names that stand beside the last marks need room behind them. */
const NAME_ROOM = 190;

/** An axis on which all starts and due days of some teams have their place, and today. */
export function axisOf(
  teams: readonly SnapshotTeam[],
  asOf: Day,
  { locale, weekStartsOn }: { readonly locale: string; readonly weekStartsOn: number },
  form: TimelineForm,
): TimeAxis {
  let first = addDays(asOf, -DAYS_BEFORE);
  let last = addDays(asOf, DAYS_AFTER);
  for (const goal of teams.flatMap(({ goals }) => goals)) {
    last = later(last, snapshotDay(goal.due));
    for (const { start, due } of goal.milestones) {
      const begin = snapshotDay(start);
      if (begin < first) first = begin;
      last = later(last, snapshotDay(due));
    }
  }
  return timeAxis({
    first,
    last,
    left: form.gutter + MARK_RADIUS + 2,
    right: form.width - (form.names === 'beside' ? NAME_ROOM : MARK_RADIUS + 2),
    minimumTick: form.names === 'beside' ? 46 : 40,
    labelSize: LABEL_SIZE,
    locale,
    weekStartsOn,
  });
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
