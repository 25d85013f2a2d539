import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/run.ts';
import { on, type Sheets, SMALL_PLAN, type Value, writeWorkbook } from '../helpers/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'milepost-german-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTINGS: Sheets = {
  Settings: [
    ['Setting', 'Value'],
    ['Locale', 'de-DE'],
    ['TV seconds', 'lang'],
  ],
};

/** The small plan in German, with the due day of its last action as given. */
function dueOn(due: Value): Sheets {
  const actions = (SMALL_PLAN.Actions ?? []).map((row, index) =>
    index === 2 ? row.map((value, i) => (i === 3 ? due : value)) : row,
  );
  return { ...SMALL_PLAN, Actions: actions, ...SETTINGS };
}

describe('a German plan', () => {
  it('tells its problems in German in plan.json, in the terminal and to programs', async () => {
    const data = join(folder, 'data');
    const good = await writeWorkbook(folder, 'plan.xlsx', dueOn(on('2026-06-22')));
    expect((await runCommand('pull', [good, '--as-of', '2026-06-10', '--data', data])).code).toBe(0);
    const bad = await writeWorkbook(folder, 'plan.xlsx', dueOn('ASAP'));
    const args = [bad, '--as-of', '2026-06-11', '--data', data];
    expect((await runCommand('pull', args)).code).toBe(0);

    const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'));
    const [day, setting] = plan.problems;
    expect([day, setting]).toMatchObject([
      {
        code: 'bad-day',
        message:
          '„ASAP“ nennt keinen Tag; erwartet wird ein einzelner Tag. Die Zeile zählt mit dem, was am 10.06.2026 zuletzt zu lesen war: 22.06.2026.',
        fix: 'Den angestrebten Tag eintragen, etwa 31.03.2026; er darf später verschoben werden.',
      },
      {
        code: 'bad-setting',
        message:
          '„lang“ ist für „TV seconds“ nicht zu verwenden; erwartet wird eine ganze Zahl von Sekunden, von 5 bis 3600. Es gilt der Vorgabewert.',
        fix: 'Eintragen: eine ganze Zahl von Sekunden, von 5 bis 3600.',
      },
    ]);
    expect(plan.teams[0].goals[0].milestones[1].actions[1].restored).toEqual([
      {
        field: 'due',
        shown: 'ASAP',
        text: '„Due“: „ASAP“ ist nicht zu verwenden; es zählt: 22.06.2026, Stand 10.06.2026',
      },
    ]);

    const told = await runCommand('check', args);
    expect(told.stdout).toContain(day.message);
    expect(told.stdout).toContain(setting.fix);
    const document = JSON.parse((await runCommand('check', [...args, '--json'])).stdout);
    expect(document.problems).toMatchObject([{ message: day.message }, { message: setting.message }]);
  });

  it('says in German what keeps it from being read', async () => {
    const { Actions: _, ...rest } = dueOn(null);
    const path = await writeWorkbook(folder, 'part.xlsx', rest);
    const { code, stdout } = await runCommand('check', [path, '--data', join(folder, 'part')]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Der Plan braucht ein Blatt namens „Actions“; vorhanden sind „Goals“, „Milestones“ und',
    );
  });
});
