import { describe, expect, it } from 'vitest';
import { day } from '../../../src/site/charts/chart.ts';
import { draw, scalesOf } from '../../../src/site/charts/geometry.ts';
import { askedOf, satisfactionChart } from '../../../src/site/charts/satisfaction-chart.ts';
import { formats } from '../../../src/site/format.ts';
import { de } from '../../../src/words/de.ts';
import { en } from '../../../src/words/en.ts';

const AS_OF = '2026-03-04';
const british = formats('en-GB', AS_OF);

type Known = readonly [day: string, value: number | null];

const asked = (...known: readonly Known[]) =>
  askedOf(
    { satisfaction: [{ customer: 'acme', known: known.map(([on, value]) => ({ day: on, value })) }] },
    'acme',
  );
const chartOf = (now: number | null, ...known: readonly Known[]) =>
  satisfactionChart(asked(...known), now, AS_OF, british, en.charts);

describe('satisfaction over time', () => {
  it('is drawn in steps from 0 to 10, each value until the next, up to today', () => {
    const chart = chartOf(8, ['2026-01-05', 6], ['2026-02-02', 8]);
    if (chart === null) throw new Error('no chart');
    expect(chart).toMatchObject({ from: day('2026-01-05'), to: day(AS_OF), top: 10 });
    expect(chart.title).toBe('Up to 8, from 6 on 5 Jan.');
    expect(chart.table.rows).toEqual([
      ['5 Jan', '6'],
      ['2 Feb', '8'],
      ['4 Mar', '8'],
    ]);
    const { x, y } = scalesOf(chart);
    const [drawn] = draw(chart);
    // The height of 6 up to the day on which 8 was told, then that of 8.
    expect(drawn?.path).toBe(
      `M${x(chart.from)} ${y(6)}H${x(day('2026-02-02'))}V${y(8)}H${x(chart.to)}V${y(8)}`,
    );
  });

  it('says so where it fell, and where it is what it was', () => {
    expect(chartOf(5.5, ['2026-01-05', 7], ['2026-02-02', 5.5])?.title).toBe('Down to 5.5, from 7 on 5 Jan.');
    expect(chartOf(7, ['2026-01-05', 7], ['2026-02-02', 8], ['2026-03-02', 7])?.title).toBe(
      '7, as on 5 Jan.',
    );
    expect(
      satisfactionChart(
        asked(['2026-01-05', 7], ['2026-02-02', 5.5]),
        5.5,
        AS_OF,
        formats('de-DE', AS_OF),
        de.charts,
      )?.title,
    ).toBe('Gefallen auf 5,5, von 7 am 5. Jan.');
  });

  it('is no chart where no two values are known on different days', () => {
    expect(chartOf(null)).toBeNull();
    expect(chartOf(6, ['2026-01-05', 6])).toBeNull();
    expect(chartOf(6, ['2026-01-05', null], ['2026-02-02', 6])).toBeNull();
    expect(chartOf(6, ['2026-01-05', 6], ['2026-02-02', null], ['2026-02-09', 6])).toBeNull();
    expect(chartOf(8, ['2026-01-05', 6], ['2026-01-05', 8])).toBeNull();
    expect(satisfactionChart(askedOf({ satisfaction: [] }, 'acme'), 6, AS_OF, british, en.charts)).toBeNull();
  });

  it('ends with the last known value where the customer is asked no more', () => {
    const chart = chartOf(null, ['2026-01-05', 6], ['2026-02-02', 8], ['2026-02-16', null]);
    expect(chart?.to).toBe(day('2026-02-02'));
  });
});
