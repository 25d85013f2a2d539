import { countText, inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** What several answer for, nobody does; nor what nobody owns. */
export const oneOwner: Check = {
  name: 'Every milestone and action has exactly one owner',
  why: 'What two people own, each may leave to the other.',
  judge({ milestones, actions }) {
    const rows = [
      ...inDueOrder(milestones.map(({ milestone }) => milestone)).map((row) => ({
        ...rowOf(row),
        sort: 'milestone' as const,
      })),
      ...inDueOrder(actions).map((row) => ({ ...rowOf(row), sort: 'action' as const })),
    ];
    if (rows.length === 0) return notMeasurable('The team has no milestones or actions yet.');
    const wrong = rows.filter(({ owners }) => owners !== 1);
    if (wrong.length === 0) return pass(`True of ${countText(rows.length, 'row')}.`);
    const where = named(wrong, ({ owners }) => (owners === 0 ? ' (no owner)' : ` (${owners} owners)`));
    return fail(`Not exactly one owner: ${where}.`, wrong);
  },
};

function rowOf({ id, title, owners }: { id: string; title: string; owners: readonly string[] }) {
  return { id, title, owners: owners.length };
}
