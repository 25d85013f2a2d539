import { addDays, type Day, dayFromIso } from '../grid/day.ts';
import type {
  Snapshot,
  SnapshotGoal,
  SnapshotMilestone,
  SnapshotTeam,
  Status,
} from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import { addresses } from './address.ts';
import { forecastSentence } from './forecast.ts';
import type { Formats } from './format.ts';
import { isOpen } from './overview.ts';
import { fitText, textWidth } from './text-width.ts';
import { type Tick, type TimeAxis, timeAxis } from './time-axis.ts';

/** How large a drawing is and how much a milestone says. Lengths are in CSS pixels at full size. */
export interface TimelineForm {
  readonly width: number;
  /** Room on the left for the names of goals; 0 puts them above their lanes. */
  readonly gutter: number;
  /** Names stand beside their marks where lanes are wide, above their bars where they are narrow. */
  readonly names: 'beside' | 'above';
  readonly titleSize: number;
  readonly metaSize: number;
}

export const WIDE: TimelineForm = {
  width: 1216,
  gutter: 216,
  names: 'beside',
  titleSize: 14,
  metaSize: 12,
};
export const NARROW: TimelineForm = { width: 360, gutter: 0, names: 'above', titleSize: 14, metaSize: 12 };

/** A due day that moved: a line from where it was first promised to where it is due now. */
export interface Slip {
  readonly first: number;
  readonly y: number;
  /** Such as `+21 days`. */
  readonly text: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
}

/** From the day of even odds to the day that is 85 % sure. */
export interface ForecastWindow {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Whether it goes on beyond the drawing. */
  readonly isOpen: boolean;
}

/** A milestone in its place. */
export interface Mark {
  readonly id: string;
  readonly status: Status;
  readonly barFrom: number;
  readonly barTo: number;
  /** The end of the part of the bar that is done. */
  readonly barDone: number;
  /** Where an open milestone's lateness reaches, or null: from its due day to today. */
  readonly lateTo: number | null;
  /** How far its day has moved since it was first promised, if it has. */
  readonly slip: Slip | null;
  /** Where it is likely to be done, if that may be after it is due. */
  readonly window: ForecastWindow | null;
  readonly x: number;
  /** The line that the bar lies on. */
  readonly y: number;
  readonly title: string;
  readonly meta: string;
  readonly textX: number;
  readonly textY: number;
  /** All that it says, for a tooltip and for screen readers. */
  readonly full: string;
  readonly href: string;
}

export interface Lane {
  readonly id: string;
  /** The team's name, where the lane is the first of its team and the drawing shows several. */
  readonly heading: { readonly text: string; readonly y: number; readonly href: string } | null;
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
const HEADING_HEIGHT = 40;
const LANE_PAD = 14;
const MARK_RADIUS = 9;
const TEXT_GAP = 8;
/** In a larger drawing, what each milestone needs next would double the page. */
const MOST_GOALS_WITH_NEXT = 40;

/** What a drawing needs beside the teams. */
export interface TimelineContext {
  readonly plan: Pick<Snapshot, 'asOf' | 'settings' | 'changes'>;
  readonly formats: Formats;
  readonly words: Words;
  readonly base: string;
}

/**
 * Places the milestones of some teams on one axis, a lane a goal. Names never overlap: each is given its own room.
 * @param span whose milestones the axis spans, where several drawings share one
 */
export function timelineDrawing(
  teams: readonly SnapshotTeam[],
  { plan: snapshot, formats, words, base }: TimelineContext,
  form: TimelineForm,
  span: readonly SnapshotTeam[] = teams,
): TimelineDrawing {
  const asOf = day(snapshot.asOf);
  const axis = axisFor(span, asOf, snapshot, formats, form);
  const links = addresses(base);
  const moves = lastMoves(snapshot.changes);
  const withNext = span.reduce((sum, team) => sum + team.goals.length, 0) <= MOST_GOALS_WITH_NEXT;
  const placer: Placer = { axis, asOf, formats, form, words, moves, withNext };
  const lanes: Lane[] = [];
  let y = AXIS_HEIGHT;
  for (const team of teams) {
    let heading: Lane['heading'] = null;
    if (teams.length > 1 && team.goals.length > 0) {
      heading = { text: team.name, y: y + HEADING_HEIGHT - 12, href: links.team(team.id) };
      y += HEADING_HEIGHT;
    }
    for (const goal of team.goals) {
      const title = goalTitle(goal.title, form);
      const titleHeight = title.length * (form.titleSize + 5);
      const above = form.gutter === 0;
      const top = y;
      const marksTop = top + LANE_PAD + (above ? titleHeight + 6 : 0);
      const href = links.goal(goal.id);
      const placed = placeMarks(goal, marksTop, (id) => links.milestone(team.id, id), placer);
      const textBottom = top + LANE_PAD + titleHeight;
      const bottom = Math.max(placed.bottom, textBottom, top + 44) + LANE_PAD;
      lanes.push({
        id: goal.id,
        heading,
        title,
        status: goal.status,
        titleY: top + LANE_PAD + form.titleSize,
        href,
        top,
        bottom,
        post: axis.x(day(goal.due)),
        marks: placed.marks,
        empty: goal.milestones.length === 0 ? words.timeline.noMilestones : null,
      });
      heading = null;
      y = bottom;
    }
  }
  const todayLabel = formats.day(snapshot.asOf);
  return {
    form,
    height: y + 8,
    axisTop: AXIS_HEIGHT,
    plotLeft: form.gutter,
    plotRight: form.width,
    ticks: axis.ticks.filter((tick) => tick.x < form.width - 40),
    today: { x: axis.x(asOf), label: todayLabel },
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
    if (day(goal.due) > last) last = day(goal.due);
    for (const milestone of goal.milestones) {
      if (day(milestone.start) < first) first = day(milestone.start);
      if (day(milestone.due) > last) last = day(milestone.due);
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

interface Placer {
  readonly axis: TimeAxis;
  readonly asOf: Day;
  readonly formats: Formats;
  readonly form: TimelineForm;
  readonly words: Words;
  /** Whether each milestone names its next action. */
  readonly withNext: boolean;
  /** The last move of each milestone's due day. */
  readonly moves: ReadonlyMap<string, NonNullable<Snapshot['changes'][number]['move']>>;
}

/** Of each milestone, by ID, the newest move of its due day. */
function lastMoves(changes: Snapshot['changes']): Placer['moves'] {
  const moves = new Map<string, NonNullable<Snapshot['changes'][number]['move']>>();
  // The newest come first.
  for (const { sort, row, move } of changes)
    if (sort === 'milestone' && move !== null && !moves.has(row)) moves.set(row, move);
  return moves;
}

/** Puts each milestone, by due day, on the first line of the lane where its bar and its name find room. */
function placeMarks(
  goal: SnapshotGoal,
  top: number,
  href: (id: string) => string,
  placer: Placer,
): { marks: Mark[]; bottom: number } {
  const { form } = placer;
  const beside = form.names === 'beside';
  const pitch = beside ? 44 : 58;
  const lineEnds: number[] = [];
  const byDue = [...goal.milestones].sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
  const marks = byDue.map((milestone) => {
    const bar = barOf(milestone, placer);
    // An overdue milestone's dashes lead from its day to today: its name stands where they end.
    const textX = beside ? Math.max(bar.x + MARK_RADIUS, bar.lateTo ?? 0) + TEXT_GAP : 0;
    const room = form.width - textX;
    const title = fitText(milestone.title, form.titleSize, room);
    const meta = fitText(metaOf(milestone, goal, placer), form.metaSize, room);
    const nameWidth = Math.max(textWidth(title, form.titleSize), textWidth(meta, form.metaSize));
    const slip = slipOf(milestone, bar.x, placer);
    const window = windowOf(milestone, placer);
    const right = beside
      ? Math.max(textX + nameWidth, slip?.right ?? 0, window === null ? 0 : window.to + 8) + 12
      : form.width;
    const left = Math.min(bar.barFrom - MARK_RADIUS, slip?.left ?? form.width, window?.from ?? form.width);
    const free = beside ? lineEnds.findIndex((end) => end <= left) : -1;
    const line = free === -1 ? lineEnds.length : free;
    lineEnds[line] = right;
    const y = top + line * pitch + (beside ? 16 : 38);
    const below = y + (beside ? 25 : 12);
    return {
      id: milestone.id,
      status: milestone.status,
      ...bar,
      slip: slip === null ? null : { ...slip, y: below },
      window: window === null ? null : { ...window, y: below },
      y,
      title,
      meta,
      textX,
      textY: beside ? y : y - 26,
      full: fullText(milestone, goal, placer),
      href: href(milestone.id),
    };
  });
  return { marks, bottom: top + lineEnds.length * pitch };
}

function barOf(milestone: SnapshotMilestone, { axis, asOf }: Placer) {
  const due = day(milestone.due);
  const barFrom = Math.min(axis.x(day(milestone.start)), axis.x(due));
  const x = axis.x(due);
  return {
    x,
    barFrom,
    barTo: x,
    barDone: barFrom + (x - barFrom) * milestone.progress,
    lateTo: isOpen(milestone) && due < asOf ? axis.x(asOf) : null,
  };
}

/** The line of a slip, with its text at the end where it was first promised; where there is no room, at the other. */
function slipOf({ due, firstDue }: SnapshotMilestone, x: number, { axis, form, words }: Placer) {
  if (firstDue === null || firstDue === due) return null;
  const first = axis.x(day(firstDue));
  const text = words.timeline.slip(day(due) - day(firstDue));
  const width = textWidth(text, form.metaSize) + 10;
  const isLeft =
    first <= x ? first - width >= form.gutter : x - width >= form.gutter && first + width > form.width;
  const end = isLeft ? Math.min(first, x) : Math.max(first, x);
  return {
    first,
    text,
    textX: isLeft ? end - 8 : end + 8,
    anchor: isLeft ? ('end' as const) : ('start' as const),
    left: Math.min(first, x) - (isLeft ? width : 6),
    right: Math.max(first, x) + (isLeft ? 6 : width),
  };
}

/** Only where it may come late: elsewhere it would say no more than the status does. */
function windowOf(milestone: SnapshotMilestone, { axis }: Placer) {
  const { forecast, due } = milestone;
  if (forecast === null || forecast.p50 === null || !isOpen(milestone)) return null;
  if (forecast.p85 !== null && forecast.p85 <= due) return null;
  const [from, until] = [day(forecast.p50), forecast.p85 === null ? null : day(forecast.p85)];
  if (from >= axis.to) return null;
  const isBeyond = until === null || until > axis.to;
  return { from: axis.x(from), to: axis.x(isBeyond ? axis.to : until), isOpen: isBeyond };
}

function metaOf(milestone: SnapshotMilestone, goal: SnapshotGoal, { formats, words }: Placer): string {
  const when =
    milestone.doneOn !== null
      ? words.timeline.done(formats.day(milestone.doneOn))
      : formats.day(milestone.due);
  const after = isOpen(milestone) && milestone.due > goal.due ? words.timeline.afterGoal : null;
  return [when, after, milestone.owner].filter(Boolean).join(' · ');
}

/** Between the parts of what a milestone says: its card parts them there again. */
const PART = ' · ';

/** All of it in words, for a tooltip and for those who do not see the drawing. */
function fullText(
  milestone: SnapshotMilestone,
  goal: SnapshotGoal,
  { formats, words, moves, withNext }: Placer,
): string {
  const say = words.timeline;
  const { due, firstDue, forecast } = milestone;
  const move = moves.get(milestone.id);
  const open = isOpen(milestone);
  const next = withNext && open ? nextAction(milestone) : undefined;
  const parts = [
    say.titleIs(milestone.title, words.status[milestone.status]),
    say.due(formats.day(due)),
    firstDue !== null &&
      firstDue !== due &&
      say.firstPromised(formats.day(firstDue), day(due) - day(firstDue)),
    move !== undefined && move.time > 1 && say.moved(move.time),
    milestone.doneOn !== null && say.done(formats.day(milestone.doneOn)),
    say.pace(formats.percent(milestone.progress), formats.percent(milestone.expected)),
    open && forecast !== null && forecastSentence(forecast, formats, words),
    open && due > goal.due && say.afterGoal,
    milestone.owner,
    next !== undefined && say.next(next.title, formats.day(next.due), next.owner),
  ];
  return parts.filter(Boolean).join(PART);
}

/** The open action that is due first; undefined where there is none. */
function nextAction({ actions }: SnapshotMilestone) {
  return actions
    .filter(({ state }) => state !== 'done' && state !== 'dropped')
    .sort((a, b) => a.due.localeCompare(b.due))[0];
}

/** A goal's title in the gutter, on at most three lines; above its lane on one. */
function goalTitle(title: string, form: TimelineForm): string[] {
  if (form.gutter === 0) return [fitText(title, form.titleSize, form.width - 26)];
  const width = form.gutter - 44;
  const lines: string[] = [];
  let rest = title;
  while (rest !== '' && lines.length < 3) {
    const taken =
      lines.length === 2 ? fitText(rest, form.titleSize, width) : takeLine(rest, form.titleSize, width);
    lines.push(taken.trimEnd());
    rest = lines.length === 3 ? '' : rest.slice(taken.length).trimStart();
  }
  return lines;
}

/** As many whole words as fit; a word too wide for a line of its own is cut. */
function takeLine(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = 0;
  for (const match of text.matchAll(/\s+/g)) {
    if (textWidth(text.slice(0, match.index), size) > width) break;
    end = match.index;
  }
  if (end > 0) return text.slice(0, end);
  const cut = fitText(text, size, width);
  return text.slice(0, Math.max(1, cut.length - 1));
}

/** A snapshot's days have passed its schema. */
function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`“${iso}” is no day`);
  return found;
}
