import { shorten } from '../../grid/text.ts';
import { slug } from '../../plan/name.ts';
import { compareText } from '../../rollup/wording.ts';
import type { Snapshot, SnapshotChange } from '../../snapshot/snapshot.ts';
import type { Words } from '../../words/en.ts';
import { changeText, teamsOf } from '../changes.ts';
import { type Formats, formats } from '../format.ts';
import { teamsById } from '../teams-by-id.ts';
import { type AtomEntry, atomText } from './atom.ts';
import { absolute, type FeedSite, feedId } from './feed-site.ts';

type Update = Snapshot['updates'][number];

/** What happened to one team on one day. A customer's change stands with the first of the teams that serve it. */
interface TeamDay {
  readonly day: string;
  readonly team: string | null;
  readonly updates: Update[];
  readonly changes: SnapshotChange[];
}

const MOST_ENTRIES = 100;
/** A workbook that is filled in at once changes in hundreds of rows. */
const MOST_LINES = 40;
const TITLE_LENGTH = 160;

/** Kinds of change that a title counts by themselves, in its order. */
const COUNTED = ['done', 'due', 'added', 'removed', 'dropped', 'reopened'] as const;

/**
 * `changes.xml`: what changed in the plan and what was written about it, an entry a team and day, since one an event
 * would flood its reader. The newest first, up to the as-of day, and no more than 100.
 */
export function changesFeed(site: FeedSite): string {
  const { plan, links } = site;
  const days = teamDays(plan).slice(0, MOST_ENTRIES);
  return atomText({
    id: feedId(site, 'changes'),
    title: site.words.feeds.title(plan.title),
    author: plan.title,
    updated: days[0]?.day ?? plan.asOf,
    self: absolute(site, links.to('/changes.xml')),
    page: absolute(site, links.to('/changes/')),
    entries: days.map((each) => entryOf(each, site)),
  });
}

function teamDays({ teams, updates, changes, asOf }: Snapshot): TeamDay[] {
  const places = new Map(teams.map(({ id }, place) => [id, place]));
  const found = new Map<string, TeamDay>();
  const placeOfChange = (change: SnapshotChange) => teamsOf(change).find((id) => places.has(id)) ?? null;
  const at = (day: string, teamId: string | null): TeamDay => {
    const team = teamId !== null && places.has(teamId) ? teamId : null;
    const key = JSON.stringify([day, team]);
    const known = found.get(key) ?? { day, team, updates: [], changes: [] };
    found.set(key, known);
    return known;
  };
  for (const update of updates) if (update.day <= asOf) at(update.day, update.team).updates.push(update);
  for (const change of changes)
    if (change.day <= asOf) at(change.day, placeOfChange(change)).changes.push(change);
  const placeOf = ({ team }: TeamDay) => (team === null ? undefined : places.get(team)) ?? teams.length;
  return [...found.values()].sort(
    (one, other) => compareText(other.day, one.day) || placeOf(one) - placeOf(other),
  );
}

function entryOf({ day, team, updates, changes }: TeamDay, site: FeedSite): AtomEntry {
  const { plan, links, words } = site;
  // Days are told from the entry's own, so that an old entry reads the same next year.
  const then = formats(plan.settings.locale, day);
  const isGone = changes.every(({ sort }) => sort !== 'customer');
  const name =
    (team === null ? undefined : teamsById(plan).get(team))?.name ??
    (isGone ? words.feeds.gone : words.page.menu.customers);
  const lines = [
    ...updates.map((update) => updateLine(update, words)),
    ...changes.map((change) => changeLine(change, then, words)),
  ];
  const [only] = lines;
  const summary = lines.length === 1 && only !== undefined ? only : counts(updates, changes, words.feeds);
  const more = lines.length - MOST_LINES;
  return {
    id: feedId(site, 'changes', day, team === null ? '' : slug(team)),
    title: `${name}: ${shorten(summary, TITLE_LENGTH)}`,
    updated: day,
    page: absolute(site, team === null ? links.to('/changes/') : links.team(team)),
    content: [
      `${name}, ${then.longDay(day)}`,
      ...lines.slice(0, MOST_LINES).map((line) => `• ${line}`),
      ...(more > 0 ? [`• ${words.feeds.more(more)}`] : []),
    ].join('\n'),
  };
}

function updateLine({ kind, text, about, by }: Update, words: Words): string {
  const said = [about, by].filter((each) => each !== null).join(', ');
  return `${capital(kind === null ? words.feeds.update : words.team.updateKinds[kind])}: ${text}${said === '' ? '' : ` (${said})`}`;
}

function changeLine(change: SnapshotChange, then: Formats, words: Words): string {
  const owner = change.owner === null ? '' : ` (${change.owner})`;
  const silent = change.silent ? `, ${words.changes.what.silent}` : '';
  return `${capital(words.changes.sorts[change.sort])} ${words.feeds.quoted(change.title)}${owner}: ${changeText(change, then, words)}${silent}`;
}

/** `1 update, 3 done, 2 due days moved, 4 other changes`. */
function counts(
  updates: readonly Update[],
  changes: readonly SnapshotChange[],
  words: Words['feeds'],
): string {
  const parts = updates.length > 0 ? [words.updates(updates.length)] : [];
  let others = changes.length;
  for (const kind of COUNTED) {
    const count = changes.filter((change) => change.kind === kind).length;
    if (count > 0) parts.push(words.counted[kind](count));
    others -= count;
  }
  if (others > 0) parts.push((parts.length > 0 ? words.otherChanges : words.changes)(others));
  return parts.join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
