import type ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Pixels of a character and of a line, in the notes' font. */
const CHARACTER = 7;
const LINE = 18;
const NOTE_WIDTH = 340;
const CHARACTERS_A_LINE = 50;
const HEADER_HEIGHT = 40;
const ROW_HEIGHT = 20;

/**
 * Mends what the library cannot write, part by part: notes large enough for their text, links within the workbook that
 * are not also links to a file of that name, and filters by the name without which LibreOffice drops them. Nothing in the archive tells when it was packed.
 */
export function parcel(bytes: Uint8Array, book: ExcelJS.Workbook): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
  const sheets = new Map(book.worksheets.map((sheet) => [`xl/drawings/vmlDrawing${sheet.id}.vml`, sheet]));
  const mended = parts.map(([path, content]): [string, Uint8Array] => {
    const sheet = sheets.get(path);
    if (sheet !== undefined) return [path, strToU8(withLargeNotes(strFromU8(content), sheet))];
    if (path === 'xl/workbook.xml') return [path, strToU8(withNamedFilters(strFromU8(content), book))];
    if (path.startsWith('xl/worksheets/')) return [path, strToU8(withInnerLinks(strFromU8(content)))];
    return [path, content];
  });
  // The time of an archive's entries is local by definition, and none before 1980 can be told.
  return zipSync(Object.fromEntries(mended), { mtime: new Date(1980, 0, 2), level: 9 });
}

const SHAPE = /<v:shape [\s\S]*?<\/v:shape>/g;

function withLargeNotes(xml: string, sheet: ExcelJS.Worksheet): string {
  return xml.replace(SHAPE, (shape) => {
    const row = Number(/<x:Row>(\d+)</.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)</.exec(shape)?.[1]);
    const { note } = sheet.getCell(row + 1, column + 1);
    const text = typeof note === 'string' ? note : '';
    const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / CHARACTERS_A_LINE), 1);
    const height = lines * LINE;
    return shape
      .replace(/width:[\d.]+pt;height:[\d.]+pt/, `width:${NOTE_WIDTH * 0.75}pt;height:${height * 0.75}pt`)
      .replace(/(<x:Anchor>)[^<]*/, `$1${anchor(sheet, row, column, height).join(', ')}`);
  });
}

/** Where a note stands, as column, pixels into it, row, pixels into it; of its top left and its bottom right corner. */
function anchor(sheet: ExcelJS.Worksheet, row: number, column: number, height: number): number[] {
  const [right, rightOffset] = walk(NOTE_WIDTH + 12, column + 1, (at) => {
    const { width } = sheet.getColumn(at + 1);
    return (width ?? 9) * CHARACTER + 5;
  });
  const [bottom, bottomOffset] = walk(height + 4, row, (at) => (at === 0 ? HEADER_HEIGHT : ROW_HEIGHT));
  return [column + 1, 12, row, 4, right, rightOffset, bottom, bottomOffset];
}

/** The column or row that lies a number of pixels on from the start of one, and the pixels into it. */
function walk(pixels: number, start: number, sizeOf: (at: number) => number): [at: number, offset: number] {
  let at = start;
  let rest = pixels;
  while (rest >= sizeOf(at)) {
    rest -= sizeOf(at);
    at += 1;
  }
  return [at, Math.floor(rest)];
}

function withInnerLinks(xml: string): string {
  return xml
    .replace(/(<hyperlink [^>]*?) r:id="[^"]*"([^>]*? location="[^"]*")/g, '$1$2')
    .replace(/<Relationship [^>]*Type="[^"]*\/hyperlink"[^>]*Target="[^":/]*![^"]*"[^>]*\/>/g, '');
}

function withNamedFilters(xml: string, book: ExcelJS.Workbook): string {
  const names = book.worksheets.flatMap(({ autoFilter, name }, index) => {
    if (typeof autoFilter !== 'string') return [];
    const range = autoFilter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${range}</definedName>`;
  });
  return xml.replace('<definedNames>', `<definedNames>${names.join('')}`);
}
