import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresses } from '../../src/site/address.ts';
import { worth } from '../../src/site/explain/arithmetic.ts';
import { type Door, type Explanation, type Figure, sumText } from '../../src/site/explain/explanation.ts';
import { explainCheck, explainFitness } from '../../src/site/explain/fitness.ts';
import {
  explainGoalPace,
  explainGoalWork,
  explainMilestonePace,
  explainTeamPace,
} from '../../src/site/explain/pace.ts';
import { explainKept, explainPerson } from '../../src/site/explain/promises.ts';
import {
  explainGoalStatus,
  explainMilestoneStatus,
  explainTeamStatus,
} from '../../src/site/explain/status.ts';
import { formats } from '../../src/site/format.ts';
import { personViews } from '../../src/site/person-pages.ts';
import { readSnapshot } from '../../src/snapshot/read.ts';
import type { Snapshot, SnapshotGoal, SnapshotMilestone, SnapshotTeam } from '../../src/snapshot/snapshot.ts';
import { wordsFor } from '../../src/words/words.ts';
import { anyPlan } from '../helpers/arbitrary-plan.ts';
import { action, customer, doneAction, goal, inDays, milestone, person, planOf } from '../helpers/rows.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { one } from '../helpers/scored.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

function doorOf(plan: Snapshot, locale: string | null = plan.settings.locale): Door {
  return {
    plan,
    words: wordsFor(locale),
    formats: formats(locale, plan.asOf),
    links: addresses('/'),
  };
}

/** What the arithmetic of a figure comes to; null where it is not explained. */
function worked(how: Explanation | null, figure: Figure): number | null {
  const sum = how?.sums.find((each) => each.figure === figure);
  return sum ? worth(sum.term) : null;
}

/** The status of the first rule that holds. */
function settled(how: Explanation | null) {
  return how?.conditions.find(({ holds }) => holds)?.status ?? null;
}

/** Whatever an explanation does not give as the page shows it. */
function differences(plan: Snapshot): string[] {
  const door = doorOf(plan);
  const found: string[] = [];
  const check = (of: string, given: number | null, shown: number | null) => {
    const same = given === null || shown === null ? given === shown : Math.abs(given - shown) < 1e-9;
    if (!same) found.push(`${of}: ${given} is shown as ${shown}`);
  };
  const checkMilestone = (each: SnapshotMilestone) => {
    const how = explainMilestonePace(each, door);
    check(`progress of ${each.id}`, worked(how, 'progress'), each.progress);
    check(`expected of ${each.id}`, worked(how, 'expected'), each.expected);
    const status = explainMilestoneStatus(each, door);
    check(`gap of ${each.id}`, worked(status, 'gap'), each.gap);
    if (settled(status) !== each.status)
      found.push(`status of ${each.id}: ${settled(status)}, ${each.status}`);
  };
  const checkGoal = (each: SnapshotGoal, team: SnapshotTeam) => {
    const pace = explainGoalPace(each, team, door);
    const work = explainGoalWork(each, team, door);
    const status = explainGoalStatus(each, door);
    check(`progress of ${each.id}`, worked(pace, 'progress'), each.progress);
    check(`expected of ${each.id}`, worked(pace, 'expected'), each.expected);
    check(`work of ${each.id}`, worked(work, 'work'), each.work);
    check(`expected work of ${each.id}`, worked(work, 'expectedWork'), each.expectedWork);
    check(`gap of ${each.id}`, worked(status, 'gap'), each.gap);
    if (settled(status) !== each.status)
      found.push(`status of ${each.id}: ${settled(status)}, ${each.status}`);
    each.milestones.forEach(checkMilestone);
  };
  for (const team of plan.teams) {
    const pace = explainTeamPace(team, door);
    const status = explainTeamStatus(team, door);
    check(`progress of ${team.id}`, worked(pace, 'progress'), team.progress);
    check(`expected of ${team.id}`, worked(pace, 'expected'), team.expected);
    check(`gap of ${team.id}`, worked(status, 'gap'), team.gap);
    check(`kept of ${team.id}`, worked(explainKept(team, door), 'kept'), team.kept.rate);
    if (team.gap !== null && settled(status) !== team.status)
      found.push(`status of ${team.id}: ${settled(status)}, ${team.status}`);
    for (const each of team.goals) checkGoal(each, team);
  }
  const view = personViews(plan);
  for (const person of plan.people) {
    const { overdue, dueThisWeek, kept } = explainPerson(view(person), door);
    check(`overdue of ${person.id}`, overdue.rows.length + overdue.more, person.overdue);
    check(`due of ${person.id}`, dueThisWeek.rows.length + dueThisWeek.more, person.dueThisWeek);
    check(`kept of ${person.id}`, worked(kept, 'kept'), person.kept.rate);
  }
  return found;
}

/** The sample plan with its history, pulled as the site would be. */
async function samplePlan(): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-explain-'));
  cpSync(join(PROJECT, 'data/history'), join(folder, 'history'), { recursive: true });
  const { code, stderr } = await runCommand('pull', ['--data', folder]);
  if (code !== 0) throw new Error(stderr);
  const plan = readSnapshot(join(folder, 'plan.json'));
  rmSync(folder, { recursive: true, force: true });
  return plan;
}

describe('what a page says of how a figure is worked out', () => {
  it('gives the figure that it shows, for every team, goal and milestone of the sample', async () => {
    const plan = await samplePlan();
    expect(plan.teams.flatMap(({ goals }) => goals).length).toBeGreaterThan(10);
    expect(differences(plan)).toEqual([]);
  });

  it('gives it for any plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(differences(snapshotOf(plan))).toEqual([]);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

/** The explanations of a goal alone in its plan, and of its milestones. */
function explained(only: ReturnType<typeof goal>, locale: string | null = 'en-GB') {
  const plan = snapshotOf(planOf([only]));
  const door = doorOf(plan, locale);
  const team = one(plan.teams);
  const found = one(team.goals);
  const lines = (how: Explanation | null) => (how ? how.sums.map((sum) => sumText(sum, door)) : []);
  return {
    team,
    door,
    goal: explainGoalPace(found, team, door),
    lines,
    milestones: found.milestones.map((each) => explainMilestonePace(each, door)),
  };
}

describe('the arithmetic that a reader sees', () => {
  it('weighs, and says how the result is shown', () => {
    const { goal: how, lines } = explained(
      goal({
        milestones: [
          milestone({ id: 'a', weight: 2, typedProgress: 0.25 }),
          milestone({ id: 'b', typedProgress: 0.5 }),
        ],
      }),
    );
    expect(lines(how)[0]).toBe('(2 × 25% + 1 × 50%) / 3 = 33.3%, shown as 33%');
    expect(how.rows.map(({ title, href, cells }) => [title, href, ...cells])).toEqual([
      ['a', '/teams/north/#milestone-a', '2', '25%', '40%'],
      ['b', '/teams/north/#milestone-b', '1', '50%', '40%'],
    ]);
  });

  it('is short where all weigh the same, and two sums where many count', () => {
    const many = (count: number) =>
      explained(
        goal({
          milestones: Array.from({ length: count }, (_, i) => milestone({ id: `m${i}`, typedProgress: 0.5 })),
        }),
      );
    const few = many(2);
    expect(few.lines(few.goal)[0]).toBe('(50% + 50%) / 2 = 50%');
    const more = many(12);
    expect(more.lines(more.goal)[0]).toBe('6 / 12 = 50%');
  });

  it('goes by the outcome and the own pace of the goal where there is an outcome', () => {
    const { goal: how, lines } = explained(
      goal({ baseline: 9, target: 11, current: 9.5, milestones: [milestone({ typedProgress: 1 })] }),
    );
    expect(lines(how)).toEqual(['(9.5 − 9) / (11 − 9) = 25%', '100 / 200 = 50%']);
    expect(how.rows).toEqual([]);
  });

  it('says where a share past its end is held', () => {
    const { milestones, lines } = explained(
      goal({
        milestones: [
          milestone({ baseline: 0, target: 10, current: 12, start: inDays(-30), due: inDays(-10) }),
        ],
      }),
    );
    expect(lines(one(milestones))).toEqual([
      '(12 − 0) / (10 − 0) = 120%, counted as 100%',
      '30 / 20 = 150%, counted as 100%',
    ]);
  });

  it('counts done actions, by weight where they differ, and none that is dropped', () => {
    const actions = [doneAction(inDays(-5), { id: 'a' }), action({ id: 'b', state: 'in progress' })];
    const plain = explained(goal({ milestones: [milestone({ actions })] }));
    expect(plain.lines(one(plain.milestones))[0]).toBe('1 / 2 = 50%');
    const gone = action({ id: 'c', state: 'dropped' });
    const heavy = action({ id: 'd', weight: 3 });
    const weighed = explained(goal({ milestones: [milestone({ actions: [...actions, gone, heavy] })] }));
    expect(weighed.lines(one(weighed.milestones))[0]).toBe('1 / 5 = 20%');
    expect(one(weighed.milestones).rules[0]).not.toBe(one(plain.milestones).rules[0]);
  });

  it('puts done before what is typed, and what is typed before the outcome', () => {
    const typed = { typedProgress: 0.4, baseline: 0, target: 10, current: 9 };
    const { milestones, lines } = explained(
      goal({
        milestones: [milestone({ id: 'a', ...typed, state: 'done' }), milestone({ id: 'b', ...typed })],
      }),
    );
    expect(milestones.map((how) => lines(how)[0])).toEqual(['100%', '40%']);
  });

  it('expects all from the due day on where the start is not before it', () => {
    const { milestones, lines } = explained(
      goal({
        milestones: [
          milestone({ id: 'a', start: inDays(5), due: inDays(5) }),
          milestone({ id: 'b', start: inDays(0), due: inDays(0) }),
        ],
      }),
    );
    expect(milestones.map((how) => lines(how)[1])).toEqual(['0%', '100%']);
  });

  it('is written in the locale of the plan', () => {
    const { goal: how, lines } = explained(goal({ baseline: 0, target: 3, current: 1 }), 'de-DE');
    expect(lines(how)[0]).toBe('(1 − 0) / (3 − 0) = 33,3\u202f%, gezeigt als 33\u202f%');
  });
});

describe('how a status was settled', () => {
  it('names the limits of the plan, and the rule that decides', () => {
    const plan = snapshotOf(planOf([goal()], { settings: { atRiskFrom: 0.2, offTrackFrom: 0.6 } }));
    const how = explainGoalStatus(one(one(plan.teams).goals), doorOf(plan));
    expect(how.conditions.filter(({ holds }) => holds)).toEqual([
      { status: 'at risk', text: 'a gap of 20 points or more', holds: true },
    ]);
    expect(how.conditions.map(({ text }) => text)).toContain('a gap of 60 points or more');
    expect(how.sums.map((sum) => sumText(sum, doorOf(plan)))).toEqual(['50% − 0% = 50 percentage points']);
  });
});

describe('the promises that a kept rate counts', () => {
  it('are those of the last 28 days, the broken ones first', () => {
    const actions = [
      doneAction(inDays(-3), { id: 'kept' }),
      doneAction(inDays(-3), { id: 'late', due: inDays(-4) }),
      action({ id: 'missed', due: inDays(-1) }),
      action({ id: 'before', due: inDays(-29) }),
      action({ id: 'today', due: inDays(0) }),
      action({ id: 'nobody', due: inDays(-2), owners: [] }),
      action({ id: 'dateless', due: inDays(-2), state: 'done' }),
    ];
    const plan = snapshotOf(planOf([goal({ milestones: [milestone({ actions })] })], { people: [person()] }));
    const door = doorOf(plan, 'en-GB');
    const how = explainKept(one(plan.teams), door);
    expect(how?.rows.map(({ title, cells }) => [title, ...cells])).toEqual([
      ['missed', '3 Mar', 'missed'],
      ['late', '28 Feb', 'late'],
      ['kept', '1 Mar', 'kept'],
    ]);
    expect(how?.sums.map((sum) => sumText(sum, door))).toEqual(['1 / 3 = 33.3%, shown as 33%']);
  });

  it('are none where none fell due', () => {
    const plan = snapshotOf(planOf([goal()]));
    expect(explainKept(one(plan.teams), doorOf(plan))).toBeNull();
  });
});

describe('the sum of the checks of fitness', () => {
  it('leaves out what cannot be measured', () => {
    const plan = snapshotOf(planOf([goal()]));
    const team = one(plan.teams);
    const measured = team.fitness.filter(({ result }) => result !== 'not measurable').length;
    const passed = team.fitness.filter(({ result }) => result === 'pass').length;
    expect(worked(explainFitness(team, doorOf(plan)), 'fitness')).toBeCloseTo(passed / measured);
    expect(measured).toBeLessThan(team.fitness.length);
  });
});

describe('a check that fails', () => {
  it('lists the rows that fail it, each with its page', () => {
    const actions = [action({ id: 'a1', owners: [] })];
    const plan = snapshotOf(
      planOf([goal({ customer: 'Acme', milestones: [milestone({ owners: [], actions })] })], {
        people: [person()],
        customers: [customer()],
      }),
    );
    const team = one(plan.teams);
    const pages = team.fitness.flatMap((check) => {
      const how = check.result === 'fail' ? explainCheck(check, team, doorOf(plan)) : null;
      return how?.rows.map(({ href }) => href) ?? [];
    });
    for (const page of [
      '/goals/goal/',
      '/teams/north/#milestone-milestone',
      '/people/ann-lee/',
      '/customers/acme/',
    ])
      expect(pages).toContain(page);
  });
});
