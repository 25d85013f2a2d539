import { addDays, dayFromIso, isoFromDay } from '../grid/day.ts';
import type { SnapshotGoal } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import type { Formats } from './format.ts';

/** A week of a forecast: the chance that the work left is done by its end. */
export interface ForecastWeek {
  readonly day: string;
  readonly chance: number;
}

/** What a forecast says, for a page. */
export interface ForecastView {
  /** `Even odds by 12 Aug, 85% sure by 2 Sept.` */
  readonly sentence: string;
  /** `From 9 weeks, in which 14 actions were done; 10 are left.` */
  readonly basis: string;
  readonly weeks: readonly ForecastWeek[];
  readonly due: string;
}

/** A goal's forecast in words and weeks; null where there is none. */
export function forecastView(
  goal: SnapshotGoal,
  asOf: string,
  formats: Formats,
  words: Words,
): ForecastView | null {
  const { forecast, forecastBasis: basis } = goal;
  const today = dayFromIso(asOf);
  if (forecast === null || basis === null || today === null) return null;
  return {
    sentence: forecastSentence(forecast, formats, words),
    basis: words.goal.basis(basis.weeks, basis.done, basis.remaining),
    weeks: basis.chances.map((chance, i) => ({ day: isoFromDay(addDays(today, 7 * (i + 1))), chance })),
    due: goal.due,
  };
}

/** The days of a forecast in words: `Even odds by 12 Aug, 85% sure by 2 Sept.` */
export function forecastSentence(
  { p50, p85 }: { readonly p50: string | null; readonly p85: string | null },
  formats: Formats,
  { goal }: Words,
): string {
  const by = (day: string | null) => (day === null ? goal.beyond : goal.by(formats.day(day)));
  return goal.evenOdds(by(p50), formats.percent(0.85), by(p85));
}
