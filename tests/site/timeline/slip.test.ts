import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/grid/day.ts';
import { formats } from '../../../src/site/format.ts';
import { timeAxis } from '../../../src/site/time-axis.ts';
import { forecastWindow } from '../../../src/site/timeline/forecast-window.ts';
import { WIDE } from '../../../src/site/timeline/form.ts';
import type { Placer } from '../../../src/site/timeline/placer.ts';
import { slipOf } from '../../../src/site/timeline/slip.ts';
import { snapshotDay } from '../../../src/site/timeline/snapshot-day.ts';
import type { SnapshotMilestone } from '../../../src/snapshot/snapshot.ts';
import { en } from '../../../src/words/en.ts';
import { goal, milestone, planOf, TODAY } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

const axis = timeAxis({
  first: addDays(TODAY, -60),
  last: addDays(TODAY, 120),
  left: WIDE.gutter,
  right: WIDE.width,
  minimumTick: 46,
  labelSize: 12,
  locale: 'en-GB',
  weekStartsOn: 1,
});
const placer: Placer = {
  axis,
  asOf: TODAY,
  formats: formats('en-GB', '2026-03-04'),
  form: WIDE,
  words: en,
  withNext: true,
  moves: new Map(),
};

/** A milestone as the snapshot has it, due on 3 May 2026. */
function snapshotMilestone(more: Partial<SnapshotMilestone>): SnapshotMilestone {
  const found = snapshotOf(planOf([goal({ milestones: [milestone()] })])).teams[0]?.goals[0]?.milestones[0];
  if (!found) throw new Error('no milestone');
  return { ...found, ...more };
}

describe('a slip', () => {
  const x = (iso: string) => axis.x(snapshotDay(iso));
  it('leads from the day first promised, and says by how many days', () => {
    const slip = slipOf(snapshotMilestone({ firstDue: '2026-04-12' }), x('2026-05-03'), placer);
    expect(slip).toMatchObject({ first: x('2026-04-12'), text: '+21 days', isTextLeft: true });
  });

  it('is none where nothing moved or nothing is known', () => {
    expect(slipOf(snapshotMilestone({ firstDue: '2026-05-03' }), 0, placer)).toBeNull();
    expect(slipOf(snapshotMilestone({ firstDue: null }), 0, placer)).toBeNull();
  });

  it('has its text on the right where the drawing begins too close on the left', () => {
    const slip = slipOf(
      snapshotMilestone({ due: '2026-01-20', firstDue: '2026-01-06' }),
      x('2026-01-20'),
      placer,
    );
    expect(slip?.isTextLeft).toBe(false);
    expect(slip?.textAt).toBe(x('2026-01-20'));
  });
});

describe('a forecast’s window', () => {
  const windowOf = (forecast: { p50: string | null; p85: string | null } | null) =>
    forecastWindow(snapshotMilestone({ forecast }), placer);

  it('is drawn where the milestone may come late', () => {
    expect(windowOf({ p50: '2026-04-22', p85: '2026-05-13' })).toEqual({
      from: axis.x(snapshotDay('2026-04-22')),
      to: axis.x(snapshotDay('2026-05-13')),
      isOpen: false,
    });
  });

  it('is open where it goes on beyond the axis, or for ever', () => {
    expect(windowOf({ p50: '2026-05-13', p85: null })?.isOpen).toBe(true);
    expect(windowOf({ p50: '2026-05-13', p85: '2027-05-13' })?.isOpen).toBe(true);
  });

  it('is none where it is in time, unknown, or all of it beyond', () => {
    expect(windowOf({ p50: '2026-04-22', p85: '2026-05-03' })).toBeNull();
    expect(windowOf(null)).toBeNull();
    expect(windowOf({ p50: null, p85: null })).toBeNull();
    expect(windowOf({ p50: '2028-01-05', p85: null })).toBeNull();
  });
});
