import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/plan.ts';
import { changesFeed } from '../../../src/site/feeds/changes-feed.ts';
import type { SnapshotChange } from '../../../src/snapshot/snapshot.ts';
import { feedSite } from '../../helpers/feed-site.ts';
import { parseXml, type XmlElement } from '../../helpers/parse-xml.ts';
import { goal, inDays, plan, team, update } from '../../helpers/rows.ts';
import { change } from '../../helpers/snapshots.ts';

const teams = [team({ goals: [goal()] }), team({ id: 'south', name: 'South' })];
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function text(of: XmlElement, name: string): string {
  const found = of.children.filter((child) => child.name === name);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name}`);
  return found[0]?.text ?? '';
}

/** The feed, held against what RFC 4287 asks of every feed. */
function read(
  of: Plan,
  changes: readonly SnapshotChange[],
  origin: string | null = 'https://plan.example.com',
) {
  const feed = parseXml(changesFeed(feedSite(of, { origin, past: { changes: [...changes] } })));
  expect([feed.name, feed.attributes.get('xmlns')]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  const author = feed.children.find(({ name }) => name === 'author');
  expect(author && text(author, 'name')).not.toBe('');
  const linksOf = (element: XmlElement) =>
    element.children
      .filter(({ name }) => name === 'link')
      .map(({ attributes }) => `${attributes.get('rel')} ${attributes.get('href')}`);
  const elements = feed.children.filter(({ name }) => name === 'entry');
  for (const element of [feed, ...elements]) {
    expect(text(element, 'id')).toMatch(UUID);
    expect(text(element, 'title')).not.toBe('');
    expect(text(element, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
  }
  const ids = elements.map((entry) => text(entry, 'id'));
  expect(new Set([...ids, text(feed, 'id')]).size).toBe(ids.length + 1);
  return {
    title: text(feed, 'title'),
    updated: text(feed, 'updated').slice(0, 10),
    links: linksOf(feed),
    ids,
    entries: elements.map((entry) => ({
      title: text(entry, 'title'),
      day: text(entry, 'updated').slice(0, 10),
      links: linksOf(entry),
      type: entry.children.find(({ name }) => name === 'content')?.attributes.get('type'),
      lines: text(entry, 'content').split('\n'),
    })),
  };
}

describe('changes.xml', () => {
  const changes = [
    change({ kind: 'done', title: 'Sign' }),
    change({ silent: true }),
    change({ kind: 'target', from: 4, to: 5, move: null, owner: null }),
    change({ kind: 'added', move: null, team: 'south', title: 'New one' }),
    change({ kind: 'removed', move: null, team: 'gone', day: '2026-02-27' }),
    change({ kind: 'removed', move: null, team: null, day: '2026-02-27' }),
  ];
  const updates = [
    update({ day: inDays(-2), kind: 'decision', about: 'Win Acme', by: 'Bo Ek' }),
    update({ day: inDays(0), team: 'south', text: 'Hello' }),
  ];
  const feed = read(plan({ settings: { title: 'Clean water' }, teams, updates }), changes);

  it('has an entry for what happened to a team on a day, the newest first', () => {
    expect(feed.entries.map(({ day, title }) => `${day} ${title}`)).toEqual([
      '2026-03-04 South: Update: Hello',
      '2026-03-02 North: 1 update, 1 done, 1 due day moved, 1 other change',
      '2026-03-02 South: Action “New one” (Ann Lee): added',
      '2026-02-27 No longer in the plan: 2 removed',
    ]);
  });

  it('tells each change and update in a line of plain text', () => {
    expect(feed.entries[1]).toMatchObject({
      type: 'text',
      links: ['alternate https://plan.example.com/teams/north/'],
      lines: [
        'North, Monday, 2 March 2026',
        '• Decision: The lab moves to May (Win Acme, Bo Ek)',
        '• Action “Sign” (Ann Lee): done',
        '• Action “Call the lab” (Ann Lee): due moved from 4 Mar to 11 Mar, 7 days later, moved without a word',
        '• Action “Call the lab”: target: 4 to 5',
      ],
    });
  });

  it('says what it is, and was last changed on its newest entry’s day', () => {
    expect(feed).toMatchObject({
      title: 'Clean water: changes',
      updated: '2026-03-04',
      links: ['self https://plan.example.com/changes.xml', 'alternate https://plan.example.com/changes/'],
    });
  });

  it('is valid where nothing has changed, and names no address where the site’s is not known', () => {
    expect(read(plan({ teams }), [])).toMatchObject({ entries: [], updated: '2026-03-04' });
    const unplaced = read(plan({ teams }), changes, null);
    expect([unplaced.links, unplaced.entries.flatMap(({ links }) => links)]).toEqual([[], []]);
  });

  it('keeps the ID and the text of an entry as days pass and changes come', () => {
    const later = read(plan({ teams, updates }), [change({ day: '2026-03-03' }), ...changes]);
    expect(later.ids.slice(2)).toEqual(feed.ids.slice(1));
    expect(later.entries.slice(2)).toEqual(feed.entries.slice(1));
    const old = change({ day: '2024-05-06', from: '2024-05-07', to: '2025-01-02', move: null });
    expect(read(plan({ teams }), [old]).entries[0]?.lines[1]).toContain('from 7 May to 2 Jan 2025');
  });

  it('has teams of one day in the plan’s order', () => {
    const { entries } = read(plan({ teams }), [change({ team: 'south' }), change({ team: null }), change()]);
    expect(entries.map(({ title }) => title.split(':')[0])).toEqual([
      'North',
      'South',
      'No longer in the plan',
    ]);
  });

  it('has nothing from after the as-of day', () => {
    const early = read(plan({ teams, updates: [update({ day: inDays(1) })] }), [
      change({ day: '2026-03-05' }),
    ]);
    expect(early.entries).toEqual([]);
  });

  it('has at most 100 entries of at most 40 changes each', () => {
    const many = Array.from({ length: 150 }, (_, i) =>
      change({ day: `2025-${month(i)}-${day(i)}` }),
    ).reverse();
    expect(read(plan({ teams }), many).entries).toHaveLength(100);
    expect(read(plan({ teams }), many).entries[0]?.day).toBe('2025-06-10');
    const [flood] = read(plan({ teams }), Array(45).fill(change())).entries;
    expect(flood?.title).toBe('North: 45 due days moved');
    expect(flood?.lines).toHaveLength(42);
    expect(flood?.lines.at(-1)).toBe('• and 5 more');
  });

  it('cuts a long title, and keeps the whole text', () => {
    const long = '👍'.repeat(500);
    const [entry] = read(plan({ teams, updates: [update({ text: long })] }), []).entries;
    expect([...(entry?.title ?? '')].length).toBeLessThan(180);
    expect(entry?.lines[1]).toContain(long);
  });

  it('holds any text', () => {
    const odd = '<b>&amp; ]]> "x" \'y\' \u0000\u000b\ud800\ufffeשלום 👩‍🔬';
    const [entry] = read(plan({ teams }), [change({ kind: 'added', title: odd, move: null })]).entries;
    const kept = '<b>&amp; ]]> "x" \'y\' שלום 👩‍🔬';
    expect(entry?.lines[1]).toBe(`• Action “${kept}” (Ann Lee): added`);
    expect(changesFeed(feedSite(plan({ teams, updates: [update({ text: 'a\rb' })] })))).toContain('a&#13;b');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const named = [team({ name: one }), team({ id: 'south', name: other })];
        read(plan({ settings: { title: `T${other}` }, teams: named }), [
          change({ title: one, owner: other, from: one }),
          change({ team: 'south', kind: 'renamed', from: other }),
        ]);
      }),
    );
  });
});

function month(i: number): string {
  return String(1 + Math.floor(i / 28)).padStart(2, '0');
}

function day(i: number): string {
  return String(1 + (i % 28)).padStart(2, '0');
}
