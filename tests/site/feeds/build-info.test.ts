import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildText, planText } from '../../../src/site/feeds/build-info.ts';
import { publishedPlan } from '../../../src/snapshot/published.ts';
import { goal, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

const plan = snapshotOf(
  planOf([goal({ milestones: [milestone({ title: 'שלום 👍', notes: 'Only for us' })] })]),
);

describe('plan.json', () => {
  it('is the published plan, without what only the pages need', () => {
    expect(publishedPlan.strict().parse(JSON.parse(planText(plan))).title).toBe('Milepost');
    expect(planText(plan)).not.toContain('Only for us');
  });
});

describe('build.json', () => {
  it('tells which plan the site is made from, by the sum of its plan.json', () => {
    expect(JSON.parse(buildText(plan))).toEqual({
      version: 1,
      asOf: '2026-03-04',
      title: 'Milepost',
      source: 'plan.xlsx',
      sources: [],
      plan: createHash('sha256')
        .update(Buffer.from(planText(plan), 'utf8'))
        .digest('hex'),
    });
  });

  it('is the same for the same plan, and another for another', () => {
    const again = snapshotOf(planOf([goal({ milestones: [milestone({ title: 'שלום 👍' })] })]));
    expect(buildText(again)).toBe(buildText(plan));
    expect(buildText(snapshotOf(planOf([goal({ milestones: [] })])))).not.toBe(buildText(plan));
  });
});
