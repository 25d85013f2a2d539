import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import { type Snapshot, snapshot } from '../../src/snapshot/snapshot.ts';
import { anyPlan, withRows } from '../helpers/arbitrary-plan.ts';
import { inDays, TODAY } from '../helpers/rows.ts';
import { score } from '../helpers/scored.ts';

function pulled(plan: Plan): Snapshot {
  return makeSnapshot({
    plan,
    scored: score(plan),
    problems: [],
    asOf: TODAY,
    source: 'plan.xlsx',
    past: NO_PAST,
  });
}

const goalsOf = ({ teams }: Snapshot) => teams.flatMap(({ goals }) => goals);
const milestonesOf = (whole: Snapshot) => goalsOf(whole).flatMap(({ milestones }) => milestones);
const actionsOf = (whole: Snapshot) => milestonesOf(whole).flatMap(({ actions }) => actions);

/** Every number in a value, however deep. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* numbersIn(inner);
  }
}

test('any plan gives what the schema asks for: shares from 0 to 1, whole counts; and no negative zero', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const whole = pulled(plan);
      expect(snapshot.parse(whole)).toEqual(whole);
      for (const number of numbersIn(whole)) expect(Object.is(number, -0)).toBe(false);
    }),
  );
});

test('gap is expected less progress; every status has a reason', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const whole = pulled(plan);
      for (const { progress, expected, gap, reasons } of [
        ...whole.teams,
        ...goalsOf(whole),
        ...milestonesOf(whole),
      ]) {
        expect(gap).toBe(progress === null || expected === null ? null : expected - progress);
        expect(reasons.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('what counts for a team counts once for its owners, or for nobody', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      // One owner each, so that nothing counts twice.
      const single = withRows(plan, (rows) =>
        rows.map((row) => ({ ...row, owners: row.owners.slice(0, 1) })),
      );
      const { teams, people } = pulled(single);
      for (const outcome of ['kept', 'late', 'missed'] as const) {
        const sum = (rows: readonly { kept: Record<typeof outcome, number> }[]) =>
          rows.reduce((total, { kept }) => total + kept[outcome], 0);
        expect(sum(people)).toBe(sum(teams));
      }
    }),
  );
});

test('doing an action lowers the progress of nothing', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(), (plan, pick) => {
      const before = pulled(plan);
      const open = actionsOf(before).filter(({ state }) => state !== 'done' && state !== 'dropped');
      fc.pre(open.length > 0);
      const id = open[pick % open.length]?.id;
      const doing = withRows(plan, (rows) =>
        rows.map((row) =>
          row.id === id && !('actions' in row) && !('milestones' in row)
            ? { ...row, state: 'done', doneOn: inDays(0) }
            : row,
        ),
      );
      const after = pulled(doing);
      const each = (whole: Snapshot) => [
        ...milestonesOf(whole).map(({ progress }) => progress),
        ...goalsOf(whole).flatMap(({ progress, work }) => [progress, work]),
        ...whole.teams.map(({ progress }) => progress),
      ];
      const was = each(before);
      each(after).forEach((progress, index) => {
        expect(progress ?? 0).toBeGreaterThanOrEqual((was[index] ?? 0) - 1e-12);
      });
      expect(actionsOf(after).filter(({ state }) => state === 'done').length).toBe(
        actionsOf(before).filter(({ state }) => state === 'done').length + 1,
      );
    }),
  );
});

function byId<R extends { readonly id: string }>(rows: readonly R[]): R[] {
  return [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The snapshot with its rows in the order of their IDs. */
function ordered(whole: Snapshot): Snapshot {
  return {
    ...whole,
    people: byId(whole.people),
    customers: byId(whole.customers),
    updates: [],
    teams: byId(whole.teams).map((team) => ({
      ...team,
      goals: byId(team.goals).map((goal) => ({
        ...goal,
        milestones: byId(goal.milestones).map((milestone) => ({
          ...milestone,
          actions: byId(milestone.actions),
        })),
      })),
    })),
  };
}

test('moving rows changes nothing, to the last digit', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const moved = withRows(plan, (rows) => [...rows].reverse());
      const shuffled = {
        ...moved,
        teams: [...moved.teams].reverse(),
        people: [...moved.people].reverse(),
        customers: [...moved.customers].reverse(),
        updates: [...moved.updates].reverse(),
      };
      expect(ordered(pulled(shuffled))).toEqual(ordered(pulled(plan)));
    }),
  );
});

test('dropped rows change nothing in the others', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const without = pulled(withRows(plan, (rows) => rows.filter(({ state }) => state !== 'dropped')));
      const kept = pulled(plan);
      const stays = <R extends { readonly status: string }>(rows: readonly R[]) =>
        rows.filter(({ status }) => status !== 'dropped');
      const teams = kept.teams.map((team, index) => ({
        ...team,
        // No goals at all, or none but dropped ones: said in other words.
        reasons: team.progress === null ? (without.teams[index]?.reasons ?? []) : team.reasons,
        goals: stays(team.goals).map((goal) => ({
          ...goal,
          milestones: stays(goal.milestones).map((milestone) => ({
            ...milestone,
            actions: milestone.actions.filter(({ state }) => state !== 'dropped'),
          })),
        })),
      }));
      expect({ ...kept, teams }).toEqual(without);
    }),
  );
});

test('all weights times a constant change nothing', () => {
  fc.assert(
    fc.property(anyPlan, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (plan, factor) => {
      const heavier = pulled(
        withRows(plan, (rows) => rows.map((row) => ({ ...row, weight: row.weight * factor }))),
      );
      const was = pulled(plan);
      const figures = (whole: Snapshot) =>
        [...whole.teams, ...goalsOf(whole), ...milestonesOf(whole)].flatMap(({ progress, expected, gap }) => [
          progress,
          expected,
          gap,
        ]);
      const statuses = (whole: Snapshot) =>
        [...whole.teams, ...goalsOf(whole), ...milestonesOf(whole)].map(({ status }) => status);
      figures(heavier).forEach((figure, index) => {
        expect(figure ?? 0).toBeCloseTo(figures(was)[index] ?? 0, 9);
      });
      expect(statuses(heavier)).toEqual(statuses(was));
    }),
  );
});

test('the same plan and day give the same bytes', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(JSON.stringify(pulled(structuredClone(plan)))).toBe(JSON.stringify(pulled(plan)));
    }),
    { numRuns: 30 },
  );
});

test('a plan in another language has the same reasons and figures, in its own words', () => {
  const bare = ({ reasons, ...rest }: { readonly reasons: readonly { readonly code: string }[] }) => ({
    ...rest,
    codes: reasons.map(({ code }) => code),
  });
  const figures = (whole: Snapshot) =>
    whole.teams.map(({ goals, fitness: _fitness, ...team }) => [
      bare(team),
      ...goals.flatMap(({ milestones, ...goal }) => [bare(goal), ...milestones.map(bare)]),
    ]);
  const english = new Set<string>();
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const settings = (locale: string) => ({ ...plan, settings: { ...plan.settings, locale } });
      const [one, other] = [pulled(settings('en-GB')), pulled(settings('de-DE'))];
      expect(figures(other)).toEqual(figures(one));
      const texts = (whole: Snapshot) =>
        [...whole.teams, ...goalsOf(whole), ...milestonesOf(whole)].flatMap(({ reasons }) => reasons);
      for (const [i, { code, text }] of texts(one).entries()) {
        english.add(code);
        expect(texts(other)[i]?.text, code).not.toBe(text);
      }
    }),
  );
  expect(english.size).toBeGreaterThan(12);
});
