import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT, runCommand } from '../helpers/run.ts';
import { on, type Sheets, SMALL_PLAN, type Value, writeWorkbook } from '../helpers/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'milepost-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The small plan, with the due day of its last action as given. */
function dueOn(due: Value): Sheets {
  const actions = (SMALL_PLAN.Actions ?? []).map((row) =>
    row[1] === 'Train the night shift' ? row.map((value, i) => (i === 3 ? due : value)) : row,
  );
  return { ...SMALL_PLAN, Actions: actions };
}

/** Pulls plans one after another, each as of its day, into one folder. */
async function pulls(name: string, plans: readonly (readonly [day: string, sheets: Sheets])[]) {
  const data = join(folder, name);
  for (const [day, sheets] of plans) {
    const path = await writeWorkbook(folder, `${name}.xlsx`, sheets);
    const { code, stderr } = await runCommand('pull', [path, '--as-of', day, '--data', data]);
    if (code !== 0) throw new Error(stderr);
  }
  const events = readFileSync(join(data, 'history', 'events.jsonl'), 'utf8');
  return {
    data,
    events: events
      .split('\n')
      .filter(Boolean)
      .map((line): Record<string, unknown> => JSON.parse(line)),
    plan: JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8')),
  };
}

function lastAction(plan: { teams: { goals: { milestones: { actions: unknown[] }[] }[] }[] }) {
  return plan.teams[0]?.goals[0]?.milestones[1]?.actions[1];
}

describe('pulling again and again', () => {
  it('begins with what is there, which is nothing that changed', async () => {
    const { events, plan } = await pulls('begin', [['2026-06-10', SMALL_PLAN]]);
    expect(events.length).toBeGreaterThan(4);
    expect(events.every(({ kind, baseline }) => kind === 'added' && baseline === true)).toBe(true);
    expect(plan.changes).toEqual([]);
  });

  it('adds nothing where nothing changed', async () => {
    const once = await pulls('once', [['2026-06-10', SMALL_PLAN]]);
    const thrice = await pulls('thrice', [
      ['2026-06-10', SMALL_PLAN],
      ['2026-06-11', SMALL_PLAN],
      ['2026-06-12', SMALL_PLAN],
    ]);
    expect(thrice.events).toEqual(once.events);
  });

  it('remembers what was first promised when a due day moves, and holds the promise to it', async () => {
    const { events, plan } = await pulls('moved', [
      ['2026-06-10', dueOn(on('2026-06-12'))],
      ['2026-06-11', dueOn(on('2026-06-30'))],
      ['2026-06-17', dueOn(on('2026-06-30'))],
    ]);
    expect(events.filter(({ kind }) => kind === 'due')).toMatchObject([
      { day: '2026-06-11', title: 'Train the night shift', from: '2026-06-12', to: '2026-06-30' },
    ]);
    expect(lastAction(plan)).toMatchObject({ due: '2026-06-30', firstDue: '2026-06-12' });
    // Due on 12 June as first promised, and not done: missed. The other action was done before its day: kept.
    expect(plan.teams[0].kept).toMatchObject({ kept: 1, late: 0, missed: 1 });
    expect(plan.changes).toMatchObject([
      { kind: 'due', move: { days: 18, total: 18, time: 1 }, silent: true },
    ]);
  });

  it('lets a slip of typing cost no row: the cell counts with what it held before', async () => {
    const { events, plan } = await pulls('slip', [
      ['2026-06-10', SMALL_PLAN],
      ['2026-06-12', dueOn('ASAP')],
    ]);
    expect(events.filter(({ baseline }) => !baseline)).toEqual([]);
    expect(lastAction(plan)).toMatchObject({
      due: '2026-06-22',
      restored: [{ field: 'due', shown: 'ASAP' }],
    });
    expect(plan.problems).toMatchObject([{ severity: 'error', cell: 'D3', scope: { leftOut: false } }]);
    expect(plan.teams[0].leftOut).toBe(0);
  });

  it('reports a damaged line with its number, and loses none of the others', async () => {
    const { data, events } = await pulls('damaged', [['2026-06-10', SMALL_PLAN]]);
    const path = join(data, 'history', 'events.jsonl');
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, `${whole}{"day":"2026-06-1\n`);
    const again = await runCommand('check', [
      join(folder, 'damaged.xlsx'),
      '--as-of',
      '2026-06-11',
      '--data',
      data,
    ]);
    expect(again.stdout).toContain(String(events.length + 1));
    expect(readFileSync(path, 'utf8')).toContain('{"day":"2026-06-1\n');
  });

  it('is no business of check', async () => {
    const data = join(folder, 'checked');
    const path = await writeWorkbook(folder, 'checked.xlsx', SMALL_PLAN);
    await runCommand('check', [path, '--as-of', '2026-06-10', '--data', data]);
    expect(existsSync(data)).toBe(false);
  });
});

describe('the sample', () => {
  it('comes with its history, to which another pull adds nothing', async () => {
    const data = join(folder, 'sample');
    cpSync(join(PROJECT, 'data'), data, { recursive: true });
    const path = join(data, 'history', 'sample', 'events.jsonl');
    const before = readFileSync(path);
    const { code } = await runCommand('pull', ['--data', data]);
    expect(code).toBe(0);
    expect(readFileSync(path).equals(before)).toBe(true);
    const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'));
    expect(plan.historyFrom).toBe('2026-03-25');
    expect(plan.changes.filter(({ kind }: { kind: string }) => kind === 'due').length).toBeGreaterThan(20);
  });
});
