import { dayFromIso, isoFromDay, startOfWeek } from '../grid/day.ts';
import type { Snapshot, SnapshotChange } from '../snapshot/snapshot.ts';
import type { Addresses } from './address.ts';
import type { Formats } from './format.ts';

/** Changes of one week, the newest first. */
export interface ChangedWeek {
  /** The week's first day. */
  readonly start: string;
  readonly changes: readonly SnapshotChange[];
}

/** What moved in a goal and in all below it, the newest first. */
export function changesOfGoal(plan: Pick<Snapshot, 'changes'>, goalId: string): SnapshotChange[] {
  return plan.changes.filter(({ goal }) => goal === goalId);
}

/** Changes by week, the newest first. */
export function changedWeeks(changes: readonly SnapshotChange[], weekStartsOn: number): ChangedWeek[] {
  const weeks = new Map<string, SnapshotChange[]>();
  for (const change of changes) {
    const day = dayFromIso(change.day);
    const start = day === null ? change.day : isoFromDay(startOfWeek(day, weekStartsOn));
    const week = weeks.get(start);
    if (week) week.push(change);
    else weeks.set(start, [change]);
  }
  return [...weeks].map(([start, ofWeek]) => ({ start, changes: ofWeek }));
}

/** Goals and milestones under way that have gone quiet, the longest first. What has not started yet may be quiet. */
export function quietRows(plan: Pick<Snapshot, 'quiet' | 'teams'>): Snapshot['quiet'] {
  const waiting = new Set<string>();
  for (const goal of plan.teams.flatMap(({ goals }) => goals)) {
    if (goal.status === 'not started') waiting.add(`goal ${goal.id}`);
    for (const { id, status } of goal.milestones)
      if (status === 'not started') waiting.add(`milestone ${id}`);
  }
  return plan.quiet
    .filter(({ sort, id }) => sort !== 'action' && !waiting.has(`${sort} ${id}`))
    .sort((a, b) => a.since.localeCompare(b.since));
}

/** The address of the page where the row of a change stands, or null where it is in the plan no more. */
export function linkOfChange(
  change: SnapshotChange,
  plan: Pick<Snapshot, 'teams'>,
  links: Addresses,
): string | null {
  const team = plan.teams.find(({ id }) => id === change.team);
  if (!team) return null;
  if (change.sort === 'team') return links.team(team.id);
  const goal = team.goals.find(({ id }) => id === change.goal);
  if (!goal) return null;
  const milestone = goal.milestones.find(({ id }) => id === change.milestone);
  return change.sort === 'goal' || !milestone ? links.goal(goal.id) : links.milestone(team.id, milestone.id);
}

/** What happened, in a few words behind the row's title: `due moved from 12 Jun to 3 Jul, 21 days later`. */
export function changeText(change: SnapshotChange, formats: Formats): string {
  const { kind, from, to, move } = change;
  switch (kind) {
    case 'added':
    case 'removed':
    case 'dropped':
    case 'reopened':
      return kind;
    case 'done':
      return 'done';
    case 'due': {
      const days =
        move === null ? '' : `, ${daysText(Math.abs(move.days))} ${move.days < 0 ? 'earlier' : 'later'}`;
      const again =
        move !== null && move.time > 1
          ? `; moved ${move.time} times, ${daysText(Math.abs(move.total))} in all`
          : '';
      return `due moved from ${shown(from, formats)} to ${shown(to, formats)}${days}${again}`;
    }
    case 'renamed':
      return `renamed; it was “${from}”`;
    case 'owner':
      return `owner: ${shown(from, formats)} to ${shown(to, formats)}`;
    case 'parent':
      return 'moved to another parent';
    case 'progress':
      return `progress: ${percent(from, formats)} to ${percent(to, formats)}`;
    default:
      return `${kind}: ${shown(from, formats)} to ${shown(to, formats)}`;
  }
}

function shown(value: string | number | null, formats: Formats): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return formats.number(value);
  return dayFromIso(value) === null ? value : formats.day(value);
}

function percent(value: string | number | null, formats: Formats): string {
  return typeof value === 'number' ? formats.percent(value) : shown(value, formats);
}

function daysText(count: number): string {
  return `${count} day${count === 1 ? '' : 's'}`;
}
