import { slug } from '../../plan/name.ts';
import type { SnapshotGoal, SnapshotTeam } from '../../snapshot/snapshot.ts';
import { behindLine, beyondBar, headline, standings } from '../overview.ts';
import type { Site } from '../plan.ts';
import type { ShareCard } from './card.ts';

/** A picture that is made with the site. */
export interface SharePicture {
  /** Below `/share/`, without its ending. */
  readonly name: string;
  readonly card: ShareCard;
}

/** Pictures take a while to make: goals have their own only while there are fewer than this, teams and goals together. */
const MOST_WITH_GOALS = 120;
/** Beyond, teams share the plan's. */
const MOST_TEAMS = 250;

type Door = Pick<Site, 'plan' | 'formats' | 'words' | 'origin'> & Partial<Pick<Site, 'sealed'>>;

/** All pictures of a site. None where it is not known where it is published, as their addresses must be whole, nor where it is encrypted. */
export function sharePictures(door: Door): SharePicture[] {
  const { plan, origin, sealed } = door;
  if (origin === null || sealed) return [];
  const goals = plan.teams.flatMap((team) => team.goals.map((goal) => ({ team, goal })));
  return [
    { name: 'plan', card: planCard(door) },
    ...(hasTeams(door)
      ? plan.teams.map((team) => ({ name: teamName(team.id), card: teamCard(team, door) }))
      : []),
    ...(hasGoals(door)
      ? goals.map(({ team, goal }) => ({ name: goalName(goal.id), card: goalCard(goal, team, door) }))
      : []),
  ];
}

/** The path of the picture of a page: of its goal, else of its team, else of the plan. */
export function pictureOf(door: Door, of?: { readonly team: string; readonly goal?: string }): string {
  const name =
    of?.goal !== undefined && hasGoals(door)
      ? goalName(of.goal)
      : of !== undefined && hasTeams(door)
        ? teamName(of.team)
        : 'plan';
  return `/share/${name}.png`;
}

function hasTeams({ plan }: Door): boolean {
  return plan.teams.length <= MOST_TEAMS;
}

function hasGoals({ plan }: Door): boolean {
  return plan.teams.reduce((sum, { goals }) => sum + 1 + goals.length, 0) <= MOST_WITH_GOALS;
}

const teamName = (id: string) => `teams/${slug(id)}`;
const goalName = (id: string) => `goals/${slug(id)}`;

function planCard(door: Door): ShareCard {
  const { plan, formats, words } = door;
  return {
    above: plan.title,
    title: headline(plan.teams, words),
    deck: behindLine(plan.teams, formats, words),
    status: null,
    counts: standings(plan.teams).map(({ status, count }) => ({
      status,
      text: `${count} ${words.status[status]}`,
    })),
    pace: null,
    more: null,
    below: asOf(door),
  };
}

function teamCard(team: SnapshotTeam, door: Door): ShareCard {
  const { plan, formats, words } = door;
  return {
    above: plan.title,
    title: team.name,
    deck: beyondBar(team.reasons)[0]?.text ?? '',
    status: { status: team.status, word: words.status[team.status] },
    counts: [],
    pace:
      team.progress === null || team.expected === null ? null : paceOf(team.progress, team.expected, door),
    more: team.kept.rate === null ? null : words.share.kept(formats.percent(team.kept.rate)),
    below: asOf(door),
  };
}

function goalCard(goal: SnapshotGoal, team: SnapshotTeam, door: Door): ShareCard {
  const { words, formats } = door;
  return {
    above: team.name,
    title: goal.title,
    deck: beyondBar(goal.reasons)[0]?.text ?? '',
    status: { status: goal.status, word: words.status[goal.status] },
    counts: [],
    pace: paceOf(goal.progress, goal.expected, door),
    more: words.share.due(formats.fullDay(goal.due)),
    below: asOf(door),
  };
}

function paceOf(progress: number, expected: number, { formats, words }: Door) {
  return { progress, expected, text: words.share.pace(formats.percent(progress), formats.percent(expected)) };
}

function asOf({ plan, formats, words }: Door): string {
  return `${words.page.asOf} ${formats.fullDay(plan.asOf)}`;
}
