import { strToU8, zipSync } from 'fflate';
import { a1 } from '../../src/grid/address.ts';
import { isoFromDay } from '../../src/grid/day.ts';
import type { Cell, Grid, Workbook } from '../../src/grid/grid.ts';
import { SourceFault } from '../../src/source/fault.ts';
import { readWorkbook } from '../../src/source/workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts by path, as text or bytes; null takes a usual part away. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

export const SHEET = 'xl/worksheets/sheet1.xml';
export const STRINGS = 'xl/sharedStrings.xml';
export const STYLES = 'xl/styles.xml';
export const WORKBOOK = 'xl/workbook.xml';
export const WORKBOOK_RELS = 'xl/_rels/workbook.xml.rels';
export const SHEET_RELS = 'xl/worksheets/_rels/sheet1.xml.rels';

export function zip(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).flatMap(([path, content]) =>
    content === null ? [] : [[path, typeof content === 'string' ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(entries));
}

/** A list of relationships; each type is the last word of its address, each external target is marked by `!`. */
export function relationships(
  entries: Readonly<Record<string, readonly [type: string, target: string]>>,
): string {
  const list = Object.entries(entries).map(([id, [type, target]]) => {
    const mode = target.startsWith('!') ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target.replace(/^!/, '')}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

export function workbookXml(sheets: string, before = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets></workbook>`;
}

export function sheetXml(rows: string, after = ''): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function stringsXml(...items: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}

/** Styles 1, 2, 3 … of these number formats; style 0 is General. */
export function stylesXml(...codes: readonly string[]): string {
  const attribute = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const formats = codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${attribute(code)}"/>`);
  const styles = codes.map((_, i) => `<xf numFmtId="${164 + i}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

/** The bytes of a workbook of one sheet, Plan; parts given replace the usual ones or come on top of them. */
export function workbookBytes(parts: Parts): Uint8Array {
  return zip({
    '_rels/.rels': relationships({ r1: ['officeDocument', 'xl/workbook.xml'] }),
    [WORKBOOK]: workbookXml('<sheet name="Plan" sheetId="1" r:id="r1"/>'),
    [WORKBOOK_RELS]: relationships({
      r1: ['worksheet', 'worksheets/sheet1.xml'],
      r2: ['sharedStrings', 'sharedStrings.xml'],
      r3: ['styles', 'styles.xml'],
    }),
    [SHEET]: sheetXml(''),
    ...parts,
  });
}

export function read(parts: Parts): Workbook {
  return readWorkbook(workbookBytes(parts), 'plan.xlsx');
}

/** The first sheet of a workbook whose sheet holds these rows. */
export function readRows(rows: string, parts: Parts = {}, after = ''): Grid {
  return first(read({ [SHEET]: sheetXml(rows, after), ...parts }));
}

export function first(book: Workbook): Grid {
  const [grid] = book.grids;
  if (grid === undefined) throw new Error('the workbook has no sheet');
  return grid;
}

/** Cells by their address. */
export function cells(grid: Grid): Record<string, Cell> {
  return Object.fromEntries(
    grid.rows.flatMap((row) => row.cells.map((cell) => [a1(cell.row, cell.column), cell])),
  );
}

/** Values by address: kind and value as they are, days as ISO text. */
export function values(grid: Grid): Record<string, readonly [Cell['kind'], unknown]> {
  return Object.fromEntries(
    Object.entries(cells(grid)).map(([address, cell]) => [
      address,
      [cell.kind, cell.kind === 'day' ? isoFromDay(cell.value) : cell.value],
    ]),
  );
}

/** The fault that reading ends in; an error where it ends in none, or in something else. */
export function faultOf(run: () => unknown): SourceFault {
  try {
    run();
  } catch (error) {
    if (error instanceof SourceFault) return error;
    throw error;
  }
  throw new Error('a fault was expected, and there was none');
}
