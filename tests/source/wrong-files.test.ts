import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { SourceFault } from '../../src/source/fault.ts';
import { readWorkbook } from '../../src/source/workbook.ts';
import { faultOf, SHEET, sheetXml, workbookBytes, zip } from './hand-made.ts';

const text = strToU8;
const utf16 = (content: string) => new Uint8Array(Buffer.from(content, 'utf16le'));

/** A compound file's first bytes, with a directory of these streams, each at its place of 128 bytes. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * streams.length);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of streams.entries()) bytes.set(utf16(`${name}\0`), 512 + 128 * index);
  return bytes;
}

const whole = workbookBytes({ [SHEET]: sheetXml('<row><c><v>1</v></c></row>') });

describe('what is no workbook is named, with its cure', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', new Uint8Array(), 'empty-file', /download/],
    ['CSV', text('Goal,Due\nGrow,2026-03-31\n'), 'text-file', /\.xlsx/],
    ['text of an old code page', Uint8Array.of(0x47, 0xf6, 0x74, 0x65, 0x3b, 0x31), 'text-file', /\.xlsx/],
    ['UTF-16 text', utf16('\ufeffGoal\tDue\n'), 'text-file', /\.xlsx/],
    ['a sign-in page', text('\n<!DOCTYPE html><html><title>Sign in</title>'), 'web-page', /signed in/],
    [
      'a table as HTML',
      text('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
      'web-page',
      /\.xlsx/,
    ],
    [
      'plain XML of Excel',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'xml-file',
      /\.xlsx/,
    ],
    ['other XML', text('<?xml version="1.0"?><feed/>'), 'xml-file', /workbook/],
    ['.xls', compoundFile('Root Entry', 'Workbook'), 'old-excel', /\.xlsx/],
    ['.xls of Excel 5', compoundFile('Root Entry', 'Book'), 'old-excel', /\.xlsx/],
    ['a password', compoundFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'password', /password/],
    ['.doc', compoundFile('Root Entry', 'WordDocument'), 'other-office', /workbook/],
    ['PDF', text('%PDF-1.7'), 'other-file', /workbook/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1), 'other-file', /workbook/],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'other-file', /Unpack/],
    ['noise', Uint8Array.of(1, 2, 3, 0, 255), 'other-file', /workbook/],
    [
      '.xlsb',
      zip({
        'xl/workbook.bin': 'x',
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      }),
      'binary-excel',
      /\.xlsx/,
    ],
    [
      '.ods',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      'open-document',
      /\.xlsx/,
    ],
    ['.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'other-office', /workbook/],
    ['.numbers', zip({ 'Index/Document.iwa': 'x' }), 'numbers', /Export/],
    [
      '.docx',
      zip({
        'word/document.xml': '<w:document/>',
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      }),
      'other-office',
      /workbook/,
    ],
    ['.pptx', zip({ 'ppt/presentation.xml': '<p/>' }), 'other-office', /workbook/],
    ['a zip around a workbook', zip({ 'folder/plan.xlsx': whole }), 'zip-without-workbook', /Unpack/],
    ['any other zip', zip({ 'a.txt': 'x' }), 'zip-without-workbook', /workbook/],
    ['an empty zip', zipSync({}), 'zip-without-workbook', /workbook/],
  ])('%s', (_, bytes, code, fix) => {
    const fault = faultOf(() => readWorkbook(bytes, 'plan.xlsx'));
    expect(fault).toMatchObject({ code, kind: 'plan', fix: expect.stringMatching(fix) });
    expect(fault.what).toMatch(/^“plan\.xlsx” .*\.$/);
    expect(fault.message).toBe(`${fault.what} ${fault.why} ${fault.fix}`);
  });

  it('a cell text of an old workbook that says EncryptedPackage does not make it one with a password', () => {
    const bytes = new Uint8Array(2048);
    bytes.set(compoundFile('Root Entry', 'Workbook'));
    bytes.set(utf16('EncryptedPackage\0'), 1100);
    expect(faultOf(() => readWorkbook(bytes, 'plan.xls')).code).toBe('old-excel');
  });
});

describe('archives that are not whole', () => {
  it('cut short at any place but the last', () => {
    for (const length of [4, 100, whole.length >> 1, whole.length - 1]) {
      expect(faultOf(() => readWorkbook(whole.subarray(0, length), 'plan.xlsx')).code).toBe('cut-short');
    }
  });

  it('bytes changed within a part are found by the checksum', () => {
    // Stored, not packed, so that the change is no error in itself: the cell would read 7.
    const stored = zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml': '<workbook><sheets><sheet name="Plan"/></sheets></workbook>',
          'xl/worksheets/sheet1.xml': sheetXml('<row><c><v>1</v></c></row>'),
        }).map(([path, content]) => [path, [text(content), { level: 0 }]]),
      ),
    );
    expect(readWorkbook(stored, 'plan.xlsx').grids[0]?.rows[0]?.cells[0]?.value).toBe(1);
    const at = Buffer.from(stored).indexOf('<v>1') + 3;
    stored[at] = '7'.charCodeAt(0);
    expect(faultOf(() => readWorkbook(stored, 'plan.xlsx'))).toMatchObject({
      code: 'damaged',
      what: '“plan.xlsx” is damaged: the sheet “Plan” cannot be read.',
      why: 'Its checksum is wrong.',
    });
  });

  it('a directory that claims to start after the archive’s end', () => {
    const bytes = whole.slice();
    // The directory's start, in the end record of 22 bytes: every offset then falls before the file.
    new DataView(bytes.buffer).setUint32(bytes.length - 6, 0x06000000, true);
    expect(faultOf(() => readWorkbook(bytes, 'plan.xlsx')).code).toBe('damaged');
  });

  it('a workbook within it is not taken for it where it is cut short', () => {
    const outer = zipSync({
      'xl/embeddings/old.xlsx': [whole, { level: 0 }],
      'xl/workbook.xml': text('<workbook/>'),
    });
    const cut = Buffer.from(outer).indexOf(whole) + whole.length;
    expect(faultOf(() => readWorkbook(outer.subarray(0, cut), 'plan.xlsx')).code).toBe('cut-short');
  });

  it('bytes before and after the archive do not matter', () => {
    const padded = new Uint8Array(whole.length + 60);
    padded.set(text('PK\u0003\u0004 stub'));
    padded.set(whole, 30);
    expect(readWorkbook(padded, 'plan.xlsx').grids).toHaveLength(1);
  });
});

describe('files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'milepost-source-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function fault(path: string): Promise<SourceFault> {
    const error: unknown = await readExcelFile(path).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error instanceof SourceFault) return error;
    throw error ?? new Error('a fault was expected, and there was none');
  }

  it('a workbook takes the name of its file, without the folder', async () => {
    const path = join(folder, 'my plan.xlsm');
    await writeFile(path, whole);
    expect((await readExcelFile(path)).name).toBe('my plan.xlsm');
  });

  it('none of that name, and where it was looked for', async () => {
    const path = join(folder, 'missing.xlsx');
    expect(await fault(path)).toMatchObject({
      code: 'no-such-file',
      kind: 'plan',
      why: expect.stringContaining(path),
    });
    await writeFile(join(folder, 'file'), 'x');
    expect(await fault(join(folder, 'file', 'plan.xlsx'))).toMatchObject({ code: 'no-such-file' });
  });

  it('a folder', async () => {
    expect(await fault(folder)).toMatchObject({
      code: 'not-a-file',
      what: expect.stringContaining('a folder'),
    });
  });

  it('a device', async () => {
    expect(await fault('/dev/null')).toMatchObject({
      code: 'not-a-file',
      what: expect.stringContaining('a device'),
    });
  });

  it('the lock that Excel sets beside an open workbook', async () => {
    const path = join(folder, '~$plan.xlsx');
    await writeFile(path, '\u0003Ann');
    expect(await fault(path)).toMatchObject({ code: 'lock-file', fix: 'Pass “plan.xlsx”.' });
  });

  it('a path that the system refuses, or may not be read', async () => {
    expect(await fault(`${folder}/${'x'.repeat(300)}`)).toMatchObject({
      code: 'file-unreadable',
      why: expect.stringContaining('ENAMETOOLONG'),
    });
    if (process.getuid?.() === 0) return;
    const locked = join(folder, 'locked');
    await mkdir(locked);
    await chmod(locked, 0);
    expect(await fault(join(locked, 'plan.xlsx'))).toMatchObject({ code: 'file-unreadable' });
  });
});
