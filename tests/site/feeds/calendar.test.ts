import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../src/grid/day.ts';
import { type CalendarEvent, calendarText } from '../../../src/site/feeds/calendar.ts';
import { inDays } from '../../helpers/rows.ts';

function event(more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    day: '2026-06-17',
    title: 'Pilot agreed',
    lines: ['Milestone'],
    url: null,
    ...more,
  };
}

// By RFC 5545, section 3.8.8.2, an X- property holds text; the parser leaves those that it does not know as they are.
Object.assign(ICAL.design.icalendar.property, { 'x-wr-calname': { defaultType: 'text' } });

function parse(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text));
}

function only(more: Partial<CalendarEvent>): ICAL.Component {
  const [found] = parse(calendarText('Plan', '2026-06-17', [event(more)])).getAllSubcomponents('vevent');
  if (found === undefined) throw new Error('the calendar has no event');
  return found;
}

const TITLES = [
  'Call Ann, Bo; and \\ Cy: "now"',
  'One\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:two',
  'שלום עולם, مرحبا',
  '👩‍🔬🧪 東京 '.repeat(40).trim(),
  'x'.repeat(400),
];

describe('a calendar', () => {
  it('is, for one event, these lines', () => {
    expect(calendarText('Plan', '2026-06-17', [event()]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Milepost//Milepost//EN',
      'METHOD:PUBLISH',
      'NAME:Plan',
      'X-WR-CALNAME:Plan',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:2ed6657d-e927-568b-95e1-2665a8aea6a2',
      'SEQUENCE:0',
      'DTSTAMP:20260617T000000Z',
      'DTSTART;VALUE=DATE:20260617',
      'DTEND;VALUE=DATE:20260618',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:Pilot agreed',
      'TRANSP:TRANSPARENT',
      'DESCRIPTION:Milestone',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it.each(TITLES)('holds the text %j whole, in its name, titles and descriptions', (text) => {
    const calendar = parse(calendarText(text, '2026-06-17', [event({ title: text, lines: [text, 'end'] })]));
    const plain = text.replaceAll('\r\n', '\n');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(plain);
    const [found, ...more] = calendar.getAllSubcomponents('vevent');
    expect(more).toEqual([]);
    expect(found?.getFirstPropertyValue('summary')).toBe(plain);
    expect(found?.getFirstPropertyValue('description')).toBe(`${plain}\nend`);
  });

  it('folds lines at 75 bytes, never within a character', () => {
    const text = calendarText(
      TITLES[3] ?? '',
      '2026-06-17',
      TITLES.map((title) => event({ title })),
    );
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/\p{Cs}/u);
  });

  it('drops characters that nobody can read', () => {
    expect(only({ title: 'a\u0000b\u0007c\ud800' }).getFirstPropertyValue('summary')).toBe('abc');
  });

  it('has an address where one is known, and none else', () => {
    const url = 'https://plan.example.com/teams/north/#milestone-m1';
    expect(only({ url }).getFirstPropertyValue('url')).toBe(url);
    expect(only({ url: null }).getFirstProperty('url')).toBeNull();
  });

  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-03-29', '2026-03-30'],
    ['2026-10-25', '2026-10-26'],
    ['1900-01-01', '1900-01-02'],
  ])('an event on %s ends before %s', (day, next) => {
    const start = only({ day }).getFirstProperty('dtstart');
    const end = only({ day }).getFirstProperty('dtend');
    expect([start?.type, end?.type]).toEqual(['date', 'date']);
    expect([String(start?.getFirstValue()), String(end?.getFirstValue())]).toEqual([day, next]);
  });

  it('ends nothing after the last day that there is', () => {
    expect(only({ day: '9999-12-31' }).getFirstProperty('dtend')).toBeNull();
  });

  it('is read back as it was, whatever it says', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a:;,\\"\n\'<é界👍ש '), maxLength: 200 });
    const drawn = fc.array(fc.record({ title: text, offset: fc.integer({ min: -9000, max: 9000 }) }));
    fc.assert(
      fc.property(text, drawn, (name, rows) => {
        const events = rows.map(({ title, offset }) =>
          event({ title, day: isoFromDay(inDays(offset)), lines: [title, name] }),
        );
        const found = parse(calendarText(name, '2026-06-17', events)).getAllSubcomponents('vevent');
        expect(
          found.map((each) => [
            each.getFirstPropertyValue('summary'),
            String(each.getFirstPropertyValue('dtstart')),
            each.getFirstPropertyValue('description'),
          ]),
        ).toEqual(events.map(({ title, day, lines }) => [title, day, lines.join('\n')]));
      }),
    );
  });
});
