/** A slide, as far as the rotation needs to know it. */
export interface Tile {
  readonly id: string;
  readonly kind: string;
  /** Whether it is of a team that is off track or at risk. */
  readonly urgent: boolean;
}

/** How long a round through the slides may take, so that whoever looks up soon sees how all stand. */
const ROUND_SECONDS = 120;
const LEAST_SLIDES = 3;

/**
 * The slides of one round, in their order. Where all fit into two minutes, all of them. Otherwise the overall standing
 * and the teams that need attention, while the other teams and the shared slides take turns: each comes again after
 * few rounds. Where the teams that need attention fill a round by themselves, they take turns too, and every second
 * round has one of the others.
 * @param round counted from 0
 * @param seconds how long a slide stays
 */
export function roundOf(round: number, tiles: readonly Tile[], seconds: number): string[] {
  const most = Math.max(LEAST_SLIDES, Math.floor(ROUND_SECONDS / seconds));
  if (tiles.length <= most) return tiles.map(({ id }) => id);
  const fixed = tiles.filter(({ kind }) => kind === 'standing');
  const teams = tiles.filter(({ kind }) => kind === 'team');
  const shared = tiles.filter(({ kind }) => kind !== 'standing' && kind !== 'team');
  const room = most - fixed.length;
  const forShared = Math.min(shared.length, Math.max(room - teams.length, Math.floor(room / 3), 1));
  const chosen = new Set(
    [...fixed, ...inTurn(shared, round, () => forShared), ...teamsOf(round, teams, room - forShared)].map(
      ({ id }) => id,
    ),
  );
  return tiles.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}

function teamsOf(round: number, teams: readonly Tile[], room: number): Tile[] {
  const urgent = teams.filter((team) => team.urgent);
  const calm = teams.filter((team) => !team.urgent);
  const forCalm = (turn: number) => {
    if (urgent.length < room) return Math.min(calm.length, room - urgent.length);
    return calm.length > 0 && (turn % 2 === 1 || urgent.length === 0) ? 1 : 0;
  };
  return [...inTurn(urgent, round, (turn) => room - forCalm(turn)), ...inTurn(calm, round, forCalm)];
}

/** So many of a list in each round, going on where the round before stopped. */
function inTurn(all: readonly Tile[], round: number, sizeOf: (round: number) => number): Tile[] {
  const size = Math.min(all.length, Math.max(0, sizeOf(round)));
  if (size === all.length) return [...all];
  // Sizes differ between even and odd rounds at most.
  const before = Math.ceil(round / 2) * sizeOf(0) + Math.floor(round / 2) * sizeOf(1);
  const from = before % all.length;
  return [...all, ...all].slice(from, from + size);
}
