import type { SnapshotGoal, SnapshotMilestone, Status } from '../../snapshot/snapshot.ts';
import { isOpen } from '../overview.ts';
import { fitText, textWidth } from '../text-width.ts';
import { fullText, metaOf } from './description.ts';
import { type ForecastWindow, forecastWindow } from './forecast-window.ts';
import { MARK_RADIUS } from './form.ts';
import type { Placer } from './placer.ts';
import { type Slip, slipOf } from './slip.ts';
import { snapshotDay } from './snapshot-day.ts';

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

const TEXT_GAP = 8;

/**
 * Puts each milestone of a goal, by due day, on the first line of the lane where its bar and its name find room.
 * @param top where the first line may begin
 * @returns the marks, and where their last line ends
 */
export function placeMarks(
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
    const window = forecastWindow(milestone, placer);
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
  const due = snapshotDay(milestone.due);
  const barFrom = Math.min(axis.x(snapshotDay(milestone.start)), axis.x(due));
  const x = axis.x(due);
  return {
    x,
    barFrom,
    barTo: x,
    barDone: barFrom + (x - barFrom) * milestone.progress,
    lateTo: isOpen(milestone) && due < asOf ? axis.x(asOf) : null,
  };
}
