import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/site/format.ts';
import type { ShareCard } from '../../src/site/share/card.ts';
import { pictureOf, sharePictures } from '../../src/site/share/pictures.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { en } from '../../src/words/en.ts';
import { goal, milestone, planOf } from '../helpers/rows.ts';
import { snapshotOf } from '../helpers/snapshots.ts';

const plan = snapshotOf(planOf([goal({ milestones: [milestone()] })]));
const doorOf = (of: Snapshot, origin: string | null = 'https://plan.example.com') => ({
  plan: of,
  formats: formats('en-GB', of.asOf),
  words: en,
  origin,
});

/** The plan with its one team so many times. */
function many(count: number): Snapshot {
  return {
    ...plan,
    teams: plan.teams.flatMap((team) =>
      Array.from({ length: count }, (_, i) => ({
        ...team,
        id: `team-${i}`,
        goals: team.goals.map((each) => ({ ...each, id: `goal-${i}` })),
      })),
    ),
  };
}

describe('the pictures of a site', () => {
  it('are one of the plan, of each team and of each goal, with their figures', () => {
    const pictures = sharePictures(doorOf(plan));
    expect(pictures.map(({ name }) => name)).toEqual(['plan', 'teams/north', 'goals/goal']);
    expect(pictures[1]?.card.pace?.text).toBe('0% done, 40% expected by today');
    expect(pictures[1]?.card.status?.word).toBe('off track');
    expect(pictureOf(doorOf(plan), { team: 'north', goal: 'goal' })).toBe('/share/goals/goal.png');
    expect(pictureOf(doorOf(plan))).toBe('/share/plan.png');
  });

  it('are none where it is not known where the site is published', () => {
    expect(sharePictures(doorOf(plan, null))).toEqual([]);
  });

  it('are those of teams alone where there are many, and one where there are very many', () => {
    const names = (count: number) => sharePictures(doorOf(many(count))).map(({ name }) => name);
    expect(names(61)).toHaveLength(62);
    expect(names(61).some((name) => name.startsWith('goals/'))).toBe(false);
    expect(pictureOf(doorOf(many(61)), { team: 'team-3', goal: 'goal-3' })).toBe('/share/teams/team-3.png');
    expect(names(251)).toEqual(['plan']);
    expect(pictureOf(doorOf(many(251)), { team: 'team-3' })).toBe('/share/plan.png');
  });
});

describe('a picture', () => {
  // The build turns the fonts into text; here they are read as the files that they are.
  const card: ShareCard = {
    above: 'Søren & Łukasz <b>',
    title: 'Every ward 病院 🏥 has water, '.repeat(8),
    deck: 'At risk: “A” and „B“',
    status: { status: 'at risk', word: 'at risk' },
    counts: [],
    pace: { progress: 0, expected: 1, text: '0% done' },
    more: null,
    below: 'As of 17 Jun 2026',
  };

  it('is a PNG of the size that is asked for, whatever the text', async () => {
    const { renderCard } = await import('../../src/site/share/render.ts');
    const { format, width, height } = await sharp(await renderCard(card)).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
  });
});
