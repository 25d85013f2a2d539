import type { Snapshot, SnapshotTeam } from '../snapshot/snapshot.ts';
import { once } from './once.ts';

const byId = once(
  (teams: readonly SnapshotTeam[]): ReadonlyMap<string, SnapshotTeam> =>
    new Map(teams.map((team) => [team.id, team])),
);

/** The plan's teams by their IDs. */
export function teamsById({ teams }: Pick<Snapshot, 'teams'>): ReadonlyMap<string, SnapshotTeam> {
  return byId(teams);
}
