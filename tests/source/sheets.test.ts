import { describe, expect, it } from 'vitest';
import {
  cells,
  faultOf,
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
  workbookXml,
} from './hand-made.ts';

describe('rows', () => {
  it('rows and cells without an address follow the one before them', () => {
    const grid = readRows(
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    );
    expect(Object.keys(cells(grid))).toEqual(['A1', 'D1', 'E1', 'A5', 'A6']);
  });

  it('come in order, whatever the order in the file; of two cells at one address the later counts', () => {
    const grid = readRows(
      '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>',
    );
    expect(grid.rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(Object.entries(values(grid))).toEqual([
      ['A1', ['number', 3]],
      ['A3', ['number', 2]],
      ['B3', ['number', 4]],
    ]);
  });

  it('a cell whose address tells of another row stands where it says; those after it go on in their row', () => {
    const grid = readRows(
      '<row r="3"><c r="A3"><v>1</v></c><c r="B5"><v>2</v></c><c><v>9</v></c></row><row r="4"><c r="A4"><v>3</v></c></row><row r="5" hidden="1"><c r="A2"><v>4</v></c><c r="C5"><v>5</v></c></row>',
    );
    expect(Object.fromEntries(Object.entries(values(grid)).map(([at, [, value]]) => [at, value]))).toEqual({
      A2: 4,
      A3: 1,
      C3: 9,
      A4: 3,
      B5: 2,
      C5: 5,
    });
    expect(grid.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [2, false],
      [3, false],
      [4, false],
      [5, true],
    ]);
  });

  it('a row may come twice, and in part from within another; of two cells at one address the later counts', () => {
    const grid = readRows(
      '<row r="3"><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c></row><row r="4"><c r="B4"><v>7</v></c><c r="C4"><v>8</v></c></row>',
    );
    expect(values(grid)).toEqual({ A4: ['number', 3], B4: ['number', 7], C4: ['number', 8] });
  });

  it('an address below the last row that there can be is a fault', () => {
    expect(faultOf(() => readRows('<row r="1"><c r="A1048577"><v>1</v></c></row>'))).toMatchObject({
      code: 'damaged',
    });
  });

  it('hidden ones are read, and marked', () => {
    const grid = readRows('<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>');
    expect(grid.rows.map(({ hidden }) => hidden)).toEqual([true, false]);
  });

  it('empty cells and rows that have only a style leave nothing', () => {
    const grid = readRows(
      '<row r="1" s="1" customFormat="1"><c r="A1" s="1"/></row><row r="2"><c r="A2" s="1"><v></v></c></row>',
      {
        [STYLES]: stylesXml('0'),
      },
    );
    expect(grid.rows).toEqual([]);
  });

  it.each([
    '<row r="0"><c><v>1</v></c></row>',
    '<row r="1048577"><c/></row>',
    '<row r="x"/>',
    '<row r="1"><c r="XFE1"/></row>',
    '<row r="1"><c r="?"/></row>',
  ])('an address that no cell can have is a fault: %s', (rows) => {
    expect(faultOf(() => readRows(rows))).toMatchObject({
      code: 'damaged',
      what: expect.stringContaining('the sheet “Plan”'),
    });
  });
});

describe('merged cells', () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><f>1</f></c></row><row r="3"><c r="A3"><v>5</v></c></row>';

  it('keep the top left value, and drop what is stored behind the others', () => {
    const grid = readRows(rows, {}, '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>');
    expect(Object.keys(cells(grid))).toEqual(['A1', 'C1', 'A3']);
    expect(grid.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
  });

  it('side by side and one below the other are told apart', () => {
    const merges = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B1:C1"/></mergeCells>';
    expect(Object.keys(cells(readRows(rows, {}, merges)))).toEqual(['A1', 'B1', 'A2', 'B2']);
  });

  it('a whole sheet, and 50,000 blocks, are no more than their corners', () => {
    const whole = readRows(rows, {}, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>');
    expect(Object.keys(cells(whole))).toEqual(['A1']);
    const many = Array.from(
      { length: 50_000 },
      (_, i) => `<mergeCell ref="A${i * 2 + 1}:XFD${i * 2 + 2}"/>`,
    ).join('');
    const grid = readRows(rows, {}, `<mergeCells>${many}</mergeCells>`);
    expect(Object.keys(cells(grid))).toEqual(['A1', 'A3']);
    expect(grid.merges).toHaveLength(50_000);
  });
});

describe('workbooks of programs that do it their own way', () => {
  const one = sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>');
  const strings = { [STRINGS]: stringsXml('<t>here</t>') };
  const here = { A1: ['text', 'here'] };

  it('namespace prefixes', () => {
    const grid = first(
      read({
        [WORKBOOK]:
          '<x:workbook xmlns:x="m" xmlns:rel="r"><x:workbookPr/><x:sheets><x:sheet name="Plan" sheetId="1" rel:id="r1"/></x:sheets></x:workbook>',
        [SHEET]:
          '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>in</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        [STRINGS]: '<x:sst xmlns:x="m"><x:si><x:r><x:t>here</x:t></x:r></x:si></x:sst>',
      }),
    );
    expect(values(grid)).toEqual({ ...here, B1: ['text', 'in'] });
  });

  it('the strict form of the format, with its own namespaces and ISO days', () => {
    const strict = (text: string) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        );
    const book = read({
      '_rels/.rels': strict(relationships({ r1: ['officeDocument', 'xl/workbook.xml'] })),
      [WORKBOOK]: strict(workbookXml('<sheet name="Plan" sheetId="1" r:id="r1"/>')),
      [WORKBOOK_RELS]: strict(relationships({ r1: ['worksheet', 'worksheets/sheet1.xml'] })),
      [SHEET]: strict(sheetXml('<row><c t="d"><v>2026-03-31</v></c></row>')),
    });
    expect(values(first(book))).toEqual({ A1: ['day', '2026-03-31'] });
  });

  it.each([
    ['absolute', '/xl/worksheets/sheet1.xml'],
    ['relative with steps', './../xl/worksheets/./sheet1.xml'],
    ['absolute without its slash', 'xl/worksheets/sheet1.xml'],
    ['in another case', 'Worksheets/Sheet1.XML'],
    ['with backslashes', 'worksheets\\sheet1.xml'],
    ['with escapes', 'worksheets/sheet%31.xml'],
  ])('paths of parts: %s', (_, target) => {
    const rels = relationships({ r1: ['worksheet', target], r2: ['sharedStrings', 'sharedStrings.xml'] });
    expect(values(first(read({ [WORKBOOK_RELS]: rels, [SHEET]: one, ...strings })))).toEqual(here);
  });

  it('parts elsewhere than is usual, found by their relationships alone', () => {
    const book = read({
      '_rels/.rels': relationships({
        a: ['extended-properties', 'app.xml'],
        b: ['officeDocument', '/book.xml'],
      }),
      'book.xml': workbookXml('<sheet name="Plan" sheetId="9" r:id="z"/>'),
      '_rels/book.xml.rels': relationships({ z: ['worksheet', 'a.xml'], y: ['sharedStrings', 'b.xml'] }),
      'a.xml': one,
      'b.xml': stringsXml('<t>here</t>'),
      [WORKBOOK]: null,
      [SHEET]: null,
    });
    expect(values(first(book))).toEqual(here);
  });

  it('no lists of relationships at all', () => {
    const book = read({
      '_rels/.rels': null,
      [WORKBOOK_RELS]: null,
      [SHEET]: sheetXml('<row><c><v>1</v></c></row>'),
    });
    expect(values(first(book))).toEqual({ A1: ['number', 1] });
  });

  it('UTF-16, with and without a mark, and other encodings by their declaration', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?>${sheetXml('<row><c t="str"><v>Ærø</v></c></row>')}`;
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
    const latin = new Uint8Array(Buffer.from(xml.replace('UTF-16', 'ISO-8859-1'), 'latin1'));
    for (const bytes of [utf16, utf16.slice(2), latin, new Uint8Array(Buffer.from(xml))]) {
      expect(values(first(read({ [SHEET]: bytes })))).toEqual({ A1: ['text', 'Ærø'] });
    }
  });

  it.each(['1', 'true'])('days counted from 1904, said by %s', (flag) => {
    const book = read({
      [WORKBOOK]: workbookXml(
        '<sheet name="Plan" sheetId="1" r:id="r1"/>',
        `<workbookPr date1904="${flag}"/>`,
      ),
      [SHEET]: sheetXml('<row><c s="1"><v>44650</v></c></row>'),
      [STYLES]: stylesXml('dd/mm/yyyy'),
    });
    // 44650 + 1462 = 46112, which is 2026-03-31 counted from 1900.
    expect(book.date1904).toBe(true);
    expect(values(first(book))).toEqual({ A1: ['day', '2026-03-31'] });
    expect(cells(first(book)).A1?.shown).toBe('31/03/2026');
  });

  it('days counted from 1900 where the workbook says so or nothing', () => {
    for (const before of [
      '',
      '<workbookPr/>',
      '<workbookPr date1904="0"/>',
      '<workbookPr date1904="false"/>',
    ]) {
      expect(read({ [WORKBOOK]: workbookXml('<sheet name="Plan" r:id="r1"/>', before) }).date1904).toBe(
        false,
      );
    }
  });

  it('elements of extensions with the names of cells count for nothing', () => {
    const extension =
      '<extLst><ext><sheetData><row r="1"><c r="B1"><v>9</v></c></row></sheetData></ext></extLst>';
    const inside =
      '<row r="1"><c r="A1"><v>1</v><extLst><v>7</v></extLst></c><extLst><c r="C1"><v>2</v></c></extLst></row>';
    expect(values(readRows(inside, {}, extension))).toEqual({ A1: ['number', 1] });
  });

  it('keys of objects as names are only names', () => {
    const book = read({
      [WORKBOOK]: workbookXml('<sheet name="__proto__" sheetId="1" r:id="__proto__"/>'),
      [WORKBOOK_RELS]:
        '<Relationships><Relationship Id="__proto__" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      [SHEET]: sheetXml('<row __proto__="1"><c constructor="2" t="str"><v>__proto__</v></c></row>'),
    });
    expect(book.grids[0]?.sheet).toBe('__proto__');
    expect(values(first(book))).toEqual({ A1: ['text', '__proto__'] });
  });
});

describe('programs that leave out or prefix what others write bare', () => {
  it('attributes with the prefix of their element are its own', () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row x:r="3"><x:c x:r="B3" x:t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const [grid] = read({ [SHEET]: prefixed }).grids;
    expect(grid?.rows).toMatchObject([
      { row: 3, cells: [{ row: 3, column: 2, kind: 'boolean', value: true }] },
    ]);
  });

  it('a row without a number takes that of its cells', () => {
    const [grid] = read({
      [SHEET]: sheetXml('<row><c r="B7"><v>1</v></c></row><row><c><v>2</v></c></row>'),
    }).grids;
    expect(grid?.rows.map(({ row }) => row)).toEqual([7, 8]);
  });
});

describe('the list of sheets', () => {
  it('several sheets of one part all hold it, and it is read once', () => {
    const part = sheetXml(`<row><c t="str"><v>one</v></c></row><!--${'x'.repeat(6 * 2 ** 20)}-->`);
    const names = Array.from({ length: 100 }, (_, index) => `S${index}`);
    const { grids } = read({
      [SHEET]: part,
      [WORKBOOK]: workbookXml(
        names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r1"/>`).join(''),
      ),
    });
    // Read for each of them, they would unpack to more than a workbook may.
    expect(grids.map(({ sheet }) => sheet)).toEqual(names);
    expect(grids.every((grid) => cells(grid).A1?.value === 'one')).toBe(true);
  });

  it('gives order, names and what is hidden; sheets without cells are left out', () => {
    const book = read({
      [WORKBOOK]: workbookXml(
        '<sheet name="B &amp; C" r:id="r2"/><sheet name="Chart" r:id="r3"/><sheet name="A" r:id="r1" state="veryHidden"/><sheet name="D" r:id="r2" state="hidden"/>',
      ),
      [WORKBOOK_RELS]: relationships({
        r1: ['worksheet', 'worksheets/sheet1.xml'],
        r2: ['worksheet', 'worksheets/other.xml'],
        r3: ['chartsheet', 'chartsheets/sheet1.xml'],
      }),
      'xl/worksheets/other.xml': sheetXml('<row><c><v>2</v></c></row>'),
    });
    expect(book.grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['B & C', false],
      ['A', true],
      ['D', true],
    ]);
    expect(book).toMatchObject({ name: 'plan.xlsx', kind: 'excel', locale: null, timeZone: null });
  });

  it('a sheet that is listed and not there is a fault that names it', () => {
    expect(faultOf(() => read({ [SHEET]: null }))).toMatchObject({
      code: 'damaged',
      what: '“plan.xlsx” is damaged: the sheet “Plan” cannot be read.',
    });
  });

  it('no sheets, or only charts, is a fault', () => {
    expect(faultOf(() => read({ [WORKBOOK]: workbookXml('') })).code).toBe('no-sheets');
    const charts = relationships({ r1: ['chartsheet', 'c.xml'] });
    expect(faultOf(() => read({ [WORKBOOK_RELS]: charts }))).toMatchObject({
      code: 'no-sheets',
      why: 'All of its sheets are charts or macros.',
    });
  });
});

describe('damaged XML names its part', () => {
  it.each([
    ['the list of its sheets', WORKBOOK],
    ['the workbook (its relationships)', WORKBOOK_RELS],
    ['the sheet “Plan”', SHEET],
    ['the sheet “Plan” (its relationships)', SHEET_RELS],
    ['the list of its texts', STRINGS],
    ['the list of its number formats', STYLES],
  ])('%s', (part, path) => {
    for (const xml of ['<workbook><a', '<workbook><a></workbook>', '<workbook><a>', ' ', '<workbook/><b/>']) {
      const fault = faultOf(() => read({ [path]: xml }));
      expect(fault).toMatchObject({
        code: 'damaged',
        kind: 'plan',
        what: expect.stringContaining(`: ${part} cannot`),
      });
      expect(fault.fix).not.toBe('');
    }
  });

  it('a part without a single byte is none: it counts as absent where a workbook need not have it', () => {
    const row = '<row r="1"><c><v>1</v></c><c t="s"><v>0</v></c></row>';
    for (const none of ['', null]) {
      const grid = readRows(row, { [STRINGS]: none, [STYLES]: none });
      expect(values(grid)).toEqual({ A1: ['number', 1], B1: ['error', '#REF!'] });
    }
    for (const path of [SHEET, WORKBOOK]) {
      expect(faultOf(() => read({ [path]: '' })).code).toBe('damaged');
    }
  });

  it('a document type is refused, so that its entities never count', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetXml('<row><c t="str"><v>&a;</v></c></row>')}`;
    expect(faultOf(() => read({ [SHEET]: bomb }))).toMatchObject({ code: 'damaged' });
  });
});
