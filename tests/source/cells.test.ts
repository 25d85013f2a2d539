import { describe, expect, it } from 'vitest';
import {
  cells,
  readRows,
  relationships,
  SHEET_RELS,
  STRINGS,
  STYLES,
  stringsXml,
  stylesXml,
  values,
} from './hand-made.ts';

/** The only cell of a sheet that holds this one. */
function only(cell: string, parts = {}) {
  return cells(readRows(`<row r="1">${cell}</row>`, parts)).A1;
}

describe('texts', () => {
  it('of the shared list: plain, in runs, without what tells how to speak them', () => {
    const strings = stringsXml(
      '<t>plain &amp; &lt;b&gt;</t>',
      '<r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
      '<t xml:space="preserve">  kept  </t>',
    );
    const row = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(values(readRows(`<row>${row}</row>`, { [STRINGS]: strings }))).toEqual({
      A1: ['text', 'plain & <b>'],
      B1: ['text', 'rich text'],
      C1: ['text', '東京'],
      D1: ['text', '  kept  '],
    });
  });

  it.each([
    ['plain', '<is><t>plain</t></is>', 'plain'],
    ['in runs', '<is><r><t>a</t></r><r><t>b</t></r></is>', 'ab'],
    ['CDATA', '<is><t><![CDATA[1 < 2 & 3]]></t></is>', '1 < 2 & 3'],
    ['entities', '<is><t>&#65;&#x42;&quot;</t></is>', 'AB"'],
    ['phonetic runs left out', '<is><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh><t>b</t></is>', 'ab'],
    ['as a value', '<v>plain</v>', 'plain'],
  ])('inline: %s', (_, content, text) => {
    expect(only(`<c r="A1" t="inlineStr">${content}</c>`)).toMatchObject({
      kind: 'text',
      value: text,
      shown: text,
    });
  });

  it('escaped characters stand for themselves, and an escaped underscore saves what looks like one', () => {
    expect(only('<c t="str"><v>a_x000D_b_x005F_x0041_</v></c>')).toMatchObject({ value: 'a\rb_x0041_' });
    expect(only('<c t="str"><v>snake_xyz_case</v></c>')).toMatchObject({ value: 'snake_xyz_case' });
  });

  it('line ends of the XML are one character, as XML says', () => {
    expect(only('<c t="str"><v>one\r\ntwo\rthree</v></c>')).toMatchObject({ value: 'one\ntwo\nthree' });
  });

  it('an empty text is blank and leaves no cell', () => {
    const strings = { [STRINGS]: stringsXml('<t></t>') };
    expect(only('<c r="A1" t="s"><v>0</v></c>', strings)).toBeUndefined();
    expect(only('<c r="A1" t="inlineStr"><is><t/></is></c>')).toBeUndefined();
  });

  it('a text that the shared list does not have is an error in its cell, never a blank', () => {
    expect(only('<c r="A1" t="s"><v>7</v></c>')).toMatchObject({ kind: 'error', value: '#REF!' });
  });

  it('a number format that changes texts changes what is shown, not the value', () => {
    const parts = { [STYLES]: stylesXml('"Dr "@') };
    expect(only('<c s="1" t="str"><v>No</v></c>', parts)).toMatchObject({ value: 'No', shown: 'Dr No' });
  });
});

describe('numbers, booleans, errors', () => {
  it.each([
    ['0', 0],
    ['-1.5', -1.5],
    ['1E-7', 1e-7],
    ['0.10000000000000001', 0.1],
    [' 12 ', 12],
    ['9007199254740991', 9007199254740991],
  ])('the number %s', (text, value) => {
    expect(only(`<c><v>${text}</v></c>`)).toMatchObject({ kind: 'number', value, format: null });
  });

  it.each(['1,5', '0x10', 'Infinity', 'NaN', '1 2', '1e999'])('%s is no number and stays text', (text) => {
    expect(only(`<c><v>${text}</v></c>`)).toMatchObject({ kind: 'text', value: text });
  });

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ])('the boolean %s', (text, value) => {
    const shown = value ? 'TRUE' : 'FALSE';
    expect(only(`<c t="b"><v>${text}</v></c>`)).toMatchObject({ kind: 'boolean', value, shown });
  });

  it('texts, booleans and errors stay what they are under a date format', () => {
    const parts = { [STYLES]: stylesXml('yyyy-mm-dd') };
    expect(only('<c s="1" t="str"><v>TBD</v></c>', parts)).toMatchObject({ kind: 'text', value: 'TBD' });
    expect(only('<c s="1" t="b"><v>0</v></c>', parts)).toMatchObject({ kind: 'boolean', value: false });
    expect(only('<c s="1" t="e"><v>#REF!</v></c>', parts)).toMatchObject({ kind: 'error', value: '#REF!' });
  });

  it('what is shown follows the number format', () => {
    const row =
      '<row><c s="1"><v>0.4</v></c><c s="2"><v>1234.5</v></c><c s="3"><v>1234.5</v></c><c s="4"><v>3</v></c></row>';
    const styles = stylesXml('0%', '#,##0.00\\ "€"', '[$€-407]\\ #,##0.0', 'not" valid');
    const grid = readRows(row, { [STYLES]: styles });
    expect(Object.values(cells(grid)).map(({ shown }) => shown)).toEqual([
      '40%',
      '1,234.50 €',
      '€ 1,234.5',
      '3',
    ]);
    expect(cells(grid).A1?.format).toBe('0%');
  });
});

describe('formulas', () => {
  it.each([
    ['0', '<c r="A1"><f>A2</f><v>0</v></c>', 'number', 0],
    ['false', '<c r="A1" t="b"><f>A2</f><v>0</v></c>', 'boolean', false],
    ['a text', '<c r="A1" t="str"><f>A2</f><v>done</v></c>', 'text', 'done'],
    ['an error', '<c r="A1" t="e"><f>A2</f><v>#N/A</v></c>', 'error', '#N/A'],
    ['shared', '<c r="A1"><f t="shared" si="0"/><v>5</v></c>', 'number', 5],
    ['array', '<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>6</v></c>', 'number', 6],
  ])('the cached result %s', (_, cell, kind, value) => {
    expect(only(cell)).toMatchObject({ kind, value, formula: 'cached' });
  });

  it('an empty text as result is blank and leaves no cell', () => {
    expect(only('<c r="A1" t="str"><f>""</f><v></v></c>')).toBeUndefined();
  });

  it.each(['<c r="A1"><f>1+1</f></c>', '<c r="A1"><f>1+1</f><v/></c>', '<c r="A1"><f>1+1</f><v></v></c>'])(
    'no result: %s',
    (cell) => {
      expect(only(cell)).toMatchObject({ kind: 'blank', value: null, formula: 'uncached', shown: '' });
    },
  );
});

describe('links', () => {
  it('of the sheet, by its relationships, with what Excel keeps as location; inner ones do not count', () => {
    const grid = readRows(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>',
      { [SHEET_RELS]: relationships({ r1: ['hyperlink', '!https://example.com/?a=1&amp;b=2'] }) },
      '<hyperlinks><hyperlink ref="A1" r:id="r1" location="part"/><hyperlink ref="B1" location="Plan!A1"/><hyperlink ref="D2" r:id="r1"/><hyperlink ref="C1" r:id="r9"/></hyperlinks>',
    );
    const { A1, B1, C1, D2 } = cells(grid);
    expect(A1).toMatchObject({ value: 1, link: 'https://example.com/?a=1&b=2#part' });
    expect(B1?.link).toBeNull();
    expect(C1?.link).toBeNull();
    expect(D2).toMatchObject({ kind: 'blank', link: 'https://example.com/?a=1&b=2', formula: 'none' });
  });

  it('of a block go to each of its cells that holds something, and a blank one only at its top left', () => {
    const grid = readRows(
      '<row r="3"><c r="B3"><v>1</v></c></row>',
      { [SHEET_RELS]: relationships({ r1: ['hyperlink', '!https://example.com'] }) },
      '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="r1"/></hyperlinks>',
    );
    expect(Object.keys(cells(grid))).toEqual(['A1', 'B3']);
    expect(cells(grid).B3?.link).toBe('https://example.com');
  });

  it.each([
    ['HYPERLINK("https://example.com/?q=""x""","Text")', 'https://example.com/?q="x"'],
    ['hyperlink( "mailto:team@example.com" )', 'mailto:team@example.com'],
    ['HYPERLINK("#Plan!A1","inner")', null],
    ['HYPERLINK(A2,"worked out")', null],
    ['HYPERLINK("https://example.com/"&amp;A2,"worked out")', null],
    ['"HYPERLINK(""https://example.com"")"', null],
  ])('of the formula %s', (formula, link) => {
    expect(only(`<c t="str"><f>${formula}</f><v>Text</v></c>`)).toMatchObject({ value: 'Text', link });
  });

  it('of a shared formula belong to all of its cells', () => {
    const grid = readRows(
      '<row><c t="str"><f t="shared" si="3" ref="A1:A2">HYPERLINK("https://example.com")</f><v>a</v></c></row><row><c t="str"><f t="shared" si="3"/><v>b</v></c></row>',
    );
    expect(cells(grid).A2?.link).toBe('https://example.com');
  });
});

describe('days', () => {
  const day = (code: string, serial: string, parts = {}) =>
    only(`<c s="1"><v>${serial}</v></c>`, { [STYLES]: stylesXml(code), ...parts });

  it.each([
    'yyyy-mm-dd',
    'd/m/yyyy\\ h:mm;@',
    '[$-409]mmmm d, yyyy',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'mmm\\ yy',
    'yyyy"年"m"月"d"日"',
    'dd.mm.yy;@',
    '"due "d mmm',
  ])('%s makes 46112 the day 2026-03-31', (code) => {
    // 46112 − 25569 (the serial of 1970-01-01) = 20543 days = 2026-03-31.
    expect(day(code, '46112')).toMatchObject({ kind: 'day', value: 20543, format: code });
  });

  it.each([
    '0\\ \\d\\a\\y\\s',
    '0 "days"',
    'h:mm',
    '[h]:mm',
    'mm:ss',
    '[mm]:ss',
    '0.00',
    '#,##0\\ [$kr-41D]',
    '0_d',
    '[Red]0',
    '@',
  ])('%s makes no day', (code) => {
    expect(day(code, '46112')).toMatchObject({ kind: 'number', value: 46112 });
  });

  it.each([14, 15, 16, 17, 22, 27, 31, 36, 50, 58])('the built-in format %i makes a day', (id) => {
    const styles = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
    expect(day('', '46112', { [STYLES]: styles })).toMatchObject({ kind: 'day', value: 20543 });
  });

  it.each([0, 2, 9, 18, 20, 32, 45, 46, 47, 49])('the built-in format %i makes none', (id) => {
    const styles = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
    expect(day('', '46112', { [STYLES]: styles })).toMatchObject({ kind: 'number', value: 46112 });
  });

  it('the time of day is dropped, and a sum that falls a hair short of midnight is the next day', () => {
    expect(day('yyyy-mm-dd', '46112.99')).toMatchObject({ kind: 'day', value: 20543 });
    expect(day('yyyy-mm-dd', '46111.999999999993')).toMatchObject({ kind: 'day', value: 20543 });
  });

  it('a number that is no day of the calendar stays a number', () => {
    expect(day('yyyy-mm-dd', '-3')).toMatchObject({ kind: 'number', value: -3 });
    expect(day('yyyy-mm-dd', '99999999')).toMatchObject({ kind: 'number', value: 99999999 });
  });

  it.each(['2026-03-31', '2026-03-31T23:59:59', '2026-03-31T00:00:00.000Z'])(
    'ISO text %s in a day cell',
    (text) => {
      expect(only(`<c t="d"><v>${text}</v></c>`)).toMatchObject({
        kind: 'day',
        value: 20543,
        shown: '2026-03-31',
      });
    },
  );

  it('is shown by its format', () => {
    expect(day('d.m.yyyy', '46112')?.shown).toBe('31.3.2026');
    expect(only('<c s="1" t="d"><v>2026-03-31</v></c>', { [STYLES]: stylesXml('d.m.yyyy') })?.shown).toBe(
      '31.3.2026',
    );
  });

  it('a style of a dxf or of a named style is not that of a cell', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>';
    expect(day('', '46112', { [STYLES]: styles })).toMatchObject({ kind: 'number', format: '0.0' });
  });
});
