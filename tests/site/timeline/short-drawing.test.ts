import { describe, expect, it } from 'vitest';
import type { Goal } from '../../../src/plan/plan.ts';
import { formats } from '../../../src/site/format.ts';
import { textWidth } from '../../../src/site/text-width.ts';
import { SHORT } from '../../../src/site/timeline/form.ts';
import { type ShortDrawing, shortDrawing } from '../../../src/site/timeline/short-drawing.ts';
import { en } from '../../../src/words/en.ts';
import { goal, inDays, milestone, planOf } from '../../helpers/rows.ts';
import { snapshotOf } from '../../helpers/snapshots.ts';

function drawingOf(goals: readonly Goal[]): ShortDrawing {
  const plan = snapshotOf(planOf(goals));
  const [team] = plan.teams;
  if (!team) throw new Error('no team');
  return shortDrawing(team, { plan, formats: formats('en-GB', plan.asOf), words: en, base: '/' }, plan.teams);
}

describe('a timeline in short', () => {
  const LONG = 'A milestone with a name that is longer than its room';

  it('shares lines, and gives each name its room before the next mark', () => {
    const many = Array.from({ length: 24 }, (_, i) =>
      milestone({ id: `m${i}`, title: `${LONG} ${i}`, due: inDays(i * 11 - 60) }),
    );
    const [lane] = drawingOf([goal({ milestones: many })]).lanes;
    const rooms = (lane?.marks ?? []).map(({ x, y, lateTo, title }) => ({
      left: x - 9,
      right: Math.max(x + 9, lateTo ?? 0) + 8 + textWidth(title, SHORT.titleSize),
      y,
    }));
    expect(rooms.length).toBe(24);
    expect(new Set(rooms.map(({ y }) => y)).size).toBeLessThan(12);
    for (const [i, a] of rooms.entries()) {
      expect(a.right).toBeLessThanOrEqual(SHORT.width + 1);
      for (const b of rooms.slice(i + 1))
        expect(a.y !== b.y || a.right <= b.left || b.right <= a.left).toBe(true);
    }
  });

  it('says enough of each name to tell it', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      milestone({ id: `m${i}`, title: `${i} ${LONG}`, due: inDays(i * 5 - 30) }),
    );
    const [lane] = drawingOf([goal({ milestones: many })]).lanes;
    for (const { title } of lane?.marks ?? []) expect(title).toMatch(/^\d+ A milestone w/);
  });

  it('draws from where it was first promised, and to today where it is overdue', () => {
    const drawing = drawingOf([goal({ milestones: [milestone({ due: inDays(-10) })] })]);
    const [mark] = drawing.lanes[0]?.marks ?? [];
    expect(mark?.lateTo).toBe(drawing.dates.today.x);
    expect(mark?.slipFrom).toBeNull();
    expect(mark?.full).toContain('off track');
  });

  it('says the whole name of a goal, with room for each of its lines', () => {
    const title =
      'Regional hospitals of the northern coast agree that every ward, kitchen and dialysis station is switched before the first frost, Donaudampfschifffahrtsgesellschaftskapitän and all';
    const named = goal({ id: 'a', title });
    const { lanes, height } = drawingOf([named, { ...named, id: 'b', milestones: [milestone()] }]);
    const pitch = SHORT.titleSize + 4;
    for (const lane of lanes) {
      expect(lane.title.length).toBeGreaterThan(3);
      expect(lane.title.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
      for (const line of lane.title)
        expect(textWidth(line, SHORT.titleSize)).toBeLessThanOrEqual(SHORT.gutter - 24);
      // The first line's foot is 21 below the lane's top.
      expect(lane.top + 21 + (lane.title.length - 1) * pitch + 4).toBeLessThanOrEqual(lane.bottom);
    }
    expect(lanes[1]?.top).toBe(lanes[0]?.bottom);
    expect(height).toBe(lanes[1]?.bottom);
  });

  it('has a line for a goal without milestones', () => {
    const { lanes, height } = drawingOf([goal({ id: 'a' }), goal({ id: 'b' })]);
    expect(lanes.map(({ top }) => top)).toEqual([0, height / 2]);
    expect(height).toBeGreaterThan(48);
  });
});
