export type Attributes = Readonly<Record<string, string>>;

/** What a scanner tells of a text. Names come as they stand, with their prefix. */
export interface Tokens {
  /** An opening tag; one that closes itself is followed by its `close`. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Text with its references resolved, maybe in several pieces. */
  text(piece: string): void;
}

const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const CDATA = '<![CDATA[';
/** A tag, a comment's start or a reference is no longer than this; a part that has a longer one is no workbook's. */
const LONGEST_TOKEN = 2 ** 24;
/** `&#x10FFFF;` and a little more: the most that a reference cut by the end of a piece may hold back. */
const LONGEST_REFERENCE = 12;

/**
 * Finds the tags and texts of XML that comes in pieces, cut anywhere. It looks at each character once, and builds no more
 * than the names, attributes and texts that it tells of: workbooks have millions of cells, and a general parser takes
 * twice as long. It resolves the references that XML has by itself, and leaves others as they stand; it knows no
 * namespaces and expands no entities. Throws what `fail` makes where the text is no XML, or declares a document type.
 */
export class XmlScanner {
  readonly #tokens: Tokens;
  readonly #fail: (why: string) => Error;
  readonly #maxAttributes: number;
  #rest = '';
  /** What is passed over or told as it stands until its end comes. */
  #until: '' | '-->' | '?>' | ']]>' = '';

  constructor(tokens: Tokens, maxAttributes: number, fail: (why: string) => Error) {
    this.#tokens = tokens;
    this.#maxAttributes = maxAttributes;
    this.#fail = fail;
  }

  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    const end = this.#scan(text);
    this.#rest = end < text.length ? text.slice(end) : '';
    if (this.#rest.length > LONGEST_TOKEN) throw this.#fail('A tag of it has no end.');
  }

  /** Throws where the last token is not whole. */
  end(): void {
    if (this.#until !== '' || this.#rest.includes('<')) throw this.#fail('It is no whole XML.');
    if (this.#rest !== '') this.#tokens.text(resolve(this.#rest));
  }

  /** Tells of all whole tokens; returns where the first begins that is not. */
  #scan(text: string): number {
    let at = 0;
    while (at < text.length) {
      if (this.#until !== '') {
        const end = this.#pass(text, at);
        if (end < 0) return -end - 1;
        at = end;
        continue;
      }
      const tag = text.indexOf('<', at);
      if (tag < 0) return this.#lastText(text, at);
      if (tag > at) this.#text(text.slice(at, tag));
      const next = this.#tag(text, tag);
      if (next < 0) return tag;
      at = next;
    }
    return text.length;
  }

  #text(piece: string): void {
    this.#tokens.text(piece.includes('&') ? resolve(piece) : piece);
  }

  /** The text at a piece's end, but for a reference that may go on in the next. */
  #lastText(text: string, at: number): number {
    const reference = text.lastIndexOf('&');
    const isCut =
      reference >= at && reference > text.length - LONGEST_REFERENCE && !text.includes(';', reference);
    const end = isCut ? reference : text.length;
    if (end > at) this.#text(text.slice(at, end));
    return end;
  }

  /** Where a comment, an instruction or a CDATA section ends; where it does not, `-1 - n` to go on from n. */
  #pass(text: string, at: number): number {
    const end = text.indexOf(this.#until, at);
    // The end itself may be cut.
    const stop = end < 0 ? Math.max(at, text.length - this.#until.length + 1) : end;
    if (this.#until === ']]>' && stop > at) this.#tokens.text(text.slice(at, stop));
    if (end < 0) return -1 - stop;
    this.#until = '';
    return end + (text[end] === '?' ? 2 : 3);
  }

  /** Reads the tag at a `<`; returns where it ends, or -1 where it is not whole. */
  #tag(text: string, at: number): number {
    switch (text.charCodeAt(at + 1)) {
      case SLASH:
        return this.#closingTag(text, at);
      case QUESTION:
        this.#until = '?>';
        return at + 2;
      case EXCLAMATION:
        return this.#declaration(text, at);
      default:
        return this.#openingTag(text, at);
    }
  }

  #closingTag(text: string, at: number): number {
    const end = text.indexOf('>', at + 2);
    if (end < 0) return -1;
    this.#tokens.close(text.slice(at + 2, end).trimEnd());
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) {
      this.#until = '-->';
      return at + 4;
    }
    if (text.startsWith(CDATA, at)) {
      this.#until = ']]>';
      return at + CDATA.length;
    }
    const start = text.slice(at, at + CDATA.length);
    if ('<!--'.startsWith(start) || CDATA.startsWith(start)) return -1;
    throw this.#fail(
      /^<!d/i.test(start)
        ? 'It declares a document type, which workbooks never do.'
        : 'It holds a declaration, which workbooks never do.',
    );
  }

  #openingTag(text: string, start: number): number {
    let at = start + 1;
    let code = text.charCodeAt(at);
    while (code > 32 && code !== GREATER && code !== SLASH) code = text.charCodeAt(++at);
    if (Number.isNaN(code)) return -1;
    const name = text.slice(start + 1, at);
    if (name === '') throw this.#fail('A tag of it has no name.');
    const attributes: Record<string, string> = {};
    let count = 0;
    for (;;) {
      while (code <= 32) code = text.charCodeAt(++at);
      if (Number.isNaN(code)) return -1;
      if (code === GREATER) break;
      if (code === SLASH) {
        if (at + 1 >= text.length) return -1;
        if (text.charCodeAt(at + 1) !== GREATER) throw this.#fail('A tag of it has a slash within.');
        this.#tokens.open(name, attributes);
        this.#tokens.close(name);
        return at + 2;
      }
      const keyStart = at;
      while (code > 32 && code !== EQUALS && code !== GREATER && code !== SLASH) code = text.charCodeAt(++at);
      const key = text.slice(keyStart, at);
      while (code <= 32) code = text.charCodeAt(++at);
      if (Number.isNaN(code)) return -1;
      if (code !== EQUALS) throw this.#fail('An attribute of it has no value.');
      code = text.charCodeAt(++at);
      while (code <= 32) code = text.charCodeAt(++at);
      if (Number.isNaN(code)) return -1;
      if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE)
        throw this.#fail('An attribute of it has no quotes.');
      const end = text.indexOf(code === DOUBLE_QUOTE ? '"' : "'", at + 1);
      if (end < 0) return -1;
      if (++count > this.#maxAttributes) throw this.#fail('An element of it has too many attributes.');
      // The first of two counts; a key such as __proto__ must not reach what all objects share.
      if (!Object.hasOwn(attributes, key) && key !== '__proto__') {
        const value = text.slice(at + 1, end);
        attributes[key] = value.includes('&') ? resolve(value) : value;
      }
      at = end + 1;
      code = text.charCodeAt(at);
      if (Number.isNaN(code)) return -1;
    }
    this.#tokens.open(name, attributes);
    return at + 1;
  }
}

const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(amp|lt|gt|quot|apos));/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text with the references of XML 1.0 (section 4.1 and 4.6) resolved. */
function resolve(text: string): string {
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}
