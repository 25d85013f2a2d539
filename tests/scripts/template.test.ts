import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnGuide } from '../../scripts/template/column-guide.ts';
import { templateWorkbook } from '../../scripts/template/workbook.ts';
import { type Day, dayFromIso } from '../../src/grid/day.ts';
import type { Cell } from '../../src/grid/grid.ts';
import { inEnglish } from '../../src/grid/said.ts';
import { type ColumnSpec, GUIDE_SHEET, SHEET_KINDS, SHEETS, type SheetKind } from '../../src/plan/columns.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { readSettings } from '../../src/plan/read-settings.ts';
import { SETTING_NAMES, SETTINGS, settingNamed } from '../../src/plan/settings.ts';
import { STATUS_NAMES, statusOf } from '../../src/plan/statuses.ts';
import { directionOf, updateKind } from '../../src/plan/words.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import { runCommand } from '../helpers/run.ts';
import { on } from '../helpers/workbooks.ts';

const TODAY = day('2026-06-03');
let folder = '';
let bytes: Uint8Array;
let book: ExcelJS.Workbook;
let parts: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-template-'));
  bytes = await templateWorkbook(TODAY);
  book = await opened(bytes);
  parts = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(iso);
  return found;
}

async function opened(content: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // The library's types ask for a buffer of an older kind; it takes any.
  await workbook.xlsx.load(Buffer.from(content) as unknown as ArrayBuffer);
  return workbook;
}

function sheetOf(workbook: ExcelJS.Workbook, kind: SheetKind): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(SHEETS[kind].name);
  if (sheet === undefined) throw new Error(`no sheet ${kind}`);
  return sheet;
}

/** The number of the column that a header stands over, from 1. */
function columnOf(kind: SheetKind, header: string): number {
  const at = SHEETS[kind].columns.findIndex(({ names }) => names[0] === header);
  if (at < 0) throw new Error(`no column ${header}`);
  return at + 1;
}

function validation(kind: SheetKind, header: string, row = 2): ExcelJS.DataValidation | undefined {
  return sheetOf(book, kind).getCell(row, columnOf(kind, header)).dataValidation;
}

/** The words of a drop-down that names them itself. */
function words(rule: ExcelJS.DataValidation | undefined): string[] {
  return String(rule?.formulae?.[0] ?? '')
    .replace(/^"|"$/g, '')
    .split(',');
}

function problemsOf(content: Uint8Array) {
  const books = [readWorkbook(content, 'plan.xlsx')];
  const { settings, problems } = readSettings(books, {});
  const reading = readPlan(books, settings, TODAY);
  return { plan: reading.plan, problems: [...reading.problems, ...problems] };
}

describe('the command', () => {
  it('writes a workbook, and says what comes next', async () => {
    const out = join(folder, 'new.xlsx');
    const { code, stdout, stderr } = await runCommand('template', [out]);
    expect(stderr).toContain(`Wrote ${out}`);
    expect(stderr).toContain(`npm run check -- ${out}`);
    expect([code, stdout]).toEqual([0, '']);
    expect(problemsOf(readFileSync(out)).problems).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    const check = await runCommand('check', [out, '--data', join(folder, 'data')]);
    expect([check.code, check.stderr]).toEqual([1, '1 fatal.\n']);
  });

  it('leaves a file that is there as it is, but for --force', async () => {
    const out = join(folder, 'mine.xlsx');
    writeFileSync(out, 'mine');
    const refused = await runCommand('template', [out]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('exists already');
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(out, 'utf8')).toBe('mine');
    const forced = await runCommand('template', ['--force', out]);
    expect(forced.code).toBe(0);
    expect(problemsOf(readFileSync(out)).problems).toHaveLength(1);
  });

  it.each<[string, () => string[], string]>([
    ['no name', () => [], 'is missing'],
    ['two names', () => [join(folder, 'a'), join(folder, 'b.xlsx')], 'One name is expected'],
    ['another format', () => [join(folder, 'plan.ods')], 'does not end in .xlsx'],
    ['an unknown option', () => [join(folder, 'plan.xlsx'), '--forse'], "Unknown option '--forse'"],
    ['a folder that is not there', () => [join(folder, 'none', 'plan.xlsx')], 'There is no folder'],
    [
      'a folder',
      () => {
        mkdirSync(join(folder, 'odd.xlsx'), { recursive: true });
        return [join(folder, 'odd.xlsx'), '--force'];
      },
      'is a folder',
    ],
  ])('%s: exit 2, in plain words', async (_name, args, told) => {
    const { code, stderr } = await runCommand('template', args());
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  it('says what it takes', async () => {
    const { code, stdout } = await runCommand('template', ['--help']);
    expect(stdout).toContain('npm run template -- OUT.xlsx');
    expect(code).toBe(0);
  });
});

describe('the workbook as it is', () => {
  it('says that there are no rows yet, and nothing else', () => {
    const { plan, problems } = problemsOf(bytes);
    expect(plan).toBeNull();
    expect(problems.map(({ severity, code, sheet }) => [severity, code, sheet])).toEqual([
      ['fatal', 'no-rows', 'Goals'],
    ]);
  });

  it('begins with the page on how to fill it in, and has every sheet', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      GUIDE_SHEET,
      ...[
        'Goals',
        'Milestones',
        'Actions',
        'Teams',
        'People',
        'Customers',
        'Updates',
        'Measures',
        'Settings',
      ],
    ]);
    expect(book.worksheets.map(({ name }) => name).sort()).toEqual(
      [GUIDE_SHEET, ...SHEET_KINDS.map((kind) => SHEETS[kind].name)].sort(),
    );
  });

  it('is the same each time, and names no person', async () => {
    expect(Buffer.from(await templateWorkbook(TODAY)).equals(bytes)).toBe(true);
    expect([book.creator, book.lastModifiedBy]).toEqual(['Milepost', 'Milepost']);
  });

  it.each(SHEET_KINDS)('has each column of %s, with a note on it', (kind) => {
    const sheet = sheetOf(book, kind);
    const { columns } = SHEETS[kind];
    for (const [index, { names, needed, field }] of columns.entries()) {
      const cell = sheet.getCell(1, index + 1);
      expect(cell.value).toBe(names[0]);
      expect(cell.numFmt.includes('*')).toBe(needed);
      const note = noteOf(cell);
      expect(note).toContain(needed ? 'needed in every row' : 'may be left blank');
      expect(note).toContain(`Example: ${columnGuide(kind, field).example}`);
      for (const name of names) expect(note).toContain(name);
    }
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:1' });
    const further = kind === 'measures' ? 13 : 0;
    expect(sheet.getRow(1).actualCellCount).toBe(columns.length + further);
  });

  it('says nothing of a column that there is not', () => {
    expect(() => columnGuide('goals', '__proto__')).toThrow('goals.__proto__');
  });

  it('heads the weekly measures by Mondays, from this week on', () => {
    const sheet = sheetOf(book, 'measures');
    const first = SHEETS.measures.columns.length + 1;
    expect([first, first + 1].map((at) => sheet.getCell(1, at).value)).toEqual([
      on('2026-06-01'),
      on('2026-06-08'),
    ]);
  });

  it('has day and percent formats on whole columns, and no cells below the headers', () => {
    for (const kind of SHEET_KINDS) {
      for (const [index, { reads, field }] of SHEETS[kind].columns.entries()) {
        const { numFmt } = sheetOf(book, kind).getColumn(index + 1).style;
        if (reads === 'day' || reads === 'done') expect(numFmt).toBe('yyyy-mm-dd');
        if (reads === 'share') expect(numFmt).toBe('0%');
        if (field === 'id') expect(numFmt).toBe('@');
      }
      const path = `xl/worksheets/sheet${sheetOf(book, kind).id}.xml`;
      const rows = [...(parts.get(path) ?? '').matchAll(/<row /g)].length;
      expect(rows).toBe(kind === 'settings' ? 1 + SETTING_NAMES.length : 1);
    }
  });

  it('links to its own sheets, and to nothing outside', () => {
    const guide = parts.get('xl/worksheets/sheet1.xml') ?? '';
    for (const kind of SHEET_KINDS) expect(guide).toContain(` location="${SHEETS[kind].name}!A1"`);
    expect(guide).not.toMatch(/<hyperlink [^>]*r:id/);
    for (const [path, xml] of parts) if (path.endsWith('.rels')) expect(xml).not.toContain('External');
  });

  it('has notes with room for their text', () => {
    const shapes =
      (parts.get('xl/drawings/vmlDrawing2.vml') ?? '').match(/<v:shape [\s\S]*?<\/v:shape>/g) ?? [];
    expect(shapes).toHaveLength(SHEETS.goals.columns.length);
    for (const [index, shape] of shapes.entries()) {
      const height = Number(/height:([\d.]+)pt/.exec(shape)?.[1]);
      const lines = noteOf(sheetOf(book, 'goals').getCell(1, index + 1)).length / 50;
      expect(height).toBeGreaterThan(lines * 13);
      expect(shape).not.toContain('width:97.8pt');
    }
  });

  it('needs nothing that Google Sheets lacks', () => {
    expect(
      [...parts.keys()].filter((path) => /tables|charts|metadata|externalLinks|macro/.test(path)),
    ).toEqual([]);
    const formulas = [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<formula\d?>([^<]*)</g)].map(([, formula = '']) => formula),
    );
    expect(formulas.length).toBeGreaterThan(40);
    for (const formula of formulas) expect(formula).not.toMatch(/[{}[\]#@]|OFFSET|INDIRECT|_xl/);
  });
});

function noteOf(cell: ExcelJS.Cell): string {
  const { note } = cell;
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}

describe('drop-downs', () => {
  it.each<[SheetKind, string, string, number]>([
    ['goals', 'Team', 'Teams!$A$2:$A$200', 500],
    ['goals', 'Customer', 'Customers!$A$2:$A$500', 500],
    ['goals', 'Owner', 'People!$A$2:$A$500', 500],
    ['milestones', 'Goal', 'Goals!$C$2:$C$500', 1000],
    ['milestones', 'Owner', 'People!$A$2:$A$500', 1000],
    ['actions', 'Milestone', 'Milestones!$C$2:$C$1000', 2000],
    ['actions', 'Owner', 'People!$A$2:$A$500', 2000],
    ['actions', 'Promised to', 'People!$A$2:$A$500', 2000],
    ['teams', 'Leader', 'People!$A$2:$A$500', 200],
    ['people', 'Team', 'Teams!$A$2:$A$200', 500],
    ['updates', 'Team', 'Teams!$A$2:$A$200', 1000],
    ['updates', 'By', 'People!$A$2:$A$500', 1000],
    ['measures', 'Team', 'Teams!$A$2:$A$200', 200],
    ['measures', 'Owner', 'People!$A$2:$A$500', 200],
  ])('%s, %s: lists %s down to row %i, and lets new names pass', (kind, header, range, lastRow) => {
    for (const row of [2, lastRow]) {
      expect(validation(kind, header, row)).toMatchObject({
        type: 'list',
        formulae: [range],
        errorStyle: 'warning',
        allowBlank: true,
      });
    }
    expect(validation(kind, header, lastRow + 1)).toBeUndefined();
    expect(validation(kind, header, 1)).toBeUndefined();
  });

  it('lists words that are understood', () => {
    const all = STATUS_NAMES.map((name) => statusOf(name));
    expect(words(validation('goals', 'Status')).map(statusOf)).toEqual(all);
    expect(words(validation('milestones', 'Status')).map(statusOf)).toEqual(all);
    const ofActions = words(validation('actions', 'Status')).map(statusOf);
    expect(ofActions).toEqual(all.filter((status) => status?.declared === null));
    const kinds = words(validation('updates', 'Kind'));
    expect(kinds.map(updateKind)).toEqual(kinds);
    const directions = words(validation('measures', 'Direction'));
    expect(directions.map(directionOf)).toEqual(['up', 'down']);
    expect(words(validation('milestones', 'Kind'))).toContain('Signing');
  });

  it('refuse what is no day or no fitting number', () => {
    for (const kind of SHEET_KINDS) {
      for (const { names, reads } of SHEETS[kind].columns) {
        if (reads !== 'day' && reads !== 'done') continue;
        const rule = validation(kind, names[0] ?? '');
        expect(rule).toMatchObject({ type: 'date', errorStyle: 'stop' });
        expect(rule?.error).toContain('2026-03-31');
      }
    }
    expect(validation('milestones', 'Progress')).toMatchObject({ type: 'decimal', formulae: [0, 1] });
    expect(validation('customers', 'Satisfaction')).toMatchObject({ type: 'decimal', formulae: [0, 10] });
    for (const kind of ['goals', 'milestones', 'actions'] as const) {
      expect(validation(kind, 'Weight')).toMatchObject({ operator: 'greaterThan', formulae: [0] });
    }
  });

  it('keep to the lengths that Excel takes', () => {
    for (const xml of parts.values()) {
      for (const [, text = ''] of xml.matchAll(/<formula1>&quot;([^<]*)&quot;</g)) {
        expect(text.length).toBeLessThanOrEqual(255);
      }
      for (const [, text = ''] of xml.matchAll(/ error="([^"]*)"/g))
        expect(text.length).toBeLessThanOrEqual(225);
      for (const [, text = ''] of xml.matchAll(/ errorTitle="([^"]*)"/g)) {
        expect(text.length).toBeLessThanOrEqual(32);
      }
    }
  });
});

describe('settings', () => {
  const rows = SETTING_NAMES.map((name, index) => ({ name, row: index + 2 }));

  it('are all there, blank, each with what it means', () => {
    const sheet = sheetOf(book, 'settings');
    for (const { name, row } of rows) {
      expect(settingNamed(String(sheet.getCell(row, 1).value))).toBe(name);
      expect(sheet.getCell(row, 2).value).toBeNull();
      expect(sheet.getCell(row, 3).value).toContain(inEnglish(SETTINGS[name].expected));
    }
  });

  it('take what the drop-downs and limits let pass, and limits no more than that', () => {
    const sheet = sheetOf(book, 'settings');
    let limited = 0;
    for (const { name, row } of rows) {
      const rule = sheet.getCell(row, 2).dataValidation;
      const reads = (value: string | number) => SETTINGS[name].read(cellOf(value), String(value)) !== null;
      if (rule?.type === 'list') expect(words(rule).filter((word) => !reads(word))).toEqual([]);
      if (rule?.type !== 'whole' && rule?.type !== 'decimal') continue;
      limited += 1;
      const [least, most] = rule.formulae.map(Number);
      if (least === undefined || most === undefined) throw new Error(`${name} has no limits`);
      expect([least, most].map(reads)).toEqual([true, true]);
      if (rule.type === 'whole') expect([least - 1, most + 1].map(reads)).toEqual([false, false]);
    }
    expect(limited).toBe(5);
  });
});

function cellOf(value: string | number): Cell {
  const base = {
    row: 2,
    column: 2,
    shown: String(value),
    format: null,
    link: null,
    formula: 'none',
  } as const;
  return typeof value === 'number' ? { ...base, kind: 'number', value } : { ...base, kind: 'text', value };
}

describe('filled in', () => {
  /** The example of a column as a person would type it. */
  function typed(kind: SheetKind, { field, reads }: ColumnSpec): ExcelJS.CellValue {
    const { example } = columnGuide(kind, field);
    if (reads === 'day') return on(example);
    if (reads === 'share') return Number.parseFloat(example) / 100;
    return reads === 'number' ? Number(example) : example;
  }

  it('with the examples of its own notes, is a plan without a problem', async () => {
    const filled = await opened(bytes);
    for (const kind of SHEET_KINDS.filter((each) => each !== 'settings')) {
      for (const [index, column] of SHEETS[kind].columns.entries()) {
        // The rows are open ones.
        if (column.reads === 'done') continue;
        sheetOf(filled, kind).getCell(2, index + 1).value = typed(kind, column);
      }
    }
    sheetOf(filled, 'people').getCell('A3').value = 'Bo Ek';
    sheetOf(filled, 'measures').getCell(2, SHEETS.measures.columns.length + 1).value = 9;
    sheetOf(filled, 'settings').getCell('B3').value = columnGuide('settings', 'value').example;
    const { plan, problems } = problemsOf(new Uint8Array(await filled.xlsx.writeBuffer()));
    expect(problems).toEqual([]);
    expect(plan?.settings.timeZone).toBe('Europe/Zurich');
    const goal = plan?.teams[0]?.goals[0];
    expect(goal).toMatchObject({ title: 'Safe water in every ward', due: day('2026-12-18'), target: 24 });
    expect(goal?.milestones[0]).toMatchObject({ title: 'First ward live', typedProgress: 0.4 });
    expect(goal?.milestones[0]?.actions[0]).toMatchObject({ owners: ['Bo Ek'], due: day('2026-06-12') });
    expect(plan?.measures[0]?.weeks).toEqual([{ day: day('2026-06-01'), value: 9 }]);
  });
});

describe('colours', () => {
  /** Which marks a row has, by the formulas of the conditional formats of its sheet: their priorities. */
  function marks(kind: SheetKind, row: Readonly<Record<string, string | number | boolean>>): number[] {
    const cells = new Map(Object.entries(row).map(([header, value]) => [columnOf(kind, header), value]));
    const path = `xl/worksheets/sheet${sheetOf(book, kind).id}.xml`;
    const rules = (parts.get(path) ?? '').matchAll(/priority="(\d)"><formula>([^<]*)</g);
    return [...rules].flatMap(([, priority, formula = '']) =>
      holds(formula, cells) ? [Number(priority)] : [],
    );
  }

  /** Works a formula out: the few functions that the formats use. */
  function holds(xml: string, cells: ReadonlyMap<number, string | number | boolean>): boolean {
    const formula = xml
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replace(/\$A2:\$[A-Z]2/g, 'all')
      .replace(/\$([A-Z])2/g, 'cell("$1")')
      .replace(/([^<>])=/g, '$1===')
      .replaceAll('<>', '!==')
      .replaceAll('FALSE', 'false');
    const functions = {
      AND: (...of: boolean[]) => of.every(Boolean),
      OR: (...of: boolean[]) => of.some(Boolean),
      NOT: (of: boolean) => !of,
      TRIM: (of: unknown) => String(of).trim(),
      LOWER: (of: string) => of.toLowerCase(),
      ISNUMBER: (of: unknown) => typeof of === 'number',
      COUNTA: (of: number) => of,
      TODAY: () => 100,
      all: cells.size,
      cell: (letter: string) => cells.get(letter.charCodeAt(0) - 64) ?? '',
    };
    return new Function(...Object.keys(functions), `return ${formula}`)(...Object.values(functions));
  }

  const [DROPPED, DONE, OVERDUE] = [[2], [3], [4]];
  const action = { Milestone: 'M', Action: 'A', Owner: 'O', Due: 100 };

  it.each<[string, Record<string, string | number | boolean>, number[]]>([
    ['due today', {}, []],
    ['overdue', { Due: 99 }, OVERDUE],
    ['overdue and in progress', { Due: 99, Status: 'In progress' }, OVERDUE],
    ['done by its status', { Due: 99, Status: ' Done' }, DONE],
    ['done by another word', { Due: 99, Status: 'completed' }, DONE],
    ['done by its day', { Due: 99, 'Done on': 98 }, DONE],
    ['not done by its check box', { Due: 99, 'Done on': false }, OVERDUE],
    ['dropped', { Due: 99, Status: 'Dropped' }, DROPPED],
    ['dropped, with a day', { Due: 99, 'Done on': 98, Status: "won't do" }, DROPPED],
  ])('of an action: %s', (_name, row, expected) => {
    expect(marks('actions', { ...action, ...row })).toEqual(expected);
  });

  it('of cells that a row still needs, and of none in a blank row', () => {
    expect(marks('actions', {})).toEqual([]);
    expect(marks('actions', { Action: 'A' })).toEqual([1, 1, 1]);
    expect(marks('teams', { Leader: 'L' })).toEqual([1]);
    expect(marks('milestones', { Goal: 'G', Milestone: 'M', Due: 99, Status: 'at risk' })).toEqual(OVERDUE);
    expect(marks('goals', { Team: 'T', Goal: 'G', Start: 1, Due: 99, Status: 'green' })).toEqual(OVERDUE);
  });
});
