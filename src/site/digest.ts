import { addDays, dayFromIso, isoFromDay } from '../grid/day.ts';
import type { Snapshot, SnapshotChange } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import { byWeight, changedRows, rowText } from './changes.ts';
import type { Formats } from './format.ts';
import { headline } from './overview.ts';
import { problemGroups, severityCounts } from './problem-groups.ts';

/** One part of a digest: lines of plain text, the most important first. */
export interface DigestPart {
  readonly kind: 'moved' | 'due' | 'problems';
  readonly title: string;
  /** What may hold any text of the workbook: whoever shows it escapes it. */
  readonly lines: readonly string[];
  /** How many lines are not shown. */
  readonly more: number;
}

/** A plan in a few lines, for whoever does not look at its site every day. */
export interface Digest {
  readonly title: string;
  /** `4 of 6 teams are on track`. */
  readonly standing: string;
  readonly asOf: string;
  /** Those that hold something, in the order of a meeting. */
  readonly parts: readonly DigestPart[];
}

interface From {
  readonly plan: Snapshot;
  readonly formats: Formats;
  readonly words: Words;
}

/** More than a message may be read in passing. */
const MOST_LINES = 12;
/** Today and the six days after it. */
const DAYS_AHEAD = 6;

/**
 * What moved, what is due within a week, and problems by team.
 * @param changes what counts as news
 */
export function digestOf({ plan, formats, words }: From, changes: readonly SnapshotChange[]): Digest {
  const { digest } = words;
  const parts = [
    part('moved', digest.moved, movedLines(changes, { plan, formats, words })),
    part('due', digest.due, dueLines({ plan, formats, words })),
    part('problems', words.problems.byTeam, problemLines({ plan, formats, words })),
  ];
  return {
    title: plan.title,
    standing: headline(plan.teams, words),
    asOf: digest.asOf(formats.longDay(plan.asOf)),
    parts: parts.filter(({ lines }) => lines.length > 0),
  };
}

function part(kind: DigestPart['kind'], title: string, lines: readonly string[]): DigestPart {
  return {
    kind,
    title,
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
  };
}

function movedLines(changes: readonly SnapshotChange[], { plan, formats, words }: From): string[] {
  const nameOf = new Map(plan.teams.map(({ id, name }) => [id, name]));
  return changedRows([...changes].sort(byWeight)).map(({ first, changes: ofRow }) => {
    const team = first.team === null ? undefined : nameOf.get(first.team);
    const what = rowText(ofRow, formats, words);
    return `${team === undefined ? '' : `${team} · `}${first.title}: ${what}`;
  });
}

/** Open milestones and actions due from the as-of day on, by day, and how many are overdue. */
function dueLines({ plan, formats, words }: From): string[] {
  const asOf = dayFromIso(plan.asOf);
  const last = asOf === null ? plan.asOf : isoFromDay(addDays(asOf, DAYS_AHEAD));
  const open = plan.teams.flatMap((team) =>
    team.goals
      .filter(({ status }) => status !== 'dropped')
      .flatMap(({ milestones }) => milestones)
      .filter(({ status }) => status !== 'dropped')
      .flatMap((milestone) => [
        ...(milestone.status === 'done' ? [] : [{ team, row: milestone }]),
        ...milestone.actions
          .filter(({ state }) => state !== 'done' && state !== 'dropped')
          .map((row) => ({ team, row })),
      ]),
  );
  const overdue = open.filter(({ row }) => row.due < plan.asOf).length;
  const coming = open
    .filter(({ row }) => row.due >= plan.asOf && row.due <= last)
    .sort((one, other) => one.row.due.localeCompare(other.row.due));
  return [
    ...(overdue === 0 ? [] : [words.digest.overdue(overdue)]),
    ...coming.map(({ team, row }) => {
      const who = [row.owner, team.name].filter((name) => name !== null).join(', ');
      return `${formats.day(row.due)} · ${row.title} (${who})`;
    }),
  ];
}

function problemLines({ plan, words }: From): string[] {
  return problemGroups(plan, words.problems).map(({ title, problems }) => {
    const counts = severityCounts(problems).map(({ severity, count }) =>
      words.problems.counts[severity](count),
    );
    return `${title}: ${counts.join(', ')}`;
  });
}
