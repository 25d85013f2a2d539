import { describe, expect, it } from 'vitest';
import { MOVES, ROW } from '../../scripts/sample/moves.ts';
import { cellOf, planRows, planRowsAt, rowNamed } from '../../scripts/sample/past.ts';

const AS_OF = '2026-06-17';
const keyOf = ([, sheet, row, column]: (typeof MOVES)[number]) => JSON.stringify([sheet, row, column]);
const chains = Map.groupBy(MOVES, keyOf);

describe('the moves of the sample plan', () => {
  it.each([...chains.values()])('lead to what the workbook holds, without a gap', (...chain) => {
    const last = chain.at(-1);
    if (last === undefined) throw new Error('an empty chain');
    const [, sheet, key, column, , to] = last;
    const row = rowNamed(planRows(), sheet, key);
    if (column !== ROW) expect(row.values.get(column) ?? null).toEqual(cellOf(column, to));
    chain.slice(1).forEach(([, , , , from], index) => {
      expect(from).toBe(chain[index]?.[5]);
    });
  });

  it('move the due day of 20 rows once, and of 5 rows more often', () => {
    const due = [...chains.values()]
      .filter(([move]) => move?.[3] === 'Due' && typeof move[5] === 'string')
      .map((chain) => chain.length);
    expect(due.filter((moves) => moves === 1)).toHaveLength(20);
    expect(due.filter((moves) => moves > 1).sort()).toEqual([2, 2, 2, 3, 3]);
  });

  it('take nothing back on the day of the plan', () => {
    expect(planRowsAt(AS_OF)).toEqual(planRows());
  });

  it('can be taken back to a day twelve weeks ago', () => {
    const then = planRowsAt('2026-03-25');
    expect(rowNamed(then, 'Milestones', 'F1-C').values.get('Due')).toEqual(new Date('2026-06-26'));
    expect(rowNamed(then, 'Goals', 'H-1').values.get('Current')).toBe(2);
    expect(rowNamed(then, 'Milestones', 'H-1.3').values.has('Done on')).toBe(false);
    expect(rowNamed(then, 'Milestones', 'H-1.2').values.has('Done on')).toBe(true);
    expect(rowNamed(then, 'Milestones', 'H-1.6').values.get('Milestone')).toBe(
      'The patients’ council is content',
    );
    expect(then.Goals).toHaveLength(planRows().Goals.length - 2);
    expect(then.Actions.some((row) => String(row?.values.get('Milestone')).startsWith('P-'))).toBe(false);
  });
});
