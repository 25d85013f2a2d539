import { expect, it } from 'vitest';
import type { TeamReview } from '../../../src/site/review.ts';
import { toldOf } from '../../../src/site/tv/meeting-parts.ts';

type Update = TeamReview['updates'][number];

const update = (text: string, kind: Update['kind'], day: string): Update => ({
  ...{ text, kind, day },
  ...{ team: 'north', by: null, about: null, aboutGoal: null, aboutMilestone: null },
});

it('tells risks and decisions before news, and the latest first', () => {
  const updates = [
    update('News of Monday', 'news', '2026-06-15'),
    update('Decided', 'decision', '2026-06-11'),
    update('Whatever', null, '2026-06-17'),
    update('News of Tuesday', 'news', '2026-06-16'),
    update('At risk', 'risk', '2026-06-12'),
  ];
  // Only the updates and whose they are count.
  const review = [{ team: { id: 'north' }, updates }, { updates: [] }] as unknown as TeamReview[];
  expect(toldOf(review).map((told) => told.update.text)).toEqual([
    ...['At risk', 'Decided', 'News of Tuesday', 'News of Monday', 'Whatever'],
  ]);
});
