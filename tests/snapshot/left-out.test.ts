import { expect, test } from 'vitest';
import type { ToldProblem } from '../../src/plan/problem.ts';
import { leftOutRows } from '../../src/snapshot/left-out.ts';

function problem(scope: Partial<ToldProblem['scope']>): ToldProblem {
  return {
    severity: 'error',
    code: 'bad-day',
    sheet: 'Actions',
    cell: 'D4',
    value: 'soon',
    message: '“soon” is no day.',
    fix: 'Write a day.',
    link: null,
    book: 'plan.xlsx',
    scope: { team: null, goal: null, milestone: null, leftOut: true, ...scope },
  };
}

test('a row left out counts once for each of its team, goal and milestone that is known', () => {
  const counts = leftOutRows([
    problem({ team: 'north', goal: 'win-acme', milestone: 'pilot' }),
    problem({ team: 'north', goal: 'win-acme' }),
    problem({ team: 'south' }),
  ]);
  expect([...counts.teams]).toEqual([
    ['north', 2],
    ['south', 1],
  ]);
  expect([...counts.goals]).toEqual([['win-acme', 2]]);
  expect([...counts.milestones]).toEqual([['pilot', 1]]);
  expect(counts.unplaced).toBe(0);
});

test('a row of which not even the team is known is counted apart', () => {
  const counts = leftOutRows([problem({}), problem({}), problem({ team: 'north' })]);
  expect(counts.unplaced).toBe(2);
});

test('problems by which no row was left out count nowhere', () => {
  const counts = leftOutRows([problem({ team: 'north', goal: 'win-acme', leftOut: false })]);
  expect([counts.teams.size, counts.goals.size, counts.milestones.size, counts.unplaced]).toEqual([
    0, 0, 0, 0,
  ]);
});

test('an ID that every object inherits is an ID like any other', () => {
  expect(leftOutRows([problem({ team: 'constructor' })]).teams.get('constructor')).toBe(1);
});
