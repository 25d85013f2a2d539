import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedCopies } from '../../scripts/marked-copies.ts';
import { runCommand } from '../helpers/run.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const AS_OF = ['--as-of', '2026-06-17'];
const { Goals = [], Milestones = [], Actions = [] } = SMALL_PLAN;
const BAD = [...Actions, ['M2', 'Call the head nurse', 'Ann Lee', 'ASAP', null, null]];
let folder = '';
let plan = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-annotate-'));
  plan = await writeWorkbook(folder, 'plan.xlsx', { ...SMALL_PLAN, Actions: BAD });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const file = (name: string) => ({ name, path: at(name) });

describe('check --annotate', () => {
  it('writes a copy beside what it prints, and leaves the workbook as it was', async () => {
    const before = readFileSync(plan);
    const out = at('marked.xlsx');
    const { code, stdout, stderr } = await runCommand('check', [plan, ...AS_OF, '--annotate', out]);
    expect(stdout).toContain('D4');
    expect(stderr).toMatch(/Wrote .*marked\.xlsx: a copy of plan\.xlsx/);
    expect(code).toBe(1);
    expect(existsSync(out)).toBe(true);
    expect(readFileSync(plan).equals(before)).toBe(true);
  });

  it('writes one copy for each of several workbooks', async () => {
    const goals = await writeWorkbook(folder, 'part-1.xlsx', { Goals, Milestones });
    const actions = await writeWorkbook(folder, 'part-2.xlsx', { Actions: BAD });
    await runCommand('check', [goals, actions, ...AS_OF, '--annotate', at('m.xlsx')]);
    expect(existsSync(at('m-part-1.xlsx'))).toBe(true);
    expect(existsSync(at('m-part-2.xlsx'))).toBe(true);
    expect(existsSync(at('m.xlsx'))).toBe(false);
  });

  it('keeps standard output to the document with --json', async () => {
    const { stdout, stderr } = await runCommand('check', [
      plan,
      ...AS_OF,
      '--json',
      '--annotate',
      at('j.xlsx'),
    ]);
    expect(JSON.parse(stdout).counts.error).toBe(1);
    expect(stderr).toContain('Wrote');
  });

  it('says what is wrong with a path in the document too, and writes nothing: exit 2', async () => {
    const { code, stdout, stderr } = await runCommand('check', [
      plan,
      ...AS_OF,
      '--json',
      '--annotate',
      plan,
    ]);
    expect(JSON.parse(stdout).fault.code).toBe('usage');
    expect(stderr).toContain('take the place of “plan.xlsx” itself');
    expect(code).toBe(2);
  });

  it('is no option of another command', async () => {
    const { code, stderr } = await runCommand('build', [plan, '--annotate', at('b.xlsx')]);
    expect(stderr).toContain('Only `npm run check` takes --annotate');
    expect(code).toBe(2);
  });
});

describe('where a marked copy goes', () => {
  it('is the path given for one workbook, and has the workbooks’ names behind it for several', () => {
    expect(markedCopies(at('m.xlsx'), [file('a.xlsx')]).map(({ out }) => out)).toEqual([at('m.xlsx')]);
    expect(markedCopies(at('m.xlsx'), [file('a.xlsx'), file('b.xlsm')]).map(({ out }) => out)).toEqual([
      at('m-a.xlsx'),
      at('m-b.xlsm'),
    ]);
  });

  it.each([
    ['a folder that is not there', 'gone/m.xlsx', ['a.xlsx'], 'no folder'],
    ['a name of no workbook', 'm.csv', ['a.xlsx'], 'does not end as'],
    ['a workbook of macros without its ending', 'm.xlsx', ['a.xlsm'], '.xlsm'],
    ['two workbooks of one name', 'm.xlsx', ['a.xlsx', 'a.xlsx'], 'Two workbooks'],
    ['the place of the workbook', 'a.xlsx', ['a.xlsx'], 'take the place'],
    ['the place of another workbook of the plan', 'm.xlsx', ['a.xlsx', 'm-a.xlsx'], 'take the place'],
  ])('is not %s', (_name, out, names, words) => {
    expect(() => markedCopies(at(out), names.map(file))).toThrow(words);
  });

  it('is not the workbook by another name', () => {
    symlinkSync(plan, at('link.xlsx'));
    expect(() => markedCopies(at('link.xlsx'), [file('plan.xlsx')])).toThrow('take the place');
  });

  it('is not that of a source that is no file', () => {
    expect(() => markedCopies(at('m.xlsx'), [{ name: 'a sheet', path: null }])).toThrow('is no file');
  });
});
