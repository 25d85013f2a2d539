import { z } from 'zod';
import * as published from './published.ts';

const text = z.string();

/** Rows that were left out because of an error, counted where the roll-up misses them. */
const leftOut = z.int().min(0);

/** Where a row stands in the workbook, for people who want to open it. */
const row = z.object({ sheet: text, row: z.int().min(1) });

/** Cells that cannot be read, and count with what they held before: what they show, and what counts, in words. */
const restored = z.array(z.object({ field: text, shown: text.nullable(), text }));

const measured = {
  measure: text.nullable(),
  unit: text.nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  current: z.number().nullable(),
};

const action = published.action.extend({
  owners: z.array(text).describe("People's IDs"),
  notes: text.nullable(),
  restored,
  row,
});

const milestone = published.milestone.extend({
  ...measured,
  owners: z.array(text),
  outcome: published.share.nullable(),
  notes: text.nullable(),
  link: text.nullable(),
  typedProgress: published.share.nullable(),
  restored,
  leftOut,
  row,
  actions: z.array(action),
});

/** What a goal's forecast stands on, for its fan chart; see the roll-up's forecast for the meaning of each. */
const forecastBasis = z.object({
  weeks: z.int(),
  done: z.int(),
  remaining: z.int(),
  /** The chance that 1, 2, 3 … weeks suffice, up to the 85 % day or the horizon. */
  chances: z.array(published.share),
});

/** How far something was at the ends of weeks past and on the as-of day, the oldest first; see the roll-up's trend. */
const trendPoint = z.object({ day: published.day, progress: published.share, expected: published.share });
const goalTrendPoint = trendPoint.extend({ actions: z.int().min(0), done: z.int().min(0) });

const goal = published.goal.extend({
  owners: z.array(text),
  notes: text.nullable(),
  link: text.nullable(),
  forecastBasis: forecastBasis.nullable(),
  trend: z.array(goalTrendPoint),
  restored,
  leftOut,
  row,
  milestones: z.array(milestone),
});

const week = z.object({ start: published.day, kept: z.int(), late: z.int(), missed: z.int() });

const fitnessCheck = published.fitnessCheck.extend({
  /** The rows that fail it. */
  rows: z.array(
    z.object({ sort: z.enum(['goal', 'milestone', 'action', 'person', 'customer']), id: text, title: text }),
  ),
});

const team = published.team.extend({
  fitness: z.array(fitnessCheck),
  trend: z.array(trendPoint),
  /** Over the last 12 full weeks, oldest first. */
  keptByWeek: z.array(week),
  leftOut,
  /** Names of the workbooks that hold rows of it. */
  sources: z.array(text),
  goals: z.array(goal),
  measures: z.array(
    z.object({
      measure: text,
      owner: text.nullable(),
      goal: z.number().nullable(),
      direction: z.enum(['up', 'down']),
      unit: text.nullable(),
      weeks: z.array(z.object({ day: published.day, value: z.number() })),
    }),
  ),
});

const person = published.person.extend({
  keptByWeek: z.array(week),
  owes: z.array(text).describe('IDs of open actions promised to others, the earliest due first'),
  awaits: z.array(text).describe('IDs of open actions that others promised, the earliest due first'),
});

const problem = published.problem.extend({
  book: text,
  /** The IDs of what the row belongs to, as far as is known. */
  scope: z.object({
    team: text.nullable(),
    goal: text.nullable(),
    milestone: text.nullable(),
    leftOut: z.boolean(),
  }),
});

const update = published.update.extend({
  aboutGoal: text.nullable(),
  aboutMilestone: text.nullable(),
});

const change = published.change.extend({
  sort: z.enum(['team', 'goal', 'milestone', 'action', 'customer']),
  title: text,
  /** IDs, by now, of what the row belongs to; its own where it is one of these. Null where it is in the plan no more. */
  team: text.nullable(),
  /** Of a customer, which has no one team: all that have a goal for it. */
  teams: z.array(text).optional(),
  goal: text.nullable(),
  milestone: text.nullable(),
  owner: text.nullable(),
  /** Of a due day that moved: by how many days, how many in all, and which of the row's moves it is. */
  move: z.object({ days: z.int(), total: z.int(), time: z.int().min(1) }).nullable(),
  /** True where a due day moved and no update says why. */
  silent: z.boolean(),
});

/** A row that has not changed for a while, with what should have. */
const quiet = z.object({
  sort: z.enum(['goal', 'milestone', 'action']),
  id: text,
  title: text,
  team: text,
  what: z.enum(['current', 'row']),
  since: published.day,
});

/** An ID that something with a page had before, and the one that it has now: addresses with the former lead on. */
const former = z.object({ sort: z.enum(['team', 'goal', 'customer', 'person']), was: text, id: text });

/** How satisfied a customer was from each day on, the oldest first; null where the cell was blank. */
const satisfaction = z.object({
  customer: text.describe("The customer's ID"),
  known: z.array(z.object({ day: published.day, value: z.number().nullable() })),
});

/** A workbook; stale where it could not be reached, so that the plan has it as it was then. */
const source = z.object({
  name: text,
  kind: z.enum(['excel', 'google']),
  stale: z.object({ since: z.iso.datetime(), why: text }).nullable(),
});

/** Of earlier forecasts whose day has passed, how many were met. */
const forecastRecord = z.object({ past: z.int().min(0), met: z.int().min(0) });

/**
 * All that the site is made from: what is published, and beside it what only the pages need. Parsing it by
 * `publishedPlan` strips the latter.
 */
export const snapshot = published.publishedPlan.extend({
  sources: z.array(source),
  problems: z.array(problem),
  teams: z.array(team),
  people: z.array(person),
  updates: z.array(update),
  changes: z.array(change),
  quiet: z.array(quiet),
  former: z.array(former),
  satisfaction: z.array(satisfaction),
  calibration: z.object({ p50: forecastRecord, p85: forecastRecord, goals: z.int().min(0) }),
  /** The first day of the history; null where there is none. */
  historyFrom: published.day.nullable(),
  /** From when on, by the clock of the plan's time zone, this is older than the schedule lets it be; null for never. */
  freshUntil: z.iso.datetime({ local: true, precision: -1 }).nullable(),
  /** Rows left out for which not even the team is known. */
  leftOut,
});

export type Snapshot = z.infer<typeof snapshot>;
export type SnapshotTeam = z.infer<typeof team>;
export type SnapshotGoal = z.infer<typeof goal>;
export type SnapshotMilestone = z.infer<typeof milestone>;
export type SnapshotAction = z.infer<typeof action>;
export type SnapshotProblem = z.infer<typeof problem>;
export type SnapshotChange = z.infer<typeof change>;
export type SnapshotPerson = z.infer<typeof person>;
export type Status = z.infer<typeof published.status>;
