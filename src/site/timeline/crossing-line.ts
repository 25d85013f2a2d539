import type { SnapshotGoal } from '../../snapshot/snapshot.ts';
import { type Crossing, crossingOf } from './crossing.ts';
import type { TimelineForm } from './form.ts';
import type { Mark } from './marks.ts';

/** How close the line comes to a mark, and to a bar. */
const FROM_MARK = 11;
const FROM_BAR = 4;

/** Of a goal's milestones that slipped past one planned after them: lines, as SVG paths in the goal's lane. */
export function crossingLines(goal: SnapshotGoal, marks: readonly Mark[], form: TimelineForm): string[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  return goal.milestones.flatMap((milestone) => {
    const crossing = crossingOf(milestone, goal);
    const [slipped, past] = [byId.get(milestone.id), byId.get(crossing?.past.id ?? '')];
    if (crossing === null || slipped === undefined || past === undefined) return [];
    return lineOf(slipped, past, crossing, form) ?? [];
  });
}

/**
 * From where the slipped milestone is due, or likely to be done, back to the crossed day, and along that to the milestone
 * that was planned after it, with a point at its end. Null where the forecast lies beyond the drawing.
 */
function lineOf(slipped: Mark, past: Mark, { at, by }: Crossing, form: TimelineForm): string | null {
  if (by === 'forecast' && slipped.window === null) return null;
  const x = at === 'due' ? past.x : past.barFrom;
  const [reach, y] =
    by === 'forecast' ? [slipped.window?.from ?? slipped.x, slipped.y + form.belowY] : [slipped.x, slipped.y];
  const gap = at === 'due' ? FROM_MARK : FROM_BAR;
  const round = (value: number) => Math.round(value * 10) / 10;
  // On one line, it goes over the names.
  if (past.y === y) return `M${round(reach)} ${y - FROM_MARK}v-6H${round(x)}V${past.y - gap}m-3-4l3 4 3-4`;
  const isBelow = past.y > y;
  const end = past.y + (isBelow ? -gap : gap);
  return `M${round(reach)} ${y}H${round(x)}V${end}${isBelow ? 'm-3-4l3 4 3-4' : 'm-3 4l3-4 3 4'}`;
}
