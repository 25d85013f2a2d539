import { addDays, type Day, dayFromParts, isoFromDay, startOfWeek } from '../grid/day.ts';
import { textWidth } from './text-width.ts';

export interface Tick {
  readonly x: number;
  /** Empty where it has no room. */
  readonly label: string;
  /** True where a larger unit begins: a quarter over months, a month over weeks. */
  readonly major: boolean;
}

/** A linear axis over calendar days, with ticks on two levels. */
export interface TimeAxis {
  readonly from: Day;
  readonly to: Day;
  /** The length of a day, in the drawing's units. */
  readonly perDay: number;
  /** Where a day begins, in the drawing's units; days outside of the axis are held at its ends. */
  x(day: Day): number;
  /** What the ticks stand for. */
  readonly unit: Unit;
  readonly ticks: readonly Tick[];
  /** Months over weeks, quarters over months, years over quarters, nothing over years. The first may have begun before. */
  readonly upper: readonly Tick[];
}

type Unit = 'week' | 'month' | 'quarter' | 'year';

const OVER: Readonly<Record<Unit, Unit | null>> = {
  week: 'month',
  month: 'quarter',
  quarter: 'year',
  year: null,
};

interface AxisOptions {
  readonly first: Day;
  readonly last: Day;
  readonly left: number;
  readonly right: number;
  /** The least room for a tick that is labelled with a month, a quarter or a year; a week's needs two thirds of it. */
  readonly minimumTick: number;
  /** The size of labels. */
  readonly labelSize: number;
  readonly locale: string;
  readonly weekStartsOn: number;
}

/** An axis that begins and ends with whole months (weeks where the span is short) and has ticks that do not crowd. */
export function timeAxis(options: AxisOptions): TimeAxis {
  const { first, last, left, right, labelSize } = options;
  const short = last - first < 70;
  const from = short ? startOfWeek(first, options.weekStartsOn) : startOfMonth(first);
  const to = short ? addDays(startOfWeek(last, options.weekStartsOn), 7) : startOfMonth(addDays(last, 31));
  const perDay = (right - left) / (to - from);
  const x = (day: Day) => left + (Math.min(Math.max(day, from), to) - from) * perDay;
  const unit = unitFor(perDay, options.minimumTick);
  const over = OVER[unit];
  const upperDays = over === null ? [] : daysOf(over, from, to, options.weekStartsOn);
  const majors = new Set(upperDays);
  const lower = labelsOf(unit, options.locale);
  const upper = over === null ? null : upperLabelsOf(over, options.locale);
  const ticksAt = (days: readonly Day[], label: (day: Day) => string) =>
    days.map((day, i) => {
      const room = x(days[i + 1] ?? to) - x(day) - LABEL_GAP;
      const text = label(day);
      const fits = textWidth(text, labelSize) <= room || i === days.length - 1;
      return { x: x(day), label: fits ? text : '', major: majors.has(day) };
    });
  return {
    from,
    to,
    perDay,
    x,
    unit,
    ticks: ticksAt(daysOf(unit, from, to, options.weekStartsOn), lower),
    upper: upper === null ? [] : ticksAt(withStart(upperDays, from), upper),
  };
}

/** Between a label and the next tick. */
const LABEL_GAP = 6;

function unitFor(pixelsADay: number, minimum: number): Unit {
  if (pixelsADay * 7 >= minimum / 1.5) return 'week';
  if (pixelsADay * 28 >= minimum) return 'month';
  return pixelsADay * 90 >= minimum ? 'quarter' : 'year';
}

/** What a tick of the lower level says: its larger unit stands above it, and is not said again. */
function labelsOf(unit: Unit, locale: string): (day: Day) => string {
  if (unit === 'week') return (day) => String(Number(isoFromDay(day).slice(8)));
  if (unit === 'month') return dateLabels(locale, { month: 'short' });
  return unit === 'quarter' ? quarterOf : yearOf;
}

function upperLabelsOf(unit: Unit, locale: string): (day: Day) => string {
  if (unit === 'month') return dateLabels(locale, { month: 'long', year: 'numeric' });
  return unit === 'quarter' ? (day) => `${quarterOf(day)} ${yearOf(day)}` : yearOf;
}

/** Formats that were made before, by locale and form: making one takes longer than a whole axis. */
const labels = new Map<string, (day: Day) => string>();

function dateLabels(locale: string, options: Intl.DateTimeFormatOptions): (day: Day) => string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = labels.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const texts = new Map<Day, string>();
  const label = (day: Day): string => {
    const text = texts.get(day) ?? format.format(new Date(isoFromDay(day)));
    texts.set(day, text);
    return text;
  };
  labels.set(key, label);
  return label;
}

const yearOf = (day: Day) => isoFromDay(day).slice(0, 4);
const quarterOf = (day: Day) => `Q${Math.ceil(Number(isoFromDay(day).slice(5, 7)) / 3)}`;

/** The days in an axis on which a unit begins. */
function daysOf(unit: Unit, from: Day, to: Day, weekStartsOn: number): Day[] {
  const days: Day[] = [];
  for (let day = firstTick(unit, from, weekStartsOn); day < to; day = nextTick(unit, day)) days.push(day);
  return days;
}

function withStart(days: readonly Day[], from: Day): readonly Day[] {
  return days[0] === from ? days : [from, ...days];
}

function firstTick(unit: Unit, from: Day, weekStartsOn: number): Day {
  if (unit === 'week') {
    const start = startOfWeek(from, weekStartsOn);
    return start < from ? addDays(start, 7) : start;
  }
  let day = startOfMonth(from);
  while (day < from || !startsUnit(unit, day)) day = nextMonth(day);
  return day;
}

function nextTick(unit: Unit, day: Day): Day {
  if (unit === 'week') return addDays(day, 7);
  let next = nextMonth(day);
  while (!startsUnit(unit, next)) next = nextMonth(next);
  return next;
}

function startsUnit(unit: Unit, day: Day): boolean {
  const month = Number(isoFromDay(day).slice(5, 7)) - 1;
  return unit === 'year' ? month === 0 : unit === 'quarter' ? month % 3 === 0 : true;
}

/** First days of months that were asked for: thousands of axes span the same. */
const monthStarts = new Map<Day, Day>();

function startOfMonth(day: Day): Day {
  const known = monthStarts.get(day);
  if (known !== undefined) return known;
  const [year, month] = isoFromDay(day).split('-').map(Number);
  const start = dayFromParts(year ?? 0, month ?? 0, 1) ?? day;
  monthStarts.set(day, start);
  return start;
}

function nextMonth(day: Day): Day {
  return startOfMonth(addDays(startOfMonth(day), 31));
}
