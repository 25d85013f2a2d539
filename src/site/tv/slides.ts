import { addDays, type Day, dayFromIso, isoFromDay } from '../../grid/day.ts';
import type { Snapshot, SnapshotChange, SnapshotTeam } from '../../snapshot/snapshot.ts';
import { byWeight, changesByTeam } from '../changes.ts';
import { comingUp, type PlacedMilestone, placedMilestones, rankedTeams } from '../overview.ts';
import { type Commitment, latestReview, reviewByTeam, type TeamReview } from '../review.ts';

/** The sorts of slides, in the order in which they are shown where nobody chooses another. */
export const KINDS = ['standing', 'team', 'promises', 'wins', 'horizon'] as const;
export type Kind = (typeof KINDS)[number];

/** How far the horizon reaches: six weeks, with the day itself. */
export const HORIZON_DAYS = 42;
const LATELY = 7;

/**
 * So many teams have slides on the wall of all. With more, each would come round less than once an hour, at four a round of two
 * minutes, and every wall would fetch megabytes at each build.
 */
export const MOST_TEAMS = 100;

/** The first days of the weeks of the horizon, from the as-of day on. */
export function horizonWeeks(asOf: string): string[] {
  return Array.from({ length: HORIZON_DAYS / 7 }, (_, week) => isoFromDay(addDays(day(asOf), 7 * week)));
}

/** What one person promised for the week, with what is overdue before it. */
export interface PersonPromises {
  readonly name: string;
  readonly overdue: number;
  /** The overdue ones first, then by day. */
  readonly promises: readonly Commitment[];
}

/** Something done in the last seven days. */
export interface Win {
  readonly title: string;
  readonly team: SnapshotTeam;
  readonly owner: string | null;
  readonly doneOn: string;
  readonly isMilestone: boolean;
}

export interface Wall {
  /** In the order of attention, those without goals last. */
  readonly teams: readonly SnapshotTeam[];
  /** Those of them that have slides: the first of many. */
  readonly shown: readonly SnapshotTeam[];
  readonly people: readonly PersonPromises[];
  readonly wins: readonly Win[];
  readonly horizon: readonly PlacedMilestone[];
}

type WallPlan = Pick<Snapshot, 'teams' | 'asOf' | 'changes'>;

/** What the wall tells of some of the plan's teams. */
export function wallOf(
  plan: Pick<Snapshot, 'asOf'>,
  teams: readonly SnapshotTeam[],
  review: readonly TeamReview[],
): Wall {
  const last = isoFromDay(addDays(day(plan.asOf), HORIZON_DAYS));
  const ranked = rankedTeams(teams.filter(({ status }) => status !== 'dropped'));
  return {
    teams: ranked,
    shown: ranked.slice(0, MOST_TEAMS),
    people: promisesByPerson(teams, review, plan.asOf),
    wins: winsOf(teams, plan.asOf),
    horizon: comingUp(teams, plan.asOf).filter(({ milestone }) => milestone.due <= last),
  };
}

/** The review of the as-of day's week. @param team the one that it is about; all where it is not said */
export function currentReview(plan: Snapshot, team?: SnapshotTeam): readonly TeamReview[] {
  const review = latestReview(plan);
  if (team === undefined) return review.teams;
  const own = reviewByTeam(review).get(team.id);
  return own ? [own] : [];
}

/** What a review has of the teams that a wall has slides of; where those are all, also of teams that were dropped. */
export function reviewShown(wall: Wall, review: readonly TeamReview[]): readonly TeamReview[] {
  if (wall.shown.length === wall.teams.length) return review;
  const shown = new Set(wall.shown.map(({ id }) => id));
  return review.filter(({ team }) => shown.has(team.id));
}

/** What moved in a team in the last seven days, what weighs most first; what was done is told elsewhere. */
export function movedLately(plan: WallPlan, teamId: string): SnapshotChange[] {
  const from = isoFromDay(addDays(day(plan.asOf), -LATELY));
  return changesByTeam(plan, teamId)
    .filter((change) => change.day > from && change.day <= plan.asOf)
    .filter(({ kind }) => kind !== 'done')
    .sort(byWeight);
}

/** Open milestones of a team, the next due first, the overdue among them. */
export function nextMilestones(team: SnapshotTeam): PlacedMilestone[] {
  return placedMilestones([team])
    .filter(({ milestone: { status } }) => status !== 'done' && status !== 'dropped')
    .sort((a, b) => a.milestone.due.localeCompare(b.milestone.due));
}

function promisesByPerson(
  teams: readonly SnapshotTeam[],
  review: readonly TeamReview[],
  asOf: string,
): PersonPromises[] {
  const chosen = new Set(teams.map(({ id }) => id));
  const people = new Map<string, { overdue: Commitment[]; due: Commitment[] }>();
  const of = (owner: string | null) => {
    const name = owner ?? '';
    const known = people.get(name) ?? { overdue: [], due: [] };
    people.set(name, known);
    return known;
  };
  for (const { team, thisWeek } of review) {
    if (!chosen.has(team.id)) continue;
    for (const promise of thisWeek)
      if (promise.action.due >= asOf) of(promise.action.owner).due.push(promise);
  }
  for (const { milestone } of placedMilestones(teams)) {
    if (milestone.status === 'done' || milestone.status === 'dropped') continue;
    for (const action of milestone.actions) {
      const isOpen = action.state !== 'done' && action.state !== 'dropped';
      if (isOpen && action.due < asOf && action.owner !== null)
        of(action.owner).overdue.push({ action, milestone });
    }
  }
  return [...people]
    .filter(([name]) => name !== '')
    .map(([name, { overdue, due }]) => ({
      name,
      overdue: overdue.length,
      promises: [...overdue, ...due].sort((a, b) => a.action.due.localeCompare(b.action.due)),
    }))
    .sort(
      (a, b) =>
        b.overdue - a.overdue || b.promises.length - a.promises.length || a.name.localeCompare(b.name),
    );
}

/** Milestones before actions, the latest first. */
function winsOf(teams: readonly SnapshotTeam[], asOf: string): Win[] {
  const from = isoFromDay(addDays(day(asOf), -LATELY));
  const isLate = (doneOn: string | null): doneOn is string =>
    doneOn !== null && doneOn > from && doneOn <= asOf;
  return placedMilestones(teams)
    .flatMap(({ team, milestone }) => [
      ...(milestone.status === 'done' && isLate(milestone.doneOn)
        ? [
            {
              title: milestone.title,
              team,
              owner: milestone.owner,
              doneOn: milestone.doneOn,
              isMilestone: true,
            },
          ]
        : []),
      ...milestone.actions.flatMap(({ title, owner, state, doneOn }) =>
        state === 'done' && isLate(doneOn) ? [{ title, team, owner, doneOn, isMilestone: false }] : [],
      ),
    ])
    .sort((a, b) => Number(b.isMilestone) - Number(a.isMilestone) || b.doneOn.localeCompare(a.doneOn));
}

/** A snapshot's days have passed its schema. */
function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`“${iso}” is no day`);
  return found;
}
