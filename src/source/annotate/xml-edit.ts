import { Parser } from 'htmlparser2';

/** An element as it stands in the text of a part. Positions count UTF-16 units. */
export interface Element {
  /** Its name without namespace prefix. */
  readonly name: string;
  /** The prefix with its colon, or nothing. */
  readonly prefix: string;
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

export interface Visitor {
  open?(element: Element): void;
  close?(element: Element, ending: Ending): void;
}

/** Tells of each element of a part, with its place in the text. */
export function visit(xml: string, visitor: Visitor): void {
  const stack: Element[] = [];
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        const colon = qualified.indexOf(':') + 1;
        const openEnd = parser.endIndex + 1;
        const element: Element = {
          name: qualified.slice(colon),
          prefix: qualified.slice(0, colon),
          attributes,
          depth: stack.length,
          start: parser.startIndex,
          openEnd,
          selfClosing: xml[openEnd - 2] === '/',
        };
        stack.push(element);
        visitor.open?.(element);
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

/** Changes to a text, gathered by place and made all at once, so that no change moves another's place. */
export class Edits {
  readonly #xml: string;
  readonly #changes: { at: number; end: number; text: string }[] = [];

  constructor(xml: string) {
    this.#xml = xml;
  }

  insert(at: number, text: string): void {
    this.#changes.push({ at, end: at, text });
  }

  remove(at: number, end: number): void {
    this.#changes.push({ at, end, text: '' });
  }

  /** Sets an attribute of an element's opening tag; null takes it away. */
  setAttribute({ start, openEnd, selfClosing }: Element, name: string, value: string | null): void {
    const tag = this.#xml.slice(start, openEnd);
    const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
    const text = value === null ? '' : ` ${name}="${value}"`;
    if (found) {
      const at = start + found.index;
      this.#changes.push({ at, end: at + found[0].length, text });
    } else if (value !== null) this.insert(openEnd - (selfClosing ? 2 : 1), text);
  }

  /** Puts text before the end of an element, which it opens up where it closes itself. */
  append({ prefix, name, openEnd, selfClosing }: Element, { closeStart }: Ending, text: string): void {
    if (selfClosing)
      this.#changes.push({ at: openEnd - 2, end: openEnd, text: `>${text}</${prefix}${name}>` });
    else this.insert(closeStart, text);
  }

  /** The text with all changes; what was put at one place stands there in the order in which it came. */
  get text(): string {
    const ordered = this.#changes
      .map((change, order) => ({ ...change, order }))
      .sort((one, other) => one.at - other.at || one.order - other.order);
    let text = '';
    let at = 0;
    for (const change of ordered) {
      if (change.at < at) continue;
      text += this.#xml.slice(at, change.at) + change.text;
      at = change.end;
    }
    return text + this.#xml.slice(at);
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

/** As `escapeXml`, for a cell's or a note's text: what looks like an escape of the file format stays what it is. */
export function escapeText(text: string): string {
  return escapeXml(text.slice(0, 32_000)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
