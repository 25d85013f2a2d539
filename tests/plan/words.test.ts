import { describe, expect, test } from 'vitest';
import { SHEET_KINDS, SHEETS } from '../../src/plan/columns.ts';
import { comparable } from '../../src/plan/name.ts';
import { headerNaming } from '../../src/plan/naming.ts';
import { statusOf } from '../../src/plan/statuses.ts';
import { directionOf, updateKind } from '../../src/plan/words.ts';

describe.each(SHEET_KINDS)('the columns of %s', (kind) => {
  const spec = SHEETS[kind];

  test('no name serves two fields, or twice', () => {
    const names = spec.columns.flatMap((column) => column.names.map(comparable));
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('');
  });

  test('fields are told apart, and the title is one of the needed', () => {
    const fields = spec.columns.map((column) => column.field);
    expect(new Set(fields).size).toBe(fields.length);
    expect(spec.columns.find((column) => column.field === spec.title)?.needed).toBe(true);
  });
});

test.each([
  ['goals', 'TARGET DATE', 'due'],
  ['goals', 'Due (dd/mm)', 'due'],
  ['goals', 'Start [day]', 'start'],
  ['goals', 'Objective*', 'goal'],
  ['goals', 'To', 'target'],
  ['milestones', '% complete', 'progress'],
  ['milestones', 'Pct of task complete', 'progress'],
  ['milestones', 'complete', null],
  ['milestones', 'Remarks', 'notes'],
  ['milestones', 'Actual end date', 'doneOn'],
  ['actions', 'Task owner', 'owner'],
  ['actions', 'assigned to', 'owner'],
  ['actions', 'Action item', 'action'],
  ['actions', 'Activity', 'action'],
  ['actions', 'For', 'promisedTo'],
  ['actions', 'Done', 'doneOn'],
  ['actions', 'S.No', null],
  ['actions', '(Due)', 'due'],
  ['actions', 'Due dd.mm.yyyy', 'due'],
  ['goals', 'Target in EUR', 'target'],
  ['goals', '3. Owner', 'owner'],
  ['goals', 'Owner, full name', 'owner'],
  ['goals', 'Due – as agreed', 'due'],
  ['actions', 'Zieltermin / Due', 'due'],
  ['goals', 'Start / Due', null],
  ['actions', 'Old, due', null],
  ['actions', '__proto__', null],
  ['actions', 'constructor', null],
] as const)('in %s the header %s is %s', (kind, header, field) => {
  expect(headerNaming(kind)(header)?.field ?? null).toBe(field);
});

test.each([
  ['To-do', 'not started', null],
  ['NOT STARTED', 'not started', null],
  ['In queue', 'not started', null],
  ['1. Open', 'not started', null],
  ['In process', 'in progress', null],
  ['WIP', 'in progress', null],
  ['Ready for review', 'in progress', null],
  ['On hold', 'blocked', null],
  ['Hold', 'blocked', null],
  ['✓', 'done', null],
  ['☑️', 'done', null],
  ['✅ Done', 'done', null],
  ['C', 'done', null],
  ['Cancelled', 'dropped', null],
  ["Won't do", 'dropped', null],
  ['N/A', 'dropped', null],
  ['🟢 On track', 'in progress', 'on track'],
  ['🟢', 'in progress', 'on track'],
  ['Green - on track', 'in progress', 'on track'],
  ['Green', 'in progress', 'on track'],
  ['🟠', 'in progress', 'at risk'],
  ['Yellow', 'in progress', 'at risk'],
  ['A', 'in progress', 'at risk'],
  ['🔴', 'in progress', 'off track'],
  ['R', 'in progress', 'off track'],
  ['Red: blocked', 'blocked', null],
])('the status %s is %s, %s', (text, state, declared) => {
  expect(statusOf(text)).toEqual({ state, declared });
});

test.each(['blue', 'x', '', '🎉', 'half', 'constructor', '__proto__', '50'])('%j is no status', (text) => {
  expect(statusOf(text)).toBeNull();
});

test('kinds of updates and directions of measures', () => {
  expect(updateKind('')).toBeNull();
  expect(updateKind('Course-correction')).toBe('course correction');
  expect(updateKind('RISK')).toBe('risk');
  expect(updateKind('constructor')).toMatchObject({ code: 'unknown-kind' });
  expect(directionOf('')).toBe('up');
  expect(directionOf('↓')).toBe('down');
  expect(directionOf('Lower is better')).toBe('down');
  expect(directionOf('toString')).toMatchObject({ code: 'unknown-direction' });
});
