import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { changeList } from '../../../src/components/markup/changes.ts';
import { chartFigure } from '../../../src/components/markup/chart.ts';
import { explained } from '../../../src/components/markup/explained.ts';
import { html, type Markup } from '../../../src/components/markup/html.ts';
import { masthead } from '../../../src/components/markup/masthead.ts';
import { milestoneItem } from '../../../src/components/markup/milestone.ts';
import { leftOutNote, reasonList, restoredCells } from '../../../src/components/markup/notes.ts';
import { paceBar } from '../../../src/components/markup/pace-bar.ts';
import { teamReview } from '../../../src/components/markup/team-review.ts';
import { timelineView } from '../../../src/components/markup/timeline.ts';
import { addresses } from '../../../src/site/address.ts';
import type { Chart } from '../../../src/site/charts/chart.ts';
import { explainTeamPace } from '../../../src/site/explain/pace.ts';
import { formats } from '../../../src/site/format.ts';
import type { Site } from '../../../src/site/plan.ts';
import type { TeamReview } from '../../../src/site/review.ts';
import { timelineDrawing } from '../../../src/site/timeline/drawing.ts';
import { NARROW, WIDE } from '../../../src/site/timeline/form.ts';
import { wordsFor } from '../../../src/words/words.ts';
import { action, doneAction, goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { one } from '../../helpers/scored.ts';
import { change, snapshotOf } from '../../helpers/snapshots.ts';

/** What a field may hold: an element and a handler where it is not escaped, for text and for attributes. */
const hostile = (field: string) => `${field} <blink>"onclick="hit()" 'x' &amp;`;
const LINK = 'https://example.com/?a="><blink>&b';

const plan = snapshotOf(
  planOf([
    goal({
      title: hostile('goal'),
      owners: [hostile('lead')],
      customer: hostile('customer'),
      milestones: [
        milestone({
          id: 'open',
          title: hostile('milestone'),
          owners: [hostile('owner')],
          kind: hostile('kind'),
          notes: hostile('notes'),
          measure: hostile('measure'),
          unit: hostile('unit'),
          baseline: 0,
          target: 10,
          current: 4,
          link: LINK,
          actions: [
            action({
              id: 'a1',
              title: hostile('action'),
              owners: [hostile('doer')],
              promisedTo: hostile('promise'),
              due: inDays(-2),
              link: LINK,
            }),
            doneAction(inDays(-3), { id: 'a2', title: hostile('done') }),
          ],
        }),
        milestone({ id: 'late', title: hostile('late'), due: inDays(-9) }),
        milestone({ id: 'closed', title: hostile('closed'), doneOn: inDays(-1), state: 'done' }),
      ],
    }),
  ]),
  {
    changes: [
      change({ title: hostile('changed'), owner: hostile('mover'), kind: 'renamed', from: hostile('old') }),
    ],
  },
);
const words = wordsFor(null);
const site: Site = {
  plan,
  words,
  formats: formats(null, plan.asOf),
  links: addresses('/'),
  base: '/',
  origin: null,
  sealed: false,
};
const team = one(plan.teams);
const [open, late, closed] = one(team.goals).milestones;

/** What a browser makes of it: its text with that of attributes; throws where a field became an element or a handler. */
function read(markup: Markup): string {
  const texts: string[] = [];
  const visit = (nodes: ReturnType<typeof parseDocument>['children']): void => {
    for (const node of nodes) {
      if ('data' in node) texts.push(node.data);
      if ('attribs' in node) {
        expect(node.name).not.toBe('blink');
        expect(
          Object.keys(node.attribs).filter((name) => name.startsWith('on') || /["'<]/.test(name)),
        ).toEqual([]);
        texts.push(...Object.values(node.attribs));
      }
      if ('children' in node) visit(node.children);
    }
  };
  visit(parseDocument(markup.text).children);
  return texts.join('\n');
}

test.each([['milestone', 'owner', 'kind', 'notes', 'measure', 'unit', 'action', 'doer', 'promise', 'done']])(
  'a milestone shows what its cells say as text',
  (...fields) => {
    if (!open || !late || !closed) throw new Error('no milestones');
    const text = read(
      milestoneItem(
        { ...open, restored: [{ field: 'due', shown: null, text: hostile('restored') }], leftOut: 2 },
        site,
      ),
    );
    for (const field of [...fields, 'restored']) expect(text).toContain(hostile(field));
    expect(text.split(LINK)).toHaveLength(3);
    expect(read(milestoneItem(late, site, true))).toContain(hostile('late'));
    expect(read(milestoneItem(closed, site))).toContain(hostile('closed'));
  },
);

test('explanations, changes, reasons and notes show it as text', () => {
  const how = explainTeamPace(team, site);
  if (how === null) throw new Error('no explanation');
  const said = {
    ...how,
    rules: [hostile('rule')],
    inputs: [{ label: hostile('label'), value: hostile('value') }],
    columns: [hostile('column'), hostile('number')],
    conditions: [{ status: 'done' as const, text: hostile('condition'), holds: true }],
  };
  const text = read(explained(said, html`${hostile('figure')}`, site));
  for (const field of ['rule', 'label', 'value', 'column', 'number', 'condition', 'figure', 'goal'])
    expect(text).toContain(hostile(field));
  const changes = read(changeList(plan.changes, site, true));
  for (const field of ['changed', 'mover', 'old']) expect(changes).toContain(hostile(field));
  const reasons = reasonList([{ code: 'overdue', text: hostile('reason') }]);
  expect(reasons && read(reasons)).toContain(hostile('reason'));
  expect(read(restoredCells([{ text: hostile('cell') }], site, hostile('team')))).toContain(hostile('cell'));
  const note = leftOutNote(2, site, hostile('what'));
  expect(note && read(note)).toContain(hostile('what'));
  const bar = paceBar({ progress: 0.5, expected: 0.6, status: 'on track', of: hostile('bar') }, site);
  expect(read(bar)).toContain(hostile('bar'));
});

test('what stands above every page shows it as text, and where one is', () => {
  const titled = { ...site, plan: { ...plan, title: hostile('title') } };
  const text = read(masthead(titled, 'review'));
  expect(text).toContain(hostile('title'));
  expect(masthead(titled, 'review').text.match(/aria-current="page"/g)).toHaveLength(1);
  expect(masthead(titled, 'review')).toBe(masthead(titled, 'review'));
  expect(masthead(titled, '').text).not.toContain('aria-current');
});

test('drawings show it as text', () => {
  for (const form of [WIDE, NARROW]) {
    const text = read(timelineView(timelineDrawing(team, site, form), hostile('label'), site));
    for (const field of ['label', 'goal', 'milestone', 'closed']) expect(text).toContain(hostile(field));
  }
  const chart: Chart = {
    kind: 'columns',
    title: hostile('title'),
    from: inDays(0),
    to: inDays(10),
    top: 10,
    xTicks: [{ x: inDays(1), text: hostile('x') }],
    yTicks: [{ y: 1, text: hostile('y') }],
    series: [{ role: 'done', name: hostile('series'), points: [{ x: inDays(1), y: 2 }] }],
    marks: [{ x: inDays(2), text: hostile('mark'), isDue: true }],
    table: { head: [hostile('head'), hostile('head2')], rows: [[hostile('first'), hostile('cell')]] },
    note: hostile('note'),
  };
  const text = read(chartFigure(chart, hostile('of'), site));
  for (const field of ['title', 'x', 'y', 'series', 'mark', 'head', 'head2', 'first', 'cell', 'note', 'of'])
    expect(text).toContain(hostile(field));
});

test('a review shows it as text', () => {
  if (!open || !late) throw new Error('no milestones');
  const [act] = open.actions;
  if (!act) throw new Error('no action');
  const commitment = { action: act, milestone: open };
  const review: TeamReview = {
    team: { ...team, name: hostile('team') },
    lastWeek: [{ ...commitment, outcome: 'missed', doneSince: null }],
    moved: plan.changes,
    dueSoon: [open],
    atRisk: [{ ...late, reasons: [{ code: 'overdue', text: hostile('why') }] }],
    thisWeek: [commitment],
    updates: [
      {
        day: plan.asOf,
        team: 'north',
        text: hostile('update'),
        kind: 'news',
        about: hostile('about'),
        aboutGoal: null,
        aboutMilestone: null,
        by: hostile('by'),
      },
    ],
  };
  const text = read(teamReview(review, { isCurrent: true }, 'team-north', site));
  for (const field of [
    'team',
    'action',
    'promise',
    'changed',
    'old',
    'milestone',
    'late',
    'why',
    'update',
    'by',
  ])
    expect(text).toContain(hostile(field));
  const before = read(teamReview(review, { isCurrent: false }, 'team-north', site));
  expect(before).toContain(hostile('owner'));
});
