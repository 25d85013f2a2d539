import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/plan.ts';
import { calendarText } from '../../../src/site/feeds/calendar.ts';
import { eventsByPerson } from '../../../src/site/feeds/calendar-events.ts';
import { personCalendarPaths, planCalendar, teamCalendar } from '../../../src/site/feeds/calendars.ts';
import { anyPlan, withRows } from '../../helpers/arbitrary-plan.ts';
import { feedSite } from '../../helpers/feed-site.ts';
import { action, doneAction, goal, inDays, milestone, person, plan, team } from '../../helpers/rows.ts';

const BO = { owners: ['Bo Ek'] };
const whole = plan({
  settings: { title: 'Clean, water' },
  teams: [
    team({
      goals: [
        goal({
          id: 'G1',
          title: 'Win Acme',
          milestones: [
            milestone({ id: 'M1', title: 'Pilot agreed', due: inDays(60), ...BO }),
            milestone({ id: 'M2', title: 'Contract', state: 'done', due: inDays(-3), doneOn: inDays(-5) }),
            milestone({ id: 'M3', title: 'Done some day', state: 'done', due: inDays(-30) }),
            milestone({ id: 'M4', title: 'Given up', state: 'dropped' }),
            milestone({
              id: 'M5',
              title: 'Go-live',
              due: inDays(90),
              owners: ['Cy Roe'],
              actions: [
                action({ id: 'A1', title: 'Call', state: 'blocked', promisedTo: 'Acme' }),
                action({ id: 'M1', title: 'Shared', owners: ['Ann Lee', 'Bo Ek'], due: inDays(-2) }),
                doneAction(inDays(-1), { id: 'A3', title: 'Done' }),
                action({ id: 'A4', title: 'Dropped', state: 'dropped' }),
                action({ id: 'A5', title: 'Nobody’s', owners: [] }),
              ],
            }),
          ],
        }),
        goal({ id: 'G2', state: 'dropped', milestones: [milestone({ id: 'M6', actions: [action()] })] }),
      ],
    }),
    team({
      id: 'south',
      name: 'South',
      goals: [goal({ id: 'G3', milestones: [milestone({ id: 'M7', due: inDays(1) })] })],
    }),
  ],
  people: [
    person(),
    person({ id: 'bo-ek', name: 'Bo Ek' }),
    person({ id: 'di', name: 'Di' }),
    person({ id: 'cy-roe', name: 'Cy Roe' }),
  ],
});
const site = feedSite(whole);

Object.assign(ICAL.design.icalendar.property, { 'x-wr-calname': { defaultType: 'text' } });

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((each) => ({
      uid: String(each.getFirstPropertyValue('uid')),
      day: String(each.getFirstPropertyValue('dtstart')),
      title: String(each.getFirstPropertyValue('summary')),
      lines: String(each.getFirstPropertyValue('description')).split('\n'),
      url: each.getFirstPropertyValue('url'),
    })),
  };
}

function ofPerson(of: Plan, id: string) {
  const path = personCalendarPaths(feedSite(of)).find(({ params }) => params.person === id);
  if (path === undefined) throw new Error(`${id} has no calendar`);
  return read(calendarText(path.props.name, '2026-03-04', path.props.events));
}

const shown = ({ day, title }: { day: string; title: string }) => `${day} ${title}`;

describe('calendar.ics', () => {
  it('has the open and done milestones of all teams, the earliest first', () => {
    const { name, events } = read(planCalendar(site));
    expect(name).toBe('Clean, water');
    expect(events.map(shown)).toEqual([
      '2026-02-02 ✓ Done some day (North)',
      '2026-02-27 ✓ Contract (North)',
      '2026-03-05 M7 (South)',
      '2026-05-03 Pilot agreed (North)',
      '2026-06-02 Go-live (North)',
    ]);
  });

  it('says how each stands and what it belongs to', () => {
    const { events } = read(planCalendar(site));
    const contract = events.find(({ title }) => title.includes('Contract'));
    expect(contract?.lines).toEqual([
      'Milestone, done as of Wednesday, 4 March 2026',
      'Done on 27 Feb 2026',
      'Due on 1 Mar',
      'Team: North',
      'Goal: Win Acme',
      'Owner: Ann Lee',
    ]);
    expect(contract?.url).toBe('https://plan.example.com/teams/north/#milestone-m2');
    expect(events.at(-1)?.lines.slice(0, 2)).toEqual([
      'Milestone, at risk as of Wednesday, 4 March 2026',
      'Blocked: “Call” (Ann Lee)',
    ]);
  });

  it('names no address where the site’s is not known', () => {
    expect(planCalendar(feedSite(whole, { origin: null }))).not.toMatch(/^URL/m);
  });

  it('is valid where there is nothing to show', () => {
    expect(read(planCalendar(feedSite(plan()))).events).toEqual([]);
  });
});

describe('a team’s calendar', () => {
  it('has its own milestones', () => {
    const [north, south] = site.plan.teams;
    if (north === undefined || south === undefined) throw new Error('teams are missing');
    expect(read(teamCalendar(site, south))).toMatchObject({
      name: 'South · Clean, water',
      events: [{ title: 'M7', day: '2026-03-05' }],
    });
    expect(read(teamCalendar(site, north)).events).toHaveLength(4);
  });
});

describe('a person’s calendar', () => {
  it('has the own milestones and the own open actions', () => {
    const ann = ofPerson(whole, 'ann-lee');
    expect(ann.name).toBe('Ann Lee · Clean, water');
    expect(ann.events.map(shown)).toEqual([
      '2026-02-02 ✓ Done some day',
      '2026-02-27 ✓ Contract',
      '2026-03-02 Shared',
      '2026-03-05 M7',
      '2026-03-11 Call',
    ]);
    expect(ann.events.at(-1)?.lines).toEqual([
      'Action, blocked as of Wednesday, 4 March 2026',
      'Promised to: Acme',
      'Team: North',
      'Goal: Win Acme',
      'Milestone: Go-live',
      'Owner: Ann Lee',
    ]);
    expect(ofPerson(whole, 'bo-ek').events.map(shown)).toEqual([
      '2026-03-02 Shared',
      '2026-05-03 Pilot agreed',
    ]);
  });

  it('is empty, not missing, for somebody who owns nothing', () => {
    expect(ofPerson(whole, 'di').events).toEqual([]);
  });

  it('has as many actions as the person’s page counts as open', () => {
    fc.assert(
      fc.property(anyPlan, (drawn) => {
        const of = feedSite(drawn);
        const events = eventsByPerson(of);
        for (const { id, open } of of.plan.people) {
          const actions = events.get(id)?.filter(({ lines }) => lines[0]?.startsWith('Action,'));
          expect(actions).toHaveLength(open);
        }
      }),
    );
  });
});

describe('the UID of an event', () => {
  it('is another for each row, and one for the same row in every calendar', () => {
    const all = read(planCalendar(site)).events;
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    const uidOf = (title: string) => all.find((each) => each.title.startsWith(title))?.uid;
    const [shared, pilot] = ofPerson(whole, 'bo-ek').events;
    expect(pilot?.uid).toBe(uidOf('Pilot agreed'));
    // An action may have the ID of a milestone.
    expect(shared?.uid).not.toBe(pilot?.uid);
  });

  it('depends neither on the order of rows nor on what they say', () => {
    const turned = withRows(whole, (rows) =>
      rows.map((row) => ({ ...row, title: `${row.title}!`, due: inDays(3) })).reverse(),
    );
    const uids = (of: Plan) => read(planCalendar(feedSite(of))).events.map(({ uid }) => uid);
    expect(uids(turned).sort()).toEqual(uids(whole).sort());
  });
});
