import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** The customers of the team's goals have their needs and their own customers named. */
export const customersKnown: Check = {
  key: 'customersKnown',
  name: 'Customers have their needs and their customers named',
  judge({ customers }, { words }) {
    const say = words.fitness;
    if (customers.length === 0) return notMeasurable(say.noCustomer);
    const unknown = customers
      .filter(({ needs, theirCustomers }) => needs.length === 0 || theirCustomers === null)
      .map(({ id, name, needs, theirCustomers }) => ({
        sort: 'customer' as const,
        id,
        title: name,
        lacks: [
          ...(needs.length === 0 ? [say.needs] : []),
          ...(theirCustomers === null ? [say.theirCustomers] : []),
        ].reduce(say.both),
      }));
    if (unknown.length === 0) return pass(say.customers(customers.length));
    return fail(say.notNamed(named(unknown, words, ({ lacks }) => ` (${lacks})`)), unknown);
  },
};
