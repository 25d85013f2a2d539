import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/site/format.ts';
import { lastMoves } from '../../../src/site/timeline/description.ts';
import { timelineDrawing } from '../../../src/site/timeline/drawing.ts';
import { WIDE } from '../../../src/site/timeline/form.ts';
import { en } from '../../../src/words/en.ts';
import { action, goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { change, snapshotOf } from '../../helpers/snapshots.ts';

describe('what a milestone says on a timeline', () => {
  it('is its status, its days, how far it is, whose it is and what is next', () => {
    const actions = [
      action({ id: 'Sign', due: inDays(20) }),
      action({ id: 'Call the lab', due: inDays(7) }),
      action({ id: 'Write', due: inDays(2), state: 'done', doneOn: inDays(-1) }),
    ];
    const plan = snapshotOf(planOf([goal({ milestones: [milestone({ id: 'Pilot', actions })] })]));
    const [team] = plan.teams;
    if (!team) throw new Error('no team');
    const context = { plan, formats: formats('en-GB', plan.asOf), words: en, base: '/' };
    const [mark] = timelineDrawing(team, context, WIDE).lanes[0]?.marks ?? [];
    expect(mark?.meta).toBe('3 May · Ann Lee');
    expect(mark?.full).toMatch(
      /^Pilot: [a-z ]+ · due 3 May · 33% done, 40% expected · Ann Lee · next: Call the lab, 11 Mar, Ann Lee$/,
    );
  });

  it('knows the newest move of each milestone’s day alone', () => {
    const move = (time: number) => ({ days: 7, total: 7 * time, time });
    const moves = lastMoves([
      change({ sort: 'milestone', row: 'a', move: move(3) }),
      change({ sort: 'milestone', row: 'a', move: move(2) }),
      change({ sort: 'action', row: 'b', move: move(1) }),
    ]);
    expect([...moves]).toEqual([['a', move(3)]]);
  });
});
