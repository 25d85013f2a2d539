import { addDays, type Day, dayFromIso, isoFromDay } from '../../grid/day.ts';
import type { Formats } from '../format.ts';

/** What a line or a column stands for: its look, in every theme and in grey. */
export type Role =
  | 'progress'
  | 'expected'
  | 'scope'
  | 'done'
  | 'kept'
  | 'late'
  | 'missed'
  | 'soon'
  | 'sure'
  | 'satisfaction';

export interface Point {
  readonly x: Day;
  readonly y: number;
}

/** A line over days, or the columns of weeks that stand on those of the series before. */
export interface Series {
  readonly role: Role;
  readonly name: string;
  readonly points: readonly Point[];
  /** Whether each value stands until the next, instead of leading to it. */
  readonly isStepped?: boolean;
}

/** A day that is marked across the plot, such as a due day. */
export interface DayMark {
  readonly x: Day;
  readonly text: string;
  readonly isDue: boolean;
}

/** The figures behind a chart, as they are shown: the same that it draws. */
export interface FiguresTable {
  readonly head: readonly string[];
  /** The first cell is the row's head. */
  readonly rows: readonly (readonly string[])[];
}

/** A chart, before anything is drawn. */
export interface Chart {
  readonly kind: 'lines' | 'columns';
  /** The finding, in words. */
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  /** The top of the vertical axis, which begins at 0. */
  readonly top: number;
  readonly xTicks: readonly { readonly x: Day; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly series: readonly Series[];
  readonly marks: readonly DayMark[];
  readonly table: FiguresTable;
  /** What there is to know of it beside the figures, or null. */
  readonly note: string | null;
}

/** Ticks of a count: at most five, at round steps from 0, with the least top that holds the largest value. */
export function countTicks(largest: number, text: (value: number) => string) {
  const step = roundStep(Math.max(largest, 1) / 4);
  const top = Math.max(step, Math.ceil(Math.max(largest, 1) / step - 1e-9) * step);
  const ticks: { y: number; text: string }[] = [];
  for (let i = 0; i * step <= top + 1e-9; i += 1) ticks.push({ y: i * step, text: text(i * step) });
  return { top, ticks };
}

/** The least of 1, 2 and 5 times a power of ten, and at least 1, that is not below a value. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value - 1e-9) ?? power * 10;
}

/** Ticks of a share: 0, a half, all. */
export function shareTicks(formats: Formats) {
  return [0, 0.5, 1].map((y) => ({ y, text: formats.percent(y) }));
}

/** At most five days from the first to the last, whole weeks apart where the span is long enough. */
export function dayTicks(from: Day, to: Day, formats: Formats) {
  const span = Math.max(1, to - from);
  const step = span < 8 ? Math.ceil(span / 4) : Math.max(7, Math.ceil(span / 4 / 7) * 7);
  const ticks: { x: Day; text: string }[] = [];
  for (let x = from; x <= to; x = addDays(x, step)) ticks.push({ x, text: formats.day(isoFromDay(x)) });
  return ticks;
}

/** A snapshot's days have passed its schema. */
export function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`“${iso}” is no day`);
  return found;
}
