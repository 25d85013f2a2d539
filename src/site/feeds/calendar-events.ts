import { slug } from '../../plan/name.ts';
import { compareText } from '../../rollup/wording.ts';
import type { SnapshotAction, SnapshotTeam } from '../../snapshot/snapshot.ts';
import { type PlacedMilestone, placedMilestones } from '../overview.ts';
import { isDue } from '../people.ts';
import type { CalendarEvent } from './calendar.ts';
import { absolute, type FeedSite, feedId } from './feed-site.ts';

/**
 * Milestones of teams, open ones on the day when they are due and done ones on the day when they were done, the earliest
 * first. Dropped ones are left out. @param named whether titles name the team
 */
export function milestoneEvents(
  site: FeedSite,
  teams: readonly SnapshotTeam[],
  named: boolean,
): CalendarEvent[] {
  return inOrder(live(teams).map((placed) => milestoneEvent(site, placed, named)));
}

/** By the ID of each person in the plan: the own milestones, and the own actions that are still open. */
export function eventsByPerson(site: FeedSite): ReadonlyMap<string, CalendarEvent[]> {
  const byPerson = new Map<string, CalendarEvent[]>(site.plan.people.map(({ id }) => [id, []]));
  const give = (owners: readonly string[], event: CalendarEvent) => {
    for (const owner of new Set(owners)) byPerson.get(owner)?.push(event);
  };
  for (const placed of live(site.plan.teams)) {
    const { milestone } = placed;
    if (milestone.owners.length > 0) give(milestone.owners, milestoneEvent(site, placed, false));
    for (const action of milestone.actions) {
      if (isDue(action) && action.owners.length > 0) give(action.owners, actionEvent(site, placed, action));
    }
  }
  return new Map([...byPerson].map(([id, events]) => [id, inOrder(events)]));
}

function live(teams: readonly SnapshotTeam[]): PlacedMilestone[] {
  return placedMilestones(teams).filter(({ milestone }) => milestone.status !== 'dropped');
}

function milestoneEvent(site: FeedSite, placed: PlacedMilestone, named: boolean): CalendarEvent {
  const { formats, links, words } = site;
  const say = words.feeds;
  const { team, goal, milestone } = placed;
  const { status, due, firstDue, doneOn, owner, reasons } = milestone;
  const isDone = status === 'done';
  return {
    uid: feedId(site, 'milestone', slug(milestone.id)),
    day: (isDone ? doneOn : null) ?? due,
    title: `${isDone ? '✓ ' : ''}${milestone.title}${named ? ` (${team.name})` : ''}`,
    lines: [
      say.milestoneIs(words.status[status], formats.longDay(site.plan.asOf)),
      ...reasons.map(({ text }) => text),
      ...(isDone && doneOn !== null && doneOn !== due ? [say.dueOn(formats.day(due))] : []),
      ...firstPromised(site, firstDue, due),
      say.team(team.name),
      say.goal(goal.title),
      ...(owner === null ? [] : [say.owner(owner)]),
    ],
    url: absolute(site, links.milestone(team.id, milestone.id)),
  };
}

function actionEvent(
  site: FeedSite,
  { team, goal, milestone }: PlacedMilestone,
  action: SnapshotAction,
): CalendarEvent {
  const say = site.words.feeds;
  return {
    uid: feedId(site, 'action', slug(action.id)),
    day: action.due,
    title: action.title,
    lines: [
      say.actionIs(site.words.state[action.state], site.formats.longDay(site.plan.asOf)),
      ...firstPromised(site, action.firstDue, action.due),
      ...(action.promisedTo === null ? [] : [say.promisedTo(action.promisedTo)]),
      say.team(team.name),
      say.goal(goal.title),
      say.milestone(milestone.title),
      ...(action.owner === null ? [] : [say.owner(action.owner)]),
    ],
    url: absolute(site, site.links.milestone(team.id, milestone.id)),
  };
}

function firstPromised({ formats, words }: FeedSite, firstDue: string | null, due: string): string[] {
  return firstDue === null || firstDue === due ? [] : [words.feeds.firstPromised(formats.day(firstDue))];
}

function inOrder(events: readonly CalendarEvent[]): CalendarEvent[] {
  return [...events].sort((one, other) => compareText(one.day, other.day) || compareText(one.uid, other.uid));
}
