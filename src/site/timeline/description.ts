import type { Snapshot, SnapshotGoal, SnapshotMilestone, Status } from '../../snapshot/snapshot.ts';
import { forecastSentence } from '../forecast.ts';
import { once } from '../once.ts';
import { isOpen } from '../overview.ts';
import { crossingOf } from './crossing.ts';
import type { Placer } from './placer.ts';
import { snapshotDay } from './snapshot-day.ts';

type Move = NonNullable<Snapshot['changes'][number]['move']>;

/** Of each milestone, by ID, the newest move of its due day. */
export type Moves = ReadonlyMap<string, Move>;

export const lastMoves = once((changes: Snapshot['changes']): Moves => {
  const moves = new Map<string, Move>();
  // The newest come first.
  for (const { sort, row, move } of changes)
    if (sort === 'milestone' && move !== null && !moves.has(row)) moves.set(row, move);
  return moves;
});

/** What else is not on track, started or not, has its word; “done” stands before its day. */
const TOLD: ReadonlySet<Status> = new Set(['off track', 'at risk', 'dropped']);

/** The line below a milestone's name: its status where that is news, its day, and who owns it. */
export function metaOf(milestone: SnapshotMilestone, goal: SnapshotGoal, { formats, words }: Placer): string {
  const when =
    milestone.doneOn !== null
      ? words.timeline.done(formats.day(milestone.doneOn))
      : formats.day(milestone.due);
  const status = TOLD.has(milestone.status) ? words.status[milestone.status] : null;
  const after = isOpen(milestone) && milestone.due > goal.due ? words.timeline.afterGoal : null;
  return [status, when, after, milestone.owner].filter(Boolean).join(PART);
}

/** Between the parts of what a milestone says: its card parts them there again. */
const PART = ' · ';

/** All of it in words, for a tooltip and for those who do not see the drawing. */
export function fullText(
  milestone: SnapshotMilestone,
  goal: SnapshotGoal,
  { formats, words, moves, withNext }: Placer,
): string {
  const say = words.timeline;
  const { due, firstDue, forecast } = milestone;
  const move = moves.get(milestone.id);
  const open = isOpen(milestone);
  const next = withNext && open ? nextAction(milestone) : undefined;
  const crossing = crossingOf(milestone, goal);
  const parts = [
    say.titleIs(milestone.title, words.status[milestone.status]),
    say.due(formats.day(due)),
    firstDue !== null &&
      firstDue !== due &&
      say.firstPromised(formats.day(firstDue), snapshotDay(due) - snapshotDay(firstDue)),
    move !== undefined && move.time > 1 && say.moved(move.time),
    milestone.doneOn !== null && say.done(formats.day(milestone.doneOn)),
    say.pace(formats.percent(milestone.progress), formats.percent(milestone.expected)),
    open && forecast !== null && forecastSentence(forecast, formats, words),
    crossing !== null && say.crossed[crossing.by](crossing.past.title, crossing.at === 'start'),
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
