import { getFormatDateInfo } from 'numfmt';
import type { Cell, Grid, GridRow, Workbook } from '../../src/grid/grid.ts';
import { isPercentFormat } from '../../src/grid/number-format.ts';

/** A JSON resource of the Sheets API. */
export type Resource = Readonly<Record<string, unknown>>;

const SERIAL_1970 = 25_569;
const ERROR_TYPES: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};
const WHITE = { red: 1, green: 1, blue: 1 };
/** What every cell has and no plan needs: a mask that lets it through shows in the size of the answer. */
const LOOK = { backgroundColor: WHITE, textFormat: { fontFamily: 'Arial', fontSize: 10 } };

/**
 * A workbook as the Sheets API tells of it, whole: rows end at their last cell, rows without cells have no values, and
 * whatever is zero, false or empty is left out.
 */
export function spreadsheetOf(book: Workbook, id: string): Resource {
  return {
    spreadsheetId: id,
    properties: {
      title: book.name,
      locale: book.locale ?? 'en_GB',
      timeZone: book.timeZone ?? 'Europe/London',
      autoRecalc: 'ON_CHANGE',
    },
    sheets: book.grids.map(sheetOf),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
  };
}

function sheetOf(grid: Grid, index: number): Resource {
  const last = grid.rows.at(-1)?.row ?? 0;
  const byNumber = new Map(grid.rows.map((row) => [row.row, row]));
  const rows = Array.from({ length: last }, (_, at) => byNumber.get(at + 1));
  const rowMetadata = rows.map((row) => ({
    pixelSize: 21,
    ...(row?.hidden ? { hiddenByFilter: true } : {}),
  }));
  return {
    properties: {
      sheetId: sheetIdOf(index),
      title: grid.sheet,
      index,
      sheetType: 'GRID',
      gridProperties: { rowCount: 1000, columnCount: 26 },
      ...(grid.hidden ? { hidden: true } : {}),
    },
    ...(grid.merges.length === 0 ? {} : { merges: grid.merges.map((range) => mergeOf(range, index)) }),
    data: [
      last === 0
        ? { rowMetadata: [{ pixelSize: 21 }] }
        : { rowData: [...rows.map(rowOf), {}, {}], rowMetadata: [...rowMetadata, {}, {}] },
    ],
  };
}

/** Google's IDs of sheets: 0 for the first, and any number for those that came later. */
export function sheetIdOf(index: number): number {
  return index === 0 ? 0 : 1_000_003 * index;
}

function mergeOf({ top, left, bottom, right }: Grid['merges'][number], index: number): Resource {
  return {
    sheetId: sheetIdOf(index),
    startRowIndex: top - 1,
    endRowIndex: bottom,
    startColumnIndex: left - 1,
    endColumnIndex: right,
  };
}

function rowOf(row: GridRow | undefined): Resource {
  if (row === undefined) return {};
  const last = row.cells.at(-1)?.column ?? 0;
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  return { values: Array.from({ length: last }, (_, at) => cellOf(byColumn.get(at + 1))) };
}

function cellOf(cell: Cell | undefined): Resource {
  if (cell === undefined) return { effectiveFormat: LOOK };
  const value = cell.formula === 'uncached' ? { errorValue: { type: 'LOADING' } } : valueIn(cell);
  return {
    ...(value === null ? {} : { effectiveValue: value }),
    userEnteredValue: cell.formula === 'none' ? (value ?? {}) : { formulaValue: '=NOW()' },
    ...(value === null ? {} : { formattedValue: cell.formula === 'uncached' ? 'Loading...' : cell.shown }),
    effectiveFormat: { ...LOOK, ...(cell.format === null ? {} : { numberFormat: formatOf(cell.format) }) },
    ...(cell.link === null ? {} : { hyperlink: cell.link }),
    note: 'not for the plan',
  };
}

function valueIn(cell: Cell): Resource | null {
  switch (cell.kind) {
    case 'blank':
      return null;
    case 'text':
      return { stringValue: cell.value };
    case 'number':
      return { numberValue: cell.value };
    case 'day':
      return { numberValue: cell.value + SERIAL_1970 };
    case 'boolean':
      return { boolValue: cell.value };
    case 'error':
      return {
        errorValue: { type: ERROR_TYPES[cell.value] ?? 'ERROR', message: 'It cannot be worked out.' },
      };
  }
}

function formatOf(pattern: string): Resource {
  if (isPercentFormat(pattern)) return { type: 'PERCENT', pattern };
  if (pattern === '@') return { type: 'TEXT', pattern };
  const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(pattern);
  const hasTime = hours || minutes || seconds;
  if (year || day || (month && !hasTime)) return { type: hasTime ? 'DATE_TIME' : 'DATE', pattern };
  if (hasTime) return { type: 'TIME', pattern };
  return { type: /[$€£]/.test(pattern) ? 'CURRENCY' : 'NUMBER', pattern };
}
