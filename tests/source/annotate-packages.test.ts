import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { a1 } from '../../src/grid/address.ts';
import { annotateWorkbook } from '../../src/source/annotate/annotate.ts';
import type { Mark } from '../../src/source/annotate/mark.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import { faultOf, type Parts, relationships, sheetXml, workbookXml, zip } from './hand-made.ts';
import { rawZip } from './raw-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const SHEET = 'xl/worksheets/sheet1.xml';
const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function mark(cell: string, more: Partial<Mark> = {}): Mark {
  return { sheet: 'Plan', cell, severity: 'error', value: 'x', message: 'Bad.', fix: 'Mend it.', ...more };
}

function parts(more: Parts = {}): Parts {
  return {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': workbookXml('<sheet name="Plan" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'] }),
    [SHEET]: sheetXml(CELL),
    ...more,
  };
}

function annotated(more: Parts, marks: readonly Mark[] = [mark('A1')]): Record<string, Uint8Array> {
  const bytes = zip(parts(more));
  const out = annotateWorkbook(bytes, 'p.xlsx', marks);
  expect(readWorkbook(out, 'p.xlsx').grids.slice(1)).toEqual(readWorkbook(bytes, 'p.xlsx').grids);
  return unzipSync(out);
}

const text = (part: Uint8Array | undefined): string => strFromU8(part ?? new Uint8Array());
/** The addresses and styles of the cells of a sheet, as they stand. */
const cellsOf = (xml: string): string[] =>
  [...xml.matchAll(/<\w*:?c (?:\w+:)?r="(\w+)"(?: \w*:?s="(\d+)")?/g)].map(([, ref, style]) =>
    style === undefined ? `${ref}` : `${ref} ${style}`,
  );

describe('what a package holds', () => {
  test('keeps its bytes, its order and its paths, macros and all', () => {
    const macros = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7) % 256);
    const more: Parts = {
      'xl/vbaProject.bin': macros,
      'customXml/item1.xml': '<a>\r\n\u00e9</a>',
      'xl/media/image1.png': macros.slice(5),
      'xl/charts/chart1.xml': '<c:chart xmlns:c="c"/>',
    };
    const bytes = zip(parts(more));
    const [before, after] = [unzipSync(bytes), annotated(more)];
    for (const path of Object.keys(more)) expect(after[path]).toEqual(before[path]);
    const kept = Object.keys(after).filter((path) => path in before);
    expect(kept).toEqual(Object.keys(before));
  });

  test('is found by paths with backslashes too', () => {
    const more = Object.fromEntries(
      Object.entries(parts()).map(([path, part]) => [
        path.startsWith('xl/') ? path.replaceAll('/', '\\') : path,
        part,
      ]),
    );
    const bytes = zip(more);
    const out = unzipSync(annotateWorkbook(bytes, 'p.xlsx', [mark('A1')]));
    expect(text(out['xl\\worksheets\\sheet1.xml'])).toContain('<c r="A1" s="');
  });

  test('is read in its encoding and written in UTF-8', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Ü</t></is></c></row>')}`;
    const utf16 = Buffer.from(`\ufeff${xml}`, 'utf16le');
    const latin = Buffer.from(xml.replace('UTF-16', 'ISO-8859-1'), 'latin1');
    for (const part of [utf16, utf16.swap16().slice(), latin]) {
      const own = part === utf16 ? Buffer.from(`\ufeff${xml}`, 'utf16le') : part;
      const out = text(annotated({ [SHEET]: new Uint8Array(own) })[SHEET]);
      expect(out).toContain('encoding="UTF-8"');
      expect(out).toContain('<t>Ü</t>');
    }
  });

  test('is said of by its sort, each part once', () => {
    const out = text(annotated({})['[Content_Types].xml']);
    for (const words of [
      'Extension="rels"',
      'Extension="vml"',
      'PartName="/xl/worksheets/sheet2.xml"',
      'PartName="/xl/comments1.xml"',
      'PartName="/xl/styles.xml"',
    ]) {
      expect(out.split(words)).toHaveLength(2);
    }
  });

  test('without the list of sorts it is damaged, in plain words', () => {
    const bytes = zip(parts({ '[Content_Types].xml': null }));
    expect(faultOf(() => annotateWorkbook(bytes, 'p.xlsx', [mark('A1')])).message).toMatch(
      /“p\.xlsx” is damaged: the list of the sorts of its parts/,
    );
  });

  test('with notes that are no XML it is damaged, in plain words', () => {
    const bytes = zip(
      parts({
        'xl/comments1.xml': '<comments><authors></comments>',
        'xl/worksheets/_rels/sheet1.xml.rels': relationships({ rId1: ['comments', '../comments1.xml'] }),
      }),
    );
    expect(faultOf(() => annotateWorkbook(bytes, 'p.xlsx', [mark('A1')])).message).toContain('its notes');
  });

  test('in the strict form it gets nothing of the other form', () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const out = annotated(
      Object.fromEntries(
        Object.entries(parts()).map(([path, part]) => [path, typeof part === 'string' ? strict(part) : part]),
      ),
    );
    const others = Object.entries(out).filter(([, part]) =>
      /schemas\.openxmlformats\.org\/(spr|off)/.test(text(part)),
    );
    expect(others.map(([path]) => path)).toEqual([]);
    expect(Object.keys(out)).toContain('xl/styles.xml');
  });

  test('a sheet without a relationship is tied to its part before another comes first', () => {
    const out = annotated({
      'xl/workbook.xml': workbookXml('<sheet name="Plan" sheetId="1"/>'),
      'xl/_rels/workbook.xml.rels': null,
    });
    expect(text(out['xl/workbook.xml'])).toMatch(
      /<sheet name="Plan" sheetId="1" xmlns:r="[^"]+" r:id="rId1"\/>/,
    );
    expect(text(out[SHEET])).toContain('<c r="A1" s="');
  });
});

describe('cells', () => {
  test('are found where their attributes have the prefix of their elements', () => {
    const rows = '<x:row x:r="2"><x:c x:r="B2" x:s="0"><x:v>1</x:v></x:c></x:row>';
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    const out = text(annotated({ [SHEET]: xml }, [mark('A2'), mark('B2')])[SHEET]);
    expect(cellsOf(out)).toEqual(['A2 1', 'B2 1']);
  });

  test('are found in rows out of order, and made in rows that are there', () => {
    const rows = '<row r="5"><c r="B5"><v>5</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>';
    const out = text(annotated({ [SHEET]: sheetXml(rows) }, [mark('A2'), mark('B2'), mark('C5')])[SHEET]);
    expect(cellsOf(out)).toEqual(['B5', 'C5 1', 'A2 1', 'B2 1']);
    expect(out.match(/<row /g)).toHaveLength(2);
  });

  test('are found in rows that their first address numbers', () => {
    const rows = '<row><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row>';
    const out = text(annotated({ [SHEET]: sheetXml(rows) }, [mark('A3'), mark('A4'), mark('A2')])[SHEET]);
    expect(out).toContain(
      '<row r="2"><c r="A2" s="1"/></row><row><c r="A3" s="1"/><c r="B3"><v>1</v></c></row><row><c s="1"><v>2</v></c></row>',
    );
  });

  test('made outside the columns that their row names take that name away', () => {
    const rows = '<row r="1" spans="1:2" ht="20"><c r="A1"><v>1</v></c></row>';
    expect(text(annotated({ [SHEET]: sheetXml(rows) }, [mark('B1')])[SHEET])).toContain('spans="1:2"');
    expect(text(annotated({ [SHEET]: sheetXml(rows) }, [mark('C1')])[SHEET])).toContain(
      '<row r="1" ht="20">',
    );
  });

  test('with a note alone are not filled, nor made', () => {
    const out = annotated({}, [mark('A1', { severity: 'note' }), mark('B7', { severity: 'note' })]);
    expect(cellsOf(text(out[SHEET]))).toEqual(['A1']);
    expect(text(out['xl/comments1.xml']).match(/<comment /g)).toHaveLength(2);
  });

  test('beyond the last of a sheet are listed, and nothing else', () => {
    const out = annotated({}, [mark('A1048577'), mark('XFE1')]);
    expect(cellsOf(text(out[SHEET]))).toEqual(['A1']);
    expect(out['xl/comments1.xml']).toBeUndefined();
  });
});

describe('the reference to the notes', () => {
  const order = (after: string, more: Parts = {}): string[] => {
    const out = text(annotated({ [SHEET]: sheetXml(CELL, after), ...more })[SHEET]);
    return [...out.slice(out.indexOf('</sheetData>')).matchAll(/<(\w+)[ />]/g)].map(([, name]) => name ?? '');
  };

  test.each([
    ['<pageMargins/>', ['pageMargins', 'legacyDrawing']],
    ['<drawing/><legacyDrawingHF/>', ['drawing', 'legacyDrawing', 'legacyDrawingHF']],
    [
      '<drawing/><picture/><tableParts/><extLst/>',
      ['drawing', 'legacyDrawing', 'picture', 'tableParts', 'extLst'],
    ],
    [
      '<AlternateContent><Choice><controls/></Choice></AlternateContent><tableParts/>',
      ['legacyDrawing', 'AlternateContent', 'Choice', 'controls', 'tableParts'],
    ],
    [
      '<AlternateContent><Choice><drawing/></Choice></AlternateContent>',
      ['AlternateContent', 'Choice', 'drawing', 'legacyDrawing'],
    ],
    // One that leads nowhere is replaced.
    ['<legacyDrawing r:id="rId9"/><tableParts/>', ['legacyDrawing', 'tableParts']],
  ])('stands in its place in %s', (after, names) => {
    expect(order(after)).toEqual(names);
  });
});

describe('the boxes of notes', () => {
  const drawing = (data: string, shapes: string) =>
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${data}"/></o:shapelayout>${shapes}<br></xml>`;
  const note = (id: number, row: number) =>
    `<v:shape id="_x0000_s${id}" style="x"><x:ClientData ObjectType="Note"><x:Anchor>1, 0, 1, 0, 2, 0, 2, 0</x:Anchor><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;
  const button = '<v:shape id="_x0000_s2050" type="#b"/>';
  const more: Parts = {
    [SHEET]: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', '<legacyDrawing r:id="rId1"/>'),
    'xl/worksheets/_rels/sheet1.xml.rels': relationships({
      rId1: ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      rId2: ['comments', '../comments1.xml'],
    }),
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>Ann</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Mine</t></text></comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml': drawing('2', button + note(2049, 0)),
  };

  test('come to those that are there, with numbers of their own, and others grow with their notes', () => {
    const out = text(annotated(more, [mark('A1'), mark('A9')])['xl/drawings/vmlDrawing1.vml']);
    expect(out).toContain(button);
    expect([...out.matchAll(/id="_x0000_s(\d+)"/g)].map(([, id]) => id)).toEqual(['2050', '2049', '2051']);
    expect(out).toContain('data="2"');
    expect(out.match(/<v:shapetype id="_x0000_t202"/g)).toHaveLength(1);
    expect(out.match(/<br>/g)).toHaveLength(1);
    expect(out).not.toContain('<x:Anchor>1, 0, 1, 0, 2, 0, 2, 0<');
  });

  test('of another drawing have a block of numbers of their own', () => {
    const out = text(
      annotated({ 'xl/drawings/vmlDrawing9.vml': drawing('1,4', '') })['xl/drawings/vmlDrawing1.vml'],
    );
    expect(out).toContain('data="5"');
    expect(out).toContain('_x0000_s5121');
  });

  test('take as many columns as their width needs', () => {
    const right = (cols: string): number => {
      const sheet = sheetXml(CELL).replace('<sheetData>', `${cols}<sheetData>`);
      const out = text(annotated({ [SHEET]: sheet })['xl/drawings/vmlDrawing1.vml']);
      return Number(/<x:Anchor>(?:\d+, ){4}(\d+)/.exec(out)?.[1]);
    };
    expect(right('')).toBe(6);
    expect(right('<cols><col min="2" max="2" width="80"/></cols>')).toBe(1);
    expect(right('<cols><col min="1" max="20" width="4"/></cols>')).toBe(11);
    expect(right('<cols><col min="2" max="20" width="9" hidden="1"/></cols>')).toBeGreaterThan(20);
  });
});

describe('the list', () => {
  test('has no more links than Excel takes', () => {
    const marks = Array.from({ length: 66_000 }, (_, i) => mark('A1', { message: `${i}` }));
    const out = text(annotated({}, marks)['xl/worksheets/sheet2.xml']);
    expect(out.match(/<hyperlink /g)).toHaveLength(65_000);
    expect(out.match(/<row /g)).toHaveLength(66_003);
  });

  test('has links to sheets that are shown alone', () => {
    const sheet = '<sheet name="Plan" sheetId="1" r:id="rId1" state="hidden"/>';
    const other = '<sheet name="Other" sheetId="2" r:id="rId2" state="visible"/>';
    const out = text(
      annotated(
        {
          'xl/workbook.xml': workbookXml(sheet + other),
          'xl/_rels/workbook.xml.rels': relationships({
            rId1: ['worksheet', 'worksheets/sheet1.xml'],
            rId2: ['worksheet', 'worksheets/sheet2.xml'],
          }),
          'xl/worksheets/sheet2.xml': sheetXml(CELL),
        },
        [mark('A1'), mark('A1', { sheet: 'Other' }), mark('A1', { sheet: 'Gone' })],
      )['xl/worksheets/sheet3.xml'],
    );
    expect(out).toContain('>Plan!A1 (hidden)</t>');
    expect(out).toContain('>Gone!A1</t>');
    expect([...out.matchAll(/location="([^"]+)"/g)].map(([, to]) => to)).toEqual(["'Other'!A1"]);
  });

  test('leaves alone what a name says of itself', () => {
    const names =
      '<definedNames><definedName name="a" comment="localSheetId=\'0\' &gt;" localSheetId="0">Plan!$A$1</definedName></definedNames>';
    const xml = workbookXml('<sheet name="Plan" sheetId="1" r:id="rId1"/>').replace(
      '</workbook>',
      `${names}</workbook>`,
    );
    const out = text(annotated({ 'xl/workbook.xml': xml })['xl/workbook.xml']);
    expect(out).toContain('comment="localSheetId=\'0\' &gt;" localSheetId="1"');
  });
});

test('whatever is marked, every value stays, and a second run takes all marks back', () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
  const rows = (places: readonly (readonly [number, number])[]): string => {
    const byRow = Map.groupBy(places, ([row]) => row);
    return [...byRow]
      .sort(([one], [other]) => one - other)
      .map(([row, ofRow]) => {
        const columns = [...new Set(ofRow.map(([, column]) => column))].sort((one, other) => one - other);
        return `<row r="${row}">${columns.map((column) => `<c r="${a1(row, column)}"><v>${row}</v></c>`).join('')}</row>`;
      })
      .join('');
  };
  const severity = fc.constantFrom('fatal', 'error', 'warning', 'note' as const);
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1 }),
      fc.array(fc.tuple(cell, severity, fc.string({ unit: 'grapheme' }))),
      (places, bad) => {
        const bytes = zip(parts({ [SHEET]: sheetXml(rows(places)) }));
        const before = readWorkbook(bytes, 'p.xlsx').grids;
        const marks = bad.map(([[row, column], sort, message]) =>
          mark(a1(row, column), { severity: sort, message }),
        );
        const once = annotateWorkbook(bytes, 'p.xlsx', marks);
        const twice = annotateWorkbook(once, 'p.xlsx', []);
        for (const out of [once, twice]) {
          expect(readWorkbook(out, 'p.xlsx').grids.slice(1)).toEqual(before);
        }
        const addresses = cellsOf(text(unzipSync(once)[SHEET])).map((each) => each.split(' ')[0]);
        expect(new Set(addresses).size).toBe(addresses.length);
        const notes = text(unzipSync(once)['xl/comments1.xml']).match(/<comment /g) ?? [];
        expect(notes).toHaveLength(new Set(marks.map((each) => each.cell)).size);
        expect(text(unzipSync(twice)['xl/comments1.xml'])).not.toContain('<comment ');
      },
    ),
    { numRuns: 60 },
  );
});

test('a part whose name no part can have is damaged, in plain words', () => {
  const entries = Object.entries(parts()).map(([path, content]) => ({ path, content: content ?? '' }));
  const bytes = rawZip([...entries, { path: '__proto__', content: 'x' }]);
  expect(faultOf(() => annotateWorkbook(bytes, 'p.xlsx', [mark('A1')])).message).toContain('__proto__');
});
