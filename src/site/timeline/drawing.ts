import { addDays, type Day } from '../../grid/day.ts';
import type { Snapshot, SnapshotTeam, Status } from '../../snapshot/snapshot.ts';
import type { Words } from '../../words/en.ts';
import { addresses } from '../address.ts';
import type { Formats } from '../format.ts';
import { type Tick, type TimeAxis, timeAxis } from '../time-axis.ts';
import { lastMoves } from './description.ts';
import { MARK_RADIUS, type TimelineForm } from './form.ts';
import { goalTitle } from './goal-title.ts';
import { type Mark, placeMarks } from './marks.ts';
import type { Placer } from './placer.ts';
import { snapshotDay } from './snapshot-day.ts';

/** A goal's part of a drawing. */
export interface Lane {
  readonly id: string;
  readonly title: readonly string[];
  readonly status: Status;
  readonly titleY: number;
  readonly href: string;
  readonly top: number;
  readonly bottom: number;
  /** Where the goal itself is due. */
  readonly post: number;
  readonly marks: readonly Mark[];
  /** What stands in a lane without milestones. */
  readonly empty: string | null;
}

export interface TimelineDrawing {
  readonly form: TimelineForm;
  readonly height: number;
  readonly axisTop: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly ticks: readonly Tick[];
  readonly today: { readonly x: number; readonly label: string };
  readonly lanes: readonly Lane[];
}

const AXIS_HEIGHT = 34;
const LANE_PAD = 14;
/** In a larger drawing, what each milestone needs next would double the page. */
const MOST_GOALS_WITH_NEXT = 40;

/** What a drawing needs beside the team. */
export interface TimelineContext {
  readonly plan: Pick<Snapshot, 'asOf' | 'settings' | 'changes'>;
  readonly formats: Formats;
  readonly words: Words;
  readonly base: string;
}

/**
 * Places the milestones of a team on an axis, a lane a goal. Names never overlap: each is given its own room.
 * @param span whose milestones the axis spans, where several drawings share one
 */
export function timelineDrawing(
  team: SnapshotTeam,
  { plan: snapshot, formats, words, base }: TimelineContext,
  form: TimelineForm,
  span: readonly SnapshotTeam[] = [team],
): TimelineDrawing {
  const asOf = snapshotDay(snapshot.asOf);
  const axis = axisFor(span, asOf, snapshot, formats, form);
  const links = addresses(base);
  const moves = lastMoves(snapshot.changes);
  const withNext = span.reduce((sum, { goals }) => sum + goals.length, 0) <= MOST_GOALS_WITH_NEXT;
  const placer: Placer = { axis, asOf, formats, form, words, moves, withNext };
  const lanes: Lane[] = [];
  let y = AXIS_HEIGHT;
  for (const goal of team.goals) {
    const title = goalTitle(goal.title, form);
    const titleHeight = title.length * (form.titleSize + 5);
    const above = form.gutter === 0;
    const top = y;
    const marksTop = top + LANE_PAD + (above ? titleHeight + 6 : 0);
    const placed = placeMarks(goal, marksTop, (id) => links.milestone(team.id, id), placer);
    const textBottom = top + LANE_PAD + titleHeight;
    const bottom = Math.max(placed.bottom, textBottom, top + 44) + LANE_PAD;
    lanes.push({
      id: goal.id,
      title,
      status: goal.status,
      titleY: top + LANE_PAD + form.titleSize,
      href: links.goal(goal.id),
      top,
      bottom,
      post: axis.x(snapshotDay(goal.due)),
      marks: placed.marks,
      empty: goal.milestones.length === 0 ? words.timeline.noMilestones : null,
    });
    y = bottom;
  }
  return {
    form,
    height: y + 8,
    axisTop: AXIS_HEIGHT,
    plotLeft: form.gutter,
    plotRight: form.width,
    ticks: axis.ticks.filter((tick) => tick.x < form.width - 40),
    today: { x: axis.x(asOf), label: formats.day(snapshot.asOf) },
    lanes,
  };
}

function axisFor(
  teams: readonly SnapshotTeam[],
  asOf: Day,
  { settings }: Pick<Snapshot, 'settings'>,
  formats: Formats,
  form: TimelineForm,
): TimeAxis {
  let first = addDays(asOf, -14);
  let last = addDays(asOf, 28);
  for (const goal of teams.flatMap((team) => team.goals)) {
    last = later(last, snapshotDay(goal.due));
    for (const milestone of goal.milestones) {
      const start = snapshotDay(milestone.start);
      if (start < first) first = start;
      last = later(last, snapshotDay(milestone.due));
    }
  }
  // Names that stand beside the last marks need room behind them.
  const nameRoom = form.names === 'beside' ? 190 : MARK_RADIUS + 2;
  return timeAxis({
    first,
    last,
    left: form.gutter + MARK_RADIUS + 2,
    right: form.width - nameRoom,
    minimumTick: form.names === 'beside' ? 46 : 40,
    locale: formats.locale,
    weekStartsOn: settings.weekStartsOn,
  });
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
