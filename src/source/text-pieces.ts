/** An XML declaration that names its encoding, in one byte a character. */
const DECLARATION = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/;

/**
 * Decodes the bytes of an XML part that come in pieces, by its byte order mark or its declaration, as section 4.3.3 and
 * appendix F of XML 1.0 lay down; UTF-8 otherwise. Line ends become `\n`, by section 2.11.
 */
export class TextPieces {
  #decoder: TextDecoder | null = null;
  #endsInReturn = false;

  /** The text of the next piece, or null where it is in no encoding that is known. */
  next(bytes: Uint8Array): string | null {
    if (bytes.length === 0) return '';
    return this.#decode(bytes);
  }

  /** What is left after the last piece, or null where that broke off within a character. */
  end(): string | null {
    const rest = this.#decode(undefined);
    return rest === null ? null : rest + (this.#endsInReturn ? '\n' : '');
  }

  #decode(bytes: Uint8Array | undefined): string | null {
    try {
      this.#decoder ??= new TextDecoder(encodingOf(bytes ?? new Uint8Array()), { fatal: true });
      return this.#plainLineEnds(this.#decoder.decode(bytes, { stream: bytes !== undefined }));
    } catch {
      return null;
    }
  }

  /** A return at a piece's end waits for the next piece, which may start with its new line. */
  #plainLineEnds(text: string): string {
    if (!this.#endsInReturn && !text.includes('\r')) return text;
    const whole = this.#endsInReturn ? `\r${text}` : text;
    this.#endsInReturn = whole.endsWith('\r');
    return (this.#endsInReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }
}

function encodingOf(start: Uint8Array): string {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declared = DECLARATION.exec(String.fromCharCode(...start.subarray(0, 200)))?.[1] ?? 'utf-8';
  // A declaration that can be read a byte a character is not in UTF-16, whatever it says.
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
