import { describe, expect, it } from 'vitest';
import type { Action, Milestone } from '../../../src/plan/plan.ts';
import {
  currentReview,
  horizonWeeks,
  MOST_TEAMS,
  movedLately,
  nextMilestones,
  reviewShown,
  wallOf,
} from '../../../src/site/tv/slides.ts';
import { action, doneAction, goal, inDays, milestone, plan, planOf, team } from '../../helpers/rows.ts';
import { change, snapshotOf } from '../../helpers/snapshots.ts';

// The as-of day is Wednesday, 4 March 2026; its week began on Monday, 2 March.
function wall(milestones: readonly Milestone[]) {
  const plan = snapshotOf(planOf([goal({ milestones: [...milestones] })]));
  return wallOf(plan, plan.teams, currentReview(plan));
}
const withActions = (...actions: Action[]) => wall([milestone({ actions })]);

describe('who promised what for the week', () => {
  it('is by person: what is overdue first, then what is still due in the week', () => {
    const { people } = withActions(
      action({ id: 'friday', due: inDays(2) }),
      action({ id: 'overdue', due: inDays(-9) }),
      action({ id: 'next week', due: inDays(5) }),
      doneAction(inDays(-1), { id: 'done', due: inDays(1) }),
    );
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ name: 'Ann Lee', overdue: 1 });
    expect(people[0]?.promises.map(({ action: { id } }) => id)).toEqual(['overdue', 'friday']);
  });

  it('names each overdue action once, also one that was due this week', () => {
    const { people } = withActions(action({ id: 'monday', due: inDays(-2) }));
    expect(people[0]?.promises.map(({ action: { id } }) => id)).toEqual(['monday']);
    expect(people[0]?.overdue).toBe(1);
  });

  it('has those with the most overdue first', () => {
    const { people } = withActions(
      action({ id: 'a', owners: ['Bo Ek'], due: inDays(1) }),
      action({ id: 'b', owners: ['Bo Ek'], due: inDays(2) }),
      action({ id: 'c', owners: ['Cy Day'], due: inDays(-1) }),
    );
    expect(people.map(({ name }) => name)).toEqual(['Cy Day', 'Bo Ek']);
  });

  it('leaves out what nobody owns, and what is dropped', () => {
    const { people } = withActions(
      action({ id: 'nobody', owners: [], due: inDays(1) }),
      action({ id: 'dropped', state: 'dropped', due: inDays(1) }),
    );
    expect(people).toEqual([]);
  });
});

describe('what was done', () => {
  it('is of the last seven days, with milestones before actions and the latest first', () => {
    const { wins } = wall([
      milestone({ id: 'reached', state: 'done', doneOn: inDays(-6) }),
      milestone({ id: 'long ago', state: 'done', doneOn: inDays(-7) }),
      milestone({
        id: 'open',
        actions: [
          doneAction(inDays(-3), { id: 'earlier' }),
          doneAction(inDays(0), { id: 'today' }),
          doneAction(inDays(-7), { id: 'too early' }),
          doneAction(inDays(1), { id: 'in the future' }),
        ],
      }),
    ]);
    expect(wins.map(({ title }) => title)).toEqual(['reached', 'today', 'earlier']);
    expect(wins.map(({ isMilestone }) => isMilestone)).toEqual([true, false, false]);
  });
});

describe('the horizon', () => {
  it('has the open milestones from today to six weeks ahead, by their day', () => {
    const { horizon } = wall([
      milestone({ id: 'last', due: inDays(42) }),
      milestone({ id: 'beyond', due: inDays(43) }),
      milestone({ id: 'today', due: inDays(0) }),
      milestone({ id: 'overdue', due: inDays(-1) }),
      milestone({ id: 'done', due: inDays(3), state: 'done' }),
    ]);
    expect(horizon.map(({ milestone: { id } }) => id)).toEqual(['today', 'last']);
  });

  it('has six weeks, from the as-of day on', () => {
    const weeks = horizonWeeks('2026-03-04');
    expect(weeks).toHaveLength(6);
    expect([weeks[0], weeks[5]]).toEqual(['2026-03-04', '2026-04-08']);
  });
});

describe('a wall of many teams', () => {
  const teamsOf = (count: number) =>
    snapshotOf(
      plan({
        teams: Array.from({ length: count }, (_, i) =>
          // The last of the sheet is the only one that is behind.
          team({
            id: `t${i}`,
            name: `Team ${i}`,
            goals: [goal({ id: `g${i}`, due: inDays(i === count - 1 ? -1 : 90) })],
          }),
        ),
      }),
    );
  const shownOf = (count: number) => {
    const of = teamsOf(count);
    const review = currentReview(of);
    const made = wallOf(of, of.teams, review);
    return { ids: made.shown.map(({ id }) => id), review: reviewShown(made, review), all: review };
  };

  it('shows those that need attention most, and as many as there is room for', () => {
    const { ids, review } = shownOf(MOST_TEAMS + 1);
    expect(ids).toHaveLength(MOST_TEAMS);
    expect(ids[0]).toBe(`t${MOST_TEAMS}`);
    expect(review.map(({ team: { id } }) => id).sort()).toEqual([...ids].sort());
  });

  it('shows all where there is room for them', () => {
    const { ids, review, all } = shownOf(MOST_TEAMS);
    expect(ids).toHaveLength(MOST_TEAMS);
    expect(review).toBe(all);
  });
});

describe('a team’s slide', () => {
  it('names its open milestones by their day, the overdue among them', () => {
    const plan = snapshotOf(
      planOf([
        goal({
          milestones: [
            milestone({ id: 'later', due: inDays(30) }),
            milestone({ id: 'overdue', due: inDays(-3) }),
            milestone({ id: 'done', due: inDays(1), state: 'done' }),
          ],
        }),
      ]),
    );
    const [team] = plan.teams;
    expect(team && nextMilestones(team).map(({ milestone: { id } }) => id)).toEqual(['overdue', 'later']);
  });

  it('tells what moved in seven days, but for what was done, the heaviest first', () => {
    const changes = [
      change({ kind: 'priority', title: 'light' }),
      change({ kind: 'due', title: 'heavy' }),
      change({ kind: 'done', title: 'done' }),
      change({ day: '2026-02-25', title: 'a week ago' }),
      change({ team: 'south', title: 'of another team' }),
    ];
    const plan = snapshotOf(planOf([goal()]), { changes });
    expect(movedLately(plan, 'north').map(({ title }) => title)).toEqual(['heavy', 'light']);
  });
});
