import { dayFromIso } from '../grid/day.ts';
import type {
  Snapshot,
  SnapshotGoal,
  SnapshotMilestone,
  SnapshotTeam,
  Status,
} from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
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

/** What a team is sorted and found by, where a page does so by itself. */
export interface SortKeys {
  /**
   * Numbers for attention, name, progress, gap, kept rate, fitness and next milestone, in this order: the smaller, the
   * further up. What has no value comes last.
   */
  readonly numbers: readonly number[];
  /** The names of the team, its leader, goals, customers and owners, folded. */
  readonly find: string;
}

/** Far behind everything that has a value. */
const LAST = 1e6;

/**
 * @param teams in the order of attention
 * @param nextDue the day of a team's next milestone, or null
 */
export function sortKeys(
  teams: readonly SnapshotTeam[],
  nextDue: (team: SnapshotTeam) => string | null,
  locale: string,
): SortKeys[] {
  const names = new Intl.Collator(locale, { numeric: true });
  const byName = [...teams].sort((a, b) => names.compare(a.name, b.name));
  const share = (value: number | null) => (value === null ? LAST : Math.round(value * 1000));
  return teams.map((team, i) => {
    const { passed, measured } = fitnessSum(team);
    const due = dayFromIso(nextDue(team) ?? '');
    return {
      numbers: [
        i,
        byName.indexOf(team),
        share(team.progress),
        team.gap === null ? LAST : -share(team.gap),
        share(team.kept.rate),
        measured === 0 ? LAST : share(passed / measured),
        due ?? LAST,
      ],
      find: fold(
        [
          team.name,
          team.leader,
          ...team.goals.flatMap(({ title, customer, owner }) => [title, customer, owner]),
        ]
          .filter((part) => part !== null)
          .join(' '),
      ),
    };
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
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

type OverviewWords = Pick<Words, 'overview' | 'status'>;

/** The one sentence that a manager should leave the page with. */
export function headline(teams: readonly SnapshotTeam[], words: OverviewWords): string {
  const { headline: say, numbers } = words.overview;
  const inWords = (count: number) => numbers[count] ?? String(count);
  const running = teams.filter((team) => team.status !== 'dropped');
  const fine = running.filter(({ status }) => status === 'on track' || status === 'done');
  const waiting = running.filter(({ status }) => status === 'not started');
  const [only] = running;
  if (only === undefined) return say.none;
  if (running.length === 1)
    return only.status === 'not started'
      ? say.oneWaiting(only.name)
      : say.one(only.name, words.status[only.status]);
  if (waiting.length === running.length) return say.noneStarted;
  if (running.length === 2 && fine.length === 2) return say.both;
  if (running.length === 2 && fine.length === 0) return say.neither;
  if (fine.length === running.length) return say.all(inWords(running.length));
  if (fine.length === 0) return say.noneOf(inWords(running.length));
  return say.some(capital(inWords(fine.length)), inWords(running.length), fine.length === 1);
}

/** Where the distance is largest: what follows the headline. Empty where no team is behind. */
export function behindLine(teams: readonly SnapshotTeam[], formats: Formats, words: OverviewWords): string {
  const [worst, next] = rankedTeams(teams)
    .filter(({ status, gap }) => (status === 'off track' || status === 'at risk') && (gap ?? 0) >= 0.01)
    .sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  if (!worst) return '';
  const points = ({ progress, expected }: SnapshotTeam) => formats.points(progress ?? 0, expected ?? 0);
  return next
    ? words.overview.behindTwo(worst.name, points(worst), next.name, points(next))
    : words.overview.behind(worst.name, points(worst));
}

/** A text with the titles that it quotes as links: parts in order, those without an address as they are. */
export function linkedTitles(
  text: string,
  rows: readonly { readonly title: string; readonly href: string }[],
): { readonly text: string; readonly href: string | null }[] {
  const found = rows
    .map((row) => ({ ...row, at: text.search(quotedTitle(row.title)) + 1 }))
    .filter(({ at }) => at > 0)
    .sort((a, b) => a.at - b.at);
  const parts: { text: string; href: string | null }[] = [];
  let end = 0;
  for (const { title, href, at } of found) {
    if (at < end) continue;
    parts.push({ text: text.slice(end, at), href: null }, { text: title, href });
    end = at + title.length;
  }
  return [...parts, { text: text.slice(end), href: null }].filter((part) => part.text !== '');
}

/** A title between quotation marks, of any language. */
function quotedTitle(title: string): RegExp {
  return new RegExp(`[“„"]${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[”“"]`);
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
