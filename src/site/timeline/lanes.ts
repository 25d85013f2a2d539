import type { SnapshotTeam, Status } from '../../snapshot/snapshot.ts';
import type { Addresses } from '../address.ts';
import { crossingLines } from './crossing-line.ts';
import { goalTitle } from './goal-title.ts';
import { type Mark, placeMarks } from './marks.ts';
import type { Placer } from './placer.ts';
import { snapshotDay } from './snapshot-day.ts';

/** A goal's part of a drawing. Heights are from its own top. */
export interface Lane {
  readonly id: string;
  readonly height: number;
  readonly name: string;
  /** The name on the lines that there is room for. */
  readonly title: readonly string[];
  readonly titleY: number;
  readonly status: Status;
  readonly href: string;
  /** Where the goal itself is due. */
  readonly post: number;
  readonly marks: readonly Mark[];
  /** From milestones that slipped to those that they slipped past, as SVG paths. */
  readonly crossings: readonly string[];
  /** What stands in a lane without milestones. */
  readonly empty: string | null;
}

const PAD = 14;
const LEAST_HEIGHT = 58;

/** A lane for each goal of a team, in the plan's order. */
export function lanesOf(team: SnapshotTeam, links: Addresses, placer: Placer): Lane[] {
  const { form, axis, words } = placer;
  return team.goals.map((goal) => {
    const title = goalTitle(goal.title, form);
    const titleBottom = PAD + title.length * (form.titleSize + 5);
    const top = form.gutter === 0 ? titleBottom + 6 : PAD;
    const placed = placeMarks(goal, top, (id) => links.milestone(team.id, id), placer);
    return {
      id: goal.id,
      height: Math.max(placed.bottom, titleBottom, LEAST_HEIGHT - PAD) + PAD,
      name: goal.title,
      title,
      titleY: PAD + form.titleSize,
      status: goal.status,
      href: links.goal(goal.id),
      post: axis.x(snapshotDay(goal.due)),
      marks: placed.marks,
      crossings: crossingLines(goal, placed.marks, form),
      empty: goal.milestones.length === 0 ? words.timeline.noMilestones : null,
    };
  });
}
