import { a1, parseA1 } from '../../grid/address.ts';
import { LIST_SHEET } from '../../grid/own-sheets.ts';
import { Allowance } from '../limits.ts';
import { findPart, type Relationship, readRelationships } from '../relationships.ts';
import { readWorkbook } from '../workbook.ts';
import { Archive } from '../zip.ts';
import { listSheet } from './list-sheet.ts';
import { type Mark, type MarkedCell, noteOf, SEVERITIES } from './mark.ts';
import { addBoxes, addNotes, emptyDrawing, emptyNotes } from './notes.ts';
import { PackageParts } from './package-parts.ts';
import {
  addNotesReference,
  deselect,
  fillCells,
  isStrict,
  notesReference,
  topLeftOf,
} from './patch-sheet.ts';
import { BARE_STYLES, StyleSheet, withAllLists } from './patch-styles.ts';
import { listFirst, sheetsOf } from './patch-workbook.ts';
import { visit } from './xml-edit.ts';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A copy of an .xlsx or .xlsm workbook in which each bad cell is filled and has a note, with a first sheet that lists
 * all problems with links to the cells. Parts that this does not concern keep their bytes: charts, pivot tables, macros
 * and all else that the workbook holds. What an earlier run added is replaced. Throws a SourceFault where the bytes are
 * no workbook that can be read.
 * @param name what people know the workbook by
 */
export function annotateWorkbook(bytes: Uint8Array, name: string, marks: readonly Mark[]): Uint8Array {
  // Says in plain words what is wrong with bytes that are no workbook.
  readWorkbook(bytes, name);
  const archive = new Archive(bytes, new Allowance(name));
  const parts = new PackageParts(archive);
  const root = readRelationships(archive, '', 'the archive');
  const path = findPart(archive, root, 'officeDocument') ?? 'xl/workbook.xml';
  const relationships = readRelationships(archive, path, 'the workbook');
  const workbook = parts.read(path);
  const strict = isStrict(workbook);
  const stylesPath = findPart(archive, relationships, 'styles');
  const { styles, target } = openStyles(parts, stylesPath);
  const context: Context = { archive, parts, styles, strict };
  const sheets = sheetsOf(workbook);
  for (const sheet of sheets) {
    const sheetPath = relationships.get(sheet.relationship)?.target;
    if (sheetPath === undefined || !parts.has(sheetPath) || sheet.name === LIST_SHEET) continue;
    annotateSheet(context, sheet.name, sheetPath, marks);
  }
  const listed = sheets.find((sheet) => sheet.name === LIST_SHEET);
  const listPath =
    relationships.get(listed?.relationship ?? '')?.target ?? parts.free('xl/worksheets/sheet', '.xml');
  parts.write(listPath, listSheet(marks, styles.listStyles(), strict));
  if (listed === undefined) {
    parts.declare({ path: listPath }, `${SPREADSHEET}.worksheet+xml`);
    parts.write(path, listFirst(workbook, parts.relate(path, listPath, 'worksheet', strict), strict));
  }
  parts.write(target, styles.text);
  if (stylesPath === null) {
    parts.declare({ path: target }, `${SPREADSHEET}.styles+xml`);
    parts.relate(path, target, 'styles', strict);
  }
  return parts.zip();
}

interface Context {
  readonly archive: Archive;
  readonly parts: PackageParts;
  readonly styles: StyleSheet;
  readonly strict: boolean;
}

function openStyles(parts: PackageParts, path: string | null): { styles: StyleSheet; target: string } {
  if (path === null) return { styles: new StyleSheet(BARE_STYLES), target: parts.free('xl/styles', '.xml') };
  return { styles: new StyleSheet(withAllLists(parts.read(path))), target: path };
}

function annotateSheet(
  { archive, parts, styles, strict }: Context,
  name: string,
  path: string,
  marks: readonly Mark[],
): void {
  const before = parts.read(path);
  const cells = markedCells(
    marks.filter((mark) => mark.sheet === name),
    topLeftOf(before),
  );
  const relationships = readRelationships(archive, path, `the sheet “${name}”`);
  let xml = deselect(fillCells(before, cells, styles));
  const ofType = (type: string): Relationship | undefined =>
    [...relationships.values()].find((each) => each.type === type && parts.has(each.target));
  const known = ofType('comments')?.target;
  if (cells.length > 0 || known !== undefined) {
    const notes = known ?? parts.free('xl/comments', '.xml');
    const threads = ofType('threadedComment')?.target;
    const patch = addNotes(
      known === undefined ? emptyNotes(strict) : parts.read(notes),
      cells,
      threads === undefined ? new Set() : threadedCells(parts.read(threads)),
    );
    parts.write(notes, patch.xml);
    if (known === undefined) {
      parts.declare({ path: notes }, `${SPREADSHEET}.comments+xml`);
      parts.relate(path, notes, 'comments', strict);
    }
    xml = drawBoxes(parts, path, xml, relationships, patch, strict);
  }
  if (xml !== before) parts.write(path, xml);
}

/** The boxes of the notes; a sheet that has no drawing for them gets one. */
function drawBoxes(
  parts: PackageParts,
  path: string,
  xml: string,
  relationships: ReadonlyMap<string, Relationship>,
  patch: ReturnType<typeof addNotes>,
  strict: boolean,
): string {
  const reference = notesReference(xml);
  const drawing = relationships.get(reference ?? '')?.target;
  if (drawing !== undefined && parts.has(drawing)) {
    parts.write(drawing, addBoxes(parts.read(drawing), patch));
    return xml;
  }
  if (patch.added.length === 0) return xml;
  const added = parts.free('xl/drawings/vmlDrawing', '.vml');
  parts.write(added, addBoxes(emptyDrawing(), patch));
  parts.declare({ extension: 'vml' }, 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  return addNotesReference(xml, parts.relate(path, added, 'vmlDrawing', strict));
}

/** One entry a cell, whatever many problems it has. */
function markedCells(marks: readonly Mark[], placeOf: ReturnType<typeof topLeftOf>): MarkedCell[] {
  const byCell = new Map<string, Mark[]>();
  for (const mark of marks) {
    const at = mark.cell === null ? null : parseA1(mark.cell);
    if (at === null) continue;
    const place = placeOf(at.row, at.column);
    const cell = a1(place.row, place.column);
    byCell.set(cell, [...(byCell.get(cell) ?? []), mark]);
  }
  return [...byCell].flatMap(([cell, own]) => {
    const place = parseA1(cell);
    const ordered = SEVERITIES.flatMap((severity) => own.filter((mark) => mark.severity === severity));
    const [worst] = ordered;
    return place === null || worst === undefined
      ? []
      : [{ ...place, severity: worst.severity, note: noteOf(ordered) }];
  });
}

function threadedCells(xml: string): Set<string> {
  const cells = new Set<string>();
  visit(xml, {
    open({ depth, name, attributes }) {
      if (depth === 1 && name === 'threadedComment' && attributes.ref) cells.add(attributes.ref);
    },
  });
  return cells;
}
