// Makes exceljs.xlsx. Run by `node make-exceljs.mjs`.
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const book = new ExcelJS.Workbook();
const goals = book.addWorksheet('Goals', { views: [{ state: 'frozen', ySplit: 3 }] });
const milestones = book.addWorksheet('Milestones');
const actions = book.addWorksheet('Actions');
const lists = book.addWorksheet('Lists', { state: 'hidden' });

function put(sheet, address, value, format) {
  const cell = sheet.getCell(address);
  cell.value = value;
  if (format !== undefined) cell.numFmt = format;
}
const day = (text) => new Date(`${text}Z`);

put(goals, 'A1', 'Plan of 2026');
goals.mergeCells('A1:F1');
goals.getRow(3).values = ['Team', 'Goal', 'Owner', 'Start', 'Due', 'Current'];
put(goals, 'A4', 'North');
goals.mergeCells('A4:A5');
put(goals, 'B4', {
  richText: [{ text: 'Win ' }, { font: { bold: true }, text: 'three' }, { text: ' ports' }],
});
put(goals, 'C4', 'Ann Berg');
put(goals, 'D4', day('2026-01-01T00:00'), 'd.m.yyyy');
put(goals, 'E4', day('2026-12-31T17:45'), 'yyyy-mm-dd hh:mm');
put(goals, 'F4', 0.4, '0%');
put(goals, 'B5', 'Café “Ünï” 😀 & <b>');
put(goals, 'C5', { text: 'Ben Oduya', hyperlink: 'https://example.com/a?b=1&c=2' });
put(goals, 'D5', day('2026-02-28T00:00'), 'd-mmm-yy');
put(goals, 'E5', day('2026-06-30T00:00'), '[$-409]mmmm d, yyyy;@');
put(goals, 'F5', 1234.5, '#,##0.00\\ "€"');
goals.getRow(6).values = ['South', 'two\nlines', '007'];
put(goals, 'D6', day('2026-03-01T00:00'), 'mm-dd-yy');
put(goals, 'E6', 'TBD', 'yyyy-mm-dd');
put(goals, 'F6', -3);

milestones.getRow(1).values = ['Lead', 'Milestone', 'Due', 'Done', 'Hours', 'Result'];
put(milestones, 'A2', { formula: 'Goals!C4', result: 'Ann Berg' });
put(milestones, 'B2', 'Sign');
put(milestones, 'C2', { formula: 'DATE(2026,3,31)', result: day('2026-03-31T00:00') }, 'yyyy-mm-dd');
put(milestones, 'D2', true);
put(milestones, 'E2', 1.5, '[h]:mm');
put(milestones, 'F2', { formula: '0*1', result: 0 });
put(milestones, 'A3', { formula: '1+1' });
put(milestones, 'B3', 'Build');
put(milestones, 'D3', false);
put(milestones, 'E3', 0.40625, 'h:mm');
put(milestones, 'F3', { formula: '"a"&"b"', result: 'ab' });
put(milestones, 'A4', { formula: 'SUM(E2:E2*2)', result: 3, ref: 'A4', shareType: 'array' });
put(milestones, 'B4', 'Open');
milestones.fillFormula('C3:C4', 'C2+30', [46142, 46172], 'shared');
for (const address of ['C3', 'C4']) milestones.getCell(address).numFmt = 'yyyy-mm-dd';
put(milestones, 'D4', { formula: '1=2', result: false });
put(milestones, 'E4', { formula: '1/0', result: { error: '#DIV/0!' } });
put(milestones, 'F4', { formula: 'NA()', result: { error: '#N/A' } });

actions.addTable({
  name: 'Table1',
  ref: 'A1',
  columns: ['Action', 'Owner', 'Due', 'Status'].map((name) => ({ name, filterButton: true })),
  rows: [
    ['Call', 'Ann Berg', day('2026-04-01T00:00'), 'done'],
    ['Write', 'Ben Oduya', day('2026-04-02T00:00'), 'open'],
  ],
});
for (const address of ['C2', 'C3']) actions.getCell(address).numFmt = 'yyyy-mm-dd';
actions.getCell('B2').note = 'A note';
for (const address of ['D2', 'D3']) {
  actions.getCell(address).dataValidation = { type: 'list', formulae: ['Lists!$A$1:$A$2'] };
}
actions.getRow(3).hidden = true;
actions.getColumn('D').hidden = true;
lists.getColumn('A').values = ['open', 'done'];
await book.xlsx.writeFile(join(import.meta.dirname, 'exceljs.xlsx'));
