import { capital, type Mark, SEVERITIES } from './mark.ts';
import type { ListStyles } from './patch-styles.ts';
import { escapeText, escapeXml } from './xml-edit.ts';

const COLUMNS = ['Severity', 'Where', 'Found', 'What is wrong', 'What to do'];
const WIDTHS = [12, 24, 28, 64, 56];

/** The sheet that lists all problems, the worst first, each with a link to its cell. */
export function listSheet(marks: readonly Mark[], styles: ListStyles, strict: boolean): string {
  const main = strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const ordered = SEVERITIES.flatMap((severity) => marks.filter((mark) => mark.severity === severity));
  const links: string[] = [];
  const rows = ordered.map((mark, index) => {
    const row = index + 4;
    const place = placeOf(mark);
    if (place.target) {
      links.push(
        `<hyperlink ref="B${row}" location="${escapeXml(place.target)}" display="${escapeXml(place.text)}"/>`,
      );
    }
    const texts = [capital(mark.severity), place.text, mark.value ?? '', mark.message, mark.fix];
    const lines = Math.max(...texts.map((text, at) => linesOf(text, WIDTHS[at] ?? 20)));
    const cells = texts.map((text, at) =>
      cell(row, at, text, at === 1 && place.target ? styles.link : styles.text),
    );
    return `<row r="${row}" ht="${Math.min(400, lines * 15 + 3)}" customHeight="1">${cells.join('')}</row>`;
  });
  const title =
    ordered.length === 0
      ? 'Nothing to mend'
      : `${ordered.length} ${ordered.length === 1 ? 'problem' : 'problems'} in this workbook`;
  const widths = WIDTHS.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B4" sqref="B4"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`,
    `<row r="1" ht="24" customHeight="1">${cell(1, 0, title, styles.title)}</row>`,
    `<row r="3">${COLUMNS.map((text, at) => cell(3, at, text, styles.header)).join('')}</row>`,
    ...rows,
    '</sheetData>',
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

function placeOf({ sheet, cell: address }: Mark): { text: string; target: string | null } {
  if (sheet === '') return { text: 'The whole workbook', target: null };
  const text = address === null ? sheet : `${sheet}!${address}`;
  return { text, target: `'${sheet.replaceAll("'", "''")}'!${address ?? 'A1'}` };
}

/** Inline, so that the workbook's own list of texts stays as it is. */
function cell(row: number, at: number, text: string, style: number): string {
  const ref = `${String.fromCharCode(65 + at)}${row}`;
  if (text === '') return `<c r="${ref}" s="${style}"/>`;
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}
