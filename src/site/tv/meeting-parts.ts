import type { Snapshot, SnapshotTeam } from '../../snapshot/snapshot.ts';
import type { TeamReview } from '../review.ts';

/** How the time of a review is shared: a team has twice the time of each part that is about all of them. */
export const MINUTES_OF = { standing: 1, team: 2, told: 1, end: 1 } as const;

/** Something that a team wrote down in the last seven days. */
export interface Told {
  readonly team: SnapshotTeam;
  readonly update: Snapshot['updates'][number];
}

type Kind = Snapshot['updates'][number]['kind'];

/** What a meeting has to deal with first. */
const ORDER: readonly Kind[] = ['risk', 'decision', 'course correction', 'opportunity', 'news', null];

/** What the teams told since the last review: risks and decisions first, the latest before the earlier ones. */
export function toldOf(review: readonly TeamReview[]): Told[] {
  return review
    .flatMap(({ team, updates }) => updates.map((update) => ({ team, update })))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.update.kind) - ORDER.indexOf(b.update.kind) ||
        b.update.day.localeCompare(a.update.day),
    );
}
