import { type Zippable, zipSync } from 'fflate';
import type { Archive } from '../zip.ts';
import { Edits, type Element, type Ending, escapeXml, visit } from './xml-edit.ts';

const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook while some of them are changed. Those that are not keep their bytes. */
export class PackageParts {
  readonly #parts = new Map<string, Uint8Array>();
  /** The path of each part by its path without regard to case. */
  readonly #paths = new Map<string, string>();

  constructor(archive: Archive) {
    for (const path of archive.paths) {
      const pieces: Uint8Array[] = [];
      archive.read(path, `its part ${path}`, (piece) => pieces.push(piece.slice()));
      this.#set(path, Buffer.concat(pieces));
    }
  }

  has(path: string): boolean {
    return this.#paths.has(path.toLowerCase());
  }

  /** The text of a part, without byte order mark. */
  read(path: string): string {
    const bytes = this.#parts.get(this.#paths.get(path.toLowerCase()) ?? '') ?? new Uint8Array();
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
    return isUtf16 ? text.replace(/encoding\s*=\s*(["'])utf-16\1/i, 'encoding="UTF-8"') : text;
  }

  write(path: string, text: string): void {
    this.#set(this.#paths.get(path.toLowerCase()) ?? path, new TextEncoder().encode(text));
  }

  #set(path: string, bytes: Uint8Array): void {
    this.#paths.set(path.toLowerCase(), path);
    this.#parts.set(path, bytes);
  }

  /** A path that no part has: `xl/comments` and `.xml` become `xl/comments3.xml`. */
  free(start: string, end: string): string {
    for (let number = 1; ; number++) {
      if (!this.has(`${start}${number}${end}`)) return `${start}${number}${end}`;
    }
  }

  /**
   * Adds a relationship of one part to another.
   * @param type the last word of its type, such as `comments` @returns its ID
   */
  relate(from: string, to: string, type: string, strict: boolean): string {
    const slash = from.lastIndexOf('/') + 1;
    const path = `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`;
    const xml = this.has(path)
      ? this.read(path)
      : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    const ids = new Set<string>();
    const { root, ending, edits } = rootOf(xml, (element) => ids.add(element.attributes.Id ?? ''));
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const target = relativePath(from, to);
    const base = strict ? STRICT : TRANSITIONAL;
    edits.append(
      root,
      ending,
      `<${root.prefix}Relationship Id="${id}" Type="${base}/${type}" Target="${escapeXml(target)}"/>`,
    );
    this.write(path, edits.text);
    return id;
  }

  /** Tells the sort of a new part: by its extension, as a default for all of them, or for itself alone. */
  declare(part: { readonly path: string } | { readonly extension: string }, contentType: string): void {
    const path = '[Content_Types].xml';
    const wanted = 'path' in part ? `/${part.path}` : part.extension;
    const known = new Set<string>();
    const { root, ending, edits } = rootOf(this.read(path), ({ attributes }) => {
      known.add((attributes.PartName ?? attributes.Extension ?? '').toLowerCase());
    });
    if (known.has(wanted.toLowerCase())) return;
    const name = 'path' in part ? 'Override' : 'Default';
    const key = 'path' in part ? 'PartName' : 'Extension';
    const text = `<${root.prefix}${name} ${key}="${escapeXml(wanted)}" ContentType="${contentType}"/>`;
    // Defaults come before overrides in the files of some programs, and after them in no file that was seen.
    if ('path' in part) edits.append(root, ending, text);
    else if (root.selfClosing) edits.append(root, ending, text);
    else edits.insert(root.openEnd, text);
    this.write(path, edits.text);
  }

  /** All parts as an archive, in their order. */
  zip(): Uint8Array {
    const files: Zippable = {};
    for (const [path, bytes] of this.#parts) files[path] = [bytes, { mtime: new Date(1980, 0, 1) }];
    return zipSync(files, { level: 6 });
  }
}

/** The path to a part from the folder of another: some programs do not know paths from the root. */
function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared]) shared++;
  return '../'.repeat(folders.length - shared) + steps.slice(shared).join('/');
}

function rootOf(
  xml: string,
  child: (element: Element) => void,
): { root: Element; ending: Ending; edits: Edits } {
  let root: Element | undefined;
  let ending: Ending = { closeStart: xml.length, end: xml.length };
  visit(xml, {
    open(element) {
      if (element.depth === 0) root = element;
      if (element.depth === 1) child(element);
    },
    close(element, its) {
      if (element.depth === 0) ending = its;
    },
  });
  if (root === undefined) throw new Error('A part that lists others has no root element.');
  return { root, ending, edits: new Edits(xml) };
}
