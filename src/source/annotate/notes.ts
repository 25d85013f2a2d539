import { a1, parseA1 } from '../../grid/address.ts';
import { AUTHOR, type MarkedCell } from './mark.ts';
import { Edits, type Element, type Ending, escapeText, visit } from './xml-edit.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MAIN_STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
/** Stands before what is added to another's note. */
const ADDED = `\n\n${AUTHOR}: `;

/** The part of a sheet's notes, with nothing in it. */
export function emptyNotes(strict: boolean): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${strict ? MAIN_STRICT : MAIN}"><authors/><commentList/></comments>`;
}

export interface NotesPatch {
  readonly xml: string;
  /** Cells that have a note now and had none. */
  readonly added: readonly MarkedCell[];
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
  const found = readNotes(xml);
  const own = found.authors.indexOf(AUTHOR);
  const authorId = own < 0 ? found.authors.length : own;
  if (own < 0 && found.authorsAt) {
    const [element, ending] = found.authorsAt;
    edits.append(element, ending, `<${element.prefix}author>${AUTHOR}</${element.prefix}author>`);
  }
  const removed = new Set<string>();
  const others = new Map<string, NoteAt>();
  for (const note of found.notes) {
    if (note.author === own) {
      edits.remove(note.start, note.end);
      const place = parseA1(note.ref);
      if (place) removed.add(`${place.row}/${place.column}`);
    } else {
      for (const [start, end] of note.runsOfOurs) edits.remove(start, end);
      others.set(note.ref, note);
    }
  }
  const added: MarkedCell[] = [];
  let text = '';
  const p = found.prefix;
  for (const mark of marks) {
    const ref = a1(mark.row, mark.column);
    if (threaded.has(ref)) continue;
    const other = others.get(ref);
    if (other !== undefined) appendTo(edits, other, p, mark.note);
    else {
      added.push(mark);
      text += `<${p}comment ref="${ref}" authorId="${authorId}"><${p}text>${run(p, mark.note)}</${p}text></${p}comment>`;
    }
  }
  if (found.listAt && text !== '') edits.append(...found.listAt, text);
  return { xml: edits.text, added, removed };
}

function run(p: string, text: string): string {
  return `<${p}r><${p}t xml:space="preserve">${escapeText(text)}</${p}t></${p}r>`;
}

interface NoteAt {
  readonly ref: string;
  readonly author: number;
  readonly start: number;
  end: number;
  text: [Element, Ending] | null;
  /** A text without runs, which must become one before another is added. */
  bare: [number, number] | null;
  readonly runsOfOurs: [number, number][];
}

function appendTo(edits: Edits, note: NoteAt, p: string, text: string): void {
  if (note.text === null) return;
  if (note.bare) {
    edits.insert(note.bare[0], `<${p}r>`);
    edits.insert(note.bare[1], `</${p}r>`);
  }
  edits.append(...note.text, run(p, ADDED + text));
}

function readNotes(xml: string) {
  const notes: NoteAt[] = [];
  const authors: string[] = [];
  let prefix = '';
  let authorsAt: [Element, Ending] | null = null;
  let listAt: [Element, Ending] | null = null;
  let note: NoteAt | null = null;
  visit(xml, {
    open(element) {
      const { depth, name, attributes, start } = element;
      if (depth === 0) prefix = element.prefix;
      if (depth === 2 && name === 'comment') {
        note = {
          ref: attributes.ref ?? '',
          author: Number(attributes.authorId ?? 0),
          start,
          end: start,
          text: null,
          bare: null,
          runsOfOurs: [],
        };
        notes.push(note);
      }
    },
    close(element, ending) {
      const { depth, name, openEnd, start } = element;
      if (depth === 1 && name === 'authors') authorsAt = [element, ending];
      if (depth === 1 && name === 'commentList') listAt = [element, ending];
      if (depth === 2 && name === 'author') authors.push(xml.slice(openEnd, ending.closeStart));
      if (note === null) return;
      if (depth === 2) note.end = ending.end;
      if (depth === 3 && name === 'text') note.text = [element, ending];
      if (depth === 4 && name === 't') note.bare = [start, ending.end];
      const isOurs = xml.slice(openEnd, ending.closeStart).includes(`>${ADDED}`);
      if (depth === 4 && name === 'r' && isOurs) note.runsOfOurs.push([start, ending.end]);
    },
  });
  return { notes, authors, prefix, authorsAt: pair(authorsAt), listAt: pair(listAt) };
}

/** What a closure has set, which the compiler cannot see. */
function pair(value: [Element, Ending] | null): [Element, Ending] | null {
  return value;
}

const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;

/** The drawing of a sheet's notes, with nothing in it: boxes in VML, the only form that spreadsheet programs know. */
export function emptyDrawing(): string {
  return VML;
}

/** Adds a box for each new note, hidden until its cell is pointed at, and takes out those of notes that are gone. */
export function addBoxes(xml: string, { added, removed }: NotesPatch): string {
  const kept = xml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = Number(/<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1] ?? -1) + 1;
    const column = Number(/<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1] ?? -1) + 1;
    return removed.has(`${row}/${column}`) ? '' : shape;
  });
  const numbers = [...kept.matchAll(/_x0000_s(\d+)/g)].map(([, digits]) => Number(digits));
  let number = Math.max(1024, ...numbers);
  const boxes = added.map((mark) => box(mark, ++number)).join('');
  const end = kept.lastIndexOf('</xml>');
  return end < 0 ? kept : kept.slice(0, end) + boxes + kept.slice(end);
}

/** As wide as five columns and as high as its text needs, at about 42 characters and 15 points a line. */
function box({ row, column, note }: MarkedCell, number: number): string {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 42)), 0);
  const rows = Math.min(30, lines + 1);
  const top = Math.max(0, row - 2);
  const anchor = [column, 12, top, 4, column + 4, 12, top + rows, 4].join(', ');
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;width:260pt;height:${rows * 15}pt;z-index:1;visibility:hidden" fillcolor="#fff6dc" o:insetmode="auto"><v:fill color2="#fff6dc"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}
