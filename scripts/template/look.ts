import type ExcelJS from 'exceljs';

/** Colours of the workbook. Dark on light and light on dark throughout, so that it can be read in print too. */
export const COLOURS = {
  ink: 'FF0B4F5C',
  paper: 'FFFFFFFF',
  text: 'FF1F2D30',
  muted: 'FF5B6B6F',
  pale: 'FFDCEBED',
  line: 'FFB9CDD1',
  link: 'FF0563C1',
  missing: 'FFFFF3BF',
  overdue: 'FFFBD9D3',
  overdueText: 'FF8A1C0B',
  done: 'FFE3F1E4',
  doneText: 'FF41694A',
  droppedText: 'FF7A8588',
} as const;

export const DAY_FORMAT = 'yyyy-mm-dd';
/** Shows a star after a text, and leaves the text as it is. */
export const NEEDED_FORMAT = '@" *"';

/** A font that every program has, or one of the same widths. */
export const FONT = { name: 'Arial', size: 10, color: { argb: COLOURS.text } } as const;

/** Points that a text takes up, wrapped at a column's width. Not every program finds the height of a row by itself. */
export function wrappedHeight(text: string, width: number): number {
  // A character of this font is narrower than the unit that widths are given in, by a sixth or more.
  const lines = Math.ceil(text.length / (width * 1.12));
  return 6 + 13.5 * lines;
}

export function filled(argb: string): ExcelJS.FillPattern {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** The style of a header: dark where every row needs the column, pale where it does not. */
export function headerStyle(needed: boolean): Partial<ExcelJS.Style> {
  return {
    numFmt: needed ? NEEDED_FORMAT : '@',
    font: { ...FONT, bold: true, color: { argb: needed ? COLOURS.paper : COLOURS.ink } },
    fill: filled(needed ? COLOURS.ink : COLOURS.pale),
    alignment: { vertical: 'middle', horizontal: 'left', wrapText: true },
    border: { right: { style: 'thin', color: { argb: COLOURS.paper } } },
  };
}

/** Fills of conditional formats name their colour as the background, unlike those of cells. */
function shaded(argb: string): ExcelJS.FillPattern {
  return { type: 'pattern', pattern: 'solid', bgColor: { argb } };
}

/** What rows and cells look like that a conditional format marks. */
export const MARKS = {
  missing: { fill: shaded(COLOURS.missing) },
  overdue: { fill: shaded(COLOURS.overdue), font: { color: { argb: COLOURS.overdueText } } },
  done: { fill: shaded(COLOURS.done), font: { color: { argb: COLOURS.doneText } } },
  dropped: { font: { color: { argb: COLOURS.droppedText }, strike: true } },
} as const satisfies Record<string, Partial<ExcelJS.Style>>;

/** A page that prints across: all columns on one page's width, the header again on each page. */
export function acrossPage(headerRow: number | null): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headerRow === null ? {} : { printTitlesRow: `${headerRow}:${headerRow}` }),
  };
}

export const FOOTER = '&L&A&R&P / &N';
