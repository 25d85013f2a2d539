import { MAX_COLUMN, MAX_ROW } from '../limits.ts';
import type { NoteBox, NotesPatch } from './notes.ts';
import type { SheetSurvey } from './survey-sheet.ts';

/** IDs of shapes come in blocks of 1,024, of which a drawing says which are its own. */
const BLOCK = 1024;
/** A box never spans more rows than this. */
const MAX_STEPS = 1_000;
const IDMAP = /(<o:idmap\b[^>]*\bdata=")([\d,\s]*)(")/;

/**
 * A drawing with no boxes in it: of Microsoft's VML, the only form of them that spreadsheet programs know.
 * @param block the number of a block of IDs that no other drawing uses
 */
export function emptyDrawing(block: number): string {
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout></xml>`;
}

/** What boxes of notes have in common; a drawing of buttons or pictures alone does not have it. */
const BOX_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** The blocks of IDs that a drawing uses. */
export function blocksOf(drawing: string): number[] {
  const listed = (IDMAP.exec(drawing)?.[2] ?? '').split(',').map(Number);
  return [...listed, ...shapeNumbers(drawing).map((number) => Math.floor(number / BLOCK))];
}

/**
 * Adds a box for each new note, hidden until its cell is pointed at, takes out those of notes that are gone, and makes
 * room in those whose note is longer now.
 */
export function patchBoxes(
  drawing: string,
  { added, grown, removed }: NotesPatch,
  survey: SheetSurvey,
): string {
  const size = new Map(grown.map((box) => [`${box.row}/${box.column}`, anchorOf(box, survey)]));
  const kept = mapShapes(drawing, (shape) => {
    const place = placeOfNote(shape);
    if (place === null) return shape;
    if (removed.has(place)) return '';
    const anchor = size.get(place);
    return anchor === undefined ? shape : shape.replace(/(<x:Anchor>)[^<]*/, `$1${anchor}`);
  });
  const end = kept.lastIndexOf('</xml>');
  if (end < 0 || added.length === 0) return kept;
  const first = Math.max(Math.max(0, ...blocksOf(kept)) * BLOCK, ...shapeNumbers(kept)) + 1;
  const boxes = added.map((note, index) => boxOf(note, first + index, survey));
  const type = /\bid\s*=\s*["']_x0000_t202["']/.test(kept) ? '' : BOX_TYPE;
  const whole = kept.slice(0, end) + type + boxes.join('') + kept.slice(end);
  const blocks = [...new Set(blocksOf(whole))].filter((block) => block > 0).sort((one, other) => one - other);
  return whole.replace(IDMAP, `$1${blocks.join(',')}$3`);
}

function shapeNumbers(drawing: string): number[] {
  return [...drawing.matchAll(/_x0000_s(\d{1,9})\b/g)].map(([, digits]) => Number(digits));
}

/** Goes through the shapes one by one: they may hold markup that is no XML, so that they are not read as such. */
function mapShapes(drawing: string, change: (shape: string) => string): string {
  const [open, close] = ['<v:shape ', '</v:shape>'];
  const pieces: string[] = [];
  let at = 0;
  for (let start = drawing.indexOf(open); start >= 0; start = drawing.indexOf(open, at)) {
    const end = drawing.indexOf(close, start);
    if (end < 0) break;
    // A shape that closes itself holds no note.
    const own = drawing.lastIndexOf(open, end);
    pieces.push(drawing.slice(at, own), change(drawing.slice(own, end + close.length)));
    at = end + close.length;
  }
  return pieces.join('') + drawing.slice(at);
}

/** The cell whose note a shape shows, as `row/column`; null for any other shape. */
function placeOfNote(shape: string): string | null {
  if (!/ObjectType\s*=\s*["']Note["']/.test(shape)) return null;
  const row = /<x:Row>\s*(\d+)\s*</.exec(shape)?.[1];
  const column = /<x:Column>\s*(\d+)\s*</.exec(shape)?.[1];
  return row === undefined || column === undefined ? null : `${Number(row) + 1}/${Number(column) + 1}`;
}

function boxOf(note: NoteBox, number: number, survey: SheetSurvey): string {
  const { width, height } = sizeOf(note.text);
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;width:${width * 0.75}pt;height:${height * 0.75}pt;z-index:1;visibility:hidden" fillcolor="#fff6dc" o:insetmode="auto"><v:fill color2="#fff6dc"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchorOf(note, survey)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${note.row - 1}</x:Row><x:Column>${note.column - 1}</x:Column></x:ClientData></v:shape>`;
}

/** Pixels, at most about 6.5 a character and 15 a line in the letters of notes; a very long text gets a wider box. */
function sizeOf(text: string): { width: number; height: number } {
  const width = text.length > 900 ? 520 : 320;
  const perLine = Math.floor((width - 16) / 6.5);
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return { width, height: Math.min(45, lines + 1) * 15 + 8 };
}

/** Where a box stands: cell and pixels in it, of its left, top, right and bottom edge. Beside its cell, a little up. */
function anchorOf({ row, column, text }: NoteBox, survey: SheetSurvey): string {
  const { width, height } = sizeOf(text);
  const widthOf = (index: number): number => columnPixels(index + 1, survey);
  const heightOf = (index: number): number => rowPixels(index + 1, survey);
  // Beside the last columns there is no room on the right.
  const left = column < MAX_COLUMN - 10 ? column : column - 11;
  const top = row < MAX_ROW - 60 ? Math.max(0, row - 2) : row - 61;
  const right = step(left, 15 + width, widthOf, MAX_COLUMN - 1);
  const bottom = step(top, 4 + height, heightOf, MAX_ROW - 1);
  return [left, 15, top, 4, ...right, ...bottom].join(', ');
}

/** The cell that is so many pixels from the start of another, and the pixels in it. */
function step(
  from: number,
  pixels: number,
  sizeAt: (index: number) => number,
  last: number,
): [number, number] {
  let index = from;
  let rest = pixels;
  // Hidden rows and columns take no room, however many there are.
  const furthest = Math.min(last, from + MAX_STEPS);
  for (let size = sizeAt(index); rest > size && index < furthest; size = sizeAt(index)) {
    rest -= size;
    index++;
  }
  return [index, Math.round(rest)];
}

/** Of widths in characters, with 5 pixels around them and 7 for a digit of Excel's usual letters. */
function columnPixels(column: number, { columns, usualWidth }: SheetSurvey): number {
  const own = columns.find(({ from, to }) => from <= column && column <= to)?.width;
  const width = own ?? usualWidth;
  return width === 0 ? 0 : Math.floor(width * 7 + 5);
}

function rowPixels(row: number, { heights, usualHeight }: SheetSurvey): number {
  return Math.round((heights.get(row) ?? usualHeight) / 0.75);
}
