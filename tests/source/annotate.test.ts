import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIST_SHEET } from '../../src/grid/own-sheets.ts';
import { annotateWorkbook } from '../../src/source/annotate/annotate.ts';
import type { Mark } from '../../src/source/annotate/mark.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import { relationships, sheetXml, stylesXml, workbookXml, zip } from './hand-made.ts';

const CASES = join(import.meta.dirname, '../cases/workbooks/plans');
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function mark(sheet: string, cell: string | null, more: Partial<Mark> = {}): Mark {
  return { sheet, cell, severity: 'error', value: 'x', message: 'It is bad.', fix: 'Make it good.', ...more };
}

function textOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

/** A workbook of one sheet, Plan, whose parts may be replaced. */
function workbook(rows: string, parts: Readonly<Record<string, string>> = {}, after = ''): Uint8Array {
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': workbookXml('<sheet name="Plan" sheetId="4" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
    }),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="1" borderId="0"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheetXml(rows, after),
    ...parts,
  });
}

async function openInExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own that Node's is assignable to only by name.
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

/** What each note of a part of notes says, by its cell. */
function plainNotes(xml: string): Record<string, string> {
  const notes = xml.matchAll(/<comment ref="(\w+)"[^>]*>(.*?)<\/comment>/gs);
  return Object.fromEntries([...notes].map(([, ref, text = '']) => [ref, text.replace(/<[^>]+>/g, '')]));
}

const noteText = (cell: ExcelJS.Cell): string =>
  typeof cell.note === 'string' ? cell.note : (cell.note?.texts?.map(({ text }) => text).join('') ?? '');
const fillOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;

describe.each(readdirSync(CASES).filter((name) => name.endsWith('.xlsx')))(
  'a workbook as %s has it',
  (name) => {
    const bytes = readFileSync(join(CASES, name));
    const before = readWorkbook(bytes, name);
    const first = before.grids[0];
    const last = Math.max(...(first?.rows.map(({ row }) => row) ?? [0]));
    const marks = [
      mark(first?.sheet ?? '', 'A2'),
      mark(first?.sheet ?? '', `Z${last}`),
      mark(first?.sheet ?? '', `B${last + 5}`),
    ];
    const after = annotateWorkbook(bytes, name, marks);

    test('keeps all its values, and gets a first sheet', () => {
      const { grids } = readWorkbook(after, name);
      expect(grids[0]?.sheet).toBe(LIST_SHEET);
      expect(grids.slice(1)).toEqual(before.grids);
    });

    test('keeps the bytes of every part that this does not concern', () => {
      const [old, now] = [unzipSync(bytes), unzipSync(after)];
      const changed = Object.keys(old).filter(
        (path) => !path.endsWith('/') && !Buffer.from(old[path] ?? []).equals(Buffer.from(now[path] ?? [])),
      );
      const concerned =
        /^(\[Content_Types\]\.xml|xl\/(workbook|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(_rels\/)?[^/]+|xl\/comments.*|xl\/drawings\/vml.*)$/;
      expect(changed.filter((path) => !concerned.test(path))).toEqual([]);
      expect(changed.length).toBeGreaterThan(3);
    });

    test('has each bad cell filled and with a note, in another program too', async () => {
      const book = await openInExcelJs(after).catch(() => null);
      // What exceljs cannot read of the original, it cannot read of the copy.
      if (book === null) {
        await expect(openInExcelJs(bytes)).rejects.toThrow();
        return;
      }
      const sheet = book.getWorksheet(first?.sheet);
      for (const { cell } of marks) {
        expect(fillOf(sheet?.getCell(cell ?? '') as ExcelJS.Cell)).toBe('FFF4B6B0');
        expect(noteText(sheet?.getCell(cell ?? '') as ExcelJS.Cell)).toContain(
          'Error: It is bad.\nMake it good.',
        );
      }
    });

    test('marked again, has the marks of the last time alone', () => {
      const again = annotateWorkbook(after, name, marks.slice(0, 1));
      expect(readWorkbook(again, name).grids.map(({ sheet }) => sheet)).toEqual(
        readWorkbook(after, name).grids.map(({ sheet }) => sheet),
      );
      const notes = Object.entries(unzipSync(again)).flatMap(([path, part]) =>
        /xl\/comments/.test(path) ? (strFromU8(part).match(/It is bad/g) ?? []) : [],
      );
      expect(notes).toHaveLength(1);
      const boxes = Object.entries(unzipSync(again)).flatMap(([path, part]) =>
        path.endsWith('.vml') ? (strFromU8(part).match(/<v:shape /g) ?? []) : [],
      );
      const boxesBefore = Object.entries(unzipSync(bytes)).flatMap(([path, part]) =>
        path.endsWith('.vml') ? (strFromU8(part).match(/<v:shape /g) ?? []) : [],
      );
      expect(boxes.length).toBe(
        boxesBefore.length +
          (strFromU8(
            Buffer.concat(
              Object.entries(unzipSync(bytes)).flatMap(([path, part]) =>
                /xl\/comments/.test(path) ? [part] : [],
              ),
            ),
          ).includes('ref="A2"')
            ? 0
            : 1),
      );
    });
  },
);

describe('cells', () => {
  test('a cell keeps its format, font and alignment below the fill', () => {
    const out = annotateWorkbook(workbook('<row r="1"><c r="A1" s="1"><v>46000</v></c></row>'), 'p.xlsx', [
      mark('Plan', 'A1'),
    ]);
    const styles = textOf(out, 'xl/styles.xml');
    expect(styles).toContain(
      '<xf numFmtId="14" fontId="0" fillId="2" borderId="0" applyFill="1"><alignment horizontal="center"/></xf>',
    );
    expect(styles).toContain('<fills count="4">');
    expect(textOf(out, 'xl/worksheets/sheet1.xml')).toContain('<c r="A1" s="2"><v>46000</v></c>');
  });

  test('a cell that is not there is made in its place, with the style of its row or column', () => {
    const rows = '<row r="2"><c r="A2"/><c r="D2"/></row><row r="4" s="1" customFormat="1"/>';
    const bytes = workbook(rows, {}, '');
    const withColumns = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace(
      '<sheetData>',
      '<cols><col min="2" max="3" style="1"/></cols><sheetData>',
    );
    const out = annotateWorkbook(workbook(rows, { 'xl/worksheets/sheet1.xml': withColumns }), 'p.xlsx', [
      mark('Plan', 'E2'),
      mark('Plan', 'B2'),
      mark('Plan', 'F4'),
      mark('Plan', 'A3'),
      mark('Plan', 'C9'),
    ]);
    const sheet = textOf(out, 'xl/worksheets/sheet1.xml');
    expect(
      [...sheet.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g)].map(([, ref, style]) => [ref, style]),
    ).toEqual([
      ['A2', undefined],
      ['B2', '2'],
      ['D2', undefined],
      ['E2', '3'],
      ['A3', '3'],
      ['F4', '2'],
      ['C9', '2'],
    ]);
    expect(sheet).toContain('<row r="4" s="1" customFormat="1"><c r="F4" s="2"/></row>');
  });

  test('of merged cells the top left one is marked, once', () => {
    const out = annotateWorkbook(
      workbook(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        {},
        '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>',
      ),
      'p.xlsx',
      [mark('Plan', 'B2'), mark('Plan', 'A3', { severity: 'warning', message: 'Odd.' })],
    );
    expect(textOf(out, 'xl/worksheets/sheet1.xml')).toContain(
      '<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c></row></sheetData>',
    );
    const notes = textOf(out, 'xl/comments1.xml');
    expect(notes.match(/<comment /g)).toHaveLength(1);
    expect(notes).toContain('Error: It is bad.\nMake it good.\n\nWarning: Odd.');
  });

  test('rows and cells without addresses, and an empty sheet', () => {
    const out = annotateWorkbook(workbook('<row><c><v>1</v></c><c><v>2</v></c></row>'), 'p.xlsx', [
      mark('Plan', 'B1'),
    ]);
    expect(textOf(out, 'xl/worksheets/sheet1.xml')).toContain(
      '<row><c><v>1</v></c><c s="2"><v>2</v></c></row>',
    );
    const empty = annotateWorkbook(
      workbook('<row r="1"><c r="A1"><v>1</v></c></row>', {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
      }),
      'p.xlsx',
      [mark('Plan', 'B2')],
    );
    expect(textOf(empty, 'xl/worksheets/sheet1.xml')).toContain(
      '<sheetData><row r="2"><c r="B2" s="2"/></row></sheetData>',
    );
  });

  test('a workbook that prefixes its elements, without styles', () => {
    const parts = {
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:sheets><x:sheet name="Plan" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'] }),
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    };
    const out = annotateWorkbook(workbook('', parts), 'p.xlsx', [mark('Plan', 'A1'), mark('Plan', 'C1')]);
    const sheet = textOf(out, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<x:c r="A1" s="1"><x:v>7</x:v></x:c><x:c r="C1" s="1"/></x:row>');
    expect(sheet).toMatch(/<x:legacyDrawing xmlns:r="[^"]+" r:id="rId2"\/><\/x:worksheet>$/);
    expect(readWorkbook(out, 'p.xlsx').grids.map((grid) => grid.sheet)).toEqual([LIST_SHEET, 'Plan']);
  });
});

describe('notes', () => {
  const comments = `<comments xmlns="${MAIN}"><authors><author>Ann</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Mine</t></text></comment></commentList></comments>`;
  const parts = {
    'xl/comments1.xml': comments,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships({ rId7: ['comments', '../comments1.xml'] }),
  };
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>';

  test('one that is there stays, with ours below it, and is as before once all is well', () => {
    const out = annotateWorkbook(workbook(rows, parts), 'p.xlsx', [mark('Plan', 'A1'), mark('Plan', 'B1')]);
    const notes = textOf(out, 'xl/comments1.xml');
    expect(notes).toContain('<author>Ann</author><author>Milepost</author>');
    expect(plainNotes(notes)).toEqual({
      A1: 'Mine\n\nMilepost:\nError: It is bad.\nMake it good.',
      B1: 'Milepost:\nError: It is bad.\nMake it good.',
    });
    expect(notes).toContain('<comment ref="B1" authorId="1">');
    const again = textOf(annotateWorkbook(out, 'p.xlsx', []), 'xl/comments1.xml');
    expect(again).toContain('<text><r><t>Mine</t></r></text>');
    expect(again).not.toContain('It is bad');
    expect(again).not.toContain('B1');
  });

  test('a conversation is left alone', () => {
    const threads = `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}"><text>Mine</text></threadedComment></ThreadedComments>`;
    const out = annotateWorkbook(
      workbook(rows, {
        ...parts,
        'xl/threadedComments/threadedComment1.xml': threads,
        'xl/worksheets/_rels/sheet1.xml.rels': relationships({
          rId7: ['comments', '../comments1.xml'],
          rId8: ['threadedComment', '../threadedComments/threadedComment1.xml'],
        }),
      }),
      'p.xlsx',
      [mark('Plan', 'A1')],
    );
    expect(textOf(out, 'xl/comments1.xml')).toContain('<text><t>Mine</t></text>');
    expect(textOf(out, 'xl/worksheets/sheet1.xml')).toContain('<c r="A1" s="2">');
  });

  test('their drawing is told before what must follow it', () => {
    const out = annotateWorkbook(
      workbook(rows, {}, '<pageMargins/><drawing r:id="rId5"/><tableParts count="0"/><extLst/>'),
      'p.xlsx',
      [mark('Plan', 'A1')],
    );
    expect(textOf(out, 'xl/worksheets/sheet1.xml')).toMatch(
      /<drawing r:id="rId5"\/><legacyDrawing [^>]*r:id="rId2"\/><tableParts/,
    );
  });
});

describe('the workbook', () => {
  test('names of one sheet move on with it, and it opens on the list', () => {
    const xml = workbookXml(
      '<sheet name="Plan" sheetId="4" r:id="rId1"/>',
      '<bookViews><workbookView activeTab="0" firstSheet="0"/></bookViews>',
    ).replace(
      '</workbook>',
      '<definedNames><definedName name="a" localSheetId="0">Plan!$A$1</definedName><definedName name="b">Plan!$A$1</definedName></definedNames></workbook>',
    );
    const sheet = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
      '<sheetData>',
      '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>',
    );
    const out = annotateWorkbook(
      workbook('', { 'xl/workbook.xml': xml, 'xl/worksheets/sheet1.xml': sheet }),
      'p.xlsx',
      [mark('Plan', 'A1')],
    );
    const text = textOf(out, 'xl/workbook.xml');
    expect(text).toContain('name="a" localSheetId="1"');
    expect(text).toContain('<definedName name="b">');
    expect(text).toContain('<workbookView/>');
    expect(text).toMatch(/<sheets><sheet [^>]*name="Milepost problems" sheetId="5"/);
    expect(textOf(out, 'xl/worksheets/sheet1.xml')).toContain('<sheetView workbookViewId="0"/>');
  });

  test('the list has the worst first, links to cells, and no cell of it is a formula or markup', () => {
    const out = annotateWorkbook(
      workbook('<row r="1"><c r="A1"><v>1</v></c></row>', {
        'xl/workbook.xml': workbookXml('<sheet name="It&apos;s &lt;b&gt;" sheetId="1" r:id="rId1"/>'),
      }),
      'p.xlsx',
      [
        mark('', null, { severity: 'note', value: null, message: 'Odd.' }),
        mark("It's <b>", 'A1', { value: '=1+1', message: 'a\u0000<b>_x0041_&' }),
      ],
    );
    const [list] = readWorkbook(out, 'p.xlsx').grids;
    const rows = list?.rows.map(({ cells }) => cells.map((cell) => cell.value)) ?? [];
    expect(rows.slice(3)).toEqual([
      ['Error', "It's <b>!A1", '=1+1', 'a<b>_x0041_&', 'Make it good.'],
      ['Note', 'The whole workbook', 'Odd.', 'Make it good.'],
    ]);
    expect(list?.rows[3]?.cells.every(({ formula }) => formula === 'none')).toBe(true);
    expect(textOf(out, 'xl/worksheets/sheet2.xml')).toContain(
      `<hyperlink ref="B5" location="'It''s &lt;b&gt;'!A1"`,
    );
  });

  test('is read again as it was, problems and all', () => {
    const bytes = workbook('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(readWorkbook(annotateWorkbook(bytes, 'p.xlsx', []), 'p.xlsx').grids.slice(1)).toEqual(
      readWorkbook(bytes, 'p.xlsx').grids,
    );
  });

  test('bytes that are none are told as the reader tells them', () => {
    expect(() => annotateWorkbook(new TextEncoder().encode('a,b\n1,2\n'), 'plan.csv', [])).toThrow(
      /plan\.csv/,
    );
  });

  test('styles that lack a list of fills are made whole', () => {
    const out = annotateWorkbook(
      workbook('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', { 'xl/styles.xml': stylesXml('0%') }),
      'p.xlsx',
      [mark('Plan', 'A1')],
    );
    expect(readWorkbook(out, 'p.xlsx').grids[1]?.rows[0]?.cells[0]?.format).toBe('0%');
  });
});
