import { type Day, isoFromDay, startOfWeek } from '../../grid/day.ts';
import type { Snapshot, SnapshotTeam } from '../../snapshot/snapshot.ts';
import type { Words } from '../../words/en.ts';
import { addresses } from '../address.ts';
import type { Formats } from '../format.ts';
import { once, onceText } from '../once.ts';
import type { Tick, TimeAxis } from '../time-axis.ts';
import { lastMoves } from './description.ts';
import type { TimelineForm } from './form.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { snapshotDay } from './snapshot-day.ts';
import { axisOf } from './span.ts';

/** What finer ticks are made from, when the drawing is stretched. */
export interface FineTicks {
  /** The axis's first day, such as `2026-01-01`, its place, and how many days there are. */
  readonly from: string;
  readonly x: number;
  readonly days: number;
  readonly perDay: number;
  /** The day of the week, from 0 for Sunday, that weeks begin on; null where months come next and not weeks. */
  readonly weekday: number | null;
}

/** The axis of a drawing, as it is shown. */
export interface DrawingDates {
  readonly form: TimelineForm;
  readonly ticks: readonly Tick[];
  readonly upper: readonly Tick[];
  readonly fine: FineTicks | null;
  readonly today: { readonly x: number; readonly label: string };
}

export interface TimelineDrawing {
  readonly form: TimelineForm;
  readonly dates: DrawingDates;
  /** Of all lanes together. */
  readonly height: number;
  readonly lanes: readonly Lane[];
}

/** Addresses below a path, the same each time: each knows those that it made. */
const linksBelow = onceText((base) => addresses(base));

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
  { plan: { asOf: today, settings, changes }, formats, words, base }: TimelineContext,
  form: TimelineForm,
  span: readonly SnapshotTeam[] = [team],
): TimelineDrawing {
  const asOf = snapshotDay(today);
  const axis = axisOf(span, asOf, { locale: formats.locale, weekStartsOn: settings.weekStartsOn }, form);
  const withNext = span.reduce((sum, { goals }) => sum + goals.length, 0) <= MOST_GOALS_WITH_NEXT;
  const moves = lastMoves(changes);
  const lanes = lanesOf(team, linksBelow(base), { axis, asOf, formats, form, words, moves, withNext });
  return {
    form,
    dates: datesOf(axis, settings, formats, today, form),
    height: lanes.reduce((sum, lane) => sum + lane.height, 0),
    lanes,
  };
}

const ownDrawings = once((_: TimelineContext) =>
  once((_: SnapshotTeam) => new Map<TimelineForm, TimelineDrawing>()),
);

/** A team's own drawing, made once: it stands on the team's page and on that of its timeline. */
export function ownDrawing(
  team: SnapshotTeam,
  context: TimelineContext,
  form: TimelineForm,
): TimelineDrawing {
  const known = ownDrawings(context)(team);
  const drawing = known.get(form) ?? timelineDrawing(team, context, form);
  known.set(form, drawing);
  return drawing;
}

/** What is shown of an axis. */
export function datesOf(
  axis: TimeAxis,
  { weekStartsOn }: Pick<Snapshot['settings'], 'weekStartsOn'>,
  formats: Formats,
  today: string,
  form: TimelineForm,
): DrawingDates {
  const hasRoom = ({ x }: Tick) => x < form.width - 40;
  return {
    form,
    ticks: axis.ticks.filter(hasRoom),
    upper: axis.upper.filter(hasRoom),
    fine: fineTicks(axis, weekStartsOn),
    today: { x: axis.x(snapshotDay(today)), label: formats.day(today) },
  };
}

function fineTicks({ unit, from, to, perDay, x }: TimeAxis, weekStartsOn: number): FineTicks | null {
  if (unit === 'week') return null;
  const weekday = unit === 'month' ? weekdayOf(startOfWeek(from, weekStartsOn)) : null;
  return { from: isoFromDay(from), x: x(from), days: to - from, perDay, weekday };
}

const weekdayOf = (day: Day) => new Date(isoFromDay(day)).getUTCDay();
