import { addDays, type Day } from '../../grid/day.ts';
import type { SnapshotTeam } from '../../snapshot/snapshot.ts';
import { once } from '../once.ts';
import { textWidth } from '../text-width.ts';
import { type TimeAxis, timeAxis } from '../time-axis.ts';
import { LABEL_SIZE, MARK_RADIUS, NAME_GAP, type TimelineForm } from './form.ts';
import { snapshotDay } from './snapshot-day.ts';

/** Two weeks behind today and four ahead are in sight, whatever is due. */
const DAYS_BEFORE = 14;
const DAYS_AFTER = 28;
/** Names that stand beside the last marks need room behind them: so much at least, and at most. */
const NAME_ROOM = 190;
const MOST_NAME_ROOM = 340;

interface Calendar {
  readonly locale: string;
  readonly weekStartsOn: number;
}

const known = once((_: readonly SnapshotTeam[]) => new Map<string, TimeAxis>());

/**
 * An axis on which all starts and due days of some teams have their place, and today. It is made once for the same teams:
 * each of them asks for it where they share one.
 */
export function axisOf(
  teams: readonly SnapshotTeam[],
  asOf: Day,
  calendar: Calendar,
  form: TimelineForm,
): TimeAxis {
  const axes = known(teams);
  const key = JSON.stringify([form.name, asOf, calendar.locale, calendar.weekStartsOn]);
  const axis = axes.get(key) ?? makeAxis(teams, asOf, calendar, form);
  axes.set(key, axis);
  return axis;
}

function makeAxis(
  teams: readonly SnapshotTeam[],
  asOf: Day,
  { locale, weekStartsOn }: Calendar,
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
  const left = form.gutter + MARK_RADIUS + 2;
  const beside = form.names === 'beside';
  const axisTo = (right: number) =>
    timeAxis({
      ...{ first, last, left, right, locale, weekStartsOn },
      minimumTick: beside ? 46 : 40,
      labelSize: LABEL_SIZE,
    });
  if (!beside) return axisTo(form.width - left);
  const whole = axisTo(form.width - NAME_ROOM);
  const pressed = axisTo(rightEnd(teams, { first, last, left }, form));
  return pressed.unit === whole.unit ? pressed : whole;
}

/** Where the axis ends, so that the names of the last milestones have room, as far as that does not press it together. */
function rightEnd(
  teams: readonly SnapshotTeam[],
  { first, last, left }: { readonly first: Day; readonly last: Day; readonly left: number },
  form: TimelineForm,
): number {
  const most = form.width - NAME_ROOM;
  if (form.name === 'short') return most;
  const ends = teams
    .flatMap(({ goals }) => goals.flatMap(({ milestones }) => milestones))
    .map(({ title, due }) => ({ due, room: MARK_RADIUS + NAME_GAP + textWidth(title, form.titleSize) }))
    // What would be cut all the same presses nothing.
    .filter(({ room }) => room <= MOST_NAME_ROOM)
    .map(({ due, room }) => {
      const free = form.width - room - left;
      const share = (snapshotDay(due) - first) / (last - first);
      return share <= 0 ? most : left + free / share;
    });
  return Math.max(form.width - MOST_NAME_ROOM, Math.min(most, ...ends));
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
