import { z } from 'zod';
import type { Day } from '../grid/day.ts';
import type { Code } from './catalogue.ts';
import type { Done } from './read-done.ts';
import type { StatusWord } from './statuses.ts';

/**
 * What a row of each sheet is, once its cells are read: fields by name, null where the cell is blank. The messages of
 * the checks are codes of the catalogue.
 */
const MISSING: Code = 'missing-cell';
const OUT_OF_RANGE: Code = 'out-of-range';
const BAD_WEIGHT: Code = 'bad-weight';

const text = z.string().nullable();
const neededText = z.string(MISSING);
const number = z.number().nullable();
/** Days are made by the readers of cells alone. */
const neededDay = z.custom<Day>((value) => typeof value === 'number', MISSING);
const day = z.custom<Day>((value) => typeof value === 'number').nullable();
const names = z.array(z.string());
const weight = z
  .number()
  .gt(0, BAD_WEIGHT)
  .nullable()
  .transform((value) => value ?? 1);
const status = z.custom<StatusWord>((value) => typeof value === 'object').nullable();
const done = z.custom<Done>((value) => typeof value === 'object');
const measured = { measure: text, unit: text, baseline: number, target: number, current: number };
const common = { id: text, weight, priority: text, status, notes: text, link: text };

export const teamRow = z.object({ team: neededText, leader: text, vision: text, order: number });

export const personRow = z.object({ name: neededText, team: text, role: text, skills: names, part: text });

export const customerRow = z.object({
  customer: neededText,
  does: text,
  theirCustomers: text,
  needs: names,
  satisfaction: z.number().min(0, OUT_OF_RANGE).max(10, OUT_OF_RANGE).nullable(),
  since: day,
});

export const goalRow = z.object({
  ...common,
  ...measured,
  team: neededText,
  goal: neededText,
  customer: text,
  forCustomer: text,
  forUs: text,
  owner: names,
  start: neededDay,
  due: neededDay,
});

export const milestoneRow = z.object({
  ...common,
  ...measured,
  goal: neededText,
  milestone: neededText,
  kind: text,
  owner: names,
  start: day,
  due: neededDay,
  doneOn: done,
  progress: z.number().min(0, OUT_OF_RANGE).max(1, OUT_OF_RANGE).nullable(),
});

export const actionRow = z.object({
  ...common,
  milestone: neededText,
  action: neededText,
  owner: names.min(1, MISSING),
  due: neededDay,
  doneOn: done,
  promisedTo: text,
});

export const updateRow = z.object({
  day: neededDay,
  team: neededText,
  update: neededText,
  kind: text,
  about: text,
  by: text,
});

export const measureRow = z.object({
  measure: neededText,
  team: neededText,
  owner: text,
  goal: number,
  direction: text,
  unit: text,
});

export type TeamRow = z.infer<typeof teamRow>;
export type PersonRow = z.infer<typeof personRow>;
export type CustomerRow = z.infer<typeof customerRow>;
export type GoalRow = z.infer<typeof goalRow>;
export type MilestoneRow = z.infer<typeof milestoneRow>;
export type ActionRow = z.infer<typeof actionRow>;
export type UpdateRow = z.infer<typeof updateRow>;
export type MeasureRow = z.infer<typeof measureRow>;
