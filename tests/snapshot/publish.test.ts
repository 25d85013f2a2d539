import { describe, expect, test } from 'vitest';
import { scorePlan } from '../../src/rollup/score.ts';
import { planJsonSchema, publish } from '../../src/snapshot/json-schema.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import {
  action,
  customer,
  doneAction,
  firstPromised,
  goal,
  inDays,
  milestone,
  person,
  plan,
  TODAY,
  team,
  update,
} from '../helpers/rows.ts';

const history = [0, 1, 2, 3].map((week) => doneAction(inDays(-3 - 7 * week), { id: `done-${week}` }));
const whole = plan({
  teams: [
    team({
      goals: [
        goal({
          notes: 'Only for us',
          milestones: [milestone({ notes: 'Only for us', actions: [...history, action()] })],
        }),
      ],
    }),
  ],
  people: [person()],
  customers: [customer()],
  updates: [update({ aboutGoal: 'goal' })],
});

const snapshot = makeSnapshot({
  plan: whole,
  scored: scorePlan(whole, firstPromised({}), TODAY),
  problems: [
    {
      severity: 'warning',
      code: 'unknown-person',
      sheet: 'Actions',
      cell: 'C2',
      value: 'An Lee',
      message: '“An Lee” is not on the People sheet.',
      fix: 'Add the person, or mend the name.',
      link: 'https://example.org/sheet',
      book: 'plan.xlsx',
      scope: { team: 'north', goal: 'goal', milestone: 'milestone', leftOut: false },
    },
  ],
  asOf: TODAY,
  source: 'plan.xlsx',
  past: {
    ...NO_PAST,
    changes: [
      {
        day: '2026-03-01',
        kind: 'added',
        row: 'goal',
        field: null,
        from: null,
        to: null,
        sort: 'goal',
        title: 'Goal',
        team: 'team',
        goal: 'goal',
        milestone: null,
        owner: null,
        move: null,
        silent: false,
      },
    ],
  },
});
const published = publish(snapshot);

/** The keys of each kind of object, as the contract with other programs lists them. */
const CONTRACT: Readonly<Record<string, string>> = {
  '': 'version asOf title source settings problems teams people customers updates changes',
  problems: 'severity code sheet cell value message fix link',
  teams: 'id name leader vision progress expected gap status reasons kept fitness goals',
  'teams.reasons': 'code text',
  'teams.kept': 'kept late missed rate',
  'teams.fitness': 'check result detail',
  'teams.goals':
    'id title customer forCustomer forUs owner start due measure unit baseline target current weight priority work expectedWork outcome progress expected gap status declared reasons forecast milestones',
  'teams.goals.forecast': 'p50 p85',
  'teams.goals.milestones':
    'id title kind owner start due firstDue doneOn weight priority progress expected gap status declared reasons forecast actions',
  'teams.goals.milestones.forecast': 'p50 p85',
  'teams.goals.milestones.actions':
    'id title owner due firstDue doneOn state weight priority promisedTo link',
  people: 'id name team role skills part kept open overdue dueThisWeek',
  customers: 'id name does theirCustomers needs satisfaction since',
  updates: 'day team text kind about by',
  changes: 'day kind sort row field from to',
};

/** The first value at a path of keys; of a list, its first item. */
function valueAt(value: unknown, path: string): unknown {
  let here: unknown = value;
  for (const key of path.split('.').filter(Boolean)) here = firstOf(fieldOf(here, key));
  return here;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

const keysOf = (value: unknown): string[] => Object.keys(Object(value)).sort();
const sorted = (keys: string): string[] => keys.split(' ').sort();

describe('what is published', () => {
  test.each(Object.entries(CONTRACT))('“%s” has these keys and no others', (path, keys) => {
    expect(keysOf(valueAt(published, path))).toEqual(sorted(keys));
  });

  test('what only the pages need is in the pulled plan, and not in the published one', () => {
    for (const onlyForPages of ['Only for us', '"keptByWeek"', '"row":{', '"aboutGoal"', '"scope"']) {
      expect(JSON.stringify(snapshot)).toContain(onlyForPages);
      expect(JSON.stringify(published)).not.toContain(onlyForPages);
    }
  });

  test('shares and gaps are exact: 4 of 5 done is 0.8, 40 of 100 days is 0.4', () => {
    const { progress, expected, gap } = published.teams[0]?.goals[0]?.milestones[0] ?? {};
    expect([progress, expected, gap]).toEqual([0.8, 0.4, -0.4]);
  });

  test('a problem without an address has no link at all', () => {
    const [problem] = snapshot.problems;
    if (problem === undefined) throw new Error('There is a problem in this plan.');
    const { link: _link, ...without } = problem;
    expect(keysOf(publish({ ...snapshot, problems: [without] }).problems[0])).toEqual(
      sorted('severity code sheet cell value message fix'),
    );
  });

  test('the same plan and day give the same bytes', () => {
    const again = makeSnapshot({
      plan: whole,
      scored: scorePlan(whole, firstPromised({}), TODAY),
      problems: [],
      asOf: TODAY,
      source: 'plan.xlsx',
      past: NO_PAST,
    });
    expect(JSON.stringify(again.teams)).toBe(JSON.stringify(snapshot.teams));
  });
});

describe('its JSON Schema', () => {
  // Read back, so that it is looked at as other programs see it.
  const schema: unknown = JSON.parse(JSON.stringify(planJsonSchema()));

  /** The schema of the objects at a path: through `items` of lists and past `null`. */
  function schemaAt(path: string): unknown {
    let here: unknown = schema;
    for (const key of path.split('.').filter(Boolean)) here = bare(fieldOf(fieldOf(here, 'properties'), key));
    return here;
  }

  function bare(value: unknown): unknown {
    const items = fieldOf(value, 'items');
    if (items !== undefined) return bare(items);
    const choices = fieldOf(value, 'anyOf');
    if (!Array.isArray(choices)) return value;
    return bare(choices.find((choice) => fieldOf(choice, 'type') !== 'null'));
  }

  test('is of draft 2020-12', () => {
    expect(fieldOf(schema, '$schema')).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test.each(Object.entries(CONTRACT))(
    '“%s”: it knows these keys; all but a link are needed',
    (path, keys) => {
      const needed = path === 'problems' ? keys.replace(' link', '') : keys;
      expect(fieldOf(schemaAt(path), 'type')).toBe('object');
      expect(keysOf(fieldOf(schemaAt(path), 'properties'))).toEqual(sorted(keys));
      expect([...Object(fieldOf(schemaAt(path), 'required'))].sort()).toEqual(sorted(needed));
    },
  );

  test('shares are 0 to 1, days are days, statuses are the six', () => {
    const of = (path: string, key: string) => bare(fieldOf(fieldOf(schemaAt(path), 'properties'), key));
    expect(of('teams', 'progress')).toMatchObject({ type: 'number', minimum: 0, maximum: 1 });
    expect(of('teams.goals.milestones', 'due')).toMatchObject({ type: 'string', format: 'date' });
    expect(of('teams.goals', 'status')).toMatchObject({
      enum: ['on track', 'at risk', 'off track', 'not started', 'done', 'dropped'],
    });
    expect(fieldOf(of('', 'version'), 'const')).toBe(1);
  });

  test('a key that a later version adds does not break programs that hold this schema', () => {
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
  });
});
