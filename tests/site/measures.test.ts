import { describe, expect, it } from 'vitest';
import { measureViews } from '../../src/site/measures.ts';

const MONDAYS = ['2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23'];

function measured(
  values: readonly (number | null)[],
  more: { goal?: number | null; direction?: 'up' | 'down' } = {},
) {
  const weeks = values.flatMap((value, i) => (value === null ? [] : [{ day: MONDAYS[i] ?? '', value }]));
  const measure = {
    measure: 'First meetings',
    owner: null,
    goal: 6,
    direction: 'up' as const,
    unit: null,
    weeks,
    ...more,
  };
  // A second measure has a value in every week, so that all weeks are shown.
  const full = { ...measure, measure: 'All', weeks: MONDAYS.map((day) => ({ day, value: 1 })) };
  const [view] = measureViews([measure, full], '2026-02-25');
  if (!view) throw new Error('no measure');
  return view;
}

describe('a weekly measure', () => {
  it('is met at its goal or above it', () => {
    expect(measured([5, 6, 7, 8]).weeks.map(({ met }) => met)).toEqual([false, true, true, true]);
  });

  it('that should go down is met at its goal or below it', () => {
    expect(measured([5, 6, 7, 8], { direction: 'down' }).weeks.map(({ met }) => met)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('says nothing where there is no value or no goal', () => {
    expect(measured([5, null, 7, 8]).weeks[1]).toEqual({ day: '2026-02-09', value: null, met: null });
    expect(measured([5, 6, 7, 8], { goal: null })).toMatchObject({
      streak: null,
      weeks: [{ met: null }, {}, {}, {}],
    });
  });

  it('counts the last weeks in a row; a blank week ends no streak', () => {
    expect(measured([7, 5, 6, 8]).streak).toEqual({ met: true, weeks: 2 });
    expect(measured([7, 5, null, 4]).streak).toEqual({ met: false, weeks: 2 });
    expect(measured([7, 8, 9, 9]).streak).toEqual({ met: true, weeks: 4 });
  });

  it('shows no week after the as-of day, and 13 at most', () => {
    const weeks = Array.from({ length: 20 }, (_, i) => ({
      day: `2026-01-${String(i + 1).padStart(2, '0')}`,
      value: i,
    }));
    const [view] = measureViews(
      [{ measure: 'A', owner: null, goal: null, direction: 'up', unit: null, weeks }],
      '2026-01-15',
    );
    expect(view?.weeks.map(({ day }) => day)).toEqual(weeks.slice(2, 15).map(({ day }) => day));
  });
});
