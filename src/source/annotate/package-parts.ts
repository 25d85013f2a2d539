import { type Zippable, zipSync } from 'fflate';
import { damaged } from '../fault.ts';
import { readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { decodePart } from './part-text.ts';
import { Edits, type Element, escapeXml, namespaces, type Placed, visit } from './xml-edit.ts';

const CONTENT_TYPES = '[Content_Types].xml';
/** Parts that are packed already: packing them again takes time and saves nothing. */
const PACKED = /\.(?:png|jpe?g|gif|tiff?|wdp|mp4|zip|docx|xlsx|pptx)$/i;

/** The parts of a workbook while some of them are changed. Those that are not keep their bytes. */
export class PackageParts {
  readonly #archive: Archive;
  readonly #strict: boolean;
  readonly #parts = new Map<string, Uint8Array>();
  /** The path of each part by its path without regard to case and to the direction of slashes. */
  readonly #paths = new Map<string, string>();

  /** @param strict whether the workbook is in the strict form of the file format */
  constructor(archive: Archive, strict: boolean) {
    this.#archive = archive;
    this.#strict = strict;
    for (const path of archive.paths) {
      // The library that packs the parts again keeps them as properties of an object.
      if (path === '__proto__') {
        throw damaged(archive.allowance.name, 'its part __proto__', 'No part can have that name.');
      }
      const pieces: Uint8Array[] = [];
      archive.read(path, `its part ${path}`, (piece) => pieces.push(piece.slice()));
      this.#set(path, Buffer.concat(pieces));
    }
  }

  has(path: string): boolean {
    return this.#paths.has(keyOf(path));
  }

  /** Paths as they stand in the archive. */
  get paths(): string[] {
    return [...this.#parts.keys()];
  }

  /** The text of a part, without byte order mark; empty where there is no such part. */
  read(path: string): string {
    return decodePart(this.#parts.get(this.#paths.get(keyOf(path)) ?? '') ?? new Uint8Array());
  }

  /**
   * As `read`, of a part that is XML and that nothing has read before. Throws a SourceFault where it is no whole XML.
   * @param part what the part is, in plain words
   */
  readWhole(path: string, part: string): string {
    if (this.#archive.has(path)) readXml(this.#archive, path, part, { open() {} });
    return this.read(path);
  }

  /** A part whose text stays the same keeps its bytes. */
  write(path: string, text: string): void {
    if (this.has(path) && this.read(path) === text) return;
    this.#set(this.#paths.get(keyOf(path)) ?? path, new TextEncoder().encode(text));
  }

  #set(path: string, bytes: Uint8Array): void {
    this.#paths.set(keyOf(path), path);
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
  relate(from: string, to: string, type: string): string {
    const slash = from.lastIndexOf('/') + 1;
    const path = `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`;
    // Some programs tell the sort of each of these lists by itself.
    if (!this.has(path)) {
      this.declare({ extension: 'rels' }, 'application/vnd.openxmlformats-package.relationships+xml');
    }
    const xml = this.has(path) ? this.read(path) : NO_RELATIONSHIPS;
    const ids = new Set<string>();
    const root = this.#root(xml, path, ({ attributes }) => ids.add(attributes.Id ?? ''));
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const edits = new Edits(xml);
    edits.append(
      root,
      `<${root[0].prefix}Relationship Id="${id}" Type="${namespaces(this.#strict).office}/${type}" Target="${escapeXml(relativePath(from, to))}"/>`,
    );
    this.write(path, edits.text);
    return id;
  }

  /** Tells the sort of a new part: by its extension, as a default for all of them, or for itself alone. */
  declare(part: { readonly path: string } | { readonly extension: string }, contentType: string): void {
    const [name, key, value] =
      'path' in part
        ? (['Override', 'PartName', `/${part.path}`] as const)
        : (['Default', 'Extension', part.extension] as const);
    if (!this.has(CONTENT_TYPES))
      throw damaged(this.#archive.allowance.name, SORTS, 'There is no such list.');
    const xml = this.readWhole(CONTENT_TYPES, SORTS);
    let known: Element | undefined;
    const root = this.#root(xml, CONTENT_TYPES, (element) => {
      if (element.name === name && element.attributes[key]?.toLowerCase() === value.toLowerCase())
        known = element;
    });
    const edits = new Edits(xml);
    const text = `<${root[0].prefix}${name} ${key}="${escapeXml(value)}" ContentType="${contentType}"/>`;
    // What is said of a path that had no part until now is of a part that is gone.
    if (known !== undefined && name === 'Override') edits.setAttribute(known, 'ContentType', contentType);
    else if (known === undefined && name === 'Override') edits.append(root, text);
    else if (known === undefined) edits.prepend(root, text);
    this.write(CONTENT_TYPES, edits.text);
  }

  /** All parts as an archive, in their order. */
  zip(): Uint8Array {
    const files: Zippable = Object.create(null);
    const mtime = new Date(1980, 0, 1);
    for (const [path, bytes] of this.#parts)
      files[path] = [bytes, { mtime, level: PACKED.test(path) ? 0 : 6 }];
    return zipSync(files);
  }

  #root(xml: string, path: string, child: (element: Element) => void): Placed {
    let root: Placed | undefined;
    visit(xml, {
      open(element) {
        if (element.depth === 1) child(element);
      },
      close(element, ending) {
        if (element.depth === 0) root = [element, ending];
      },
    });
    if (root === undefined) throw damaged(this.#archive.allowance.name, `its part ${path}`, 'It is empty.');
    return root;
  }
}

const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
const SORTS = 'the list of the sorts of its parts';

function keyOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** The path to a part from the folder of another: some programs do not know paths from the root. */
function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared]) shared++;
  return '../'.repeat(folders.length - shared) + steps.slice(shared).join('/');
}
