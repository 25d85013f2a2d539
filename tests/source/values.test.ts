import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../src/grid/grid.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import {
  archive,
  cellAt,
  cellsOf,
  type Parts,
  relationships,
  stringsXml,
  stylesXml,
  workbookParts,
  workbookXml,
} from '../helpers/parts.ts';

function read(rows: string, parts: Parts = {}, after = ''): Workbook {
  return readWorkbook(archive(workbookParts(rows, parts, after)), 'plan.xlsx');
}

/** The cells of a sheet of one row. */
function cells(row: string, parts: Parts = {}): Record<string, string> {
  return cellsOf(read(`<row r="1">${row}</row>`, parts).grids[0]);
}

describe('shared texts', () => {
  const strings = {
    'xl/sharedStrings.xml': stringsXml(
      '<t>plain</t>',
      '<r><rPr><b/></rPr><t xml:space="preserve">one </t></r><r><t>two</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '<r><t>大</t></r><rPh sb="0" eb="1"><t>オオ</t></rPh><r><t>阪</t></r>',
      '<t/>',
      '',
      '<t>a &lt; b &amp;amp; &#233;&#x1F600;</t>',
      '<t><![CDATA[<b>&amp;</b>]]></t>',
      '<t>one_x000D_\ntwo _x005F_x000D_ _xZZZZ_</t>',
    ),
  };

  it('are plain or rich, with nothing of how they are spoken', () => {
    const row = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(cells(row, strings)).toEqual({
      A1: 'text plain',
      B1: 'text one two',
      C1: 'text 東京',
      D1: 'text 大阪',
    });
  });

  it('keep entities, CDATA and escapes apart', () => {
    const row = [6, 7, 8].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(cells(row, strings)).toEqual({
      A1: 'text a < b &amp; é😀',
      B1: 'text <b>&amp;</b>',
      C1: 'text one\r\ntwo _x000D_ _xZZZZ_',
    });
  });

  it('are no cell where they are empty', () => {
    expect(cells('<c t="s"><v>4</v></c><c t="s"><v>5</v></c><c t="s"><v/></c>', strings)).toEqual({});
  });

  it('never become another text or a blank where the number of one is wrong', () => {
    expect(cells('<c t="s"><v>99</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c>', strings)).toEqual({
      A1: 'error #REF!',
      B1: 'error #REF!',
      C1: 'error #REF!',
    });
  });
});

describe('inline texts', () => {
  it.each([
    ['plain', '<is><t>Call</t></is>', 'text Call'],
    ['rich', '<is><r><t>one </t></r><r><t>two</t></r></is>', 'text one two'],
    ['in CDATA', '<is><t><![CDATA[a & b]]></t></is>', 'text a & b'],
    ['with entities', '<is><t>a &amp; b</t></is>', 'text a & b'],
    ['with escapes', '<is><t>a_x0009_b</t></is>', 'text a\tb'],
    ['spoken', '<is><t>東</t><rPh sb="0" eb="1"><t>ヒガシ</t></rPh></is>', 'text 東'],
    ['in place of which a value stands', '<v>Call</v>', 'text Call'],
  ])('%s', (_, inner, expected) => {
    expect(cells(`<c r="A1" t="inlineStr">${inner}</c>`)).toEqual({ A1: expected });
  });

  it('are no cell where they are empty', () => {
    expect(
      cells('<c t="inlineStr"><is><t></t></is></c><c t="inlineStr"><is/></c><c t="inlineStr"/>'),
    ).toEqual({});
  });

  it('may be as long as a text can be', () => {
    const long = 'ab&amp;'.repeat(400_000);
    expect(cells(`<c t="inlineStr"><is><t>${long}</t></is></c>`).A1).toHaveLength(5 + 3 * 400_000);
  });
});

describe('results of formulas', () => {
  it.each([
    ['a number', '<c r="A1"><f>1+1</f><v>2</v></c>', '= number 2'],
    ['zero', '<c r="A1"><f>0*1</f><v>0</v></c>', '= number 0'],
    ['false', '<c r="A1" t="b"><f>1=2</f><v>0</v></c>', '= boolean false'],
    ['a text', '<c r="A1" t="str"><f>"a"</f><v>a &amp; b</v></c>', '= text a & b'],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '= error #DIV/0!'],
    ['of a shared formula', '<c r="A1"><f t="shared" si="0"/><v>3</v></c>', '= number 3'],
    ['of a data table', '<c r="A1"><f t="dataTable" ref="A1:A2" r1="B1"/><v>4</v></c>', '= number 4'],
    ['not stored', '<c r="A1"><f>1+1</f></c>', '=? blank'],
    ['not stored, of a text', '<c r="A1" t="str"><f>1+1</f></c>', '=? blank'],
    ['stored as nothing, of a number', '<c r="A1"><f>1+1</f><v></v></c>', '=? blank'],
  ])('%s', (_, cell, expected) => {
    expect(cells(cell)).toEqual({ A1: expected });
  });

  it('are no cell where they are an empty text', () => {
    expect(cells('<c t="str"><f>""</f><v></v></c><c t="str"><f>""</f><v/></c>')).toEqual({});
  });
});

describe('values of other types', () => {
  it.each([
    ['<c t="b"><v>1</v></c>', 'boolean true'],
    ['<c t="b"><v>true</v></c>', 'boolean true'],
    ['<c t="b"><v>0</v></c>', 'boolean false'],
    ['<c t="e"><v>#REF!</v></c>', 'error #REF!'],
    ['<c><v>-1.5E-3</v></c>', 'number -0.0015'],
    ['<c t="n"><v> 12 </v></c>', 'number 12'],
    ['<c><v>0x10</v></c>', 'text 0x10'],
    ['<c><v>twelve</v></c>', 'text twelve'],
    ['<c t="d"><v>2026-03-31</v></c>', 'day 2026-03-31'],
    ['<c t="d"><v>2026-03-31T23:59:59.999Z</v></c>', 'day 2026-03-31'],
    ['<c t="d"><v>2026-02-30</v></c>', 'text 2026-02-30'],
  ])('%s is %s', (cell, expected) => {
    expect(cells(cell)).toEqual({ A1: expected });
  });
});

describe('formats', () => {
  /** The cell with a value under a format, and how it is shown. */
  const under = (format: string | number, value: number | string, parts: Parts = {}) => {
    const workbook = read(`<row><c s="1"><v>${value}</v></c></row>`, {
      'xl/styles.xml': stylesXml(format),
      ...parts,
    });
    return [cellsOf(workbook.grids[0]).A1, cellAt(workbook, 'A1')?.shown];
  };

  it.each([
    ['yyyy-mm-dd', '2026-03-31'],
    ['[$-409]d-mmm-yy;@', '31-Mar-26'],
    ['dd.mm.yyyy hh:mm', '31.03.2026 00:00'],
    ['yyyy"-"mm', '2026-03'],
    ['mmm', 'Mar'],
    ['dddd', 'Tuesday'],
    [14, '2026-03-31'],
    [15, '31-Mar-26'],
    [22, '2026-03-31 0:00'],
    [30, '2026-03-31'],
    [57, '2026-03-31'],
  ])('%s shows a day', (format, shown) => {
    // 46112 - 45000 = 1112 days after 2023-03-15: 1096 days, one of them a leap day, to 2026-03-15, and 16 more.
    expect(under(format, 46_112)).toEqual(['day 2026-03-31', shown]);
  });

  it.each([
    '0\\ \\d\\a\\y\\s',
    '0 "days"',
    '0 "m"',
    '[Red]0',
    '[Yellow]#,##0',
    'General',
    '0%',
    '@',
    '"unclosed',
    1,
    9,
    49,
  ])('%s shows a number', (format) => {
    expect(under(format, 46_112)[0]).toBe('number 46112');
  });

  it.each(['h:mm', '[h]:mm', '[mm]:ss', 'h:mm AM/PM', '[$-F400]h:mm:ss', 18, 20, 21, 32, 46])(
    '%s shows a time, and no day',
    (format) => {
      expect(under(format, 1.5)[0]).toBe('number 1.5');
    },
  );

  it.each(['mm:ss', 'mm:ss.0', 45, 47])('%s shows minutes, and no month', (format) => {
    expect(under(format, 1.5)[0]).toBe('number 1.5');
  });

  it('may count days from 1904', () => {
    for (const value of ['1', 'true', 'on']) {
      const list = workbookXml(
        '<sheet name="Plan" sheetId="1" r:id="rId1"/>',
        `<workbookPr date1904="${value}"/>`,
      );
      // 46112 - 1462 days between the two systems.
      expect(under('yyyy-mm-dd', 44_650, { 'xl/workbook.xml': list })).toEqual([
        'day 2026-03-31',
        '2026-03-31',
      ]);
    }
    const list = workbookXml('<sheet name="Plan" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="0"/>');
    expect(under('yyyy-mm-dd', 46_112, { 'xl/workbook.xml': list })[0]).toBe('day 2026-03-31');
  });

  it.each([
    [1, 'day 1900-01-01'],
    [46_112.999, 'day 2026-03-31'],
    [2_958_465, 'day 9999-12-31'],
    [0, 'number 0'],
    [0.5, 'number 0.5'],
    [-1, 'number -1'],
    [2_958_466, 'number 2958466'],
  ])('the serial %d is %s', (value, expected) => {
    expect(under('yyyy-mm-dd', value)[0]).toBe(expected);
  });

  it('do not change what is no number', () => {
    const row = '<c s="1" t="str"><v>TBD</v></c><c s="1" t="b"><v>0</v></c><c s="1" t="e"><v>#N/A</v></c>';
    expect(cells(row, { 'xl/styles.xml': stylesXml('yyyy-mm-dd') })).toEqual({
      A1: 'text TBD',
      B1: 'boolean false',
      C1: 'error #N/A',
    });
  });

  it('are General where the workbook has no such style', () => {
    expect(
      cells('<c s="7"><v>46112</v></c><c s="x"><v>1</v></c>', { 'xl/styles.xml': stylesXml('d') }),
    ).toEqual({
      A1: 'number 46112',
      B1: 'number 1',
    });
  });
});

describe('links', () => {
  const rels = (...targets: string[]) => ({
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ...targets.map((each) => ['hyperlink', each] as const),
    ),
  });
  const linked = (rows: string, list: string, ...targets: string[]) => {
    const workbook = read(rows, rels(...targets), `<hyperlinks>${list}</hyperlinks>`);
    return Object.fromEntries(
      (workbook.grids[0]?.rows ?? []).flatMap(({ cells: row }) =>
        row.map((cell) => [`${cell.row} ${cell.column}`, cell.link]),
      ),
    );
  };

  it('come from the list of links, also with a place within the page', () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>';
    const list = '<hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1" r:id="rId2" location="top"/>';
    expect(linked(rows, list, 'https://example.com/?a=1&amp;b=2', 'https://example.com/')).toEqual({
      '1 1': 'https://example.com/?a=1&b=2',
      '1 2': 'https://example.com/#top',
      '1 3': null,
    });
  });

  it('hold for every cell of their block', () => {
    const rows = '<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>';
    expect(linked(rows, '<hyperlink ref="A1:A1048576" r:id="rId1"/>', 'https://example.com/')).toEqual({
      '1 1': 'https://example.com/',
      '2 1': 'https://example.com/',
      '2 2': null,
    });
  });

  it('keep a cell that holds nothing else', () => {
    expect(linked('', '<hyperlink ref="B3" r:id="rId1"/>', 'https://example.com/')).toEqual({
      '3 2': 'https://example.com/',
    });
  });

  it('come from a formula with an address as it stands', () => {
    const formula = (text: string) => `<c t="str"><f>${text}</f><v>x</v></c>`;
    const row = [
      'HYPERLINK("https://example.com/?q=""a""","x")',
      ' hyperlink( "https://example.com/" )',
      'HYPERLINK("https://example.com/"&amp;A1,"x")',
      'IF(TRUE,HYPERLINK("https://example.com/"))',
    ];
    const workbook = read(`<row>${row.map(formula).join('')}</row>`);
    expect(workbook.grids[0]?.rows[0]?.cells.map(({ link }) => link)).toEqual([
      'https://example.com/?q="a"',
      'https://example.com/',
      null,
      null,
    ]);
  });

  it('are none where they lead within the workbook, or nowhere', () => {
    const list =
      '<hyperlink ref="A1" location="Plan!A1"/><hyperlink ref="A1" r:id="rId9"/><hyperlink ref="?" r:id="rId1"/>';
    expect(linked('<row><c><v>1</v></c></row>', list, 'https://example.com/')).toEqual({ '1 1': null });
  });
});

describe('merged cells', () => {
  const merged = (rows: string, ...refs: string[]) =>
    read(rows, {}, `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`)
      .grids[0];
  const square = [1, 2, 3].map((row) => `<row>${`<c><v>${row}</v></c>`.repeat(3)}</row>`).join('');

  it('have the value of the top left one', () => {
    expect(Object.keys(cellsOf(merged(square, 'A1:B2')))).toEqual(['A1', 'C1', 'C2', 'A3', 'B3', 'C3']);
    expect(Object.keys(cellsOf(merged(square, '$A$1:A3', 'C2:C3')))).toEqual([
      'A1',
      'B1',
      'C1',
      'B2',
      'C2',
      'B3',
    ]);
  });

  it('are told as blocks', () => {
    expect(merged(square, 'A1:B2', 'C3', 'nonsense')?.merges).toContainEqual({
      top: 1,
      left: 1,
      bottom: 2,
      right: 2,
    });
  });

  it('cost nothing, however large or many', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `A${index + 1}:XFD${index + 2}`);
    expect(cellsOf(merged(square, 'A1:XFD1048576'))).toEqual({ A1: 'number 1' });
    expect(cellsOf(merged(square, ...many)).A1).toBe('number 1');
  });
});
