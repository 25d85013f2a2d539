import type { SnapshotMilestone } from '../../snapshot/snapshot.ts';
import { textWidth } from '../text-width.ts';
import type { Placer } from './placer.ts';
import { snapshotDay } from './snapshot-day.ts';

/** A due day that moved: a line from where it was first promised to where it is due now. Places are on the axis. */
export interface Slip {
  readonly first: number;
  /** Such as `+21 days`. */
  readonly text: string;
  /** The end that the text stands beside: on its left, or on its right. */
  readonly textAt: number;
  readonly isTextLeft: boolean;
  /** How far it reaches with its text. */
  readonly left: number;
  readonly right: number;
}

/** Between the end of a slip and its text. */
export const SLIP_GAP = 8;

/**
 * The slip of a milestone that is due at `x`. Its text stands at the end where it was first promised, and at the other
 * where there is no room.
 */
export function slipOf(
  { due, firstDue }: SnapshotMilestone,
  x: number,
  { axis, form, words }: Placer,
): Slip | null {
  if (firstDue === null || firstDue === due) return null;
  const first = axis.x(snapshotDay(firstDue));
  const text = words.timeline.slip(snapshotDay(due) - snapshotDay(firstDue));
  const width = textWidth(text, form.metaSize) + SLIP_GAP + 2;
  const isTextLeft =
    first <= x ? first - width >= form.gutter : x - width >= form.gutter && first + width > form.width;
  return {
    first,
    text,
    textAt: isTextLeft ? Math.min(first, x) : Math.max(first, x),
    isTextLeft,
    left: Math.min(first, x) - (isTextLeft ? width : 6),
    right: Math.max(first, x) + (isTextLeft ? 6 : width),
  };
}
