import { comparable } from '../../plan/name.ts';
import type { Milestone } from '../../plan/plan.ts';
import { isDropped } from '../counted.ts';
import { inDueOrder } from '../wording.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

const SIGNING = /\b(?:sign|signing|signed|signature)\b/;

/** True where a milestone's Kind says that something is signed. */
export function isSigning({ kind }: Pick<Milestone, 'kind'>): boolean {
  return kind !== null && SIGNING.test(comparable(kind));
}

/** Signing is a step on the way: a goal with a signing milestone has one due after the last of them. */
export const beyondSigning: Check = {
  key: 'beyondSigning',
  name: 'Every goal with a signing milestone has one after it',
  judge({ goals }, { words }) {
    const say = words.fitness;
    const withSigning = inDueOrder(goals).flatMap((goal) => {
      const own = goal.milestones.filter((milestone) => !isDropped(milestone));
      const signings = own.filter(isSigning).map(({ due }) => due);
      if (signings.length === 0) return [];
      const signed = Math.max(...signings);
      return [{ goal, goesOn: own.some(({ due }) => due > signed) }];
    });
    if (withSigning.length === 0) return notMeasurable(say.noSigning);
    const ending = withSigning
      .filter(({ goesOn }) => !goesOn)
      .map(({ goal: { id, title } }) => ({ sort: 'goal' as const, id, title }));
    if (ending.length === 0) return pass(say.goals(withSigning.length));
    return fail(say.endsAtSigning(named(ending, words)), ending);
  },
};
