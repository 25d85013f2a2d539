import { countText } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** The customers of the team's goals have their needs and their own customers named. */
export const customersKnown: Check = {
  name: 'Customers have their needs and their customers named',
  why: 'Whoever knows what a customer needs, and whom that customer has to please in turn, offers what helps instead of what is on the shelf.',
  judge({ customers }) {
    if (customers.length === 0) return notMeasurable('No goal of the team names a customer.');
    const unknown = customers
      .filter(({ needs, theirCustomers }) => needs.length === 0 || theirCustomers === null)
      .map(({ id, name, needs, theirCustomers }) => ({
        sort: 'customer' as const,
        id,
        title: name,
        lacks: [
          ...(needs.length === 0 ? ['needs'] : []),
          ...(theirCustomers === null ? ['their customers'] : []),
        ].join(' and '),
      }));
    if (unknown.length === 0) return pass(`True of ${countText(customers.length, 'customer')}.`);
    return fail(`Not named: ${named(unknown, ({ lacks }) => ` (${lacks})`)}.`, unknown);
  },
};
