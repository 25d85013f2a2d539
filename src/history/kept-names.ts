import { z } from 'zod';
import { isoFromDay } from '../grid/day.ts';
import type { Customer, Person } from '../plan/plan.ts';

const text = z.string();

/** A customer as the history last saw it. */
export const keptCustomer = z.object({
  id: text,
  /** What it is known by through all changes of its ID. */
  key: text,
  name: text,
  satisfaction: z.number().nullable(),
  /** The rest of its row, by which it is found again under another name. */
  does: text.nullable(),
  theirCustomers: text.nullable(),
  needs: z.array(text),
  since: z.iso.date().nullable(),
});

/** A person with a row, as the history last saw it. */
export const keptPerson = z.object({
  id: text,
  key: text,
  name: text,
  team: text.nullable(),
  role: text.nullable(),
  skills: z.array(text),
  part: text.nullable(),
});

export type KeptCustomer = z.infer<typeof keptCustomer>;
export type KeptPerson = z.infer<typeof keptPerson>;

/** All customers of a plan, those that are only mentioned too. Their keys are their IDs. */
export function keptCustomers(customers: readonly Customer[]): KeptCustomer[] {
  return customers.map(({ id, name, satisfaction, does, theirCustomers, needs, since }) => ({
    id,
    key: id,
    name,
    satisfaction,
    does,
    theirCustomers,
    needs: [...needs],
    since: since === null ? null : isoFromDay(since),
  }));
}

/** The people that have a row: of one who is only mentioned nothing is known by which to find them again. */
export function keptPeople(people: readonly Person[]): KeptPerson[] {
  return people
    .filter(({ source }) => source !== null)
    .map(({ id, name, team, role, skills, part }) => ({
      id,
      key: id,
      name,
      team,
      role,
      skills: [...skills],
      part,
    }));
}
