import { quoted, said, term } from '../../grid/said.ts';
import { closest, didYouMean } from '../closest.ts';
import { nameKey } from '../name.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rules.ts';
import { customersMentioned, type Mention, oncePerName, teamsMentioned } from './mentions.ts';

type Sort = 'team' | 'customer';

/** Teams and customers with no row of their own whose name is so close to one that has a row that it may be a slip. */
export const unknownNames: Rule = (plan) => [
  ...slipsAmong('team', plan.teams, teamsMentioned(plan)),
  ...slipsAmong('customer', plan.customers, customersMentioned(plan)),
];

function slipsAmong(
  sort: Sort,
  names: Plan['teams'] | Plan['customers'],
  mentions: Iterable<Mention>,
): Problem[] {
  const known = names.filter((one) => one.source !== null).map((one) => one.name);
  const unknown = new Set(names.filter((one) => one.source === null).map((one) => nameKey(one.name)));
  if (known.length === 0) return [];
  const sheet = sort === 'team' ? 'Teams' : 'Customers';
  return oncePerName(mentions, (name) => {
    const close = unknown.has(nameKey(name)) ? closest(name, known) : [];
    if (close.length === 0) return null;
    return {
      code: `unknown-${sort}`,
      message: said`The ${term(sort)} ${quoted(name)} is not in the ${sheet} sheet, and counts as one of its own.${didYouMean(close)}`,
      fix: said`Write the name as it stands in the ${sheet} sheet, or add a row there.`,
    };
  });
}
