import { slug } from '../../src/plan/name.ts';
import type { Action, Goal, Milestone, Plan, RowSource } from '../../src/plan/plan.ts';
import { planWith } from './history.ts';
import { action, goal, inDays, milestone } from './rows.ts';

/** A row to be; the numbers choose among a few values each, so that rows meet in all ways. */
export interface DrawnRow {
  readonly title: number;
  readonly due: number;
  readonly owner: number;
  readonly state: number;
  readonly number: number;
  readonly hasId: boolean;
  /** Which of the rows above it stands below, counted round. */
  readonly parent: number;
}

export interface Draw {
  readonly goals: readonly DrawnRow[];
  readonly milestones: readonly DrawnRow[];
  readonly actions: readonly DrawnRow[];
}

const TITLES = ['Call', 'Visit', 'Sign', 'Ship', 'Train', 'Meet'];
const OWNERS = [['Ann Lee'], ['Bo Ek'], []];
const STATES = ['not started', 'in progress', 'blocked', 'done', 'dropped'] as const;

/** The plan that a draw makes, with IDs as reading gives them: no two rows of a sort have one. */
export function drawnPlan({ goals, milestones, actions }: Draw): Plan {
  const tops = named(goals, () => 'north').map(({ draw, ...common }) =>
    goal({ ...common, ...fields(draw), target: draw.number, milestones: [] }),
  );
  const middles = named(milestones, ({ parent }) => turn(tops, parent)?.id).map(
    ({ draw, under, ...common }) => ({
      under,
      row: milestone({
        ...common,
        ...fields(draw),
        doneOn: STATES[draw.state] === 'done' ? inDays(draw.number) : null,
        typedProgress: draw.number / 4,
      }),
    }),
  );
  const leaves = named(actions, ({ parent }) => turn(middles, parent)?.row.id).map(
    ({ draw, under, ...common }) => ({
      under,
      row: action({ ...common, ...fields(draw), priority: draw.number === 0 ? null : `P${draw.number}` }),
    }),
  );
  return planWith(
    tops.map((top) => ({
      ...top,
      milestones: middles
        .filter(({ under }) => under === top.id)
        .map(({ row }) => ({
          ...row,
          actions: leaves.filter(({ under }) => under === row.id).map((leaf) => leaf.row),
        })),
    })),
  );
}

/** The same plan, its rows in another order. */
export function shuffled(plan: Plan, seed: number): Plan {
  const mix = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
    [...rows].sort((one, other) => hash(one.id, seed) - hash(other.id, seed));
  return {
    ...plan,
    teams: plan.teams.map((team) => ({
      ...team,
      goals: mix<Goal>(team.goals).map((each) => ({
        ...each,
        milestones: mix<Milestone>(each.milestones).map((row) => ({
          ...row,
          actions: mix<Action>(row.actions),
        })),
      })),
    })),
  };
}

function hash(text: string, seed: number): number {
  let sum = seed % 1009;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1009;
  return sum;
}

function turn<T>(rows: readonly T[], at: number): T | undefined {
  return rows.length === 0 ? undefined : rows[at % rows.length];
}

function fields({ due, owner, state, number }: DrawnRow) {
  return {
    due: inDays(due),
    owners: OWNERS[owner] ?? [],
    state: STATES[state] ?? 'not started',
    weight: number + 1,
  };
}

/** Rows with the ID of their own, or a slug; rows below nothing are left out. */
function named(draws: readonly DrawnRow[], parentOf: (draw: DrawnRow) => string | undefined) {
  const taken = new Set<string>();
  const inSlugOrder = [...draws].sort((one, other) => one.due - other.due || one.owner - other.owner);
  return inSlugOrder.flatMap((draw) => {
    const under = parentOf(draw);
    const title = TITLES[draw.title] ?? '';
    if (under === undefined) return [];
    const base = draw.hasId ? `#${draw.title}${draw.number}` : slug(under, title);
    let id = base;
    for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
    taken.add(id);
    const shown: Record<string, string> = draw.hasId ? { id } : {};
    const source: RowSource = { book: 'plan.xlsx', sheet: 'Plan', row: 2, cells: {}, shown };
    return [{ draw, under, id, title, source }];
  });
}
