import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/source/signature.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
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
  sheetXml,
  stringsXml,
  values,
  WORKBOOK,
  WORKBOOK_RELS,
  workbookBytes,
  workbookXml,
  zip,
} from './hand-made.ts';
import { rawZip } from './raw-zip.ts';

describe('archives made to harm', () => {
  it('parts that share their bytes count each', () => {
    const content = new Uint8Array(15 * 2 ** 20);
    const entries = Array.from({ length: 36 }, (_, i) => ({ path: `${i}.xml`, content, sharesBytes: i > 0 }));
    const bytes = rawZip(entries);
    expect(bytes.length).toBeLessThan(50_000);
    expect(faultOf(() => readWorkbook(bytes, 'plan.xlsx'))).toMatchObject({
      code: 'too-large',
      why: expect.stringContaining('512 MB'),
    });
  });

  it('sheets that share their part count each', () => {
    const list = '<sheet name="a" r:id="r1"/>';
    expect(read({ [WORKBOOK]: workbookXml(list.repeat(1000)) }).grids).toHaveLength(1000);
    expect(faultOf(() => read({ [WORKBOOK]: workbookXml(list.repeat(1001)) }))).toMatchObject({
      code: 'too-large',
      why: expect.stringContaining('1000 sheets'),
    });
  });

  it('an archive in an archive is not unpacked', () => {
    const bomb = zip({ 'bomb.xlsx': zip({ 'bomb.xlsx': workbookBytes({}) }) });
    expect(faultOf(() => readWorkbook(bomb, 'plan.xlsx')).code).toBe('zip-without-workbook');
  });

  it('of two parts with one path the later counts', () => {
    const part = (text: string) => ({ path: SHEET, content: sheetXml(`<row><c><v>${text}</v></c></row>`) });
    const bytes = rawZip([
      { path: WORKBOOK, content: workbookXml('<sheet name="Plan" r:id="r1"/>') },
      { path: WORKBOOK_RELS, content: relationships({ r1: ['worksheet', 'worksheets/sheet1.xml'] }) },
      part('1'),
      part('2'),
    ]);
    expect(values(first(readWorkbook(bytes, 'plan.xlsx')))).toEqual({ A1: ['number', 2] });
  });
});

describe('text made to harm', () => {
  it('many comments at a file’s start are passed over one by one', () => {
    // Were each tried with each of those behind it, this would not end within a lifetime.
    const comments = '<!---->'.repeat(500);
    expect(signatureOf(Buffer.from(`${comments}<p`))).toBe('text');
    expect(signatureOf(Buffer.from(`${comments}<html>`))).toBe('web page');
    expect(signatureOf(Buffer.from(`<!-- <html> ${'x'.repeat(5000)}`))).toBe('text');
  });

  it('an entity of the outside world is never asked for', () => {
    const xml = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetXml('<row><c t="str"><v>&a;</v></c></row>')}`;
    expect(faultOf(() => read({ [SHEET]: xml }))).toMatchObject({
      code: 'damaged',
      why: 'It declares a document type, which workbooks never do.',
    });
    expect(values(readRows('<row><c t="str"><v>&a;</v></c></row>'))).toEqual({ A1: ['text', '&a;'] });
  });

  it.each(['javascript:alert(1)', 'data:text/html,<b>', 'file:///etc/passwd', '\\\\server\\share'])(
    'the link %s is kept as it stands, for later stages to judge',
    (address) => {
      const grid = readRows(
        `<row><c><v>1</v></c><c t="str"><f>HYPERLINK("${address.replace('<', '&lt;')}")</f><v>x</v></c></row>`,
        { [SHEET_RELS]: relationships({ r1: ['hyperlink', `!${address.replace('<', '&lt;')}`] }) },
        '<hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks>',
      );
      expect(cells(grid).A1?.link).toBe(address);
      expect(cells(grid).B1?.link).toBe(address);
    },
  );

  it('names and texts that are keys of objects, tags or formulas are only texts', () => {
    const texts = ['__proto__', 'constructor', 'toString', '<script>alert(1)</script>', '=1+1', '@SUM(A1)'];
    const list = texts.map((text) => text.replaceAll('<', '&lt;'));
    const book = read({
      [WORKBOOK]: workbookXml(
        list.map((name, i) => `<sheet name="${name}" r:id="${texts[i === 0 ? 0 : 1]}"/>`).join(''),
      ),
      [WORKBOOK_RELS]:
        '<Relationships><Relationship Id="__proto__" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="constructor" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      [SHEET]: sheetXml(`<row>${texts.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`),
      [STRINGS]: stringsXml(...list.map((text) => `<t>${text}</t>`)),
    });
    expect(book.grids.map(({ sheet }) => sheet)).toEqual(texts);
    expect(first(book).rows[0]?.cells.map(({ value }) => value)).toEqual(texts);
  });

  it('a message shows a name on one line, cut where it is long', () => {
    const name = `&#27;[2J&#10;${'x'.repeat(10_000)}`;
    const fault = faultOf(() =>
      read({ [WORKBOOK]: workbookXml(`<sheet name="${name}" r:id="r9"/>`), [SHEET]: null }),
    );
    expect(fault.what).toMatch(/^“plan\.xlsx” is damaged: the sheet “\[2J x+…” cannot be read\.$/);
    expect(fault.what.length).toBeLessThan(150);
    const broken = faultOf(() =>
      read({ [WORKBOOK]: workbookXml(`<sheet name="${name}" r:id="r1"/>`), [SHEET]: '<a>' }),
    );
    expect(broken.what).toMatch(/: the sheet “\[2J x+…” cannot be read\.$/);
  });
});

describe('sheets made to harm', () => {
  it('as many columns as a sheet can have, and one more', () => {
    const row = (count: number) => `<row r="1">${'<c><v>1</v></c>'.repeat(count)}</row>`;
    expect(readRows(row(16_384)).rows[0]?.cells).toHaveLength(16_384);
    expect(faultOf(() => readRows(row(16_385)))).toMatchObject({ code: 'damaged' });
  });

  it('a row that is told in very many pieces', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `<row r="1"><c r="A1"><v>${i}</v></c></row>`);
    expect(values(readRows(rows.join('')))).toEqual({ A1: ['number', 49_999] });
  });
});
