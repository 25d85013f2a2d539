import { addDays, type Day, dayFromIso, isoFromDay, startOfWeek } from '../grid/day.ts';
import type {
  Snapshot,
  SnapshotAction,
  SnapshotChange,
  SnapshotMilestone,
  SnapshotTeam,
} from '../snapshot/snapshot.ts';
import { byWeight, changesByTeam } from './changes.ts';
import { grouped, once, onceEach } from './once.ts';
import { ATTENTION_ORDER } from './overview.ts';
import { laterMoves, liveMilestones, milestonesThen, type Past } from './past-rows.ts';

export type Outcome = 'kept' | 'late' | 'missed';

/** A commitment, and the milestone that it belongs to. */
export interface Commitment {
  readonly action: SnapshotAction;
  readonly milestone: SnapshotMilestone;
}

/** A commitment that fell due, and how it came out by the day of the review. */
export interface Judged extends Commitment {
  readonly outcome: Outcome;
  /** The day it was done after the review, of one that was missed by then. */
  readonly doneSince: string | null;
}

export interface TeamReview {
  readonly team: SnapshotTeam;
  /** Commitments first promised for the week before. Those done without a day are left out: nobody knows when. */
  readonly lastWeek: readonly Judged[];
  /** Changes of the seven days up to the day of the review, due days and dropped rows first. */
  readonly moved: readonly SnapshotChange[];
  /** Open milestones due within 14 days. */
  readonly dueSoon: readonly SnapshotMilestone[];
  /** Milestones off track or at risk; of a past week, those that were overdue. */
  readonly atRisk: readonly SnapshotMilestone[];
  /** Open commitments due in the week of the review. */
  readonly thisWeek: readonly Commitment[];
  readonly updates: Snapshot['updates'];
}

export interface Review {
  /** First day of the week in which the review is held. */
  readonly start: string;
  /** The day that the review speaks for: the week's last, or the as-of day in a week that is not over. */
  readonly day: string;
  /** True of the week that holds the as-of day. */
  readonly isCurrent: boolean;
  /** How many rows stood in the plan then and were taken out of its sheet later: nothing is known of them here. */
  readonly removedSince: number;
  readonly teams: readonly TeamReview[];
}

/** The parts of the meeting, in order, with the minutes that each takes of twenty. */
export const AGENDA = [
  { key: 'lastWeek', minutes: 5 },
  { key: 'moved', minutes: 3 },
  { key: 'dueSoon', minutes: 3 },
  { key: 'atRisk', minutes: 5 },
  { key: 'thisWeek', minutes: 3 },
  { key: 'updates', minutes: 1 },
] as const;

const WEEKS_KEPT = 13;

/** The address part of a week by ISO 8601, such as `2026-W25`: that of the Thursday in it. */
export function weekName(start: string): string {
  const thursday = addDays(startOfWeek(day(start)), 3);
  const year = isoFromDay(thursday).slice(0, 4);
  const first = startOfWeek(day(`${year}-01-04`));
  const week = Math.floor((thursday - first) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** First days of the weeks that have a review, the latest first: that of the as-of day, and 12 before it that had something due or changed. */
export const reviewWeeks = once(weeksOf);

function weeksOf(plan: Pick<Snapshot, 'teams' | 'changes' | 'asOf' | 'settings'>): string[] {
  const current = startOfWeek(day(plan.asOf), plan.settings.weekStartsOn);
  const days = new Set([
    ...plan.changes.map((change) => change.day),
    ...plan.teams.flatMap((team) => commitments(team).map(({ action }) => action.firstDue ?? action.due)),
  ]);
  const busy = new Set([...days].map((each) => startOfWeek(day(each), plan.settings.weekStartsOn)));
  const weeks: string[] = [];
  for (let back = 0; back < WEEKS_KEPT; back += 1) {
    const week = addDays(current, -7 * back);
    if (back === 0 || busy.has(week) || busy.has(addDays(week, -7))) weeks.push(isoFromDay(week));
  }
  return weeks;
}

/** The review of a week, worked out again from what is known now: what was done or moved later is taken back. */
export const reviewOf = onceEach(reviewIn);

/** The review of the week that holds the as-of day, or else of the latest. */
export function latestReview(plan: Snapshot): Review {
  return reviewOf(plan, reviewWeeks(plan)[0] ?? plan.asOf);
}

/** A review by the IDs of its teams. */
export const reviewByTeam = once(
  ({ teams }: Review): ReadonlyMap<string, TeamReview> => new Map(teams.map((each) => [each.team.id, each])),
);

function reviewIn(plan: Snapshot, start: string): Review {
  const first = day(start);
  const asOf = day(plan.asOf);
  const on = Math.min(asOf, addDays(first, 6)) === asOf ? asOf : addDays(first, 6);
  const isCurrent = asOf >= first && asOf <= addDays(first, 6);
  const past = laterMoves(plan.changes, isoFromDay(on));
  const teams = plan.teams.map((team) => teamReview(plan, team, { first, on, isCurrent, past }));
  const removedSince = past.removedLater.size;
  return {
    start,
    day: isoFromDay(on),
    isCurrent,
    removedSince,
    teams: isCurrent ? byAttention(teams) : teams,
  };
}

/** Whether there is anything to talk about. */
export function isQuiet(review: TeamReview): boolean {
  return AGENDA.every(({ key }) => review[key].length === 0);
}

interface When {
  readonly first: Day;
  readonly on: Day;
  readonly isCurrent: boolean;
  readonly past: Past;
}

function teamReview(plan: Snapshot, team: SnapshotTeam, { first, on, isCurrent, past }: When): TeamReview {
  const iso = isoFromDay(on);
  // Days as text come in the order of days.
  const weekAgo = isoFromDay(addDays(on, -7));
  const lately = (each: { readonly day: string }) => each.day > weekAgo && each.day <= iso;
  const span = (from: Day, to: Day) => ({ from: isoFromDay(from), to: isoFromDay(to) });
  const lastWeek = span(addDays(first, -7), addDays(first, -1));
  const thisWeek = span(first, addDays(first, 6));
  const soon = span(on, addDays(on, 14));
  const before = isCurrent ? iso : lastWeek.to;
  const within = (due: string, { from, to }: typeof soon) => due >= from && due <= to;
  const milestones = milestonesThen(team, past);
  const promised = (isMeant: (action: SnapshotAction) => boolean) =>
    milestones.flatMap((milestone) => commitmentsOf(milestone, isMeant));
  const openThen = ({ state, doneOn }: SnapshotAction) =>
    state === 'done' ? doneOn !== null && doneOn > before : true;
  const milestoneOpen = (milestone: SnapshotMilestone) =>
    milestone.status !== 'done' || (milestone.doneOn !== null && milestone.doneOn > iso);
  return {
    team,
    lastWeek: promised((action) => within(action.firstDue ?? action.due, lastWeek))
      .flatMap((commitment) => judge(commitment, iso))
      .sort(byOutcome),
    moved: changesByTeam(plan, team.id).filter(lately).sort(byWeight),
    dueSoon: milestones
      .filter((milestone) => milestoneOpen(milestone) && within(milestone.due, soon))
      .sort((a, b) => a.due.localeCompare(b.due)),
    atRisk: milestones
      .filter((milestone) =>
        isCurrent
          ? milestone.status === 'off track' || milestone.status === 'at risk'
          : milestoneOpen(milestone) && milestone.due < iso,
      )
      .sort(
        (a, b) =>
          ATTENTION_ORDER.indexOf(a.status) - ATTENTION_ORDER.indexOf(b.status) || a.due.localeCompare(b.due),
      ),
    thisWeek: promised((action) => openThen(action) && within(action.due, thisWeek)).sort((a, b) =>
      a.action.due.localeCompare(b.action.due),
    ),
    updates: updatesByTeam(plan, team.id)
      .filter(lately)
      .sort((a, b) => b.day.localeCompare(a.day)),
  };
}

/** How a commitment stood at the end of a day. Empty where it is done and nobody wrote down when. */
function judge(commitment: Commitment, on: string): Judged[] {
  const { state, doneOn, firstDue, due } = commitment.action;
  const promised = firstDue ?? due;
  if (state === 'done' && doneOn === null) return [];
  if (state !== 'done' || doneOn === null) return [{ ...commitment, outcome: 'missed', doneSince: null }];
  if (doneOn > on) return [{ ...commitment, outcome: 'missed', doneSince: doneOn }];
  return [{ ...commitment, outcome: doneOn <= promised ? 'kept' : 'late', doneSince: null }];
}

const commitments = once((team: SnapshotTeam): readonly Commitment[] =>
  liveMilestones(team).flatMap((milestone) => commitmentsOf(milestone)),
);

/** What a milestone's actions promise, of those that are meant. */
function commitmentsOf(
  milestone: SnapshotMilestone,
  isMeant: (action: SnapshotAction) => boolean = () => true,
): Commitment[] {
  return milestone.actions
    .filter((action) => action.state !== 'dropped' && action.owner !== null && isMeant(action))
    .map((action) => ({ action, milestone }));
}

const updateGroups = once((updates: Snapshot['updates']) => grouped(updates, ({ team }) => team));

/** A team's updates, in the plan's order. */
export function updatesByTeam({ updates }: Pick<Snapshot, 'updates'>, teamId: string): Snapshot['updates'] {
  return updateGroups(updates).get(teamId) ?? [];
}

function byAttention(teams: readonly TeamReview[]): TeamReview[] {
  return [...teams].sort(
    (a, b) =>
      ATTENTION_ORDER.indexOf(a.team.status) - ATTENTION_ORDER.indexOf(b.team.status) ||
      (b.team.gap ?? 0) - (a.team.gap ?? 0),
  );
}

const OUTCOMES: readonly Outcome[] = ['missed', 'late', 'kept'];

function byOutcome(a: Judged, b: Judged): number {
  return (
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    (a.action.owner ?? '').localeCompare(b.action.owner ?? '')
  );
}

/** A snapshot's days have passed its schema. */
function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`“${iso}” is no day`);
  return found;
}
