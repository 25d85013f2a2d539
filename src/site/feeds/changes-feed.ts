import { shorten } from '../../grid/text.ts';
import { slug } from '../../plan/name.ts';
import { compareText, countText } from '../../rollup/wording.ts';
import type { Snapshot, SnapshotChange } from '../../snapshot/snapshot.ts';
import { wordsFor } from '../../words/words.ts';
import { changeText } from '../changes.ts';
import { type Formats, formats } from '../format.ts';
import { type AtomEntry, atomText } from './atom.ts';
import { absolute, type FeedSite, feedId } from './feed-site.ts';

type Update = Snapshot['updates'][number];

/** What happened to one team on one day. */
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

/** Kinds of change that a title counts by themselves, in its order: one of them, and more than one. */
const COUNTED: readonly (readonly [kind: string, one: string, more: string])[] = [
  ['done', 'done', 'done'],
  ['due', 'due day moved', 'due days moved'],
  ['added', 'added', 'added'],
  ['removed', 'removed', 'removed'],
  ['dropped', 'dropped', 'dropped'],
  ['reopened', 'reopened', 'reopened'],
];

/**
 * `changes.xml`: what changed in the plan and what was written about it, an entry a team and day, since one an event
 * would flood its reader. The newest first, up to the as-of day, and no more than 100.
 */
export function changesFeed(site: FeedSite): string {
  const { plan, links } = site;
  const days = teamDays(plan).slice(0, MOST_ENTRIES);
  return atomText({
    id: feedId(site, 'changes'),
    title: `${plan.title}: changes`,
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
  const at = (day: string, teamId: string | null): TeamDay => {
    const team = teamId !== null && places.has(teamId) ? teamId : null;
    const key = JSON.stringify([day, team]);
    const known = found.get(key) ?? { day, team, updates: [], changes: [] };
    found.set(key, known);
    return known;
  };
  for (const update of updates) if (update.day <= asOf) at(update.day, update.team).updates.push(update);
  for (const change of changes) if (change.day <= asOf) at(change.day, change.team).changes.push(change);
  const placeOf = ({ team }: TeamDay) => (team === null ? undefined : places.get(team)) ?? teams.length;
  return [...found.values()].sort(
    (one, other) => compareText(other.day, one.day) || placeOf(one) - placeOf(other),
  );
}

function entryOf({ day, team, updates, changes }: TeamDay, site: FeedSite): AtomEntry {
  const { plan, links } = site;
  // Days are told from the entry's own, so that an old entry reads the same next year.
  const then = formats(plan.settings.locale, day);
  const name = plan.teams.find(({ id }) => id === team)?.name ?? 'No longer in the plan';
  const lines = [...updates.map(updateLine), ...changes.map((change) => changeLine(change, then))];
  const [only] = lines;
  const summary = lines.length === 1 && only !== undefined ? only : counts(updates, changes);
  const more = lines.length - MOST_LINES;
  return {
    id: feedId(site, 'changes', day, team === null ? '' : slug(team)),
    title: `${name}: ${shorten(summary, TITLE_LENGTH)}`,
    updated: day,
    page: absolute(site, team === null ? links.to('/changes/') : links.team(team)),
    content: [
      `${name}, ${then.longDay(day)}`,
      ...lines.slice(0, MOST_LINES).map((line) => `• ${line}`),
      ...(more > 0 ? [`• and ${more} more`] : []),
    ].join('\n'),
  };
}

function updateLine({ kind, text, about, by }: Update): string {
  const said = [about, by].filter((each) => each !== null).join(', ');
  return `${capital(kind ?? 'update')}: ${text}${said === '' ? '' : ` (${said})`}`;
}

function changeLine(change: SnapshotChange, then: Formats): string {
  const owner = change.owner === null ? '' : ` (${change.owner})`;
  const silent = change.silent ? ', moved without a word' : '';
  return `${capital(change.sort)} “${change.title}”${owner}: ${changeText(change, then, wordsFor(then.locale))}${silent}`;
}

/** `1 update, 3 done, 2 due days moved, 4 other changes`. */
function counts(updates: readonly Update[], changes: readonly SnapshotChange[]): string {
  const parts = updates.length > 0 ? [countText(updates.length, 'update')] : [];
  let others = changes.length;
  for (const [kind, one, more] of COUNTED) {
    const count = changes.filter((change) => change.kind === kind).length;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : more}`);
    others -= count;
  }
  if (others > 0) parts.push(countText(others, parts.length > 0 ? 'other change' : 'change'));
  return parts.join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
