import ical, {
  escape as escapeText,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, dayFromIso, isoFromDay } from '../../grid/day.ts';
import { writable } from './characters.ts';

/** Something on one day. */
export interface CalendarEvent {
  /** A UUID that stays while the row's ID does. */
  readonly uid: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** The whole address of its page, where known. */
  readonly url: string | null;
}

/** How often a calendar that is subscribed to asks again, in seconds. */
const REFRESH = 6 * 60 * 60;
const LAST_DAY = '9999-12-31';

/**
 * A calendar of whole-day events, by RFC 5545. They block nobody's time. The same events give the same bytes, in any
 * time zone. @param asOf YYYY-MM-DD, which every event is stamped with
 */
export function calendarText(name: string, asOf: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    prodId: { company: 'Milepost', product: 'Milepost', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes every text but this.
    name: escapeText(writable(name), false),
    ttl: REFRESH,
    events: events.map(({ uid, day, title, lines, url }) => ({
      id: uid,
      stamp: `${asOf}T00:00:00Z`,
      start: day,
      end: dayAfter(day),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      summary: writable(title),
      description: writable(lines.join('\n')),
      url,
    })),
  });
  return `${calendar.toString()}\r\n`;
}

/** A calendar has no day after the last; without an end, an event is one day long. */
function dayAfter(iso: string): string | null {
  const day = dayFromIso(iso);
  return day === null || iso === LAST_DAY ? null : isoFromDay(addDays(day, 1));
}
