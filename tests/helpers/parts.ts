import { strToU8, type Zippable, zipSync } from 'fflate';
import { a1 } from '../../src/grid/address.ts';
import { isoFromDay } from '../../src/grid/day.ts';
import type { Cell, Grid, Workbook } from '../../src/grid/grid.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts of an archive: their paths, and their text or bytes. Null leaves out a part that there would be. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

export function archive(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts)) {
    if (part !== null) files[path] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(files, { level });
}

/** A list of relationships: `[type, target]`, with IDs from rId1 on. */
export function relationships(...list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"${/^https?:/.test(target) ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${each.join('')}</Relationships>`;
}

/** A sheet whose data are these rows, and whatever stands behind them. */
export function sheetXml(rows: string, after = ''): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The list of the sheets of a workbook: what stands within `<sheets>`, and before it. */
export function workbookXml(sheets: string, before = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheets>${sheets}</sheets></workbook>`;
}

/** Styles whose number 0 is General, and number n the n-th of these formats: a code, or a built-in number. */
export function stylesXml(...formats: readonly (string | number)[]): string {
  const code = (format: string | number, index: number) =>
    typeof format === 'number'
      ? ''
      : `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`;
  const ids = formats.map((format, index) => (typeof format === 'number' ? format : 200 + index));
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map(code).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
}

export function stringsXml(...items: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}

/** A workbook of one sheet, “Plan”, whose parts can be replaced, left out and added to. */
export function workbookParts(rows: string, parts: Parts = {}, after = ''): Parts {
  return {
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbookXml('<sheet name="Plan" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheetXml(rows, after),
    ...parts,
  };
}

/** What a cell holds, as one word: `text Call`, `number 0.4`, `day 2026-03-31`, `blank`, with `=` before where it has a formula. */
export function told(cell: Cell): string {
  const formula = { none: '', cached: '= ', uncached: '=? ' }[cell.formula];
  if (cell.kind === 'blank') return `${formula}blank`;
  return `${formula}${cell.kind} ${cell.kind === 'day' ? isoFromDay(cell.value) : String(cell.value)}`;
}

/** The cells of a sheet by their addresses. */
export function cellsOf(grid: Grid | undefined): Record<string, string> {
  const cells = (grid?.rows ?? []).flatMap((row) => row.cells);
  return Object.fromEntries(cells.map((cell) => [a1(cell.row, cell.column), told(cell)]));
}

/** The cell at an address of a workbook's first sheet. */
export function cellAt(workbook: Workbook, address: string): Cell | undefined {
  return workbook.grids[0]?.rows
    .flatMap((row) => row.cells)
    .find((cell) => a1(cell.row, cell.column) === address);
}
