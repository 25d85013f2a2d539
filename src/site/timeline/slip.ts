import type { SnapshotMilestone } from '../../snapshot/snapshot.ts';
import { textWidth } from '../text-width.ts';
import type { Placer } from './placer.ts';
import { snapshotDay } from './snapshot-day.ts';

/** A due day that moved: a line from where it was first promised to where it is due now. */
export interface Slip {
  readonly first: number;
  readonly y: number;
  /** Such as `+21 days`. */
  readonly text: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
}

/** A slip before it has its line, with how far it reaches with its text. */
export interface SlipReach extends Omit<Slip, 'y'> {
  readonly left: number;
  readonly right: number;
}

/** The slip of a milestone that is due at `x`, with its text at the end where it was first promised; without room there, at the other. */
export function slipOf(
  { due, firstDue }: SnapshotMilestone,
  x: number,
  { axis, form, words }: Placer,
): SlipReach | null {
  if (firstDue === null || firstDue === due) return null;
  const first = axis.x(snapshotDay(firstDue));
  const text = words.timeline.slip(snapshotDay(due) - snapshotDay(firstDue));
  const width = textWidth(text, form.metaSize) + 10;
  const isLeft =
    first <= x ? first - width >= form.gutter : x - width >= form.gutter && first + width > form.width;
  const end = isLeft ? Math.min(first, x) : Math.max(first, x);
  return {
    first,
    text,
    textX: isLeft ? end - 8 : end + 8,
    anchor: isLeft ? 'end' : 'start',
    left: Math.min(first, x) - (isLeft ? width : 6),
    right: Math.max(first, x) + (isLeft ? 6 : width),
  };
}
