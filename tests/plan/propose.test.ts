import { expect, test } from 'vitest';
import { noLastGood } from '../../src/plan/last-good.ts';
import { readMapping } from '../../src/plan/mapping.ts';
import { mappingOf, proposeMapping } from '../../src/plan/propose.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { DEFAULT_SETTINGS } from '../../src/plan/settings.ts';
import { book, day, type Input, sheet } from '../helpers/grids.ts';
import { AS_OF, actionRow, goalRow, milestoneRow, table } from '../helpers/plans.ts';

const strange = book([
  sheet('Cover', [['Sales plan 2026'], ['Owner: the whole team']]),
  sheet('Big things', [
    ['Sales plan 2026'],
    [],
    ['Crew', 'We want', 'From when', 'Until'],
    ['North', 'Win Acme before the summer', day('2026-01-01'), day('2026-12-31')],
    ['North', 'Every ward has safe water', day('2026-01-01'), day('2026-11-30')],
    ['North', 'Two references in Spain', day('2026-02-01'), day('2026-10-31')],
  ]),
  sheet('Steps', [
    ['Belongs to', 'Step', 'Ready', 'How is it'],
    ['Win Acme before the summer', 'Pilot agreed with the lab', day('2026-03-31'), 'done'],
    ['Win Acme before the summer', 'Contract signed', day('2026-06-30'), 'open'],
    ['Every ward has safe water', 'First ward live', day('2026-07-31'), 'open'],
  ]),
  sheet('To dos', [
    ['Step', 'What next', 'Whose job', 'By'],
    ['Pilot agreed with the lab', 'Call the head of the laboratory', 'Ann Lee', day('2026-02-28')],
    ['Contract signed', 'Draft the contract and send it', 'Bo Ek', day('2026-05-31')],
    ['Contract signed', 'Ask legal for the data annex', 'Ann Lee', day('2026-05-15')],
  ]),
]);

test('a workbook with names of its own gets a mapping that reads it', () => {
  const proposals = proposeMapping(strange, null);
  const json = mappingOf(proposals);
  expect(json).toEqual({
    Goals: { from: 'Big things', team: 'Crew', goal: 'We want', start: 'From when', due: 'Until' },
    Milestones: { from: 'Steps', goal: 'Belongs to', milestone: 'Step', due: 'Ready', status: 'How is it' },
    Actions: { from: 'To dos', milestone: 'Step', action: 'What next', owner: 'Whose job', due: 'By' },
  });
  const { mapping, faults } = readMapping(JSON.parse(JSON.stringify(json)));
  expect(faults).toEqual([]);
  const { plan, problems } = readPlan(
    [strange],
    DEFAULT_SETTINGS,
    AS_OF,
    noLastGood,
    new Map([[strange, mapping]]),
  );
  expect(problems.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
  const goals = plan?.teams.flatMap((team) => team.goals) ?? [];
  expect(goals.flatMap((goal) => goal.milestones.flatMap((milestone) => milestone.actions))).toHaveLength(3);
  expect(proposals.flatMap(({ columns }) => columns).every(({ why }) => why.length > 10)).toBe(true);
});

test('each reason names what was seen', () => {
  const why = new Map(
    proposeMapping(strange, null).flatMap(({ kind, columns }) =>
      columns.map((each) => [`${kind}.${each.field}`, each.why]),
    ),
  );
  expect(why.get('milestones.goal')).toBe('3 of 3 cells name a goal');
  expect(why.get('goals.due')).toBe('3 of 3 cells are days, the latest of the columns with days');
  expect(why.get('actions.owner')).toBe('3 of 3 cells look like names of people');
});

test('of a sheet that lacks a column it asks for a value', () => {
  const rows: Input[][] = [
    ['Goal', 'Until'],
    ['Win Acme', day('2026-12-31')],
    ['Win Beta', day('2026-12-31')],
  ];
  const workbook = book([
    sheet('Goals', rows),
    table('Milestones', milestoneRow()),
    table('Actions', actionRow()),
  ]);
  expect(mappingOf(proposeMapping(workbook, null))).toEqual({
    Goals: { team: '…', start: 'YYYY-MM-DD', due: 'Until' },
  });
});

test('a plan that is as it should be needs none, and an empty workbook gets none', () => {
  const plain = book([
    table('Goals', goalRow()),
    table('Milestones', milestoneRow()),
    table('Actions', actionRow()),
  ]);
  expect(mappingOf(proposeMapping(plain, null))).toEqual({});
  expect(proposeMapping(book([sheet('Tab', [])]), null)).toEqual([]);
});
