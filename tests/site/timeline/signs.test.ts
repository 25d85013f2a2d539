import { describe, expect, it } from 'vitest';
import type { Goal } from '../../../src/plan/plan.ts';
import { formats } from '../../../src/site/format.ts';
import { timelineDrawing } from '../../../src/site/timeline/drawing.ts';
import { WIDE } from '../../../src/site/timeline/form.ts';
import { signsOf } from '../../../src/site/timeline/signs.ts';
import { en } from '../../../src/words/en.ts';
import { goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

function signsIn(goals: readonly Goal[]) {
  const plan = snapshotOf(planOf(goals));
  const context = { plan, formats: formats('en-GB', plan.asOf), words: en, base: '/' };
  return signsOf(plan.teams.flatMap((team) => timelineDrawing(team, context, WIDE).lanes));
}

describe('the key of a timeline', () => {
  it('explains nothing that is not there', () => {
    const quiet = signsIn([
      goal({
        start: inDays(5),
        due: inDays(90),
        milestones: [milestone({ start: inDays(10), due: inDays(60) })],
      }),
    ]);
    expect(quiet).toEqual({
      statuses: ['not started'],
      late: false,
      slip: false,
      crossing: false,
      forecast: false,
    });
  });

  it('explains what is: each status once, in their order, and what is late', () => {
    const { statuses, late } = signsIn([
      goal({
        start: inDays(-60),
        due: inDays(90),
        milestones: [
          milestone({ id: 'past', start: inDays(-50), due: inDays(-3) }),
          milestone({ id: 'gone', state: 'dropped', start: inDays(-50), due: inDays(3) }),
          milestone({ id: 'done', state: 'done', doneOn: inDays(-20), start: inDays(-50), due: inDays(-20) }),
        ],
      }),
    ]);
    expect(statuses).toEqual(['off track', 'done', 'dropped']);
    expect(late).toBe(true);
  });

  it('explains all in the short form', () => {
    expect(signsOf(null)).toMatchObject({ late: true, slip: true, crossing: true, forecast: true });
    expect(signsOf(null).statuses).toHaveLength(5);
  });
});
