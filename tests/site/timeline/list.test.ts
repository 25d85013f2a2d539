import { describe, expect, it } from 'vitest';
import { listedMilestones } from '../../../src/site/timeline/list.ts';
import { goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

describe('milestones by date', () => {
  const { teams } = snapshotOf(
    planOf([
      goal({ id: 'g1', milestones: [milestone({ id: 'late', due: inDays(30) })] }),
      goal({ id: 'g2', milestones: [milestone({ id: 'soon', due: inDays(3) })] }),
    ]),
  );

  it('come in the order of their due days, with the goal of each', () => {
    const rows = listedMilestones(teams).map(({ milestone, goal }) => [milestone.id, goal.id]);
    expect(rows).toEqual([
      ['soon', 'g2'],
      ['late', 'g1'],
    ]);
  });

  it('say by how many days they have moved, and nothing where they have not', () => {
    const movedFrom = (firstDue: string | null) =>
      listedMilestones(
        teams.map((team) => ({
          ...team,
          goals: team.goals.map((each) => ({
            ...each,
            milestones: each.milestones.map((one) => ({ ...one, firstDue })),
          })),
        })),
      ).map(({ moved }) => moved);
    // Due on 7 March and 3 April 2026.
    expect(movedFrom('2026-03-10')).toEqual([-3, 24]);
    expect(movedFrom('2026-03-07')).toEqual([null, 27]);
    expect(movedFrom(null)).toEqual([null, null]);
  });
});
