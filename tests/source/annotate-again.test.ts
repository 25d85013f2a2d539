import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIST_SHEET } from '../../src/grid/own-sheets.ts';
import { annotateWorkbook } from '../../src/source/annotate/annotate.ts';
import type { Mark } from '../../src/source/annotate/mark.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { relationships, sheetXml, workbookXml, zip } from './hand-made.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>';
const SHEET = 'xl/worksheets/sheet1.xml';
const NOTES = 'xl/comments1.xml';

/** Style 1 is filled with a colour of its theme, style 2 hatched, style 3 has white text on blue. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><color theme="1"/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill><fill><patternFill patternType="darkGrid"><fgColor rgb="FF00FF00"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/></patternFill></fill></fills><borders count="1"><border/></borders><cellXfs count="4"><xf fontId="0" fillId="0"/><xf fontId="0" fillId="2"/><xf fontId="0" fillId="3"/><xf fontId="1" fillId="4"/></cellXfs></styleSheet>`;
const ROW =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>1</v></c></row>';

function mark(cell: string | null, more: Partial<Mark> = {}): Mark {
  return { sheet: 'Plan', cell, severity: 'error', value: 'x', message: 'Bad.', fix: 'Mend it.', ...more };
}

function workbook(parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': workbookXml('<sheet name="Plan" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
    }),
    'xl/styles.xml': STYLES,
    [SHEET]: sheetXml(ROW),
    ...parts,
  });
}

function textOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

function changed(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
}

/** The colour of each cell's fill, by address: what stands in the attributes of its `fgColor`. */
function fills(bytes: Uint8Array): Record<string, string> {
  const styles = textOf(bytes, 'xl/styles.xml');
  const colours = [...styles.matchAll(/<fill>.*?<\/fill>/g)].map(([fill]) =>
    fill.includes('"solid"') ? (/<fgColor ([^/]*)\/>/.exec(fill)?.[1] ?? '') : '',
  );
  const xfs = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)];
  return Object.fromEntries(
    [...textOf(bytes, SHEET).matchAll(/<c r="(\w+)"(?: s="(\d+)")?/g)].map(([, ref, style]) => {
      const fill = /fillId="(\d+)"/.exec(xfs[Number(style ?? 0)]?.[0] ?? '')?.[1];
      return [ref, colours[Number(fill)] ?? ''];
    }),
  );
}

const RED = 'F4B6B';

describe('a workbook that was marked before', () => {
  const all = ['A1', 'B1', 'C1', 'D1'].map((cell) => mark(cell));
  const once = annotateWorkbook(workbook(), 'p.xlsx', all);

  test('has light fills, and dark ones where the text is light', () => {
    expect(fills(once)).toEqual({
      A1: 'rgb="FFF4B6B0"',
      B1: 'rgb="FFF4B6B1"',
      C1: 'rgb="FFF4B6B0"',
      D1: 'rgb="FF9C2A24"',
    });
  });

  test('gets back the fills of what was mended, and keeps those of what was not', () => {
    const twice = annotateWorkbook(once, 'p.xlsx', [mark('B1')]);
    expect(fills(twice)).toEqual({
      A1: '',
      B1: 'rgb="FFF4B6B1"',
      C1: '',
      D1: 'rgb="FF1F3A5F"',
    });
    expect(fills(annotateWorkbook(twice, 'p.xlsx', []))).toMatchObject({ B1: 'theme="4" tint="0.5"' });
  });

  test('takes no colour from a cell that is no colour', () => {
    const list = 'xl/worksheets/sheet2.xml';
    expect(textOf(once, list)).toContain('theme=4 tint=0.5; rgb=FF1F3A5F');
    const bad = changed(once, list, (xml) => xml.replace('theme=4 tint=0.5', 'theme=4/&gt;&lt;evil'));
    const twice = annotateWorkbook(bad, 'p.xlsx', []);
    expect(fills(twice)).toMatchObject({ B1: '', D1: 'rgb="FF1F3A5F"' });
    expect(textOf(twice, 'xl/styles.xml')).not.toContain('evil');
  });

  test('of one that never was, fills of the same colour are left alone', () => {
    const styles = STYLES.replace('rgb="FF1F3A5F"', `rgb="FF${RED}0"`);
    const out = annotateWorkbook(workbook({ 'xl/styles.xml': styles }), 'p.xlsx', [mark('A1')]);
    expect(fills(out)).toMatchObject({ D1: `rgb="FF${RED}0"` });
  });

  test('loses its notes, also where a program has forgotten who wrote them', () => {
    const forgotten = changed(once, NOTES, (xml) =>
      xml
        .replace('<author>Milepost</author>', '<author> </author>')
        .replace(/<\/t><\/r><r><rPr>.*?<\/rPr><t xml:space="preserve">/gs, ''),
    );
    for (const bytes of [once, forgotten]) {
      const twice = annotateWorkbook(bytes, 'p.xlsx', [mark('C1')]);
      expect([...textOf(twice, NOTES).matchAll(/<comment ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual([
        'C1',
      ]);
      expect(textOf(twice, 'xl/drawings/vmlDrawing1.vml').match(/<v:shape /g)).toHaveLength(1);
    }
  });

  test('opens on the list, wherever that is now, and shows it', () => {
    const moved = changed(once, 'xl/workbook.xml', (xml) => {
      const [list = '', plan = ''] = xml.match(/<sheet .*?\/>/g) ?? [];
      const hidden = list.replace('<sheet ', '<sheet state="hidden" ');
      const views = '<bookViews><workbookView firstSheet="1" activeTab="0"/></bookViews>';
      return xml.replace(list + plan, plan + hidden).replace('<sheets>', `${views}<sheets>`);
    });
    const again = textOf(annotateWorkbook(moved, 'p.xlsx', all), 'xl/workbook.xml');
    expect(again).toContain('<workbookView activeTab="1"/>');
    expect(again.match(/<sheet /g)).toHaveLength(2);
    expect(again).not.toContain('hidden');
  });

  test('says so once nothing is left to mend', () => {
    const [list] = readWorkbook(annotateWorkbook(once, 'p.xlsx', []), 'p.xlsx').grids;
    expect(list?.sheet).toBe(LIST_SHEET);
    expect(list?.rows[0]?.cells[0]?.value).toBe('Nothing to mend');
  });
});

describe('the note of somebody else', () => {
  const comments = (text: string) =>
    `<comments xmlns="${MAIN}"><authors><author>Ann</author></authors><commentList><comment ref="A1" authorId="0"><text>${text}</text></comment></commentList></comments>`;
  const own = (text: string) =>
    workbook({
      [NOTES]: comments(text),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships({ rId7: ['comments', '../comments1.xml'] }),
    });

  test.each([
    ['a plain text', '<t>Mine &amp; yours</t>', '<r><t>Mine &amp; yours</t></r>'],
    [
      'runs',
      '<r><rPr><b/></rPr><t>Ann:</t></r><r><t>Mine</t></r>',
      '<r><rPr><b/></rPr><t>Ann:</t></r><r><t>Mine</t></r>',
    ],
    [
      'a reading',
      '<r><t>私</t></r><rPh sb="0" eb="1"><t>わたし</t></rPh>',
      '<r><t>私</t></r><rPh sb="0" eb="1"><t>わたし</t></rPh>',
    ],
  ])('is as before once all is well: %s', (_name, text, after) => {
    const once = annotateWorkbook(own(text), 'p.xlsx', [mark('A1')]);
    expect(textOf(once, NOTES)).toContain('Bad.');
    // What is added stands before readings, as the schema has it.
    expect(textOf(once, NOTES)).toMatch(/Bad\.\nMend it\.<\/t><\/r>(<rPh|<\/text>)/);
    expect(textOf(annotateWorkbook(once, 'p.xlsx', []), NOTES)).toBe(comments(after));
  });

  test('is cut where ours was run together with it', () => {
    const merged = own('<r><t>Mine\n\nMilepost:\nError: Bad.\nMend it.</t></r>');
    expect(textOf(annotateWorkbook(merged, 'p.xlsx', []), NOTES)).toBe(comments('<r><t>Mine</t></r>'));
  });

  test('keeps its bytes where nothing is to be said', () => {
    const bytes = own('<t>Milepost: a fine tool</t>');
    const out = annotateWorkbook(bytes, 'p.xlsx', [mark(null)]);
    expect(textOf(out, NOTES)).toBe(textOf(bytes, NOTES));
    expect(textOf(out, SHEET)).toBe(textOf(bytes, SHEET));
  });
});

describe('a sheet of somebody else that has the name of the list', () => {
  test('stays, and the list gets another name', () => {
    const name = LIST_SHEET.toUpperCase();
    const bytes = workbook({
      'xl/workbook.xml': workbookXml(`<sheet name="${name}" sheetId="1" r:id="rId1"/>`),
    });
    const before = readWorkbook(bytes, 'p.xlsx').grids;
    const once = annotateWorkbook(bytes, 'p.xlsx', [mark('A1', { sheet: name })]);
    const twice = annotateWorkbook(once, 'p.xlsx', []);
    for (const out of [once, twice]) {
      const [list, ...rest] = readWorkbook(out, 'p.xlsx').grids;
      expect(list?.sheet).toBe(`${LIST_SHEET} 2`);
      expect(rest).toEqual(before);
    }
  });
});

describe('a copy in German', () => {
  const marks = [mark('A1', { severity: 'warning' }), mark(null, { sheet: '' })];
  const german = annotateWorkbook(workbook(), 'p.xlsx', marks, de);

  test('says in German what frames the problems', () => {
    const [list] = readWorkbook(german, 'p.xlsx').grids;
    const texts = list?.rows.map(({ cells }) => cells.map(({ shown }) => shown)) ?? [];
    expect(texts[0]?.[0]).toBe('1 Fehler, 1 Warnung');
    expect(texts.at(-2)?.slice(0, 2)).toEqual(['Fehler', 'Die ganze Arbeitsmappe']);
    expect(texts.at(-1)?.slice(0, 2)).toEqual(['Warnung', 'Plan!A1']);
    expect(textOf(german, NOTES)).toContain('Warnung: Bad.\nMend it.');
  });

  test('is marked anew in either language, as if it never had been', () => {
    for (const words of [de, en]) {
      const again = annotateWorkbook(german, 'p.xlsx', marks, words);
      const once = annotateWorkbook(workbook(), 'p.xlsx', marks, words);
      expect(textOf(again, NOTES)).toBe(textOf(once, NOTES));
      expect(readWorkbook(again, 'p.xlsx').grids.map(({ sheet }) => sheet)).toEqual([LIST_SHEET, 'Plan']);
    }
  });
});
