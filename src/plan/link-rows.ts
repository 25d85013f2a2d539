import { type Draft, isLost, textOf } from './draft.ts';
import { giveIds } from './ids.ts';
import type { LastGoodValues, RowName } from './last-good.ts';
import { findParents, indexParents, type ParentIndex, parentOf } from './parents.ts';
import { namesIn, restoreRow } from './restore.ts';
import type { ActionRow, GoalRow, MilestoneRow } from './rows.ts';

/** A row that counts, and those that belong to it. */
export interface Linked<R, C = never> {
  readonly draft: Draft<R>;
  readonly row: R;
  readonly id: string;
  readonly children: C[];
}

export type LinkedAction = Linked<ActionRow>;
export type LinkedMilestone = Linked<MilestoneRow, LinkedAction>;
export type LinkedGoal = Linked<GoalRow, LinkedMilestone>;

export interface LinkedRows {
  /** In the order of the sheet, as are the rows below them. */
  readonly goals: readonly LinkedGoal[];
  readonly goalIndex: ParentIndex;
  readonly milestoneIndex: ParentIndex;
}

/**
 * Ties milestones to goals and actions to milestones, and gives each row its ID. What cannot be tied, and all below it,
 * is left out, and its draft says why. A cell in error counts with what it held before, where that is known.
 */
export function linkRows(
  goals: readonly Draft<GoalRow>[],
  milestones: readonly Draft<MilestoneRow>[],
  actions: readonly Draft<ActionRow>[],
  teamId: (name: string) => string | null,
  lastGood: LastGoodValues,
): LinkedRows {
  const goalNames = namesIn(goals, 'goal');
  for (const draft of goals)
    restoreRow(draft, () => goalNames(draft, teamId(textOf(draft, 'team'))), lastGood);
  giveIds(goals, (draft) => namesOf(textOf(draft, 'team'), textOf(draft, 'goal')));
  for (const draft of goals)
    draft.scope = { team: teamId(textOf(draft, 'team')), goal: draft.id, milestone: null };
  const goalIndex = indexParents(goals, (draft) =>
    pathsBelow([[textOf(draft, 'team')]], textOf(draft, 'goal')),
  );

  const goalOf = tie(milestones, 'goal', goalIndex, namesIn(milestones, 'milestone'), lastGood);
  giveIds(milestones, (draft) => namesOf(goalOf.get(draft)?.id, textOf(draft, 'milestone')));
  for (const draft of milestones)
    draft.scope = { ...(goalOf.get(draft)?.scope ?? draft.scope), milestone: draft.id };
  const milestoneIndex = indexParents(milestones, (draft) => {
    const goal = goalOf.get(draft);
    const title = goal ? textOf(goal, 'goal') : '';
    const named = [[textOf(draft, 'goal')], [title], [goal ? textOf(goal, 'id') : '']];
    return pathsBelow([...named, [goal ? textOf(goal, 'team') : '', title]], textOf(draft, 'milestone'));
  });

  const milestoneOf = tie(actions, 'milestone', milestoneIndex, namesIn(actions, 'action'), lastGood);
  giveIds(actions, (draft) => namesOf(milestoneOf.get(draft)?.id, textOf(draft, 'action')));
  for (const draft of actions) draft.scope = milestoneOf.get(draft)?.scope ?? draft.scope;

  const linkedGoals = new Map<Draft<unknown>, LinkedGoal>();
  for (const draft of goals) {
    const linked = linkedOf<GoalRow, LinkedMilestone>(draft);
    if (linked) linkedGoals.set(draft, linked);
  }
  const linkedMilestones = new Map<Draft<unknown>, LinkedMilestone>();
  hang<MilestoneRow, LinkedAction>(milestones, goalOf, linkedGoals, linkedMilestones);
  hang<ActionRow, never>(actions, milestoneOf, linkedMilestones, null);
  return { goals: [...linkedGoals.values()], goalIndex, milestoneIndex };
}

type Parents = ReadonlyMap<Draft<unknown>, Draft<unknown>>;

function tie(
  drafts: readonly Draft<unknown>[],
  field: 'goal' | 'milestone',
  index: ParentIndex,
  namesOfDraft: (draft: Draft<unknown>, parent: string | null) => readonly RowName[],
  lastGood: LastGoodValues,
): Parents {
  const parents = new Map<Draft<unknown>, Draft<unknown>>();
  const isUsable = (of: string, value: unknown): boolean =>
    of !== field || (typeof value === 'string' && findParents(index, value).length === 1);
  for (const draft of drafts) {
    let parent = parentOf(draft, field, index);
    const below = parent?.id ?? null;
    const isMended = restoreRow(draft, () => namesOfDraft(draft, below), lastGood, isUsable);
    if (parent === null && isMended) parent = parentOf(draft, field, index);
    if (parent) parents.set(draft, parent);
  }
  return parents;
}

/** The names of which a slug is made, or null where one of them is not known. */
function namesOf(parent: string | null | undefined, title: string): string[] | null {
  return parent && title ? [parent, title] : null;
}

function pathsBelow(parents: readonly (readonly string[])[], title: string): string[][] {
  return parents
    .filter((path) => path.every((name) => name !== '') && title !== '')
    .map((path) => [...path, title]);
}

function linkedOf<R, C>(draft: Draft<R>): Linked<R, C> | null {
  if (draft.row === null || draft.id === null || isLost(draft)) return null;
  return { draft, row: draft.row, id: draft.id, children: [] };
}

/** Hangs the rows that count below their parents, and keeps them by their drafts where others may hang below them. */
function hang<R, C>(
  drafts: readonly Draft<R>[],
  parentOfDraft: Parents,
  parents: ReadonlyMap<Draft<unknown>, { readonly children: Linked<R, C>[] }>,
  linked: Map<Draft<unknown>, Linked<R, C>> | null,
): void {
  for (const draft of drafts) {
    const parent = parentOfDraft.get(draft);
    const one = linkedOf<R, C>(draft);
    if (parent === undefined || one === null) continue;
    linked?.set(draft, one);
    parents.get(parent)?.children.push(one);
  }
}
