import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEAMS } from '../../scripts/sample/company.ts';
import { sampleWorkbook } from '../../scripts/sample/workbook.ts';

const onDisk = readFileSync(resolve(import.meta.dirname, '../../data/plan.xlsx'));

describe('the sample plan', () => {
  const book = new ExcelJS.Workbook();
  beforeAll(async () => {
    await book.xlsx.load(new Uint8Array(onDisk).buffer);
  });

  /** Cells of a column that hold something, below its header. */
  function filled(sheet: string, headerRow: number, header: string): number {
    const found = book.getWorksheet(sheet);
    let column = 0;
    found?.getRow(headerRow).eachCell((cell, index) => {
      if (cell.value === header) column = index;
    });
    let count = 0;
    found?.getColumn(column).eachCell(({ value }, row) => {
      if (row > headerRow && value !== null) count += 1;
    });
    return count;
  }

  it('is what `npm run sample` makes, to the byte', async () => {
    expect(Buffer.from(await sampleWorkbook()).equals(onDisk)).toBe(true);
  });

  it('has its sheets in the order of the work', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Goals',
      'Milestones',
      'Actions',
      'Teams',
      'People',
      'Customers',
      'Updates',
      'Measures',
      'Settings',
    ]);
  });

  it('has every row of every team', () => {
    const goals = TEAMS.flatMap((team) => team.goals);
    const milestones = goals.flatMap((goal) => goal.milestones);
    const actions = milestones.flatMap((milestone) => milestone.actions);
    expect(filled('Goals', 3, 'Goal')).toBe(goals.length);
    expect(filled('Milestones', 3, 'Milestone')).toBe(milestones.length);
    expect(filled('Actions', 1, 'Action')).toBe(actions.length);
    expect([goals.length, milestones.length, actions.length]).toEqual([14, 64, 251]);
    expect(filled('Teams', 1, 'Team')).toBe(6);
    expect(filled('People', 1, 'Name')).toBe(25);
    expect(filled('Customers', 3, 'Customer')).toBe(10);
    expect(filled('Updates', 1, 'Update')).toBe(24);
    expect(filled('Measures', 1, 'Measure')).toBe(8);
  });
});
