import { a1, parseA1 } from '../../grid/address.ts';
import { isTrue } from '../xml.ts';
import type { MarkedCell } from './mark.ts';
import type { StyleSheet } from './patch-styles.ts';
import type { SheetSurvey } from './survey-sheet.ts';
import { type Edits, type Element, namespaces, type Placed, visit } from './xml-edit.ts';

/** Rows may say which of their columns have cells. */
const SPANS = /^(\d+):(\d+)$/;

interface OpenRow {
  readonly element: Element;
  /** The cells of it that are still to be found or made. */
  readonly marks: Map<number, MarkedCell>;
  /** Whether what is not found is made here: of a row that stands in pieces, in the last one. */
  readonly isLast: boolean;
  readonly style: number | null;
  column: number;
}

/**
 * Fills cells of a sheet, and leaves all else as it is. A cell that is not there is made, in its place and with the
 * style that its row or its column has. Cells with a fill of an earlier run that are not marked get back what they had.
 */
export function fillCells(
  xml: string,
  { rowNumbers, columns }: SheetSurvey,
  marks: readonly MarkedCell[],
  styles: StyleSheet,
  edits: Edits,
): void {
  const filled = marks.filter(({ severity }) => severity !== 'note');
  if (filled.length === 0 && !styles.hasOldFills) return;
  const marksOfRow = new Map<number, Map<number, MarkedCell>>();
  for (const mark of filled) {
    const ofRow = marksOfRow.get(mark.row) ?? new Map<number, MarkedCell>();
    marksOfRow.set(mark.row, ofRow.set(mark.column, mark));
  }
  const lastPiece = new Map(rowNumbers.map((row, index) => [row, index]));
  const newRowNumbers = [...marksOfRow.keys()]
    .filter((row) => !lastPiece.has(row))
    .sort((one, other) => one - other);
  let section = '';
  let index = -1;
  let row: OpenRow | null = null;

  const newCells = (p: string, cells: readonly MarkedCell[], rowStyle: number | null): string =>
    cells
      .map((mark) => {
        const ofColumn = columns.find(({ from, to }) => from <= mark.column && mark.column <= to);
        const style = styles.filled(rowStyle ?? ofColumn?.style ?? 0, mark.severity);
        return `<${p}c r="${a1(mark.row, mark.column)}" s="${style}"/>`;
      })
      .join('');
  const newRows = (p: string, before: number): string => {
    let text = '';
    for (let [next] = newRowNumbers; next !== undefined && next < before; [next] = newRowNumbers) {
      newRowNumbers.shift();
      const cells = inOrder(marksOfRow.get(next) ?? new Map());
      text += `<${p}row r="${next}">${newCells(p, cells, null)}</${p}row>`;
    }
    return text;
  };
  const openRow = (element: Element): OpenRow => {
    index++;
    const number = rowNumbers[index] ?? 0;
    const rows = newRows(element.prefix, number);
    if (rows !== '') edits.insert(element.start, rows);
    const { s, customFormat } = element.attributes;
    return {
      element,
      marks: marksOfRow.get(number) ?? new Map(),
      isLast: lastPiece.get(number) === index,
      style: isTrue(customFormat) && s !== undefined ? Number(s) : null,
      column: 0,
    };
  };
  /** What is made here no longer waits; null stands for the row's end. */
  const make = (open: OpenRow, before: number | null): string => {
    if (!open.isLast || open.marks.size === 0) return '';
    const cells = inOrder(open.marks).filter(({ column }) => before === null || column < before);
    for (const { column } of cells) open.marks.delete(column);
    if (cells.length > 0) widenSpans(open.element, cells, edits);
    return newCells(open.element.prefix, cells, open.style);
  };
  const onCell = (open: OpenRow, element: Element): void => {
    const { r, s } = element.attributes;
    open.column = (r === undefined ? undefined : parseA1(r)?.column) ?? open.column + 1;
    const cells = make(open, open.column);
    if (cells !== '') edits.insert(element.start, cells);
    const style = s === undefined ? 0 : Number(s);
    const mark = open.marks.get(open.column);
    if (mark !== undefined) open.marks.delete(open.column);
    const now = mark === undefined ? styles.unfilled(style) : styles.filled(style, mark.severity);
    if (now !== style) edits.setAttribute(element, 's', `${now}`);
  };

  visit(xml, {
    open(element) {
      const { name, depth } = element;
      if (depth === 1) section = name;
      else if (section !== 'sheetData') return;
      else if (depth === 2 && name === 'row') row = openRow(element);
      else if (depth === 3 && name === 'c' && row !== null) onCell(row, element);
    },
    close(element, ending) {
      const placed: Placed = [element, ending];
      if (element.depth === 2 && row?.element === element) {
        const cells = make(row, null);
        if (cells !== '') edits.append(placed, cells);
        row = null;
      } else if (element.depth === 1 && element.name === 'sheetData') {
        const rows = newRows(element.prefix, Number.POSITIVE_INFINITY);
        if (rows !== '') edits.append(placed, rows);
      }
    },
  });
}

function inOrder(marks: ReadonlyMap<number, MarkedCell>): MarkedCell[] {
  return [...marks.values()].sort((one, other) => one.column - other.column);
}

/** A row that says which columns have cells is not to be found lying. */
function widenSpans(row: Element, cells: readonly MarkedCell[], edits: Edits): void {
  const [, from, to] = SPANS.exec(row.attributes.spans ?? '') ?? [];
  const isWithin = cells.every(({ column }) => Number(from) <= column && column <= Number(to));
  if (row.attributes.spans !== undefined && !isWithin) edits.setAttribute(row, 'spans', null);
}

/** Of two sheets that are selected, a spreadsheet program would change both at once. */
export function deselect({ selected }: SheetSurvey, edits: Edits): void {
  for (const view of selected) edits.setAttribute(view, 'tabSelected', null);
}

/** Refers to the drawing of a sheet's notes, in place of a reference that leads nowhere. */
export function referToNotes(
  { root, notes, notesPlace }: SheetSurvey,
  id: string,
  strict: boolean,
  edits: Edits,
): void {
  if (root === null) return;
  const [{ prefix }] = root;
  const text = `<${prefix}legacyDrawing xmlns:r="${namespaces(strict).office}" r:id="${id}"/>`;
  if (notes !== null) edits.replace(notes.placed[0].start, notes.placed[1].end, text);
  else if (notesPlace === null) edits.append(root, text);
  else edits.insert(notesPlace, text);
}
