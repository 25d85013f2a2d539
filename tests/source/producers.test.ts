import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/source/workbook.ts';
import {
  cells,
  first,
  read,
  readRows,
  relationships,
  SHEET,
  SHEET_RELS,
  STRINGS,
  STYLES,
  sheetXml,
  stringsXml,
  stylesXml,
  values,
  WORKBOOK,
  WORKBOOK_RELS,
  workbookBytes,
  workbookXml,
} from './hand-made.ts';
import { type RawOptions, rawZip } from './raw-zip.ts';

const PLAN = {
  [SHEET]: sheetXml(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46112</v></c></row>',
    '<hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks>',
  ),
  [SHEET_RELS]: relationships({ r1: ['hyperlink', '!https://example.com/'] }),
  [STRINGS]: stringsXml('<t>here</t>'),
  [STYLES]: stylesXml('yyyy-mm-dd'),
};
const EXPECTED = { A1: ['text', 'here'], B1: ['day', '2026-03-31'] };
/** The parts of that plan, by path. */
const PARTS = Object.entries(unzipSync(workbookBytes(PLAN))).map(
  ([path, content]) => [path, strFromU8(content)] as const,
);

function readParts(
  change: (path: string, content: string) => readonly [path: string, content: string | Uint8Array],
  options?: RawOptions,
) {
  const entries = PARTS.map(([path, content]) => change(path, content));
  return first(
    readWorkbook(
      rawZip(
        entries.map(([path, content]) => ({ path, content })),
        options,
      ),
      'plan.xlsx',
    ),
  );
}

describe('archives as different programs pack them', () => {
  it.each<[string, (path: string) => string]>([
    ['as it is usual', (path) => path],
    ['backslashes', (path) => path.replaceAll('/', '\\')],
    ['another case', (path) => path.toUpperCase()],
    ['a slash in front', (path) => `/${path}`],
  ])('paths of parts: %s', (_, rename) => {
    expect(values(readParts((path, content) => [rename(path), content]))).toEqual(EXPECTED);
  });

  it.each<[string, RawOptions]>([
    ['sizes behind the parts', { descriptors: true }],
    ['fields of 64 bits', { zip64: true }],
    ['both', { descriptors: true, zip64: true }],
  ])('%s', (_, options) => {
    expect(values(readParts((path, content) => [path, content], options))).toEqual(EXPECTED);
  });

  it('parts that lead out of the archive are passed over', () => {
    const outside = ['../../outside.xml', '/etc/outside.xml', 'C:\\outside.xml'];
    const entries = [...PARTS, ...outside.map((path) => [path, '<x/>'] as const)];
    const bytes = rawZip(entries.map(([path, content]) => ({ path, content })));
    expect(values(first(readWorkbook(bytes, 'plan.xlsx')))).toEqual(EXPECTED);
  });

  it('a path with steps out of the archive stays within it', () => {
    const rels = relationships({ r1: ['worksheet', '../../../../xl/worksheets/sheet1.xml'] });
    const book = read({ [SHEET]: sheetXml('<row><c><v>1</v></c></row>'), [WORKBOOK_RELS]: rels });
    expect(values(first(book))).toEqual({ A1: ['number', 1] });
  });
});

describe('XML as different programs write it', () => {
  it('every part with namespace prefixes, of elements and of their attributes', () => {
    const prefixed = (content: string) =>
      content
        .replaceAll(/<(\/?)(\w)/g, '<$1p:$2')
        .replaceAll(' xmlns=', ' xmlns:p=')
        .replaceAll(' r:id=', ' q:id=')
        .replaceAll(' xmlns:r=', ' xmlns:q=');
    expect(prefixed('<a><b/></a>')).toBe('<p:a><p:b/></p:a>');
    const grid = readParts((path, content) => [path, prefixed(content)]);
    expect(values(grid)).toEqual(EXPECTED);
    expect(cells(grid).A1?.link).toBe('https://example.com/');
  });

  it.each<[string, (content: string) => string | Uint8Array]>([
    ['UTF-8 with a mark', (content) => `\ufeff${content}`],
    ['UTF-16, high byte last', (content) => Buffer.from(`\ufeff${content}`, 'utf16le')],
    ['UTF-16, high byte first', (content) => Buffer.from(`\ufeff${content}`, 'utf16le').swap16()],
  ])('every part in %s', (_, encode) => {
    expect(values(readParts((path, content) => [path, encode(content)]))).toEqual(EXPECTED);
  });

  it('comments, instructions and blanks between and within elements', () => {
    const grid = readRows(
      '<!-- <row r="1"><c><v>9</v></c></row> --><?program do="<row>"?>\n<row r="2" >\n <c r="A2" ><!-- x --><v ><!-- 7 -->1<?p?>2</v ></c >\n</row>',
    );
    expect(values(grid)).toEqual({ A2: ['number', 12] });
  });

  it('CDATA in values, formulas and shared texts', () => {
    const strings = { [STRINGS]: stringsXml('<t>a <![CDATA[<b> & ]]>c</t>') };
    const grid = readRows(
      '<row><c t="s"><v><![CDATA[0]]></v></c><c t="str"><f><![CDATA[HYPERLINK("https://example.com/?a&b")]]></f><v>x</v></c></row>',
      strings,
    );
    expect(values(grid)).toMatchObject({ A1: ['text', 'a <b> & c'], B1: ['text', 'x'] });
    expect(cells(grid).B1?.link).toBe('https://example.com/?a&b');
  });

  it('characters by number, in and beyond the first plane, in texts and in names', () => {
    const book = read({
      [WORKBOOK]: workbookXml('<sheet name="Q&#49; &#x1F600;" sheetId="1" r:id="r1"/>'),
      [SHEET]: sheetXml('<row><c t="s"><v>0</v></c><c t="str"><v>&#128512;&#x1f600;&apos;&gt;</v></c></row>'),
      [STRINGS]: stringsXml('<t>&#xE9;&#233; &amp;amp;</t>'),
    });
    expect(first(book).sheet).toBe('Q1 😀');
    expect(values(first(book))).toEqual({ A1: ['text', 'éé &amp;'], B1: ['text', "😀😀'>"] });
  });

  it('elements that are not known, beside and around those that are', () => {
    const grid = readRows(
      '<x:note xmlns:x="urn:x"/><row r="1" x14ac:dyDescent="0.25"><c r="A1" cm="1" vm="2"><v>1</v><x:more>5</x:more></c></row>',
      {},
      '<sheetProtection sheet="1"/><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x14"><controls><row r="2"><c r="A2"><v>2</v></c></row></controls></mc:Choice><mc:Fallback/></mc:AlternateContent><drawing r:id="r7"/><legacyDrawing r:id="r8"/><tableParts count="1"><tablePart r:id="r9"/></tableParts>',
    );
    expect(values(grid)).toEqual({ A1: ['number', 1] });
  });

  it('a dimension that is wrong, and formats and choices for whole columns', () => {
    const before =
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" style="1" hidden="1"/></cols>';
    const after =
      '<conditionalFormatting sqref="A:XFD"/><dataValidations><dataValidation sqref="A1:XFD1048576" type="list"><formula1>Lists!$A:$A</formula1></dataValidation></dataValidations>';
    const sheet = sheetXml('<row r="3"><c r="B3"><v>1</v></c></row>', after);
    const grid = first(read({ [SHEET]: sheet.replace('<sheetData>', `${before}<sheetData>`) }));
    expect(values(grid)).toEqual({ B3: ['number', 1] });
  });
});

describe('what workbooks hold besides', () => {
  it('macros and their sheets are passed over', () => {
    const book = read({
      [WORKBOOK]: workbookXml('<sheet name="Macro" r:id="r2"/><sheet name="Plan" r:id="r1"/>'),
      [WORKBOOK_RELS]: relationships({
        r0: ['vbaProject', 'vbaProject.bin'],
        r1: ['worksheet', 'worksheets/sheet1.xml'],
        r2: ['xlMacrosheet', 'macrosheets/sheet1.xml'],
      }),
      'xl/vbaProject.bin': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'xl/macrosheets/sheet1.xml': sheetXml('<row><c><f>EXEC("x")</f><v>1</v></c></row>'),
      [SHEET]: sheetXml('<row><c><v>1</v></c></row>'),
    });
    expect(book.grids.map(({ sheet }) => sheet)).toEqual(['Plan']);
  });

  it('a pivot table is the cells that it shows', () => {
    const grid = readRows('<row r="3"><c r="A3" t="str"><v>Sum</v></c></row>', {
      [SHEET_RELS]: relationships({ r1: ['pivotTable', '../pivotTables/pivotTable1.xml'] }),
      'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition/>',
    });
    expect(values(grid)).toEqual({ A3: ['text', 'Sum'] });
  });
});
