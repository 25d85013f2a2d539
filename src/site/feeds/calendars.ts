import { slug } from '../../plan/name.ts';
import type { SnapshotTeam } from '../../snapshot/snapshot.ts';
import { calendarText } from './calendar.ts';
import { eventsByPerson, milestoneEvents } from './calendar-events.ts';
import type { FeedSite } from './feed-site.ts';

/** `calendar.ics`: the milestones of all teams. */
export function planCalendar(site: FeedSite): string {
  const { title, asOf, teams } = site.plan;
  return calendarText(title, asOf, milestoneEvents(site, teams, true));
}

/** A team's `calendar.ics`: its milestones. */
export function teamCalendar(site: FeedSite, team: SnapshotTeam): string {
  const { title, asOf } = site.plan;
  return calendarText(`${team.name} · ${title}`, asOf, milestoneEvents(site, [team], false));
}

/** One calendar a person, at the address that its ID makes: the own milestones and open actions. */
export function personCalendarPaths(site: FeedSite) {
  const events = eventsByPerson(site);
  return site.plan.people.map(({ id, name }) => ({
    params: { person: slug(id) },
    props: { name: `${name} · ${site.plan.title}`, events: events.get(id) ?? [] },
  }));
}
