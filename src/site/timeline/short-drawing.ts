import type { SnapshotTeam, Status } from '../../snapshot/snapshot.ts';
import { addresses } from '../address.ts';
import { lastMoves } from './description.ts';
import { type DrawingDates, datesOf, type TimelineContext } from './drawing.ts';
import { SHORT } from './form.ts';
import { goalTitle } from './goal-title.ts';
import { placeShortMarks, type ShortMark } from './short-marks.ts';
import { snapshotDay } from './snapshot-day.ts';
import { axisOf } from './span.ts';

/** More milestones than these are shown in the short form, where all teams are on one page. */
export const MOST_IN_FULL = 200;

/** A goal of a large plan: a mark for each of its milestones, on as few lines as they need. */
export interface ShortLane {
  readonly id: string;
  /** The whole name, on as many lines as it takes. */
  readonly title: readonly string[];
  readonly status: Status;
  readonly href: string;
  readonly top: number;
  /** Where the goal itself is due. */
  readonly post: number;
  readonly bottom: number;
  readonly marks: readonly ShortMark[];
}

/** All goals of a team in one drawing. */
export interface ShortDrawing {
  readonly dates: DrawingDates;
  readonly height: number;
  readonly lanes: readonly ShortLane[];
}

const PAD = 6;
/** Above a goal's name, with what is below its last line; and what parts its lines. */
const TITLE_TOP = 12;
export const TITLE_LEAD = 4;

/** Places the milestones of a team on the axis that all teams share. */
export function shortDrawing(
  team: SnapshotTeam,
  { plan: { asOf: today, settings, changes }, formats, words, base }: TimelineContext,
  teams: readonly SnapshotTeam[],
): ShortDrawing {
  const form = SHORT;
  const asOf = snapshotDay(today);
  const links = addresses(base);
  const axis = axisOf(teams, asOf, { locale: formats.locale, weekStartsOn: settings.weekStartsOn }, form);
  const placer = { axis, asOf, formats, form, words, moves: lastMoves(changes), withNext: false };
  const lanes: ShortLane[] = [];
  let top = 0;
  for (const goal of team.goals) {
    const placed = placeShortMarks(goal, top + PAD, (id) => links.milestone(team.id, id), placer);
    const title = goalTitle(goal.title, form, Number.POSITIVE_INFINITY);
    const named = top + TITLE_TOP + title.length * (form.titleSize + TITLE_LEAD);
    const bottom = Math.max(placed.bottom + PAD, named);
    lanes.push({
      id: goal.id,
      title,
      status: goal.status,
      href: links.goal(goal.id),
      top,
      post: axis.x(snapshotDay(goal.due)),
      bottom,
      marks: placed.marks,
    });
    top = bottom;
  }
  return { dates: datesOf(axis, settings, formats, today, form), height: top, lanes };
}
