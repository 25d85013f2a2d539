import type {
  Snapshot,
  SnapshotGoal,
  SnapshotMilestone,
  SnapshotTeam,
  Status,
} from '../snapshot/snapshot.ts';
import type { Formats } from './format.ts';

/** From what needs attention first to what needs none. */
export const ATTENTION_ORDER: readonly Status[] = [
  'off track',
  'at risk',
  'on track',
  'not started',
  'done',
  'dropped',
];

/** A milestone with the team and the goal that it belongs to. */
export interface PlacedMilestone {
  readonly team: SnapshotTeam;
  readonly goal: SnapshotGoal;
  readonly milestone: SnapshotMilestone;
}

export interface Standing {
  readonly status: Status;
  readonly count: number;
}

/** Teams by what needs attention: by status, then the furthest behind first. */
export function rankedTeams(teams: readonly SnapshotTeam[]): SnapshotTeam[] {
  return [...teams].sort(
    (a, b) => rank(a.status) - rank(b.status) || (b.gap ?? 0) - (a.gap ?? 0) || a.name.localeCompare(b.name),
  );
}

/** Reasons that say no more than a pace bar shows beside them. */
const SHOWN_BY_BAR = new Set(['behind', 'ahead', 'on-pace']);

/** The reasons that a pace bar beside them does not show. */
export function beyondBar<R extends { readonly code: string }>(reasons: readonly R[]): R[] {
  return reasons.filter(({ code }) => !SHOWN_BY_BAR.has(code));
}

/** How many of the checks of team fitness that could be measured a team passes. */
export function fitnessSum({ fitness, goals }: SnapshotTeam): { passed: number; measured: number } {
  if (goals.length === 0) return { passed: 0, measured: 0 };
  return {
    passed: fitness.filter(({ result }) => result === 'pass').length,
    measured: fitness.filter(({ result }) => result !== 'not measurable').length,
  };
}

/** How many teams have each status, leaving out the statuses that none has. */
export function standings(teams: readonly { readonly status: Status }[]): Standing[] {
  return ATTENTION_ORDER.map((status) => ({
    status,
    count: teams.filter((team) => team.status === status).length,
  })).filter(({ count }) => count > 0);
}

/** The one sentence that a manager should leave the page with. */
export function headline(teams: readonly SnapshotTeam[]): string {
  const running = teams.filter((team) => team.status !== 'dropped');
  const fine = running.filter(({ status }) => status === 'on track' || status === 'done');
  const waiting = running.filter(({ status }) => status === 'not started');
  if (running.length === 0) return 'No teams in the plan yet';
  const [only] = running;
  if (running.length === 1 && only) return `${only.name} ${isStatus(only.status)}`;
  if (waiting.length === running.length) return 'No team has started yet';
  if (running.length === 2 && fine.length === 2) return 'Both teams are on track';
  if (running.length === 2 && fine.length === 0) return 'Neither team is on track';
  if (fine.length === running.length) return `All ${inWords(running.length)} teams are on track`;
  if (fine.length === 0) return `None of the ${inWords(running.length)} teams is on track`;
  return `${capital(inWords(fine.length))} of ${inWords(running.length)} teams ${fine.length === 1 ? 'is' : 'are'} on track`;
}

/** Where the distance is largest: what follows the headline. Empty where no team is behind. */
export function behindLine(teams: readonly SnapshotTeam[], formats: Formats): string {
  const behind = rankedTeams(teams)
    .filter(({ status, gap }) => (status === 'off track' || status === 'at risk') && (gap ?? 0) >= 0.01)
    .sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  const [worst, next] = behind;
  if (!worst) return '';
  const first = `${worst.name} is ${formats.points(worst.gap ?? 0)} points behind where it should be`;
  return next ? `${first}, ${next.name} ${formats.points(next.gap ?? 0)}.` : `${first}.`;
}

/** Open milestones that are off track or at risk, the worst first. */
export function needsAttention(plan: Pick<Snapshot, 'teams'>): PlacedMilestone[] {
  return placedMilestones(plan.teams)
    .filter(({ milestone: { status } }) => status === 'off track' || status === 'at risk')
    .sort(
      (a, b) =>
        rank(a.milestone.status) - rank(b.milestone.status) ||
        b.milestone.gap - a.milestone.gap ||
        a.milestone.due.localeCompare(b.milestone.due),
    );
}

/** Open milestones due from the as-of day on, the next first. */
export function comingUp(teams: readonly SnapshotTeam[], asOf: string): PlacedMilestone[] {
  return placedMilestones(teams)
    .filter(({ milestone }) => isOpen(milestone) && milestone.due >= asOf)
    .sort((a, b) => a.milestone.due.localeCompare(b.milestone.due));
}

/** Every milestone that counts, with what it belongs to. */
export function placedMilestones(teams: readonly SnapshotTeam[]): PlacedMilestone[] {
  return teams.flatMap((team) =>
    team.goals
      .filter((goal) => goal.status !== 'dropped')
      .flatMap((goal) => goal.milestones.map((milestone) => ({ team, goal, milestone }))),
  );
}

export function isOpen({ status }: { readonly status: Status }): boolean {
  return status !== 'done' && status !== 'dropped';
}

function rank(status: Status): number {
  return ATTENTION_ORDER.indexOf(status);
}

function isStatus(status: Status): string {
  return status === 'not started' ? 'has not started yet' : `is ${status}`;
}

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
