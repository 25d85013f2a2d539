import { join } from 'node:path';
import ExcelJS from 'exceljs';

export type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly error: '#REF!' }
  | { readonly formula: string };
export type Sheets = Readonly<Record<string, readonly (readonly Value[])[]>>;

/** A calendar day as exceljs writes it. */
export function on(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** A small plan without a problem, as rows of sheets. */
export const SMALL_PLAN: Sheets = {
  Goals: [
    ['ID', 'Team', 'Goal', 'Start', 'Due', 'For the customer', 'For us'],
    [
      'G1',
      'North',
      'Safe water in every ward',
      on('2026-01-01'),
      on('2026-12-31'),
      'No infections',
      'A reference',
    ],
  ],
  Milestones: [
    ['ID', 'Goal', 'Milestone', 'Owner', 'Start', 'Due', 'Status', 'Done on'],
    ['M1', 'G1', 'Contract signed', 'Ann Lee', on('2026-01-01'), on('2026-04-01'), 'Done', on('2026-03-30')],
    ['M2', 'G1', 'First ward live', 'Bo Ek', on('2026-04-01'), on('2026-08-01'), null, null],
  ],
  Actions: [
    ['Milestone', 'Action', 'Owner', 'Due', 'Status', 'Done on'],
    ['M2', 'Order the pipes', 'Bo Ek', on('2026-06-01'), 'Done', on('2026-05-30')],
    ['M2', 'Train the night shift', 'Ann Lee', on('2026-06-22'), null, null],
  ],
};

/** Writes sheets of values as a workbook, with days as real date cells. @returns the file's path */
export async function writeWorkbook(folder: string, name: string, sheets: Sheets): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const [sheetName, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(sheetName);
    for (const [i, row] of rows.entries()) {
      for (const [j, value] of row.entries()) {
        const cell = sheet.getCell(i + 1, j + 1);
        if (value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
        if (value !== null) cell.value = value;
      }
    }
  }
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}
