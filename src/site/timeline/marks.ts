import type { SnapshotGoal, SnapshotMilestone, Status } from '../../snapshot/snapshot.ts';
import { isOpen } from '../overview.ts';
import { fitText, textWidth } from '../text-width.ts';
import { fullText, metaOf } from './description.ts';
import { type ForecastWindow, forecastWindow } from './forecast-window.ts';
import { MARK_RADIUS, NAME_GAP } from './form.ts';
import type { Placer } from './placer.ts';
import { type Slip, slipOf } from './slip.ts';
import { snapshotDay } from './snapshot-day.ts';

/** A milestone in its place in its goal's lane. */
export interface Mark {
  readonly id: string;
  readonly status: Status;
  /** Where it is due. */
  readonly x: number;
  /** The line that its bar lies on, from the lane's top. */
  readonly y: number;
  readonly barFrom: number;
  /** The end of the part of the bar that is done. */
  readonly barDone: number;
  /** Where an open milestone's lateness reaches, or null: from its due day to today. */
  readonly lateTo: number | null;
  /** How far its day has moved since it was first promised, if it has. */
  readonly slip: Slip | null;
  /** Where it is likely to be done, if that may be after it is due. */
  readonly window: ForecastWindow | null;
  readonly title: string;
  readonly meta: string;
  /** All that it says, for a tooltip and for screen readers. */
  readonly full: string;
  readonly href: string;
}

/** A line of milestones while it fills. */
interface Line {
  end: number;
  hasBelow: boolean;
}

/**
 * Puts each milestone of a goal, by due day, on the first line of the lane where its bar and its name find room.
 * @param top where the first line may begin, from the lane's top
 * @returns the marks, and where their last line ends
 */
export function placeMarks(
  goal: SnapshotGoal,
  top: number,
  href: (id: string) => string,
  placer: Placer,
): { marks: Mark[]; bottom: number } {
  const { form } = placer;
  const lines: Line[] = [];
  const byDue = [...goal.milestones].sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
  const placed = byDue.map((milestone) => {
    const sketch = sketchOf(milestone, goal, placer);
    const line = lineFor(sketch, lines, form.names === 'beside');
    line.end = sketch.right;
    line.hasBelow ||= sketch.slip !== null || sketch.window !== null;
    return { milestone, sketch, line };
  });
  const tops = new Map<Line, number>();
  let bottom = top;
  for (const line of lines) {
    tops.set(line, bottom);
    bottom += form.line + (line.hasBelow ? form.lineBelow : 0);
  }
  const marks = placed.map(({ milestone, sketch: { left, right, ...sketch }, line }) => ({
    id: milestone.id,
    status: milestone.status,
    ...sketch,
    y: (tops.get(line) ?? top) + form.barY,
    full: fullText(milestone, goal, placer),
    href: href(milestone.id),
  }));
  return { marks, bottom };
}

/** The first line with room, where names stand beside their marks; a new one elsewhere. */
function lineFor({ left }: { readonly left: number }, lines: Line[], mayShare: boolean): Line {
  const free = mayShare ? lines.find(({ end }) => end <= left) : undefined;
  if (free !== undefined) return free;
  const line = { end: 0, hasBelow: false };
  lines.push(line);
  return line;
}

/** A milestone along the axis, with how far it reaches on both sides. */
function sketchOf(milestone: SnapshotMilestone, goal: SnapshotGoal, placer: Placer) {
  const { axis, asOf, form } = placer;
  const due = snapshotDay(milestone.due);
  const x = axis.x(due);
  const barFrom = Math.min(axis.x(snapshotDay(milestone.start)), x);
  const lateTo = isOpen(milestone) && due < asOf ? axis.x(asOf) : null;
  // An overdue milestone's dashes lead from its day to today: its name stands where they end.
  const nameX = form.names === 'beside' ? Math.max(x + MARK_RADIUS, lateTo ?? 0) + NAME_GAP : 0;
  const title = fitText(milestone.title, form.titleSize, form.width - nameX);
  const meta = fitText(metaOf(milestone, goal, placer), form.metaSize, form.width - nameX);
  const nameWidth = Math.max(textWidth(title, form.titleSize), textWidth(meta, form.metaSize));
  const slip = slipOf(milestone, x, placer);
  const window = forecastWindow(milestone, placer);
  return {
    x,
    barFrom,
    barDone: barFrom + (x - barFrom) * milestone.progress,
    lateTo,
    slip,
    window,
    title,
    meta,
    left: Math.min(barFrom - MARK_RADIUS, slip?.left ?? form.width, window?.from ?? form.width),
    right: Math.max(nameX + nameWidth, slip?.right ?? 0, window === null ? 0 : window.to + 8) + 12,
  };
}
