import { describe, expect, it } from 'vitest';
import { addresses } from '../../src/site/address.ts';
import { aboutOf } from '../../src/site/updates.ts';
import { goal, milestone, planOf } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

const plan = snapshotOf(
  planOf([
    goal({ id: 'g1', title: 'Safe water', milestones: [milestone({ id: 'm1', title: 'Pilot agreed' })] }),
  ]),
);
const links = addresses('/plan/');
const update = (what: { about: string | null; aboutGoal?: string; aboutMilestone?: string }) => ({
  day: plan.asOf,
  team: plan.teams[0]?.id ?? '',
  text: 'It went well.',
  kind: null,
  by: null,
  aboutGoal: null,
  aboutMilestone: null,
  ...what,
});

describe('what an update is about', () => {
  it('has its title and place where the sheet names it by its ID', () => {
    expect(aboutOf(update({ about: 'M-1', aboutMilestone: 'm1' }), plan, links)).toEqual({
      title: 'Pilot agreed',
      href: links.milestone(plan.teams[0]?.id ?? '', 'm1'),
    });
    expect(aboutOf(update({ about: 'G-1', aboutGoal: 'g1' }), plan, links)).toEqual({
      title: 'Safe water',
      href: '/plan/goals/g1/',
    });
  });

  it('is what the sheet says where no row has that name, and nothing where it says nothing', () => {
    expect(aboutOf(update({ about: 'The weather' }), plan, links)).toEqual({
      title: 'The weather',
      href: null,
    });
    expect(aboutOf(update({ about: null }), plan, links)).toBeNull();
  });
});
