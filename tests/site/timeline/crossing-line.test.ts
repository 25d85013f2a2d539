import { describe, expect, it } from 'vitest';
import { crossingLines } from '../../../src/site/timeline/crossing-line.ts';
import { WIDE } from '../../../src/site/timeline/form.ts';
import type { Mark } from '../../../src/site/timeline/marks.ts';
import { goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

const MARK: Omit<Mark, 'id' | 'x' | 'y'> = {
  status: 'on track',
  barFrom: 50,
  barDone: 50,
  lateTo: null,
  slip: null,
  window: null,
  title: '',
  meta: '',
  full: '',
  href: '',
};

/** A goal in which “a” was first promised for the day before “b”, and is due after it now. */
function slipped() {
  const milestones = [milestone({ id: 'a', due: inDays(30) }), milestone({ id: 'b', due: inDays(20) })];
  const found = snapshotOf(planOf([goal({ milestones })])).teams[0]?.goals[0];
  if (!found) throw new Error('no goal');
  return {
    ...found,
    milestones: found.milestones.map((each) =>
      each.id === 'a' ? { ...each, firstDue: '2026-03-23' } : each,
    ),
  };
}

describe('the line of a milestone that slipped past another', () => {
  it('leads along the crossed day to that milestone’s mark, from above or from below', () => {
    const b = { ...MARK, id: 'b', x: 100, y: 60 };
    expect(crossingLines(slipped(), [b, { ...MARK, id: 'a', x: 130, y: 20 }], WIDE)).toEqual([
      'M130 20H100V49m-3-4l3 4 3-4',
    ]);
    expect(crossingLines(slipped(), [b, { ...MARK, id: 'a', x: 130, y: 98 }], WIDE)).toEqual([
      'M130 98H100V71m-3 4l3-4 3 4',
    ]);
  });

  it('goes over the names where both are on one line', () => {
    const marks = [
      { ...MARK, id: 'b', x: 100, y: 60 },
      { ...MARK, id: 'a', x: 300, y: 60 },
    ];
    expect(crossingLines(slipped(), marks, WIDE)).toEqual(['M300 49v-6H100V49m-3-4l3 4 3-4']);
  });

  it('is none in a goal that keeps its order', () => {
    const plain = {
      ...slipped(),
      milestones: slipped().milestones.map((each) => ({ ...each, firstDue: null })),
    };
    const marks = ['a', 'b'].map((id, i) => ({ ...MARK, id, x: 100 + i, y: 60 }));
    expect(crossingLines(plain, marks, WIDE)).toEqual([]);
  });
});
