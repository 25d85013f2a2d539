import { describe, expect, it } from 'vitest';
import { actionsCsv, milestonesCsv } from '../../../src/site/feeds/tables.ts';
import {
  action as publishedAction,
  milestone as publishedMilestone,
} from '../../../src/snapshot/published.ts';
import { parseCsv } from '../../helpers/parse-csv.ts';
import { action, doneAction, goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

const TITLE = 'Say "yes",\nthen 👍, שלום';
const plan = snapshotOf(
  planOf([
    goal({
      id: 'G1',
      title: 'Win Acme, Inc.',
      milestones: [
        milestone({
          id: 'M1',
          title: TITLE,
          kind: 'Signing',
          actions: [
            doneAction(inDays(-3), {
              id: 'A1',
              title: 'Call',
              promisedTo: 'Acme',
              link: 'https://a.example/',
            }),
            action({ id: 'A2', title: TITLE, owners: [], state: 'blocked', priority: '1', weight: 0.5 }),
          ],
        }),
        milestone({ id: 'M2', title: '=2+5', state: 'dropped' }),
      ],
    }),
  ]),
);

/** Rows by their headers. */
function records(csv: string): Map<string, string>[] {
  const [headers = [], ...rows] = parseCsv(csv);
  return rows.map((row) => new Map(headers.map((header, i) => [header, row[i] ?? 'missing'])));
}

describe('milestones.csv', () => {
  it('has every column of plan.json, and what each milestone belongs to', () => {
    const [headers] = parseCsv(milestonesCsv(plan));
    const own = Object.keys(publishedMilestone.shape).flatMap((key) => {
      if (key === 'actions') return [];
      return key === 'forecast' ? ['forecastP50', 'forecastP85'] : [key];
    });
    expect(headers).toEqual(['team', 'teamId', 'goal', 'goalId', ...own]);
  });

  it('has every milestone, dropped ones too', () => {
    const [first, second, third] = records(milestonesCsv(plan));
    expect(Object.fromEntries(first ?? [])).toEqual({
      team: 'North',
      teamId: 'north',
      goal: 'Win Acme, Inc.',
      goalId: 'G1',
      id: 'M1',
      title: TITLE,
      kind: 'Signing',
      owner: 'Ann Lee',
      start: '2026-01-23',
      due: '2026-05-03',
      firstDue: '2026-05-03',
      doneOn: '',
      weight: '1',
      priority: '',
      // Done 1 of 1.5 by weight; 40 of 100 days have passed.
      progress: String(1 / 1.5),
      expected: '0.4',
      gap: String(plan.teams[0]?.goals[0]?.milestones[0]?.gap),
      status: plan.teams[0]?.goals[0]?.milestones[0]?.status,
      declared: '',
      reasons: plan.teams[0]?.goals[0]?.milestones[0]?.reasons.map(({ text }) => text).join('\n'),
      forecastP50: '',
      forecastP85: '',
    });
    expect(Number(first?.get('gap'))).toBeLessThan(0);
    expect([second?.get('title'), second?.get('status')]).toEqual(["'=2+5", 'dropped']);
    expect(third).toBeUndefined();
  });
});

describe('actions.csv', () => {
  it('has every column of plan.json, and what each action belongs to', () => {
    const [headers] = parseCsv(actionsCsv(plan));
    const above = ['team', 'teamId', 'goal', 'goalId', 'milestone', 'milestoneId'];
    expect(headers).toEqual([...above, ...Object.keys(publishedAction.shape)]);
  });

  it('has every action', () => {
    const rows = records(actionsCsv(plan)).map((row) => [...row.values()].slice(4));
    expect(rows).toEqual([
      [
        ...[TITLE, 'M1', 'A1', 'Call', 'Ann Lee', '2026-03-01', '2026-03-01', '2026-03-01', 'done'],
        ...['1', '', 'Acme', 'https://a.example/'],
      ],
      [...[TITLE, 'M1', 'A2', TITLE, '', '2026-03-11', '2026-03-11', '', 'blocked'], ...['0.5', '1', '', '']],
    ]);
  });

  it('is a header alone where there are none', () => {
    expect(parseCsv(actionsCsv({ teams: [] }))).toHaveLength(1);
  });
});
