import { type Day, isoFromDay, startOfWeek } from '../grid/day.ts';
import type { History, PastForecast } from './history.ts';
import type { ForecastLine } from './line.ts';

/** A goal's forecast, as it is noted. */
export interface NotedForecast {
  readonly id: string;
  readonly title: string;
  /** The team's ID. */
  readonly team: string;
  readonly p50: Day | null;
  readonly p85: Day | null;
}

/** How the forecasts of a sort came out. */
export interface Outcome {
  /** Forecasts whose goal is done, or whose day has passed. */
  readonly past: number;
  /** Those whose goal was done by their day. */
  readonly met: number;
  /** met / past; null where none is past. */
  readonly share: number | null;
}

export interface Calibration {
  /** About half of these should be met. */
  readonly p50: Outcome;
  /** About 85 % of these should be met. */
  readonly p85: Outcome;
  /** Goals with at least one forecast that is past. */
  readonly goals: number;
}

/** Lines that note the forecasts of a day, once a week a goal: none for a goal that has one of the same week. */
export function forecastLines(
  history: History,
  forecasts: readonly NotedForecast[],
  day: Day,
  weekStartsOn: number,
): ForecastLine[] {
  const week = startOfWeek(day, weekStartsOn);
  const noted = new Set(
    history.forecasts.filter((forecast) => forecast.day >= week).map(({ goal }) => goal.id),
  );
  return forecasts
    .filter(({ id }) => !noted.has(id))
    .map(({ id, title, team, p50, p85 }): ForecastLine => {
      const key = history.find('goal', id)?.key ?? id;
      return {
        day: isoFromDay(day),
        sort: 'goal',
        row: id,
        ...(key === id ? {} : { key }),
        title,
        parent: team,
        team,
        kind: 'forecast',
        p50: p50 === null ? null : isoFromDay(p50),
        p85: p85 === null ? null : isoFromDay(p85),
      };
    })
    .sort((one, other) => (one.row < other.row ? -1 : 1));
}

/**
 * How earlier forecasts came out, each week's of each goal by itself. A goal is done on the day on which the history saw
 * it done. Forecasts beyond the horizon name no day, and those of goals dropped or removed come to nothing: neither
 * counts.
 */
export function calibration(history: History, asOf: Day): Calibration {
  const forecasts = history.forecasts.filter(({ day, goal }) => day <= asOf && isLive(goal));
  const goals = new Set<string>();
  const outcomeOf = (dayOf: (forecast: PastForecast) => Day | null): Outcome => {
    let [past, met] = [0, 0];
    for (const forecast of forecasts) {
      const { doneSeen, id } = forecast.goal;
      const by = dayOf(forecast);
      if (by === null || (doneSeen === null && by >= asOf)) continue;
      past += 1;
      if (doneSeen !== null && doneSeen <= by) met += 1;
      goals.add(id);
    }
    return { past, met, share: past === 0 ? null : met / past };
  };
  const p50 = outcomeOf((forecast) => forecast.p50);
  const p85 = outcomeOf((forecast) => forecast.p85);
  return { p50, p85, goals: goals.size };
}

function isLive({ isInPlan, state }: PastForecast['goal']): boolean {
  return isInPlan && state !== 'dropped';
}
