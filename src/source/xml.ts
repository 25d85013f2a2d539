import { Parser } from 'htmlparser2';
import { damaged } from './fault.ts';
import { MAX_XML_ATTRIBUTES, MAX_XML_DEPTH } from './limits.ts';
import { TextPieces } from './text-pieces.ts';
import type { Archive } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

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
  let depth = -1;
  let attributeCount = 0;
  let openedAt = -1;
  let roots = 0;
  const parser = new Parser(
    {
      onopentagname() {
        attributeCount = 0;
        depth++;
        if (depth === 0) roots++;
        if (depth > MAX_XML_DEPTH) throw fail('Its elements are nested too deep.');
      },
      onattribute() {
        if (++attributeCount > MAX_XML_ATTRIBUTES) throw fail('An element of it has too many attributes.');
      },
      onopentag(name, attributes) {
        openedAt = parser.endIndex;
        handler.open(localName(name), ownAttributes(name, attributes), depth);
      },
      ontext(piece) {
        handler.text?.(piece);
      },
      onclosetag(name, implied) {
        // The parser calls `<c/>` implied as well; that one closes where it opened.
        if (implied && parser.endIndex !== openedAt) throw fail('An element of it has no end.');
        handler.close?.(localName(name), depth);
        depth--;
      },
      onprocessinginstruction(name) {
        if (/^!doctype/i.test(name)) throw fail('It declares a document type, which workbooks never do.');
      },
    },
    { xmlMode: true },
  );
  const pieces = new TextPieces();
  archive.read(path, part, (piece) => {
    const text = pieces.next(piece);
    if (text === null) throw fail('Its text is in no known encoding.');
    if (text !== '') parser.write(text);
  });
  const rest = pieces.end();
  if (rest === null) throw fail('Its text is in no known encoding.');
  if (rest !== '') parser.write(rest);
  if (depth !== -1 || roots !== 1) throw fail('It is no whole XML.');
  parser.end();
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

/** Some programs prefix the attributes of a prefixed element as well: `<x:c x:r="B3">`. Those are the element's own. */
function ownAttributes(name: string, attributes: Attributes): Attributes {
  const colon = name.indexOf(':');
  if (colon < 0) return attributes;
  const prefix = name.slice(0, colon + 1);
  const entries = Object.entries(attributes);
  if (!entries.some(([key]) => key.startsWith(prefix))) return attributes;
  return Object.fromEntries(
    entries.map(([key, value]) => [key.startsWith(prefix) ? key.slice(prefix.length) : key, value]),
  );
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
