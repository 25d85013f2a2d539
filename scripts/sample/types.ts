import type { FirstName } from './people.ts';

/** A day of 2026 as `MM-DD`, or of any year as `YYYY-MM-DD`. Any other text is written as it stands. */
export type DayText = string;

/** A cell that is written as it stands instead of what the row says, by the header of its column. */
export type RawCells = Readonly<
  Record<string, string | number | { readonly error: '#REF!' } | { readonly formula: string }>
>;

/** What a row may have besides; all of it may be left out. */
export interface More {
  readonly id?: string;
  readonly status?: string;
  readonly weight?: number;
  readonly priority?: string;
  /** Whom it is promised to: a person by first name, or a customer or team by its name. */
  readonly to?: string;
  readonly notes?: string;
  readonly link?: string;
  readonly hidden?: boolean;
  readonly raw?: RawCells;
}

/**
 * An action: title, owner, due, how it stands, more. How it stands is the day on which it was done, or a status as
 * somebody typed it, or nothing.
 */
export type ActionLine = readonly [
  title: string,
  owner: FirstName | '',
  due: DayText,
  stands?: DayText,
  more?: More,
];

/** What is measured: name, unit, baseline, target, current. */
export type Measured = readonly [
  measure: string,
  unit: string,
  baseline: number,
  target: number,
  current: number,
];

export interface SampleMilestone extends Omit<More, 'to'> {
  readonly title: string;
  readonly kind?: string;
  readonly owner: FirstName;
  readonly start?: DayText;
  readonly due: DayText;
  readonly doneOn?: DayText;
  /** A share from 0 to 1. */
  readonly progress?: number;
  readonly measured?: Measured;
  /** What its actions name it by, where neither its ID nor its title will do. */
  readonly namedBy?: string;
  readonly actions: readonly ActionLine[];
}

export interface SampleGoal extends Omit<More, 'to'> {
  readonly title: string;
  readonly customer?: string;
  readonly forCustomer?: string;
  readonly forUs?: string;
  readonly owner: FirstName;
  readonly start: DayText;
  readonly due: DayText;
  readonly measured?: Measured;
  readonly milestones: readonly SampleMilestone[];
}

/** A team and its part of the plan. Each has habits of its own in filling in the sheet. */
export interface SampleTeam {
  readonly name: string;
  readonly leader: FirstName;
  readonly vision: string;
  /** What the team types into Status beside a day in Done on; nothing where the day is enough for it. */
  readonly doneWord: string;
  /** Whether its rows name their goal and milestone by ID, where there is one, or by title. */
  readonly refersBy: 'id' | 'title';
  readonly goals: readonly SampleGoal[];
}
