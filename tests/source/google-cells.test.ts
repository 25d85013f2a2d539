import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/grid/day.ts';
import { readKeptGoogleSheet } from '../../src/source/google/google-sheet.ts';
import { SHEET_ID } from '../helpers/google-pull.ts';
import { iso } from '../helpers/grids.ts';

function keptAs(content: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}

function bookOf(sheets: unknown) {
  return readKeptGoogleSheet(keptAs({ spreadsheetId: SHEET_ID, properties: { title: 'Plan' }, sheets }));
}

function gridOf(sheet: object) {
  return bookOf([{ properties: { title: 'Goals' }, ...sheet }]).grids[0];
}

/** The only cell of a sheet that holds this one; undefined where it is not kept. */
function only(cell: object) {
  return gridOf({ data: [{ rowData: [{ values: [cell] }] }] })?.rows[0]?.cells[0];
}

function number(value: number, type?: string, pattern?: string) {
  const numberFormat = { ...(type ? { type } : {}), ...(pattern ? { pattern } : {}) };
  return {
    effectiveValue: { numberValue: value },
    formattedValue: 'shown',
    ...(type ? { effectiveFormat: { numberFormat } } : {}),
  };
}

describe('numbers', () => {
  it.each([
    ['DATE', 'dd.mm.yyyy', 46_112, '2026-03-31'],
    ['DATE_TIME', 'd/m/yyyy h:mm', 46_112.75, '2026-03-31'],
    ['DATE_TIME', 'd/m/yyyy h:mm', 46_111.999_999_999_9, '2026-03-31'],
    ['DATE', undefined, 46_112, '2026-03-31'],
    ['DATE', 'yyyy-mm-dd', 61, '1900-03-01'],
    ['DATE', 'yyyy-mm-dd', 60, '1900-02-28'],
    ['DATE', 'yyyy-mm-dd', 2, '1900-01-01'],
    ['DATE', 'yyyy-mm-dd', 2_958_465, '9999-12-31'],
  ])('of the format %s %s: %f is the day %s', (type, pattern, serial, day) => {
    const cell = only(number(serial, type, pattern));
    expect([cell?.kind, iso(cell?.value)]).toEqual(['day', day]);
    expect(cell).toMatchObject({ shown: 'shown', format: pattern ?? 'yyyy-mm-dd' });
  });

  it.each([
    ['DATE', 'yyyy-mm-dd', 1],
    ['DATE', 'yyyy-mm-dd', -5],
    ['DATE', 'yyyy-mm-dd', 2_958_466],
    ['TIME', 'h:mm', 46_112.5],
    ['TIME', '[h]:mm', 1.5],
    ['NUMBER', '#,##0.00', 46_112],
    ['PERCENT', '0.00%', 0.25],
    ['CURRENCY', '"$"#,##0.00', 12],
    ['SCIENTIFIC', '0.00E+00', 12],
    ['NUMBER', '0 "days"', 12],
  ])('of the format %s %s: %f is none', (type, pattern, value) => {
    expect(only(number(value, type, pattern))).toMatchObject({ kind: 'number', value, format: pattern });
  });

  it('without a format, or with one that says nothing, are General', () => {
    expect(only(number(3))).toMatchObject({ kind: 'number', value: 3, format: null });
    expect(only(number(3, 'NUMBER', 'General'))?.format).toBeNull();
    expect(only(number(0.4, 'PERCENT'))?.format).toBe('0%');
  });

  it('are shown without what fills up the column', () => {
    const cell = { ...number(5, 'NUMBER', '_($* #,##0_)'), formattedValue: ' $ 5 ' };
    expect(only(cell)?.shown).toBe('$ 5');
    expect(only({ effectiveValue: { numberValue: 5 } })?.shown).toBe('5');
  });

  it('are the same days whatever the locale shows', () => {
    const formatted = ['31/03/2026', '3/31/2026', '31.03.2026', '2026年3月31日'];
    const values = formatted.map((formattedValue) => ({
      ...number(46_112, 'DATE', 'd/m/y'),
      formattedValue,
    }));
    const cells = gridOf({ data: [{ rowData: [{ values }] }] })?.rows[0]?.cells ?? [];
    expect(cells.map((cell) => cell.shown)).toEqual(formatted);
    expect(new Set(cells.map((cell) => cell.value))).toEqual(new Set([dayFromIso('2026-03-31')]));
  });
});

describe('texts, booleans, errors and formulas', () => {
  it.each([
    ['NULL_VALUE', '#NULL!'],
    ['DIVIDE_BY_ZERO', '#DIV/0!'],
    ['VALUE', '#VALUE!'],
    ['REF', '#REF!'],
    ['NAME', '#NAME?'],
    ['NUM', '#NUM!'],
    ['N_A', '#N/A'],
    ['ERROR', '#ERROR!'],
    ['toString', '#ERROR!'],
  ])('the error %s is %s', (type, value) => {
    expect(only({ effectiveValue: { errorValue: { type } }, formattedValue: value })).toMatchObject({
      kind: 'error',
      value,
      shown: value,
    });
  });

  it('a day that a formula failed to give is an error, and no day', () => {
    const cell = {
      effectiveValue: { errorValue: { type: 'N_A' } },
      effectiveFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
    };
    expect(only(cell)).toMatchObject({ kind: 'error', value: '#N/A' });
  });

  it('a formula that is still worked out has no value yet', () => {
    const cell = { effectiveValue: { errorValue: { type: 'LOADING' } }, formattedValue: 'Loading...' };
    expect(only(cell)).toMatchObject({ kind: 'blank', value: null, shown: '', formula: 'uncached' });
  });

  it('an empty text, and a formula that gives one, are blank and leave no cell', () => {
    expect(only({ effectiveValue: { stringValue: '' } })).toBeUndefined();
    expect(
      only({ effectiveValue: { stringValue: '' }, userEnteredValue: { formulaValue: '=""' } }),
    ).toBeUndefined();
    expect(only({ userEnteredValue: { formulaValue: '=A1' } })).toBeUndefined();
    expect(only({ effectiveFormat: { numberFormat: { type: 'DATE' } } })).toBeUndefined();
  });

  it('a formula’s result counts, whatever it is', () => {
    const of = (effectiveValue: object) => only({ effectiveValue, userEnteredValue: { formulaValue: '=1' } });
    expect(of({ numberValue: 0 })).toMatchObject({ kind: 'number', value: 0, formula: 'cached' });
    expect(of({ boolValue: false })).toMatchObject({ kind: 'boolean', value: false, formula: 'cached' });
    expect(of({ stringValue: 'x' })).toMatchObject({ kind: 'text', value: 'x', formula: 'cached' });
  });
});

describe('links', () => {
  const text = { effectiveValue: { stringValue: 'paper' }, formattedValue: 'paper' };
  const run = (uri?: string) => ({ format: uri === undefined ? {} : { link: { uri } } });

  it.each([
    ['of the whole cell', { hyperlink: 'https://a.example/' }],
    [
      'of a part of the text',
      { textFormatRuns: [{}, run(), run('https://a.example/'), run('https://b.example/')] },
    ],
    ['of a chip', { chipRuns: [{}, { chip: { richLinkProperties: { uri: 'https://a.example/' } } }] }],
    ['of a formula', { userEnteredValue: { formulaValue: '=HYPERLINK("https://a.example/","paper")' } }],
  ])('%s', (_, more) => {
    expect(only({ ...text, ...more })?.link).toBe('https://a.example/');
  });

  it('within the spreadsheet lead nowhere', () => {
    expect(only({ ...text, hyperlink: '#gid=0&range=A1' })?.link).toBeNull();
  });

  it('keep a blank cell', () => {
    expect(only({ hyperlink: 'https://a.example/' })).toMatchObject({
      kind: 'blank',
      link: 'https://a.example/',
    });
  });
});

describe('sheets', () => {
  it('without data, rows or values are empty', () => {
    for (const data of [undefined, [], [{}], [{ rowData: [] }], [{ rowData: [{}, { values: [] }] }]]) {
      expect(gridOf({ data })?.rows).toEqual([]);
    }
  });

  it('start where their data starts', () => {
    const values = [{ effectiveValue: { stringValue: 'x' } }];
    const grid = gridOf({ data: [{ startRow: 4, startColumn: 2, rowData: [{ values }] }] });
    expect(grid?.rows[0]?.cells[0]).toMatchObject({ row: 5, column: 3 });
  });

  it('hide rows by hand and by a filter', () => {
    const values = [{ effectiveValue: { stringValue: 'x' } }];
    const rowMetadata = [{ hiddenByUser: true }, { hiddenByFilter: true }, {}];
    const grid = gridOf({ data: [{ rowMetadata, rowData: Array(4).fill({ values }) }] });
    expect(grid?.rows.map((row) => row.hidden)).toEqual([true, true, false, false]);
  });

  it('of charts and databases are left out', () => {
    const of = (title: string, sheetType?: string) => ({
      properties: { title, ...(sheetType ? { sheetType } : {}) },
    });
    const book = bookOf([of('A'), of('B', 'OBJECT'), of('C', 'DATA_SOURCE'), of('D', 'GRID')]);
    expect(book.grids.map((grid) => grid.sheet)).toEqual(['A', 'D']);
    expect(() => bookOf([of('B', 'OBJECT')])).toThrow('no sheets with cells');
    expect(() => bookOf(undefined)).toThrow('no sheets at all');
  });
});

it('anything else that was kept is a fault, and never another error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (content) => {
      expect(() => readKeptGoogleSheet(keptAs(content))).toThrow('cannot be read');
    }),
  );
  expect(() => readKeptGoogleSheet(new Uint8Array([0xff, 0, 0x7b]))).toThrow('cannot be read');
});
