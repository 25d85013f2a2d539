import { describe, expect, test } from 'vitest';
import { day, type Input } from '../helpers/grids.ts';
import { brief, only, readSheets } from '../helpers/plans.ts';

const milestones = (id: Input) => [{ ID: id, Milestone: 'Pilot agreed' }];

describe('an ID that is a number', () => {
  test.each<[Input, Input]>([
    [1, '01'],
    ['001', 1],
    ['1.0', '1'],
    [{ kind: 'number', value: 7, shown: '007', format: '000' }, 7],
  ])('%j is named by %j', (id, reference) => {
    const { actions, problems } = readSheets({
      milestones: milestones(id),
      actions: [{ Milestone: reference }],
    });
    expect([actions.length, brief(problems)]).toEqual([1, []]);
  });

  test('does not stand for one of two that are the same number', () => {
    const two = [{ ID: '1' }, { ID: '01', Milestone: 'Signed' }];
    const { problems } = readSheets({ milestones: two, actions: [{ Milestone: '001' }] });
    expect(brief(problems)).toContain('unknown-parent Actions!A2');
    expect(readSheets({ milestones: two, actions: [{ Milestone: '01' }] }).actions).toHaveLength(1);
  });

  test('is not every text with digits', () => {
    const { problems } = readSheets({ milestones: milestones(1), actions: [{ Milestone: '1a' }] });
    expect(brief(problems)).toContain('unknown-parent Actions!A2');
  });
});

test('a reference of which the spreadsheet made a day says so', () => {
  const { problems } = readSheets({
    milestones: milestones('1-1'),
    actions: [{ Milestone: day('2026-01-01') }],
  });
  expect(only(problems, 'unknown-parent').fix).toContain('made a day of what was typed');
});

describe('a title that two rows share', () => {
  const twins = [{ Milestone: 'Go live' }, { Milestone: 'Go live' }];
  const fixOf = (sheets: Parameters<typeof readSheets>[0]): string =>
    only(readSheets(sheets).problems, 'ambiguous-parent').fix;

  test('in one goal can only be told apart by IDs or other titles', () => {
    expect(fixOf({ milestones: twins, actions: [{ Milestone: 'Go live' }] })).toBe(
      'Give those rows IDs, or titles that differ, and write one of them here.',
    );
  });

  test('in two goals may be written with its goal', () => {
    const goals = [{}, { Goal: 'Win Beta' }];
    const two = [{ Milestone: 'Go live' }, { Milestone: 'Go live', Goal: 'Win Beta' }];
    expect(fixOf({ goals, milestones: two, actions: [{ Milestone: 'Go live' }] })).toContain(
      'Goal / Milestone',
    );
  });
});
