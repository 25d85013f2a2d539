// Makes sheetjs.xlsx, with SheetJS. Run by `node make-sheetjs.mjs PATH`, where PATH is the folder of its package, xlsx.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const XLSX = createRequire(import.meta.url)(resolve(process.argv[2] ?? 'xlsx'));
const serial = (text) => Date.parse(`${text}Z`) / 86_400_000 + 25_569;
const text = (v) => ({ t: 's', v });
const day = (v, z) => ({ t: 'n', v: serial(v), z });
const row = (number, values) =>
  Object.fromEntries(values.map((value, i) => [`${'ABCDEF'[i]}${number}`, text(value)]));

const goals = {
  '!ref': 'A1:F6',
  '!merges': ['A1:F1', 'A4:A5'].map(XLSX.utils.decode_range),
  A1: text('Plan of 2026'),
  ...row(3, ['Team', 'Goal', 'Owner', 'Start', 'Due', 'Current']),
  ...row(4, ['North', 'Win three ports', 'Ann Berg']),
  D4: day('2026-01-01T00:00', 'd.m.yyyy'),
  E4: day('2026-12-31T17:45', 'yyyy-mm-dd hh:mm'),
  F4: { t: 'n', v: 0.4, z: '0%' },
  B5: text('Café “Ünï” 😀 & <b>'),
  C5: { ...text('Ben Oduya'), l: { Target: 'https://example.com/a?b=1&c=2' } },
  D5: day('2026-02-28T00:00', 'd-mmm-yy'),
  E5: day('2026-06-30T00:00', '[$-409]mmmm d, yyyy;@'),
  F5: { t: 'n', v: 1234.5, z: '#,##0.00\\ "€"' },
  ...row(6, ['South', 'two\nlines', '007']),
  D6: day('2026-03-01T00:00', 'm/d/yy'),
  E6: { ...text('TBD'), z: 'yyyy-mm-dd' },
  F6: { t: 'n', v: -3 },
};
const milestones = {
  '!ref': 'A1:F4',
  ...row(1, ['Lead', 'Milestone', 'Due', 'Done', 'Hours', 'Result']),
  A2: { ...text('Ann Berg'), f: 'Goals!C4' },
  B2: text('Sign'),
  C2: { ...day('2026-03-31T00:00', 'yyyy-mm-dd'), f: 'DATE(2026,3,31)' },
  D2: { t: 'b', v: true },
  E2: { t: 'n', v: 1.5, z: '[h]:mm' },
  F2: { t: 'n', v: 0, f: '0*1' },
  A3: { t: 'n', f: '1+1' },
  B3: text('Build'),
  C3: { ...day('2026-04-30T00:00', 'yyyy-mm-dd'), f: 'C2+30' },
  D3: { t: 'b', v: false },
  E3: { t: 'n', v: 0.40625, z: 'h:mm' },
  F3: { ...text('ab'), f: '"a"&"b"' },
  A4: { t: 'n', v: 3, f: 'SUM(E2:E2*2)', F: 'A4:A4' },
  B4: text('Open'),
  C4: { ...day('2026-05-30T00:00', 'yyyy-mm-dd'), f: 'C3+30' },
  D4: { t: 'b', v: false, f: '1=2' },
  E4: { t: 'e', v: 7, f: '1/0' },
  F4: { t: 'e', v: 42, f: 'NA()' },
};
const actions = {
  '!ref': 'A1:D3',
  '!autofilter': { ref: 'A1:D3' },
  '!rows': [{}, {}, { hidden: true }],
  '!cols': [{}, {}, {}, { hidden: true }],
  ...row(1, ['Action', 'Owner', 'Due', 'Status']),
  ...row(2, ['Call', 'Ann Berg']),
  C2: day('2026-04-01T00:00', 'yyyy-mm-dd'),
  D2: text('done'),
  ...row(3, ['Write', 'Ben Oduya']),
  C3: day('2026-04-02T00:00', 'yyyy-mm-dd'),
  D3: text('open'),
};
actions.B2.c = [{ a: 'Ann Berg', t: 'A note' }];
const book = XLSX.utils.book_new();
const lists = XLSX.utils.aoa_to_sheet([['open'], ['done']]);
for (const [name, sheet] of Object.entries({
  Goals: goals,
  Milestones: milestones,
  Actions: actions,
  Lists: lists,
})) {
  XLSX.utils.book_append_sheet(book, sheet, name);
}
book.Workbook = { Sheets: [{}, {}, {}, { Hidden: 1 }] };
XLSX.writeFile(book, join(import.meta.dirname, 'sheetjs.xlsx'), { compression: true });
