import { describe, expect, it } from 'vitest';
import { formats } from '../../src/site/format.ts';
import {
  behindLine,
  beyondBar,
  headline,
  linkedTitles,
  rankedTeams,
  sortKeys,
  standings,
} from '../../src/site/overview.ts';
import type { SnapshotTeam, Status } from '../../src/snapshot/snapshot.ts';
import { en } from '../../src/words/en.ts';

function team(name: string, status: Status, gap: number | null = 0): SnapshotTeam {
  return {
    id: name,
    name,
    leader: null,
    vision: null,
    progress: 0.5,
    expected: gap === null ? 0.5 : 0.5 + gap,
    gap,
    status,
    reasons: [],
    kept: { kept: 0, late: 0, missed: 0, rate: null },
    trend: [],
    keptByWeek: [],
    fitness: [],
    goals: [],
    measures: [],
    sources: [],
    leftOut: 0,
  };
}

describe('the headline', () => {
  it.each<[Status[], string]>([
    [['on track', 'done', 'at risk'], 'Two of three teams are on track'],
    [['on track', 'at risk', 'off track'], 'One of three teams is on track'],
    [['on track', 'done'], 'Both teams are on track'],
    [['off track', 'at risk'], 'Neither team is on track'],
    [['done', 'on track', 'on track'], 'All three teams are on track'],
    [['off track', 'at risk', 'at risk'], 'None of the three teams is on track'],
    [['not started', 'not started'], 'No team has started yet'],
    [['off track'], '0 is off track'],
    [['not started'], '0 has not started yet'],
    [[], 'No teams in the plan yet'],
  ])('of %j is “%s”', (statuses, expected) => {
    expect(
      headline(
        statuses.map((status, i) => team(String(i), status)),
        en,
      ),
    ).toBe(expected);
  });
});

describe('ranking', () => {
  it('puts the worst status first, and in it the furthest behind', () => {
    const teams = [
      team('Fine', 'on track', -0.1),
      team('Behind', 'off track', 0.3),
      team('Held up', 'at risk', 0.02),
      team('Further behind', 'off track', 0.5),
      team('Waiting', 'not started'),
    ];
    expect(rankedTeams(teams).map(({ name }) => name)).toEqual([
      'Further behind',
      'Behind',
      'Held up',
      'Fine',
      'Waiting',
    ]);
  });

  it('counts statuses, leaving out those that none has', () => {
    expect(standings([team('a', 'on track'), team('b', 'off track'), team('c', 'on track')])).toEqual([
      { status: 'off track', count: 1 },
      { status: 'on track', count: 2 },
    ]);
  });
});

describe('the line below the headline', () => {
  const british = formats('en-GB', '2026-06-17');

  it('names the two that are furthest behind', () => {
    const teams = [team('A', 'at risk', 0.12), team('B', 'off track', 0.31), team('C', 'at risk', 0.11)];
    expect(behindLine(teams, british, en)).toBe('B is 31 points behind where it should be, A 12.');
  });

  it('is empty where none is behind', () => {
    expect(behindLine([team('A', 'on track', 0.05)], british, en)).toBe('');
  });
});

describe('why a team stands where it does', () => {
  const behind = { code: 'behind', text: 'Behind: 19% done, 58% expected' };

  it('is not said twice: the bar shows the gap', () => {
    const goal = { code: 'goal-off-track', text: 'Off track: “A”' };
    expect(beyondBar([behind, goal])).toEqual([goal]);
    expect(beyondBar([behind])).toEqual([]);
  });
});

describe('what a table is sorted and found by', () => {
  const locale = 'en-GB';
  it('has a number for each order, what has no value last', () => {
    const teams = [
      { ...team('Team 10', 'off track', 0.4), progress: 0.2 },
      { ...team('Team 9', 'not started', null), progress: null },
    ];
    const [first, second] = sortKeys(teams, ({ name }) => (name === 'Team 9' ? '2026-07-01' : null), locale);
    expect(first?.numbers.slice(0, 4)).toEqual([0, 1, 200, -400]);
    expect(second?.numbers.slice(0, 2)).toEqual([1, 0]);
    const orders = [2, 3, 6].map((at) => Math.sign((first?.numbers[at] ?? 0) - (second?.numbers[at] ?? 0)));
    expect(orders).toEqual([-1, -1, 1]);
  });

  it('is small and without accents', () => {
    const [only] = sortKeys(
      [{ ...team('Équipe Nord', 'on track'), leader: 'Søren Ångström' }],
      () => null,
      locale,
    );
    expect(only?.find).toBe('equipe nord søren angstrom');
  });
});

describe('titles within a text', () => {
  const rows = [
    { title: 'A', href: '/a/' },
    { title: 'B (new)', href: '/b/' },
  ];
  it('become links where they are quoted', () => {
    expect(linkedTitles('Off track: “B (new)” and “A”', rows)).toEqual([
      { text: 'Off track: “', href: null },
      { text: 'B (new)', href: '/b/' },
      { text: '” and “', href: null },
      { text: 'A', href: '/a/' },
      { text: '”', href: null },
    ]);
  });

  it('stay text where they are not', () => {
    expect(linkedTitles('A is late', rows)).toEqual([{ text: 'A is late', href: null }]);
    expect(linkedTitles('', rows)).toEqual([]);
  });
});
