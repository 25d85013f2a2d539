import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from '../../src/grid/grid.ts';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { cellAt, cellsOf } from './told.ts';

const CASES = resolve(import.meta.dirname, '../cases/workbooks');

/** What the sheet “Actions” holds, whichever program wrote it. */
const COMMON = {
  A1: 'text Text',
  B1: 'text Café “Ünï” 😀',
  A2: 'text Rich',
  A3: 'text Day',
  B3: 'day 2026-03-31',
  C3: 'day 2026-03-31',
  A4: 'text Number',
  B4: 'number 12.5',
  C4: 'number -3',
  D4: 'number 0',
  A5: 'text Percent',
  B5: 'number 0.4',
  A6: 'text Boolean',
  B6: 'boolean true',
  C6: 'boolean false',
  A7: 'text Error',
  A8: 'text Formula',
  A9: 'text Link',
  B9: 'text Example',
  A10: 'text Time',
  A11: 'text Merged',
  B11: 'text over three',
  A13: 'text Hidden',
};
const BY_PROGRAM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'openpyxl.xlsx': {
    C1: 'text  two\nlines ',
    E4: 'number 1e+21',
    B7: 'error #N/A',
    B8: '=? blank',
    B10: 'number 0.3958333333333333',
  },
  'xlsxwriter.xlsx': {
    C1: 'text  two\nlines ',
    F1: 'text One',
    G1: 'text Two',
    B2: 'text one two three',
    E4: 'number 1e+21',
    B7: '= error #N/A',
    B8: '= number 2',
    C8: '= number 0',
    D8: '= boolean false',
    // XlsxWriter leaves the empty result out, as it does where it has none.
    E8: '=? blank',
    F8: '= text ab',
    B10: 'number 0.3958333333333333',
  },
  'libreoffice.xlsx': {
    C1: 'text two\nlines',
    B2: 'text one two three',
    B7: '= error #N/A',
    B8: '= number 2',
    C8: '= number 0',
    D8: '= boolean false',
    F8: '= text ab',
    B10: 'number 0.395833333333333',
  },
};

describe.each(Object.entries(BY_PROGRAM))('%s', (file, own) => {
  let workbook: Workbook;
  beforeAll(async () => {
    workbook = await readExcelFile(join(CASES, file));
  });

  it('has every value, and no other', () => {
    expect(cellsOf(workbook.grids[0])).toEqual({ ...COMMON, ...own });
  });

  it('has its sheets in order, hidden ones told, charts left out', () => {
    expect(workbook.grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['Actions', false],
      ['Quiet', true],
    ]);
    expect(cellsOf(workbook.grids[1])).toEqual({ C7: 'text here' });
  });

  it('shows days and shares as the program does', () => {
    expect(cellAt(workbook, 'B3')?.shown).toBe('31.3.2026');
    expect(cellAt(workbook, 'B5')).toMatchObject({ shown: '40%', format: '0%' });
    expect(cellAt(workbook, 'A1')).toMatchObject({ shown: 'Text', format: null, link: null });
  });

  it('has the link, the merged block and the hidden row', () => {
    expect(cellAt(workbook, 'B9')?.link).toMatch(/^https:\/\/example\.com\/a\?b=1&c=2(?:#part)?$/);
    expect(workbook.grids[0]?.merges).toEqual([{ top: 11, left: 2, bottom: 12, right: 4 }]);
    const hidden = workbook.grids[0]?.rows.filter((row) => row.hidden).map(({ row }) => row);
    expect(hidden).toEqual([13]);
  });

  it('has a name and nothing that a file cannot know', () => {
    expect(workbook).toMatchObject({ name: file, kind: 'excel', locale: null, timeZone: null });
  });
});

describe('openpyxl-1904.xlsx', () => {
  it('has the days of the workbook that counts from 1900', async () => {
    const [from1904, from1900] = await Promise.all([
      readExcelFile(join(CASES, 'openpyxl-1904.xlsx')),
      readExcelFile(join(CASES, 'openpyxl.xlsx')),
    ]);
    expect(from1904.date1904).toBe(true);
    expect(from1900.date1904).toBe(false);
    expect(from1904.grids[0]?.rows).toEqual(from1900.grids[0]?.rows);
  });
});

describe('libreoffice-csv.xlsx', () => {
  it('has every value', async () => {
    const workbook = await readExcelFile(join(CASES, 'libreoffice-csv.xlsx'));
    expect(cellsOf(workbook.grids[0])).toEqual({
      A1: 'text Action',
      B1: 'text Owner',
      C1: 'text Due',
      D1: 'text Done',
      E1: 'text Weight',
      A2: 'text Call the buyer',
      B2: 'text Ann, Ben',
      C2: 'day 2026-03-31',
      D2: 'boolean true',
      E2: 'number 2.5',
      A3: 'text Write "the offer"',
      B3: 'text Zoë',
      C3: 'day 2026-04-01',
      D3: 'boolean false',
      E3: 'number 0',
    });
  });
});

describe('a workbook of exceljs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'milepost-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has every value', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Actions', { state: 'hidden' });
    sheet.getCell('A1').value = { richText: [{ text: 'one ' }, { font: { bold: true }, text: 'two' }] };
    sheet.getCell('B1').value = { text: 'Example', hyperlink: 'https://example.com/' };
    sheet.getCell('C1').value = new Date(Date.UTC(2026, 2, 31));
    sheet.getCell('C1').numFmt = '[$-409]d-mmm-yy;@';
    sheet.getCell('D1').value = { formula: '1=2', result: false };
    sheet.getCell('E1').value = { formula: '0*1', result: 0 };
    sheet.getCell('F1').value = { formula: '1+1' };
    sheet.getCell('G1').value = { error: '#REF!' };
    sheet.getCell('H1').value = 'x _x000D_ y';
    sheet.getRow(2).hidden = true;
    sheet.getCell('A2').value = true;
    const path = join(folder, 'exceljs.xlsx');
    await book.xlsx.writeFile(path);
    const workbook = await readExcelFile(path);
    expect(workbook.grids[0]).toMatchObject({ sheet: 'Actions', hidden: true });
    expect(cellsOf(workbook.grids[0])).toEqual({
      A1: 'text one two',
      B1: 'text Example',
      C1: 'day 2026-03-31',
      D1: '= boolean false',
      E1: '= number 0',
      F1: '=? blank',
      G1: 'error #REF!',
      H1: expect.stringMatching(/^text x /),
      A2: 'boolean true',
    });
    expect(cellAt(workbook, 'B1')?.link).toBe('https://example.com/');
    expect(cellAt(workbook, 'C1')?.shown).toBe('31-Mar-26');
    expect(workbook.grids[0]?.rows[1]?.hidden).toBe(true);
  });
});

describe('against exceljs as a reader', () => {
  // exceljs reads neither openpyxl's chart, nor formulas and booleans with a date format.
  it.each(['xlsxwriter.xlsx', 'libreoffice.xlsx', 'libreoffice-csv.xlsx'])(
    '%s has the same texts, numbers and days',
    async (file) => {
      const path = join(CASES, file);
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      const workbook = await readExcelFile(path);
      let compared = 0;
      for (const cell of workbook.grids[0]?.rows.flatMap((row) => row.cells) ?? []) {
        const other = book.worksheets[0]?.getCell(cell.row, cell.column);
        if (cell.kind === 'day') {
          const days = other?.value instanceof Date ? Math.floor(other.value.getTime() / 86_400_000) : null;
          expect(cell.value, other?.address).toBe(days);
        } else if (cell.kind === 'text' && cell.formula === 'none') {
          expect(cell.value, other?.address).toBe(other?.text);
        } else if (cell.kind === 'number' && cell.formula === 'none' && cell.format === null) {
          expect(cell.value, other?.address).toBe(other?.value);
        } else continue;
        compared += 1;
      }
      expect(compared).toBeGreaterThan(10);
    },
  );
});

describe('formats of LibreOffice that are not read', () => {
  it.each([
    ['libreoffice-password.xlsx', 'password'],
    ['libreoffice.ods', 'open-document'],
    ['libreoffice.xls', 'old-excel'],
    ['plan.fods', 'xml-file'],
    ['plan.csv', 'text-file'],
  ])('%s is refused as %s', async (file, code) => {
    await expect(readExcelFile(join(CASES, file))).rejects.toMatchObject({
      name: 'SourceFault',
      code,
      kind: 'plan',
    });
  });
});
