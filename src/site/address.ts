import { slug } from '../plan/name.ts';
import { onceText } from './once.ts';

/** Turns what a page is about into its address, below the path that the site is published under. */
export interface Addresses {
  /** The address of a path that starts with `/`. */
  to(path: string): string;
  team(id: string): string;
  teamTimeline(id: string): string;
  goal(id: string): string;
  /** The place on its team's page where a milestone stands. */
  milestone(teamId: string, milestoneId: string): string;
  problems(teamId?: string): string;
  person(id: string): string;
  customer(id: string): string;
  teamCalendar(id: string): string;
  personCalendar(id: string): string;
}

/**
 * @param base the path that the site is published under, such as `/` or `/plan/`
 * @param problemPage the number of the page that has a team's problems, where they are too many for one
 */
export function addresses(base: string, problemPage: (teamId: string) => number = () => 1): Addresses {
  const root = base.replace(/\/+$/, '');
  const to = (path: string) => `${root}${path}`;
  const part = onceText((id) => encodeURIComponent(slugOf(id)));
  const team = (id: string) => to(`/teams/${part(id)}/`);
  const person = (id: string) => to(`/people/${part(id)}/`);
  return {
    to,
    team,
    teamTimeline: (id) => `${team(id)}timeline/`,
    goal: (id) => to(`/goals/${part(id)}/`),
    milestone: (teamId, milestoneId) => `${team(teamId)}#${anchor('milestone', milestoneId)}`,
    person,
    customer: (id) => to(`/customers/${part(id)}/`),
    teamCalendar: (id) => `${team(id)}calendar.ics`,
    personCalendar: (id) => `${person(id)}calendar.ics`,
    problems(teamId) {
      if (teamId === undefined) return to('/problems/');
      const page = problemPage(teamId);
      return `${to('/problems/')}${page === 1 ? '' : `${page}/`}#${anchor('team', teamId)}`;
    },
  };
}

/** The id of an element for a row, such as `goal-g1`. */
export function anchor(kind: string, id: string): string {
  return `${kind}-${slugOf(id)}`;
}

/** Each milestone is linked to from many pages. */
const slugOf = onceText((id) => slug(id));
