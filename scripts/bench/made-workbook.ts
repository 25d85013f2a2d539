import { writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a cell of a made workbook holds: null for nothing. */
export type Cell = string | number | { readonly serial: number } | null;

/** A sheet of a made workbook. */
export interface MadeSheet {
  readonly headers: readonly string[];
  readonly rows: number;
  /** The cells of a row, by its number from 0 on. */
  readonly cells: (index: number) => readonly Cell[];
}

/** The texts of a workbook, each kept once, as spreadsheet programs keep them. */
class Texts {
  readonly #numbers = new Map<string, number>();

  cell(column: string, row: number, text: string): string {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return `<c r="${column}${row}" t="s"><v>${number}</v></c>`;
  }

  get xml(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`,
    );
    return `${HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** Writes a workbook by hand: far larger ones than a library can write. */
export function writeMadeWorkbook(path: string, made: Readonly<Record<string, MadeSheet>>): void {
  const texts = new Texts();
  const sheets = Object.fromEntries(
    Object.entries(made).map(([name, each]) => [name, sheetXml(texts, each)]),
  );
  const names = Object.keys(sheets);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${names.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': list(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': list(
      ...names.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': texts.xml,
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheets[name] ?? '']),
    ),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)]));
  writeFileSync(path, zipSync(files, { level: 4, mtime: new Date(2026, 0, 1) }));
}

/** In blocks, as a string of hundreds of megabytes is more than an engine may hold. */
function sheetXml(texts: Texts, { headers, rows, cells }: MadeSheet): Buffer {
  const blocks: Buffer[] = [];
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(texts, 1, headers)}`;
  for (let index = 0; index < rows; index++) {
    text += rowXml(texts, index + 2, cells(index));
    if (text.length < 4_000_000) continue;
    blocks.push(Buffer.from(text));
    text = '';
  }
  blocks.push(Buffer.from(`${text}</sheetData></worksheet>`));
  return Buffer.concat(blocks);
}

function rowXml(texts: Texts, row: number, cells: readonly Cell[]): string {
  const xml = cells.map((cell, column) => {
    const name = String.fromCharCode(65 + column);
    if (cell === null) return '';
    if (typeof cell === 'string') return texts.cell(name, row, cell);
    if (typeof cell === 'number') return `<c r="${name}${row}"><v>${cell}</v></c>`;
    return `<c r="${name}${row}" s="1"><v>${cell.serial}</v></c>`;
  });
  return `<row r="${row}">${xml.join('')}</row>`;
}

function list(...entries: readonly (readonly [type: string, target: string])[]): string {
  const items = entries.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
