import { addDays, type Day, dayFromParts, isoFromDay, startOfWeek } from '../grid/day.ts';

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** True where a larger unit begins: a year over months, a month over weeks. */
  readonly major: boolean;
}

/** A linear axis over calendar days. */
export interface TimeAxis {
  readonly from: Day;
  readonly to: Day;
  /** Where a day begins, in the drawing's units; days outside of the axis are held at its ends. */
  x(day: Day): number;
  readonly ticks: readonly Tick[];
}

type Unit = 'week' | 'month' | 'quarter' | 'year';

interface AxisOptions {
  readonly first: Day;
  readonly last: Day;
  readonly left: number;
  readonly right: number;
  /** The least room for a tick's label. */
  readonly minimumTick: number;
  readonly locale: string;
  readonly weekStartsOn: number;
}

/** An axis that begins and ends with whole months (weeks where the span is short) and has ticks that do not crowd. */
export function timeAxis(options: AxisOptions): TimeAxis {
  const { first, last, left, right } = options;
  const short = last - first < 70;
  const from = short ? startOfWeek(first, options.weekStartsOn) : startOfMonth(first);
  const to = short ? addDays(startOfWeek(last, options.weekStartsOn), 7) : startOfMonth(addDays(last, 31));
  const scale = (right - left) / (to - from);
  const x = (day: Day) => left + (Math.min(Math.max(day, from), to) - from) * scale;
  const unit = unitFor(scale, options.minimumTick);
  return { from, to, x, ticks: ticksOf(unit, from, to, x, options) };
}

function unitFor(pixelsADay: number, minimum: number): Unit {
  if (pixelsADay * 7 >= minimum) return 'week';
  if (pixelsADay * 28 >= minimum) return 'month';
  return pixelsADay * 90 >= minimum ? 'quarter' : 'year';
}

function ticksOf(unit: Unit, from: Day, to: Day, x: (day: Day) => number, options: AxisOptions): Tick[] {
  const month = new Intl.DateTimeFormat(options.locale, { month: 'short', timeZone: 'UTC' });
  const dayMonth = new Intl.DateTimeFormat(options.locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const ticks: Tick[] = [];
  for (let day = firstTick(unit, from, options.weekStartsOn); day < to; day = nextTick(unit, day)) {
    const date = new Date(isoFromDay(day));
    const january = date.getUTCMonth() === 0;
    const year = String(date.getUTCFullYear());
    if (unit === 'week')
      ticks.push({ x: x(day), label: dayMonth.format(date), major: date.getUTCDate() <= 7 });
    else if (unit === 'year') ticks.push({ x: x(day), label: year, major: true });
    else {
      const name = unit === 'month' ? month.format(date) : `Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
      const withYear = january || ticks.length === 0;
      ticks.push({ x: x(day), label: withYear ? `${name} ${year}` : name, major: january });
    }
  }
  return dropCrowded(ticks, options.minimumTick);
}

/** A label with a year is wider: a narrow one close behind it gives way, and a first one to a year close behind it. */
function dropCrowded(ticks: Tick[], minimum: number): Tick[] {
  const isWide = ({ label }: Tick) => label.length >= 7;
  const isClose = (tick: Tick, next: Tick | undefined) =>
    next !== undefined && isWide(tick) && next.x - tick.x < minimum * 1.6;
  return ticks.map((tick, i) => {
    const [before, after] = [ticks[i - 1], ticks[i + 1]];
    const givesWay =
      (i === 0 && isClose(tick, after) && after?.major) || (before && isClose(before, tick) && !tick.major);
    return givesWay ? { ...tick, label: '' } : tick;
  });
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

function startOfMonth(day: Day): Day {
  const [year, month] = isoFromDay(day).split('-').map(Number);
  return dayFromParts(year ?? 0, month ?? 0, 1) ?? day;
}

function nextMonth(day: Day): Day {
  return startOfMonth(addDays(startOfMonth(day), 31));
}
