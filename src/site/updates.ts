import type { Snapshot } from '../snapshot/snapshot.ts';
import type { addresses } from './address.ts';

/** What an update is about: in the plan's words, and where it stands, if it is a goal or milestone of the plan. */
export interface About {
  readonly title: string;
  readonly href: string | null;
}

/** @returns the goal or milestone by its title, whatever the sheet names it by; else what the sheet says; null where it says nothing */
export function aboutOf(
  { about, aboutGoal, aboutMilestone }: Snapshot['updates'][number],
  { teams }: Pick<Snapshot, 'teams'>,
  links: Pick<ReturnType<typeof addresses>, 'goal' | 'milestone'>,
): About | null {
  for (const team of teams)
    for (const goal of team.goals) {
      const milestone = goal.milestones.find(({ id }) => id === aboutMilestone);
      if (milestone) return { title: milestone.title, href: links.milestone(team.id, milestone.id) };
      if (goal.id === aboutGoal && aboutMilestone === null)
        return { title: goal.title, href: links.goal(goal.id) };
    }
  return about === null ? null : { title: about, href: null };
}
