import type { Snapshot, SnapshotTeam } from '../snapshot/snapshot.ts';
import type { addresses } from './address.ts';
import { once } from './once.ts';

/** Goals and milestones by their IDs, looked up for every update of every page. */
const places = once((teams: readonly SnapshotTeam[]) => ({
  goals: new Map(teams.flatMap((team) => team.goals.map((goal) => [goal.id, goal] as const))),
  milestones: new Map(
    teams.flatMap((team) =>
      team.goals.flatMap((goal) =>
        goal.milestones.map(({ id, title }) => [id, { id, title, teamId: team.id }] as const),
      ),
    ),
  ),
}));

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
  const { goals, milestones } = places(teams);
  const placed = aboutMilestone === null ? undefined : milestones.get(aboutMilestone);
  if (placed) return { title: placed.title, href: links.milestone(placed.teamId, placed.id) };
  const goal = aboutGoal === null || aboutMilestone !== null ? undefined : goals.get(aboutGoal);
  if (goal) return { title: goal.title, href: links.goal(goal.id) };
  return about === null ? null : { title: about, href: null };
}
