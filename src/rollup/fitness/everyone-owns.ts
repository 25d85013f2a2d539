import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** Everyone plays a part: each person on the team owns an open milestone or action, of this team or another. */
export const everyoneOwns: Check = {
  key: 'everyoneOwns',
  name: 'Everyone on the team owns an open milestone or action',
  judge({ people, busy }, { words }) {
    const say = words.fitness;
    if (people.length === 0) return notMeasurable(say.nobody);
    const idle = people
      .filter(({ name }) => !busy.has(name))
      .map(({ id, name }) => ({ sort: 'person' as const, id, title: name }));
    if (idle.length === 0) return pass(say.people(people.length));
    return fail(say.idle(named(idle, words)), idle);
  },
};
