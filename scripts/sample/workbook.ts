import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { MEASURE_WEEKS } from './company.ts';
import { isoOf, type PlanRows, planRows, planRowsAt } from './past.ts';
import {
  dayOrText,
  measureRows,
  peopleRows,
  type Row,
  settingRows,
  teamRows,
  updateRows,
  type Value,
} from './rows.ts';

interface Sheet {
  readonly name: string;
  /** Stands alone above the header, with a blank row between them. */
  readonly title?: string;
  /** Header and width of each column, in the order of the sheet. */
  readonly columns: readonly (readonly [header: string, width: number])[];
  readonly rows: readonly Row[];
  /** Columns that stay in view. */
  readonly frozen: number;
  readonly dayFormat: string;
  /** A last row without a title that adds up a column. */
  readonly total?: { readonly label: string; readonly sum: string };
}

const MEASURED = [
  ['Measure', 30],
  ['Unit', 11],
  ['Baseline', 10],
  ['Target', 9],
  ['Current', 9],
] as const;
const LAST = [
  ['Weight', 8],
  ['Priority', 10],
] as const;
const NOTES = [
  ['Notes', 40],
  ['Link', 12],
] as const;

function sheetsOf(plan: PlanRows, until: string): readonly Sheet[] {
  const weeks = MEASURE_WEEKS.filter((week) => isoOf(week) <= until);
  return [
    {
      name: 'Goals',
      title: 'Kildevand · goals of 2026',
      columns: [
        ['ID', 7],
        ['Team', 19],
        ['Goal', 46],
        ['Customer', 23],
        ['For the customer', 50],
        ['For us', 42],
        ['Owner', 20],
        ['Start', 12],
        ['Due', 12],
        ...MEASURED,
        ...LAST,
        ['Status', 13],
        ...NOTES,
      ],
      rows: plan.Goals,
      frozen: 3,
      dayFormat: 'd mmm yyyy',
    },
    {
      name: 'Milestones',
      title: 'Kildevand · milestones (one blank row between teams, please)',
      columns: [
        ['ID', 7],
        ['Goal', 26],
        ['Milestone', 42],
        ['Kind', 18],
        ['Owner', 20],
        ['Start', 12],
        ['Due', 12],
        ['Done on', 12],
        ['Status', 14],
        ['Progress', 10],
        ...MEASURED,
        ...LAST,
        ['Budget code', 12],
        ...NOTES,
      ],
      rows: plan.Milestones,
      frozen: 3,
      dayFormat: 'd mmm yyyy',
    },
    {
      name: 'Actions',
      columns: [
        ['ID', 7],
        ['Milestone', 28],
        ['Action', 46],
        ['Owner', 20],
        ['Due', 12],
        ['Done on', 12],
        ['Status', 14],
        ...LAST,
        ['Promised to', 22],
        ...NOTES,
      ],
      rows: plan.Actions,
      frozen: 3,
      dayFormat: 'yyyy-mm-dd',
      total: { label: 'Milestone', sum: 'Weight' },
    },
    {
      name: 'Teams',
      columns: [
        ['Team', 20],
        ['Leader', 22],
        ['Vision', 50],
        ['Order', 8],
      ],
      rows: teamRows(),
      frozen: 1,
      dayFormat: 'd mmm yyyy',
    },
    {
      name: 'People',
      columns: [
        ['Name', 24],
        ['Team', 20],
        ['Role', 20],
        ['Skills', 44],
        ['Part', 56],
      ],
      rows: peopleRows(),
      frozen: 1,
      dayFormat: 'd mmm yyyy',
    },
    {
      name: 'Customers',
      title: 'Our customers, and theirs',
      columns: [
        ['Customer', 24],
        ['Does', 44],
        ['Their customers', 40],
        ['Needs', 48],
        ['Satisfaction', 12],
        ['Since', 12],
      ],
      rows: plan.Customers,
      frozen: 1,
      dayFormat: 'mmm yyyy',
    },
    {
      name: 'Updates',
      columns: [
        ['Date', 12],
        ['Team', 20],
        ['Update', 80],
        ['Kind', 18],
        ['About', 40],
        ['By', 22],
      ],
      rows: updateRows(until),
      frozen: 1,
      dayFormat: 'd mmm yyyy',
    },
    {
      name: 'Measures',
      columns: [
        ['Measure', 32],
        ['Team', 20],
        ['Owner', 20],
        ['Goal', 8],
        ['Direction', 10],
        ['Unit', 12],
        ...weeks.map((week) => [week, 9] as const),
      ],
      rows: measureRows(),
      frozen: 1,
      dayFormat: 'd mmm',
    },
    {
      name: 'Settings',
      columns: [
        ['Setting', 18],
        ['Value', 36],
        ['Meaning', 24],
      ],
      rows: settingRows(),
      frozen: 1,
      dayFormat: 'd mmm yyyy',
    },
  ];
}

const SAVED = new Date(Date.UTC(2026, 5, 17, 6));
const PERCENT = new Set(['Progress', 'Value']);
const INK = 'FF0B4F5C';
const PAPER = 'FFFFFFFF';

/**
 * The sample plan as the bytes of a workbook: the same bytes each time. With a day (`YYYY-MM-DD`), as it was at the end
 * of that day.
 */
export async function sampleWorkbook(day: string | null = null): Promise<Uint8Array> {
  const sheets = sheetsOf(day === null ? planRows() : planRowsAt(day), day ?? '9999-12-31');
  const book = new ExcelJS.Workbook();
  book.creator = 'Kildevand';
  book.lastModifiedBy = 'Kildevand';
  book.created = SAVED;
  book.modified = SAVED;
  for (const sheet of sheets) addSheet(book, sheet);
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** Packs a zip file again, so that nothing in it tells when it was packed. Its times are local ones by definition. */
function withFixedTimes(zip: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'));
  return zipSync(Object.fromEntries(files), { mtime: new Date(2026, 5, 17, 8), level: 9 });
}

function addSheet(
  book: ExcelJS.Workbook,
  { name, title, columns, rows, frozen, dayFormat, total }: Sheet,
): void {
  const headerRow = title === undefined ? 1 : 3;
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: frozen, ySplit: headerRow }],
    properties: { tabColor: { argb: INK } },
  });
  if (title !== undefined) {
    sheet.getCell(1, 1).value = title;
    sheet.getCell(1, 1).font = { bold: true, size: 16, color: { argb: INK } };
  }
  columns.forEach(([header, width], index) => {
    sheet.getColumn(index + 1).width = width;
    const cell = sheet.getCell(headerRow, index + 1);
    setValue(cell, dayOrText(header), header, 'd mmm');
    cell.font = { bold: true, color: { argb: PAPER } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
  rows.forEach((row, index) => {
    const line = sheet.getRow(headerRow + 1 + index);
    if (row?.hidden) line.hidden = true;
    columns.forEach(([header, width], column) => {
      const value = row?.values.get(header) ?? null;
      if (value === null) return;
      const cell = line.getCell(column + 1);
      setValue(cell, value, header, dayFormat);
      cell.alignment = { vertical: 'top', wrapText: width > 25 };
    });
  });
  if (total) addTotal(sheet, columns, headerRow + 1, headerRow + rows.length, total);
}

function setValue(cell: ExcelJS.Cell, value: Value, header: string, dayFormat: string): void {
  if (value === null) return;
  if (typeof value === 'object' && 'link' in value) {
    cell.value = { text: 'Open', hyperlink: value.link };
    cell.font = { underline: true, color: { argb: 'FF0563C1' } };
  } else if (typeof value === 'object' && 'error' in value) {
    cell.value = { error: ExcelJS.ErrorValue.Ref };
  } else if (typeof value === 'object' && 'formula' in value) {
    cell.value = { formula: value.formula, date1904: false };
    cell.numFmt = dayFormat;
  } else {
    cell.value = value;
    if (value instanceof Date) cell.numFmt = dayFormat;
    if (typeof value === 'number' && value <= 1 && PERCENT.has(header)) cell.numFmt = '0%';
  }
}

function addTotal(
  sheet: ExcelJS.Worksheet,
  columns: Sheet['columns'],
  first: number,
  last: number,
  { label, sum }: NonNullable<Sheet['total']>,
): void {
  const at = (header: string) => columns.findIndex(([name]) => name === header) + 1;
  const line = sheet.getRow(last + 2);
  line.getCell(at(label)).value = 'Total';
  const letter = sheet.getColumn(at(sum)).letter;
  let result = 0;
  for (let row = first; row <= last; row += 1) {
    const { value } = sheet.getCell(row, at(sum));
    if (typeof value === 'number') result += value;
  }
  line.getCell(at(sum)).value = {
    formula: `SUM(${letter}${first}:${letter}${last})`,
    result,
    date1904: false,
  };
  line.font = { bold: true };
}
