import ExcelJS from 'exceljs';
import { columnLetters } from '../../src/grid/address.ts';
import { addDays, type Day, isoFromDay, startOfWeek } from '../../src/grid/day.ts';
import { type ColumnSpec, GUIDE_SHEET, SHEETS, type SheetKind } from '../../src/plan/columns.ts';
import { columnGuide, headerNote } from './column-guide.ts';
import { fillGuide } from './guide.ts';
import { acrossPage, COLOURS, DAY_FORMAT, FONT, FOOTER, headerStyle } from './look.ts';
import { conditionalFormats } from './marks.ts';
import { parcel } from './parcel.ts';
import { fillSettings } from './settings-sheet.ts';
import { LAYOUTS, rangeOf, type SheetLayout } from './sheets.ts';
import { validationOf } from './validations.ts';

/** The columns of weekly values that the template has ready. */
const WEEKS = 13;
/** Columns from this width on wrap their texts; narrower ones would make rows too tall. */
const WRAPS_FROM = 20;

/** Twentieths of a point. */
const WINDOW = { x: 0, y: 0, width: 28_800, height: 16_200 };

/**
 * The empty workbook as bytes: each sheet with headers, notes on them, drop-downs, formats, and a page on how to fill it
 * in. The same day gives the same bytes.
 * @param today the day from whose week on the weekly measures have columns
 */
export async function templateWorkbook(today: Day): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Milepost';
  book.lastModifiedBy = 'Milepost';
  book.title = 'Plan';
  book.created = asDate(today);
  book.modified = asDate(today);
  book.views = [{ ...WINDOW, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const guide = book.addWorksheet(GUIDE_SHEET, {
    views: [{ showGridLines: false }],
    properties: { tabColor: { argb: COLOURS.muted } },
    pageSetup: { ...acrossPage(null), orientation: 'portrait', fitToHeight: 1 },
    headerFooter: { oddFooter: FOOTER },
  });
  fillGuide(guide);
  for (const layout of LAYOUTS) addSheet(book, layout, today);
  return parcel(new Uint8Array(await book.xlsx.writeBuffer()), book);
}

function asDate(day: Day): Date {
  return new Date(`${isoFromDay(day)}T00:00:00Z`);
}

function addSheet(book: ExcelJS.Workbook, layout: SheetLayout, today: Day): void {
  const { kind, frozen } = layout;
  const { name, needed, columns } = SHEETS[kind];
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: frozen, ySplit: 1 }],
    properties: { tabColor: { argb: needed ? COLOURS.ink : COLOURS.line } },
    pageSetup: acrossPage(1),
    headerFooter: { oddFooter: FOOTER },
  });
  for (const [index, column] of columns.entries()) addColumn(sheet, layout, column, index + 1);
  if (kind === 'measures') addWeeks(sheet, columns.length + 1, today);
  if (kind === 'settings') fillSettings(sheet);
  sheet.getRow(1).height = 30;
  for (const format of conditionalFormats(layout)) sheet.addConditionalFormatting(format);
  if (needed) {
    sheet.autoFilter = `A1:${columnLetters(columns.length)}${layout.lastRow}`;
  }
}

function addColumn(sheet: ExcelJS.Worksheet, { kind }: SheetLayout, column: ColumnSpec, at: number): void {
  const { width } = columnGuide(kind, column.field);
  const whole = sheet.getColumn(at);
  whole.width = width;
  whole.style = {
    font: FONT,
    alignment: { vertical: 'top', wrapText: width >= WRAPS_FROM },
    ...formatOf(kind, column),
  };
  const header = sheet.getCell(1, at);
  header.value = column.names[0] ?? column.field;
  header.style = headerStyle(column.needed);
  // The button of a filter stands on the right, over what is there.
  if (isNumeric(column) && !SHEETS[kind].needed) header.alignment = { ...header.alignment, ...NUMERIC };
  header.note = headerNote(kind, column);
  const validation = kind === 'settings' ? null : validationOf(kind, column);
  if (validation !== null) validations(sheet).add(rangeOf(kind, column.field), validation);
}

/** Apart from the column on their right. */
const NUMERIC = { horizontal: 'right', indent: 1 } as const;

function isNumeric({ reads }: Pick<ColumnSpec, 'reads'>): boolean {
  return reads === 'number' || reads === 'share';
}

/** Fields that hold an ID, or a title or an ID of another sheet: text, so that no program makes a day of `3-4`. */
const NAMES_A_ROW = new Set(['milestones.goal', 'actions.milestone', 'updates.about']);

function formatOf(kind: SheetKind, { field, reads }: ColumnSpec): Partial<ExcelJS.Style> {
  if (reads === 'day' || reads === 'done') {
    return { numFmt: DAY_FORMAT, alignment: { vertical: 'top', horizontal: 'left' } };
  }
  if (isNumeric({ reads })) {
    const alignment = { vertical: 'top', ...NUMERIC } as const;
    return reads === 'share' ? { numFmt: '0%', alignment } : { alignment };
  }
  return field === 'id' || NAMES_A_ROW.has(`${kind}.${field}`) ? { numFmt: '@' } : {};
}

/** One column a week, headed by its Monday. */
function addWeeks(sheet: ExcelJS.Worksheet, first: number, today: Day): void {
  const monday = startOfWeek(today);
  for (let week = 0; week < WEEKS; week += 1) {
    const at = first + week;
    sheet.getColumn(at).width = 12;
    sheet.getColumn(at).style = { font: FONT, alignment: { vertical: 'top', ...NUMERIC } };
    const header = sheet.getCell(1, at);
    header.value = asDate(addDays(monday, 7 * week));
    header.style = { ...headerStyle(false), numFmt: DAY_FORMAT };
    header.alignment = { ...header.alignment, ...NUMERIC };
    header.note =
      'The value of the week that begins on this day.\nBlank where nobody counted: a blank is not 0.\nAdd a column for each further week, headed by its day.';
  }
}

/** Validations by range are missing from the library's types; by cell, a thousand cells would need one each. */
interface Validations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

function validations(sheet: ExcelJS.Worksheet): Validations['dataValidations'] {
  // Every worksheet of the library has them.
  return (sheet as ExcelJS.Worksheet & Validations).dataValidations;
}
