import { a1, parseA1 } from '../../grid/address.ts';
import { AUTHOR, type MarkedCell, NOTE_HEAD, OUR_NOTE } from './mark.ts';
import { Edits, escapeText, escapeXml, namespaces, type Placed, visit } from './xml-edit.ts';

/** The part of a sheet's notes, with nothing in it. */
export function emptyNotes(strict: boolean): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespaces(strict).main}"><authors/><commentList/></comments>`;
}

/** A note with the whole of its text. */
export interface NoteBox {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface NotesPatch {
  readonly xml: string;
  /** Notes that are new. */
  readonly added: readonly NoteBox[];
  /** Notes of others that are longer now. */
  readonly grown: readonly NoteBox[];
  /** Cells whose note of an earlier run is gone, as `row/column`. */
  readonly removed: ReadonlySet<string>;
}

/**
 * Adds notes to cells. One that has a note keeps it, with ours below its own; those of an earlier run are replaced.
 * Cells with a conversation (threaded comments) are passed over: their note only repeats it.
 */
export function addNotes(
  xml: string,
  marks: readonly MarkedCell[],
  threaded: ReadonlySet<string>,
): NotesPatch {
  const edits = new Edits(xml);
  const { notes, authors, authorsAt, listAt, prefix: p } = readNotes(xml);
  const removed = new Set<string>();
  const others = new Map<string, { note: Note; own: string }>();
  for (const note of notes) {
    const own = withoutOurs(note, edits);
    if (own !== null) others.set(note.ref, { note, own });
    else {
      const place = parseA1(note.ref);
      if (place !== null) removed.add(`${place.row}/${place.column}`);
    }
  }
  const known = authors.indexOf(AUTHOR);
  const authorId = known < 0 ? authors.length : known;
  const added: NoteBox[] = [];
  const grown: NoteBox[] = [];
  let text = '';
  for (const { row, column, note } of marks) {
    const ref = a1(row, column);
    if (threaded.has(ref)) continue;
    const other = others.get(ref);
    if (other !== undefined) {
      append(edits, other.note, p, runs(p, `\n\n${NOTE_HEAD}`, note));
      grown.push({ row, column, text: `${other.own}\n\n${NOTE_HEAD}\n${note}` });
    } else {
      added.push({ row, column, text: `${NOTE_HEAD}\n${note}` });
      text += `<${p}comment ref="${ref}" authorId="${authorId}"><${p}text>${runs(p, NOTE_HEAD, note)}</${p}text></${p}comment>`;
    }
  }
  if (text !== '' && listAt !== null) edits.append(listAt, text);
  if (text !== '' && known < 0 && authorsAt !== null) {
    edits.append(authorsAt, `<${p}author>${AUTHOR}</${p}author>`);
  }
  return { xml: edits.text, added, grown, removed };
}

/** The head in bold and the text below it, in the letters that notes have in Excel. */
function runs(p: string, head: string, text: string): string {
  const run = (bold: boolean, content: string): string =>
    `<${p}r><${p}rPr>${bold ? `<${p}b/>` : ''}<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/><${p}family val="2"/></${p}rPr><${p}t xml:space="preserve">${escapeText(content)}</${p}t></${p}r>`;
  return run(true, head) + run(false, `\n${text}`);
}

/** A piece of a note's text, alone or in a run. */
interface Piece {
  /** What goes when the piece goes: the run, else the text itself. */
  whole: Placed;
  readonly content: Placed;
  text: string;
}

interface Note {
  readonly ref: string;
  placed: Placed | null;
  text: Placed | null;
  readonly pieces: Piece[];
}

/** Takes our text out of a note, and the note where it is all ours; returns what is left, null for nothing. */
function withoutOurs({ placed, pieces }: Note, edits: Edits): string | null {
  const whole = pieces.map(({ text }) => text).join('');
  const at = OUR_NOTE.exec(whole)?.index;
  if (at === undefined) return whole;
  if (at === 0) {
    if (placed !== null) edits.replace(placed[0].start, placed[1].end, '');
    return null;
  }
  let start = 0;
  for (const { whole: run, content, text } of pieces) {
    const kept = text.slice(0, Math.max(0, at - start));
    if (kept === '' && text !== '') edits.replace(run[0].start, run[1].end, '');
    else if (kept !== text) edits.replace(content[0].openEnd, content[1].closeStart, escapeXml(kept));
    start += text.length;
  }
  return whole.slice(0, at);
}

/** Puts runs behind those that are there; a text without runs becomes one. */
function append(edits: Edits, { text, pieces }: Note, p: string, added: string): void {
  const last = pieces.at(-1)?.whole;
  if (last === undefined) {
    if (text !== null) edits.append(text, added);
    return;
  }
  const isBare = last[0].name === 't';
  if (isBare) edits.insert(last[0].start, `<${p}r>`);
  edits.insert(last[1].end, isBare ? `</${p}r>${added}` : added);
}

function readNotes(xml: string): {
  readonly notes: readonly Note[];
  readonly authors: readonly string[];
  readonly prefix: string;
  readonly authorsAt: Placed | null;
  readonly listAt: Placed | null;
} {
  const notes: Note[] = [];
  const authors: string[] = [];
  let prefix = '';
  let authorsAt: Placed | null = null;
  let listAt: Placed | null = null;
  let text: string | null = null;
  visit(xml, {
    open({ depth, name, prefix: own, attributes }) {
      if (depth === 0) prefix = own;
      if (depth === 2 && name === 'comment') {
        notes.push({ ref: attributes.ref ?? '', placed: null, text: null, pieces: [] });
      }
      if (name === 't' || name === 'author') text = '';
    },
    text(piece) {
      if (text !== null) text += piece;
    },
    close(element, ending) {
      const { depth, name } = element;
      const placed: Placed = [element, ending];
      if (depth === 1 && name === 'authors') authorsAt = placed;
      if (depth === 1 && name === 'commentList') listAt = placed;
      if (depth === 2 && name === 'author') authors.push(text ?? '');
      const note = notes.at(-1);
      if (note === undefined) return;
      if (depth === 2 && name === 'comment') note.placed = placed;
      if (depth === 3 && name === 'text') note.text = placed;
      if (depth >= 4 && name === 't') {
        note.pieces.push({ whole: placed, content: placed, text: text ?? '' });
      }
      const last = note.pieces.at(-1);
      if (depth === 4 && last !== undefined && last.content[0].start > element.start) {
        // Readings of a text (`rPh`) have texts of their own, which are not part of it.
        if (name === 'r') last.whole = placed;
        else note.pieces.pop();
      }
      if (name === 't' || name === 'author') text = null;
    },
  });
  return { notes, authors, prefix, authorsAt, listAt };
}
