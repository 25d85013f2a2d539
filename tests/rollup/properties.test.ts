import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noHistory } from '../../src/history/promises.ts';
import type { Action, ActionState, Goal, Milestone, Plan } from '../../src/plan/plan.ts';
import { scorePlan } from '../../src/rollup/score.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { action, goal, inDays, milestone, person, plan, TODAY, team } from '../helpers/rows.ts';

const OWNERS = ['Ann Lee', 'Bo Ek', 'Cy Roe'];

const dayFrom = (from: number, to: number) => fc.integer({ min: from, max: to }).map(inDays);
const weight = fc.constantFrom(0.1, 0.5, 1, 1, 2, 3, 7);
const priority = fc.constant(null);
/** Often where limits are: today, yesterday, two weeks either way. */
const soon = fc.oneof(dayFrom(-60, 60), fc.constantFrom(-15, -14, -1, 0, 6, 7, 14, 15).map(inDays));
const owners = fc.subarray(OWNERS, { minLength: 1 });
const measured = fc.oneof(
  fc.constant({ baseline: null, target: null, current: null }),
  fc.record({
    baseline: fc.integer({ min: -20, max: 20 }),
    target: fc.integer({ min: -20, max: 20 }),
    current: fc.option(fc.integer({ min: -30, max: 30 })),
  }),
);

function stateOf<S extends ActionState>(...states: readonly S[]) {
  return fc.constantFrom(...states);
}

const someAction = fc
  .record({
    due: soon,
    weight,
    priority,
    owners,
    state: stateOf('not started', 'in progress', 'blocked', 'done', 'done', 'dropped'),
    on: fc.option(dayFrom(-80, 1)),
  })
  .map(({ on, ...more }) => action({ ...more, doneOn: more.state === 'done' ? on : null }));

const someMilestone = fc
  .record({
    start: fc.option(dayFrom(-90, 20)),
    due: dayFrom(-20, 120),
    weight,
    priority,
    owners,
    state: stateOf('not started', 'in progress', 'in progress', 'done', 'dropped'),
    typedProgress: fc.option(fc.constantFrom(0, 0.15, 0.4, 0.9, 1), { freq: 2 }),
    measured,
    actions: fc.array(someAction, { maxLength: 5 }),
  })
  .map(({ measured: values, ...more }) => milestone({ ...values, ...more }));

const someGoal = fc
  .record({
    start: dayFrom(-120, 10),
    due: dayFrom(-10, 200),
    weight,
    priority,
    owners,
    state: stateOf('not started', 'in progress', 'in progress', 'done', 'dropped'),
    measured,
    milestones: fc.array(someMilestone, { maxLength: 4 }),
  })
  .map(({ measured: values, ...more }) => goal({ ...values, ...more }));

/** A plan whose rows know each other by IDs that do not depend on where they stand. */
const somePlan = fc
  .array(fc.array(someGoal, { maxLength: 4 }), { minLength: 1, maxLength: 2 })
  .map((teams) => {
    let next = 0;
    const id = (sort: string) => `${sort}-${next++}`;
    return plan({
      people: OWNERS.map((name) => person({ id: name, name })),
      teams: teams.map((goals, index) =>
        team({
          id: `team-${index}`,
          name: `Team ${index}`,
          goals: goals.map((each) => ({
            ...each,
            id: id('goal'),
            milestones: each.milestones.map((one) => ({
              ...one,
              id: id('milestone'),
              actions: one.actions.map((other) => ({ ...other, id: id('action') })),
            })),
          })),
        }),
      ),
    });
  });

function changed(
  of: Plan,
  change: { goals?: Rows<Goal>; milestones?: Rows<Milestone>; actions?: Rows<Action> },
) {
  const same = <R>(rows: readonly R[]) => rows;
  const { goals = same, milestones = same, actions = same } = change;
  return {
    ...of,
    teams: of.teams.map((each) => ({
      ...each,
      goals: goals(each.goals).map((ofTeam) => ({
        ...ofTeam,
        milestones: milestones(ofTeam.milestones).map((ofGoal) => ({
          ...ofGoal,
          actions: actions(ofGoal.actions),
        })),
      })),
    })),
  };
}

type Rows<R> = (rows: readonly R[]) => readonly R[];

function rolledUp(of: Plan): Snapshot {
  const scored = scorePlan(of, noHistory, TODAY);
  return makeSnapshot({ plan: of, scored, problems: [], asOf: TODAY, source: 'plan.xlsx', changes: [] });
}

interface Figures {
  readonly numbers: readonly (number | null)[];
  readonly words: readonly string[];
}

/** Each team, goal, milestone and person by ID, with what the roll-up says of it. Texts name rows, so codes stand for them. */
function figures({ teams, people }: Snapshot): Map<string, Figures> {
  const found = new Map<string, Figures>();
  for (const { goals, ...each } of teams) {
    const { kept } = each;
    found.set(each.id, {
      numbers: [each.progress, each.expected, each.gap, kept.kept, kept.late, kept.missed, kept.rate],
      words: [each.status, ...codesOf(each), JSON.stringify(each.keptByWeek), ...fitnessOf(each.fitness)],
    });
    for (const { milestones, ...ofTeam } of goals) {
      found.set(ofTeam.id, {
        numbers: [
          ofTeam.progress,
          ofTeam.expected,
          ofTeam.gap,
          ofTeam.work,
          ofTeam.expectedWork,
          ofTeam.outcome,
        ],
        words: [ofTeam.status, ...codesOf(ofTeam), JSON.stringify(ofTeam.forecast)],
      });
      for (const ofGoal of milestones) {
        found.set(ofGoal.id, {
          numbers: [ofGoal.progress, ofGoal.expected, ofGoal.gap, ofGoal.outcome],
          words: [ofGoal.status, ofGoal.start, ...codesOf(ofGoal), JSON.stringify(ofGoal.forecast)],
        });
      }
    }
  }
  for (const { id, kept, open, overdue, dueThisWeek } of people) {
    found.set(id, {
      numbers: [kept.kept, kept.late, kept.missed, kept.rate, open, overdue, dueThisWeek],
      words: [],
    });
  }
  return found;
}

function codesOf({ reasons }: { readonly reasons: readonly { readonly code: string }[] }): string[] {
  return reasons.map(({ code }) => code);
}

function fitnessOf(checks: Snapshot['teams'][number]['fitness']): string[] {
  return checks.map(({ check, result, rows }) => `${check}: ${result} ${rows.map(({ id }) => id).sort()}`);
}

function expectSame(found: ReadonlyMap<string, Figures>, wanted: ReadonlyMap<string, Figures>): void {
  for (const [id, { numbers, words }] of wanted) {
    const here = found.get(id);
    expect([id, here?.words]).toEqual([id, words]);
    numbers.forEach((number, index) => {
      const other = here?.numbers[index] ?? null;
      if (number === null || other === null) expect([id, index, other]).toEqual([id, index, number]);
      else expect(other).toBeCloseTo(number, 9);
    });
  }
}

test('shares are 0 to 1, a gap is what is expected less what is done, and every status has a reason', () => {
  fc.assert(
    fc.property(somePlan, (given) => {
      for (const each of rolledUp(given).teams) {
        const rows = [...each.goals, ...each.goals.flatMap(({ milestones }) => milestones)];
        for (const { progress, expected, gap, reasons } of [each, ...rows]) {
          expect(reasons.length).toBeGreaterThan(0);
          if (progress === null || expected === null) continue;
          for (const share of [progress, expected]) expect(share >= 0 && share <= 1).toBe(true);
          expect(gap).toBe(expected - progress);
        }
      }
    }),
  );
});

test('the same plan and day give the same bytes', () => {
  fc.assert(
    fc.property(somePlan, (given) => {
      expect(JSON.stringify(rolledUp(structuredClone(given)))).toBe(JSON.stringify(rolledUp(given)));
    }),
  );
});

test('marking an action done lowers the progress of no milestone, work of no goal, progress of no team', () => {
  fc.assert(
    fc.property(somePlan, fc.nat(), (given, pick) => {
      const open = given.teams
        .flatMap(({ goals }) => goals)
        .flatMap(({ milestones }) => milestones)
        .flatMap(({ actions }) => actions)
        .filter(({ state }) => state !== 'done' && state !== 'dropped');
      fc.pre(open.length > 0);
      const picked = open[pick % open.length]?.id;
      const actions: Rows<Action> = (rows) =>
        rows.map((row) => (row.id === picked ? { ...row, state: 'done', doneOn: TODAY } : row));
      const before = figures(rolledUp(given));
      const after = figures(rolledUp(changed(given, { actions })));
      for (const [id, { numbers }] of before) {
        if (OWNERS.includes(id)) continue;
        // Progress stands first, a goal's work fourth.
        for (const index of id.startsWith('goal') ? [0, 3] : [0]) {
          expect(after.get(id)?.numbers[index] ?? 0).toBeGreaterThanOrEqual((numbers[index] ?? 0) - 1e-9);
        }
      }
    }),
  );
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(somePlan, (given) => {
      const turned = { goals: reversed, milestones: reversed, actions: reversed };
      expectSame(figures(rolledUp(changed(given, turned))), figures(rolledUp(given)));
    }),
  );
});

function reversed<R>(rows: readonly R[]): R[] {
  return [...rows].reverse();
}

test('what is dropped, and all below it, changes nothing in the others: without it, all is the same', () => {
  const kept = <R extends { readonly state: ActionState }>(rows: readonly R[]) =>
    rows.filter(({ state }) => state !== 'dropped');
  fc.assert(
    fc.property(somePlan, (given) => {
      const without = figures(rolledUp(changed(given, { goals: kept, milestones: kept, actions: kept })));
      const withDropped = figures(rolledUp(given));
      expectSame(withDropped, without);
    }),
  );
});

test('all weights times a constant change nothing', () => {
  fc.assert(
    fc.property(somePlan, fc.double({ min: 0.001, max: 1_000, noNaN: true }), (given, factor) => {
      const heavier = <R extends { readonly weight: number }>(rows: readonly R[]) =>
        rows.map((row) => ({ ...row, weight: row.weight * factor }));
      const after = changed(given, { goals: heavier, milestones: heavier, actions: heavier });
      expectSame(figures(rolledUp(after)), figures(rolledUp(given)));
    }),
  );
});
