import { describe, expect, it } from 'vitest';
import { compare } from '../../src/history/compare.ts';
import { keptText, readKept } from '../../src/history/kept.ts';
import { linesText, readLines } from '../../src/history/read-lines.ts';
import { archiveOf, planWith } from '../helpers/history.ts';
import { told } from '../helpers/problems.ts';
import { action, goal, inDays, milestone, TODAY } from '../helpers/rows.ts';

const plan = (days: number) =>
  planWith([
    goal({ milestones: [milestone({ actions: [action({ due: inDays(days), title: 'Søg “Ærø”\n🎯' })] })] }),
  ]);
const LINES = archiveOf([0, plan(7)], [1, plan(9)]);
const TEXT = linesText(LINES);

describe('the lines of an archive', () => {
  it('are read as they were written, an object a line', () => {
    expect(TEXT.split('\n')).toHaveLength(LINES.length + 1);
    expect(readLines(TEXT, 'events.jsonl')).toEqual({ lines: LINES, problems: [] });
  });

  it('may end as on another system, and have blank ones between', () => {
    expect(readLines(`\n${TEXT.replaceAll('\n', '\r\n')}\r\n \n`, 'events.jsonl').lines).toEqual(LINES);
  });

  it('of an empty file are none', () => {
    expect(readLines('', 'events.jsonl')).toEqual({ lines: [], problems: [] });
  });

  it.each([
    ['no JSON', '<<<<<<< HEAD'],
    ['cut off', TEXT.split('\n')[0]?.slice(0, 40) ?? ''],
    ['no object', '12'],
    ['null', 'null'],
    ['of no kind that is known', '{"kind":"sung"}'],
    ['of a day that is none', JSON.stringify({ ...LINES[0], day: '2026-02-30' })],
    ['without its row', JSON.stringify({ ...LINES[0], row: undefined })],
  ])('that are %s are skipped and told by number', (_, damaged) => {
    const [first, ...rest] = TEXT.split('\n');
    const { lines, problems } = readLines([first, '', damaged, ...rest].join('\n'), 'events.jsonl');
    expect(lines).toEqual(LINES);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'damaged-history', book: 'events.jsonl' }]);
    expect(told(problems)[0]?.message).toMatch(/^Line 3 of events\.jsonl /);
  });

  it('are told one by one where several are damaged', () => {
    const { problems } = readLines(`x\n${TEXT}y\n`, 'events.jsonl');
    expect(told(problems).map(({ message }) => message.slice(0, 7))).toEqual([
      'Line 1 ',
      `Line ${LINES.length + 2} `,
    ]);
  });
});

describe('the kept plan', () => {
  const { next } = compare(null, { plan: plan(7), leftOut: [], restored: [] }, TODAY);

  it('is read as it was written, a row a line', () => {
    expect(keptText(next).split('\n')).toHaveLength(next.rows.length + 3);
    expect(readKept(keptText(next))).toEqual(next);
  });

  it('read back is the same text, and no change', () => {
    const read = readKept(keptText(next));
    expect(read && keptText(read)).toBe(keptText(next));
    expect(compare(read, { plan: plan(7), leftOut: [], restored: [] }, inDays(3)).next).toBe(read);
  });

  it.each(['', '{', '{"version":2,"day":"2026-03-04","rows":[]}', 'null'])('is none in “%s”', (text) => {
    expect(readKept(text)).toBeNull();
  });
});
