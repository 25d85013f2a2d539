import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  Allowance,
  MAX_CHARACTERS,
  MAX_ENTRIES,
  MAX_INFLATED_BYTES,
  MAX_ITEMS,
  MAX_XML_DEPTH,
} from '../../src/source/limits.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import { Archive } from '../../src/source/zip.ts';
import { faultOf, read, SHEET, STYLES, sheetXml, stylesXml, workbookBytes, zip } from './hand-made.ts';

/** Where the directory's entry of a path starts. */
function entryAt(bytes: Uint8Array, path: string): number {
  return Buffer.from(bytes).lastIndexOf(path) - 46;
}

function setUint32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value, true);
  return bytes;
}

describe('zip bombs', () => {
  it('a part that unpacks to far more than any sheet does is not unpacked', () => {
    const bomb = new Uint8Array(32 * 2 ** 20).fill(32);
    expect(faultOf(() => read({ 'xl/media/image.png': bomb }))).toMatchObject({
      code: 'too-large',
      why: expect.stringContaining('250 times'),
    });
  });

  it('small parts may pack as well as they like', () => {
    expect(read({ 'docProps/x.xml': new Uint8Array(2 ** 20).fill(32) }).grids).toHaveLength(1);
  });

  it('many parts that are large together are refused by what the archive says', () => {
    const bytes = workbookBytes({ 'a.bin': 'x', [SHEET]: sheetXml('') });
    setUint32(bytes, entryAt(bytes, 'a.bin') + 20, 400 * 2 ** 20);
    setUint32(bytes, entryAt(bytes, 'a.bin') + 24, 600 * 2 ** 20);
    expect(faultOf(() => readWorkbook(bytes, 'plan.xlsx'))).toMatchObject({
      code: 'too-large',
      why: expect.stringContaining('512 MB'),
    });
  });

  it('a part that is larger than the archive says ends as soon as it is', () => {
    const bytes = workbookBytes({
      [SHEET]: sheetXml(`<row><c t="str"><v>${'x'.repeat(10_000)}</v></c></row>`),
    });
    setUint32(bytes, entryAt(bytes, SHEET) + 24, 200);
    expect(faultOf(() => readWorkbook(bytes, 'plan.xlsx'))).toMatchObject({
      code: 'damaged',
      why: 'It unpacks to more than the archive says.',
    });
  });

  it('a part that is read again counts again', () => {
    const allowance = new Allowance('plan.xlsx');
    const archive = new Archive(zip({ a: 'x'.repeat(100) }), allowance);
    allowance.inflate(MAX_INFLATED_BYTES - 250);
    const readOnce = () => archive.read('a', 'a part', () => {});
    readOnce();
    readOnce();
    expect(faultOf(readOnce)).toMatchObject({ code: 'too-large', why: expect.stringContaining('512 MB') });
  });

  it('more parts than any workbook has', () => {
    const parts = Object.fromEntries(Array.from({ length: MAX_ENTRIES }, (_, i) => [`${i}`, strToU8('')]));
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), ...parts }, { level: 0 });
    expect(faultOf(() => readWorkbook(bytes, 'plan.xlsx')).code).toBe('too-large');
  });
});

describe('XML bombs', () => {
  it('elements nested a million deep end in a fault, not in an overflow', () => {
    expect(faultOf(() => read({ [SHEET]: '<a>'.repeat(1_000_000) }))).toMatchObject({
      code: 'damaged',
      why: 'Its elements are nested too deep.',
    });
  });

  it('elements nested less deep are passed over', () => {
    const deep = MAX_XML_DEPTH - 2;
    const after = '<a>'.repeat(deep) + '</a>'.repeat(deep);
    expect(read({ [SHEET]: sheetXml('', after) }).grids).toHaveLength(1);
  });

  it('an element with thousands of attributes', () => {
    const attributes = Array.from({ length: 1000 }, (_, i) => `a${i}="1"`).join(' ');
    expect(faultOf(() => read({ [SHEET]: sheetXml(`<row ${attributes}/>`) }))).toMatchObject({
      code: 'damaged',
    });
  });

  it('a number format with hundreds of places shows numbers as they are', () => {
    const book = read({
      [SHEET]: sheetXml('<row><c s="1"><v>0.5</v></c></row>'),
      [STYLES]: stylesXml(`0.${'0'.repeat(200)}`),
    });
    expect(book.grids[0]?.rows[0]?.cells[0]).toMatchObject({ value: 0.5, shown: '0.5' });
  });
});

describe('what may be kept', () => {
  it('so many cells and characters, and not one more', () => {
    const allowance = new Allowance('plan.xlsx');
    allowance.keep(MAX_ITEMS);
    expect(faultOf(() => allowance.keep(1))).toMatchObject({
      code: 'too-large',
      what: '“plan.xlsx” is too large to be a plan.',
    });
    allowance.keepText(MAX_CHARACTERS);
    expect(faultOf(() => allowance.keepText(1)).code).toBe('too-large');
  });

  it('a quarter of a million rows that hold nothing cost nothing', () => {
    const rows = Array.from(
      { length: 250_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="0"/></row>`,
    ).join('');
    expect(read({ [SHEET]: sheetXml(rows) }).grids[0]?.rows).toEqual([]);
  });

  it('a zip archive with a password is told as such', () => {
    const bytes = zip({ 'xl/workbook.xml': '<workbook/>' });
    const at = entryAt(bytes, 'xl/workbook.xml') + 8;
    bytes[at] = (bytes[at] ?? 0) | 1;
    expect(faultOf(() => readWorkbook(bytes, 'plan.xlsx')).code).toBe('password');
  });
});
