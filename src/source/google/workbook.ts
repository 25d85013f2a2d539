import type { Grid, Merge, Workbook } from '../../grid/grid.ts';
import { SourceFault } from '../fault.ts';
import { layOut, type SheetRow } from '../lay-out.ts';
import type { SheetAnswer, SpreadsheetAnswer } from './answer.ts';
import { readCell } from './cell.ts';
import { sheetAddress } from './spreadsheet-id.ts';

/** Makes the workbook of an answer. Throws a SourceFault where it has no sheet with cells. */
export function workbookOf({ spreadsheetId, properties, sheets }: SpreadsheetAnswer): Workbook {
  // Sheets of a chart alone, and those that show a database, have no cells.
  const withCells = sheets.filter((sheet) => sheet.properties.sheetType === 'GRID');
  if (withCells.length === 0) {
    throw new SourceFault({
      code: 'no-sheets',
      what: `“${properties.title}” has no sheets with cells.`,
      why:
        sheets.length > 0
          ? 'All of its sheets are charts or views of a database.'
          : 'It has no sheets at all.',
      fix: 'Pass the Google Sheet that holds the plan, with the sheets Goals, Milestones and Actions.',
    });
  }
  return {
    name: properties.title,
    kind: 'google',
    date1904: false,
    locale: properties.locale ?? null,
    timeZone: properties.timeZone ?? null,
    grids: withCells.map((sheet) => gridOf(spreadsheetId, sheet)),
  };
}

function gridOf(spreadsheet: string, { properties, merges, data }: SheetAnswer): Grid {
  const blocks = merges.map(
    (range): Merge => ({
      top: range.startRowIndex + 1,
      left: range.startColumnIndex + 1,
      bottom: range.endRowIndex,
      right: range.endColumnIndex,
    }),
  );
  return {
    sheet: properties.title,
    hidden: properties.hidden,
    ...layOut(data.flatMap(rowsOf), blocks, []),
    address: sheetAddress(spreadsheet, properties.sheetId),
  };
}

function rowsOf({ startRow, startColumn, rowMetadata, rowData }: SheetAnswer['data'][number]): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const [index, { values }] of rowData.entries()) {
    const row = startRow + index + 1;
    const cells = values.flatMap((answer, at) => readCell(row, startColumn + at + 1, answer) ?? []);
    const { hiddenByFilter = false, hiddenByUser = false } = rowMetadata[index] ?? {};
    if (cells.length > 0) rows.push({ row, hidden: hiddenByFilter || hiddenByUser, cells });
  }
  return rows;
}
