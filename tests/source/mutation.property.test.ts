import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/grid/grid.ts';
import { SourceFault } from '../../src/source/fault.ts';
import { MAX_COLUMN, MAX_ROW } from '../../src/source/limits.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import { STRINGS, STYLES, sheetXml, stringsXml, stylesXml, workbookBytes, zip } from './hand-made.ts';

const CASES = resolve(import.meta.dirname, '../cases/workbooks');

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46112</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>' +
  '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><r><t>a &amp; b</t></r></is></c><c r="B2" t="b"><v>1</v></c></row>';
const AFTER =
  '<mergeCells><mergeCell ref="A2:A4"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks>';
const SHEET_XML = sheetXml(ROWS, AFTER);
const STRINGS_XML = stringsXml('<t>one</t>', '<r><t>two</t></r><rPh sb="0" eb="1"><t>three</t></rPh>');
const STYLES_XML = stylesXml('yyyy-mm-dd', '0.0%');

/** One change of bytes: some set anew, some cut out, some put in; places are shares of the length. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom('set', 'cut', 'insert'),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});
type Change = typeof change extends fc.Arbitrary<infer Each> ? Each : never;

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce((before, { at, kind, bytes: piece }) => {
    const start = Math.floor(at * before.length);
    const rest = before.subarray(kind === 'insert' ? start : start + piece.length);
    return Buffer.concat([before.subarray(0, start), kind === 'cut' ? new Uint8Array() : piece, rest]);
  }, bytes);
}

/** Rows and cells come in order and lie on the sheet, and numbers are numbers. */
function expectSound({ rows }: Grid): void {
  let lastRow = 0;
  for (const { row, cells } of rows) {
    expect(row).toBeGreaterThan(lastRow);
    lastRow = row;
    let lastColumn = 0;
    for (const cell of cells) {
      expect(cell.row).toBe(row);
      expect(cell.column).toBeGreaterThan(lastColumn);
      lastColumn = cell.column;
      if (cell.kind === 'number') expect(cell.value).toSatisfy(Number.isFinite);
      if (cell.kind === 'day') expect(cell.value).toSatisfy(Number.isInteger);
    }
    expect(lastColumn).toBeGreaterThan(0);
    expect(lastColumn).toBeLessThanOrEqual(MAX_COLUMN);
  }
  expect(lastRow).toBeLessThanOrEqual(MAX_ROW);
}

/** What reading comes to: the number of sheets, or the fault's code. Anything else thrown fails the test. */
function outcome(bytes: Uint8Array): number | string {
  try {
    const { grids } = readWorkbook(bytes, 'plan.xlsx');
    for (const grid of grids) expectSound(grid);
    return grids.length;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    expect(error.kind).toBe('plan');
    for (const sentence of [error.what, error.why, error.fix]) expect(sentence).toMatch(/^\P{Ll}.*[.!?]$/su);
    return error.code;
  }
}

const changes = fc.array(change, { minLength: 1, maxLength: 4 });

describe('a workbook whose bytes were changed at random', () => {
  const small = workbookBytes({
    'xl/worksheets/sheet1.xml': SHEET_XML,
    [STRINGS]: STRINGS_XML,
    [STYLES]: STYLES_XML,
  });

  it.each([
    ['made by hand', small],
    ['of LibreOffice', readFileSync(join(CASES, 'libreoffice.xlsx'))],
    ['of XlsxWriter', readFileSync(join(CASES, 'xlsxwriter.xlsx'))],
  ])('is read or refused: %s', (_, bytes) => {
    expect(outcome(bytes)).toBeTypeOf('number');
    fc.assert(
      fc.property(changes, (each) => {
        outcome(changed(bytes, each));
      }),
      { numRuns: 120 },
    );
  });

  it('is refused, or has the same sheets, wherever it is cut off', () => {
    for (let length = 0; length < small.length; length += 7) {
      expect(outcome(small.subarray(0, length)), `cut at ${length}`).toBeTypeOf('string');
    }
  });
});

describe('a workbook with a part whose XML was changed at random', () => {
  const parts = { 'xl/worksheets/sheet1.xml': SHEET_XML, [STRINGS]: STRINGS_XML, [STYLES]: STYLES_XML };

  it.each(Object.entries(parts))('is read or refused: %s', (path, xml) => {
    fc.assert(
      fc.property(changes, (each) => {
        outcome(workbookBytes({ ...parts, [path]: changed(Buffer.from(xml), each) }));
      }),
      { numRuns: 120 },
    );
  });

  it('is read or refused where parts are random texts that look like XML', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '/>',
        '</',
        '<c ',
        'r="A1"',
        '<v>',
        '</v>',
        '<row>',
        '</row>',
        '<sheetData>',
        '&',
        ';',
      ),
      fc.constantFrom(
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<?xml',
        '?>',
        '<!DOCTYPE x [',
        '"',
        "'",
        '=',
        'xmlns:x="y"',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom(...Object.keys(parts)),
        (pieces, path) => {
          outcome(workbookBytes({ ...parts, [path]: pieces.join('') }));
        },
      ),
      { numRuns: 120 },
    );
  });
});

/** One change of XML by its structure; places are shares of all that could be changed so. */
const structuralChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  /** What is changed: tags, whole elements with their content, attributes, values of attributes and texts. */
  unit: fc.constantFrom(
    /<[^>]*>/g,
    /<(row|c|v|f|is|t|si|r|xf|numFmt|mergeCell|hyperlink|sheet)\b[^>]*?(?:\/>|>.*?<\/\1>)/gs,
    /\s[\w:]+="[^"]*"/g,
    /(?<==")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)/g,
    /\d+/g,
  ),
  kind: fc.constantFrom('cut', 'double', 'copy', 'number', 'text'),
  number: fc.oneof(fc.integer(), fc.constantFrom(0, 1, 16_385, 1_048_577, 4_294_967_296, 1e308)),
  text: fc.oneof(
    fc.constantFrom(
      '',
      '&#x1F600;',
      '&#0;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '_x000D_',
      'inlineStr',
      'shared',
      'd',
      's',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
});
type StructuralChange = typeof structuralChange extends fc.Arbitrary<infer Each> ? Each : never;

function restructured(xml: string, changes: readonly StructuralChange[]): string {
  return changes.reduce((before, { at, from, unit, kind, number, text }) => {
    const found = [...before.matchAll(unit)];
    const place = found[Math.floor(at * found.length)];
    const other = found[Math.floor(from * found.length)];
    if (place === undefined || other === undefined) return before;
    const [piece] = place;
    const instead = { cut: '', double: piece + piece, copy: other[0], number: String(number), text }[kind];
    return before.slice(0, place.index) + instead + before.slice(place.index + piece.length);
  }, xml);
}

describe('a workbook of a program with a part whose structure was changed at random', () => {
  it.each([
    'openpyxl.xlsx',
    'plans/excel-writer.xlsx',
    'plans/excelize.xlsx',
    'plans/exceljs.xlsx',
    'plans/gnumeric.xlsx',
    'plans/libreoffice.xlsx',
    'plans/openxlsx.xlsx',
    'plans/sheetjs.xlsx',
  ])('is read or refused: %s', (file) => {
    const parts = unzipSync(readFileSync(join(CASES, file)));
    const paths = Object.keys(parts).filter((path) =>
      /(?:workbook|sheet\d|styles|sharedStrings)\.xml/.test(path),
    );
    expect(paths.length).toBeGreaterThan(6);
    const ends = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.array(structuralChange, { minLength: 1, maxLength: 3 }),
        (path, each) => {
          const xml = restructured(new TextDecoder().decode(parts[path]), each);
          ends.add(typeof outcome(zip({ ...parts, [path]: xml })));
        },
      ),
      { numRuns: 60 },
    );
    // Changes so small leave some workbooks readable, and break others.
    expect(ends).toEqual(new Set(['number', 'string']));
  });
});

it('an archive of nothing but random parts is refused', () => {
  // The library that packs them cannot take this one.
  const names = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(names, fc.string()), (parts) => {
      expect(outcome(zip({ 'a.txt': '', ...parts }))).toBeTypeOf('string');
    }),
  );
});
