import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/history/history.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readWithheld } from '../../src/plan/withheld.ts';
import { withoutTeams } from '../../src/rollup/without-teams.ts';
import { pastOf } from '../../src/snapshot/past.ts';
import { withhold } from '../../src/snapshot/withhold.ts';
import { archiveOf } from '../helpers/history.ts';
import { customer, goal, inDays, plan, TODAY, team } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

const row = { book: 'plan.xlsx', sheet: 'Customers', row: 2, cells: {}, shown: {} };
const of = (name: string, satisfaction: number) =>
  customer({ id: name.toLowerCase(), name, does: `What ${name} does`, satisfaction, source: row });
/** North serves Acme, South serves Bolt, who was called Bolts until today; both changed their minds. */
const planAt = (acme: number, bolt: number, name: string): Plan =>
  plan({
    teams: [
      team({ goals: [goal({ id: 'n', customer: 'Acme' })] }),
      team({ id: 'south', name: 'South', goals: [goal({ id: 's', customer: name })] }),
    ],
    customers: [of('Acme', acme), of(name, bolt)],
  });
const now = planAt(8, 5, 'Bolt');
const lines = archiveOf([-20, planAt(6, 9, 'Bolts')], [-10, planAt(8, 9, 'Bolts')], [0, now]);
const history = historyOf(lines, TODAY);

function shown(without: Parameters<typeof readWithheld>[0]) {
  const { withheld } = readWithheld(without);
  const visible = withoutTeams(now, history, lines, withheld.teams);
  const past = pastOf(visible.history, visible.lines, visible.plan, TODAY);
  const snapshot = withhold(snapshotOf(visible.plan, past), visible.plan, withheld);
  const { changes, satisfaction, former } = snapshot;
  return {
    changes: changes.map(({ row: id, kind, teams }) => [id, kind, teams]),
    satisfaction: satisfaction.map(({ customer: id, known }) => [id, known.length]),
    former,
  };
}

describe('what is known of customers', () => {
  const ofAcme = ['acme', 'satisfaction', ['north']];
  const former = [{ sort: 'customer', was: 'bolts', id: 'bolt' }];

  it('is published where nothing is left out', () => {
    const { changes, satisfaction, former: names } = shown({});
    expect(changes).toEqual([['bolt', 'satisfaction', ['south']], ['bolt', 'renamed', ['south']], ofAcme]);
    expect(satisfaction).toEqual([
      ['acme', 2],
      ['bolt', 2],
    ]);
    expect(names).toEqual(former);
  });

  it('goes with the team that alone serves them', () => {
    expect(shown({ teams: ['South'] })).toEqual({
      changes: [ofAcme],
      satisfaction: [['acme', 2]],
      former: [],
    });
  });

  it('goes with the column that holds it', () => {
    expect(shown({ columns: { Customers: ['Satisfaction'] } })).toEqual({
      changes: [['bolt', 'renamed', ['south']]],
      satisfaction: [],
      former,
    });
  });

  it('goes with the sheet, and with the column that names them', () => {
    expect(shown({ sheets: ['Customers'] })).toEqual({ changes: [], satisfaction: [], former });
    expect(shown({ sheets: ['Customers'], columns: { Goals: ['Customer'] } })).toMatchObject({ former: [] });
    expect(shown({ columns: { Goals: ['Customer'] } }).changes.map(([, , teams]) => teams)).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('is known from the same day on', () => {
    expect(pastOf(history, lines, now, inDays(-11)).satisfaction.map(({ known }) => known.length)).toEqual([
      1, 1,
    ]);
  });
});
