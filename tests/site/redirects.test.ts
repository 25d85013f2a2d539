import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/history/history.ts';
import { addresses } from '../../src/site/address.ts';
import { redirects } from '../../src/site/redirects.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { goal, planOf } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

const links = addresses('/repo/');
const plan = snapshotOf(planOf([goal({ id: 'new-name', title: 'New name' })]));
const of = (former: Snapshot['former']) =>
  redirects({ ...plan, former }, links).map(({ from, to }) => [from, to]);

describe('what the history knows of former IDs', () => {
  it('is each that a row went by before', () => {
    const before = goal({ id: 'old-name', title: 'Old name' });
    const after = goal({ id: 'new-name', title: 'New name' });
    const lines = archiveOf([-10, planWith([before])], [0, planWith([after])]);
    expect(historyOf(lines).former).toEqual([{ sort: 'goal', was: 'old-name', id: 'new-name' }]);
  });

  it('is none where a new row took the ID', () => {
    const rows = [goal({ id: 'a', title: 'A' })];
    expect(historyOf(archiveOf([-10, planWith(rows)], [0, planWith(rows)])).former).toEqual([]);
  });
});

describe('former addresses', () => {
  it('lead to those of now', () => {
    expect(of([{ sort: 'goal', was: 'Old name', id: 'new-name' }])).toEqual([
      ['goals/old-name', '/repo/goals/new-name/'],
    ]);
    expect(of([{ sort: 'team', was: 'South', id: 'north' }])).toEqual([
      ['teams/south', '/repo/teams/north/'],
      ['teams/south/timeline', '/repo/teams/north/timeline/'],
      ['teams/south/review', '/repo/teams/north/review/'],
    ]);
  });

  it('never take the place of a page, and lead nowhere where the row is gone', () => {
    expect(of([{ sort: 'goal', was: 'New name', id: 'new-name' }])).toEqual([]);
    expect(of([{ sort: 'goal', was: 'old', id: 'gone' }])).toEqual([]);
  });
});
