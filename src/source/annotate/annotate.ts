import { en, type Words } from '../../words/en.ts';
import { Allowance } from '../limits.ts';
import { findPart, type Relationship, readRelationships } from '../relationships.ts';
import { readWorkbook } from '../workbook.ts';
import { Archive } from '../zip.ts';
import { FormerFills } from './fills.ts';
import { freeListName, isListSheet, listSheet, memoryOf } from './list-sheet.ts';
import { type Mark, markedCells } from './mark.ts';
import { blocksOf, emptyDrawing, patchBoxes } from './note-boxes.ts';
import { addNotes, emptyNotes, type NotesPatch } from './notes.ts';
import { PackageParts } from './package-parts.ts';
import { decodePart } from './part-text.ts';
import { deselect, fillCells, referToNotes } from './patch-sheet.ts';
import { bareStyles, StyleSheet, withAllLists } from './patch-styles.ts';
import { isShown, listFirst, openOnSheet, type SheetEntry, sheetsOf, tieSheets } from './patch-workbook.ts';
import { type SheetSurvey, surveySheet } from './survey-sheet.ts';
import { Edits, type Element, isStrict, visit } from './xml-edit.ts';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const USUAL_PLACE = 'xl/workbook.xml';

/**
 * A copy of an .xlsx or .xlsm workbook in which each bad cell is filled and has a note, with a first sheet that lists
 * all problems with links to the cells. Parts that this does not concern keep their bytes: charts, pivot tables, macros
 * and all else that the workbook holds. What an earlier run added is replaced. Throws a SourceFault where the bytes are
 * no workbook that can be read.
 * @param name what people know the workbook by
 * @param words those of the plan's language
 */
export function annotateWorkbook(
  bytes: Uint8Array,
  name: string,
  marks: readonly Mark[],
  words: Words = en,
): Uint8Array {
  // Says in plain words what is wrong with bytes that are no workbook.
  const earlier = readWorkbook(bytes, name).grids.find(isListSheet);
  const book = openBook(bytes, name);
  const { parts, path, strict } = book;
  const former = new FormerFills(earlier === undefined ? '' : memoryOf(earlier));
  const stylesPath = findPart(book.archive, book.relationships, 'styles');
  const styles = new StyleSheet(
    stylesPath === null ? bareStyles(strict) : withAllLists(parts.read(stylesPath)),
    former,
    earlier !== undefined,
  );
  const sheets = locateSheets(book);
  for (const [sheet, sheetPath] of sheets) {
    if (sheet.name === earlier?.sheet) continue;
    const own = marks.filter((mark) => mark.sheet === sheet.name);
    annotateSheet({ ...book, styles, words }, sheet.name, sheetPath, own);
  }
  const list = listSheet(marks, {
    styles: styles.listStyles(),
    memory: former.text,
    shown: new Map([...sheets.keys()].map((sheet) => [sheet.name, isShown(sheet)])),
    strict,
    words,
  });
  const listed = [...sheets].find(([sheet]) => sheet.name === earlier?.sheet);
  if (listed === undefined) {
    const added = parts.free('xl/worksheets/sheet', '.xml');
    parts.write(added, list);
    parts.declare({ path: added }, `${SPREADSHEET}.worksheet+xml`);
    const id = parts.relate(path, added, 'worksheet');
    const xml = parts.read(path);
    parts.write(path, listFirst(xml, freeListName(sheetsOf(xml).map((each) => each.name)), id, strict));
  } else {
    parts.write(listed[1], list);
    const entries = sheetsOf(parts.read(path));
    const shown = entries.find((each) => each.name === earlier?.sheet);
    if (shown !== undefined) parts.write(path, openOnSheet(parts.read(path), entries, shown));
  }
  if (stylesPath !== null) parts.write(stylesPath, styles.text);
  else {
    const added = parts.has('xl/styles.xml') ? parts.free('xl/styles', '.xml') : 'xl/styles.xml';
    parts.write(added, styles.text);
    parts.declare({ path: added }, `${SPREADSHEET}.styles+xml`);
    parts.relate(path, added, 'styles');
  }
  return parts.zip();
}

interface Book {
  readonly archive: Archive;
  readonly parts: PackageParts;
  /** The part that lists the sheets, and what it refers to. */
  readonly path: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly strict: boolean;
}

function openBook(bytes: Uint8Array, name: string): Book {
  const archive = new Archive(bytes, new Allowance(name));
  const roots = readRelationships(archive, '', 'the archive');
  const path = findPart(archive, roots, 'officeDocument') ?? USUAL_PLACE;
  const pieces: Uint8Array[] = [];
  archive.read(path, 'the list of its sheets', (piece) => pieces.push(piece.slice()));
  const strict = isStrict(decodePart(Buffer.concat(pieces)));
  return {
    archive,
    parts: new PackageParts(archive, strict),
    path,
    relationships: readRelationships(archive, path, 'the workbook'),
    strict,
  };
}

/** The part of each sheet, found as our reader finds it. Sheets that are known by their place alone are tied to theirs. */
function locateSheets({ parts, path, relationships, strict }: Book): Map<SheetEntry, string> {
  const located = new Map<SheetEntry, string>();
  const untied = new Map<Element, string>();
  const xml = parts.read(path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const [index, sheet] of sheetsOf(xml).entries()) {
    const known = relationships.get(sheet.relationship ?? '');
    const usual = `${folder}worksheets/sheet${index + 1}.xml`;
    const target = known?.target ?? usual;
    if (!parts.has(target)) continue;
    located.set(sheet, target);
    if (known === undefined) untied.set(sheet.element, parts.relate(path, usual, 'worksheet'));
  }
  parts.write(path, tieSheets(xml, untied, strict));
  return located;
}

interface Context extends Book {
  readonly styles: StyleSheet;
  readonly words: Words;
}

function annotateSheet(context: Context, name: string, path: string, marks: readonly Mark[]): void {
  const { archive, parts, styles, strict, words } = context;
  const xml = parts.read(path);
  const survey = surveySheet(xml);
  const cells = markedCells(marks, survey.merges, words);
  const edits = new Edits(xml);
  fillCells(xml, survey, cells, styles, edits);
  deselect(survey, edits);
  const part = `the sheet “${name}”`;
  const relationships = readRelationships(archive, path, part);
  const partOf = (type: string): string | undefined =>
    [...relationships.values()].find((each) => each.type === type && parts.has(each.target))?.target;
  const known = partOf('comments');
  const threads = partOf('threadedComment');
  if (cells.length > 0 || known !== undefined) {
    const notes = known ?? parts.free('xl/comments', '.xml');
    const patch = addNotes(
      known === undefined ? emptyNotes(strict) : parts.readWhole(notes, `${part} (its notes)`),
      cells,
      threads === undefined ? new Set() : threadedCells(parts.readWhole(threads, `${part} (its comments)`)),
    );
    if (known !== undefined || patch.added.length > 0) parts.write(notes, patch.xml);
    if (known === undefined && patch.added.length > 0) {
      parts.declare({ path: notes }, `${SPREADSHEET}.comments+xml`);
      parts.relate(path, notes, 'comments');
    }
    const drawing = relationships.get(survey.notes?.id ?? '')?.target;
    drawBoxes(context, path, drawing, survey, patch, edits);
  }
  parts.write(path, edits.text);
}

/** The boxes of the notes; a sheet that has no drawing for them gets one. */
function drawBoxes(
  { parts, strict }: Context,
  path: string,
  drawing: string | undefined,
  survey: SheetSurvey,
  patch: NotesPatch,
  edits: Edits,
): void {
  if (drawing !== undefined && parts.has(drawing)) {
    parts.write(drawing, patchBoxes(parts.read(drawing), patch, survey));
    return;
  }
  if (patch.added.length === 0) return;
  const others = parts.paths.filter((each) => /\.vml$/i.test(each));
  const block = Math.max(0, ...others.flatMap((each) => blocksOf(parts.read(each)))) + 1;
  const added = parts.free('xl/drawings/vmlDrawing', '.vml');
  parts.write(added, patchBoxes(emptyDrawing(block), patch, survey));
  parts.declare({ extension: 'vml' }, 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  referToNotes(survey, parts.relate(path, added, 'vmlDrawing'), strict, edits);
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
