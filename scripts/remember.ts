import { type Day, isoFromDay } from '../src/grid/day.ts';
import { forecastLines } from '../src/history/calibration.ts';
import { compare } from '../src/history/compare.ts';
import { type History, historyOf } from '../src/history/history.ts';
import type { Line } from '../src/history/line.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { PlanReading } from '../src/plan/read-plan.ts';
import { type Scored, scorePlan } from '../src/rollup/score.ts';
import { type Archive, writeArchive } from './archive.ts';

/** A plan with its past: rolled up, and what the archive has to learn of it. */
export interface Remembered {
  readonly history: History;
  /** The events of this pull. */
  readonly changed: readonly Line[];
  /** All lines of the archive, those of this pull too. */
  readonly lines: readonly Line[];
  readonly scored: Scored;
  /** Writes down what is new. Nothing is written where nothing is. */
  write(): void;
}

/**
 * Holds a plan against the last one seen, and rolls it up with what the history knows. A plan as of an earlier day than
 * the archive's last adds nothing to it, and sees only what was known by then.
 */
export function remember(
  archive: Archive,
  reading: PlanReading & { readonly plan: Plan },
  asOf: Day,
): Remembered {
  const { plan } = reading;
  const { lines: changed, next } = compare(archive.last, reading, asOf);
  const known = [...archive.lines, ...changed];
  const history = historyOf(known, asOf);
  const scored = scorePlan(plan, history, asOf, history.lastChange);
  const isNews = archive.last === null || isoFromDay(asOf) >= archive.last.day;
  const noted = isNews ? forecastsOf(history, scored, asOf, plan) : [];
  const lines = [...changed, ...noted];
  return {
    history,
    changed,
    scored,
    lines: [...known, ...noted],
    write: () => writeArchive(archive, lines, next),
  };
}

function forecastsOf(history: History, scored: Scored, asOf: Day, { settings }: Plan): Line[] {
  const forecasts = scored.teams.flatMap(({ team, goals }) =>
    goals.flatMap(({ goal, forecast }) =>
      forecast === null
        ? []
        : [{ id: goal.id, title: goal.title, team: team.id, p50: forecast.p50, p85: forecast.p85 }],
    ),
  );
  return forecastLines(history, forecasts, asOf, settings.weekStartsOn);
}
