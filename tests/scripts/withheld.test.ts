import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOptions } from '../../scripts/options.ts';
import { pull } from '../../scripts/pipeline.ts';
import { SHEETS, type SheetKind } from '../../src/plan/columns.ts';
import { readWithheld } from '../../src/plan/withheld.ts';
import { MARKED_FIGURES, markedPlan, marker } from '../helpers/marked-plan.ts';
import { runCommand } from '../helpers/run.ts';
import { on, type Sheets, writeWorkbook } from '../helpers/workbooks.ts';

const AS_OF = ['--as-of', '2026-06-17'];
let folder = '';
let source = '';
let made = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-withheld-'));
  source = await writeWorkbook(folder, 'marked.xlsx', markedPlan());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function dataWith(without: unknown): string {
  const data = join(folder, `data-${made++}`);
  mkdirSync(data);
  writeFileSync(join(data, 'milepost.json'), JSON.stringify({ publish: { without } }));
  return data;
}

/** What the site would be made from, as text. */
async function snapshotText(data: string, path = source): Promise<string> {
  const { snapshot } = await pull(readOptions(['--source', path, ...AS_OF, '--data', data], folder));
  return JSON.stringify(snapshot);
}

/** What a text has of a trace, with what stands around it. */
function foundIn(text: string, trace: RegExp): string | null {
  const at = trace.exec(text);
  return at === null ? null : text.slice(Math.max(0, at.index - 60), at.index + 60);
}

function textsOf(output: string): Map<string, string> {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path.slice(output.length), `${path.slice(output.length)}\n${readFileSync(path, 'utf8')}`];
    }),
  );
}

const optional = Object.values(SHEETS).flatMap(({ kind, name, columns }) =>
  columns.flatMap(({ field, names: [header = ''] }) => {
    const { faults } = readWithheld({ columns: { [name]: [header] } });
    return faults.length === 0 ? [{ kind, name, field, header }] : [];
  }),
);

function traceOf(kind: SheetKind, field: string): RegExp {
  const figure = MARKED_FIGURES[`${kind}.${field}`];
  const word = marker(kind, field);
  return figure === undefined ? new RegExp(word, 'i') : new RegExp(`${word}|(?<!\\d)${figure}(?!\\d)`, 'i');
}

describe('columns', () => {
  test('that can be left out are those that no page stands on', () => {
    expect(optional.map(({ name, header }) => `${name}.${header}`)).toMatchInlineSnapshot(`
      [
        "Teams.Leader",
        "Teams.Vision",
        "Teams.Order",
        "People.Team",
        "People.Role",
        "People.Skills",
        "People.Part",
        "Customers.Does",
        "Customers.Their customers",
        "Customers.Needs",
        "Customers.Satisfaction",
        "Customers.Since",
        "Goals.Customer",
        "Goals.For the customer",
        "Goals.For us",
        "Goals.Owner",
        "Goals.Measure",
        "Goals.Unit",
        "Goals.Baseline",
        "Goals.Target",
        "Goals.Current",
        "Goals.Priority",
        "Goals.Notes",
        "Goals.Link",
        "Milestones.Kind",
        "Milestones.Owner",
        "Milestones.Measure",
        "Milestones.Unit",
        "Milestones.Baseline",
        "Milestones.Target",
        "Milestones.Current",
        "Milestones.Priority",
        "Milestones.Notes",
        "Milestones.Link",
        "Actions.Priority",
        "Actions.Promised to",
        "Actions.Notes",
        "Actions.Link",
        "Updates.Kind",
        "Updates.About",
        "Updates.By",
        "Measures.Owner",
        "Measures.Goal",
        "Measures.Unit",
      ]
    `);
  });

  test.each(optional)(
    '$header of $name is nowhere once it is left out',
    async ({ kind, name, field, header }) => {
      const trace = traceOf(kind, field);
      // No page shows by what teams are ordered.
      if (field !== 'order') expect(trace.test(await snapshotText(dataWith({})))).toBe(true);
      const left = await snapshotText(dataWith({ columns: { [name]: [header] } }));
      expect(foundIn(left, trace)).toBeNull();
    },
  );

  test('have no trace in what changed either', async () => {
    const earlier = await writeWorkbook(
      folder,
      'earlier.xlsx',
      markedPlan({
        'goals.owner': 'zqformerownerqz',
        'goals.priority': 'zqformerpriorityqz',
        'milestones.target': 8319999,
      }),
    );
    const former = /zqformer|8319999/;
    const pulled = async (without: unknown) => {
      const data = dataWith(without);
      const options = readOptions(['--source', earlier, '--as-of', '2026-06-10', '--data', data], folder);
      (await pull(options)).write();
      return snapshotText(data);
    };
    expect(former.test(await pulled({}))).toBe(true);
    expect(await pulled({ columns: { Goals: ['Owner', 'Priority'], Milestones: ['Target'] } })).not.toMatch(
      former,
    );
  });
});

test.each(['Teams', 'People', 'Customers', 'Updates', 'Measures'])(
  'of the sheet %s nothing is left once it is left out',
  async (name) => {
    const kind = Object.values(SHEETS).find((sheet) => sheet.name === name)?.kind ?? 'teams';
    const left = await snapshotText(dataWith({ sheets: [name] }));
    for (const { field } of SHEETS[kind].columns) expect(foundIn(left, traceOf(kind, field))).toBeNull();
    expect(left).not.toContain(
      `${{ people: 'Ann Lee', customers: 'Harbour' }[kind as 'people'] ?? 'Visits'} again`,
    );
  },
);

/** Two teams, each with people, customers and words of its own. */
const TWO_TEAMS: Sheets = {
  Teams: [
    ['Team', 'Leader', 'Vision'],
    ['North', 'Ann Lee', 'Safe water'],
    ['Zqinternal', 'Zqleader', 'Zqvision'],
  ],
  People: [
    ['Name', 'Team', 'Role'],
    ['Ann Lee', 'North', 'Lead'],
    ['Zqidle', 'Zqinternal', 'Zqrole'],
    ['Bo Ek', 'Zqinternal', 'Zqhelper'],
  ],
  Customers: [
    ['Customer', 'Does'],
    ['Harbour', 'Ships'],
    ['Zqclient', 'Zqsecrets'],
  ],
  Goals: [
    ['ID', 'Team', 'Goal', 'Customer', 'Start', 'Due', 'Weight'],
    ['G1', 'North', 'Safe water in every ward', 'Harbour', on('2026-01-01'), on('2026-12-31'), 1],
    ['ZQ1', 'Zqinternal', 'Zqgoal', 'Zqclient', on('2026-01-01'), on('2026-12-31'), 1],
    ['ZQ2', 'Zqinternal', 'Zqlostgoal', 'Zqclient', on('2026-01-01'), 'zqsoon', 1],
  ],
  Milestones: [
    ['ID', 'Goal', 'Milestone', 'Due'],
    ['M1', 'G1', 'First ward live', on('2026-08-01')],
    ['ZM1', 'ZQ1', 'Zqmilestone', on('2026-08-01')],
    ['ZM2', 'Zqnowhere', 'Zqlost', on('2026-08-01')],
  ],
  Actions: [
    ['Milestone', 'Action', 'Owner', 'Due', 'Promised to'],
    ['M1', 'Train the night shift', 'Bo Ek', on('2026-06-22'), 'Zqinternal'],
    ['ZM1', 'Zqaction', 'Zqowner', on('2026-06-22'), 'Zqleader'],
  ],
  Updates: [
    ['Date', 'Team', 'Update', 'About'],
    [on('2026-06-10'), 'North', 'Ready', 'Zqgoal'],
    [on('2026-06-10'), 'Zqinternal', 'Zqupdate', null],
  ],
  Measures: [
    ['Measure', 'Team', on('2026-06-08')],
    ['Visits', 'North', 5],
    ['Zqmeasure', 'Zqinternal', 5],
  ],
};

describe('teams', () => {
  test('that are left out count nowhere and are named nowhere', async () => {
    const path = await writeWorkbook(folder, 'two.xlsx', TWO_TEAMS);
    const before = await writeWorkbook(folder, 'two-before.xlsx', {
      ...TWO_TEAMS,
      Actions: [...(TWO_TEAMS.Actions ?? []), ['ZM1', 'Zqformer', 'Zqowner', on('2026-06-22'), null]],
    });
    const pulled = async (without: unknown) => {
      const data = dataWith(without);
      const options = readOptions(['--source', before, '--as-of', '2026-06-10', '--data', data], folder);
      (await pull(options)).write();
      return snapshotText(data, path);
    };
    const whole = await pulled({});
    for (const word of ['goal', 'former', 'nowhere', 'soon', 'client', 'idle', 'update', 'measure'])
      expect(new RegExp(`zq${word}`, 'i').test(whole), word).toBe(true);
    const left = await pulled({ teams: ['zqInternal'] });
    expect(left.match(/.{30}zq.{30}/gi)).toBeNull();
    // Who works for the others too is still known, but not where else.
    expect(left).toContain('Bo Ek');
    expect(left).toContain('Safe water in every ward');
  });

  test('that were renamed are still left out, under their new name', async () => {
    const data = dataWith({ teams: ['Zqinternal'] });
    const path = await writeWorkbook(folder, 'named.xlsx', TWO_TEAMS);
    (await pull(readOptions(['--source', path, '--as-of', '2026-06-10', '--data', data], folder))).write();
    const renamed = JSON.parse(JSON.stringify(TWO_TEAMS).replaceAll('Zqinternal', 'Zqinner'));
    const days = (_: string, value: unknown) =>
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value;
    const after = await writeWorkbook(folder, 'renamed.xlsx', JSON.parse(JSON.stringify(renamed), days));
    expect((await snapshotText(data, after)).match(/.{30}zq.{30}/gi)).toBeNull();
  });
});

test('a name that is wrong stops everything, and is told with its key', async () => {
  const run = (without: unknown) =>
    runCommand('pull', ['--source', source, ...AS_OF, '--data', dataWith(without)]);
  const wrong = await run({
    sheets: ['Costumers', 'Goals'],
    columns: { Customers: ['Satisfction'], Actions: ['Owner', 'Status'], People: ['Name'] },
  });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain(
    'publish.without.sheets: “Costumers” is no sheet of a plan. Did you mean “Customers”?',
  );
  expect(wrong.stderr).toContain('publish.without.sheets: Goals cannot be left out');
  expect(wrong.stderr).toContain(
    'publish.without.columns.Customers: “Satisfction” is no column of Customers. Did you mean “Satisfaction”?',
  );
  expect(wrong.stderr).toContain('publish.without.columns.Actions: Owner cannot be left out');
  expect(wrong.stderr).toContain('publish.without.columns.Actions: Status cannot be left out');
  expect(wrong.stderr).toContain('leave out the sheet People instead');
  const team = await run({ teams: ['Nort'] });
  expect(team.code).toBe(2);
  expect(team.stderr).toContain('publish.without.teams: the plan has no team “Nort”. Did you mean “North”?');
  const key = await run({ team: ['North'] });
  expect(key.code).toBe(2);
  expect(key.stderr).toContain('publish.without');
});

test('a whole site has no trace of what is left out', async () => {
  const columns: Record<string, string[]> = {};
  for (const { name, header } of optional) columns[name] = [...(columns[name] ?? []), header];
  const out = join(folder, 'dist');
  const data = dataWith({ columns });
  const { code, stderr } = await runCommand('build', [
    ...['--source', source, ...AS_OF, '--data', data, '--out', out],
  ]);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const texts = textsOf(out);
  // Pictures are drawn from this file, and their letters are shapes.
  texts.set('plan', readFileSync(join(data, 'plan.json'), 'utf8'));
  const found = [...texts].flatMap(([path, text]) =>
    optional
      .filter(({ kind, field }) => traceOf(kind, field).test(field === 'satisfaction' ? '' : text))
      .map(({ kind, field }) => `${path}: ${kind}.${field}`),
  );
  expect(found).toEqual([]);
}, 120_000);

const ADDRESS = /[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}|mailto:[^.]|zqhost/iu;

test('no e-mail address is in a site, whatever cell it stood in', async () => {
  const every: Record<string, string> = {};
  for (const { kind, columns } of Object.values(SHEETS)) {
    for (const { field, reads } of columns) {
      const key = `${kind}.${field}`;
      if (reads === 'text' || reads === 'list' || reads === 'name' || reads === 'names')
        every[key] = `${kind} ${field} zq.${field}@zqhost.example`;
      if (reads === 'link') every[key] = 'mailto:zq.mail@zqhost.example';
    }
  }
  Object.assign(every, {
    'goals.id': 'G1',
    'milestones.id': 'M1',
    'actions.id': 'A1',
    'goals.team': every['teams.team'],
    'people.team': every['teams.team'],
    'updates.team': every['teams.team'],
    'measures.team': every['teams.team'],
    'milestones.goal': 'G1',
    'actions.milestone': 'M1',
    'actions.owner': 'ann.lee@zqhost.example',
    'people.name': 'ann.lee@zqhost.example',
    'actions.link': 'https://example.com/?to=ann%40zqhost.example',
    'goals.link': 'https://ann@zqhost.example/',
  });
  const path = await writeWorkbook(folder, 'mail.xlsx', markedPlan(every));
  const out = join(folder, 'mail');
  const data = dataWith({});
  const { code, stderr } = await runCommand('build', [
    ...['--source', path, ...AS_OF, '--data', data, '--out', out],
  ]);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const texts = textsOf(out);
  texts.set('plan', readFileSync(join(data, 'plan.json'), 'utf8'));
  const found = [...texts].flatMap(([file, text]) => {
    const at = ADDRESS.exec(text);
    return at === null || /\.(png|woff2?)$/.test(file)
      ? []
      : [`${file}: ${text.slice(at.index - 60, at.index + 60)}`];
  });
  expect(found).toEqual([]);
  // One person, in whatever sheet the address stood.
  const people = [...texts.keys()].sort().filter((file) => /people\/.*ann.*\/index\.html$/.test(file));
  expect(people).toEqual(['/people/ann-lee-again/index.html', '/people/ann-lee/index.html']);
}, 120_000);
