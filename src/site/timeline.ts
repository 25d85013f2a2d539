import { addDays, type Day, dayFromIso } from '../grid/day.ts';
import type { Snapshot, SnapshotMilestone, SnapshotTeam, Status } from '../snapshot/snapshot.ts';
import { addresses } from './address.ts';
import type { Formats } from './format.ts';
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
  /** Where it was first promised, if that is not where it is due now. */
  readonly first: number | null;
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

/** Places the milestones of some teams on one axis, a lane a goal. Names never overlap: each is given its own room. */
export function timelineDrawing(
  teams: readonly SnapshotTeam[],
  snapshot: Pick<Snapshot, 'asOf' | 'settings'>,
  formats: Formats,
  base: string,
  form: TimelineForm,
): TimelineDrawing {
  const asOf = day(snapshot.asOf);
  const axis = axisFor(teams, asOf, snapshot, formats, form);
  const links = addresses(base);
  const placer: Placer = { axis, asOf, formats, form };
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
      const placed = placeMarks(goal.milestones, marksTop, (id) => links.milestone(team.id, id), placer);
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
        marks: placed.marks,
        empty: goal.milestones.length === 0 ? 'No milestones yet' : null,
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
}

/** Puts each milestone, by due day, on the first line of the lane where its bar and its name find room. */
function placeMarks(
  milestones: readonly SnapshotMilestone[],
  top: number,
  href: (id: string) => string,
  placer: Placer,
): { marks: Mark[]; bottom: number } {
  const { form } = placer;
  const beside = form.names === 'beside';
  const pitch = beside ? 44 : 58;
  const lineEnds: number[] = [];
  const byDue = [...milestones].sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
  const marks = byDue.map((milestone) => {
    const bar = barOf(milestone, placer);
    // An overdue milestone's dashes lead from its day to today: its name stands where they end.
    const textX = beside ? Math.max(bar.x + MARK_RADIUS, bar.lateTo ?? 0) + TEXT_GAP : 0;
    const room = form.width - textX;
    const title = fitText(milestone.title, form.titleSize, room);
    const meta = fitText(metaOf(milestone, placer.formats), form.metaSize, room);
    const nameWidth = Math.max(textWidth(title, form.titleSize), textWidth(meta, form.metaSize));
    const right = beside ? textX + nameWidth + 12 : form.width;
    const left = bar.barFrom - MARK_RADIUS;
    const free = beside ? lineEnds.findIndex((end) => end <= left) : -1;
    const line = free === -1 ? lineEnds.length : free;
    lineEnds[line] = right;
    const y = top + line * pitch + (beside ? 16 : 38);
    return {
      id: milestone.id,
      status: milestone.status,
      ...bar,
      y,
      title,
      meta,
      textX,
      textY: beside ? y : y - 26,
      full: fullText(milestone, placer.formats),
      href: href(milestone.id),
    };
  });
  return { marks, bottom: top + lineEnds.length * pitch };
}

function barOf(milestone: SnapshotMilestone, { axis, asOf }: Placer) {
  const due = day(milestone.due);
  const barFrom = Math.min(axis.x(day(milestone.start)), axis.x(due));
  const x = axis.x(due);
  const open = milestone.status !== 'done' && milestone.status !== 'dropped';
  const first =
    milestone.firstDue !== null && milestone.firstDue !== milestone.due ? day(milestone.firstDue) : null;
  return {
    x,
    barFrom,
    barTo: x,
    barDone: barFrom + (x - barFrom) * milestone.progress,
    lateTo: open && due < asOf ? axis.x(asOf) : null,
    first: first === null ? null : axis.x(first),
  };
}

function metaOf(milestone: SnapshotMilestone, formats: Formats): string {
  const day =
    milestone.doneOn !== null ? `done ${formats.day(milestone.doneOn)}` : formats.day(milestone.due);
  return milestone.owner === null ? day : `${day} · ${milestone.owner}`;
}

function fullText(milestone: SnapshotMilestone, formats: Formats): string {
  const parts = [
    `${milestone.title}: ${milestone.status}`,
    `due ${formats.day(milestone.due)}`,
    ...(milestone.doneOn === null ? [] : [`done ${formats.day(milestone.doneOn)}`]),
    `${formats.percent(milestone.progress)} done, ${formats.percent(milestone.expected)} expected`,
    ...(milestone.owner === null ? [] : [milestone.owner]),
  ];
  return parts.join(', ');
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
