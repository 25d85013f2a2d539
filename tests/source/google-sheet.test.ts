import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Grid, Workbook } from '../../src/grid/grid.ts';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { readKeptGoogleSheet } from '../../src/source/google/google-sheet.ts';
import { attempt, credentialFile, environment, SHEET_ID } from '../helpers/google-pull.ts';
import { type GoogleServer, startGoogleServer } from '../helpers/google-server.ts';
import { sheetIdOf, spreadsheetOf } from '../helpers/google-spreadsheet.ts';
import { ACCOUNT, KEY_FILE } from '../helpers/google-tokens.ts';
import { book, day, error, formula, link, percent, sheet, uncached } from '../helpers/grids.ts';
import { SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

let server: GoogleServer;
let env: Readonly<Record<string, string | undefined>>;

beforeAll(async () => {
  server = await startGoogleServer();
  env = environment(server, { GOOGLE_APPLICATION_CREDENTIALS: credentialFile(KEY_FILE) });
});
beforeEach(() => {
  server.seen.length = 0;
});
afterAll(() => server.close());

/** A workbook as it is read when Google serves it. */
async function served(workbook: Workbook): Promise<Workbook> {
  server.served.set(SHEET_ID, { spreadsheet: spreadsheetOf(workbook, SHEET_ID), sharedWith: [ACCOUNT] });
  const { opened, fault } = await attempt(env);
  if (opened === null) throw fault;
  return opened.book;
}

function withoutAddress({ grids, ...rest }: Workbook): Workbook {
  return { ...rest, grids: grids.map(({ address: _, ...grid }): Grid => grid) };
}

describe('a Google Sheet', () => {
  it('gives the same grids as the same plan in a workbook of Excel', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-'));
    const excel = await readExcelFile(await writeWorkbook(folder, 'plan.xlsx', SMALL_PLAN));
    const google = await served(excel);
    expect(withoutAddress(google).grids).toEqual(excel.grids);
    expect(google).toMatchObject({ name: 'plan.xlsx', kind: 'google', date1904: false });
  });

  it('gives the same grids as the sample plan, with its merges, links and formulas', async () => {
    const excel = await readExcelFile(join(import.meta.dirname, '../../data/plan.xlsx'));
    const google = await served(excel);
    expect(withoutAddress(google).grids).toEqual(excel.grids);
    expect(google.grids.flatMap((grid) => grid.rows).length).toBeGreaterThan(100);
  });

  it('knows its name, its locale, its time zone and the address of each sheet', async () => {
    const known = book([sheet('One', [['a']]), sheet('Two', [['b']])], {
      name: 'Our plan',
      locale: 'de_CH',
      timeZone: 'Europe/Zurich',
    });
    const google = await served(known);
    expect(google).toMatchObject({ name: 'Our plan', locale: 'de_CH', timeZone: 'Europe/Zurich' });
    expect(google.grids.map((grid) => grid.address)).toEqual([
      `https://docs.google.com/spreadsheets/d/${SHEET_ID}/edit#gid=0`,
      `https://docs.google.com/spreadsheets/d/${SHEET_ID}/edit#gid=${sheetIdOf(1)}`,
    ]);
  });

  it('keeps every kind of cell, ragged rows, gaps, hidden sheets and rows, and merges', async () => {
    const cells = sheet(
      'Cells',
      [
        ['text', 1.5, true, false, 0, ''],
        [],
        [null, null, day('2026-03-31'), { ...day('2026-01-05'), shown: '5 Jan', format: 'd mmm' }],
        [percent(0.4), error('#REF!'), error('#N/A'), error('#DIV/0!'), formula(3), uncached()],
        [{ kind: 'number', value: 1234.5, shown: '€1,234.50', format: '[$€]#,##0.00' }],
        [{ kind: 'number', value: 0.5, shown: '12:00', format: 'h:mm' }],
        [{ kind: 'number', value: 1.5, shown: '36:00:00', format: '[h]:mm:ss' }],
        [link('paper', 'https://example.com/a'), { kind: 'text', value: '007', format: '@' }],
        [null, { kind: 'blank', value: null, link: 'https://example.com/b' }],
      ],
      { merges: ['A3:B4', 'C1:C2'] },
    );
    const rows = cells.rows.map((row) => ({
      ...row,
      hidden: row.row === 5,
      cells: row.cells.filter((cell) => cell.value !== '' && !(cell.row === 4 && cell.column < 3)),
    }));
    const grids = [{ ...cells, rows }, sheet('Hidden', [['x']], { hidden: true }), sheet('Empty', [])];
    expect(withoutAddress(await served(book(grids))).grids).toEqual(grids);
  });

  it('reads 3,600 rows with one call for a token and one for everything else', async () => {
    const rows = Array.from({ length: 3600 }, (_, at) => [
      `M${at}`,
      'Milestone',
      day('2026-03-31'),
      percent(0.5),
    ]);
    const google = await served(book([sheet('Milestones', rows), sheet('Goals', [['G1']])]));
    expect(google.grids[0]?.rows).toHaveLength(3600);
    expect(server.paths()).toEqual(['/token', `/v4/spreadsheets/${SHEET_ID}`]);
  });

  it('asks for values and formats alone, and packed', async () => {
    await served(book([sheet('Goals', [['G1']])]));
    const { query, headers } = server.seen.at(-1) ?? {};
    expect(query?.get('prettyPrint')).toBe('false');
    expect(headers?.['accept-encoding']).toContain('gzip');
  });

  it('is read again from what was kept, without the network', async () => {
    server.served.set(SHEET_ID, {
      spreadsheet: spreadsheetOf(book([sheet('Goals', [['G1', day('2026-01-01')]])]), SHEET_ID),
      sharedWith: [ACCOUNT],
    });
    const { opened } = await attempt(env);
    const calls = server.seen.length;
    const bytes = opened?.kept?.bytes ?? new Uint8Array();
    expect(readKeptGoogleSheet(bytes)).toEqual(opened?.book);
    expect(server.seen).toHaveLength(calls);
    expect(new TextDecoder().decode(bytes)).not.toMatch(/not for the plan|fontFamily/);
    expect(() => readKeptGoogleSheet(bytes.subarray(1))).toThrow('cannot be read');
  });
});
