import { describe, expect, it } from 'vitest';
import { forecastView } from '../../src/site/forecast.ts';
import { formats } from '../../src/site/format.ts';
import { en } from '../../src/words/en.ts';
import { action, doneAction, goal, inDays, milestone, planOf } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

const british = formats('en-GB', '2026-03-04');

describe('a forecast on a page', () => {
  it('says its days, and what it stands on', () => {
    // One action done in each of the last 12 full weeks, and two left: sure to take two weeks.
    const done = Array.from({ length: 12 }, (_, i) => doneAction(inDays(-3 - 7 * i), { id: `d${i}` }));
    const left = [action({ id: 'l1' }), action({ id: 'l2' })];
    const plan = snapshotOf(planOf([goal({ milestones: [milestone({ actions: [...done, ...left] })] })]));
    const found = plan.teams[0]?.goals[0];
    if (!found) throw new Error('no goal');
    expect(forecastView(found, plan.asOf, british, en)).toMatchObject({
      sentence: 'Even odds by 18 Mar, 85% sure by 18 Mar.',
      basis: 'From 12 weeks, in which 12 actions were done; 2 are left.',
      weeks: [
        { day: '2026-03-11', chance: 0 },
        { day: '2026-03-18', chance: 1 },
      ],
    });
  });

  it('is none without enough history', () => {
    const plan = snapshotOf(planOf([goal({ milestones: [milestone({ actions: [action()] })] })]));
    const found = plan.teams[0]?.goals[0];
    expect(found && forecastView(found, plan.asOf, british, en)).toBeNull();
  });
});
