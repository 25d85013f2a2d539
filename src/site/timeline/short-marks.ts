import type { SnapshotGoal, SnapshotMilestone, Status } from '../../snapshot/snapshot.ts';
import { isOpen } from '../overview.ts';
import { fitText, textWidth } from '../text-width.ts';
import { fullText } from './description.ts';
import { MARK_RADIUS, NAME_GAP } from './form.ts';
import type { Placer } from './placer.ts';
import { snapshotDay } from './snapshot-day.ts';

/** A milestone of a large plan in its place: its mark, and as much of its name as has room. */
export interface ShortMark {
  readonly status: Status;
  readonly x: number;
  readonly y: number;
  /** Where it was first promised for, if its day has moved. */
  readonly slipFrom: number | null;
  /** Where an open milestone's lateness reaches, or null. */
  readonly lateTo: number | null;
  readonly title: string;
  readonly full: string;
  readonly href: string;
}

/** As much of a name as always has room, and what parts it from what comes next on its line. */
const LEAST_NAME = 130;
const APART = 10;

/**
 * Puts each milestone of a goal, by due day, on the first line with room for it and for a part of its name; the name then
 * takes what room is left before the next.
 * @param top where the first line begins
 * @returns the marks, and where their last line ends
 */
export function placeShortMarks(
  goal: SnapshotGoal,
  top: number,
  href: (id: string) => string,
  placer: Placer,
): { marks: ShortMark[]; bottom: number } {
  const { form } = placer;
  const lines: Sketch[][] = [];
  const byDue = [...goal.milestones].sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
  for (const milestone of byDue) {
    const sketch = sketchOf(milestone, placer);
    const line = lines.find((all) => (all.at(-1)?.right ?? 0) <= sketch.left);
    if (line === undefined) lines.push([sketch]);
    else line.push(sketch);
  }
  const marks = lines.flatMap((line, i) =>
    line.map(({ milestone, nameX, x, slipFrom, lateTo }, j) => {
      const end = line[j + 1]?.left ?? form.width;
      return {
        status: milestone.status,
        x,
        y: top + i * form.line + form.barY,
        slipFrom,
        lateTo,
        title: fitText(milestone.title, form.titleSize, end - nameX - (j + 1 < line.length ? APART : 0)),
        full: fullText(milestone, goal, placer),
        href: href(milestone.id),
      };
    }),
  );
  return { marks, bottom: top + Math.max(1, lines.length) * form.line };
}

type Sketch = ReturnType<typeof sketchOf>;

function sketchOf(milestone: SnapshotMilestone, { axis, asOf, form }: Placer) {
  const { due, firstDue } = milestone;
  const x = axis.x(snapshotDay(due));
  const slipFrom = firstDue === null || firstDue === due ? null : axis.x(snapshotDay(firstDue));
  const lateTo = isOpen(milestone) && snapshotDay(due) < asOf ? axis.x(asOf) : null;
  const nameX = Math.max(x + MARK_RADIUS, lateTo ?? 0, slipFrom ?? 0) + NAME_GAP;
  const name = Math.min(LEAST_NAME, textWidth(milestone.title, form.titleSize));
  return {
    milestone,
    x,
    slipFrom,
    lateTo,
    nameX,
    left: Math.min(x - MARK_RADIUS, slipFrom ?? x) - 2,
    right: nameX + name + APART,
  };
}
