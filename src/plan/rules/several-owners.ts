import { listed, quoted, said, term } from '../../grid/said.ts';
import { nameKey } from '../name.ts';
import type { Rule } from '../rules.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A row with more than one owner: what several answer for, nobody does. */
export const severalOwners: Rule = (plan) => {
  const people = new Map(plan.people.map(({ name }) => [nameKey(name), name]));
  return [...liveRows(plan)].flatMap((live) => {
    const { owners } = live.row;
    if (owners.length < 2) return [];
    const [one = '', two = ''] = owners;
    // `Lee, Ann` may be one person, surname first, and is where there is an Ann Lee.
    const flipped = owners.length === 2 ? people.get(nameKey(`${two} ${one}`)) : undefined;
    if (flipped !== undefined) {
      const message = said`The ${term(live.sort)} has 2 owners by its cell: ${one} and ${two}. Did you mean ${quoted(flipped)}?`;
      const fix = said`Write ${flipped}, with the first name first and no comma; or leave one owner, if they are two.`;
      return [problemIn(live, { code: 'several-owners', message, fix }, 'owner')];
    }
    const message = said`The ${term(live.sort)} has ${owners.length} owners: ${listed(owners, 'and')}; expected is one who answers for it.`;
    const fix =
      live.sort === 'action'
        ? said`Leave one owner, and name the others in Notes, or give each an action.`
        : said`Leave one owner, and name the others in Notes.`;
    return [problemIn(live, { code: 'several-owners', message, fix }, 'owner')];
  });
};
