import { inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** What several answer for, nobody does; nor what nobody owns. */
export const oneOwner: Check = {
  key: 'oneOwner',
  name: 'Every milestone and action has exactly one owner',
  judge({ milestones, actions }, { words }) {
    const say = words.fitness;
    const rows = [
      ...inDueOrder(milestones.map(({ milestone }) => milestone)).map((row) => ({
        ...rowOf(row),
        sort: 'milestone' as const,
      })),
      ...inDueOrder(actions).map((row) => ({ ...rowOf(row), sort: 'action' as const })),
    ];
    if (rows.length === 0) return notMeasurable(say.noRows);
    const wrong = rows.filter(({ owners }) => owners !== 1);
    if (wrong.length === 0) return pass(say.rows(rows.length));
    const where = named(wrong, words, ({ owners }) => say.owners(owners));
    return fail(say.notOneOwner(where), wrong);
  },
};

function rowOf({ id, title, owners }: { id: string; title: string; owners: readonly string[] }) {
  return { id, title, owners: owners.length };
}
