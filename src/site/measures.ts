import type { SnapshotTeam } from '../snapshot/snapshot.ts';

type Measure = SnapshotTeam['measures'][number];

export interface MeasuredWeek {
  readonly day: string;
  /** Null where the sheet has no value for the week. */
  readonly value: number | null;
  /** Whether the week reached its goal; null where there is no value or no goal. */
  readonly met: boolean | null;
}

export interface MeasureView {
  readonly measure: Measure;
  readonly weeks: readonly MeasuredWeek[];
  /** How many of the last weeks in a row met the goal, or missed it; null without a goal or a value. */
  readonly streak: { readonly met: boolean; readonly weeks: number } | null;
}

const WEEKS_SHOWN = 13;

/** The last 13 weeks of a team's measures, up to the as-of day, on the same weeks for all of them. */
export function measureViews(measures: readonly Measure[], asOf: string): MeasureView[] {
  const days = [...new Set(measures.flatMap(({ weeks }) => weeks.map(({ day }) => day)))]
    .filter((day) => day <= asOf)
    .sort()
    .slice(-WEEKS_SHOWN);
  return measures.map((measure) => {
    const values = new Map(measure.weeks.map(({ day, value }) => [day, value]));
    const weeks = days.map((day) => {
      const value = values.get(day) ?? null;
      return { day, value, met: value === null ? null : isMet(measure, value) };
    });
    return { measure, weeks, streak: streakOf(weeks) };
  });
}

/** Up: at the goal or above it. Down: at the goal or below it. Null where no goal is set. */
function isMet({ goal, direction }: Measure, value: number): boolean | null {
  if (goal === null) return null;
  return direction === 'up' ? value >= goal : value <= goal;
}

/** A week without a value ends no streak: it says nothing. */
function streakOf(weeks: readonly MeasuredWeek[]): MeasureView['streak'] {
  const known = weeks.flatMap(({ met }) => (met === null ? [] : [met])).reverse();
  const [latest] = known;
  if (latest === undefined) return null;
  const end = known.findIndex((met) => met !== latest);
  return { met: latest, weeks: end === -1 ? known.length : end };
}
