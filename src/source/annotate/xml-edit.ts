import { Parser } from 'htmlparser2';

/** An element as it stands in the text of a part. Positions count UTF-16 units. */
export interface Element {
  /** Its name without namespace prefix. */
  readonly name: string;
  /** The prefix with its colon, or nothing. */
  readonly prefix: string;
  /** Those with the element's own prefix, as some programs write them, come without it. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly depth: number;
  readonly start: number;
  /** Behind the `>` of its opening tag. */
  readonly openEnd: number;
  readonly selfClosing: boolean;
}

/** Where an element ends: before its closing tag, and behind it. Both are `openEnd` for one that closes itself. */
export interface Ending {
  readonly closeStart: number;
  readonly end: number;
}

/** An element with its ending. */
export type Placed = readonly [element: Element, ending: Ending];

export interface Visitor {
  open?(element: Element): void;
  /** Text, maybe in several pieces, with entities resolved. */
  text?(piece: string): void;
  close?(element: Element, ending: Ending): void;
}

/** Tells of each element of a part, with its place in the text. The part must be known to be whole XML. */
export function visit(xml: string, visitor: Visitor): void {
  const stack: Element[] = [];
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        const colon = qualified.indexOf(':') + 1;
        const openEnd = parser.endIndex + 1;
        const prefix = qualified.slice(0, colon);
        const element: Element = {
          name: qualified.slice(colon),
          prefix,
          attributes: prefix === '' ? attributes : withoutPrefix(attributes, prefix),
          depth: stack.length,
          start: parser.startIndex,
          openEnd,
          selfClosing: xml[openEnd - 2] === '/',
        };
        stack.push(element);
        visitor.open?.(element);
      },
      ontext(piece) {
        visitor.text?.(piece);
      },
      onclosetag() {
        const element = stack.pop();
        if (element === undefined) return;
        const ending = element.selfClosing
          ? { closeStart: element.openEnd, end: element.openEnd }
          : { closeStart: parser.startIndex, end: parser.endIndex + 1 };
        visitor.close?.(element, ending);
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}

function withoutPrefix(
  attributes: Readonly<Record<string, string>>,
  prefix: string,
): Readonly<Record<string, string>> {
  if (!Object.keys(attributes).some((key) => key.startsWith(prefix))) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key.startsWith(prefix) ? key.slice(prefix.length) : key,
      value,
    ]),
  );
}

/** The ID of a relationship, whatever prefix its namespace has. */
export function relationshipId({ attributes }: Element): string | null {
  const key = Object.keys(attributes).find((each) => each.endsWith(':id')) ?? 'id';
  return attributes[key] ?? null;
}

/** Attributes of an opening tag one by one, so that none is found within the value of another. */
const ATTRIBUTE = /\s([^\s=/>"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** Changes to a text, gathered by place and made all at once, so that no change moves another's place. */
export class Edits {
  readonly #xml: string;
  readonly #changes: { at: number; end: number; text: string }[] = [];

  constructor(xml: string) {
    this.#xml = xml;
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(at: number, end: number, text: string): void {
    this.#changes.push({ at, end, text });
  }

  /** Sets an attribute of an element's opening tag; null takes it away. */
  setAttribute({ start, openEnd, selfClosing, prefix }: Element, name: string, value: string | null): void {
    const text = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
    for (const found of this.#xml.slice(start, openEnd).matchAll(ATTRIBUTE)) {
      const [whole, key] = found;
      if (key !== name && key !== prefix + name) continue;
      this.replace(start + found.index, start + found.index + whole.length, text);
      return;
    }
    if (value !== null) this.insert(openEnd - (selfClosing ? 2 : 1), text);
  }

  /** Puts text before the end of an element, which it opens up where it closes itself. */
  append([{ prefix, name, openEnd, selfClosing }, { closeStart }]: Placed, text: string): void {
    if (selfClosing) this.replace(openEnd - 2, openEnd, `>${text}</${prefix}${name}>`);
    else this.insert(closeStart, text);
  }

  /** Puts text behind the opening tag of an element, which it opens up where it closes itself. */
  prepend(placed: Placed, text: string): void {
    const [{ openEnd, selfClosing }] = placed;
    if (selfClosing) this.append(placed, text);
    else this.insert(openEnd, text);
  }

  /** The text with all changes; what was put at one place stands there in the order in which it came. */
  get text(): string {
    if (this.#changes.length === 0) return this.#xml;
    const ordered = this.#changes
      .map((change, order) => ({ ...change, order }))
      .sort((one, other) => one.at - other.at || one.order - other.order);
    const pieces: string[] = [];
    let at = 0;
    for (const change of ordered) {
      if (change.at < at) continue;
      pieces.push(this.#xml.slice(at, change.at), change.text);
      at = change.end;
    }
    return pieces.join('') + this.#xml.slice(at);
  }
}

/** Characters that XML 1.0 does not allow at all (section 2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in XML, also in an attribute. What XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Spreadsheet programs hold 32,767 characters in a cell or a note. */
const MAX_TEXT = 32_000;

/**
 * As `escapeXml`, for a cell's or a note's text: what looks like an escape of the file format stays what it is, and what
 * no cell can hold is cut off.
 */
export function escapeText(text: string): string {
  return escapeXml(text.slice(0, MAX_TEXT)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MAIN_STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OFFICE_STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** True for the strict form of the file format, whose namespaces differ. */
export function isStrict(xml: string): boolean {
  return xml.slice(0, 4_000).includes('http://purl.oclc.org/ooxml/');
}

/** The namespaces of a workbook: of its parts, and of relationships between them. */
export function namespaces(strict: boolean): { readonly main: string; readonly office: string } {
  return strict ? { main: MAIN_STRICT, office: OFFICE_STRICT } : { main: MAIN, office: OFFICE };
}
