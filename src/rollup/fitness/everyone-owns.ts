import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** Everyone plays a part: each person on the team owns an open milestone or action, of this team or another. */
export const everyoneOwns: Check = {
  name: 'Everyone on the team owns an open milestone or action',
  why: 'Everyone should know how the team gets there and what part they play in it.',
  judge({ people, busy }) {
    if (people.length === 0) return notMeasurable('The People sheet puts nobody on the team.');
    const idle = people
      .filter(({ name }) => !busy.has(name))
      .map(({ id, name }) => ({ sort: 'person' as const, id, title: name }));
    if (idle.length === 0)
      return pass(people.length === 1 ? 'True of 1 person.' : `True of ${people.length} people.`);
    return fail(`Nothing open is owned by ${named(idle)}.`, idle);
  },
};
