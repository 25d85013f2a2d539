import { a1, parseA1 } from '../../grid/address.ts';
import { parseRange } from '../ranges.ts';
import type { MarkedCell } from './mark.ts';
import type { StyleSheet } from './patch-styles.ts';
import { Edits, type Element, visit } from './xml-edit.ts';

/** What follows the reference to a sheet's notes, by the order of ECMA-376 part 1, 18.3.1.99 (CT_Worksheet). */
const AFTER_NOTES: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

interface OpenRow {
  readonly element: Element;
  readonly row: number;
  readonly marks: MarkedCell[];
  readonly style: number | null;
  column: number;
}

/** Where people see a cell: one that is merged with others at the top left of them. */
export function topLeftOf(xml: string): (row: number, column: number) => { row: number; column: number } {
  const merges = mergesOf(xml);
  return (row, column) => {
    const merge = merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
  };
}

function mergesOf(xml: string) {
  const at = xml.search(/<(?:\w+:)?mergeCells\b/);
  if (at < 0) return [];
  return [...xml.slice(at).matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([^"']+)["']/g)].flatMap(
    ([, ref = '']) => parseRange(ref) ?? [],
  );
}

/**
 * Fills cells of a sheet, and leaves all else as it is. A cell that is not there is made, in its place and with the
 * style that its row or its column has.
 */
export function fillCells(xml: string, marks: readonly MarkedCell[], styles: StyleSheet): string {
  const edits = new Edits(xml);
  const waiting = [...marks].sort((one, other) => one.row - other.row || one.column - other.column);
  const columnStyles: { from: number; to: number; style: number }[] = [];
  let section = '';
  let rowNumber = 0;
  let open: OpenRow | null = null;
  let prefix = '';
  const styleOfColumn = (column: number): number =>
    columnStyles.find(({ from, to }) => from <= column && column <= to)?.style ?? 0;
  const newCell = (mark: MarkedCell, rowStyle: number | null): string => {
    const style = styles.filled(rowStyle ?? styleOfColumn(mark.column), mark.severity);
    return `<${prefix}c r="${a1(mark.row, mark.column)}" s="${style}"/>`;
  };
  const newRows = (before: number): string => {
    let text = '';
    for (let first = waiting[0]; first !== undefined && first.row < before; first = waiting[0]) {
      const { row } = first;
      const cells = waiting.splice(
        0,
        countWhile(waiting, (mark) => mark.row === row),
      );
      text += `<${prefix}row r="${row}">${cells.map((mark) => newCell(mark, null)).join('')}</${prefix}row>`;
    }
    return text;
  };
  visit(xml, {
    open(element) {
      const { name, depth, attributes } = element;
      if (depth === 0) prefix = element.prefix;
      if (depth === 1) section = name;
      if (depth === 2 && section === 'cols' && name === 'col' && attributes.style !== undefined) {
        const [from, to] = [Number(attributes.min), Number(attributes.max)];
        columnStyles.push({ from, to, style: Number(attributes.style) });
      }
      if (section !== 'sheetData') return;
      if (depth === 2 && name === 'row') {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
        const text = newRows(rowNumber);
        if (text !== '') edits.insert(element.start, text);
        const own = waiting.splice(
          0,
          countWhile(waiting, ({ row }) => row === rowNumber),
        );
        const hasStyle = attributes.customFormat === '1' || attributes.customFormat === 'true';
        const style = hasStyle && attributes.s !== undefined ? Number(attributes.s) : null;
        open = { element, row: rowNumber, marks: own, style, column: 0 };
      } else if (depth === 3 && name === 'c' && open !== null && open.marks.length > 0) {
        const { r } = attributes;
        open.column = r === undefined ? open.column + 1 : (parseA1(r)?.column ?? open.column + 1);
        const { column, style } = open;
        const missing = open.marks.splice(
          0,
          countWhile(open.marks, (mark) => mark.column < column),
        );
        if (missing.length > 0)
          edits.insert(element.start, missing.map((mark) => newCell(mark, style)).join(''));
        const mark = open.marks[0]?.column === column ? open.marks.shift() : undefined;
        if (mark)
          edits.setAttribute(element, 's', `${styles.filled(Number(attributes.s ?? 0), mark.severity)}`);
      } else if (depth === 3 && name === 'c' && open !== null) open.column++;
    },
    close(element, ending) {
      if (element.depth === 2 && open?.element === element) {
        const { marks: left, style } = open;
        if (left.length > 0) edits.append(element, ending, left.map((mark) => newCell(mark, style)).join(''));
        open = null;
      } else if (element.depth === 1 && element.name === 'sheetData') {
        const text = newRows(Number.POSITIVE_INFINITY);
        if (text !== '') edits.append(element, ending, text);
      }
    },
  });
  return edits.text;
}

function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const end = items.findIndex((item) => !holds(item));
  return end < 0 ? items.length : end;
}

/** The ID by which a sheet refers to the drawing of its notes; null where it has none. */
export function notesReference(xml: string): string | null {
  let id: string | null = null;
  visit(xml, {
    open({ depth, name, attributes }) {
      if (depth !== 1 || name !== 'legacyDrawing') return;
      const key = Object.keys(attributes).find((each) => each.endsWith(':id')) ?? 'id';
      id = attributes[key] ?? null;
    },
  });
  return id;
}

/** True for the strict form of the file format, whose namespaces differ. */
export function isStrict(xml: string): boolean {
  return xml.slice(0, 4_000).includes('http://purl.oclc.org/ooxml/');
}

export function addNotesReference(xml: string, id: string): string {
  const edits = new Edits(xml);
  const space = isStrict(xml)
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  let place: number | null = null;
  visit(xml, {
    open({ depth, name, start }) {
      if (depth === 1 && place === null && AFTER_NOTES.has(name)) place = start;
    },
    close(element, ending) {
      if (element.depth !== 0) return;
      const text = `<${element.prefix}legacyDrawing xmlns:r="${space}" r:id="${id}"/>`;
      if (place === null) edits.append(element, ending, text);
      else edits.insert(place, text);
    },
  });
  return edits.text;
}

/** Of two sheets that are selected, a spreadsheet program would change both at once. */
export function deselect(xml: string): string {
  const edits = new Edits(xml);
  visit(xml, {
    open(element) {
      if (
        element.depth === 2 &&
        element.name === 'sheetView' &&
        element.attributes.tabSelected !== undefined
      ) {
        edits.setAttribute(element, 'tabSelected', null);
      }
    },
  });
  return edits.text;
}
