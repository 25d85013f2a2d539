import { z } from 'zod';

/** The sorts of row that the history follows, parents before children. */
export const SORTS = ['team', 'goal', 'milestone', 'action'] as const;
export type RowSort = (typeof SORTS)[number];
/** All that a line may be about: rows of the plan's tree, and beside it customers, and people by their IDs alone. */
export const LINE_SORTS = [...SORTS, 'customer', 'person'] as const;
export type LineSort = (typeof LINE_SORTS)[number];

/** What can happen to a row, in the order in which the events of one ID are written. */
export const EVENT_KINDS = [
  'removed',
  'added',
  'renamed',
  'parent',
  'done',
  'reopened',
  'dropped',
  'state',
  'due',
  'owner',
  'priority',
  'target',
  'current',
  'weight',
  'progress',
  'satisfaction',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const text = z.string();
/** `YYYY-MM-DD`, as text: days are compared here far more often than they are counted with. */
const day = z.iso.date();
export const sort = z.enum(SORTS);
export const state = z.enum(['not started', 'in progress', 'blocked', 'done', 'dropped']);

/** Who a row is, as far as every line tells. */
const who = {
  day,
  sort: z.enum(LINE_SORTS),
  /** The row's ID as of that day: that of the sheet, or the slug that stands for one. */
  row: text,
  /** What the row is known by through all changes of its ID; left out where that is `row`. */
  key: text.optional(),
  title: text,
  /** The ID of the row above; null for what stands below none. */
  parent: text.nullable(),
  /** The team's ID; empty for customers and people, which may have to do with several. */
  team: text,
};

/** The ID before, where a new title gave the row another. */
const was = text.optional();

/**
 * One thing that happened to one row. All but `field`, `from` and `to` tell of the row as it stands after the event; of
 * a removed row, as it stood last. Days in `from` and `to` are `YYYY-MM-DD`, several owners are parted by commas.
 */
export const event = z.object({
  ...who,
  kind: z.enum(EVENT_KINDS),
  owners: z.array(text),
  due: day.nullable(),
  field: text.nullable(),
  from: z.union([text, z.number()]).nullable(),
  to: z.union([text, z.number()]).nullable(),
  was,
  /** Seen for the first time only because the history begins here: nothing that changed. */
  baseline: z.literal(true).optional(),
  /** Of a row that is added, with those below: the rest of what the history follows. */
  state: state.optional(),
  doneOn: day.optional(),
  priority: text.optional(),
  target: z.number().optional(),
  current: z.number().optional(),
  weight: z.number().optional(),
  progress: z.number().optional(),
  /**
   * Of a row that is removed: its last start and the baseline of what it measured, which no event tells of, so that a
   * trend can count it. Null where the cell was blank; missing in archives that did not note them.
   */
  start: day.nullable().optional(),
  measuredFrom: z.number().nullable().optional(),
  /** Of a customer that is added: from 0 to 10. */
  satisfaction: z.number().optional(),
});

/** The same row goes by another ID from here on, with nothing that a reader of the plan would call a change. */
export const idLine = z.object({ ...who, kind: z.literal('id'), was });

/** The days by which a goal was forecast to be done with a chance of 50 % and of 85 %; null beyond the horizon. */
export const forecastLine = z.object({
  ...who,
  kind: z.literal('forecast'),
  p50: day.nullable(),
  p85: day.nullable(),
});

export type PlanEvent = z.infer<typeof event>;
export type IdLine = z.infer<typeof idLine>;
export type ForecastLine = z.infer<typeof forecastLine>;
/** One line of the archive. */
export type Line = PlanEvent | IdLine | ForecastLine;
/** An event of a row of the plan's tree. */
export type RowEvent = PlanEvent & { readonly sort: RowSort };

export function isEvent(one: Line): one is PlanEvent {
  return one.kind !== 'id' && one.kind !== 'forecast';
}

export function isRowEvent(one: Line): one is RowEvent {
  return isEvent(one) && one.sort !== 'customer' && one.sort !== 'person';
}

/** What a row is known by through all changes of its ID. Unique among the rows of its sort. */
export function keyOf({ key, row }: Line): string {
  return key ?? row;
}
