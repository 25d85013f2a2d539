import { describe, expect, test } from 'vitest';
import type { ToldProblem } from '../../src/plan/problem.ts';
import { type CellSpec, day, type Input } from '../helpers/grids.ts';
import { brief, only, readSheets, table } from '../helpers/plans.ts';

/** A number as a cell shows it by its format. */
function number(value: number, shown = String(value), format: string | null = null): CellSpec {
  return { kind: 'number', value, shown, format };
}

/** What Excel makes of 1-1 where it is typed: the first of January, shown as a day and a month. */
const AUTOCORRECTED: CellSpec = { ...day('2026-01-01'), shown: '1-Jan', format: 'd-mmm' };

/** Errors, as `code Sheet!A1`. */
function errors(problems: readonly ToldProblem[]): string[] {
  return brief(problems.filter((problem) => problem.severity === 'error'));
}

describe('IDs and titles that look like something else', () => {
  test.each<[string, Input, Input]>([
    ['a number and the same number', number(1), number(1)],
    ['a number and its digits', number(1), '1'],
    ['digits and the number', '1', number(1)],
    ['a number as both cells show it', number(1, '001', '000'), '001'],
    ['a share as it is shown', number(0.5, '50%', '0%'), '50%'],
    ['a day in both places', AUTOCORRECTED, AUTOCORRECTED],
    ['a check box and the word', true, 'TRUE'],
    ['one dash and another', 'A-1', 'A–1'],
    ['letters in another case', 'a1', 'A1'],
    ['blanks and what nobody sees', 'Win Acme', '\u00a0Win\u200b  Acme '],
    ['line breaks', 'Win\nAcme', 'Win Acme'],
    ['letters from right to left, with their marks', '\u202bשלום\u202c', 'שָׁלוֹם'],
    ['letters beyond the first plane', '𝔉𝔬𝔬 🏔️', '𝔉𝔬𝔬 🏔'],
    ['half a character', '\ud83d', '\ud83d'],
    ['as much as a cell can hold', 'x'.repeat(32_767), 'x'.repeat(32_767)],
  ])('%s: the milestone finds its goal by ID, and by title', (_, inGoals, inMilestones) => {
    for (const column of ['ID', 'Goal']) {
      const { goals, milestones, problems } = readSheets({
        goals: [{ [column]: inGoals }],
        milestones: [{ Goal: inMilestones }],
      });
      expect(errors(problems)).toEqual([]);
      expect([goals.length, milestones.length]).toEqual([1, 1]);
      expect(goals[0]?.id).not.toBe('');
    }
  });

  test.each([
    ['1.1', '1.10'],
    ['A-1', 'A1'],
    ['1', '11'],
    ['1.1', '11'],
    ['1', 'I'],
  ])('%s and %s are two IDs', (one, other) => {
    const { milestones, problems } = readSheets({
      goals: [{ ID: one }, { ID: other, Goal: 'B' }],
      milestones: [
        { Goal: one, Milestone: 'M1' },
        { Goal: other, Milestone: 'M2' },
      ],
      actions: [],
    });
    expect(errors(problems)).toEqual([]);
    expect(milestones.map(({ title }) => title)).toEqual(['M1', 'M2']);
  });

  test('an ID that the spreadsheet made a day of is an error at its cell where the other one is not, or is found', () => {
    const { problems, milestones } = readSheets({
      goals: [{ ID: '1-1' }],
      milestones: [{ Goal: AUTOCORRECTED }],
      actions: [],
    });
    expect(errors(problems)).toEqual(milestones.length === 1 ? [] : ['unknown-parent Milestones!A2']);
    if (milestones.length === 0) expect(only(problems, 'unknown-parent').message).toContain('“1-Jan”');
  });

  test('an ID that stands twice, once as a number, leaves out the second row', () => {
    const { problems, goals } = readSheets({
      goals: [{ ID: '1' }, { ID: number(1), Goal: 'B' }],
      actions: [],
    });
    expect(goals.map(({ title }) => title)).toEqual(['Win Acme']);
    expect(only(problems, 'duplicate-id')).toMatchObject({ cell: 'E3', value: '1' });
  });

  test('actions of one title under one milestone all count, and are told apart', () => {
    const { actions, problems } = readSheets({ actions: [{}, { Action: 'call the LAB' }, {}] });
    expect(problems).toEqual([]);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(3);
  });

  test('milestones of one title are an error at the action that means one of them, and both are named', () => {
    const { actions, problems } = readSheets({ milestones: [{}, {}] });
    expect(actions).toEqual([]);
    expect(only(problems, 'ambiguous-parent')).toMatchObject({ sheet: 'Actions', cell: 'A2' });
    expect(only(problems, 'ambiguous-parent').message).toContain('Milestones!B2 and Milestones!B3');
  });
});

describe('cells as people fill them in', () => {
  test('line breaks within owners, statuses and days', () => {
    const { actions } = readSheets({
      actions: [{ Owner: 'Ann Lee\nBob Ray', Status: 'In\nprogress', Due: '2026-03-31\n', Notes: 'a\nb' }],
    });
    expect(actions[0]).toMatchObject({ owners: ['Ann Lee', 'Bob Ray'], state: 'in progress', notes: 'a\nb' });
  });

  test('as much as a cell can hold, in every cell: an error at each that cannot be read', () => {
    const page = 'x'.repeat(32_767);
    const { problems } = readSheets({
      actions: [
        { Action: page, Owner: page, Due: page, Status: page, Weight: page, Done: page, Notes: page },
      ],
    });
    expect(errors(problems)).toEqual([
      'bad-day Actions!D2',
      'unknown-status Actions!E2',
      'bad-number Actions!F2',
      'bad-day Actions!G2',
    ]);
    for (const { message, fix, value } of problems) {
      expect(message.length + fix.length + (value?.length ?? 0)).toBeLessThan(600);
    }
  });

  test.each([
    ['ann.lee@example.com', ['Ann Lee']],
    ['Ann Lee <ann@example.com>', ['Ann Lee']],
    ['Ann Lee (Sales)', ['Ann Lee']],
    ['@ann.lee', ['Ann Lee']],
    ['Ann Lee & Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['Ann Lee und Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
  ])('the owner %s', (Owner, owners) => {
    const { actions, problems } = readSheets({ actions: [{ Owner }] });
    expect(actions[0]?.owners).toEqual(owners);
    expect(problems.map(({ code }) => code)).toEqual(owners.length > 1 ? ['several-owners'] : []);
  });

  test.each([
    ['🟢 On track', 'in progress', 'on track'],
    ['Red – blocked', 'blocked', null],
    ['TBD', 'not started', null],
    ['90%', 'in progress', null],
    ['Em andamento', 'in progress', null],
    ['À FAIRE', 'not started', null],
  ])('the status %s', (Status, state, declared) => {
    const { milestones, problems } = readSheets({ milestones: [{ Status }] });
    expect(milestones[0]).toMatchObject({ state, declared });
    expect(problems).toEqual([]);
  });

  test.each([
    ['3/5', 0.6],
    ['50 %', 0.5],
    ['0,5', 0.5],
    ['TBD', null],
  ])('the progress %s', (Progress, expected) => {
    expect(readSheets({ milestones: [{ Progress }] }).milestones[0]?.typedProgress).toBe(expected);
  });

  test('a whole plan in German words', () => {
    const others = [table('Settings', { Setting: 'Zeitzone', Value: 'Europe/Berlin' })];
    const { actions, milestones, problems } = readSheets({
      goals: [{ Status: 'im Plan' }],
      milestones: [{ Due: '30. Juni 2026', Status: 'gefährdet', Progress: '40 Prozent' }],
      actions: [
        { Owner: 'Anna Groß und Bernd Ray', Due: '1. März 2026', Status: 'Erledigt', Done: '28. Feb. 2026' },
      ],
      others,
    });
    expect(milestones[0]).toMatchObject({ state: 'in progress', declared: 'at risk', typedProgress: 0.4 });
    expect(actions[0]).toMatchObject({ state: 'done', owners: ['Anna Groß', 'Bernd Ray'] });
    expect(brief(problems)).toEqual(['all-actions-done Milestones!D2', 'several-owners Actions!C2']);
  });
});
