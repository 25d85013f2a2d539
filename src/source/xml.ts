import { damaged } from './fault.ts';
import { MAX_XML_ATTRIBUTES, MAX_XML_DEPTH } from './limits.ts';
import { TextPieces } from './text-pieces.ts';
import { type Attributes, XmlScanner } from './xml-scanner.ts';
import type { Archive } from './zip.ts';

export type { Attributes } from './xml-scanner.ts';

/** What to do with a part's elements. Names come without namespace prefix; the root element has depth 0. */
export interface XmlHandler {
  open(name: string, attributes: Attributes, depth: number): void;
  /** Text, maybe in several pieces; an entity is a piece of its own. */
  text?(piece: string): void;
  close?(name: string, depth: number): void;
}

/**
 * Reads one part of a workbook as XML. Nothing is built in memory and nothing recurses. Throws a SourceFault that names
 * the part where it is missing or no whole XML.
 * @param part what the part is, in plain words
 */
export function readXml(archive: Archive, path: string, part: string, handler: XmlHandler): void {
  const fail = (why: string) => damaged(archive.allowance.name, part, why);
  const names: string[] = [];
  let roots = 0;
  const scanner = new XmlScanner(
    {
      open(name, attributes) {
        const depth = names.push(name) - 1;
        if (depth === 0) roots++;
        if (depth > MAX_XML_DEPTH) throw fail('Its elements are nested too deep.');
        handler.open(localName(name), ownAttributes(name, attributes), depth);
      },
      text(piece) {
        if (names.length > 0) handler.text?.(piece);
      },
      close(name) {
        if (names.pop() !== name) throw fail('An element of it has no end.');
        handler.close?.(localName(name), names.length);
      },
    },
    MAX_XML_ATTRIBUTES,
    fail,
  );
  const pieces = new TextPieces();
  archive.read(path, part, (piece) => {
    const text = pieces.next(piece);
    if (text === null) throw fail('Its text is in no known encoding.');
    if (text !== '') scanner.write(text);
  });
  const rest = pieces.end();
  if (rest === null) throw fail('Its text is in no known encoding.');
  if (rest !== '') scanner.write(rest);
  scanner.end();
  if (names.length > 0 || roots !== 1) throw fail('It is no whole XML.');
}

/** An attribute by its name without namespace prefix; the bare name is looked up directly. */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`));
  return key === undefined ? attributes[name] : attributes[key];
}

/** Booleans of the file format: `1` and `true`, and `on` in its older form. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/**
 * Some programs prefix the attributes of an element as well, with its own prefix or with that of the main namespace:
 * `<x:c x:r="B3">`, `<c x:r="B3">`. Those are the element's own, but for the `id` of relationships.
 */
function ownAttributes(name: string, attributes: Attributes): Attributes {
  const colon = name.indexOf(':');
  for (const key in attributes) {
    if (key.includes(':')) return withoutPrefix(attributes, colon < 0 ? '' : name.slice(0, colon + 1));
  }
  return attributes;
}

function withoutPrefix(attributes: Attributes, prefix: string): Attributes {
  const own = { ...attributes };
  for (const [key, value] of Object.entries(attributes)) {
    const local = key.slice(key.indexOf(':') + 1);
    const isOwn = prefix === '' ? CELL_ATTRIBUTES.has(local) : key.startsWith(prefix);
    if (key !== local && isOwn && !key.startsWith('xml') && !Object.hasOwn(attributes, local))
      own[local] = value;
  }
  return own;
}

/** What tells a row's or a cell's place and sort. */
const CELL_ATTRIBUTES: ReadonlySet<string> = new Set(['r', 's', 't']);

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
