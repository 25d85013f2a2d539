import type { Grid } from '../../grid/grid.ts';
import { LIST_SHEET } from '../../grid/own-sheets.ts';
import type { Words } from '../../words/en.ts';
import { ALL_WORDS } from '../../words/words.ts';
import { labelOf, type Mark, SEVERITIES } from './mark.ts';
import type { ListStyles } from './patch-styles.ts';
import { escapeText, escapeXml, namespaces } from './xml-edit.ts';

/** In characters. */
const WIDTHS = [11, 24, 28, 60, 52];
const HEADER_ROW = 4;
/** Hidden; its first cell keeps what the next run must know. */
const MEMORY_COLUMN = 6;
/** Excel allows 65,530 links on a sheet, and repairs one that has more. */
const MAX_LINKS = 65_000;
/** No more rows than a sheet has, less those above the list. */
const MAX_LISTED = 1_000_000;
const NAMED_LIKE_LIST = new RegExp(`^${LIST_SHEET}(?: \\d+)?$`, 'i');

/** True for a list of an earlier run, in whatever language, rather than a sheet of somebody else's that has its name. */
export function isListSheet({ sheet, rows }: Grid): boolean {
  const header = rows.find(({ row }) => row === HEADER_ROW)?.cells.map(({ value }) => value) ?? [];
  const isHeader = ({ annotated }: Words): boolean =>
    annotated.columns.every((column, index) => header[index] === column);
  return NAMED_LIKE_LIST.test(sheet) && ALL_WORDS.some(isHeader);
}

/** What a list of an earlier run keeps for the next one. */
export function memoryOf({ rows }: Grid): string {
  const cell = rows.find(({ row }) => row === 1)?.cells.find(({ column }) => column === MEMORY_COLUMN);
  return cell?.kind === 'text' ? cell.value : '';
}

/** A name for the list that no sheet has. Programs make no difference between upper and lower case. */
export function freeListName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name: string = LIST_SHEET;
  for (let number = 2; names.has(name.toLowerCase()); number++) name = `${LIST_SHEET} ${number}`;
  return name;
}

export interface ListContext {
  readonly styles: ListStyles;
  /** A text that the next run is to find. */
  readonly memory: string;
  /** Whether each sheet is shown, by its name: no program follows a link to a hidden one. */
  readonly shown: ReadonlyMap<string, boolean>;
  readonly strict: boolean;
  /** Those of the plan's language. */
  readonly words: Words;
}

/** The sheet that lists all problems, the worst first, each with a link to its cell. */
export function listSheet(
  marks: readonly Mark[],
  { styles, memory, shown, strict, words }: ListContext,
): string {
  const { annotated } = words;
  const ordered = SEVERITIES.flatMap((severity) => marks.filter((mark) => mark.severity === severity));
  const links: string[] = [];
  const rows = ordered.slice(0, MAX_LISTED).map((mark, index) => {
    const row = index + HEADER_ROW + 1;
    const place = placeOf(mark, shown, words);
    const isLink = place.target !== null && links.length < MAX_LINKS;
    if (isLink) {
      links.push(
        `<hyperlink ref="B${row}" location="${escapeXml(place.target ?? '')}" display="${escapeXml(place.text)}"/>`,
      );
    }
    const texts = [labelOf(mark.severity, words), place.text, mark.value ?? '', mark.message, mark.fix];
    const lines = Math.max(...texts.map((text, at) => linesOf(text, WIDTHS[at] ?? 20)));
    const looks = [styles.severity[mark.severity], isLink ? styles.link : styles.text];
    const cells = texts.map((text, at) => cell(row, at, text, looks[at] ?? styles.text));
    return `<row r="${row}" ht="${Math.min(400, lines * 15 + 4)}" customHeight="1">${cells.join('')}</row>`;
  });
  const widths = WIDTHS.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const top = HEADER_ROW + 1;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespaces(strict).main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="${HEADER_ROW}" topLeftCell="A${top}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B${top}" sqref="B${top}"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}<col min="${MEMORY_COLUMN}" max="${MEMORY_COLUMN}" width="9" hidden="1" customWidth="1"/></cols><sheetData>`,
    `<row r="1" ht="24" customHeight="1">${cell(1, 0, titleOf(ordered, words), styles.title)}${memory === '' ? '' : cell(1, MEMORY_COLUMN - 1, memory, styles.help)}</row>`,
    `<row r="2">${cell(2, 0, ordered.length === 0 ? annotated.mayGo : annotated.howTo, styles.help)}</row>`,
    `<row r="${HEADER_ROW}" ht="18" customHeight="1">${annotated.columns.map((text, at) => cell(HEADER_ROW, at, text, styles.header)).join('')}</row>`,
    ...rows,
    '</sheetData>',
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** How many problems there are of each sort. */
function titleOf(marks: readonly Mark[], { annotated, problems }: Words): string {
  if (marks.length === 0) return annotated.nothing;
  const counts = SEVERITIES.flatMap((severity) => {
    const count = marks.filter((mark) => mark.severity === severity).length;
    return count === 0 ? [] : [problems.counts[severity](count)];
  });
  return counts.join(', ');
}

function placeOf(
  { sheet, cell: address }: Mark,
  shown: ReadonlyMap<string, boolean>,
  { annotated, problems }: Words,
): { text: string; target: string | null } {
  if (sheet === '') return { text: problems.wholeWorkbook, target: null };
  const text = address === null ? sheet : `${sheet}!${address}`;
  const isShown = shown.get(sheet);
  if (!isShown) return { text: isShown === false ? annotated.hidden(text) : text, target: null };
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
