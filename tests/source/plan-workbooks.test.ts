import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from '../../src/grid/grid.ts';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { cellAt, cellsOf } from './told.ts';

const CASES = resolve(import.meta.dirname, '../cases/workbooks/plans');

const GOALS = {
  A1: 'text Plan of 2026',
  A3: 'text Team',
  B3: 'text Goal',
  C3: 'text Owner',
  D3: 'text Start',
  E3: 'text Due',
  F3: 'text Current',
  A4: 'text North',
  B4: 'text Win three ports',
  C4: 'text Ann Berg',
  D4: 'day 2026-01-01',
  E4: 'day 2026-12-31',
  F4: 'number 0.4',
  B5: 'text Café “Ünï” 😀 & <b>',
  C5: 'text Ben Oduya',
  D5: 'day 2026-02-28',
  E5: 'day 2026-06-30',
  F5: 'number 1234.5',
  A6: 'text South',
  B6: 'text two\nlines',
  C6: 'text 007',
  D6: 'day 2026-03-01',
  E6: 'text TBD',
  F6: 'number -3',
};
const MILESTONES = {
  A1: 'text Lead',
  B1: 'text Milestone',
  C1: 'text Due',
  D1: 'text Done',
  E1: 'text Hours',
  F1: 'text Result',
  A2: '= text Ann Berg',
  B2: 'text Sign',
  C2: '= day 2026-03-31',
  D2: 'boolean true',
  E2: 'number 1.5',
  F2: '= number 0',
  A3: '=? blank',
  B3: 'text Build',
  C3: '= day 2026-04-30',
  D3: 'boolean false',
  E3: 'number 0.40625',
  F3: '= text ab',
  A4: '= number 3',
  B4: 'text Open',
  C4: '= day 2026-05-30',
  D4: '= boolean false',
  E4: '= error #DIV/0!',
  F4: '= error #N/A',
};
const ACTIONS = {
  A1: 'text Action',
  B1: 'text Owner',
  C1: 'text Due',
  D1: 'text Status',
  A2: 'text Call',
  B2: 'text Ann Berg',
  C2: 'day 2026-04-01',
  D2: 'text done',
  A3: 'text Write',
  B3: 'text Ben Oduya',
  C3: 'day 2026-04-02',
  D3: 'text open',
};

interface Own {
  /** Where the program writes other milestones than the rest do. */
  readonly milestones?: Readonly<Record<string, string>>;
  /** How it writes the format of D6, the short day of whoever opens the workbook. */
  readonly shortDay: string;
  /** False where the program loses that the row, or the sheet, is hidden. */
  readonly hidesRow?: false;
  readonly hidesSheet?: false;
  /** True where it adds a sheet with a pivot table, whose cells it leaves to Excel. */
  readonly pivots?: true;
}

const UNCACHED = Object.fromEntries(
  Object.entries(MILESTONES).flatMap(([address, told]) =>
    told.startsWith('=') ? [[address, '=? blank']] : [],
  ),
);
const BY_PROGRAM: Readonly<Record<string, Own>> = {
  'xlsxwriter.xlsx': { shortDay: '03-01-26' },
  'excel-writer.xlsx': { shortDay: '03-01-26' },
  // LibreOffice and Gnumeric work out the formula that had no result; LibreOffice makes formulas of booleans.
  'libreoffice.xlsx': {
    shortDay: '03-01-26',
    milestones: { A3: '= number 2', D2: '= boolean true', D3: '= boolean false' },
  },
  'gnumeric.xlsx': { shortDay: '03-01-26', milestones: { A3: '= number 2' }, hidesSheet: false },
  'exceljs.xlsx': { shortDay: '2026-03-01' },
  'sheetjs.xlsx': { shortDay: '2026-03-01' },
  'excelize.xlsx': { shortDay: '03-01-26', milestones: UNCACHED, pivots: true },
  'openxlsx.xlsx': { shortDay: '03/01/2026', milestones: UNCACHED, hidesRow: false },
};

describe.each(Object.entries(BY_PROGRAM))('the plan of %s', (file, own) => {
  let workbook: Workbook;
  beforeAll(async () => {
    workbook = await readExcelFile(join(CASES, file));
  });

  it('has every value, and no other', () => {
    const [goals, milestones, actions, lists] = workbook.grids;
    expect(cellsOf(goals)).toEqual(GOALS);
    expect(cellsOf(milestones)).toEqual({ ...MILESTONES, ...own.milestones });
    expect(cellsOf(actions)).toEqual(ACTIONS);
    expect(cellsOf(lists)).toEqual({ A1: 'text open', A2: 'text done' });
  });

  it('has its sheets in order, and what is hidden', () => {
    expect(workbook.grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['Goals', false],
      ['Milestones', false],
      ['Actions', false],
      ['Lists', own.hidesSheet !== false],
      ...(own.pivots ? [['Pivot', false]] : []),
    ]);
    const hidden = workbook.grids[2]?.rows.filter((row) => row.hidden).map(({ row }) => row);
    expect(hidden).toEqual(own.hidesRow === false ? [] : [3]);
  });

  it('shows days, shares, sums and hours as the program does', () => {
    const goals = ['D4', 'E4', 'F4', 'D5', 'E5', 'F5', 'D6', 'F6'];
    expect(goals.map((address) => cellAt(workbook, address)?.shown)).toEqual([
      '1.1.2026',
      '2026-12-31 17:45',
      '40%',
      '28-Feb-26',
      'June 30, 2026',
      '1,234.50 €',
      own.shortDay,
      '-3',
    ]);
    expect(['D2', 'E2', 'E3'].map((address) => cellAt(workbook, address, 'Milestones')?.shown)).toEqual([
      'TRUE',
      '36:00',
      '9:45',
    ]);
  });

  it('has the link, and the merged blocks with their top left values alone', () => {
    expect(cellAt(workbook, 'C5')?.link).toBe('https://example.com/a?b=1&c=2');
    const merges = workbook.grids
      .slice(0, 4)
      .map((grid) => [...grid.merges].sort((one, other) => one.top - other.top));
    expect(merges).toEqual([
      [
        { top: 1, left: 1, bottom: 1, right: 6 },
        { top: 4, left: 1, bottom: 5, right: 1 },
      ],
      [],
      [],
      [],
    ]);
  });
});
