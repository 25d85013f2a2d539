import type { Day } from '../grid/day.ts';

/** Where a row stands, so that a problem found late can still name its cell. */
export interface RowSource {
  readonly book: string;
  readonly sheet: string;
  readonly row: number;
  /** A1 address by field, for each column that the sheet has, blank cells too. */
  readonly cells: Readonly<Record<string, string>>;
  /** What each filled cell shows, by field. */
  readonly shown: Readonly<Record<string, string>>;
}

/** What an action's status says. Blank is not started. */
export type ActionState = 'not started' | 'in progress' | 'blocked' | 'done' | 'dropped';
/** What the owner of a goal or a milestone declares, against which the computed status is held. */
export type Declared = 'on track' | 'at risk' | 'off track';
/** Baseline, target and current value of what is measured; each null where its cell is blank. */
export interface Measured {
  readonly measure: string | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly current: number | null;
}

interface Row {
  /** The sheet's ID, or a slug made of the parent and the title. Unique among rows of its sort. */
  readonly id: string;
  readonly title: string;
  /** Names as the People sheet spells them, else as first written. Empty where the cell is blank. */
  readonly owners: readonly string[];
  readonly due: Day;
  /** Above 0; 1 where the cell is blank. */
  readonly weight: number;
  readonly priority: string | null;
  readonly notes: string | null;
  /** An http, https or mailto address, or null. */
  readonly link: string | null;
  readonly source: RowSource;
}

export interface Action extends Row {
  /** Done where the status says so or Done on is filled; else what the status says. */
  readonly state: ActionState;
  /** The day it was done; null where it is not done, or done without a day. */
  readonly doneOn: Day | null;
  readonly promisedTo: string | null;
}

export interface Milestone extends Row, Measured {
  readonly kind: string | null;
  readonly start: Day | null;
  /** What the Status cell says; a declared word counts as neither done nor dropped. `done` also where Done on is filled. */
  readonly state: ActionState;
  readonly declared: Declared | null;
  readonly doneOn: Day | null;
  /** A share from 0 to 1, or null where the cell is blank. */
  readonly typedProgress: number | null;
  readonly actions: readonly Action[];
}

export interface Goal extends Row, Measured {
  readonly start: Day;
  readonly customer: string | null;
  readonly forCustomer: string | null;
  readonly forUs: string | null;
  readonly state: ActionState;
  readonly declared: Declared | null;
  readonly milestones: readonly Milestone[];
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly leader: string | null;
  readonly vision: string | null;
  readonly order: number | null;
  /** Null where the team is only mentioned. */
  readonly source: RowSource | null;
  readonly goals: readonly Goal[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The team's name. */
  readonly team: string | null;
  readonly role: string | null;
  readonly skills: readonly string[];
  readonly part: string | null;
  readonly source: RowSource | null;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly does: string | null;
  readonly theirCustomers: string | null;
  readonly needs: readonly string[];
  /** 0 to 10. */
  readonly satisfaction: number | null;
  readonly since: Day | null;
  readonly source: RowSource | null;
}

export type UpdateKind = 'course correction' | 'decision' | 'risk' | 'opportunity' | 'news';

export interface Update {
  readonly day: Day;
  /** The team's ID. */
  readonly team: string;
  readonly text: string;
  readonly kind: UpdateKind | null;
  /** What it is about, as written, and the goal or milestone that names, where one does. */
  readonly about: string | null;
  readonly aboutGoal: string | null;
  readonly aboutMilestone: string | null;
  readonly by: string | null;
  readonly source: RowSource;
}

export interface WeeklyMeasure {
  readonly measure: string;
  /** The team's ID. */
  readonly team: string;
  readonly owner: string | null;
  /** What each week should reach. */
  readonly goal: number | null;
  readonly direction: 'up' | 'down';
  readonly unit: string | null;
  /** One value a week, by rising day; blank weeks are left out. */
  readonly weeks: readonly { readonly day: Day; readonly value: number }[];
  readonly source: RowSource;
}

/** The numbers that rules and pages work with. Days are whole days, shares 0 to 1. */
export interface Settings {
  readonly title: string;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tag; null where none is set, so that `3/4/2026` stays ambiguous. */
  readonly locale: string | null;
  /** ISO 4217 code. */
  readonly currency: string | null;
  /** ISO weekday: 1 is Monday. */
  readonly weekStartsOn: number;
  readonly atRiskFrom: number;
  readonly offTrackFrom: number;
  readonly stalledAfter: number;
  readonly lineOfSight: number;
  readonly tvSeconds: number;
}

/** Everything in the workbook that could be read, linked from team down to action. */
export interface Plan {
  readonly settings: Settings;
  /** By Order, then by name. */
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly customers: readonly Customer[];
  readonly updates: readonly Update[];
  readonly measures: readonly WeeklyMeasure[];
}
