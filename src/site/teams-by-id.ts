import type { Snapshot, SnapshotTeam } from '../snapshot/snapshot.ts';
import { once } from './once.ts';

const byId = once(
  (teams: readonly SnapshotTeam[]): ReadonlyMap<string, SnapshotTeam> =>
    new Map(teams.map((team) => [team.id, team])),
);

const withGoals = once((teams: readonly SnapshotTeam[]): readonly SnapshotTeam[] =>
  teams.filter(({ goals }) => goals.length > 0),
);

/** The teams that have anything to show on a timeline, in the plan's order: the same list each time. */
export function teamsWithGoals({ teams }: Pick<Snapshot, 'teams'>): readonly SnapshotTeam[] {
  return withGoals(teams);
}

/** The plan's teams by their IDs. */
export function teamsById({ teams }: Pick<Snapshot, 'teams'>): ReadonlyMap<string, SnapshotTeam> {
  return byId(teams);
}
