import { describe, expect, it } from 'vitest';
import type { Goal } from '../../../src/plan/plan.ts';
import { formats } from '../../../src/site/format.ts';
import { textWidth } from '../../../src/site/text-width.ts';
import { ownDrawing, type TimelineDrawing, timelineDrawing } from '../../../src/site/timeline/drawing.ts';
import { NARROW, type TimelineForm, WIDE } from '../../../src/site/timeline/form.ts';
import { en } from '../../../src/words/en.ts';
import { goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

/** The drawing of a team of these goals, as of the helpers' day. */
function drawingOf(goals: readonly Goal[], form: TimelineForm = WIDE): TimelineDrawing {
  const plan = snapshotOf(planOf(goals));
  const [team] = plan.teams;
  if (!team) throw new Error('no team');
  return timelineDrawing(team, { plan, formats: formats('en-GB', plan.asOf), words: en, base: '/' }, form);
}

describe('a timeline', () => {
  it('has a lane a goal, in the plan’s order, below each other', () => {
    const { lanes, height } = drawingOf([goal({ id: 'a' }), goal({ id: 'b' })]);
    expect(lanes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(height).toBe((lanes[0]?.height ?? 0) + (lanes[1]?.height ?? 0));
    expect(lanes[0]?.empty).toBe('No milestones yet');
  });

  it('puts milestones by their due day from left to right, and their bars from start to due day', () => {
    const late = milestone({ id: 'late', start: inDays(0), due: inDays(80) });
    const soon = milestone({ id: 'soon', start: inDays(-20), due: inDays(20) });
    const [lane] = drawingOf([goal({ milestones: [late, soon] })]).lanes;
    expect(lane?.marks.map(({ id }) => id)).toEqual(['soon', 'late']);
    const [first, second] = lane?.marks ?? [];
    // 40 days and 80 days are as long as their bars.
    if (!first || !second) throw new Error('two marks');
    expect((second.x - second.barFrom) / (first.x - first.barFrom)).toBeCloseTo(2);
  });

  it('leaves the last names whole where that does not press the axis together', () => {
    const title = 'Applause at the tenants’ meeting in autumn';
    const last = milestone({ title, due: inDays(300) });
    const ordinary = milestone({ id: 'ordinary', title: 'Sign', due: inDays(300) });
    const ends = ({ dates }: TimelineDrawing) => dates.ticks.at(-1)?.x ?? 0;
    const drawn = drawingOf([goal({ milestones: [last] })]);
    expect(drawn.lanes[0]?.marks[0]?.title).toBe(title);
    expect(ends(drawn)).toBeLessThan(ends(drawingOf([goal({ milestones: [ordinary] })])));
    const endless = drawingOf([
      goal({ milestones: [milestone({ title: title.repeat(4), due: inDays(300) })] }),
    ]);
    expect(endless.lanes[0]?.marks[0]?.title).toMatch(/…$/);
    expect(ends(endless)).toBe(ends(drawingOf([goal({ milestones: [ordinary] })])));
  });

  it('says of a milestone that is dropped that it is', () => {
    const [lane] = drawingOf([goal({ milestones: [milestone({ state: 'dropped' })] })]).lanes;
    expect(lane?.marks[0]?.meta).toMatch(/^dropped · /);
  });

  it('gives every name a room of its own, in both forms', () => {
    const many = Array.from({ length: 20 }, (_, i) =>
      milestone({ id: `m${i}`, title: `A milestone with a long name ${i}`, due: inDays(i * 9) }),
    );
    for (const form of [WIDE, NARROW]) {
      const [lane] = drawingOf([goal({ milestones: many })], form).lanes;
      const rooms = (lane?.marks ?? []).map(({ title, x, y }) => {
        const left = form.names === 'beside' ? x + 17 : 0;
        return { left, right: left + textWidth(title, form.titleSize), y };
      });
      expect(rooms.length).toBe(20);
      for (const [i, a] of rooms.entries())
        for (const b of rooms.slice(i + 1))
          expect(a.y !== b.y || a.right <= b.left || b.right <= a.left).toBe(true);
      for (const { right } of rooms) expect(right).toBeLessThanOrEqual(form.width);
    }
  });

  it('draws how late an open milestone is, and not how late a done one was', () => {
    const open = milestone({ id: 'open', due: inDays(-10) });
    const done = milestone({ id: 'done', due: inDays(-10), state: 'done', doneOn: inDays(-2) });
    const drawing = drawingOf([goal({ milestones: [open, done] })]);
    const late = new Map(drawing.lanes[0]?.marks.map(({ id, lateTo }) => [id, lateTo]));
    expect(late.get('open')).toBe(drawing.dates.today.x);
    expect(late.get('done')).toBeNull();
  });

  it('is made once for each form of the same team', () => {
    const plan = snapshotOf(planOf([goal({ milestones: [milestone()] })]));
    const [team] = plan.teams;
    if (!team) throw new Error('no team');
    const context = { plan, formats: formats('en-GB', plan.asOf), words: en, base: '/' };
    const wide = ownDrawing(team, context, WIDE);
    expect(wide).toEqual(timelineDrawing(team, context, WIDE));
    expect(ownDrawing(team, context, WIDE)).toBe(wide);
    expect(ownDrawing(team, context, NARROW)).toEqual(timelineDrawing(team, context, NARROW));
    expect(ownDrawing(team, { ...context, base: '/plan/' }, WIDE)).not.toEqual(wide);
  });

  it('has an axis that several drawings share', () => {
    const plan = snapshotOf(planOf([goal({ milestones: [milestone()] })]));
    const [team] = plan.teams;
    const [only] = team?.goals ?? [];
    if (!team || !only) throw new Error('no team');
    const context = { plan, formats: formats('en-GB', plan.asOf), words: en, base: '/' };
    const far = { ...team, goals: [{ ...only, due: '2030-01-01' }] };
    const alone = timelineDrawing(team, context, WIDE);
    const shared = timelineDrawing(team, context, WIDE, [team, far]);
    expect(shared.dates.today.x).toBe(timelineDrawing(far, context, WIDE, [team, far]).dates.today.x);
    expect(shared.dates.today.x).not.toBe(alone.dates.today.x);
  });
});
