// Makes excelize.xlsx, with Excelize for WebAssembly, and a pivot table. Run by `node make-excelize.mjs PATH`, where PATH
// is the folder of its package, excelize-wasm.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const path = resolve(process.argv[2] ?? 'excelize-wasm');
const { init } = createRequire(import.meta.url)(path);
const excelize = await init(join(path, 'excelize.wasm.gz'));
const book = excelize.NewFile();

function must(result) {
  if (result.error) throw new Error(result.error);
  return result;
}
const styles = new Map();
function show(sheet, address, format) {
  if (!styles.has(format)) styles.set(format, must(book.NewStyle({ CustomNumFmt: format })).style);
  must(book.SetCellStyle(sheet, address, address, styles.get(format)));
}
function put(sheet, address, value, format) {
  must(book.SetCellValue(sheet, address, value));
  if (format !== undefined) show(sheet, address, format);
}
const serial = (text) => Date.parse(`${text}Z`) / 86_400_000 + 25_569;
const row = (sheet, number, values) => {
  for (const [i, value] of values.entries()) put(sheet, `${'ABCDEF'[i]}${number}`, value);
};
/** Excelize stores no results. */
function formula(address, text, format, options) {
  if (format !== undefined) show('Milestones', address, format);
  must(book.SetCellFormula('Milestones', address, text, ...(options ? [options] : [])));
}

must(book.SetSheetName('Sheet1', 'Goals'));
for (const name of ['Milestones', 'Actions', 'Lists', 'Pivot']) must(book.NewSheet(name));
put('Goals', 'A1', 'Plan of 2026');
must(book.MergeCell('Goals', 'A1', 'F1'));
row('Goals', 3, ['Team', 'Goal', 'Owner', 'Start', 'Due', 'Current']);
row('Goals', 4, ['North', '', 'Ann Berg']);
must(book.MergeCell('Goals', 'A4', 'A5'));
must(
  book.SetCellRichText('Goals', 'B4', [
    { Text: 'Win ' },
    { Text: 'three', Font: { Bold: true } },
    { Text: ' ports' },
  ]),
);
put('Goals', 'D4', serial('2026-01-01T00:00'), 'd.m.yyyy');
put('Goals', 'E4', serial('2026-12-31T17:45'), 'yyyy-mm-dd hh:mm');
put('Goals', 'F4', 0.4, '0%');
put('Goals', 'B5', 'Café “Ünï” 😀 & <b>');
put('Goals', 'C5', 'Ben Oduya');
must(book.SetCellHyperLink('Goals', 'C5', 'https://example.com/a?b=1&c=2', 'External'));
put('Goals', 'D5', serial('2026-02-28T00:00'), 'd-mmm-yy');
put('Goals', 'E5', serial('2026-06-30T00:00'), '[$-409]mmmm d, yyyy;@');
put('Goals', 'F5', 1234.5, '#,##0.00\\ "€"');
row('Goals', 6, ['South', 'two\nlines', '007']);
put('Goals', 'D6', serial('2026-03-01T00:00'), 'mm-dd-yy');
put('Goals', 'E6', 'TBD', 'yyyy-mm-dd');
put('Goals', 'F6', -3);

row('Milestones', 1, ['Lead', 'Milestone', 'Due', 'Done', 'Hours', 'Result']);
formula('A2', 'Goals!C4');
put('Milestones', 'B2', 'Sign');
formula('C2', 'DATE(2026,3,31)', 'yyyy-mm-dd');
put('Milestones', 'D2', true);
put('Milestones', 'E2', 1.5, '[h]:mm');
formula('F2', '0*1');
formula('A3', '1+1');
put('Milestones', 'B3', 'Build');
formula('C3', 'C2+30', 'yyyy-mm-dd');
put('Milestones', 'D3', false);
put('Milestones', 'E3', 0.40625, 'h:mm');
formula('F3', '"a"&"b"');
formula('A4', 'SUM(E2:E2*2)', undefined, { Type: 'array', Ref: 'A4:A4' });
put('Milestones', 'B4', 'Open');
formula('C4', 'C3+30', 'yyyy-mm-dd');
formula('D4', '1=2');
formula('E4', '1/0');
formula('F4', 'NA()');

row('Actions', 1, ['Action', 'Owner', 'Due', 'Status']);
row('Actions', 2, ['Call', 'Ann Berg']);
put('Actions', 'C2', serial('2026-04-01T00:00'), 'yyyy-mm-dd');
put('Actions', 'D2', 'done');
row('Actions', 3, ['Write', 'Ben Oduya']);
put('Actions', 'C3', serial('2026-04-02T00:00'), 'yyyy-mm-dd');
put('Actions', 'D3', 'open');
must(book.AddTable('Actions', { Range: 'A1:D3', Name: 'Table1' }));
must(book.AddComment('Actions', { Cell: 'B2', Author: 'Ann Berg', Text: 'A note' }));
must(book.SetRowVisible('Actions', 3, false));
must(book.SetColVisible('Actions', 'D', false));
row('Lists', 1, ['open']);
row('Lists', 2, ['done']);
must(book.SetSheetVisible('Lists', false));
must(
  book.AddPivotTable({
    DataRange: 'Actions!A1:D3',
    PivotTableRange: 'Pivot!A3:D20',
    Rows: [{ Data: 'Owner' }],
    Data: [{ Data: 'Action', Subtotal: 'Count' }],
  }),
);
writeFileSync(join(import.meta.dirname, 'excelize.xlsx'), must(book.WriteToBuffer()).buffer);
process.exit();
