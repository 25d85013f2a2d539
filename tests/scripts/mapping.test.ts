import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../helpers/run.ts';
import { on, type Sheets, SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const AS_OF = ['--as-of', '2026-06-17'];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-mapping-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The small plan with its milestones under names of their own. */
const OWN_NAMES: Sheets = {
  Goals: SMALL_PLAN.Goals ?? [],
  Steps: [
    ['Belongs to', 'Step', 'Whose', 'Go-live'],
    ['G1', 'M2', 'Bo Ek', on('2026-08-01')],
    ['G1', 'Contract signed', 'Ann Lee', on('2026-09-01')],
  ],
  Actions: SMALL_PLAN.Actions ?? [],
};

function dataFolder(name: string, json: unknown): string {
  const data = join(folder, name);
  mkdirSync(data);
  writeFileSync(join(data, 'milepost.json'), JSON.stringify(json));
  return data;
}

test('check proposes a mapping which, pasted, lets the plan be read', async () => {
  const source = await writeWorkbook(folder, 'own.xlsx', OWN_NAMES);
  const before = await runCommand('check', [
    '--source',
    source,
    ...AS_OF,
    '--data',
    dataFolder('before', {}),
    '--json',
  ]);
  expect(before.code).toBe(1);
  const { proposedMapping } = JSON.parse(before.stdout);
  expect(proposedMapping.Milestones).toMatchObject({ from: 'Steps', goal: 'Belongs to', due: 'Go-live' });
  const data = dataFolder('after', { sources: [source], ...proposedMapping });
  const after = await runCommand('check', [...AS_OF, '--data', data]);
  expect(after.stdout).not.toMatch(/fatal|error/);
  expect(after.code).toBe(0);
});

test('check tells a person why it proposes what', async () => {
  const source = await writeWorkbook(folder, 'told.xlsx', OWN_NAMES);
  const { stdout } = await runCommand('check', [
    '--source',
    source,
    ...AS_OF,
    '--data',
    dataFolder('told', {}),
  ]);
  expect(stdout).toContain('Milestones could be the sheet “Steps”');
  expect(stdout).toContain('“Go-live”: 2 of 2 cells are days');
  expect(stdout).toContain('"due": "Go-live"');
});

test('each source may have values of its own: a workbook for each of two teams', async () => {
  const ofTeam = async (name: string): Promise<string> =>
    writeWorkbook(folder, `${name}.xlsx`, {
      Goals: [
        ['Goal', 'Start', 'Due'],
        [`Win ${name}`, on('2026-01-01'), on('2026-12-31')],
      ],
      Milestones: [['Goal', 'Milestone', 'Due']],
      Actions: [['Milestone', 'Action', 'Owner', 'Due']],
    });
  const data = dataFolder('teams', {
    sources: [
      { source: await ofTeam('acme'), Goals: { team: 'North' } },
      { source: await ofTeam('beta'), Goals: { team: 'South' } },
    ],
  });
  const { stderr, code } = await runCommand('pull', [...AS_OF, '--data', data]);
  expect(stderr).toContain('2 teams, 2 goals');
  expect(code).toBe(0);
});

test.each([
  [{ Goals: { deu: 'Go-live' } }, 'Goals.deu is no column of a plan. Did you mean “due”?'],
  [{ sources: [{ source: 'x.xlsx', Goalz: {} }] }, '“Goalz” is no sheet of a plan. Did you mean “Goals”?'],
  [{ Milestnes: {} }, 'Milestnes'],
])('%j is wrong usage, told in words', async (json, words) => {
  const data = dataFolder(`wrong-${words.length}`, json);
  const { stderr, code } = await runCommand('check', [...AS_OF, '--data', data, '--source', 'x.xlsx']);
  expect(stderr).toContain(words);
  expect(code).toBe(2);
});
