import { dayFromIso, isoFromDay, startOfWeek } from '../grid/day.ts';
import type { Snapshot, SnapshotChange } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import type { Addresses } from './address.ts';
import type { Formats } from './format.ts';
import { grouped, once } from './once.ts';
import { teamsById } from './teams-by-id.ts';

/** Changes of one week, the newest first. */
export interface ChangedWeek {
  /** The week's first day. */
  readonly start: string;
  readonly changes: readonly SnapshotChange[];
}

type Changes = readonly SnapshotChange[];

const byGoal = once((changes: Changes) => grouped(changes, ({ goal }) => goal));
const byTeam = once((changes: Changes) => {
  const teams = new Map<string, SnapshotChange[]>();
  for (const change of changes) {
    for (const team of teamsOf(change)) {
      const known = teams.get(team);
      if (known) known.push(change);
      else teams.set(team, [change]);
    }
  }
  return teams;
});
/** The teams that a change concerns: its own, or all that serve the customer. */
export function teamsOf({ team, teams }: SnapshotChange): readonly string[] {
  return teams ?? (team === null ? [] : [team]);
}

/** What moved in a goal and in all below it, the newest first. */
export function changesOfGoal({ changes }: Pick<Snapshot, 'changes'>, goalId: string): Changes {
  return byGoal(changes).get(goalId) ?? [];
}

/** What moved in a team and in all below it, the newest first. */
export function changesByTeam({ changes }: Pick<Snapshot, 'changes'>, teamId: string): Changes {
  return byTeam(changes).get(teamId) ?? [];
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
  plan: Pick<Snapshot, 'teams' | 'customers'>,
  links: Addresses,
): string | null {
  if (change.sort === 'customer')
    return plan.customers.some(({ id }) => id === change.row) ? links.customer(change.row) : null;
  const team = change.team === null ? undefined : teamsById(plan).get(change.team);
  if (!team) return null;
  if (change.sort === 'team') return links.team(team.id);
  const goal = team.goals.find(({ id }) => id === change.goal);
  if (!goal) return null;
  const milestone = goal.milestones.find(({ id }) => id === change.milestone);
  return change.sort === 'goal' || !milestone ? links.goal(goal.id) : links.milestone(team.id, milestone.id);
}

/** What happened to one row on one day. */
export interface ChangedRow {
  readonly first: SnapshotChange;
  readonly changes: readonly SnapshotChange[];
}

/** Changes of the same row on the same day together, where the first of them stands. */
export function changedRows(changes: readonly SnapshotChange[]): ChangedRow[] {
  const rows = new Map<string, SnapshotChange[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.day, change.sort, change.row]);
    const known = rows.get(key);
    if (known) known.push(change);
    else rows.set(key, [change]);
  }
  return [...rows.values()].flatMap((ofRow) => {
    const [first] = ofRow;
    return first === undefined ? [] : [{ first, changes: ofRow }];
  });
}

/** Due days, what was dropped, priorities and targets are talked about before what went as planned. */
const WEIGHT = [
  'due',
  'dropped',
  'removed',
  'priority',
  'target',
  'satisfaction',
  'reopened',
  'added',
  'owner',
  'renamed',
  'done',
];

/** What a meeting talks about first comes first; of the same weight, the newest. */
export function byWeight(a: SnapshotChange, b: SnapshotChange): number {
  const weight = ({ kind }: SnapshotChange) => {
    const at = WEIGHT.indexOf(kind);
    return at === -1 ? WEIGHT.length : at;
  };
  return weight(a) - weight(b) || b.day.localeCompare(a.day);
}

type ChangeWords = Pick<Words, 'changes' | 'state'>;

/** What happened to one row on one day, in a few words behind its title. */
export function rowText(changes: readonly SnapshotChange[], formats: Formats, words: ChangeWords): string {
  return changes.map((each) => changeText(each, formats, words)).join('; ');
}

/** What happened, in a few words behind the row's title: `due moved from 12 Jun to 3 Jul, 21 days later`. */
export function changeText(change: SnapshotChange, formats: Formats, words: ChangeWords): string {
  const { kind, from, to, move } = change;
  const { what } = words.changes;
  switch (kind) {
    case 'added':
    case 'removed':
    case 'dropped':
    case 'reopened':
    case 'done':
    case 'parent':
      return what[kind];
    case 'due': {
      const far = move === null ? '' : (move.days < 0 ? what.earlier : what.later)(Math.abs(move.days));
      const again = move !== null && move.time > 1 ? what.again(move.time, Math.abs(move.total)) : '';
      return what.dueMoved(shown(from, formats, words), shown(to, formats, words)) + far + again;
    }
    case 'renamed':
      return what.renamed(String(from ?? ''));
    case 'progress':
      return what.fromTo(what.fields.progress, percent(from, formats, words), percent(to, formats, words));
    default:
      return what.fromTo(
        new Map(Object.entries(what.fields)).get(kind) ?? kind,
        shown(from, formats, words),
        shown(to, formats, words),
      );
  }
}

function shown(value: string | number | null, formats: Formats, words: ChangeWords): string {
  if (value === null) return words.changes.what.none;
  if (typeof value === 'number') return formats.number(value);
  if (dayFromIso(value) !== null) return formats.day(value);
  return new Map<string, string>(Object.entries(words.state)).get(value) ?? value;
}

function percent(value: string | number | null, formats: Formats, words: ChangeWords): string {
  return typeof value === 'number' ? formats.percent(value) : shown(value, formats, words);
}
