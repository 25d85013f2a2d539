import { dayFromIso } from '../../grid/day.ts';
import type { SnapshotGoal, SnapshotMilestone, SnapshotTeam } from '../../snapshot/snapshot.ts';
import { held, less, number, over, share, type Term, weightedMean } from './arithmetic.ts';
import { type CountedRow, type Door, type Explanation, explanation, fine, type Sum } from './explanation.ts';

/** How a team's progress and what is expected of it were worked out; null where nothing counts. */
export function explainTeamPace(team: SnapshotTeam, door: Door): Explanation | null {
  const { links, words } = door;
  const { explain } = words;
  const goals = team.goals.filter(counts);
  if (goals.length === 0) return null;
  return explanation({
    rules: [explain.teamMean, ...dropped(team.goals.length - goals.length, door)],
    columns: [explain.goal, explain.weight, explain.done, explain.expected],
    rows: goals.map((goal) => rowOf(goal, links.goal(goal.id), door)),
    sums: means(goals, 'progress', 'expected', door),
  });
}

/** How a goal's progress and what is expected of it were worked out. */
export function explainGoalPace(goal: SnapshotGoal, team: SnapshotTeam, door: Door): Explanation {
  const { explain } = door.words;
  const done = goal.status === 'done';
  const byOutcome = goal.outcome !== null;
  const work = byOutcome ? null : explainGoalWork(goal, team, door);
  const way = paceOf(goal, door);
  const closed = done ? [explain.doneCounts] : [];
  if (work !== null) {
    const [workDone, expectedWork] = work.sums;
    return {
      ...work,
      rules: [...closed, explain.noOutcome, ...work.rules],
      sums: [
        done || !workDone ? doneSum(door) : { ...workDone, figure: 'progress' },
        ...(expectedWork ? [{ ...expectedWork, figure: 'expected' } as const] : []),
      ],
    };
  }
  const outcome = outcomeTerm(goal);
  const progress = outcome ?? share(0);
  return explanation({
    rules: [...closed, ...(byOutcome ? [explain.byOutcome] : [explain.nothingYet]), ...way.rules],
    inputs: [...(byOutcome ? measured(goal, door) : []), ...way.inputs],
    sums: [
      done ? doneSum(door) : { figure: 'progress', label: explain.done, term: progress },
      { figure: 'expected', label: explain.expected, term: way.term },
    ],
  });
}

/** How the work on a goal's milestones was worked out; null where none counts. */
export function explainGoalWork(goal: SnapshotGoal, team: SnapshotTeam, door: Door): Explanation | null {
  const { links, words } = door;
  const { explain } = words;
  const milestones = goal.milestones.filter(counts);
  if (milestones.length === 0) return null;
  return explanation({
    rules: [explain.goalMean, ...dropped(goal.milestones.length - milestones.length, door)],
    columns: [explain.milestone, explain.weight, explain.done, explain.expected],
    rows: milestones.map((each) => rowOf(each, links.milestone(team.id, each.id), door)),
    sums: means(milestones, 'work', 'expectedWork', door),
  });
}

/** How a milestone's progress and what is expected of it were worked out. Its actions are the rows. */
export function explainMilestonePace(milestone: SnapshotMilestone, door: Door): Explanation {
  const { explain } = door.words;
  const way = paceOf(milestone, door);
  const { rule, term } = progressOf(milestone, door);
  const byOutcome =
    milestone.status !== 'done' && milestone.typedProgress === null && milestone.outcome !== null;
  return explanation({
    rules: [rule, ...way.rules],
    inputs: [...(byOutcome ? measured(milestone, door) : []), ...way.inputs],
    sums: [
      { figure: 'progress', label: explain.done, term },
      { figure: 'expected', label: explain.expected, term: way.term },
    ],
  });
}

function progressOf(milestone: SnapshotMilestone, { words }: Door): { rule: string; term: Term } {
  const { explain } = words;
  if (milestone.status === 'done') return { rule: explain.doneCounts, term: share(1) };
  if (milestone.typedProgress !== null) return { rule: explain.typed, term: share(milestone.typedProgress) };
  const outcome = milestone.outcome === null ? null : outcomeTerm(milestone);
  if (outcome !== null) return { rule: explain.byOutcome, term: outcome };
  const actions = milestone.actions.filter(({ state }) => state !== 'dropped');
  if (actions.length === 0) return { rule: explain.noActions, term: share(0) };
  const weigh = (rows: typeof actions) => number(rows.reduce((sum, { weight }) => sum + weight, 0));
  const earned = weigh(actions.filter(({ state }) => state === 'done'));
  const rule = actions.every(({ weight }) => weight === 1) ? explain.actionsDone : explain.actionsByWeight;
  return { rule, term: over(earned, weigh(actions)) };
}

interface Dated {
  readonly start: string;
  readonly due: string;
}

/** An even pace from start to due, in days. */
function paceOf({ start, due }: Dated, { plan, formats, words }: Door) {
  const { explain } = words;
  const inputs = [
    { label: explain.start, value: formats.day(start) },
    { label: explain.due, value: formats.day(due) },
    { label: explain.today, value: formats.day(plan.asOf) },
  ];
  if (start >= due) return { rules: [explain.noSpan], inputs, term: share(plan.asOf >= due ? 1 : 0) };
  const days = (from: string, to: string) => number(daysOf(to) - daysOf(from));
  return {
    rules: [explain.evenPace],
    inputs,
    term: held(over(days(start, plan.asOf), days(start, due))),
  };
}

interface Measured {
  readonly outcome: number | null;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly current: number | null;
}

function outcomeTerm({ baseline, target, current, outcome }: Measured): Term | null {
  // The figures that an outcome was worked out from need not be published.
  if (baseline === null || target === null || current === null)
    return outcome === null ? null : share(outcome);
  const from = number(baseline);
  return held(over(less(number(current), from), less(number(target), from)));
}

function measured({ measure, unit, baseline, target, current }: Measured, { formats, words }: Door) {
  const { explain } = words;
  const told = [
    [explain.baseline, baseline],
    [explain.target, target],
    [explain.current, current],
  ] as const;
  return [
    ...(measure === null ? [] : [{ label: explain.measure, value: measure }]),
    ...told.flatMap(([label, value]) =>
      value === null ? [] : [{ label, value: formats.number(value, unit) }],
    ),
  ];
}

interface Weighed {
  readonly title: string;
  readonly weight: number;
  readonly progress: number;
  readonly expected: number;
}

function means(
  rows: readonly Weighed[],
  progress: 'progress' | 'work',
  expected: 'expected' | 'expectedWork',
  { words }: Door,
): Sum[] {
  const { explain } = words;
  const mean = (value: (row: Weighed) => number) =>
    weightedMean(rows.map((row) => ({ weight: row.weight, value: value(row) })));
  return [
    { figure: progress, label: explain.done, term: mean((row) => row.progress) },
    { figure: expected, label: explain.expected, term: mean((row) => row.expected) },
  ];
}

function rowOf(row: Weighed, href: string, door: Door): CountedRow {
  const write = fine(door);
  return {
    title: row.title,
    href,
    cells: [write.number(row.weight), write.percent(row.progress), write.percent(row.expected)],
  };
}

function doneSum({ words }: Door): Sum {
  return { figure: 'progress', label: words.explain.done, term: share(1) };
}

function dropped(count: number, { words }: Door): string[] {
  return count === 0 ? [] : [words.explain.dropped(count)];
}

function counts({ status }: { readonly status: string }): boolean {
  return status !== 'dropped';
}

function daysOf(iso: string): number {
  const day = dayFromIso(iso);
  if (day === null) throw new RangeError(`“${iso}” is no day`);
  return day;
}
